import threading
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from quizapp.models import ResetLink
from quizapp.models.tokens import read_token
from quizapp.models.transactions import changing
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.reset_password import reset_password
from quizapp.usecases.sign_in import SignedIn
from tests.usecases.accounts import AT, GOOD, KEY, OTHER, gets_in, is_signed_in, up


def link(session: Session, person_id: int, at: datetime = AT) -> str:
    return changing(session, lambda: make_reset_link(session, person_id, at))


def use(session: Session, token: str, new: str = OTHER, at: datetime = AT) -> SignedIn | dict[str, str] | None:
    return changing(session, lambda: reset_password(session, token, new, at, KEY))


def test_a_link_sets_a_new_password_signs_in_and_ends_what_was_open_elsewhere(session: Session) -> None:
    ann = up(session)
    outcome = use(session, link(session, ann.person.id))
    assert isinstance(outcome, SignedIn)
    assert outcome.person.name == "Ann"
    assert is_signed_in(session, outcome.token)
    assert not is_signed_in(session, ann.token)
    assert gets_in(session, "ann", OTHER)
    assert not gets_in(session, "ann", GOOD)


def test_a_link_works_once_and_ends_the_other_links(session: Session) -> None:
    ann = up(session)
    first, second = link(session, ann.person.id), link(session, ann.person.id)
    assert isinstance(use(session, first), SignedIn)
    assert use(session, first) is None
    assert use(session, second) is None


def test_a_link_lasts_for_an_hour(session: Session) -> None:
    ann = up(session)
    token = link(session, ann.person.id)
    assert use(session, token, at=AT + timedelta(hours=1)) is None
    assert isinstance(use(session, token, at=AT + timedelta(minutes=59)), SignedIn)


def test_only_the_hash_of_a_link_is_kept_and_not_for_long(session: Session) -> None:
    ann = up(session)
    token = link(session, ann.person.id)
    assert session.scalars(select(ResetLink)).one().token_hash == read_token(token).token_hash
    link(session, ann.person.id, AT + timedelta(hours=1))
    assert session.scalar(select(func.count()).select_from(ResetLink)) == 1


def test_a_password_that_will_not_do_leaves_the_link_as_it_is(session: Session) -> None:
    ann = up(session)
    token = link(session, ann.person.id)
    outcome = use(session, token, "short")
    assert isinstance(outcome, dict)
    assert set(outcome) == {"new"}
    assert isinstance(use(session, token), SignedIn)


def test_a_link_of_somebody_else_or_of_nobody_does_nothing(session: Session) -> None:
    ann, ben = up(session), up(session, "Ben")
    secret = link(session, ann.person.id).partition(".")[2]
    for token in (f"{ben.person.id}.{secret}", "", "nonsense", f"{ann.person.id}.nonsense", ann.token):
        assert use(session, token) is None
    assert gets_in(session, "ben", GOOD)


def test_whoever_gets_in_by_a_link_may_sign_in_again_at_once(session: Session) -> None:
    ann = up(session)
    for _ in range(10):
        gets_in(session, "ann", "wrong")
    use(session, link(session, ann.person.id))
    assert gets_in(session, "ann", OTHER)


def test_of_several_at_once_one_gets_through(engine: Engine, session: Session) -> None:
    token = link(session, up(session).person.id)
    outcomes: list[object] = []

    def race() -> None:
        with Session(engine) as own:
            outcomes.append(use(own, token))

    threads = [threading.Thread(target=race) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "NoneType", "NoneType", "SignedIn"]
