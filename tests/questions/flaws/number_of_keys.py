"""Items with too many or too few right answers."""

from tests.questions.making import any_of, drop_downs, grid, item, n_of, one_of, order, typing

STEM = "Which of these?"
CAUGHT = [
    item(STEM, one_of("a b c")),
    item(STEM, one_of("*a *b c")),
    item(STEM, any_of("a b c")),
    item(STEM, n_of(2, "*a b c d")),
    item(STEM, n_of(2, "*a *b *c d")),
    item(STEM, drop_downs({"p": "*a b", "q": "a b"})),
    item(STEM, drop_downs({"p": "*a *b", "q": "a b"})),
    item(STEM, drop_downs({"p": "*a *b", "q": "a *b"})),
    item(STEM, grid("x y", {"p": "x y", "q": "y"}, one_per_row=True)),
    item(STEM, grid("x y", {"p": "", "q": "y"}, one_per_row=True)),
    item(STEM, grid("x y", {"p": "", "q": ""}, one_per_row=False)),
]
PASSED = [
    item(STEM, one_of("*a b c")),
    item(STEM, any_of("*a b c")),
    item(STEM, any_of("*a *b *c")),
    item(STEM, n_of(2, "*a *b c d")),
    item(STEM, drop_downs({"p": "*a b", "q": "a *b"})),
    item(STEM, grid("x y", {"p": "x", "q": "y"}, one_per_row=True)),
    item(STEM, grid("x y", {"p": "x y", "q": ""}, one_per_row=False)),
    item(STEM, order("a b")),
    item(STEM, typing("liver")),
]
