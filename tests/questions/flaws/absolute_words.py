"""Words that are seldom true."""

from tests.questions.making import any_of, drop_downs, grid, item, one_of, order

CAUGHT = [
    item("How fast does it grow?", one_of(["*Slowly", "Always slowly"])),
    item("Which of these describes it?", any_of(["*It can come back", "It never comes back", "It stays"])),
    item("Where does it begin?", drop_downs({"p": ["*In the bone", "ONLY in the bone"]})),
    item("Say whether it is so.", grid("yes no", {"Every cancer spreads": "no", "Some cancers spread": "yes"}, one_per_row=True)),
    item("Put them in order.", order(["All cells divide", "A cell breaks away"])),
    item("What is known of it?", one_of(["*Where it began", "Nobody knows where it began"])),
    item("What does it show?", one_of(["*Masses", "Nothing: it is impossible to say"])),
]
PASSED = [
    item("How fast does it grow?", one_of(["*Slowly", "Fast"])),
    item("Which of these is always so?", one_of(["*It can come back", "It stays away"])),
    item("Which scan is meant?", one_of(["*Small intestine series", "Overall scan", "Mustard test"])),
    item("What is it called?", drop_downs({"p": ["*Allergy", "Nonetheless"]})),
]
