import pytest

from quizapp.usecases.devices import BROWSERS, SYSTEMS, device

MOZILLA = "Mozilla/5.0"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"),
        (f"{MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        (f"{MOZILLA} (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15", "Safari, macOS"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile Safari/604.1", "Chrome, iPhone"),
        (f"{MOZILLA} (Linux; Android 14; SM-S921B) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_called_by_two_words_that_people_know(user_agent: str, words: str) -> None:
    assert device(user_agent) == words


def test_nothing_that_a_browser_says_is_kept_as_it_says_it() -> None:
    known = {*BROWSERS.values(), *SYSTEMS.values()}
    assert set(device("<b>Firefox/1 Windows SM-S921B secret</b>").split(", ")) <= known
