"""What a correction touches, and what it leaves alone."""

from pathlib import Path
from typing import Any

import pytest

from questions.bank import Bank, bank_content, bank_from_content, shipped_banks
from questions.checking_changes import MOST_VARIANTS, Effect, check_change, effect_of
from questions.correcting import Correction, Standing, laid_over, table_of
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.writing import templates_of


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_a_bank_asks_the_same_whether_it_is_read_from_its_files_or_from_what_was_kept_of_it(folder: Path) -> None:
    bank = read_bank(folder)
    kept = bank_from_content(bank_content(bank))
    assert effect_of(Knowledge(bank), Knowledge(kept)) == Effect((), (), ())
    assert [*map(repr, bank.facts)] == [*map(repr, kept.facts)]


def corrected(bank: Bank, fact: str, **said: Any) -> Effect:
    found = table_of(bank, fact)
    assert found
    kind, topic, table = found
    laid = laid_over(bank, [Correction(kind, topic, fact, table, {**table, **said})])
    assert laid.standing == (Standing.COUNTS,)
    return effect_of(Knowledge(bank), Knowledge(laid.bank))


def test_another_name_of_a_term_touches_what_is_asked_by_it_and_nothing_else() -> None:
    bank = read_bank(shipped_banks()[0])
    effect = corrected(bank, "term:kidney", name="renal carcinoma")
    assert "metastatic-cancer/spread.kidney#sites" in effect.changed
    assert not [key for key in effect.changed if key.endswith(("basics.naming#holds", "tests.ct#means"))]
    assert (effect.added, effect.gone) == ((), ())


def test_the_checker_says_how_much_it_had_no_time_for() -> None:
    before = read_bank(shipped_banks()[0])
    found = table_of(before, "spread.kidney")
    assert found
    kind, topic, table = found
    after = laid_over(before, [Correction(kind, topic, "spread.kidney", table, {**table, "note": "Looked at again."})]).bank
    going_on = iter([True] * 7)
    hurried = check_change(Knowledge(before), after, Knowledge, "1", lambda: next(going_on, False))
    ways = sum(len(templates_of(Knowledge(after), key)) for key in hurried.effect.asked)
    assert hurried.items == ways + 7
    assert hurried.left == (MOST_VARIANTS - 1) * ways - 7
    assert check_change(Knowledge(before), after, Knowledge, "1", lambda: True).left == 0
