"""Who knows what, in the browser: setting something, the map, a learner's page, down to one answer."""

import re
import time
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from flask import Flask
from sqlalchemy import text

from quizapp.models import Assignment, Course
from quizapp.models.engines import PATIENCE, WRITING
from quizapp.queries.grades import Graded
from quizapp.web.courses import learners
from quizapp.web.courses.taking_out import figures_of
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers, signs_up

pytestmark = pytest.mark.every_database

DUE = "2026-03-31"


@pytest.fixture
def course(student: Browser, outsider: Browser) -> str:
    """The address of a course of the outsider's, which the student has joined."""
    page = outsider.send(outsider.open("/courses/new").form("/courses"), {"title": ["Oncology nursing"]})
    page = outsider.send(page.form(r".*/code"))
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)[0]  # type: ignore[index]
    student.send(student.open("/join").form("/enrolments"), {"code": [code], "called": ["Ann Lee"]})
    return page.path.removesuffix("/people")


def sets(instructor: Browser, course: str, *topics: str, **more: str) -> Page:
    form = instructor.open(f"{course}/assignments/new").form(r".*/assignments")
    chosen = [f"metastatic-cancer/{topic}" for topic in topics]
    return instructor.send(form, {"title": ["Spread"], "topic": chosen, "due": [DUE], **{name: [value] for name, value in more.items()}})


def all_topics(instructor: Browser, course: str) -> list[str]:
    boxes = instructor.open(f"{course}/assignments/new").root.all("input", name="topic")
    return [box.attributes["value"].removeprefix("metastatic-cancer/") for box in boxes if box.attributes["value"].startswith("metastatic")]


def test_what_is_set_is_found_and_studied_by_its_learners(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    page = sets(outsider, course, *all_topics(outsider, course))
    assert page.heading == "Spread"
    assert "Ann Lee not started" in page.text
    page = student.open(course)
    assert "not started" in page.text
    question = student.send(page.form(r".*/beginnings"))
    assert question.path.startswith("/study/")
    answers(app, student, question)
    assert "working" in student.open(course).text
    assert "1 points" in student.open(course).text


def test_a_form_that_is_not_whole_comes_back_filled_in(outsider: Browser, student: Browser, course: str) -> None:
    page = sets(outsider, course, "spread", goal="12", due="")
    assert page.status == 422
    assert "Type a whole number from 70 to 97" in page.text
    assert page.link("Choose the day at whose end it is due") == "#due"
    assert page.form(r".*/assignments").all("input", name="title")[0].attributes["value"] == "Spread"
    assert page.form(r".*/assignments").all("input", value="metastatic-cancer/spread", checked="")


def test_what_is_wrong_with_what_is_set_is_said_of_its_own_fields(outsider: Browser, student: Browser, course: str) -> None:
    page = sets(outsider, course, "spread", title="", opens="x", due="y")
    assert page.link("Type a title, such as “How cancer spreads”.") == "#title"
    assert page.link("Choose the day on which it opens") == "#opens"
    assert page.link("Choose the day at whose end it is due") == "#due"


def test_the_form_names_the_zone_as_people_write_it(outsider: Browser, student: Browser, course: str) -> None:
    outsider.send(outsider.open(f"{course}/settings").form(r".*/settings"), {"zone": ["Pacific/Pago_Pago"]})
    page = outsider.open(f"{course}/assignments/new")
    assert "Days are those of Pacific/Pago Pago." in page.text


def test_an_answer_is_reached_in_three_steps(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    question = student.send(student.open(course).form(r".*/beginnings"))
    stem = question.root.all("h1")[0].text()
    answers(app, student, question, right=False, sure=None)
    found = outsider.open(f"{course}/map")
    learner = outsider.open(found.link("Ann Lee"))
    assert "Last answers" in learner.text
    (link,) = (one.attributes["href"] for one in learner.root.all("a", class_="tall"))
    answer = outsider.open(link)
    assert stem in answer.text
    assert "0 of" in answer.text


def test_the_learner_sees_the_same_page_and_who_opened_it(student: Browser, outsider: Browser, course: str) -> None:
    page = student.open(student.open(course).link("What the course sees of me"))
    assert "Nobody yet." in page.text
    outsider.open(page.path)
    assert "outsider, 2 March 2026" in student.open(page.path).text


def test_every_answer_is_reached_from_the_page_of_a_learner(
    app: Flask, student: Browser, outsider: Browser, course: str, monkeypatch: pytest.MonkeyPatch, clock: StandingClock
) -> None:
    monkeypatch.setattr(learners, "LATEST", 2)
    monkeypatch.setattr(learners, "ANSWERS", 2)
    topics = all_topics(outsider, course)
    sets(outsider, course, *topics)
    page = student.send(student.open(course).form(r".*/beginnings"))
    first = page.path.split("?")[0]
    for _ in range(5):
        answers(app, student, page, right=False)
        clock.let_pass(days=1)
        page = student.open(first)
    address = student.open(course).link("What the course sees of me")
    for who in (outsider, student):
        learner = who.open(address)
        assert "1 of 3" in learner.text
        last = who.open(who.open(learner.link("Earlier answers")).link("Earlier answers"))
        assert ("3 of 3" in last.text, len(last.root.all("a", class_="tall"))) == (True, 1)
        assert who.open(f"{address}?page=99").heading == learner.heading
        inside = [
            one
            for topic in topics
            for one in who.open(f"{address}?topic=metastatic-cancer/{topic}").root.all("li")
            if "5 answers" in one.text()
        ]
        answered = who.open(inside[0].all("a")[0].attributes["href"])
        pages = [answered, who.open(answered.link("Earlier answers"))]
        pages.append(who.open(pages[-1].link("Earlier answers")))
        assert [len(one.root.all("article")) for one in pages] == [2, 2, 1]
        assert len({one.text() for page in pages for one in page.root.all("p", class_="counts")}) == 5
        assert [one.attributes["href"] for one in learner.root.all("a") if "topic=metastatic-cancer" in one.attributes["href"]]


def test_one_page_tells_one_date_of_an_answer_that_was_given_after_midnight(
    app: Flask, student: Browser, outsider: Browser, course: str, clock: StandingClock
) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    clock.at = datetime(2026, 3, 5, 0, 30, tzinfo=UTC)  # half past one in Berlin, where the study day before goes on
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    text = outsider.open(student.open(course).link("What the course sees of me")).text
    assert "Last answer on 5 March 2026, 01:30." in text
    assert "Last answer on Wed" not in text


def test_the_learner_is_told_as_well_why_they_may_need_help_in_words_to_them(
    student: Browser, outsider: Browser, course: str, clock: StandingClock
) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    clock.let_pass(days=8)
    address = student.open(course).link("What the course sees of me")
    assert "Why they may need help has not begun" in outsider.open(address).text
    own = student.open(address).text
    assert "Where help may do you good You have not begun yet." in own
    assert "Ten minutes today are enough" in own
    assert "Write to them" not in own


def test_the_report_reckons_over_all_learners_and_says_of_an_exam_how_many_took_it(
    app: Flask, student: Browser, outsider: Browser, visitor: Browser, course: str
) -> None:
    joins(signs_up(visitor, "another"), outsider, course)
    topic = all_topics(outsider, course)[0]
    sets(outsider, course, topic)
    sets(outsider, course, topic, title="Mid-term", mode="exam", number="1", attempts="1", pass_mark="60")
    assert figures(outsider.open(f"{course}/report"))["Mid-term"][-1] == "–"
    page = student.send(student.open(student.open(course).link("Mid-term")).form(r".*/beginnings"))
    page = student.send(page.form(r"/practice/attempts/\d+/\d+"), {"dont-know": ["1"]})
    student.send(student.open(re.sub(r"\d+$", "check", page.path)).form(r".*/finish"))
    assert figures(outsider.open(f"{course}/report"))["Mid-term"][-1] == "0 (1 took it)"
    assert figures(outsider.open(f"{course}/report"))["Spread"][-1] == "0"


def test_a_mean_counts_what_was_not_begun_as_not_known_but_no_exam_that_was_not_taken() -> None:
    graded: Graded = {1: (Fraction(90), Fraction(1)), 2: (None, None), 3: (None, None)}
    asked, exam = Course(zone="Europe/Berlin"), {1: (Fraction(90), None), 2: (None, None)}
    studied = figures_of(asked, Assignment(mode="study"), graded)
    assert (studied.mean, studied.of) == (30, None)
    taken = figures_of(asked, Assignment(mode="exam", pass_mark=60), exam)
    assert (taken.mean, taken.of, taken.done) == (90, 1, 1)


def joins(browser: Browser, instructor: Browser, course: str) -> None:
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", instructor.open(f"{course}/people").text)[0]  # type: ignore[index]
    browser.send(browser.open("/join").form("/enrolments"), {"code": [code], "called": ["Ben Ode"]})


def figures(page: Page) -> dict[str, list[str]]:
    """The cells of each row of a report, by its heading."""
    rows = [one for one in page.root.all("tr") if one.all("td")]
    return {one.all("th")[0].text(): [cell.text() for cell in one.all("td")] for one in rows}


def test_something_is_said_to_a_learner(student: Browser, outsider: Browser, course: str) -> None:
    path = student.open(course).link("What the course sees of me")
    page = outsider.send(outsider.open(path).form(r".*/remarks"), {"words": ["Well begun"]})
    assert "It stands on their page now." in page.text
    assert "Well begun" in student.open(path).text
    assert outsider.send(outsider.open(path).form(r".*/remarks"), {"words": [" "]}).status == 422
    assert not student.open(path).has_form(r".*/remarks")


def test_a_learner_hears_of_what_was_said_until_they_read_it(
    student: Browser, outsider: Browser, course: str, clock: StandingClock
) -> None:
    path = student.open(course).link("What the course sees of me")
    for words in ("Well begun", "Go on"):
        clock.let_pass(hours=1)
        outsider.send(outsider.open(path).form(r".*/remarks"), {"words": [words]})
        outsider.open(path)
    for page in (student.open("/today"), student.open(course)):
        assert "Your instructors wrote 2 notes to you" in page.text
        assert page.link("Read it").startswith(path)
    assert "wrote" not in outsider.open("/today").text
    page = student.open(path)
    assert "Nobody yet" not in page.text
    assert "Ann Lee," not in page.text
    for page in (student.open("/today"), student.open(course)):
        assert "wrote" not in page.text
    clock.let_pass(hours=1)
    outsider.send(outsider.open(path).form(r".*/remarks"), {"words": ["Well done"]})
    assert "Your instructor wrote to you in Oncology nursing." in student.open("/today").text


def test_what_was_said_is_not_read_by_opening_an_answer(
    app: Flask, student: Browser, outsider: Browser, course: str, clock: StandingClock
) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    path = student.open(course).link("What the course sees of me")
    (link,) = (one.attributes["href"] for one in student.open(path).root.all("a", class_="tall"))
    clock.let_pass(hours=1)
    outsider.send(outsider.open(path).form(r".*/remarks"), {"words": ["Well begun"]})
    student.open(link)
    assert "Your instructor wrote to you" in student.open(course).text


def test_who_teaches_is_led_to_the_course_and_to_who_needs_help(
    student: Browser, outsider: Browser, course: str, clock: StandingClock
) -> None:
    today = outsider.open("/today")
    assert today.heading == "Nothing of your own to study yet"
    assert [one.text() for one in today.root.all("main")[0].all("a", class_="button")] == ["Your courses"]
    (places,) = today.root.all("div", class_="places")
    assert places.all("a", href="/courses")
    (elsewhere,) = student.open("/today").root.all("div", class_="places")
    assert not elsewhere.all("a", href="/courses")
    sets(outsider, course, "spread")
    assert "Nobody needs help now" in outsider.open(course).text
    clock.let_pass(days=8)
    page = outsider.open(course)
    assert "1 of 1 learners needs help." in page.text
    assert "Ann Lee" in outsider.open(page.link("See who, and why").partition("#")[0]).text
    assert "needs help" not in student.open(course).text


def test_without_names_there_is_no_name_anywhere_in_the_page(student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, "spread")
    named = outsider.open(f"{course}/map")
    assert "Ann Lee" in named.text
    page = outsider.open(f"{course}/map?names=no")
    assert "Ann Lee" not in page.response.text
    assert "/learners/" not in page.response.text
    again = outsider.open(f"{course}/map?names=no")
    pseudonym = page.root.all("tbody")[0].all("th")[0].text()
    assert again.root.all("tbody")[0].all("th")[0].text() == pseudonym


def test_recall_falls_on_a_later_day(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    today, later = outsider.open(f"{course}/map"), outsider.open(f"{course}/map?on=2026-12-24")
    assert "24 December 2026" in later.text
    assert re.search(r"Ann Lee( –)* \d+ · \d+ ", today.text)
    assert today.root.all("tbody")[0].text() != later.root.all("tbody")[0].text()
    assert "Due today" in later.text
    for day, says in (("1999-01-01", "That day is over"), ("soon", "Choose a day, such as 2026-03-02"), ("9999-01-01", "within two years")):
        wrong = outsider.open(f"{course}/map?on={day}")
        assert wrong.status == 422
        assert says in wrong.text


def test_a_later_date_for_one_learner(student: Browser, outsider: Browser, course: str) -> None:
    page = sets(outsider, course, "spread")
    page = outsider.send(page.form(r".*/extensions"), {"due": ["2026-04-09"]})
    assert "9 April 2026" in page.text
    assert "9 April 2026" in student.open(course).text
    assert outsider.send(page.form(r".*/extensions"), {"due": ["2026-03-01"]}).status == 422


def test_what_has_no_dates_yet_says_how_much_it_holds(student: Browser, outsider: Browser, course: str) -> None:
    page = sets(outsider, course, "spread", opens="", due="")
    (row,) = page.root.all("tbody")[0].all("tr")
    held = int(re.search(r"– / (\d+)", row.text()).group(1))  # type: ignore[union-attr]
    assert held > 1
    assert f"It holds {held} things." in page.text


def test_what_opens_later_cannot_be_begun_yet(student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, "spread", opens="2026-03-20")
    page = student.open(course)
    assert "opens 20 March 2026" in page.text
    assert not page.has_form(r".*/beginnings")


def test_what_is_taken_back_is_seen_no_more(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    page = sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    outsider.send(page.form(r".*/removal"))
    path = student.open(course).link("What the course sees of me")
    assert "None since they joined." in outsider.open(path).text


def test_a_change_of_display_leaves_the_page_without_names(student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, "spread")
    page = outsider.open(f"{course}/map?names=no")
    page = outsider.send(page.form("/display"), {"theme": ["dark"]})
    assert page.path == f"{course}/map?names=no"
    assert "Ann Lee" not in page.response.text


def test_a_learners_page_can_be_read_while_somebody_writes_for_long_though_nobody_can_note_it(
    app: Flask, student: Browser, outsider: Browser, course: str
) -> None:
    path = student.open(course).link("What the course sees of me")
    with app.app_context(), db.engine.connect().execution_options(**WRITING) as other, other.begin():
        if db.engine.dialect.name == "postgresql":  # where many write at once
            other.execute(text("LOCK TABLE openings IN EXCLUSIVE MODE"))
        began = time.monotonic()
        assert outsider.open(path).heading == "Ann Lee"
        assert time.monotonic() - began < PATIENCE / 2
    assert "Nobody yet." in student.open(path).text


def test_who_opened_single_answers_is_told_too(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    path = student.open(course).link("What the course sees of me")
    (link,) = (one.attributes["href"] for one in student.open(path).root.all("a", class_="tall"))
    assert "Nobody yet." in student.open(path).text
    outsider.open(link)
    assert "outsider, 2 March 2026" in student.open(path).text


@pytest.mark.parametrize("field", ["learner"])
def test_a_number_that_no_database_counts_is_nobodys(student: Browser, outsider: Browser, course: str, field: str) -> None:
    page = sets(outsider, course, "spread")
    assert outsider.send(page.form(r".*/extensions"), {field: ["9" * 30], "due": ["2026-04-09"]}).status == 404


def test_a_topic_with_a_nul_is_none(outsider: Browser, student: Browser, course: str) -> None:
    assert sets(outsider, course, "\0").status == 422


def test_tables_are_taken_out_and_the_learner_sees_by_whom(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    page = outsider.open(outsider.open(course).link("Tables and report"))
    file = outsider.send(page.form(r".*/tables/roster"), {"form": ["csv"]})
    assert file.response.headers["Content-Disposition"] == "attachment; filename=oncology-nursing-quizapp-roster-2026-03-02.csv"
    assert "Ann Lee" in file.response.data.decode("utf-8-sig")
    seen = student.open(course).link("What the course sees of me")
    assert "Nobody yet." in student.open(seen).text
    file = outsider.send(page.form(r".*/tables/answers"), {"form": ["xlsx"]})
    assert file.response.data.startswith(b"PK")
    assert "outsider, 2 March 2026" in student.open(seen).text


def test_a_title_of_any_letters_gives_a_file_a_harmless_name(outsider: Browser) -> None:
    page = outsider.send(outsider.open("/courses/new").form("/courses"), {"title": ['../Ward "3"; filename=ward.exe ü']})
    page = outsider.open(outsider.open(page.path.removesuffix("/people")).link("Tables and report"))
    file = outsider.send(page.form(r".*/tables/roster"), {"form": ["csv"]})
    name = file.response.headers["Content-Disposition"].removeprefix("attachment; filename=")
    assert re.fullmatch(r"ward-[a-z0-9.-]*-quizapp-roster-2026-03-02\.csv", name), name


def test_the_course_on_paper_has_names_or_none(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    page = outsider.open(f"{course}/report")
    assert "Ann Lee" in page.text
    assert "Spread" in page.text
    assert "Ann Lee" not in outsider.open(page.link("Without names")).response.text


def test_the_curve_of_a_learner_holds_what_the_course_sees_alone(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    learner = student.open(course).link("What the course sees of me")
    assert "would know" not in student.open(learner).text
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    page = outsider.open(learner).text
    assert re.search(r"Of the 1 thing answered so far, Ann Lee would know \d+ % in 30 days", page)
    assert "the goal" in page
    assert "your goal" not in page
