"""Exams of a course in the browser: set, tried, taken, looked at."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.models import Assignment, Objective, Person
from quizapp.models.transactions import begin_writing
from quizapp.usecases.correct_bank import Corrected
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.usecases.correcting import corrects, undoes, without_skin
from tests.web.browser import Browser, Page, filled_in
from tests.web.test_teaching import course  # noqa: F401

EXAM = {"mode": ["exam"], "number": ["3"], "attempts": ["2"], "minutes": ["10"], "pass_mark": ["60"], "bank": ["metastatic-cancer"]}


def sets(instructor: Browser, course: str, **more: list[str]) -> Page:  # noqa: F811
    form = instructor.open(f"{course}/assignments/new").form(r".*/assignments")
    return instructor.send(form, {"title": ["Mid-term"], "due": ["2026-03-31"], **EXAM, **more})


def finishes(learner: Browser, page: Page) -> Page:
    """Answer one question and finish."""
    page = learner.send(page.form(r"/practice/attempts/\d+/\d+"), {"dont-know": ["1"]})
    check = learner.open(re.sub(r"\d+$", "check", page.path))
    assert "Leave it without a result" not in check.text
    return learner.send(check.form(r".*/finish"))


def test_an_exam_is_taken_and_its_answers_are_looked_at(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    assert page.heading == "Mid-term"
    assert "3 questions · 10 minutes · can be taken 2 times · passed with 60 %" in page.text
    mine = student.open(student.open(course).link("Mid-term"))
    assert "Next: take it. You can do so 2 times." in mine.text
    question = student.send(mine.form(r".*/beginnings"))
    assert "Question 1 of 3" in question.text
    assert "Ann Lee working" in outsider.open(page.path).text
    result = finishes(student, question)
    assert "Not yet passed. 60 % of the marks are needed." in result.text
    assert student.open(result.link("Back to Mid-term")).path == mine.path
    page = outsider.open(page.path)
    assert "Ann Lee working 0 %, not yet" in page.text
    looked = outsider.open(next(one.attributes["href"] for one in page.root.all("a") if "/attempts/" in one.attributes["href"]))
    assert "0 of 3 marks" in re.sub(r"of \d+ marks", "of 3 marks", looked.text)
    assert "no answer" in looked.text
    assert any("asking" in one.attributes["href"] for one in looked.root.all("link") if one.attributes.get("rel") == "stylesheet")
    assert "outsider, 2 March 2026" in student.open(student.open(course).link("What the course sees of me")).text


def test_how_many_can_be_asked_at_most_is_said_in_the_form_and_nothing_typed_is_lost(
    outsider: Browser,
    course: str,  # noqa: F811
) -> None:
    page = sets(outsider, course, title=["The hard one"], number=["100"], bank=[], topic=["metastatic-cancer/kinds"], minutes=["25"])
    assert page.status == 422
    assert page.title.startswith("Error:")
    said = re.search(r"At most (\d+) questions can be asked together", page.text)
    assert said
    form = page.form(r".*/assignments")
    typed = filled_in(form)
    assert {name: typed[name] for name in ("title", "mode", "number", "minutes", "topic")} == {
        "title": ["The hard one"],
        "mode": ["exam"],
        "number": ["100"],
        "minutes": ["25"],
        "topic": ["metastatic-cancer/kinds"],
    }
    assert outsider.send(form, {"number": [said[1]]}).heading == "The hard one"


def test_what_was_right_is_told_after_it_is_due_where_who_teaches_wishes_so(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    page = sets(outsider, course, answers=["wait"], due=["2026-03-06"])
    assert "what was right is told after it is due" in page.text
    settings = outsider.open(page.link("Change it")).form(r".*/settings")
    assert filled_in(settings)["answers"] == ["wait"]
    mine = student.open(page.path)
    assert "All is explained once it is due for everybody." in mine.text
    result = finishes(student, student.send(mine.form(r".*/beginnings")))
    assert "Not yet passed. 60 % of the marks are needed." in result.text
    assert "What is right, and why, is told here from 6 March 2026, 23:59 on" in result.text
    assert not result.root.all("li", class_="yes")
    assert "not yet" not in " ".join(one.text() for one in result.root.all("span", class_="counts"))
    so_far = student.open("/practice/results")
    assert "In your last quiz you earned 0 % of the marks." in so_far.text
    assert not so_far.root.all("section", aria_labelledby="topics")
    asked = student.open(result.path.replace("result", "1"))
    assert asked.heading == "Not told yet"
    assert not asked.root.all("details")
    own = student.open(student.open(course).link("What the course sees of me"))
    assert "No answer yet" not in own.text
    assert not [one for one in own.root.all("a") if "/objectives/" in one.attributes["href"]]
    looked = outsider.open(f"{page.path}/learners/{student_id(outsider, course)}/attempts/1")
    assert looked.root.all("article")
    clock.let_pass(days=5)
    assert student.open(asked.path).heading != "Not told yet"
    assert student.open("/practice/results").root.all("section", aria_labelledby="topics")
    assert "told here from" not in student.open(result.path).text


def test_whoever_lets_answers_be_told_at_once_while_it_is_taken_is_warned_and_asked(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    page = sets(outsider, course, answers=["wait"])
    student.send(student.open(page.path).form(r".*/beginnings"))
    settings = outsider.open(page.link("Change it")).form(r".*/settings")
    warned = outsider.send(settings, {"answers": [""], "title": ["Last term"]})
    assert warned.status == 422
    assert "1 learner has begun this exam. 1 is in it now. Whoever has finished would be told at once" in warned.text
    assert "Mid-term" in outsider.open(page.path).heading
    form = warned.form(r".*/settings")
    assert (filled_in(form)["title"], filled_in(form)["answers"]) == (["Last term"], [""])
    assert "what was right is told after" not in outsider.send(form).text
    again = outsider.send(outsider.open(page.link("Change it")).form(r".*/settings"), {"answers": ["wait"]})
    assert "Whoever has finished would not be told any more what was right, until it is due for everybody." in again.text
    kept = outsider.send(again.form(r".*/settings"), {"answers": [""]})
    assert kept.heading == "Last term"
    assert "what was right is told after" not in kept.text


def test_a_later_date_of_one_learner_lets_the_answers_wait_for_all(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    page = sets(outsider, course, answers=["wait"], due=["2026-03-06"])
    result = finishes(student, student.send(student.open(page.path).form(r".*/beginnings")))
    learner = {"learner": [student_id(outsider, course)], "due": ["2026-03-10"]}
    outsider.send(outsider.open(page.path).form(r".*/extensions"), learner)
    assert "told here from 10 March 2026, 23:59 on" in student.open(result.path).text
    clock.let_pass(days=5)
    assert student.open(result.path.replace("result", "1")).heading == "Not told yet"
    clock.let_pass(days=5)
    assert student.open(result.path.replace("result", "1")).heading != "Not told yet"


def test_the_answers_of_an_exam_that_goes_on_are_not_shown(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    student.send(student.open(page.path).form(r".*/beginnings"))
    looked = outsider.open(f"{page.path}/learners/{student_id(outsider, course)}/attempts/1")
    assert "going on: 0 of 3 answered" in looked.text
    assert not looked.root.all("article")


def test_today_says_what_is_due_within_a_week_until_it_is_done(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    sets(outsider, course, title=["Later"], due=["2026-03-31"])
    page = sets(outsider, course, due=["2026-03-08"], pass_mark=["1"], number=["1"])
    today = student.open("/today")
    assert "“Mid-term” (Oncology nursing) is due 8 March 2026, 23:59." in today.text
    assert "Later" not in today.text
    assert student.open(today.link("See what to do")).path == page.path
    outsider.send(page.form(r".*/removal"))
    assert "Mid-term" not in student.open("/today").text


def test_today_tells_what_opens_within_the_week_in_which_it_is_due(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course, opens=["2026-03-05"], due=["2026-03-08"])
    today = student.open("/today")
    assert "“Mid-term” (Oncology nursing) opens 5 March 2026, 00:00 and is due 8 March 2026, 23:59." in today.text
    assert "It opens on" in student.open(today.link("See what to do")).text
    assert student.open(today.link("See what to do")).path == page.path


def test_the_plan_to_an_own_exam_says_that_what_a_course_sets_is_not_counted(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    plans = [one.send(one.open("/exams").form("/exams"), {"day": ["2026-03-31"]}) for one in (student, outsider)]
    assert ["What a course has set by a date is not counted." in plan.text for plan in plans] == [True, False]


def test_what_a_course_sets_stands_on_the_pages_of_exams_and_in_the_calendar(
    outsider: Browser,
    student: Browser,
    guest: FlaskClient,
    course: str,  # noqa: F811
) -> None:
    page = sets(outsider, course, due=["2026-03-20"])
    sets(outsider, course, title=["After the exam"], due=["2026-04-30"])
    assert student.open(student.open("/exams").link("Mid-term")).path == page.path
    exams = student.open("/exams")
    assert "due 20 March 2026, 23:59" in exams.text
    planned = student.send(student.open(exams.link("Make a plan to this day")).form("/exams"))
    assert "on Friday 20 March 2026" in planned.text
    plan = student.send(student.open("/exams").form("/exams"), {"day": ["2026-03-25"]})
    assert student.open(plan.link("Mid-term")).path == page.path
    assert "After the exam" not in plan.text
    assert "After the exam" in student.open("/exams").text
    assert "Set by your courses" not in outsider.open("/exams").text
    days = calendar_of(student, guest)
    assert days["Due: Mid-term"] == "20260320"
    assert "Due: After the exam" not in days
    assert not [what for what in calendar_of(outsider, guest) if what.startswith("Due")]


def test_what_is_done_or_removed_leaves_the_calendar(outsider: Browser, student: Browser, guest: FlaskClient, course: str) -> None:  # noqa: F811
    page = sets(outsider, course, due=["2026-03-20"])
    assert "Due: Mid-term" in calendar_of(student, guest)
    outsider.send(page.form(r".*/removal"))
    assert "Due: Mid-term" not in calendar_of(student, guest)


def calendar_of(browser: Browser, guest: FlaskClient) -> dict[str, str]:
    """By what it says, the day of each event of somebody's calendar."""
    page = browser.send(browser.open("/calendar").form("/calendar"))
    (address,) = page.root.all("input", type_="url")
    calendar = guest.get(address.attributes["value"].removeprefix("http://localhost")).text
    found = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", calendar.replace("\r\n ", ""), re.DOTALL)
    return {re.findall(r"SUMMARY:(.*)\r", one)[0]: re.findall(r"DTSTART;VALUE=DATE:(\d+)", one)[0] for one in found}


def test_nothing_can_be_begun_when_it_is_over(outsider: Browser, student: Browser, course: str, clock: StandingClock) -> None:  # noqa: F811
    page = sets(outsider, course, due=["2026-03-02"])
    form = student.open(page.path).form(r".*/beginnings")
    clock.let_pass(hours=5)
    answer = student.send(form)
    assert answer.status == 422
    assert "Ask your instructor for a later date." in answer.text
    assert "late" in outsider.open(page.path).text


def test_a_trial_before_it_opens_leaves_nothing(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course, opens=["2026-03-20"])
    question = outsider.send(page.form(r".*/trials"))
    assert "A trial" in question.text
    question = outsider.send(question.form(r"/practice/attempts/\d+/\d+"), {"dont-know": ["1"]})
    result = outsider.send(outsider.open(re.sub(r"\d+$", "check", question.path)).form(r".*/finish"))
    assert "This was a trial. It counts nowhere" in result.text
    assert not outsider.open("/practice/results").root.all("li", class_="")
    assert "working" not in outsider.open(page.path).text


def test_an_exam_is_scored_again_after_a_correction_when_who_teaches_asks(
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    with app.app_context():
        kidney = db.session.scalars(select(Objective.id).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
        who = db.session.scalars(select(Person.id)).all()[0]
    page = sets(outsider, course, bank=[], objective=[str(kidney)], number=["1"])
    finishes(student, student.send(student.open(page.path).form(r".*/beginnings")))
    assert "Corrected since" not in outsider.open(page.path).text
    clock.let_pass(hours=1)
    with app.app_context():
        corrects(db.session(), who, "spread.kidney", without_skin, clock.at, "The skin was a slip")
    page = outsider.open(page.path)
    assert "For kidney cancer the article lists " in page.text
    assert re.search(r"Corrected on 2 March 2026, \d\d:00: The skin was a slip", page.text)
    assert "scoring again means" not in page.text
    page = outsider.open(page.link("See what scoring again would change"))
    assert "For 1 learner, scoring again means:" in page.text
    page = outsider.send(page.form(r".*/rescorings"))
    assert "1 answer was scored again." in page.text
    links = [link.attributes["href"] for link in page.root.all("a")]
    attempt = outsider.open(next(link for link in links if re.search(r"/learners/\d+/attempts/\d+$", link))).text
    assert re.search(
        r"corrected since it was answered(, and the answer scored by what is right: 0 of \d+ instead of|\. The answer earns)", attempt
    )
    assert re.search(r"As it was asked .*kidney cancer.*Taken for right then: \w", attempt)
    assert re.search(r"Scored again on 2 March 2026, \d\d:00\.", page.text)
    page = outsider.open(page.link("See what scoring again would change"))
    assert "Scoring again would change nothing." in page.text
    assert not page.has_form(r".*/rescorings")


def test_each_time_that_an_exam_was_scored_again_stands_with_its_correction(
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    with app.app_context():
        kidney = db.session.scalars(select(Objective.id).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
        who = db.session.scalars(select(Person.id)).all()[0]
    page = sets(outsider, course, bank=[], objective=[str(kidney)], number=["1"])
    finishes(student, student.send(student.open(page.path).form(r".*/beginnings")))
    whys = ("The skin was a slip", "The name was a slip")
    for change, fact, why in zip((without_skin, renamed), ("spread.kidney", "term:kidney"), whys, strict=True):
        clock.let_pass(hours=1)
        with app.app_context():
            corrects(db.session(), who, fact, change, clock.at, why)
        number = max(re.findall(r"correction=(\d+)", outsider.open(page.path).response.get_data(as_text=True)), key=int)
        outsider.send(outsider.open(f"{page.path}?correction={number}").form(r".*/rescorings"))
    told = re.findall(r": (The \w+ was a slip) Scored again on 2 March 2026, (\d\d):00\.", outsider.open(page.path).text)
    assert [why for why, _ in told] == [*reversed(whys)]
    assert int(told[0][1]) == int(told[1][1]) + 1


def renamed(table: dict[str, object]) -> None:
    table["name"] = "renal carcinoma"


@pytest.mark.parametrize(("seed", "counts"), [("options", True), ("seed 4", False)], ids=["options", "the one site that is typed"])
def test_the_analysis_shows_what_was_asked_before_it_was_scored_again_and_says_where_no_answer_counts_any_more(
    seed: str,
    counts: bool,
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    with app.app_context():
        kidney = db.session.scalars(select(Objective.id).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
        who = db.session.scalars(select(Person.id)).all()[0]
    page = sets(outsider, course, bank=[], objective=[str(kidney)], number=["1"])
    with app.app_context():
        begin_writing(db.session())
        db.session.scalars(select(Assignment)).one().seed = seed
        db.session.commit()
    finishes(student, student.send(student.open(page.path).form(r".*/beginnings")))

    def asked() -> list[str]:
        shown = outsider.open(f"{course}/analysis/{kidney}?assignment=1").root.all("ul", class_="offers")
        return sorted(one.text().removesuffix(" (right)").casefold() for offers in shown for one in offers.all("li"))

    before = asked()
    clock.let_pass(hours=1)
    with app.app_context():
        corrects(db.session(), who, "spread.kidney", without_skin, clock.at)
    opened = outsider.open(outsider.open(page.path).link("See what scoring again would change"))
    outsider.send(opened.form(r".*/rescorings"))
    after = asked()
    assert (len(before) > 2) is counts
    assert after == (before if counts else [])
    said = outsider.open(f"{course}/analysis/{kidney}?assignment=1").text
    assert ("a correction has left what was asked unsettled" in said) is not counts


def test_learners_see_what_was_corrected_and_nothing_of_it_once_that_was_taken_back(
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    with app.app_context():
        kidney = db.session.scalars(select(Objective.id).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
        who = db.session.scalars(select(Person.id)).all()[0]
    page = sets(outsider, course, bank=[], objective=[str(kidney)], number=["1"])
    asked = finishes(student, student.send(student.open(page.path).form(r".*/beginnings"))).path.replace("result", "1")

    def scored_again() -> str:
        opened = outsider.open(outsider.open(page.path).link("See what scoring again would change"))
        outsider.send(opened.form(r".*/rescorings"))
        return student.open(asked).text

    before = student.open(asked).text
    clock.let_pass(hours=1)
    with app.app_context():
        made = corrects(db.session(), who, "term:kidney", lambda table: table.update(name="renal carcinoma"), clock.at)
        assert isinstance(made, Corrected)
    after = scored_again()
    assert "This question has been corrected since you answered it" in after
    assert "As you were asked it" in after
    assert "renal carcinoma" in after
    assert "Your answer earns what it did: 0 of " in after
    clock.let_pass(hours=1)
    with app.app_context():
        undoes(db.session(), who, made.number, clock.at)
    assert scored_again() == before


def test_what_an_exam_does_not_ask_is_corrected_without_a_word_on_its_page(
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    with app.app_context():
        kidney = db.session.scalars(select(Objective.id).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
        who = db.session.scalars(select(Person.id)).all()[0]
    page = sets(outsider, course, bank=[], objective=[str(kidney)], number=["1"])
    finishes(student, student.send(student.open(page.path).form(r".*/beginnings")))
    clock.let_pass(hours=1)
    with app.app_context():
        corrects(db.session(), who, "figures.inherited", lambda table: table.update(note="Newer counts"), clock.at, "A newer count")
    assert "Corrected since" not in outsider.open(page.path).text
    with app.app_context():
        corrects(db.session(), who, "spread.kidney", None, clock.at, "It was wrong")
    page = outsider.open(outsider.open(page.path).link("See what scoring again would change"))
    assert "would count no more" in page.text
    assert re.search(r"Gone now, from “[^”]+”: For kidney cancer the article lists .*It was wrong", page.text)
    assert "A newer count" not in page.text


def test_single_things_are_picked_topic_by_topic(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    form = outsider.open(f"{course}/assignments/new").form(r".*/assignments")
    picking = outsider.send(form, {"title": ["Two things"], "from": ["metastatic-cancer/spread"], "pick": ["1"]})
    ticks = [one.attributes["value"] for one in picking.root.all("input", name="objective")]
    page = outsider.send(picking.form(r".*/assignments"), {"objective": ticks[:2], "back": ["1"]})
    assert "2 picked: " in page.text
    assert page.form(r".*/assignments").all("input", name="title")[0].attributes["value"] == "Two things"
    page = outsider.send(page.form(r".*/assignments"), {"due": ["2026-03-31"]})
    assert page.heading == "Two things"
    assert "2 things to know" in student.open(course).text
    again = outsider.open(page.link("Change it"))
    assert "2 picked: " in again.text
    page = outsider.send(again.form(r".*/settings"), {"title": ["The two"], "due": ["2026-04-01"]})
    assert page.heading == "The two"
    assert "1 April 2026" in page.text


def test_extra_time_stands_with_the_place(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    place = outsider.open(f"{course}/people/{student_id(outsider, course)}/place")
    assert outsider.send(place.form(r".*/place"), {"extra_time": ["201"]}).status == 422
    outsider.send(place.form(r".*/place"), {"extra_time": ["50"]})
    page = sets(outsider, course)
    assert "50 %" in page.text
    assert "15 minutes" in student.open(page.path).text


def test_whoever_is_in_it_is_told_of_more_time_until_a_page_that_said_so_is_sent(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    page = sets(outsider, course)
    question = student.send(student.open(page.path).form(r".*/beginnings"))
    place = outsider.open(f"{course}/people/{student_id(outsider, course)}/place")
    outsider.send(place.form(r".*/place"), {"extra_time": ["50"]})
    told = "Your instructor has given you more time. It ends in 15 minutes, on 2 March 2026, 21:15."
    assert "Your instructor has moved that." in student.open("/practice").text
    assert told in student.open(page.path).text
    onward = student.send(question.form(r"/practice/attempts/\d+/\d+"), {"dont-know": ["1"]})
    assert told in onward.text
    assert told in student.open(re.sub(r"\d+$", "check", onward.path)).text
    once_more = student.open(onward.path)
    assert told in once_more.text
    after = student.send(once_more.form(r"/practice/attempts/\d+/\d+"), {"dont-know": ["1"]})
    assert "Your instructor" not in after.text
    assert "Your instructor" not in student.open(page.path).text


def test_whoever_is_in_it_is_told_of_less_time_at_the_end_too(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    page = sets(outsider, course)
    question = student.send(student.open(page.path).form(r".*/beginnings"))
    outsider.send(outsider.open(page.link("Change it")).form(r".*/settings"), {"minutes": ["6"]})
    assert "Your instructor has given you less time. It ends in 6 minutes, on 2 March 2026, 21:06." in student.open(question.path).text
    clock.let_pass(minutes=7)
    result = student.open(question.path)
    assert (
        "While you were in it, your instructor moved its end to 2 March 2026, 21:06."
        in student.open(re.sub(r"\d+$", "result", result.path)).text
    )


def test_an_exam_that_was_taken_is_taken_back_with_its_results_alone(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    student.send(student.open(page.path).form(r".*/beginnings"))
    asked = outsider.send(page.form(r".*/removal"))
    assert asked.status == 422
    assert "1 learner has taken it. That result goes with it" in asked.text
    assert outsider.send(asked.form(r".*/removal")).heading == "Oncology nursing"


def test_more_for_one_learner_is_changed_part_by_part(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    outsider.send(page.form(r".*/extensions"), {"due": ["2026-04-09"]})
    page = outsider.send(page.form(r".*/extensions"), {"more_attempts": ["2"]})
    assert "Ann Lee not started – – 4 – 9 April 2026, 23:59 Change Ann Lee 2" in page.text
    form = outsider.open(page.link("Change Ann Lee")).form(r".*/extensions")
    assert (filled_in(form)["due"], filled_in(form)["more_attempts"]) == (["2026-04-09"], ["2"])
    wrong = outsider.send(form, {"due": ["2026-03-01"], "more_attempts": ["3"]})
    assert wrong.status == 422
    page = outsider.send(wrong.form(r".*/extensions"), {"due": [""]})
    assert "Ann Lee not started – – 5 – – Change Ann Lee 3" in page.text


def test_a_later_date_is_taken_back_without_a_search_for_how(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    assert not page.form(r".*/extensions").all("input", name="same_day")
    page = outsider.send(page.form(r".*/extensions"), {"due": ["2026-04-09"], "more_attempts": ["2"]})
    for path in (page.path, page.link("Change Ann Lee")):
        back = outsider.send(outsider.open(path).form(r".*/extensions"), {"same_day": ["1"]})
        assert "Ann Lee not started – – 4 – – Change Ann Lee 2" in back.text
        outsider.send(back.form(r".*/extensions"), {"due": ["2026-04-09"]})


def test_an_attempt_more_is_counted_wherever_a_learner_reads_how_often(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    page = sets(outsider, course)
    assert "can be taken 2 times" in student.open(page.path).text
    outsider.send(page.form(r".*/extensions"), {"more_attempts": ["1"]})
    mine = student.open(page.path).text
    assert "can be taken 3 times" in mine
    assert "You can do so 3 times." in mine
    assert "can be taken 2 times" in outsider.open(page.path).text


def test_a_copy_has_what_is_set_without_dates_and_no_learner_sees_it(outsider: Browser, student: Browser, course: str) -> None:  # noqa: F811
    sets(outsider, course)
    copied = outsider.send(outsider.open(f"{course}/settings").form(r".*/copies"))
    page = outsider.open(copied.path.removesuffix("/settings"))
    assert "without dates yet" in page.text
    page = outsider.open(page.link("Mid-term"))
    assert "It has no dates yet" in page.text
    assert "Give it dates to open it." in outsider.send(outsider.open(page.link("Change it")).form(r".*/settings")).text


def student_id(instructor: Browser, course: str) -> str:  # noqa: F811
    (heading,) = [one for one in instructor.open(f"{course}/people").root.all("h3") if one.text() == "Ann Lee"]
    return heading.attributes["id"].removeprefix("person-")
