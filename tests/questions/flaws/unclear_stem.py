"""Stems that can be read in two ways, or not at all."""

from tests.questions.making import item, one_of, typing

PLACES = one_of(["*Lung", "Spleen"])
CAUGHT = [
    item("To which organ does kidney cancer", PLACES),
    item("To which organ does it spread? And when?", PLACES),
    item("To which organ does {subject} spread?", PLACES),
    item("Where do you think that kidney cancer spreads?", PLACES),
    item("Which lung and/or spleen disease is it?", PLACES),
    item("To which organs, bones, nodes etc. does it spread?", PLACES),
    item("To which organ does it not spread unless it grows?", PLACES),
    item("What is this called? “The return of a cancer", typing("recurrence")),
    item("To which organ  does it spread?", PLACES),
    item("Which of these sets advanced cancer apart?", PLACES),
]
PASSED = [
    item("To which organ does kidney cancer spread?", PLACES),
    item("What is this called? “The return of a cancer”", typing("recurrence")),
    item("A man asks: “Is it mine? Or not?” What is the answer?", PLACES),
    item("Select all of the sites to which it spreads.", PLACES),
    item("To which organ does it spread? (According to this article.)", PLACES),
    item("Which of these sets advanced cancer apart from minimally spread cancer?", PLACES),
    item("The return of a cancer is called ____", typing("recurrence")),
]
