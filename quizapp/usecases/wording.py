"""Sentences for people that do not come from a page: marked here, translated where they are shown."""

from quizapp.sentences import sentence

__all__ = ["Problems", "sentence"]

Problems = dict[str, str]
"""What is wrong with a form, by field."""
