"""Keys that share most with the other options."""

from tests.questions.making import any_of, item, one_of

CAUGHT = [
    item("What is seen?", one_of(["*High sodium and low water", "High sodium and swelling", "Fever and low water", "Cough and thirst"])),
    item("What is it?", one_of(["*Painless ulcer", "Painless swelling", "Red ulcer", "Warm blister"])),
    item("Where?", one_of(["*In the liver or in the lung", "In the liver and nowhere", "In the lung, or with luck", "In the skin"])),
]
PASSED = [
    item(
        "What is seen?",
        one_of(["*High sodium and low water", "High sodium and high water", "Low sodium and low water", "Low sodium and high water"]),
    ),
    item("What is it?", one_of(["*Painless ulcer", "Red swelling", "Warm blister"])),
    item("What is it?", one_of(["*Colon cancer", "Liver cancer", "Lung cancer"])),
    item("What is it?", one_of(["*Painless ulcer", "Painless swelling"])),
    item("What is seen?", any_of(["*High sodium and low water", "High sodium and swelling", "Fever and low water"])),
]
