"""An answer that was kept fills in its form as it was."""

from hypothesis import assume, given
from hypothesis import strategies as st

from questions.responses import DontKnow, Malformed, Placed, Response, read_response
from quizapp.web.filled_in import filled_in
from tests.questions.random_interactions import interactions, responses


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))))
def test_what_is_filled_in_is_read_back_as_the_same_response(asked):
    interaction, response = asked
    assume(not isinstance(response, DontKnow))
    read = read_response(interaction, filled_in(interaction, response))
    assume(not isinstance(read, Malformed))  # the strategy also makes responses that no form sends, such as half a grid
    assert in_order(read) == in_order(response)


def in_order(response: Response | Malformed) -> object:
    return sorted(response.places) if isinstance(response, Placed) else response
