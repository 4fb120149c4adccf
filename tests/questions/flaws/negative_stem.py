"""Stems that deny in a low voice."""

from tests.questions.making import item, one_of

ANY = one_of("*Liver Skin")
CAUGHT = [
    item("Where does it not spread?", ANY),
    item("All of these are listed except which?", ANY),
    item("Which is least likely?", ANY),
    item("What can a scan do that an X-ray cannot?", ANY),
    item("A woman is well. Which of these should she not do?", ANY),
]
PASSED = [
    item("Where does it spread?", ANY),
    item("Where does it NOT spread?", ANY),
    item("A scan does not show it. What shows it?", ANY),
    item("She says: “I do not know.” Where does it spread?", ANY),
    item("Note: which of these is nothing but skin?", ANY),
]
