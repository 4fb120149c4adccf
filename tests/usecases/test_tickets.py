from hashlib import sha256
from hmac import new

from itsdangerous import URLSafeSerializer

from quizapp.usecases.tickets import Ticket, read_ticket, signed

KEY = "a key of at least thirty-two letters"
TICKET = Ticket(1, 2, "bank/fact#aim", 3, 2, "revision", "template", 1, "seed", ("a", "b"), "nursing", "en")


def test_a_ticket_is_read_back_as_it_was_signed() -> None:
    assert read_ticket(signed(TICKET, KEY), KEY) == TICKET


def test_a_ticket_that_was_changed_or_signed_with_another_key_is_none() -> None:
    text = signed(TICKET, KEY)
    assert read_ticket(text[:-1] + ("A" if text[-1] != "A" else "B"), KEY) is None
    assert read_ticket("x" + text, KEY) is None
    assert read_ticket(text, KEY[::-1]) is None


def test_something_else_that_we_signed_is_no_ticket() -> None:
    fields = [1, 2, "bank/fact#aim", 3, 2, "revision", "template", 1, "seed", ["a", "b"], "nursing", "en"]
    for salt in ("cookie-session", "wtf-csrf-token", "itsdangerous"):
        assert read_ticket(str(URLSafeSerializer(KEY, salt=salt, signer_kwargs={"digest_method": sha256}).dumps(fields)), KEY) is None


def test_a_signature_is_as_long_as_one_by_sha_256() -> None:
    signature = signed(TICKET, KEY).rpartition(".")[2]
    assert len(signature) == len(URLSafeSerializer(KEY, signer_kwargs={"digest_method": sha256}).dumps(0)) - 3
    assert len(new(b"", b"", sha256).digest()) * 8 == 256
