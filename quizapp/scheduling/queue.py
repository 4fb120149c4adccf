"""What a learner is asked next today: drills whose turn has come, then reviews, with new objectives spread between."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Final

from quizapp.scheduling.cards import KNOWN, Kind

ITEMS_BETWEEN: Final = 3
"""So many other items pass before a drill is asked again."""

DRILLS_IN_A_ROW: Final = 2
"""After so many something else comes first, where anything is left: else four that are missed again and again fill the whole day."""


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
    sooner: date | None = None  # the study day for which the learner wished it, due or not


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
    backlog: bool = False  # whether something is left that was due before the learner came back
    may: frozenset[int] = field(default=frozenset(), compare=False)  # objectives that could be asked now: what is left, or in its place
    waits: frozenset[int] = field(default=frozenset(), compare=False)  # those that are for another day since they stand beside others
    today: tuple[int, ...] = field(default=(), compare=False)  # objectives: `reviews` in their order, then `new`, then `after`
    after: int = 0  # new ones that come today once the backlog is done
    drilled: frozenset[int] = field(default=frozenset(), compare=False)  # objectives in drill
    unmet: int = field(default=0, compare=False)  # all that is new and does not come today, held back by a limit or waiting for a sibling

    @property
    def left(self) -> int:
        """How many questions the day still asks if each is known, a drill counted once."""
        return self.drills + self.reviews + self.new + self.after


def day_queue(
    candidates: Iterable[Candidate],
    asked: Sequence[Asked],
    day: date,
    seed: str,
    limits: Limits = Limits(),
    back_since: date | None = None,
    ahead_to: date | None = None,
    skipped: Collection[int] = (),
) -> DayQueue:
    """The queue of a study day: a function of what may be asked, of the day's live reviews in their order, and of a seed (the learner's).

    `candidates` has each objective once: all that are due or new, and those asked today (for their drills and siblings); others do no
    harm. Drills come first, once three other items have passed, two in a row at most while anything else is left; then reviews, the
    longest due first, shuffled by the seed within the day
    they are due since; new ones, in the order of the bank, at even distances between. Where only unripe drills are left, they come at once.
    Of siblings one is scheduled a day. What may not stand next to the last answer lets others pass; when there are none, a drill is asked
    all the same, being of this day alone, and others wait for the next day. Reviews go before new ones where the limit is short; and after
    a gap that ended on the day `back_since`, nothing new comes (nor is it held back) until what was due before that day is done. What
    is due by the day `ahead_to` is studied ahead, after all that is due today. What the learner wished for by this day goes before all
    else and whatever the limits, but for siblings; on a day that allows nothing, only what was wished for that very day. An answer, and
    taking it back, leaves the order of the others as it was. What was `skipped` keeps its room within the limits, but is not asked, and
    the others come as if the day held no more than them.
    """
    known, frame = (
        {one.objective: one for one in candidates},
        _Frame(day, seed, limits, back_since, max(day, ahead_to or day), frozenset(skipped)),
    )
    plan = _plan(known, asked, frame)
    chosen = plan.chosen(known, asked)
    over = plan.rest() if chosen is None else _left_over(plan, known, asked, frame)
    reviews, new, after = ([one for one in some if one.objective not in over] for some in (plan.reviews, plan.new, plan.after))
    waits = plan.waits | over
    return DayQueue(
        chosen.objective if chosen else None,
        len(plan.drills) + len(plan.later_drills),
        len(reviews),
        len(new),
        plan.held_reviews,
        plan.held_new,
        len(waits),
        plan.backlog,
        plan.may,
        waits,
        tuple(one.objective for one in (*reviews, *new, *after)),
        len(after),
        frozenset(one.objective for one in (*plan.drills, *plan.later_drills)),
        plan.unmet - len(new) - len(after),
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What bounds the day: see `day_queue`. What is due by `until` counts as due."""

    day: date
    seed: str
    limits: Limits
    back_since: date | None
    until: date
    skipped: frozenset[int]

    def but_skipped(self, some: Iterable[Candidate]) -> list[Candidate]:
        """Those of a lane that can be asked now."""
        return [one for one in some if one.objective not in self.skipped]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is left of the day, each lane in its order."""

    drills: Sequence[Candidate]  # whose turn has come
    later_drills: Sequence[Candidate]
    reviews: Sequence[Candidate]
    new: Sequence[Candidate]
    after: Sequence[Candidate]  # new ones for when the backlog is done
    new_comes_next: bool
    drilled_enough: bool  # so many drills were asked in a row that something else comes first
    held_reviews: int
    held_new: int
    unmet: int  # all that is new, whether or not it comes today
    waits: frozenset[int]
    may: frozenset[int]
    backlog: bool

    def lanes(self) -> Iterator[Sequence[Candidate]]:
        """The lanes to look in, one after the other."""
        others = [*self.new, *self.reviews] if self.new_comes_next else [*self.reviews, *self.new]
        yield from (others, self.drills) if self.drilled_enough else (self.drills, others)
        yield self.later_drills

    def left(self) -> list[Candidate]:
        """All that is in them."""
        return [one for lane in self.lanes() for one in lane]

    def rest(self) -> frozenset[int]:
        """The objectives that wait for another day where nothing of this plan can be asked."""
        return frozenset(one.objective for one in (*self.left(), *self.after))

    def chosen(self, known: Mapping[int, Candidate], asked: Sequence[Asked]) -> Candidate | None:
        """What is asked next: where no lane holds anything that may stand next to the last answer, a drill all the same."""
        last, left = known.get(asked[-1].objective) if asked else None, self.left()
        drill = next(iter([*self.drills, *self.later_drills]), None)
        return next((one for lane in self.lanes() if (one := _first(lane, last, left))), drill)


def _plan(known: Mapping[int, Candidate], asked: Sequence[Asked], frame: _Frame) -> _Plan:
    day, limits = frame.day, frame.limits
    done = [one for one in asked if one.kind == "scheduled"]
    done_new = sum(one.new for one in done)
    done_reviews = len(done) - done_new
    taken = {fact for one in done if one.objective in known for fact in known[one.objective].facts}
    answered, met_today = {one.objective for one in done}, frozenset(taken)
    still = [one for one in known.values() if one.objective not in answered and not one.suspended]

    wishes = [one for one in still if _is_wished(one, day, limits)]
    wished = _eldest(sorted(wishes, key=lambda one: (one.due is None, one.due or day, one.position, one.objective)), taken)
    still = [one for one in still if not _is_wished(one, day, limits)]
    due = _due(still, day, frame.until, frame.seed)
    eldest, room = _eldest(due, taken), max(limits.reviews - len(done) - len(wished), 0)
    reviews = frame.but_skipped([*(one for one in wished if one.due is not None), *eldest[:room]])
    backlog = frame.back_since is not None and any(one.due is not None and one.due < frame.back_since for one in eldest)
    unmet = [one for one in still if one.due is None]
    unseen = _eldest(sorted(unmet, key=lambda one: (one.position, one.objective)), taken)
    new_wished = [one for one in wished if one.due is None]
    more = unseen[: max(min(limits.new - done_new - len(new_wished), room - len(eldest)), 0)]
    new, after = (frame.but_skipped(some) for some in ((new_wished, more) if backlog else ([*new_wished, *more], [])))

    drills, full, full_of_new = _drills(known, asked), room <= 0, backlog or room <= 0 or limits.new <= done_new
    instead = [one for one in (*([] if full else due), *([] if full_of_new else unmet)) if met_today.isdisjoint(one.facts)]
    return _Plan(
        frame.but_skipped(drills[0]),
        frame.but_skipped(drills[1]),
        reviews,
        new,
        after,
        drilled_enough=len(asked) >= DRILLS_IN_A_ROW and all(one.kind == "drill" for one in asked[-DRILLS_IN_A_ROW:]),
        new_comes_next=_behind(done_new, len(new), done_reviews, len(reviews)),
        held_reviews=len(eldest[room:]),
        held_new=0 if backlog else len(unseen) - len(more),
        unmet=len(unmet) + sum(one.due is None for one in wishes),
        waits=frozenset(one.objective for one in (*wishes, *due)) - {one.objective for one in (*wished, *eldest)},
        may=frozenset(one.objective for one in (*drills[0], *drills[1], *wished, *instead)),
        backlog=backlog,
    )


def _left_over(plan: _Plan, known: Mapping[int, Candidate], asked: Sequence[Asked], frame: _Frame) -> frozenset[int]:
    """What is left in the end, with nothing to put between it and its neighbour, if all else is asked and known."""
    left = [*plan.left(), *plan.after]
    some = {one.objective: one for one in (*left, *(known[one.objective] for one in asked if one.objective in known))}
    if not _are_kept_apart(some.values()):
        return frozenset()
    drilled, log = {one.objective for one in asked}, list(asked)
    while chosen := plan.chosen(some, log):
        scheduled = chosen.objective not in drilled
        log.append(Asked(chosen.objective, "scheduled" if scheduled else "drill", KNOWN, new=scheduled and chosen.due is None))
        plan = _plan(some, log, frame)
    return plan.rest()


def _are_kept_apart(some: Collection[Candidate]) -> bool:
    """Whether any two of these may never stand next to each other."""
    facts = frozenset[str]().union(*(one.facts for one in some))
    return any(not one.beside.isdisjoint(facts) for one in some)


def _is_wished(one: Candidate, day: date, limits: Limits) -> bool:
    return one.sooner is not None and (one.sooner == day or (one.sooner < day and limits.reviews > 0))


def _due(candidates: Iterable[Candidate], day: date, until: date, seed: str) -> list[Candidate]:
    """Those due, the longest first; those due since one day in an order that no other candidate can change."""
    due = sorted((one.due, _shuffled(one, day, seed), one) for one in candidates if one.due is not None and one.due <= until)
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
