"""Items about bread, of topics in which one tells another's answer or does not."""

from dataclasses import replace

from questions.items import Item
from tests.questions.making import item, one_of, option

PAIRS = {"kneading": "Pressing", "folding": "Layering", "proving": "Waiting", "scoring": "Cutting"}


def _asked(stem: str, *terms: str) -> list[Item]:
    """For each term an item on one topic, whose key is what is done."""
    asked = []
    for term in terms:
        one = item(stem.format(term=term), one_of([f"*{PAIRS[term]}", "Frying"]))
        asked.append(replace(one, objective=f"bread/{term}#means", topic="ways"))
    return asked


ALL = "All of it is told here: kneading pressing, folding layering, proving waiting, scoring cutting. What is done in {term}?"
CAUGHT = [
    _asked(ALL, *PAIRS),
    [
        *_asked(ALL, *PAIRS),
        replace(item("What is bread?", one_of([option("*Food").text, "Stone"])), objective="bread/kneading#term", topic="ways"),
    ],
    _asked(ALL.replace("All of it is told here", "Once more"), *reversed(PAIRS)),
]
PASSED = [_asked("What is done in {term}?", *PAIRS), _asked(ALL, "kneading"), _asked("What is done in kneading and {term}?", *PAIRS)]
