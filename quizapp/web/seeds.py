"""The seed that a form carries, so that the same form sent twice begins one quiz."""

import re
from collections.abc import Mapping, Sequence
from secrets import token_hex

SEED = re.compile(r"[0-9a-f]{16}")


def seed_sent(form: Mapping[str, Sequence[str]]) -> str:
    """The form's seed, or a new one where it has none of our making."""
    seed = next(iter(form.get("seed", ())), "")
    return seed if SEED.fullmatch(seed) else token_hex(8)
