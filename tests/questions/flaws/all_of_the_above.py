"""Options that speak of other options."""

from tests.questions.making import any_of, drop_downs, grid, item, one_of

CAUGHT = [
    item("Where does it spread?", one_of(["*Liver", "Lung", "All of the above"])),
    item("Where does it spread?", one_of(["*Liver", "Lung", "None of these"])),
    item("Where does it spread?", any_of(["*Liver", "*Lung", "Both of the above"])),
    item("Where does it spread?", drop_downs({"p": ["*Liver", "A and C"]})),
    item("Where does it spread?", one_of(["*Liver", "Lung", "Both A and B."])),
    item("Say whether it is so.", grid("yes no", {"Liver": "yes", "Any of the others": "no"}, one_per_row=True)),
]
PASSED = [
    item("Where does it spread?", one_of(["*Liver", "Lung", "Skin"])),
    item("What is a bone?", one_of(["*One of the hard parts of the body", "None of the soft parts of the bodies"])),
    item("Which of these are vitamins?", any_of(["*Vitamins A, D and E", "Salt and water"])),
    item("Which viruses are meant?", one_of(["*Hepatitis B and C", "Hepatitis A and E"])),
    item("All of the above is true. What follows?", one_of(["*Rest", "Haste"])),
]
