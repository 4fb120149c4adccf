"""Pages come without the indentation of their templates, and with all that is typed as it was typed."""

from jinja2 import Environment

from quizapp.web.flush import Flush


def rendered(source: str, **values: object) -> str:
    return Environment(extensions=[Flush], autoescape=True).from_string(source).render(**values)


def test_lines_begin_where_their_words_do_and_stay_lines() -> None:
    assert rendered("<ul>\n  <li>\n\t\tone\n  </li>\n</ul>") == "<ul>\n<li>\none\n</li>\n</ul>"


def test_what_people_type_keeps_its_blanks() -> None:
    assert rendered("  <p>{{ words }}</p>", words="one\n  two") == "<p>one\n  two</p>"


def test_words_on_two_lines_stay_two_words() -> None:
    assert rendered("one\n   two").split() == ["one", "two"]
