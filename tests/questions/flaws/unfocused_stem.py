"""Stems that cannot be answered with the options covered."""

from tests.questions.making import any_of, item, one_of, typing

CAUGHT = [
    item("Which of these is true?", one_of(["*It spreads", "It stays"])),
    item("Which of these statements are correct?", any_of(["*It spreads", "It stays"])),
    item("Which of these is true of kidney cancer?", one_of(["*It spreads", "It stays"])),
    item("Kidney cancer:", one_of(["*spreads", "stays"])),
    item("Kidney cancer is a disease. Which statement holds?", one_of(["*It spreads", "It stays"])),
]
PASSED = [
    item("To which organ does kidney cancer spread?", one_of(["*Lung", "Spleen"])),
    item("Which of these is true to type: a tumour that keeps the looks of its tissue?", one_of(["*Benign", "Malignant"])),
    item("A man asks whether he has liver cancer. Which answer is right?", one_of(["*No: it is colon cancer", "Yes: it is new"])),
    item("Select all of the kinds of recurrence.", any_of(["*Local", "Global"])),
    item("Kinds of recurrence: local, regional and one more. Which is it?", typing("distant")),
]
