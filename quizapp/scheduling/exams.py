"""The way to an exam: what has to be met before its last week, and what is practised in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from quizapp.scheduling.days_off import NONE_OFF, DaysOff
from quizapp.scheduling.planning import USUAL, Course, DayLoad, Habits, Planned, course, courses, middle
from quizapp.scheduling.queue import Limits

LAST_DAYS: Final = 7
"""In so many days before an exam everything is seen once more."""

MOST_A_DAY: Final = Limits(120, 30)
"""No pace beyond this is proposed, nor beyond twice of what the learner has chosen: what nobody would keep up is no way to an exam."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An objective that an exam asks for: its topic, how it stands in the schedule, and the study day on which it was answered last.

    One that is not `wanted` is none of the exam's, and has its place in the days all the same.
    """

    objective: int
    topic: str
    planned: Planned
    seen_on: date | None = None  # None: never
    likely: float = 0.0  # recall (0 to 1) on the day of the exam, if it is not asked before
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Missing:
    """What an exam asks for and the limits and the days left do not let in: new ones before the last days, known ones that are due before
    the exam but are not seen in its last days, since others keep the days full; and how many of the new ones are never met before it."""

    new: int = 0
    known: int = 0
    never: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.known)


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """What lies between today and an exam."""

    day: date
    load: tuple[DayLoad, ...]  # of each day before it, today first
    practice_a_day: int  # about so many in each of the last days, beside that
    unseen: tuple[int, ...]  # objectives not met yet
    missing: Missing
    pace: Limits  # limits that would let all in; those that hold, where these do, or none that can be chosen would
    drop: tuple[str, ...]  # topics without which all would be reached, those least begun first


def plan_exam(objectives: Sequence[Examined], today: date, day: date, habits: Habits = USUAL) -> ExamPlan:
    """The plan for an exam on a day, today or later, that asks for these objectives, none of them suspended, studied in this way.

    New ones are to be met before the last seven days, or before the last third of the days left where that is shorter. Practice moves no
    day of the schedule: it is of what was met, is not due before the exam, and was not seen in the last days.
    """
    taken = courses([one.planned for one in objectives], today, (day - today).days, habits)
    lacking, wanted = _lacking(taken[0], objectives, today, day, habits), [one for one in objectives if one.wanted]
    return ExamPlan(
        day,
        middle(taken),
        _practice_a_day(taken[0], objectives, day),
        tuple(one.objective for one in wanted if one.planned.due is None),
        lacking,
        _pace(objectives, today, day, habits) if lacking else habits.limits,
        tuple(_dropped(wanted, today, lacking)),
    )


def missing(objectives: Sequence[Examined], today: date, day: date, habits: Habits = USUAL) -> Missing:
    """What of an exam is not met or not seen in time. One course that things may take tells it, since the limits do and not chance."""
    return _lacking(course([one.planned for one in objectives], today, (day - today).days, habits), objectives, today, day, habits)


def _lacking(taken: Course, objectives: Sequence[Examined], today: date, day: date, habits: Habits) -> Missing:
    """The same of a course that was taken."""
    until, both = _until(taken, today, day), [both for both in zip(objectives, taken.after, strict=True) if both[0].wanted]
    last = until[-1].day if until else today
    new = [(one, after) for one, after in both if one.planned.due is None and not _seen_since(last_days(day), one)]
    unmet = sum(after.met is None or after.met > last for _one, after in new)
    free = sum(_room(one, today, habits) - one.new for one in until)
    late, never = max(unmet - free, 0), sum(after.met is None for _one, after in new)
    return Missing(late, sum(_passed_over(one, after, day) for one, after in both), min(late, never))


def last_days(day: date) -> date:
    """The first of the seven days before an exam."""
    return date.fromordinal(max(day.toordinal() - LAST_DAYS, 1))


def practised_on(objectives: Iterable[Examined], today: date, day: date, off: DaysOff = NONE_OFF) -> list[Examined]:
    """What of an exam's objectives is practised on a study day, the least likely known first: an even share of what is left.

    Only in the last days, and never on a day off; so that by the exam each that was met has been seen in them.
    """
    first = last_days(day)
    if not first <= today < day or today in off:
        return []
    met = [one for one in objectives if one.wanted and one.planned.due and one.planned.due >= day]
    left = [one for one in met if not _seen_since(first, one)]
    return sorted(left, key=lambda one: (one.likely, one.objective))[: share_a_day(len(left), today, day, off)]


def not_seen(objectives: Iterable[Examined], today: date, day: date) -> list[Examined]:
    """What an exam asks for and was not seen in its last days yet, as soon as they have begun, and on its own day until it is due."""
    first = last_days(day)
    return [one for one in objectives if one.wanted and not _seen_since(first, one)] if first <= today <= day else []


def share_a_day(left: int, today: date, day: date, off: DaysOff = NONE_OFF) -> int:
    """How many of so many come on each day that is left before an exam and is not off; all of them where none is."""
    days = sum(today + timedelta(days=ahead) not in off for ahead in range((day - today).days))
    return -(-left // max(days, 1))


def _seen_since(first: date, one: Examined) -> bool:
    return one.seen_on is not None and one.seen_on >= first


def _until(taken: Course, today: date, day: date) -> list[DayLoad]:
    """The days on which new ones are to be met."""
    return [one for one in taken.load if one.day < day - timedelta(days=_stretch(today, day))]


def _stretch(today: date, day: date) -> int:
    """How many days there are for nothing new: a week before an exam that is near would leave no day for anything new."""
    return min(LAST_DAYS, (day - today).days // 3)


def _room(one: DayLoad, today: date, habits: Habits) -> int:
    """How many new ones a day lets in; siblings that wait for each other find their place later, in the last days too. A day of which the
    queue has told what it asks lets in no others."""
    if habits.queued and one.day == today:
        return one.new
    room = habits.room_on(one.day, today)
    return max(min(room.new, room.reviews - one.reviews), 0)


def _passed_over(one: Examined, after: Planned, day: date) -> bool:
    """Whether something known is due before the exam, so that it is not practised, and yet not asked in its last days."""
    first, seen = last_days(day), after.asked or one.seen_on
    return bool(one.planned.due and after.due and after.due < day and (seen is None or seen < first))


def _pace(objectives: Sequence[Examined], today: date, day: date, habits: Habits) -> Limits:
    """The lowest limits, in steps, that let all in; those that hold where none does that can be kept up."""
    reviews, own, habits = habits.limits.reviews, habits.limits, replace(habits, queued=False)  # today was told by the limits that hold
    new, most = (
        max(own.new, _new_a_day(objectives, today, day, habits)),
        Limits(max(MOST_A_DAY.reviews, 2 * own.reviews), max(MOST_A_DAY.new, 2 * own.new)),
    )
    while new <= most.new and reviews <= most.reviews:
        pace = Limits(reviews, new)
        if not missing(objectives, today, day, replace(habits, limits=pace)):
            return pace
        reviews += max(5, reviews // 4)
    return own


def _new_a_day(objectives: Sequence[Examined], today: date, day: date, habits: Habits) -> int:
    """How many new ones a day are met evenly until the last days, on those days that are not off, up to the last that is wanted."""
    unmet = [one.wanted for one in objectives if one.planned.due is None]
    unseen = max((place for place, wanted in enumerate(unmet, 1) if wanted), default=0)
    days = sum(today + timedelta(days=ahead) not in habits.off for ahead in range((day - today).days - _stretch(today, day)))
    return -(-(unseen + habits.done.new) // days) if days else 0


def _practice_a_day(taken: Course, objectives: Sequence[Examined], day: date) -> int:
    """About how much practice the last days hold beside the schedule: of what is met by then and not asked in them by itself."""
    first = last_days(day)
    last = sum(one.day >= first and not one.off for one in taken.load)
    both = [(after.due, after.asked or one.seen_on) for one, after in zip(objectives, taken.after, strict=True) if one.wanted]
    left = sum(due is not None and (seen is None or seen < first) for due, seen in both)
    return -(-left // last) if last else 0


def _dropped(objectives: Sequence[Examined], today: date, lacking: Missing) -> Iterable[str]:
    """Topics to leave out, by what of them is still to be done: new ones and, where known ones are passed over, overdue ones.
    Of equals those that come last in the bank."""
    to_do: dict[str, list[bool]] = {}
    for one in objectives:
        due = one.planned.due
        to_do.setdefault(one.topic, []).append(due is None or bool(lacking.known and due < today))
    too_many = lacking.new + lacking.known
    from_the_end = [*to_do][::-1]
    for topic in sorted(from_the_end, key=lambda topic: (-sum(to_do[topic]) / len(to_do[topic]), -sum(to_do[topic]))):
        if too_many <= 0 or not any(to_do[topic]):
            return
        too_many -= sum(to_do[topic])
        yield topic
