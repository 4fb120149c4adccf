"""Items at which a blind answer earns more than half of the marks."""

from tests.questions.making import any_of, drop_downs, grid, item, n_of, one_of, order, typing

STEM = "Which of these?"
CAUGHT = [
    item(STEM, one_of("*a")),
    item(STEM, any_of("*a *b *c d")),
    item(STEM, any_of("*a *b *c *d e")),
    item(STEM, n_of(2, "*a *b c")),
    item(STEM, n_of(3, "*a *b *c d e")),
    item(STEM, grid("x y", {"p": "x", "q": "x", "r": "x", "s": "y"}, one_per_row=True)),
    item(STEM, grid("x y", {"p": "x y", "q": "x y", "r": "x y", "s": ""}, one_per_row=False)),
    item(STEM, drop_downs({"p": "*a", "q": "a *b"})),
]
PASSED = [
    item(STEM, one_of("*a b")),
    item(STEM, any_of("*a *b c")),
    item(STEM, any_of("*a *b *c *d e f")),
    item(STEM, n_of(2, "*a *b c d")),
    item(STEM, grid("x y", {"p": "x", "q": "x", "r": "y", "s": "y"}, one_per_row=True)),
    item(STEM, grid("x y", {"p": "x", "q": "x y", "r": "y", "s": ""}, one_per_row=False)),
    item(STEM, drop_downs({"p": "*a b", "q": "a *b"})),
    item(STEM, order("a b c")),
    item(STEM, typing("liver")),
]
