"""Gaps within the stem."""

from tests.questions.making import drop_downs, item, one_of, typing

CAUGHT = [
    item("In ____ a cancer comes back.", one_of(["*recurrence", "remission"])),
    item("A … is taken and studied in a laboratory.", typing("biopsy")),
    item("The [blank] filters the blood.", one_of(["*kidney", "skin"])),
    item("Fill the gap.", drop_downs({"Cells of the ___ go astray": ["*liver", "lung"]})),
]
PASSED = [
    item("The return of a cancer is called ____.", one_of(["*recurrence", "remission"])),
    item("A piece of tissue that is studied is called a …", typing("biopsy")),
    item("What is the return of a cancer called?", one_of(["*Recurrence", "Remission"])),
    item("The blood is filtered by the ____ (According to this article.)", one_of(["*kidney", "skin"])),
]
