"""Templates without their indentation: it helps who reads them, and weighs a tenth of a page for whoever loads it."""

import re

from jinja2.ext import Extension

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Flush(Extension):
    """Takes the blanks away with which the lines of a template begin; lines stay lines, so that faults name the right one."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source as it is compiled."""
        return INDENTATION.sub("", source)
