"""Sentences for people that do not come from a page: marked where they stand, translated where they are shown."""


def sentence(text: str) -> str:
    """Mark a sentence for the message catalogue (`pybabel extract -k sentence`)."""
    return text
