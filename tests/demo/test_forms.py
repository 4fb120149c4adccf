from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from questions.interactions import Interaction, NOf
from questions.responses import Malformed, read_response
from questions.scoring import score
from quizapp.demo.forms import Form, right, wrong
from tests.questions.random_interactions import interactions


def share(interaction: Interaction, form: Form) -> float:
    response = read_response(interaction, form)
    assert not isinstance(response, Malformed), response
    scored = score(interaction, response)
    return scored.marks / scored.maximum


@given(interactions)
def test_a_right_form_wins_all_marks(interaction: Interaction) -> None:
    assert share(interaction, right(interaction)) == 1


@given(interactions, st.integers())
def test_a_wrong_form_is_well_formed_and_loses_some(interaction: Interaction, seed: int) -> None:
    assume(not (isinstance(interaction, NOf) and interaction.n == len(interaction.options)))
    assert share(interaction, wrong(interaction, Random(seed))) < 1
