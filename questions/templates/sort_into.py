"""Sort entries under headings, in a grid."""

from itertools import combinations
from random import Random

from questions.choosing import settled, where_each_belongs
from questions.interactions import Column, Grid, Row
from questions.matters import Entry, Sorting
from questions.template import Draft, template
from questions.wording import Say, named

MOST_COLUMNS, ROWS = 4, 4


@template(Sorting, level="tell apart", version=3, called=named("Sort into columns"))
def sort_into(sorting: Sorting, rng: Random, say: Say) -> Draft | None:
    """A row an entry, a column a heading, and no heading that holds more than half of the rows."""
    if not 2 <= len(sorting.headings) <= MOST_COLUMNS or len(sorting.entries) <= len(sorting.headings):
        return None
    usable = [entry for entry in sorting.entries if settled([entry], sorting.headings)]
    choices = list(combinations(usable, ROWS))
    rows = next((rows for rows in rng.sample(choices, len(choices)) if _balanced(rows)), ())
    if not rows:
        return None
    columns = tuple(Column(heading.id, heading.text) for heading in sorting.headings)
    return Draft(
        stem=sorting.asks_all,
        hint=say("Choose one answer in each row."),
        interaction=Grid(columns, tuple(_row(entry, columns) for entry in rows), one_per_row=True),
        item_type="matrix multiple choice",
        why=_why(sorting, rows),
        nearness=1 / len(columns),
    )


def _why(sorting: Sorting, rows: tuple[Entry, ...]) -> str:
    """What each heading is, where the bank says it of all; else where each row belongs."""
    told = [heading.told for heading in sorting.headings]
    return " ".join(told) if all(told) else where_each_belongs(rows, sorting.headings)


def _balanced(entries: tuple[Entry, ...]) -> bool:
    homes = [home for entry in entries for home in entry.homes]
    return len(set(homes)) > 1 and all(2 * homes.count(home) <= len(entries) for home in homes)


def _row(entry: Entry, columns: tuple[Column, ...]) -> Row:
    facts = tuple(dict.fromkeys(fact for found in (*entry.homes.values(), *entry.against.values()) for fact in found))
    return Row(entry.id, entry.text, tuple(entry.homes), entry.told, facts, tuple(entry.claims[column.id] for column in columns))
