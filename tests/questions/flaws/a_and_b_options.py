"""Options that join others."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("Where does it spread?", drop_downs({"p": ["*Liver", "A and C"]})),
    item("Where does it spread?", one_of(["*Liver", "Lung", "Both A and B."])),
    item("Where does it spread?", one_of(["*Liver", "Lung", "1, 2 and 3"])),
    item("Where does it spread?", one_of(["Liver", "Lung", "*Liver and lung"])),
    item("Where does it spread?", one_of(["The liver", "The lung", "The skin", "*The liver, the lung and the skin"])),
]
PASSED = [
    item("Where does it spread?", one_of(["*Liver and lung", "Lung and skin"])),
    item("Which of these are vitamins?", any_of(["*Vitamins A, D and E", "Salt and water"])),
    item("Which viruses are meant?", one_of(["*Hepatitis B and C", "Hepatitis A and E"])),
    item("What is it?", one_of(["*A and E are vitamins", "D is none"])),
]
