"""Grammar that tells."""

from tests.questions.making import any_of, drop_downs, item, one_of, typing

CAUGHT = [
    item("A picture made with sound is an", one_of(["*Ultrasound", "Scan"])),
    item("What is taken is a:", one_of(["*Biopsy", "X-ray"])),
    item("Where does it begin?", one_of(["*In the bone", "in the skin", "in the lung"])),
    item("What does it show?", any_of(["*It shows masses.", "It shows bones"])),
    item("What are kept under the arm?", one_of(["*Lymph nodes", "A vein", "The liver"])),
    item("Match them.", drop_downs({"It is a…": ["*Scan", "Ultrasound"]})),
]
PASSED = [
    item("Which of these is a picture made with sound?", one_of(["*Ultrasound", "Scan"])),
    item("Where does it begin?", one_of(["*in the bone", "in the skin"])),
    item("What does it show?", any_of(["*It shows masses.", "It shows bones."])),
    item("What is vitamin", one_of(["*A", "B"])),
    item("What are kept under the arm?", one_of(["*Lymph nodes", "Veins", "The liver"])),
    item("Which of these is among the sites?", one_of(["*Lungs", "Skin"])),
    item("What is a", typing("scan")),
]
