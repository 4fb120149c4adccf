"""Sentences for people that do not come from a page: marked here, translated where they are shown."""

Problems = dict[str, str]
"""What is wrong with a form, by field."""


def sentence(text: str) -> str:
    """Mark a sentence for the message catalogue (`pybabel extract -k sentence`)."""
    return text
