"""The made-up learners on whom schedulers are compared remember and forget as people do."""

from statistics import mean

from tests.benchmarks.simulated_learners import SimulatedLearner

EVERYBODY = range(30)
OBJECTIVES = range(40)


def remembered(meetings: tuple[int, ...], on: int) -> float:
    """How much of what they met on these days a crowd remembers on another, on average."""
    recalls = []
    for number in EVERYBODY:
        learner = SimulatedLearner(number)
        for objective in OBJECTIVES:
            for day in meetings:
                learner.answers(objective, day, 0, "recall")
            recalls.append(learner.recall(objective, on))
    return mean(recalls)


def test_what_was_never_met_is_not_remembered() -> None:
    assert SimulatedLearner(1).recall(1, 100) == 0


def test_they_forget_quickly_first_and_slowly_then() -> None:
    day, week, month, half_a_year = (remembered((0,), on) for on in (1, 7, 30, 180))
    assert 0.9 > day > week > month > half_a_year > 0.05
    assert day - week > week - month > 0


def test_meetings_that_are_spaced_last_longer_than_those_of_one_day() -> None:
    assert remembered((0, 7, 21), 60) > remembered((0, 1, 2), 60) + 0.05 > remembered((0, 0, 0), 60)


def test_people_and_objectives_differ() -> None:
    learners = [SimulatedLearner(number) for number in EVERYBODY]
    for learner in learners:
        for objective in OBJECTIVES:
            learner.answers(objective, 0, 0, "recognise")
    by_person = [mean(learner.recall(objective, 7) for objective in OBJECTIVES) for learner in learners]
    by_objective = [mean(learner.recall(objective, 7) for learner in learners) for objective in OBJECTIVES]
    assert max(by_person) - min(by_person) > 0.2
    assert max(by_objective) - min(by_objective) > 0.2


def test_the_same_number_is_the_same_person_with_the_same_life() -> None:
    one, other = SimulatedLearner(3), SimulatedLearner(3)
    assert one.person == other.person
    assert [one.answers(5, day, 40, "recognise") for day in range(20)] == [other.answers(5, day, 40, "recognise") for day in range(20)]
    assert [one.studies_on(day) for day in range(50)] == [other.studies_on(day) for day in range(50)]
