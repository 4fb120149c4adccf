"""Typed answers that can be copied from the stem."""

from tests.questions.making import item, one_of, typing

CAUGHT = [
    item(
        "Which treatment is this? “Tiny radioactive seeds that are placed in the body”",
        typing("internal radiation", also=["radioactive seeds"]),
    ),
    item("Tumours form vessels. What is a tumor?", typing("growth", also=["tumour"])),
    item("A bone-scan of the liver: what is it called?", typing("bone scan")),
]
PASSED = [
    item("Which treatment is this? “Tiny seeds that give off rays”", typing("internal radiation", also=["radioactive seeds"])),
    item("Which organ lies beside the spleens of two animals?", typing("spleen")),
    item("Which radiation is this? “Rays from within”", typing("internal radiation", refused=["Rays"])),
    item("Where is the liver?", one_of("*Above below beside")),
]
