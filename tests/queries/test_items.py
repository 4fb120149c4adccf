"""What this program knows of a bank, and what it cannot write any more."""

import threading
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.template import all_templates
from quizapp.queries import items
from quizapp.queries.items import Gone, ask, current_knowledge, item_asked, knowledge_in, knowledge_of
from tests.learner import Learner


def test_what_this_program_does_not_know_is_gone(session: Session, student: Learner, bank: Bank) -> None:
    item = student.asked(student.objectives()[0]).item
    knowledge = current_knowledge(session, bank.name)
    with pytest.raises(Gone):
        knowledge_of(session, "never published")
    for key, template, version in (
        ("no such objective", item.template, item.version),
        (item.objective, "never written", 1),
        (item.objective, item.template, 999),
    ):
        with pytest.raises(Gone):
            ask(knowledge, key, template, version, item.seed, item.audience, item.language)


def test_a_slip_in_a_template_is_not_taken_for_an_old_wording(student: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.answers(objective)
    (review,) = student.log(objective)

    def slips(*_: object) -> None:
        raise KeyError("liver")

    knowledge = knowledge_of(student.session, review.revision)
    whole = all_templates()[review.template]
    broken = replace(whole, write=slips)
    monkeypatch.setitem(all_templates(), review.template, broken)
    monkeypatch.setitem(knowledge.templates, question.item.objective, (broken,))
    with pytest.raises(KeyError, match="liver"):
        item_asked(student.session, review)
    with pytest.raises(KeyError, match="liver"):
        student.sends(question, {"dont-know": ["1"]})


def test_the_revisions_used_last_are_kept(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MOST_KEPT", 2)
    first, second, third = (msgspec.structs.replace(bank, revision=name) for name in ("first", "second", "third"))
    kept = knowledge_in(first)
    knowledge_in(second)
    assert knowledge_in(first) is kept
    knowledge_in(third)
    assert knowledge_in(first) is kept


def test_many_who_ask_at_once_get_one_and_the_same(bank: Bank) -> None:
    asked_at_once, found = msgspec.structs.replace(bank, revision="asked at once"), []
    together = threading.Barrier(4)

    def ask_for_it() -> None:
        together.wait()
        found.append(knowledge_in(asked_at_once))

    threads = [threading.Thread(target=ask_for_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, found))) == 1
