"""Keep how much a person studies a day, where their day ends, and in which language they read."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.people import MOST_EXTRA_TIME
from quizapp.models.transactions import begin_writing
from quizapp.queries.study_days import moved_of
from quizapp.scheduling.days import known_zones, zone_in_force
from quizapp.usecases.wording import Problems, sentence

MOST_REVIEWS, MOST_NEW = 500, 100


def change_settings(
    session: Session,
    person_id: int,
    at: datetime,
    *,
    reviews_a_day: str,
    new_a_day: str,
    zone: str,
    language: str,
    languages: Collection[str],
    extra_time: str = "",
    helping: bool = False,
) -> Person | Problems:
    """Set the daily limits, at once; the zone, from the next study day on; the language, one of those that pages are written in; and the
    extra time in per cent that time limits have for this person from the next quiz on ("": none); of a patient, whether they are asked as
    whoever helps one, from the next question on."""
    reviews, new, extra = _number(reviews_a_day), _number(new_a_day), _number(extra_time.strip().removesuffix("%") or "0")
    problems = _problems(reviews, new) | _choices(zone, language, languages)
    if extra is None or extra > MOST_EXTRA_TIME:
        problems["extra_time"] = sentence("Type a number from 0 to 200, or leave it empty.")
    if problems:
        return problems
    assert reviews is not None
    assert new is not None
    assert extra is not None
    begin_writing(session)
    person = session.get_one(Person, person_id)
    person.reviews_a_day, person.new_a_day, person.language, person.extra_time = reviews, new, language, extra
    person.helping = helping and person.audience == "patient"
    _move(person, zone, at)
    return person


def _problems(reviews: int | None, new: int | None) -> Problems:
    problems: Problems = {}
    if reviews is None or not 1 <= reviews <= MOST_REVIEWS:
        problems["reviews_a_day"] = sentence("Type a number from 1 to 500.")
    if new is None or new > MOST_NEW:
        problems["new_a_day"] = sentence("Type a number from 0 to 100.")
    elif not problems and reviews is not None and new > reviews:
        problems["new_a_day"] = sentence("New questions are counted among those of the day: type no more than those.")
    return problems


def _choices(zone: str, language: str, languages: Collection[str]) -> Problems:
    problems: Problems = {}
    if zone not in known_zones():
        problems["zone"] = sentence("Choose the time zone in which you live.")
    if language not in languages:
        problems["language"] = sentence("Choose one of the languages.")
    return problems


def _number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _move(person: Person, zone: str, at: datetime) -> None:
    """Whoever moves keeps the zone that counts now until their study day is over, however often they change their mind in it."""
    if zone == person.zone:
        return
    person.moved_from, person.moved_at = zone_in_force(at, person.zone, moved_of(person)), at
    person.zone = zone
