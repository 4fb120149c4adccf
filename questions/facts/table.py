"""A table of relations: what its rows say together, read backwards, and one column matched with another."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim, Verdict
from questions.fact import Drawn, Fact, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Entry, Heading, Listing, Sorting
from questions.objectives import Objective
from questions.passages import Passage, Rows, Saying
from questions.plainly import READERS
from questions.relating import name_of, objects_of, option_of, subjects_of, veil, why_of
from questions.sorting import entry_of, heading_of
from questions.terms import Stem, stem
from questions.wording import Say, listed, sentence


class Match(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the rows are matched with the one object of theirs that is part of `of` (any object, where that is empty)."""

    aspect: str
    aim: str
    one: str
    asks_heading: str
    asks_entry: str
    asks_all: str
    of: str = ""


@kind_of_fact
class Table(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rows that name this table, read by their objects; `beside` marks that rows and table are never asked side by side.

    `map` names the map on which the rows can be drawn ("body").
    """

    kind: ClassVar[str] = "table"
    introduced: ClassVar[int] = 3

    predicate: str
    back: str = ""
    match: Match | None = None
    map: str = ""

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """What the matched objects are part of."""
        if self.match and self.match.of:
            yield self.match.of, "match"

    def predicates_named(self) -> Iterable[str]:
        """The one that its rows use."""
        yield self.predicate

    def at_odds(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """Objectives that the predicate has no words for, and two that would have one id."""
        if self.back and not knowledge.predicates[self.predicate].aim_back:
            yield self.back, f"is read backwards (back), and {self.predicate} has no aim_back that says what for; add it there"
        if self.match and self.back and self.match.aspect.startswith(f"{self.back}."):
            yield self.match.aspect, f"{self.match.aspect} begins as what is read backwards does; give the match another aspect"

    def stems(self) -> Iterable[Stem]:
        """How the match is asked."""
        if self.match:
            yield stem(self.match.asks_heading, "entry")
            yield stem(self.match.asks_entry, "heading")
            yield stem(self.match.asks_all)

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """For each object the subjects that have it; and the match."""
        rows = tuple(fact.id for fact in knowledge.rows_of(self.id))
        for term in objects_of(self.predicate, knowledge) if self.back else ():
            if not knowledge.terms[term].part_of:
                aim = knowledge.predicates[self.predicate].aim_back.format(object=knowledge.terms[term].spoken)
                matter = _subjects_listed(self.predicate, term, knowledge)
                yield self.objective(knowledge, f"{self.back}.{term}", aim, matter, rows, rows)
        if self.match:
            sorting = _sorting(self.predicate, self.match, knowledge)
            yield self.objective(knowledge, self.match.aspect, self.match.aim, sorting, rows, rows)

    def passages(self, knowledge: Knowledge, audience: str) -> Iterator[Passage]:
        """Its rows as a table, after what it says in plain words."""
        if self.plain and audience in READERS:
            yield Saying(self.plain)
        predicate = knowledge.predicates[self.predicate]
        subjects = dict.fromkeys(stated.claim.subject for row in knowledge.rows_of(self.id) for stated in row.stated())
        heads = (sentence(predicate.subject_one), sentence(predicate.many))
        rows = tuple(_row(subject, self.predicate, knowledge) for subject in subjects)
        title = knowledge.say("{Subjects} and {objects}", Subjects=sentence(predicate.subject_many), objects=predicate.many)
        yield Rows(title, heads, rows)

    def drawn(self) -> Drawn | None:
        """The map that it names."""
        return Drawn(self.map, self.predicate) if self.map else None


def _row(subject: str, predicate: str, knowledge: Knowledge) -> tuple[str, tuple[str, ...]]:
    named = sorted(name_of(stated, knowledge, alone=True) for stated in knowledge.statements(subject, predicate))
    return sentence(knowledge.terms[subject].name), (sentence(named[0]), *named[1:])


def _subjects_listed(predicate_id: str, term: str, knowledge: Knowledge) -> Listing:
    predicate, candidates = knowledge.predicates[predicate_id], subjects_of(predicate_id, knowledge)
    options = tuple(option_of(Claim(subject, predicate_id, term), "subject", knowledge) for subject in candidates)
    verdicts = [knowledge.settle(option.claim).verdict for option in options]
    keys = _with(Verdict.ENTAILED, options, verdicts)
    return Listing(
        phrase=predicate.subjects.format(object=knowledge.terms[term].spoken),
        subject=knowledge.terms[term].spoken,
        one=predicate.subject_one,
        many=predicate.subject_many,
        single=False,
        keys=keys,
        distractors=_with(Verdict.CONTRADICTED, options, verdicts),
        whole=True,
        why=_subjects_in_words(predicate.subjects.format(object=knowledge.terms[term].spoken), keys, knowledge.say),
        spelled={subject: knowledge.spelled(subject) for subject in candidates},
    )


def _subjects_in_words(phrase: str, keys: tuple[Option, ...], say: Say) -> str:
    names = sorted(option.text[:1].lower() + option.text[1:] for option in keys)
    if len(names) == 1:
        return say("{Name} is among {phrase}.", Name=sentence(names[0]), phrase=phrase)
    return sentence(f"{phrase}: {listed(names, say)}.")


def _with(verdict: Verdict, options: tuple[Option, ...], verdicts: list[Verdict]) -> tuple[Option, ...]:
    return tuple(option for option, found in zip(options, verdicts, strict=True) if found is verdict)


def _sorting(predicate_id: str, match: Match, knowledge: Knowledge) -> Sorting:
    homes = {subject: _home(subject, predicate_id, match.of, knowledge) for subject in subjects_of(predicate_id, knowledge)}
    headings = tuple(dict.fromkeys(home for home in homes.values() if home))
    entries = tuple(_entry(subject, home, headings, predicate_id, knowledge) for subject, home in homes.items() if home)
    return Sorting(
        headings=tuple(_heading(term, predicate_id, tuple(homes), knowledge) for term in headings),
        entries=entries,
        focus=tuple(entry.id for entry in entries),
        toward="both",
        one=match.one,
        asks_heading=match.asks_heading,
        asks_entry=match.asks_entry,
        asks_all=match.asks_all,
        asks_two=match.asks_entry,
    )


def _heading(term: str, predicate: str, subjects: tuple[str, ...], knowledge: Knowledge) -> Heading:
    options = (option_of(Claim(subject, predicate, term), "subject", knowledge) for subject in subjects)
    phrase = knowledge.predicates[predicate].subjects.format(object=knowledge.terms[term].spoken)
    told = _subjects_in_words(phrase, tuple(option for option in options if option.correct), knowledge.say)
    return heading_of(term, told, knowledge)


def _home(subject: str, predicate: str, of: str, knowledge: Knowledge) -> str:
    """The one object that is matched with this subject, unless its name would tell; "" if there is none or more than one."""
    stated = [
        term
        for term in knowledge.stated_objects(subject, predicate)
        if term in knowledge.terms and (not of or (term != of and of in knowledge.line_of(term)))
    ]
    return stated[0] if len(stated) == 1 and not veil(stated[0], subject, knowledge) else ""


def _entry(subject: str, home: str, headings: tuple[str, ...], predicate: str, knowledge: Knowledge) -> Entry:
    claims = {heading: Claim(subject, predicate, heading) for heading in headings}
    told = why_of(Claim(subject, predicate, home), True, knowledge)
    return entry_of(subject, knowledge.terms[subject].name, told, claims, knowledge)
