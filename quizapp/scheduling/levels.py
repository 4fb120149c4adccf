"""How hard a form a question takes, by how well the card is known."""

from questions.template import Level


def level_for(passes_in_a_row: int) -> Level:
    """The level to ask on after so many scheduled passes in a row (0 up): 0 and 1 recognise, 2 and 3 tell apart, 4 and more recall."""
    if passes_in_a_row < 2:
        return "recognise"
    return "tell apart" if passes_in_a_row < 4 else "recall"
