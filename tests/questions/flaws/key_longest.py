"""Keys that stand out by their length."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("What is it?", one_of(["*A sample of tissue that is looked at under a microscope", "A picture of the body", "A blood test"])),
    item("Where?", one_of(["*In the lymph nodes of the armpit", "In the liver", "In the skin"])),
    item("What holds?", one_of(["Yes", "*Yes, because all blood flows through it"])),
]
PASSED = [
    item("What is it?", one_of(["*A sample of tissue", "A picture of the inside of the body that is made with sound"])),
    item("Where?", one_of(["*In the abdomen", "In the liver"])),
    item("Where?", one_of(["*Adrenal glands", "Skin"])),
    item("Where?", any_of(["*In the lymph nodes of the armpit and of the neck", "In the skin"])),
    item("Where?", drop_downs({"p": ["*In the lymph nodes of the armpit and of the neck", "In the skin"]})),
]
