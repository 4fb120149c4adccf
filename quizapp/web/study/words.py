"""What Today and the summary say."""

from dataclasses import dataclass

from quizapp.queries.sitting import Summary, minutes_for
from quizapp.queries.today import PORTION, Today
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Words:
    """A heading and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


def words_for_today(today: Today, *, is_set: bool = False, practice: bool = False, teaches: bool = False) -> Words:
    """What waits today, in calm words; further down the page may tell of what courses have set, and of practice for a date."""
    if today.waiting:
        return _coming_back(today) if today.back_since else _waiting(today)
    if today.off:
        return Words(_("A day off"), (_("As you planned, nothing is asked today. What is due waits for you."),))
    if today.empty and is_set:
        below = _("It stands below, with what to do. What you begin to study comes here by itself.")
        return Words(_("Set by your courses"), (below,))
    if today.empty and teaches:
        below = _("Your courses show who needs help. To study yourself, start a topic in the library.")
        return Words(_("Nothing of your own to study yet"), (below,))
    if today.empty:
        return Words(_("Nothing to study yet"), (_("Start a topic in the library, and its first questions are here."),))
    more = (_("Below you can practise for a date."),) if practice else ()
    return Words(_("That is all for today"), (*_next_day(today), *_held_back(today), *more))


def words_to_begin_with() -> Words:
    """What a patient reads who has started nothing."""
    return Words(
        _("You can begin now"), (_("Short questions in plain words, one at a time. Stop whenever you like: each answer is saved."),)
    )


def numbers_of_today(today: Today) -> tuple[tuple[str, int], ...]:
    """What the day comes to in numbers, where there are two or more to tell; of a day of coming back not what is due."""
    coming = () if today.back_since else ((_("to come back to"), today.reviews), (_("new"), today.new))
    numbers = (*coming, (_("once more today"), today.drills), (_("answered"), today.answered))
    told = tuple((words, number) for words, number in numbers if number)
    return told if len(told) > 1 else ()


def _waiting(today: Today) -> Words:
    heading = ngettext("%(num)d question for today", "%(num)d questions for today", today.waiting)
    minutes = minutes_for(min(today.waiting, PORTION))
    if today.waiting > PORTION:
        long = ngettext(
            "Twelve make a portion, which takes about %(num)d minute.", "Twelve make a portion, which takes about %(num)d minutes.", minutes
        )
    else:
        long = ngettext("It takes about %(num)d minute.", "It takes about %(num)d minutes.", minutes)
    stop = _("Stop whenever you like: each answer is saved.")
    return Words(heading, (f"{long} {stop}",))


def _coming_back(today: Today) -> Words:
    """A portion, never the pile: whoever was away begins small, and is not counted up to."""
    left = min(PORTION - today.answered, today.waiting)
    if left <= 0:
        return Words(_("Today’s portion is done"), (_("Go on for as long as you like, or come back tomorrow. The rest can wait."),))
    welcome = (_("Welcome back. Most of what you knew comes back quickly."),) if today.back_since == today.day else ()
    return Words(ngettext("%(num)d for today", "%(num)d for today", left), (*welcome, _("There is nothing new until you have caught up.")))


def words_for_summary(summary: Summary, today: Today, *, plainly: bool = False, all_skipped: bool = False) -> Words:
    """What came of a sitting, when to come back, and the rhythm of the week; whoever is told plainly hears of no score. What is left of the
    day may all be skipped."""
    answered = summary.answered
    come_back = (_all_skipped(),) if all_skipped else _come_back(summary, today)
    if not answered and all_skipped:
        heading = ngettext("You skipped %(num)d question", "You skipped %(num)d questions", today.waiting)
        return Words(heading, come_back)
    if not answered and today.off and not today.waiting:
        return Words(_("A day off"), (_("As you planned, nothing is asked today. What is due waits for you."),))
    if not answered:
        return Words(_("Nothing to sum up yet"), (_("Answer a few questions, and what came of them is shown here."),))
    heading = _("You got %(got)s of %(answered)s", got=len(summary.got), answered=answered)
    if plainly:
        heading = ngettext("You looked at %(num)d question", "You looked at %(num)d questions", answered)
    rhythm = ngettext("You studied on %(num)d day this week.", "You studied on %(num)d days this week.", summary.days_this_week)
    return Words(heading, (rhythm, *come_back))


def _all_skipped() -> str:
    return _("The questions you skipped are all that is left. They come again when you go on, or tomorrow.")


def _come_back(summary: Summary, today: Today) -> tuple[str, ...]:
    if today.waiting and today.back_since:
        return (_("Go on for as long as you like, or come back tomorrow. The rest can wait."),)
    if today.waiting:
        return (ngettext("%(num)d question is left for today.", "%(num)d questions are left for today.", today.waiting),)
    if today.next_day is None and not today.held_back:
        return (_("Nothing more is due."),)
    return (*_next_day(today), *_held_back(today))


def _next_day(today: Today) -> tuple[str, ...]:
    if today.next_day is None:
        return ()
    day = day_in_words(today.next_day, today.day)
    return (ngettext("%(num)d question comes back %(day)s.", "%(num)d questions come back %(day)s.", today.next_day_count, day=day),)


def _held_back(today: Today) -> tuple[str, ...]:
    """What the limits hold back, said where the day ends: what is due, and all that was not met, as other pages count it; of a pile, not
    how large it is."""
    if not today.held_back:
        return ()
    if today.back_since or today.held_reviews > PORTION:
        return (_("The rest waits for another day, and nothing is lost by it."),)
    due = ngettext("%(num)d more that is due waits for another day.", "%(num)d more that are due wait for another day.", today.held_reviews)
    unmet = ngettext(
        "%(num)d that you have not met waits for another day.", "%(num)d that you have not met wait for another day.", today.unmet
    )
    return tuple(words for words, some in ((due, today.held_reviews), (unmet, today.unmet)) if some)
