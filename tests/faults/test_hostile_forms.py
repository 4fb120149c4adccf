"""Random and hostile requests to every route: whatever comes, the fault is never ours."""

import gc
import os
from random import Random

import pytest
from flask import Flask

from tests.amounts import amount
from tests.faults.hostile import Stranger
from tests.web.browser import Browser
from tests.web.people import answers, signs_up, starts_everything

REQUESTS = int(os.environ.get("QUIZAPP_TEST_FORMS") or amount(800, 20_000))
REACHED = {200, 303, 400, 404, 405} | (
    {413, 422} if REQUESTS >= 5000 else set()
)  # in a short run chance may miss what few requests come to
IN_ONE_GO = 150  # then with another browser, since the one before may have signed out, or away


@pytest.mark.faults
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")  # of a form that breaks off in a file
@pytest.mark.parametrize("signed_in", [False, True], ids=["guest", "signed in"])
def test_nothing_that_is_sent_to_any_route_finds_a_fault_of_ours(app: Flask, chance: Random, signed_in: bool) -> None:
    reached = set()
    for number in range(REQUESTS // 2):
        if number % IN_ONE_GO == 0:
            stranger = signed_in_stranger(app, chance, number) if signed_in else Stranger(app, app.test_client(), chance)
            stranger.look_around()
        sent, answer = stranger.send_something()
        reached.add(answer.status_code)
        assert answer.status_code < 500, sent
    gc.collect()
    assert reached >= REACHED  # the doors are not the only thing that was tried


def signed_in_stranger(app: Flask, chance: Random, number: int) -> Stranger:
    """Somebody with an account, who has answered something."""
    browser = Browser(app.test_client())
    page = starts_everything(signs_up(browser, f"stranger-{number}")).open("/study/1")
    answers(app, browser, page, right=False, name=f"stranger-{number}")
    return Stranger(app, browser.client, chance)
