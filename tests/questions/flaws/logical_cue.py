"""Names that tell the answer."""

from tests.questions.making import any_of, drop_downs, item, one_of

CAUGHT = [
    item("Which tissue lines a pleural effusion?", one_of(["*Pleura", "Skin", "Liver"])),
    item("Where does ovarian disease begin?", one_of(["*Ovaries", "Kidneys"])),
    item("Match them.", drop_downs({"Abdominal fluid": ["*The abdomen", "The skull"]})),
]
PASSED = [
    item("Which tissue lines the chest?", one_of(["*Pleura", "Skin", "Liver"])),
    item("Where does ovarian disease begin?", one_of(["*Ovaries", "Ovarian duct"])),
    item("Where does ovarian disease begin?", one_of(["*Kidneys", "Ovaries"])),
    item("Where does ovarian disease go?", any_of(["*Ovaries", "*Liver", "Skin"])),
    item("To which sites does it spread?", one_of(["*Sites in the liver", "Skin"])),
]
