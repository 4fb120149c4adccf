"""What the plan to an exam says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.models import Person
from quizapp.queries.exams import ALL
from quizapp.queries.ways import Way
from quizapp.scheduling.exams import Missing
from quizapp.scheduling.planning import FAR, DayLoad
from quizapp.scheduling.queue import Limits
from quizapp.usecases.change_settings import MOST_NEW, MOST_REVIEWS
from quizapp.web.banks import every_bank
from quizapp.web.wording import format_date, ngettext
from quizapp.web.wording import gettext as _

WEAKEST = 10
WIDEST = 64


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day of the plan or, far from the exam, a week: its name and what it holds, and its bar in a drawing of 360 by 120."""

    day: str
    reviews: int
    new: int
    practice: int
    off: bool
    x: float
    width: float
    height: float

    @property
    def end(self) -> float:
        """Where its bar ends."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True)
class Risk:
    """An objective that may be forgotten by the exam, and how likely (whole percent) it is known then."""

    objective_id: int
    aim: str
    percent: int


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What is said of a plan: how long there is, whether it can be met, what to do where it cannot, its days and what is at risk."""

    when: str
    can_be_met: str
    pace: Limits | None  # so much a day would do, where a limit is in the way
    drop: tuple[tuple[str, str, str], ...]  # bank, topic and title
    days: tuple[PlannedDay, ...]
    weekly: bool  # whether these are weeks
    most: int  # on a day
    highest: int  # on one of these
    unseen: tuple[tuple[str, int], ...]  # title of a topic, and how many are not met yet
    risks: tuple[Risk, ...]


def titles_of_exams() -> dict[str, str]:
    """What each exam that there can be is about."""
    return {ALL: _("All that you study")} | {knowledge.bank.name: knowledge.bank.title for knowledge in every_bank()}


def words_for_plan(page: Way, person: Person, due: str = "") -> PlanWords:
    """The plan in words, for the person whose it is; to a date of a course with what is said of when it is due."""
    plan, days = page.plan, (page.day - page.today).days
    on = format_date(page.day, "EEEE d MMMM y")
    when = ngettext("It is in %(num)d day, on %(on)s.", "It is in %(num)d days, on %(on)s.", days, on=on) if days else _("It is today.")
    return PlanWords(
        when=due or when,
        can_be_met=_can_be_met(page, faster=_would_do(plan.pace, person), of_course=bool(due)),
        pace=plan.pace if _would_do(plan.pace, person) else None,
        drop=() if due else tuple((*topic.split("/", 1), _titles()[topic]) for topic in plan.drop),  # type: ignore[misc]
        days=_days(page),
        weekly=_weekly(page),
        most=max((_questions(page, one) for one in plan.load), default=0),
        highest=_highest(page),
        unseen=_unseen(page),
        risks=tuple(_risk(page, one) for one in page.at_risk[:WEAKEST]),
    )


def _would_do(pace: Limits, person: Person) -> bool:
    """Whether other limits than the person's would let all in, and can be chosen."""
    differs = pace != Limits(person.reviews_a_day, person.new_a_day)
    return differs and pace.reviews <= MOST_REVIEWS and pace.new <= MOST_NEW


def _can_be_met(page: Way, *, faster: bool, of_course: bool) -> str:
    plan = page.plan
    if plan.missing.new:
        return f"{_too_late(plan.missing)} {_what_helps(faster=faster, of_course=of_course)}"
    if plan.missing.known:
        passed_over = ngettext(
            "%(num)d question that is due would not be seen in the last seven days.",
            "%(num)d questions that are due would not be seen in the last seven days.",
            plan.missing.known,
        )
        return f"{passed_over} {_what_shows_them(faster=faster, of_course=of_course)}"
    if plan.unseen:
        return _("It can be met: everything new comes before the last days, and in these you see all of it once more.")
    return _("It can be met: you have seen all of it, and see it once more in the last seven days.")


def _what_helps(*, faster: bool, of_course: bool) -> str:
    """What to do where not all new ones are met: no more a day than can be kept up."""
    if of_course:
        last = _("Meet more new ones a day, or practise in the last days what was not seen.")
        return last if faster else _("Practise in the last days what was not seen.")
    return _("Meet more new ones a day, or leave a topic out.") if faster else _("Leave a topic out: so many new ones a day do not stay.")


def _what_shows_them(*, faster: bool, of_course: bool) -> str:
    """The same where known ones are passed over."""
    if not faster:
        return _("Practise then what was not seen.") if of_course else _("Leave a topic out, or practise then what was not seen.")
    return _("Answer more a day, or practise then what was not seen.") if of_course else _("Answer more a day, or leave a topic out.")


def _too_late(lacking: Missing) -> str:
    """How many are never met before the exam, and how many only in its last days."""
    late = lacking.new - lacking.never
    never = ngettext("%(num)d question would not be met by then.", "%(num)d questions would not be met by then.", lacking.never)
    if not lacking.never:
        return ngettext(
            "%(num)d question would be met only in the last days.", "%(num)d questions would be met only in the last days.", late
        )
    if not late:
        return never
    only_late = ngettext("%(num)d more would be met only in its last days.", "%(num)d more would be met only in its last days.", late)
    return f"{never} {only_late}"


def _days(page: Way) -> tuple[PlannedDay, ...]:
    """Each day or, far from the exam, each week from today on; with the year, where the plan goes on into the next."""
    spans, highest = _spans(page), _highest(page) or 1
    room = 332 / max(len(spans), 1)
    return tuple(
        PlannedDay(
            _named(page, span[0].day),
            sum(one.reviews for one in span),
            sum(one.new for one in span),
            sum(_practice(page, one) for one in span),
            all(one.off for one in span),
            round(28 + place * room, 1),
            round(min(room * 0.7, WIDEST), 1),
            round(100 * sum(_questions(page, one) for one in span) / highest, 1),
        )
        for place, span in enumerate(spans)
    )


def _weekly(page: Way) -> bool:
    return len(page.plan.load) > FAR


def _spans(page: Way) -> list[Sequence[DayLoad]]:
    load, length = page.plan.load, 7 if _weekly(page) else 1
    return [load[first : first + length] for first in range(0, len(load), length)]


def _highest(page: Way) -> int:
    return max((sum(_questions(page, one) for one in span) for span in _spans(page)), default=0)


def _named(page: Way, day: date) -> str:
    return format_date(day, "EEE d MMM" if page.today.year == page.day.year else "EEE d MMM y")


def _questions(page: Way, one: DayLoad) -> int:
    return one.questions + _practice(page, one)


def _practice(page: Way, one: DayLoad) -> int:
    if one.day == page.today:
        return len(page.practice)
    return page.plan.practice_a_day if (page.day - one.day).days <= 7 and not one.off else 0


def _unseen(page: Way) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for objective in page.plan.unseen:
        one = page.known[objective]
        counts[f"{one.bank}/{one.topic}"] = counts.get(f"{one.bank}/{one.topic}", 0) + 1
    titles = _titles()
    return tuple((titles[topic], count) for topic, count in counts.items())


def _risk(page: Way, objective_id: int) -> Risk:
    one = page.known[objective_id]
    aims = {key: objective.aim for knowledge in every_bank() for key, objective in knowledge.objectives.items()}
    return Risk(objective_id, aims[one.key], round(100 * one.on(page.day)))


def _titles() -> dict[str, str]:
    return {f"{knowledge.bank.name}/{topic.id}": topic.title for knowledge in every_bank() for topic in knowledge.bank.topics}
