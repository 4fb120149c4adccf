"""Options that turn down the others."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("Where does it spread?", one_of(["*Liver", "Lung", "None of the above"])),
    item("Where does it spread?", one_of(["*Liver", "Lung", "None of these."])),
    item("Where does it spread?", any_of(["*Liver", "Lung", "Neither of them"])),
    item("Where does it spread?", drop_downs({"p": ["*Liver", "Nothing"]})),
]
PASSED = [
    item("Where does it spread?", one_of(["*Liver", "Lung"])),
    item("What is a bone?", one_of(["*A hard part of the body", "None of the soft parts of the bodies"])),
    item("None of the above is true. What follows?", one_of(["*Rest", "Nothing but haste"])),
]
