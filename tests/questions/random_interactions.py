"""Any interaction, any well-formed response to it, and any form at all."""

from collections.abc import Mapping
from itertools import combinations

from hypothesis import strategies as st

from questions.interactions import AnyOf, Blank, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order
from questions.responses import DontKnow, Picked, Placed, Response, Typed
from tests.questions.making import any_of, bow_tie, drop_downs, grid, highlight, linked, n_of, number, one_of, order, typing

LETTERS = "abcdefgh"
MARKED = st.lists(st.booleans(), min_size=2, max_size=8)
TERMS = ("peritoneum", "abdominal cavity", "liver", "bone", "lymph nodes")


def _starred(marked: list[bool]) -> str:
    return " ".join(("*" if right else "") + letter for right, letter in zip(marked, LETTERS, strict=False))


def _two_rows(marked: tuple[list[bool], list[bool]]) -> Highlight:
    first, second = (_starred(row).split() for row in marked)
    return highlight(" ".join(first), " ".join(f"{text}2" for text in second), labels=("first", "second"))


def _one_right(size: int, place: int) -> list[bool]:
    return [place % size == number for number in range(size)]


ones = st.builds(_one_right, st.integers(2, 6), st.integers(0, 5)).map(_starred)
one_ofs = ones.map(one_of)
any_ofs = MARKED.filter(any).map(_starred).map(any_of)
n_ofs = MARKED.filter(any).map(lambda marked: n_of(sum(marked), _starred(marked)))
singles = st.dictionaries(st.sampled_from(LETTERS), st.sampled_from("xyz"), min_size=1).map(
    lambda rows: grid("x y z", rows, one_per_row=True)
)
manies = (
    st.dictionaries(st.sampled_from(LETTERS), st.sets(st.sampled_from("xyz")).map(sorted).map(" ".join), min_size=1)
    .filter(lambda rows: any(rows.values()))
    .map(lambda rows: grid("x y z", rows, one_per_row=False))
)
blanks = st.dictionaries(st.sampled_from(LETTERS), ones, min_size=1, max_size=5).map(drop_downs)
pairs = st.lists(st.booleans(), min_size=3, max_size=6).filter(lambda marked: sum(marked) == 2).map(_starred)
dyads = st.tuples(ones, ones).map(lambda lists: linked({"cause": lists[0], "effect": lists[1]}))
triads = st.tuples(ones, ones, ones).map(lambda lists: linked(dict(zip(("cause", "effect", "other"), lists, strict=True))))
shared = st.tuples(ones, pairs).map(lambda lists: linked({"cause": lists[0], "effect-1": lists[1], "effect-2": lists[1]}))
bow_ties = st.tuples(pairs, ones, pairs.map(lambda texts: " ".join(f"{text}2" for text in texts.split()))).map(
    lambda sides: bow_tie(*sides)
)
texts = MARKED.filter(any).map(_starred).map(highlight)
tables = st.tuples(MARKED.filter(any), MARKED).map(_two_rows)
figures = st.sampled_from(("7.5", "5 to 10", "33", "0", "135 to 145")).flatmap(
    lambda figure: st.sampled_from(("", "%", "mmol/l")).map(lambda unit: number(figure, unit, "0.5"))
)
orders = st.permutations(LETTERS).flatmap(lambda letters: st.integers(2, 8).map(lambda size: order(letters[:size])))
typed_texts = st.permutations(TERMS).map(lambda terms: typing(terms[0], also=terms[1:2], refused=terms[2:4], unsettled=terms[4:]))

interactions: st.SearchStrategy[Interaction] = st.one_of(
    one_ofs, any_ofs, n_ofs, singles, manies, blanks, dyads, triads, shared, bow_ties, texts, tables, orders, typed_texts, figures
)


def responses(interaction: Interaction) -> st.SearchStrategy[Response]:
    """Every response that can be read from a form."""
    return st.just(DontKnow()) | _answers(interaction)


def _answers(interaction: Interaction) -> st.SearchStrategy[Response]:
    match interaction:
        case OneOf(options):
            return st.sampled_from(options).map(lambda option: Picked((option.id,)))
        case AnyOf(options):
            return st.sets(st.sampled_from([option.id for option in options]), min_size=1).map(lambda ids: Picked(tuple(sorted(ids))))
        case NOf(n, options):
            return st.sets(st.sampled_from([option.id for option in options]), min_size=n, max_size=n).map(
                lambda ids: Picked(tuple(sorted(ids)))
            )
        case Grid(_, rows, True):
            return _placed({row.id: st.sampled_from("xyz").map(lambda column: (column,)) for row in rows})
        case Grid(_, rows, False):
            return _placed({row.id: st.sets(st.sampled_from("xyz")).map(lambda columns: tuple(sorted(columns))) for row in rows})
        case DropDowns(drop_downs):
            return _placed({blank.id: st.sampled_from([(option.id,) for option in blank.options]) for blank in drop_downs})
        case Linked() | BowTie():
            return _placed_apart(interaction.blanks)
        case Highlight() as highlight:
            return st.sets(st.sampled_from([segment.id for segment in highlight.segments]), min_size=1).map(
                lambda ids: Picked(tuple(sorted(ids)))
            )
        case Number() as number:
            ends = st.tuples(st.integers(-20, 160), st.integers(0, 20)).map(lambda end: f"{end[0]} to {end[0] + end[1]}")
            single = st.decimals(-20, 160, places=1).map(str)
            return (single | ends if number.is_range else single).map(Typed)
        case Order(steps):
            return st.permutations(range(1, len(steps) + 1)).map(
                lambda places: Placed(tuple((step.id, (str(place),)) for step, place in zip(steps, places, strict=True)))
            )
        case _:
            return (st.sampled_from(TERMS) | st.text(max_size=30)).map(lambda text: Typed(" ".join(text.split())))


def _placed_apart(blanks: tuple[Blank, ...]) -> st.SearchStrategy[Response]:
    """Something in each list, and nothing twice where a list stands twice."""
    ids = {blank.id: [option.id for option in blank.options] for blank in blanks}
    sharing = [blank.id for blank in blanks if blank.shared]
    places = {blank.id: st.sampled_from(ids[blank.id]).map(lambda id: (id,)) for blank in blanks}
    apart = [pair for pair in combinations(sharing, 2) if ids[pair[0]] == ids[pair[1]]]
    return _placed(places).filter(lambda found: all(dict(found.places)[one] != dict(found.places)[other] for one, other in apart))


def _placed(places: Mapping[str, st.SearchStrategy[tuple[str, ...]]]) -> st.SearchStrategy[Placed]:
    return st.fixed_dictionaries(places).map(lambda found: Placed(tuple(sorted(found.items()))))


names = st.sampled_from(["answer", "dont-know", *(f"{slot}.{letter}" for slot in ("row", "blank", "step") for letter in LETTERS)])
values = st.lists(
    st.sampled_from([*LETTERS, *"xyz123", "", "0", "01", "-1", "1.0", "²", "\0", "peritoneum"]) | st.text(max_size=300), max_size=9
)
forms = st.dictionaries(names | st.text(max_size=9), values, max_size=9)


def full_forms(interaction: Interaction) -> st.SearchStrategy[dict[str, list[str]]]:
    """Forms with something, often something sound, in every field of the interaction."""
    return st.fixed_dictionaries(dict.fromkeys(slots(interaction), values))


def slots(interaction: Interaction) -> list[str]:
    """The fields of a form for this interaction."""
    match interaction:
        case Grid(_, rows, _):
            return [f"row.{row.id}" for row in rows]
        case DropDowns() | Linked() | BowTie():
            return [f"blank.{blank.id}" for blank in interaction.blanks]
        case Order(steps):
            return [f"step.{step.id}" for step in steps]
        case _:
            return ["answer"]
