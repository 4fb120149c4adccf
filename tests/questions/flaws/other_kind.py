"""Options that are of different kinds; ids are those of the bank about bread."""

from tests.questions.making import drop_downs, item, n_of, one_of, order

CAUGHT = [
    item("What goes into a pretzel?", one_of("*lye brioche focaccia")),
    item("What raises a dough?", n_of(2, "*raising.steam *raising.powder yeast flour.rye")),
    item("What does it mean?", one_of("*kneading salt.speeds")),
    item("What is it?", one_of("*lye unheard-of")),
    item("Match them.", drop_downs({"baguette": "*yeast butter", "pretzel": "*lye scoring"})),
]
PASSED = [
    item("What goes into a pretzel?", one_of("*lye rosemary flour.chickpea")),
    item("Which bread is it?", one_of("*brioche pretzel")),
    item("What does salt do?", one_of("*salt salt.speeds crumb.rye.large")),
    item("Match them.", drop_downs({"baguette": "*yeast butter", "dough": "*scoring kneading"})),
    item("Put them in order.", order("lye brioche")),
]
