"""Words of frequency that everybody counts differently."""

from tests.questions.making import any_of, drop_downs, grid, item, one_of, order

CAUGHT = [
    item("How does it grow?", one_of(["*Slowly", "It usually grows fast"])),
    item("Which of these describe it?", any_of(["*It can come back", "It often comes back", "It stays"])),
    item("Where does it begin?", drop_downs({"p": ["*In the bone", "RARELY in the bone"]})),
    item("Say whether it is so.", grid("yes no", {"It is likely to spread": "yes", "It stays": "no"}, one_per_row=True)),
    item("Put them in order.", order(["Several cells divide", "A cell breaks away"])),
]
PASSED = [
    item("How does it often grow?", one_of(["*Slowly", "Fast"])),
    item("What follows?", one_of(["*It is more likely to spread", "It is less likely to spread"])),
    item("Which of these describe it?", any_of(["*It can come back", "It may stay", "Softened tissue"])),
    item("How many spread?", one_of(["*One third", "Two thirds"])),
]
