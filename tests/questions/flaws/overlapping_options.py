"""Options of which one takes in another; ids are those of the bank about bread."""

from tests.questions.making import any_of, item, one_of

CAUGHT = [
    item("What goes in?", one_of("*yeast flour flour.rye")),
    item("How many spread?", one_of(["*5 to 10 %", "10 to 20 %", "30 to 40 %"])),
    item("How many spread?", one_of(["*About 5–10 in 100", "8–12 in 100"])),
    item("What is normal?", one_of(["*135 to 145 mmol/L", "3.5 to 5.0 mmol/L", "100.5 to 140 mmol/L"])),
]
PASSED = [
    item("What goes in?", one_of("*yeast flour.rye flour.wheat")),
    item("How many spread?", one_of(["*5 to 10 %", "15 to 20 %", "30 to 40 %"])),
    item("What is normal?", one_of(["*135 to 145 mmol/L", "3.5 to 5.0 mmol/L"])),
    item("What goes in?", any_of("*yeast flour flour.rye")),
]
