from tests.standing_clock import StandingClock
from tests.web.browser import Browser


def test_days_off_are_found_from_the_settings_and_kept(student: Browser) -> None:
    page = student.open(student.open("/settings").link("Days off and holidays"))
    page = student.send(page.form("/days-off"), {"weekday": ["5", "6"]})
    assert "Your days off are kept." in page.text
    checked = [box.attributes["value"] for box in page.root.all("input", name="weekday") if "checked" in box.attributes]
    assert checked == ["5", "6"]


def test_a_week_without_a_day_to_study_on_is_refused_and_stays_filled_in(student: Browser) -> None:
    page = student.open("/days-off")
    page = student.send(page.form("/days-off"), {"weekday": list("0123456")})
    assert page.status == 422
    assert "Leave at least one day of the week to study on." in page.text
    assert len([box for box in page.root.all("input", name="weekday") if "checked" in box.attributes]) == 7


def test_a_holiday_is_planned_seen_and_taken_back(student: Browser, clock: StandingClock) -> None:
    first, last = clock.at.date().replace(day=20).isoformat(), clock.at.date().replace(day=24).isoformat()
    page = student.send(student.open("/days-off").form("/breaks"), {"first": [last], "last": [first]})
    assert page.status == 422
    assert page.root.all("input", name="first")[0].attributes["value"] == last
    page = student.send(page.form("/breaks"), {"first": [" "], "last": [" "]})
    assert "Choose a first day, today or later." in page.text
    assert "Choose a last day" not in page.text
    page = student.send(page.form("/breaks"), {"first": [first], "last": [last]})
    assert "Nothing is asked then." in page.text
    assert " to " in page.text
    page = student.send(page.form("/breaks/ended"))
    assert "You are asked on these days again." in page.text


def test_on_a_day_off_nothing_is_asked_and_one_can_study_all_the_same(student: Browser, clock: StandingClock) -> None:
    today = clock.at.date().isoformat()
    student.send(student.open("/days-off").form("/breaks"), {"first": [today], "last": [""]})
    nothing = student.open("/study")
    assert nothing.title.startswith("A day off")
    assert nothing.has_form("/study/more")
    page = student.open("/today")
    assert page.root.all("h1")[0].text() == "A day off"
    assert student.open("/study").path == "/study/summary"
    page = student.send(page.form("/study/more"))
    assert page.path.startswith("/study/")
    assert "Question 1 of 12" in page.text
