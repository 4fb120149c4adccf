"""Whose word is asked for, where the world has moved on since the document was written."""

import re

from questions.wording import Say, within

ENDS_A_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[.!?]”)\s+")


def attributed(stem: str, say: Say) -> str:
    """A stem that asks for what "this article" says: as it stands if it says so, else with those words before its question.

    An instruction, which asks no question, has them at its end.
    """
    if say("according to this article") in stem.casefold():
        return stem
    sentences = ENDS_A_SENTENCE.split(stem)
    asks = [place for place, one in enumerate(sentences) if one.endswith("?") and one.count("“") == one.count("”")]
    if not asks:
        return say("{instruction}, according to this article.", instruction=stem.removesuffix("."))
    asked = sentences[asks[-1]]
    sentences[asks[-1]] = say("According to this article, {question}", question=within(asked), Question=asked)
    return " ".join(sentences)
