"""The worked examples of scoring.toml, each by itself."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from questions.interactions import Interaction
from questions.responses import DontKnow, Response, Typed
from questions.scoring import score
from tests.questions.making import any_of, bow_tie, drop_downs, grid, highlight, linked, n_of, number, one_of, order, picked, placed, typing

RULES = tomllib.loads(Path(__file__).with_name("scoring.toml").read_text(encoding="utf-8"))["rule"]
EXAMPLES = [(rule, example) for rule in RULES for example in rule["examples"]]
FEWEST = 200


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule['rule']}: {example['answer']}" for rule, example in EXAMPLES])
def test_an_answer_earns_what_was_worked_out_by_hand(rule, example):
    asked = interaction(rule["way"], rule["asked"])
    assert score(asked, response(rule["way"], example["answer"])) == (example["marks"], example["of"]), example.get(
        "disputed", rule["source"]
    )


def test_every_way_of_answering_has_examples_and_every_rule_a_source():
    assert len(EXAMPLES) >= FEWEST
    assert {type(interaction(rule["way"], rule["asked"])) for rule in RULES} == set(get_args(Interaction))
    assert all(rule["source"] for rule in RULES)


def test_no_example_stands_twice():
    times = Counter((rule["rule"], example["answer"]) for rule, example in EXAMPLES)
    assert max(times.values()) == 1


def interaction(way: str, asked: Any) -> Interaction:
    """What is asked, from the words of the table."""
    match way.split():
        case ["one", "of"]:
            return one_of(asked)
        case ["any", "of"]:
            return any_of(asked)
        case ["n", "of", n]:
            return n_of(int(n), asked)
        case ["grid,", *how]:
            return grid(asked["columns"], asked["rows"], one_per_row=how != ["any"])
        case ["drop-downs"]:
            return drop_downs(asked)
        case ["linked"]:
            return linked(asked)
        case ["order"]:
            return order(asked)
        case ["highlight"]:
            return highlight(*(block["segments"] for block in asked), labels=[block["row"] for block in asked])
        case ["bow-tie"]:
            return bow_tie(**asked)
        case ["text"]:
            return typing(asked["term"], also=asked["also"], refused=asked["refused"])
        case ["number"]:
            return number(asked["figure"], asked["unit"], asked.get("margin", "0"))
        case _:
            raise ValueError(way)


def response(way: str, answer: str) -> Response:
    """What is answered, from the words of the table."""
    if answer == "?":
        return DontKnow()
    if way in ("text", "number"):
        return Typed(answer)
    return placed(answer) if "=" in answer else picked(answer)
