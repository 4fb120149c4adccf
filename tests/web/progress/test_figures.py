"""What figures say, show and hold, from numbers that are known: each is worked out here in another way."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from flask_babel import Babel
from flask_login import LoginManager

from quizapp.queries.hardest import Hard
from quizapp.queries.practice import Choice
from quizapp.queries.recalls import KnownTopic
from quizapp.queries.retention import Band
from quizapp.queries.sureness import Sureness
from quizapp.scheduling.fading import Faded
from quizapp.scheduling.grading import Certainty
from quizapp.scheduling.planning import DayLoad
from quizapp.web.progress.calibration import calibration_figure
from quizapp.web.progress.coming import coming_figure
from quizapp.web.progress.days import days_figure, since
from quizapp.web.progress.drawing import BOTTOM, TOP, round_up
from quizapp.web.progress.fading import AHEAD, fading_figure
from quizapp.web.progress.figure import Drawing, Figure, Table, Tracks
from quizapp.web.progress.mistakes import hardest_figure
from quizapp.web.progress.retention import retention_figure
from quizapp.web.progress.topics import topics_figure
from quizapp.web.quiz_offers import QuizOffer

TODAY = date(2026, 3, 4)  # a Wednesday
ASCENT, DESCENT, HALF_A_STROKE = 11, 4, 1.5
"""Of words and lines in a drawing, whose letters are at most 13 units high."""
pytestmark = pytest.mark.usefixtures("on_a_page")


@pytest.fixture
def on_a_page() -> Iterator[None]:
    """A page in English, and the addresses that figures lead to."""
    app = Flask("figures")
    Babel(app)
    LoginManager(app).user_loader(lambda _: None)
    app.add_url_rule("/topics/<bank>/<topic>", "topics.topic")
    app.add_url_rule("/practice", "practice.practice")
    with app.test_request_context():
        yield


def drawing(figure: Figure) -> Drawing:
    assert isinstance(figure.picture, Drawing)
    return figure.picture


def tracks(figure: Figure) -> Tracks:
    assert isinstance(figure.picture, Tracks)
    return figure.picture


def table(figure: Figure) -> Table:
    assert figure.table
    return figure.table


def heights(path: str) -> list[float]:
    """How high each box of a path is."""
    return [float(found) for found in re.findall(r"v([\d.]+)", path)]


def test_topics_show_the_share_at_goal_and_the_mean_beside_it() -> None:
    known = [KnownTopic("b", "one", 20, 10, 5, 0.5), KnownTopic("b", "two", 4, 4, 4, 0.96), KnownTopic("b", "new", 8, 0, 0, 0.0)]
    figure = topics_figure(known, 90, {("b", one): one.title() for one in ("one", "two", "new")})
    assert figure.message == "9 of 32 things that you study are at your goal of 90 % recall."
    assert [(one.name, one.words, one.share, one.mark) for one in tracks(figure).tracks] == [
        ("One", "5 of 20", 0.25, 0.5),
        ("Two", "4 of 4", 1.0, 0.96),
        ("New", "0 of 8", 0.0, None),
    ]
    assert table(figure).rows[0] == ("One", "5 of 20", "25\u00a0%", "50\u00a0%", "10")


def test_columns_are_as_high_as_their_days_are_full() -> None:
    load = [
        DayLoad(TODAY + timedelta(days=ahead), reviews, new, 3 if not ahead else 0)
        for ahead, (reviews, new) in enumerate([(8, 2), (4, 0), (0, 0), (12, 4)])
    ]
    figure = coming_figure(load)
    assert (
        figure.message == "About 8 questions a day, which takes 5 minutes; the fullest day is Sat 7 March with 16."
    )  # (10 + 4 + 0 + 16) / 4
    assert figure.note.startswith("3 more wait for the days after today.")
    paths, unit = dict(drawing(figure).paths), (BOTTOM - TOP) / 20
    assert heights(paths["back"]) == pytest.approx([8 * unit, 4 * unit, 12 * unit], abs=0.06)
    assert heights(paths["new"]) == pytest.approx([2 * unit, 4 * unit], abs=0.06)
    assert [row[1:] for row in table(figure).rows] == [("8", "2", "10"), ("4", "0", "4"), ("0", "0", "0"), ("12", "4", "16")]


def test_a_day_off_tells_what_is_asked_on_it_all_the_same() -> None:
    figure = coming_figure([DayLoad(TODAY, 0, 2, 0, off=True), DayLoad(TODAY + timedelta(days=1), 0, 0, 0, off=True)])
    assert [row[1:] for row in table(figure).rows] == [("0", "2", "2"), ("0", "0", "day off")]


@pytest.mark.parametrize(("most", "top"), [(1, 2), (2, 2), (3, 4), (7, 8), (9, 10), (16, 20), (41, 60), (51, 60), (99, 100), (101, 200)])
def test_a_scale_ends_a_little_over_what_it_shows_and_can_be_halved(most: int, top: int) -> None:
    assert round_up(most) == top


def test_a_little_is_told_as_the_little_that_it_is() -> None:
    def said(*questions: int) -> str:
        return coming_figure([DayLoad(TODAY + timedelta(days=ahead), number, 0, 0) for ahead, number in enumerate(questions)]).message

    assert said(1, 1, 2) == "About 1 question a day, which takes 1 minute; the fullest day is Fri 6 March with 2."
    assert said(1, 0, 0) == "Less than a question a day; the fullest day is today with 1."
    assert said(9, 9).startswith("About 9 questions a day, which takes 6 minutes;")


def test_each_day_of_half_a_year_is_one_square_darker_the_more_was_answered() -> None:
    answers = {
        TODAY: 1,
        TODAY - timedelta(days=1): 6,
        TODAY - timedelta(days=2): 12,
        TODAY - timedelta(days=9): 24,
        TODAY - timedelta(days=28): 5,
    }
    figure = days_figure(answers, TODAY)
    squares = {kind: path.count("M") for kind, path in drawing(figure).paths}
    assert squares == {"l0": 25 * 7 + 3 - 5, "l1": 2, "l2": 1, "l3": 1, "l4": 1}
    assert figure.message == "You studied on 3 days this week, and on 4 of the last 28."
    assert table(figure).rows == (("2 Mar", "3", "19"), ("23 Feb", "1", "24"), ("2 Feb", "1", "5"))
    assert since(TODAY).weekday() == 0


def test_two_curves_fall_from_where_they_are_to_where_they_will_be() -> None:
    faded = [Faded(TODAY, 0.9, 1.0), Faded(TODAY + timedelta(days=15), 0.7, 0.95), Faded(TODAY + timedelta(days=30), 0.5, 0.925)]
    figure = fading_figure(faded, 90)
    assert figure.message == (
        "In 30 days you would know 50\u00a0% of what you met if you did nothing, and 92\u00a0% if you reviewed all that is due today, and each "
        "later on its day, whatever your limits."
    )
    paths, way = dict(drawing(figure).paths), BOTTOM - TOP
    ys = [float(point.split()[1]) for point in paths["fades"][1:].split("L")]
    assert ys == pytest.approx([BOTTOM - share * way for share in (0.9, 0.7, 0.5)])
    assert len(table(figure).rows) == 3


def test_what_the_curve_is_of_stands_clear_of_it() -> None:
    picture = drawing(fading_figure(tuple(Faded(TODAY, 1.0, 1.0) for _ in AHEAD), 90))
    (words,) = [label for label in picture.labels if label.text == "Recall in percent"]
    highest = min(float(y) for _, path in picture.paths for y in re.findall(r"[ML][\d.]+ (-?[\d.]+)", path))
    assert words.y + DESCENT < highest - HALF_A_STROKE
    assert words.y - ASCENT > -picture.above


def test_whoever_was_away_this_week_is_not_told_of_a_nought() -> None:
    figure = days_figure({TODAY - timedelta(days=12): 3}, TODAY)
    assert figure.message == "You studied on 1 of the last 28 days."


def test_retention_is_the_share_that_was_still_known_and_says_where_it_stands_on_few() -> None:
    figure = retention_figure([Band(1, 1, 40, 36), Band(2, 6, 9, 9), Band(60, None, 0, 0)], 85)
    assert figure.message == "Of 49 times that something came back, you still knew it 45 times, which is 92\u00a0%."
    assert [(one.name, one.share, one.mark, one.faint) for one in tracks(figure).tracks] == [
        ("1 day", 0.9, 0.85, False),
        ("2 to 6 days", 1.0, 0.85, True),
        ("60 days and more", 0, 0.85, True),
    ]
    assert [row[3] for row in table(figure).rows] == ["90\u00a0%", "100\u00a0%", "–"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([(Certainty.CERTAIN, 50, 40)], "When certain, you were right 8 times in 10."),
        ([(Certainty.CERTAIN, 0, 0), (Certainty.FAIRLY, 20, 13)], "When fairly sure, you were right 7 times in 10."),
        ([(Certainty.GUESSING, 12, 3)], "When guessing, you were right 3 times in 10."),
        ([(Certainty.CERTAIN, 9, 9)], "Only 9 answers so far: too few to tell."),
    ],
)
def test_calibration_is_said_of_the_surest_word_that_was_used(said: list[tuple[Certainty, int, int]], words: str) -> None:
    assert calibration_figure([Sureness(*one) for one in said]).message == words


def test_the_hardest_is_named_with_how_often_it_was_missed() -> None:
    figure = hardest_figure([Hard(7, "b", "t", "Name the sites", 4, 3)], QuizOffer(Choice(pool="hard"), 1, "seed"))
    assert figure.message == "You missed “Name the sites” 3 of 4 times."
    assert table(figure).rows == (("Name the sites", "4", "3", "75\u00a0%"),)
    assert figure.quiz
    assert figure.quiz.words == "Practise 1 of these"
