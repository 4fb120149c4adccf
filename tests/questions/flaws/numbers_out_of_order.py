"""Figures that do not rise."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("How many?", one_of(["*10 %", "5 %", "20 %"])),
    item("When?", any_of(["*2010", "*1990", "2000"])),
    item("How many?", one_of(["5,000", "*40", "600,000"])),
    item("How many?", drop_downs({"In men": ["*9", "10", "1.5"]})),
]
PASSED = [
    item("How many?", one_of(["5 %", "*10 %", "20 %"])),
    item("How many?", one_of(["900", "*5,000", "600,000"])),
    item("How many?", one_of(["0.5 to 1 %", "*1.5 to 2 %", "2.5 to 3 %"])),
    item("Which?", one_of(["*10 tests", "Five tests", "2 tests"])),
    item("Which?", one_of(["*Two", "One"])),
    item("How many?", one_of(["²", "*½"])),
]
