"""What every way out promises; a new one is tested by arriving."""

from io import BytesIO

import pytest
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.exports import Export, export, exports
from tests.learner import MONDAY_NOON, published, signs_up, studies

every_export = pytest.mark.parametrize("way", exports().values(), ids=exports())


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="two exports"):
        export("everything", "zip", "application/zip", title="", about="")(exports()["everything"].write)


@every_export
def test_it_says_what_it_is_and_names_its_file(way: Export) -> None:
    assert way.title
    assert not way.title.endswith(".")
    assert way.about.endswith(".")
    assert way.file_name(MONDAY_NOON) == f"quizapp-{way.name}-2026-03-02.{way.suffix}"


@every_export
@pytest.mark.parametrize("studied", [False, True], ids=["who has just come", "who studies"])
def test_anybody_may_take_it_out_and_gets_the_same_twice_at_one_moment(session: Session, way: Export, studied: bool) -> None:
    learner = signs_up(session)
    if studied:
        bank = read_bank(shipped_banks()[0])
        published(session, bank)
        studies(learner, bank).answers(learner.objectives()[0])
    learner.session.rollback()
    once, twice = BytesIO(), BytesIO()
    for file in (once, twice):
        way.write(session, learner.signed_up.person, learner.at, file)
    assert not session.new
    assert not session.dirty
    assert once.getvalue()
    assert len(once.getvalue()) == len(twice.getvalue())
