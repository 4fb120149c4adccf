"""What a learner is asked next today: drills whose turn has come, then reviews, with new objectives spread between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Final

from quizapp.scheduling.cards import KNOWN, Kind

ITEMS_BETWEEN: Final = 3
"""So many other items pass before a drill is asked again."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An objective that may be asked of a learner.

    Siblings share one of their `facts` (keys of any sort: the fact it hangs on, a mark for a pair that the bank keeps apart for a day).
    `beside` holds the facts of objectives that never stand next to it; it is enough that one of the two says so.
    """

    objective: int
    position: int  # its place in the bank, the order in which new ones are introduced
    facts: frozenset[str]
    beside: frozenset[str] = frozenset()
    due: date | None = None  # None: new
    suspended: bool = False  # not to be asked; where it was asked today it still stands for its siblings and its neighbours


@dataclass(frozen=True, slots=True)
class Asked:
    """A live review of today: its objective and kind, the grade that counts (0 to 5), and whether it was the objective's first."""

    objective: int
    kind: Kind
    grade: int
    new: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Scheduled reviews a day, first ones included, and first ones among them (each 0 up). Drills count in neither."""

    reviews: int = 60
    new: int = 10


@dataclass(frozen=True, slots=True)
class DayQueue:
    """What is asked next (None: nothing more today), what else today holds, and what it does not."""

    next: int | None
    drills: int  # in drill, whether or not their turn has come
    reviews: int  # due, and still to come today
    new: int  # to be introduced today
    held_reviews: int  # due, but over the limit
    held_new: int  # new, but over the limit
    waiting: int  # for another day: due beside a sibling that goes first, or left over with nothing to put between it and its neighbour


def day_queue(candidates: Iterable[Candidate], asked: Sequence[Asked], day: date, seed: str, limits: Limits = Limits()) -> DayQueue:
    """The queue of a study day: a function of what may be asked, of the day's live reviews in their order, and of a seed (the learner's).

    `candidates` has each objective once: all that are due or new, and those asked today (for their drills and siblings); others do no
    harm. Drills come first, once three other items have passed; then reviews, the longest due first, shuffled by the seed within the day
    they are due since; new ones, in the order of the bank, at even distances between. Where only unripe drills are left, they come at once.
    Of siblings one is scheduled a day. What may not stand next to the last answer lets others pass; when there are none, a drill is asked
    all the same, being of this day alone, and others wait for the next day. Reviews go before new ones where the limit is short. An answer,
    and taking it back, leaves the order of the others as it was.
    """
    known = {one.objective: one for one in candidates}
    last = known.get(asked[-1].objective) if asked else None
    plan = _plan(known, asked, day, seed, limits)
    left = [one for lane in plan.lanes() for one in lane]
    chosen = next((one for lane in plan.lanes() if (one := _first(lane, last, left))), plan.last_resort())
    if chosen is None:
        return DayQueue(None, 0, 0, 0, plan.held_reviews, plan.held_new, plan.waiting + len(plan.reviews) + len(plan.new))
    drills = len(plan.drills) + len(plan.later_drills)
    return DayQueue(chosen.objective, drills, len(plan.reviews), len(plan.new), plan.held_reviews, plan.held_new, plan.waiting)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is left of the day, each lane in its order."""

    drills: Sequence[Candidate]  # whose turn has come
    later_drills: Sequence[Candidate]
    reviews: Sequence[Candidate]
    new: Sequence[Candidate]
    new_comes_next: bool
    held_reviews: int
    held_new: int
    waiting: int

    def lanes(self) -> Iterator[Sequence[Candidate]]:
        """The lanes to look in, one after the other."""
        yield self.drills
        yield [*self.new, *self.reviews] if self.new_comes_next else [*self.reviews, *self.new]
        yield self.later_drills

    def last_resort(self) -> Candidate | None:
        """The drill that is asked whatever it stands next to, where no lane holds anything else."""
        return next(iter([*self.drills, *self.later_drills]), None)


def _plan(known: Mapping[int, Candidate], asked: Sequence[Asked], day: date, seed: str, limits: Limits) -> _Plan:
    done = [one for one in asked if one.kind == "scheduled"]
    done_new = sum(one.new for one in done)
    done_reviews = len(done) - done_new
    taken = {fact for one in done if one.objective in known for fact in known[one.objective].facts}
    answered = {one.objective for one in done}
    still = [one for one in known.values() if one.objective not in answered and not one.suspended]

    due = _due(still, day, seed)
    eldest = _eldest(due, taken)
    reviews = eldest[: max(limits.reviews - len(done), 0)]
    unseen = _eldest(sorted((one for one in still if one.due is None), key=lambda one: (one.position, one.objective)), taken)
    new = unseen[: max(min(limits.new - done_new, limits.reviews - len(done) - len(reviews)), 0)]

    return _Plan(
        *_drills(known, asked),
        reviews,
        new,
        new_comes_next=_behind(done_new, len(new), done_reviews, len(reviews)),
        held_reviews=len(eldest) - len(reviews),
        held_new=len(unseen) - len(new),
        waiting=len(due) - len(eldest),
    )


def _due(candidates: Iterable[Candidate], day: date, seed: str) -> list[Candidate]:
    """Those due, the longest first; those due since one day in an order that no other candidate can change."""
    due = sorted((one.due, _shuffled(one, day, seed), one) for one in candidates if one.due is not None and one.due <= day)
    return [one for _, _, one in due]


def _shuffled(one: Candidate, day: date, seed: str) -> tuple[bytes, int]:
    return blake2b(f"{seed}/{day}/{one.objective}".encode(), digest_size=8).digest(), one.objective


def _eldest(ordered: Iterable[Candidate], taken: set[str]) -> list[Candidate]:
    """The first of each family of siblings, where no sibling is taken; their facts are taken then."""
    eldest = []
    for one in ordered:
        if taken.isdisjoint(one.facts):
            taken |= one.facts
            eldest.append(one)
    return eldest


def _behind(done_new: int, new: int, done_reviews: int, reviews: int) -> bool:
    """Whether new ones have fallen behind, when the day's are to lie evenly among its reviews."""
    return bool(new) and (2 * done_new + 1) * (done_reviews + reviews) < (2 * done_reviews + 1) * (done_new + new)


def _drills(known: Mapping[int, Candidate], asked: Sequence[Asked]) -> tuple[list[Candidate], list[Candidate]]:
    """The objectives in drill whose turn has come, and the others; the longest not asked first."""
    last_place = {one.objective: place for place, one in enumerate(asked)}
    asked_again = {one.objective for one in known.values() if not one.suspended}
    places = sorted(place for objective, place in last_place.items() if objective in asked_again and asked[place].grade < KNOWN)
    ripe = [place for place in places if len(asked) - 1 - place >= ITEMS_BETWEEN]
    return [known[asked[place].objective] for place in ripe], [known[asked[place].objective] for place in places[len(ripe) :]]


def _first(lane: Sequence[Candidate], last: Candidate | None, left: Sequence[Candidate]) -> Candidate | None:
    """The first that may stand next to the last answer.

    One after which nothing of what is left may stand lets others go first, and the only one that goes between all others is kept
    while it can be.
    """
    fit = [one for one in lane if last is None or not _never_beside(one, last)]
    leading = (one for one in fit if _leads_on(one, left))
    between = _go_between(lane)
    return next((one for one in leading if [one] != between), next((one for one in fit if _leads_on(one, left)), next(iter(fit), None)))


def _leads_on(one: Candidate, left: Sequence[Candidate]) -> bool:
    return any(other is not one and not _never_beside(one, other) for other in left)


def _never_beside(one: Candidate, other: Candidate) -> bool:
    return not (one.beside.isdisjoint(other.facts) and other.beside.isdisjoint(one.facts))


def _go_between(lane: Sequence[Candidate]) -> list[Candidate]:
    """Those that may stand next to any other of the lane."""
    facts = frozenset[str]().union(*(one.facts for one in lane))
    beside = frozenset[str]().union(*(one.beside for one in lane))
    return [one for one in lane if one.beside.isdisjoint(facts) and one.facts.isdisjoint(beside)]
