import pytest
from click.testing import CliRunner

from quizapp.cli import main
from quizapp.settings import MASK


def test_every_setting_is_listed_with_its_value_and_secrets_are_masked() -> None:
    answer = CliRunner().invoke(main, ["settings"], env={"QUIZAPP_SECRET_KEY": "k" * 32, "QUIZAPP_DATA": "/srv/quiz"})
    assert answer.exit_code == 0
    assert "QUIZAPP_DATA=/srv/quiz\n" in answer.output
    assert f"QUIZAPP_SECRET_KEY={MASK}\n" in answer.output
    assert "k" * 32 not in answer.output


@pytest.mark.parametrize("command", ["settings", "serve"])
def test_a_bad_setting_is_one_sentence_and_an_exit_that_failed(command: str) -> None:
    answer = CliRunner().invoke(main, [command], env={"QUIZAPP_PROXY_HOPS": "many"})
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert answer.stderr == "Error: QUIZAPP_PROXY_HOPS cannot be used as it is set. Write a number from 0 to 10.\n"
