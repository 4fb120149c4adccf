"""The name under which somebody stands in a course."""

from quizapp.usecases.wording import sentence

LONGEST = 120


def called_problem(called: str) -> str | None:
    """What is wrong with a name, and what to do about it."""
    if not called:
        return sentence("Type the name by which your instructor knows you.")
    if len(called) > LONGEST:
        return sentence("Type a shorter name, of 120 characters at most.")
    return None if called.isprintable() else sentence("Type the name with letters, digits and signs only.")
