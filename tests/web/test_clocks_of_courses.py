"""The dates of a course are told by its own clock, which its pages name."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.web.courses.words import clock_in_words
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.test_teaching import course, sets  # noqa: F401

FAR = "Dates and times are those of Asia/Tokyo. Your own clock is that of Europe/Berlin."


@pytest.fixture
def tokyo(outsider: Browser, course: str) -> str:  # noqa: F811
    """The course, by another clock than that of its people."""
    form = outsider.open(f"{course}/settings").form(r".*/settings")
    outsider.send(form, {"zone": ["Asia/Tokyo"]})
    return course


def test_each_page_with_dates_of_a_course_names_its_clock_once(student: Browser, outsider: Browser, tokyo: str) -> None:
    assert FAR not in student.open(tokyo).text, "nothing is set"
    work = sets(outsider, tokyo, "kinds", "spread").path
    mine = student.open(tokyo).link("What the course sees of me")
    pages = [student.open(path) for path in (tokyo, work, mine)]
    pages += [outsider.open(path) for path in (tokyo, work, mine, f"{tokyo}/people", f"{tokyo}/map")]
    assert [page.text.count(FAR) for page in pages] == [1] * len(pages)


def test_what_is_put_aside_bears_the_day_of_the_course(student: Browser, outsider: Browser, tokyo: str, clock: StandingClock) -> None:
    assert clock.at.hour == 20
    sets(outsider, tokyo, "kinds", "spread")
    number = student.send(student.open(tokyo).form(r".*/beginnings")).path.split("/")[2]
    form = outsider.open(f"{tokyo}/asides/{number}").form(r".*/asides/\d+")
    way = form.all("option")[-1].attributes["value"]
    page = outsider.send(form, {"template": [way], "words": ["It is unclear."]})
    assert "It is unclear. (outsider, 3 March 2026)" in page.text
    assert page.text.count(FAR) == 1


def test_a_report_bears_the_day_of_the_course(app: Flask, student: Browser, outsider: Browser, tokyo: str) -> None:
    sets(outsider, tokyo, "kinds", "spread")
    number = student.send(student.open(tokyo).form(r".*/beginnings")).path.split("/")[2]
    form = student.open(f"/study/{number}/report").form(r"/study/\d+/reports")
    student.send(form, {"problem": ["unclear"], "words": ["Which of the two?"]})
    reported = outsider.open(f"{tokyo}/questions/{number}").root.all("section", aria_labelledby="reports")[0].text()
    assert re.search("Which of the two.*3 March 2026", reported)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(("own", "differs"), [("Europe/Berlin", False), ("Europe/Vienna", False), ("America/New_York", True)])
def test_a_clock_that_tells_the_same_time_is_not_called_another(own: str, differs: bool) -> None:
    words = clock_in_words("Europe/Berlin", own, datetime(2026, 3, 2, tzinfo=UTC))
    assert words == "Dates and times are those of Europe/Berlin." + (" Your own clock is that of America/New York." if differs else "")
