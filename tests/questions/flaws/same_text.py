"""Options that read the same."""

from dataclasses import replace

from questions.interactions import OneOf
from tests.questions.making import any_of, drop_downs, grid, item, n_of, one_of, option, order, typing

CAUGHT = [
    item("Which?", OneOf((option("*Bone scan", id="a"), option("Bone scan", id="b")))),
    item("Which?", any_of(["*Bone scan", "bone-scan", "X-ray"])),
    item("Which?", n_of(2, ["*Tumour", "*Bone", "Tumor", "The bone"])),
    item("Which?", drop_downs({"p": ["*Bone scan", "A bone scan."]})),
    item("Which?", grid("x y", {"Liver": "x", "the liver": "y"}, one_per_row=True)),
    item("Which?", order(["It grows", "It grows!", "It stops"])),
]
PASSED = [
    item("Which?", one_of(["*Bone scan", "Bone scans"])),
    item("Which?", any_of(["*Bone scan", "Bone X-ray"])),
    item("Which?", drop_downs({"p": ["*Bone", "Skin"], "q": ["Bone", "*Skin"]})),
    item("Which?", grid("x y", {"Liver": "x", "Lung": "y"}, one_per_row=True)),
    item("Which?", order(["It grows", "It stops"])),
    item("Which?", replace(typing("liver"), refused=typing("liver").spellings)),
]
