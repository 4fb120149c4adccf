"""Patients, and those close to them, find out what the words mean, and leave no trace."""

import json
import re

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.models import Base, Person
from quizapp.queries.items import current_knowledge
from quizapp.usecases.judge_visitor import judge_visitor
from quizapp.usecases.tickets import read_ticket
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import signs_up, starts_everything

ANSWERS = r"/self-test/questions/\d+/answers"
JARGON = re.compile(r"\b(due|quiz(zes)?|flagged|match(es)?|study mode|results?)\b", re.IGNORECASE)
FOR_EXAMS = re.compile(r"How sure are you|minutes? left|Why then|your goal|recall\b|Mistakes|Wrong|Time limit|Extra time|\bexams?\b|%")
MINUS = 'd="M8.5 12h7"'
FIGURES = "/self-test/outlook/figures"
CLEARNESS = r"/self-test/questions/\d+/clearness"


def begins(browser: Browser, who: str = "me", *parts: str) -> Page:
    page = browser.open("/self-test")
    return browser.send(page.form("/visits"), {"who": [who], **({"part": parts} if parts else {})})


def place_of_the_answer(app: Flask, page: Page) -> str:
    """Where the right answer stands, which the page does not tell: the program judges each."""
    form = page.form(ANSWERS)
    (ticket,) = form.all("input", name="ticket")
    places = [one.attributes["value"] for one in form.all("input", name="answer")]
    with app.app_context():
        judged = {
            place: judge_visitor(db.session(), {"ticket": [ticket.attributes["value"]], "answer": [place]}, str(app.secret_key))
            for place in places
        }
    (right,) = [place for place, one in judged.items() if one and one.clear]
    return right


def answers(app: Flask, browser: Browser, page: Page, *, right: bool = True) -> Page:
    place = int(place_of_the_answer(app, page))
    return browser.send(page.form(ANSWERS), {"answer": [str(place if right else (place + 1) % 3)]})


def goes_on(browser: Browser, page: Page, *, clear: bool) -> Page:
    return browser.send(page.form(CLEARNESS), {"clear": [str(int(clear))]})


def asks_for_figures(browser: Browser) -> Page:
    return browser.send(browser.open("/self-test/outlook").form(FIGURES))


def visits(app: Flask, browser: Browser, who: str = "me") -> Page:
    """A whole visit, in which every third answer is another than the right one."""
    page, number = begins(browser, who), 0
    while page.has_form(ANSWERS):
        number += 1
        page = goes_on(browser, answers(app, browser, page, right=number % 3 > 0), clear=number % 3 > 0)
    return page


def test_two_taps_lead_from_the_welcome_page_to_a_question(visitor: Browser) -> None:
    start = visitor.open(visitor.open("/").link("I am learning for myself or someone close"))
    page = visitor.send(start.form("/visits"), {"who": ["me"]})
    assert page.path == "/self-test/questions/1"
    assert page.heading == "What does “metastatic cancer” mean?"


def test_a_visit_ends_with_what_was_learned_and_what_is_not_clear_yet(app: Flask, visitor: Browser) -> None:
    page = visits(app, visitor)
    assert page.path == "/self-test/learned"
    clear, not_clear = (page.text.index(title) for title in ("Clear to you", "Not clear yet"))
    assert clear < page.text.index("What does “metastatic cancer” mean?") < not_clear
    assert not_clear < page.text.index("If cancer has spread, is it always “advanced”?")
    assert "the printed page is what remains" in page.text


def everything(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with app.app_context():
        return {
            table.name: [tuple(row) for row in db.session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("who", ["guest", "student"])
def test_a_whole_visit_leaves_the_database_as_it_was(app: Flask, cast: dict[str, Browser], who: str, clock: StandingClock) -> None:
    cast[who].open("/library")
    clock.let_pass(minutes=30)  # when somebody who is signed in would be noted as seen
    before = everything(app)
    visits(app, cast[who])
    for path in ("learned", "telling", "outlook"):
        assert cast[who].open(f"/self-test/{path}").status == 200
    assert asks_for_figures(cast[who]).path == FIGURES
    cast[who].send(cast[who].open("/self-test").form("/visits/ended"))
    assert everything(app) == before
    cast[who].open("/library")
    assert (everything(app) != before) is (who == "student")  # elsewhere she is seen


def test_the_log_holds_no_address_and_no_answer(app: Flask, visitor: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    visits(app, visitor)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    routes = {line["route"] for line in lines if line.get("event") == "answer"}
    assert "/self-test/questions/<int:number>/answers" in routes
    assert {line["from"] for line in lines if "from" in line} == {"127.0.0.0/24"}
    assert {name for line in lines for name in line} <= {"time", "level", "event", "request", "method", "route", "status", "ms", "from"}


def test_before_the_answer_the_page_does_not_tell_it(app: Flask, visitor: Browser) -> None:
    page = begins(visitor)
    html = page.response.get_data(as_text=True)
    (ticket,) = page.form(ANSWERS).all("input", name="ticket")
    read = read_ticket(ticket.attributes["value"], str(app.secret_key))
    assert read is not None
    assert read.shown == ()
    with app.app_context():
        item = current_knowledge(db.session(), "metastatic-cancer").objectives[read.key]
        ids = [option.id for matter in item.plain.values() for case in matter.cases for option in (case.holds, *case.misconceptions)]  # type: ignore[union-attr]
    assert not [id for id in ids if f'"{id}"' in html]
    assert "Some cells have left the place" not in html


def test_after_an_answer_it_is_explained_and_the_article_is_named(app: Flask, visitor: Browser) -> None:
    page = answers(app, visitor, begins(visitor))
    assert page.heading == "Yes, that is it"
    assert "Some cells have left the place where the cancer began." in page.text
    assert "Where the article says so: in the part “Metastatic Cancer”." in page.text
    assert [one.text() for one in page.form(CLEARNESS).all("button")] == ["This is clear to me", "Not clear yet"]


def test_another_answer_is_met_without_blame(app: Flask, visitor: Browser) -> None:
    page = answers(app, visitor, begins(visitor), right=False)
    assert page.heading == "Here is the answer"
    assert "You chose: " in page.text
    assert not re.search(r"\b(wrong|incorrect|false|score|marks?|mistake)\b", page.text, re.IGNORECASE)


def test_not_to_know_is_an_answer_too(visitor: Browser) -> None:
    page = begins(visitor)
    page = visitor.send(page.form(ANSWERS), {"dont-know": ["1"]})
    assert page.heading == "Here is the answer"
    assert "You chose" not in page.text


def test_the_right_answer_stands_in_different_places_over_a_visit(app: Flask, visitor: Browser) -> None:
    page, places = begins(visitor), []
    while page.has_form(ANSWERS):
        places.append(place_of_the_answer(app, page))
        page = visitor.open(page.link("Skip this one"))
    assert len(places) == 10
    assert len(set(places)) > 1


def test_a_question_can_be_skipped_and_found_again(visitor: Browser) -> None:
    page = visitor.open(begins(visitor, "me", "tests").link("Skip this one"))
    assert page.path == "/self-test/questions/2"
    page = visitor.open(page.link("Skip this one"))
    assert "You left these out" in page.text
    assert page.link("Doctors think that something may be cancer. Why do they often do a biopsy?") == "/self-test/questions/1"


def test_a_visit_is_found_again_from_wherever_one_looked_meanwhile(app: Flask, visitor: Browser) -> None:
    goes_on(visitor, answers(app, visitor, begins(visitor)), clear=True)
    for path in ("/words", "/words/metastatic-cancer/biopsy", "/doctor-questions", "/library", "/about", "/self-test"):
        assert visitor.open(path).link("Go on with question 2") == "/self-test/questions/2", path
    assert "What you answered so far is cleared then." in visitor.open("/self-test").text
    begins(visitor)
    assert visitor.open("/words").link("Go on with question 1") == "/self-test/questions/1"
    with visitor.client.session_transaction() as kept:
        del kept["visit"]
    assert "Go on with" not in visitor.open("/words").text


def test_what_was_skipped_is_not_offered_on_every_page(app: Flask, visitor: Browser) -> None:
    page = visitor.open(begins(visitor, "me", "tests").link("Skip this one"))
    goes_on(visitor, answers(app, visitor, page), clear=True)
    assert "Go on with question" not in visitor.open("/words").text
    page = visitor.open(visitor.open("/words").link("See what you learned"))
    assert page.link("Doctors think that something may be cancer. Why do they often do a biopsy?") == "/self-test/questions/1"


@pytest.mark.parametrize("path", ["/library", "/topics/metastatic-cancer/tests"])
def test_nobody_is_urged_to_make_an_account_in_the_middle_of_a_visit(visitor: Browser, path: str) -> None:
    assert next(one.text() for one in visitor.open(path).root.all("a", class_="button")).startswith("Create an account to ")
    begins(visitor)
    page = visitor.open(path)
    assert page.root.all("a", class_="button") == []
    assert "Create an account to " in page.text


def test_nothing_chosen_is_asked_for_kindly(visitor: Browser) -> None:
    page = visitor.send(begins(visitor).form(ANSWERS), without=["answer"])
    assert (page.status, page.path) == (200, "/self-test/questions/1?unanswered=1")
    assert page.title.startswith("Error: What does “metastatic cancer” mean?")
    (summary,) = page.root.all("div", class_="problems")
    assert "autofocus" in summary.attributes
    assert [(one.attributes["href"], one.text()) for one in summary.all("a")] == [
        ("#answer", "Choose an answer, or select “I don’t know”.")
    ]
    assert page.root.all("p", id="answer-error")[0].text() == summary.all("a")[0].text()
    assert page.root.all("div", class_="card asking calm"), "nothing is red"


@pytest.mark.parametrize("answer", ["7", "basics.metastatic-cancer", "-1"])
def test_what_was_not_offered_is_not_taken(visitor: Browser, answer: str) -> None:
    assert visitor.send(begins(visitor).form(ANSWERS), {"answer": [answer]}).status == 422


def test_an_answer_from_another_visit_counts_for_nothing(app: Flask, visitor: Browser) -> None:
    old = begins(visitor)
    begins(visitor)
    page = visitor.send(old.form(ANSWERS), {"answer": ["0"]})
    assert page.status == 422
    assert "Please answer once more." in page.text


def test_a_ticket_that_was_changed_counts_for_nothing(visitor: Browser) -> None:
    assert visitor.send(begins(visitor).form(ANSWERS), {"answer": ["0"], "ticket": ["x"]}).status == 422


def test_whoever_helps_reads_of_the_person_they_help(app: Flask, visitor: Browser) -> None:
    page = begins(visitor, "someone", "treatment")
    assert page.heading == "What does the treatment depend on?"
    assert "You can both ask" in answers(app, visitor, page).text
    assert "what you both want to ask" in visitor.open("/doctor-questions").text
    assert "the health of the person you help" in visitor.open("/doctor-questions").text
    assert begins(visitor, "me", "treatment").heading == "What does your treatment depend on?"


def test_only_the_parts_that_were_chosen_are_asked(visitor: Browser) -> None:
    assert "Question 1 of 2 · How cancer spreads" in begins(visitor, "me", "spread").text
    assert "Question 1 of 10" in begins(visitor, "me", "nowhere").text


def test_what_somebody_says_of_an_answer_counts(app: Flask, visitor: Browser) -> None:
    page = begins(visitor, "me", "tests")
    page = goes_on(visitor, answers(app, visitor, page, right=True), clear=False)
    page = goes_on(visitor, answers(app, visitor, page, right=False), clear=True)
    assert (
        page.text.index("Clear to you")
        < page.text.index("What do doctors find out")
        < page.text.index("Not clear yet")
        < page.text.index("Doctors think that something may be cancer. Why do they often do a biopsy?")
    )


@pytest.mark.parametrize("path", ["questions/1", "questions/1/answer", "learned", "telling"])
def test_without_a_visit_everything_leads_to_its_beginning(visitor: Browser, path: str) -> None:
    assert visitor.open(f"/self-test/{path}").path == "/self-test"


def test_there_is_no_eleventh_question(visitor: Browser) -> None:
    begins(visitor)
    assert visitor.open("/self-test/questions/11").status == 404
    assert visitor.open("/self-test/questions/0").status == 404


def test_an_answer_that_was_not_given_yet_leads_to_its_question(visitor: Browser) -> None:
    begins(visitor)
    assert visitor.open("/self-test/questions/2/answer").path == "/self-test/questions/2"


VISIT = [f"/self-test{path}" for path in ("", "/questions/1", "/learned", "/telling", "/outlook", "/outlook/figures")]
TO_READ = ["/doctor-questions", "/health-privacy", "/words", "/words/metastatic-cancer/biopsy", "/topics/metastatic-cancer/tests"]
TO_READ += ["/library", "/search?q=bone", "/maps/metastatic-cancer/spread", "/self-test/nothing", "/visits"]


@pytest.mark.parametrize("path", [*VISIT, *TO_READ])
def test_every_page_says_what_it_is_whom_to_call_and_how_to_stop(visitor: Browser, path: str) -> None:
    if path in VISIT:
        begins(visitor)
        asks_for_figures(visitor)
    page = visitor.open(path)
    for said in (
        "They are not advice",
        "one article for patients",
        "It has no date",
        "fits the years from 2000 to 2009",
        "No doctor or nurse has checked it",
        "What has changed since",
        "Call your care team",
        "call your local emergency number",
        "If this is a lot to take in",
    ):
        assert said in page.text
    assert page.has_form("/visits/ended")
    if path in VISIT:
        assert page.response.headers["Cache-Control"] == "no-store"


def test_of_another_article_a_page_says_nothing_about_this_one(visitor: Browser) -> None:
    page = visitor.open("/topics/electrolytes/care")
    assert page.status == 200
    assert "Call your care team" in page.text
    assert "They are not advice" in page.text
    assert "one article for patients" not in page.text


@pytest.mark.parametrize("path", ["/words", "/words/metastatic-cancer/biopsy", "/topics/metastatic-cancer/tests"])
def test_whoever_learns_a_profession_reads_without_being_taken_for_a_patient(student: Browser, path: str) -> None:
    page = student.open(path)
    assert "If you need someone now" not in page.text
    assert not page.has_form("/visits/ended")
    assert student.open(f"{path}?words=patient").has_form("/visits/ended")


def test_hiding_works_from_a_page_of_another_time_too(visitor: Browser) -> None:
    begins(visitor)
    answer = visitor.client.post("/visits/ended", data={"csrf_token": "old"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/blank")
    with visitor.client.session_transaction() as kept:
        assert "visit" not in kept


def test_nobody_else_s_page_ends_a_visit(visitor: Browser) -> None:
    begins(visitor)
    assert visitor.client.post("/visits/ended", data={"csrf_token": "old"}).status_code == 400
    assert visitor.client.post("/visits/ended", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    with visitor.client.session_transaction() as kept:
        assert "visit" in kept


def test_figures_about_survival_are_shown_to_whoever_asks_for_them(app: Flask, visitor: Browser) -> None:
    before = visitor.open(visitor.open("/self-test").link("What the article says about survival"))
    assert not re.search(r"\d{2,}|half", before.text.partition("If you need someone now")[0])
    assert "Your own outlook can differ: ask your doctor." in before.text
    page = asks_for_figures(visitor)
    assert page.path == FIGURES
    assert "500,000" in page.text
    assert "Your own outlook can differ: ask your doctor." in page.text
    assert page.response.headers["Cache-Control"] == "no-store"


def test_the_address_of_these_figures_says_first_what_they_are_and_asks(app: Flask, visitor: Browser, clock: StandingClock) -> None:
    before = everything(app)
    assert visitor.open(FIGURES).heading == "Survival: do you want to know?"
    asks_for_figures(visitor)
    assert visitor.open(FIGURES).path == FIGURES, "who has asked may load the page again"
    clock.let_pass(minutes=31)
    assert visitor.open(FIGURES).path == "/self-test/outlook"
    asks_for_figures(visitor)
    visitor.send(visitor.open("/self-test").form("/visits/ended"))
    assert visitor.open(FIGURES).path == "/self-test/outlook"
    assert everything(app) == before


@pytest.mark.parametrize(
    "path",
    [
        "/self-test",
        "/words",
        "/library",
        "/topics/metastatic-cancer/basics",
        "/search?q=die",
        "/topics/metastatic-cancer/figures",
        "/topics/metastatic-cancer/figures?words=nursing",
        "/search?q=half+million&words=nursing",
    ],
)
def test_nobody_comes_upon_these_figures_unasked(visitor: Browser, path: str) -> None:
    assert not re.search(r"500,000|half a million|1 in 3\b|\bdie of cancer\b", visitor.open(path).text)


def test_what_is_written_in_the_box_cannot_be_sent(visitor: Browser) -> None:
    begins(visitor)
    page = visitor.open("/self-test/telling")
    (box,) = page.root.all("textarea")
    assert "name" not in box.attributes
    assert not [form for form in page.root.all("form") if form.all("textarea")]


def test_who_wants_to_be_asked_again_makes_an_account_with_a_name_alone(app: Flask, visitor: Browser) -> None:
    page = visitor.open(visits(app, visitor).link("Make an account"))
    page = visitor.send(page.form("/people"), {"name": ["robin"], "password": ["lamp orbit velvet"], "zone": ["Europe/Berlin"]})
    assert page.path == "/today"
    with app.app_context():
        person = db.session.query(Person).filter_by(name="robin").one()
        assert (person.audience, person.email) == ("patient", None)
    with visitor.client.session_transaction() as kept:
        assert "visit" not in kept


def test_a_patient_with_an_account_practises_without_marks_and_without_exams(visitor: Browser) -> None:
    page = visitor.open("/sign-up?words=patient")
    visitor.send(page.form("/people"), {"name": ["robin"], "password": ["lamp orbit velvet"], "zone": ["Europe/Berlin"]})
    page = starts_everything(visitor).open("/practice")
    assert [one.attributes["value"] for one in page.root.all("input", name="mode")] == ["study"]
    pools = [one.text().rpartition(" ")[0] for one in page.root.all("div", id="pools")[0].all("label")]
    assert pools == ["Everything", "To be asked today", "New to me", "Not known yet", "Hard for me", "Saved"]
    assert "saved nothing" in visitor.open("/practice?pool=flagged").text
    assert not JARGON.search(own_text(page)), own_text(page)
    page = visitor.send(page.form("/practice/attempts"), {"number": ["2"], "mode": ["study"]})
    for number in (1, 2):
        assert "See the answer" in page.text
        page = visitor.send(page.form(rf"/practice/attempts/1/{number}"), {"dont-know": ["1"]})
        assert page.heading == "Here is the answer"
        assert is_calm(page)
        page = visitor.open(page.root.all("a", class_="button")[0].attributes["href"])
    page = visitor.send(page.form(r".*/finish")) if page.has_form(r".*/finish") else page
    assert page.heading == "You looked at these questions"
    assert not re.search(r"\d (s|seconds?|min|minutes?)\b", page.text.partition("What this is")[0])
    assert page.root.all("ol", class_="topics looked calm")
    for shown in (page, visitor.open("/practice/results"), visitor.open("/practice?pool=due"), visitor.open("/practice?pool=wrong")):
        assert not JARGON.search(own_text(shown)), own_text(shown)
        assert not re.search(r"\b(wrong|incorrect|scored?|marks?|mistakes?)\b|\d+ of \d+|%", shown.text)


def own_text(page: Page) -> str:
    """What a page says of itself, before what every page for patients says."""
    return page.text.partition("If you need someone now")[0]


def is_calm(page: Page) -> bool:
    """Whether an answer is told in one calm colour, whatever came of it."""
    html = page.response.get_data(as_text=True)
    return all(part in html for part in ('class="card asking calm"', 'class="verdict calm"')) and MINUS not in html


def test_nobody_else_becomes_a_patient(app: Flask, visitor: Browser) -> None:
    signs_up(visitor, "robin")
    with app.app_context():
        assert db.session.query(Person).filter_by(name="robin").one().audience == "nursing"


@pytest.mark.every_database
def test_a_patient_with_an_account_hears_of_no_marks_and_of_nothing_wrong(app: Flask, visitor: Browser) -> None:
    page = visitor.open("/sign-up?words=patient")
    visitor.send(page.form("/people"), {"name": ["robin"], "password": ["lamp orbit velvet"], "zone": ["Europe/Berlin"]})
    page = starts_everything(visitor).open("/study")
    for place in range(12):
        form = page.form(r"/study/\d+/reviews")
        first = form.all("input", name="answer")[0].attributes["value"]
        assert not FOR_EXAMS.search(page.text)
        assert "See the answer" in page.text
        page = visitor.send(form, {"answer": [first]} if place % 2 else {"dont-know": ["1"]})
        assert is_calm(page)
        assert page.heading in ("Here is the answer", *(["Yes, that is it"] if place % 2 else []))
        assert not FOR_EXAMS.search(page.text)
        assert page.has_form("/visits/ended")
        assert ("You chose this" in page.text) is bool(place % 2)
        assert not re.search(r"\b(wrong|(in)?correct|scored?|marks?|mistakes?)\b", page.text.partition("Report a problem")[0])
        page = visitor.open("/study")
    assert page.heading.startswith("You looked at ")
    assert not re.search(r"\d+ of \d+", page.text)
    looked_at = [one.text() for one in page.root.all("ul", class_="topics beside")[0].all("a")]
    assert looked_at
    assert all(one.endswith("?") for one in looked_at)
    for path in ("/today", "/practice", "/progress", "/progress/days", "/topics/metastatic-cancer/basics"):
        page = visitor.open(path)
        assert page.status == 200
        assert not FOR_EXAMS.search(page.text), path
        assert "Call your care team" in page.text
        assert page.has_form("/visits/ended")
    for path in ("/progress/memory", "/progress/mistakes"):
        assert visitor.open(path).path == "/progress"
