"""True and false as options of another type."""

from dataclasses import replace

from tests.questions.making import any_of, drop_downs, grid, item, one_of

CAUGHT = [
    item("Does it spread?", one_of(["*Yes", "No"])),
    item("A cancer keeps its name.", one_of(["*True", "False", "It depends on the organ"])),
    item("Which of these hold?", any_of(["*It spreads", "Not true.", "It stays"])),
    item("Match them.", drop_downs({"It spreads": ["*Correct", "Incorrect"]})),
    item("Say of each what it is.", grid("x y", {"False": "x", "Liver": "y"}, one_per_row=True)),
]
PASSED = [
    item("She asks whether it spreads. What is the answer?", one_of(["*Yes: it may reach the liver.", "No: it stays in the breast."])),
    item("Which ribs are joined to the breastbone by cartilage of their own?", one_of(["*True ribs", "False ribs"])),
    item("Say of each whether it is true.", grid("true false", {"It spreads": "true", "It stays": "false"}, one_per_row=True)),
    replace(item("A cancer keeps its name.", one_of(["*True", "False"])), item_type="true/false"),
]
