"""Histories of one card, told shortly or drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from quizapp.scheduling.cards import Answered, fold, kind_on

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def history(*answers: tuple[int, date]) -> list[Answered]:
    """Reviews with these grades on these days, each of the kind that it would be."""
    reviews: list[Answered] = []
    for grade, day in answers:
        reviews.append(Answered(len(reviews) + 1, grade, day, kind_on(fold(reviews), day)))
    return reviews


@st.composite
def walks(draw: st.DrawFn, longest: int = 50) -> list[Answered]:
    """What a learner may do: answer, some of it lowered or taken back later, on one day or many."""
    reviews: list[Answered] = []
    day = MONDAY
    for grade, gap, lowered_to, undone in draw(
        st.lists(
            st.tuples(st.integers(0, 5), st.sampled_from([0, 0, 1, 6, 40]), st.none() | st.integers(0, 3), st.booleans()), max_size=longest
        )
    ):
        day += gap * DAY
        kind = kind_on(fold(reviews), day)
        reviews.append(Answered(len(reviews) + 1, grade, day, kind, lowered_to, undone))
    return reviews
