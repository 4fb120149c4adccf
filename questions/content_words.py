"""The words of a text that carry its meaning, and not those of which every question is made."""

import re
from functools import lru_cache

COMMON_WORDS = frozenset(
    re.findall(
        r"\w+",
        """about above after among answer answers article before between body called cancer cancers choose comes describe described
        describes does down each first from give have into kind kinds list listed lists more most much name named names once other
        part parts place places right same several shows site sites some spread spreads step steps such tell than that their them
        then there these they this those through time true type until were what when where which while whose will with within
        without word words would your""",
    )
)


@lru_cache(maxsize=10_000)
def content_words(text: str) -> frozenset[str]:
    """The words of four letters or more that carry meaning, small, without a plural's ending."""
    words = (word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text))
    return frozenset(_singular(word) for word in words if word not in COMMON_WORDS)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
