"""Words of the stem that come back in the key alone."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("What does a tracer show?", one_of(["*Where the tracer gathers", "Where blood flows"])),
    item("Which nodes does it reach?", any_of(["*Nodes in the neck", "*Nodes in the armpit", "The liver"])),
    item("What holds for Screening?", one_of(["*It is a kind of screenings", "It is a kind of cure"])),
    item("Match them.", drop_downs({"Primary tumour": ["*Where the tumour began", "Where it went"]})),
]
PASSED = [
    item("What does a tracer show?", one_of(["*Where the tracer gathers", "Where the tracers leave"])),
    item("What does a tracer show?", one_of(["*Where it gathers", "Where the tracer leaves"])),
    item("Which nodes does it reach?", any_of(["*Nodes in the neck", "*The lungs", "The liver"])),
    item("Where does the cancer spread?", one_of(["*Where a cancer spreads", "The liver"])),
    item("Match them.", drop_downs({"Primary tumour": ["*Where it began", "Where it went"]})),
]
