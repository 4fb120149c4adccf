"""Figures that do not stand by their size."""

import re
from collections.abc import Iterator

from questions.flaw import choices, flaw
from questions.interactions import Option, of_size
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def numbers_out_of_order(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Amounts, and options that begin with a figure, rise."""
    for _, options in choices(item):
        if of_size(options):
            figures = [_size(option) for option in options]
            if figures != sorted(figures):
                yield f"figures do not rise: {', '.join(option.text for option in options)}"


def _size(option: Option) -> float:
    if option.size is not None:
        return option.size
    return float(re.match(r"[\d.]+", option.text.replace(",", ""))[0].rstrip("."))  # type: ignore[index]
