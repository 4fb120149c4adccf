"""Options that take in the others."""

from tests.questions.making import any_of, drop_downs, grid, item, one_of

CAUGHT = [
    item("Where does it spread?", one_of(["*Liver", "Lung", "All of the above"])),
    item("Where does it spread?", any_of(["*Liver", "*Lung", "Both of the above"])),
    item("Where does it spread?", drop_downs({"p": ["*Liver", "Either of these"]})),
    item("Say whether it is so.", grid("yes no", {"Liver": "yes", "Any of the others": "no"}, one_per_row=True)),
]
PASSED = [
    item("Where does it spread?", one_of(["*Liver", "Lung", "Skin"])),
    item("What is a bone?", one_of(["*One of the hard parts of the body", "All the soft parts of the body"])),
    item("All of the above is true. What follows?", one_of(["*Rest", "Haste"])),
]
