"""Items that people wrote, with and without flaws: each flawed one is caught by the flaw that it names, each clean one passes all."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from questions.bank import bank_of
from questions.claims import Claim
from questions.flaw import all_flaws, flaws_of
from questions.interactions import (
    AnyOf,
    Blank,
    Column,
    DropDowns,
    Grid,
    Interaction,
    NOf,
    OneOf,
    Option,
    Order,
    Row,
    Spelled,
    Step,
    TypedText,
)
from questions.items import Item
from questions.knowledge import Knowledge
from tests.questions.making import item

FOLDER = Path(__file__).parent / "written"
FEWEST = 60
PREDICATE = {name: name for name in ("id", "aspect", "one", "many", "subject_one", "subject_many", "objects", "subjects", "says", "denies")}
PLACE = {"section": "By hand", "paragraph": 1}

Written = dict[str, Any]


def written(name: str) -> list[Written]:
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["item"]
    return [{"id": f"{name}-{number}", **one} for number, one in enumerate(found, 1)]


FLAWED, CLEAN = written("flawed"), written("clean")


def named(one: Written) -> str:
    return f"{one['id']} {one.get('flaw', '')}"


@pytest.mark.parametrize("one", FLAWED, ids=named)
def test_a_flawed_item_is_caught_by_the_flaw_that_it_names_and_by_no_other(one: Written) -> None:
    found = {name for name, _ in flaws_of(asked(one), knowledge(one))}
    assert found == {one["flaw"], *one.get("also", ())}


@pytest.mark.parametrize("one", CLEAN, ids=named)
def test_a_clean_item_passes_every_flaw(one: Written) -> None:
    assert not list(flaws_of(asked(one), knowledge(one)))


def test_there_are_enough_of_them_and_no_two_are_alike() -> None:
    assert len(FLAWED) >= FEWEST
    assert len(CLEAN) >= FEWEST
    alike = [(one["stem"], str(interaction(one)).replace(one["id"], "")) for one in (*FLAWED, *CLEAN)]
    assert len(set(alike)) == len(alike)


def test_every_flaw_is_named_by_some_of_them() -> None:
    named_by = [one["flaw"] for one in FLAWED]
    assert all(named_by.count(flaw) >= 3 for flaw in all_flaws())


def asked(one: Written) -> Item:
    return replace(item(one["stem"], interaction(one)), why=one.get("why", ""))


def interaction(one: Written) -> Interaction:
    match one:
        case {"columns": columns, "rows": rows}:
            ids = {text: f"{one['id']}/{text}" for text in columns}
            return Grid(
                tuple(Column(ids[text], text) for text in columns),
                tuple(row(one, text, right, ids) for text, right in rows.items()),
                one_per_row=one.get("type") != "grid, any",
            )
        case {"blanks": blanks}:
            return DropDowns(tuple(Blank(f"{one['id']}/{label}", label, options(one, texts, label)) for label, texts in blanks.items()))
        case {"order": steps}:
            return Order(tuple(step(one, text, place) for place, text in enumerate(steps, 1)))
        case {"text": {"accepted": accepted, "refused": refused}}:
            right, *wrong = options(one, [f"*{accepted}", *refused])
            others = tuple(Spelled(option.id, option.text, ()) for option in wrong)
            return TypedText((right,), (Spelled(right.id, right.text, ()),), others, (), tuple(option.claim for option in wrong))
        case {"options": texts, "type": "any of"}:
            return AnyOf(options(one, texts))
        case {"options": texts, "type": "n of"}:
            return NOf(sum(text.startswith("*") for text in texts), options(one, texts))
        case {"options": texts}:
            return OneOf(options(one, texts))
        case _:
            raise ValueError(f"no way of answering in {one}")


def options(one: Written, texts: list[str], about: str = "") -> tuple[Option, ...]:
    return tuple(option(one, text.removeprefix("*"), text.startswith("*"), about) for text in texts)


def option(one: Written, text: str, correct: bool, about: str) -> Option:
    id = f"{one['id']}/{text}"
    return Option(id, text, correct, why(one, text), (f"{one['id']}/{about}",), Claim(f"{one['id']}/{about}", "id", id))


def row(one: Written, text: str, right: list[str], ids: dict[str, str]) -> Row:
    id = f"{one['id']}/{text}"
    claims = tuple(Claim(id, "id", column) for column in ids.values())
    return Row(id, text, tuple(ids[column] for column in right), why(one, text), (id,), claims)


def step(one: Written, text: str, place: int) -> Step:
    return Step(
        f"{one['id']}.{place}", text, place, why(one, text), (one["id"],), Claim(one["id"], f"step {place}", f"{one['id']}.{place}")
    )


def why(one: Written, text: str) -> str:
    return "" if text in one.get("unexplained", ()) else f"Because of what is known of {text}."


def knowledge(one: Written) -> Knowledge:
    """A bank that states what the item marks as right, or what it says that facts state, and nothing else."""
    lists = list(stated(one))
    texts = dict.fromkeys(text for subject, right, wrong in lists for text in (subject, *right, *wrong))
    kinds, part_of = one.get("kinds", {}), one.get("part_of", {})
    about = dict.fromkeys(("name", "title", "edition", "licence", "date", "document", "age"), "by hand")
    relations = [relation(one, *three) for three in lists]
    sequences = [sequence(one)] if "order" in one else []
    return Knowledge(
        bank_of(
            {
                "bank": {**about, "sections": ["By hand"]},
                "files": [
                    {
                        "topic": {"id": "by-hand", "title": "By hand", "about": "By hand"},
                        "kind": [{"id": kind, "one": kind, "many": kind} for kind in {"thing", *kinds.values()}],
                        "predicate": [{**PREDICATE, "aim": "aim"}],
                        "term": [term(one, text, kinds.get(text, "thing"), part_of.get(text)) for text in texts],
                        "relation": relations,
                        "sequence": sequences,
                    }
                ],
            }
        )
    )


def stated(one: Written) -> Iterator[tuple[str, list[str], list[str]]]:
    """For each list that the item needs its subject, what stands in it and what does not."""
    for text, right in one.get("rows", {}).items():
        yield text, right or ["No column"], [column for column in one["columns"] if column not in right]
    for label, texts in one.get("blanks", {}).items():
        yield label, *halves(texts)
    if "text" in one:
        yield "", [one["text"]["accepted"]], one["text"]["refused"]
    if "options" in one:
        right, _ = halves(one["options"])
        texts = [text.removeprefix("*") for text in one["options"]]
        states = one.get("states", right or ["Nothing of the kind"])
        yield "", states, [text for text in texts if text not in states]


def halves(texts: list[str]) -> tuple[list[str], list[str]]:
    return [text[1:] for text in texts if text.startswith("*")], [text for text in texts if not text.startswith("*")]


def term(one: Written, text: str, kind: str, whole: str | None) -> dict[str, Any]:
    return {"id": f"{one['id']}/{text}", "name": text, "kind": kind, "part_of": [f"{one['id']}/{whole}"] if whole else []}


def relation(one: Written, subject: str, right: list[str], wrong: list[str]) -> dict[str, Any]:
    return {
        "id": f"{one['id']}/{subject}",
        "subject": f"{one['id']}/{subject}",
        "predicate": "id",
        "list": "closed",
        "source": PLACE,
        "objects": [{"term": f"{one['id']}/{text}"} for text in right],
        "elsewhere": [{"term": f"{one['id']}/{text}", "who": "others"} for text in wrong if text in one.get("elsewhere", ())],
    }


def sequence(one: Written) -> dict[str, Any]:
    steps = [{"id": str(place), "text": text} for place, text in enumerate(one["order"], 1)]
    return {"id": one["id"], "title": "order", "aim": "order", "source": PLACE, "steps": steps}
