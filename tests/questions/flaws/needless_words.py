"""Words that the question does not need."""

from tests.questions.making import item, one_of

PLACES = one_of(["*Lung", "Spleen"])
CAUGHT = [
    item("Which of the following is a site to which it spreads?", PLACES),
    item("Please say to which organ it spreads.", PLACES),
    item("It is well known that cancers spread. To which organ does this one spread?", PLACES),
    item("To which organ does it spread? To which organ does it spread?", PLACES),
    item(f"A man {'who walks on and on ' * 10}is ill. To which organ does it spread?", PLACES),
]
PASSED = [
    item("To which organ does it spread?", PLACES),
    item("A man has coughed for a month. In which organ is the cause to be sought?", PLACES),
    item("A man says: “Please tell me what it really is.” Where is it?", PLACES),
    item("Which word is pleasant?", PLACES),
]
