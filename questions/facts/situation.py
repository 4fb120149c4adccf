"""What is found, what it is, what to do about it, and what to watch."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from msgspec import Struct

from questions.claims import Claim, Verdict
from questions.fact import Line, kind_of_fact
from questions.interactions import Option
from questions.knowledge import Knowledge
from questions.matters import Situation as Matter
from questions.objectives import Objective
from questions.relating import group_of, objects_of, option_of, row_in_words
from questions.telling import Application, Misconception, Telling


class Act(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something to do, and why."""

    id: str
    text: str
    why: str


class Watching(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A relation of which the objects are to be watched (where a cancer spreads to), but for those where something is `found` already."""

    subject: str
    predicate: str
    found: tuple[str, ...] = ()


@kind_of_fact
class Situation(Telling, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`found` is what is found, `asks` asks what it is, `condition` answers.

    `acts`, asked by `asks_act`, are two things to do, `mistakes` what not to do.
    """

    kind: ClassVar[str] = "situation"
    introduced: ClassVar[int] = 8
    says: ClassVar[str] = "holds"
    aspect: ClassVar[str] = "acts"

    found: str
    condition: str
    misconceptions: tuple[Misconception, ...]
    acts: tuple[Act, Act]
    mistakes: tuple[Misconception, ...]
    watch: Watching
    asks_act: str

    @property
    def answer(self) -> Option:
        """What it is."""
        return self.option(self.id, self.id, self.condition, True, self.why)

    @property
    def false_answers(self) -> tuple[Misconception, ...]:
        """What it could be taken for."""
        return self.misconceptions

    def applications(self) -> tuple[Application, ...]:
        """What to do, each thing asked by itself."""
        return tuple(
            Application(id=act.id, asks=self._asked(self.asks_act), holds=act.text, why=act.why, misconceptions=self.mistakes)
            for act in self.acts
        )

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """What is watched for, and where something is found already."""
        yield self.watch.subject, "watch"
        yield from ((term, "watch") for term in self.watch.found)

    def at_odds(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """Nothing to watch."""
        subject, predicate = self.watch.subject, self.watch.predicate
        if not knowledge.stated_objects(subject, predicate):
            yield subject, f"no fact says what {subject} is {predicate}, so that there is nothing to watch; name another subject"

    def predicates_named(self) -> Iterable[str]:
        """The one by which the things to watch are known."""
        yield self.watch.predicate

    def objectives(self, knowledge: Knowledge) -> Iterator[Objective]:
        """Knowing what it is, what to do and what to watch; that rests on the relation as well."""
        matter = self.matter(knowledge)
        facts = tuple(dict.fromkeys((self.id, *(fact for option in matter.watch for fact in option.facts))))
        yield self.objective(knowledge, self.aspect, self.aim, matter, facts)

    def lines(self, knowledge: Knowledge) -> Iterator[Line]:
        """What is found is this, and calls for these acts."""
        yield Line(self._asked(self.asks), self.says, ((self.condition, ""), *((act.text, "") for act in self.acts)))

    def matter(self, knowledge: Knowledge) -> Matter:
        """The condition and the acts as questions, and the sites to watch as the bank settles them."""
        truth, acts = self.truth(knowledge), tuple(map(self.case, self.applications()))
        predicate = knowledge.predicates[self.watch.predicate]
        return Matter(
            cases=(replace(truth.cases[0], asks=self._asked(self.asks)), *acts),
            claims=truth.claims,
            others=truth.others,
            topic=truth.topic,
            case=self.found,
            acts=tuple(act.holds for act in acts),
            mistakes=acts[0].misconceptions,
            watch=self._watched(knowledge),
            one=predicate.one,
            phrase=predicate.objects.format(subject=knowledge.terms[self.watch.subject].spoken),
            why_watch=row_in_words(self.watch.subject, self.watch.predicate, knowledge),
        )

    def _asked(self, question: str) -> str:
        return f"{self.found} {question}"

    def _watched(self, knowledge: Knowledge) -> tuple[Option, ...]:
        """What the bank settles of the sort to which most of it belongs, but for what is found already."""
        subject, predicate = self.watch.subject, self.watch.predicate
        sorts = [group_of(term, knowledge) for term in knowledge.stated_objects(subject, predicate)]
        claims = (Claim(subject, predicate, term) for term in objects_of(predicate, knowledge) if term not in self.watch.found)
        return tuple(
            option_of(claim, "object", knowledge)
            for claim in claims
            if group_of(claim.object, knowledge) == max(sorted(set(sorts)), key=sorts.count)
            and knowledge.settle(claim).verdict is not Verdict.UNKNOWN
        )
