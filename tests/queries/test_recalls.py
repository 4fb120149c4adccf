from datetime import timedelta

import pytest
from sqlalchemy import event

from questions.bank import Bank
from quizapp.queries.recalls import by_topic, reaches, recalled, share_at_goal
from quizapp.scheduling.recall import recall
from tests.learner import Learner, signs_up, studies
from tests.practising import practises


def test_recall_of_each_objective_is_that_of_its_card_and_nothing_is_known_of_the_others(student: Learner) -> None:
    first, second, third = student.objectives()[:3]
    student.answers(first)
    practises(student, (second, 1))
    today = student.at.date()
    known = {one.objective_id: one for one in recalled(student.session, student.signed_up.person)}
    later = today + timedelta(days=30)
    assert known[first].on(today) == known[second].on(today) == 1
    assert known[first].on(later) == recall(student.card(first).fsrs, later) > known[second].on(later) > 0
    assert known[first].shown_on(today) == known[first].on(today + timedelta(days=1)) < 1  # the answer was just read
    assert known[first].shown_on(later) == known[first].on(later)
    assert known[third].memory is None
    assert known[third].on(today) == 0


def test_a_topic_says_how_much_of_it_there_is_was_seen_and_is_at_the_goal(student: Learner) -> None:
    person, today = student.signed_up.person, student.at.date()
    objective = student.objectives()[0]
    student.answers(objective)
    one = next(one for one in recalled(student.session, person) if one.objective_id == objective)
    topic = [other for other in recalled(student.session, person) if (other.bank, other.topic) == (one.bank, one.topic)]
    (known,) = by_topic(topic, today, person.goal_recall)
    assert (known.bank, known.topic, known.objectives, known.seen, known.at_goal) == (one.bank, one.topic, len(topic), 1, 1)
    assert known.share_at_goal == share_at_goal(topic, today, 90) == 1 / len(topic)
    assert 0.9 / len(topic) < known.mean < 1 / len(topic)
    month = today + timedelta(days=60)
    (faded,) = by_topic(topic, month, person.goal_recall)
    assert (faded.seen, faded.at_goal) == (1, 0)
    assert 0 < faded.mean < known.mean


def test_all_topics_come_in_the_order_of_the_banks_and_hold_all_that_is_studied(student: Learner, bank: Bank) -> None:
    known = recalled(student.session, student.signed_up.person)
    topics = by_topic(known, student.at.date(), 90)
    assert sum(topic.objectives for topic in topics) == len(known)
    assert [topic.topic for topic in topics if topic.bank == bank.name] == [
        topic.id for topic in bank.topics if topic.id in {one.topic for one in topics}
    ]


def test_what_is_for_others_counts_for_nobody(student: Learner, bank: Bank) -> None:
    patient = studies(signs_up(student.session, "patient", audience="patient"), bank)
    theirs = recalled(student.session, patient.signed_up.person)
    assert 0 < len(theirs) < len(recalled(student.session, student.signed_up.person))


def test_who_studies_nothing_knows_of_nothing(student: Learner) -> None:
    nobody = signs_up(student.session, "nobody")
    assert recalled(student.session, nobody.signed_up.person) == ()
    assert share_at_goal((), student.at.date(), 90) == 0


@pytest.mark.parametrize(("likely", "at_goal"), [(0.896, True), (0.894, False), (1.0, True), (0.0, False)])
def test_a_goal_is_reached_as_the_pages_round_it(likely: float, at_goal: bool) -> None:
    assert reaches(likely, 90) == at_goal


def test_recall_of_everything_takes_two_questions_to_the_tables(student: Learner) -> None:
    person = student.signed_up.person
    recalled(student.session, person)
    asked = []
    event.listen(student.session.get_bind(), "before_cursor_execute", lambda *said: asked.append(said[2]))
    recalled(student.session, person)
    assert len(asked) == 2
