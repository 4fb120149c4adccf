"""Histories of one card, told shortly or drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from quizapp.scheduling.cards import Answered, Kind, fold, kind_on

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def history(*answers: tuple[int, date], turn: int = 1, kind: Kind | None = None, practised: bool = False) -> list[Answered]:
    """Reviews with these grades on these days, each of the kind that it would be; or answers in practice before any review."""
    if practised:
        return [Answered(0, grade, day, practised=nth) for nth, (grade, day) in enumerate(answers, 1)]
    reviews: list[Answered] = []
    for grade, day in answers:
        reviews.append(Answered(len(reviews) + turn, grade, day, kind or kind_on(fold(reviews), day)))
    return reviews


@st.composite
def walks(draw: st.DrawFn, longest: int = 50) -> list[Answered]:
    """What a learner may do: answer, in practice too, some of it lowered or taken back later, on one day or many."""
    log: list[Answered] = []
    day, turn, nth = MONDAY, 0, 0
    last_day: date | None = None  # of a live review
    for grade, gap, lowered_to, undone, practised in draw(
        st.lists(
            st.tuples(
                st.integers(0, 5),
                st.sampled_from([0, 0, 1, 6, 40]),
                st.none() | st.integers(0, 3),
                st.booleans(),
                st.sampled_from([False, False, False, True]),
            ),
            max_size=longest,
        )
    ):
        day += gap * DAY
        if practised:
            nth += 1
            log.append(Answered(turn, grade, day, practised=nth))
        else:
            turn, nth = turn + 1, 0
            log.append(Answered(turn, grade, day, "drill" if last_day == day else "scheduled", lowered_to, undone))
            last_day = last_day if undone else day
    return log
