import pytest

from quizapp.web.local import local_path


@pytest.mark.parametrize("target", ["/", "/today", "/study/7?more=1", "/a//b"])
def test_a_path_of_this_site_is_kept(target: str) -> None:
    assert local_path(target, "/else") == target


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "today",
        "//elsewhere.example",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "/a\nLocation: /b",
        "/a\\b",
        "/\u2028",
        "//[",
    ],
)
def test_anything_else_is_not(target: str | None) -> None:
    assert local_path(target, "/else") == "/else"
