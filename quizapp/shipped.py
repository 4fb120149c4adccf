"""The banks that travel with the program, and words for why one cannot be used."""

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import BankError, read_bank
from quizapp.errors import CannotStart


def shipped() -> tuple[Bank, ...]:
    """Read each of them. To be done before anything is changed, so that the program that was here before can go back to its work."""
    try:
        return tuple(map(read_bank, shipped_banks()))
    except BankError as error:
        first, *others = error.flaws
        more = f", and {len(others)} more, which `questions check` lists" if others else ""
        raise CannotStart(f"A bank of this program is spoiled, so nothing was changed: {first}{more}.") from error
