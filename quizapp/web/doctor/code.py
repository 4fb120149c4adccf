"""A code that a camera reads: the address of the page, and nothing else."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

import segno
from flask import current_app, request

QUIET = 2
"""So many white squares stand around it."""


@dataclass(frozen=True, slots=True)
class Code:
    """An address, and its code as the path of an SVG that is so many squares wide."""

    address: str
    width: int
    path: str

    @property
    def picture(self) -> str:
        """The same as an address that holds the whole picture."""
        drawn = f'<path stroke="#000" d="{self.path}"/>'
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.width}">{drawn}</svg>'
        return f"data:image/svg+xml,{quote(picture)}"


def code_of(path: str) -> Code:
    """The code of a page of this site, at the address that was set or, where none was, at the one that it was asked for by."""
    address = f"{current_app.config['QUIZAPP'].address or request.host_url.rstrip('/')}{path}"
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=QUIET)]
    return Code(address, len(rows), "".join(_row(row, down) for down, row in enumerate(rows)))


def _row(row: list[int], down: int) -> str:
    """The dark stretches of a row, as lines through its middle."""
    path, gap = f"M0 {down}.5", 0
    for dark, squares in groupby(row):
        width = len(list(squares))
        path += f"m{gap} 0h{width}" if dark and gap else f"h{width}" if dark else ""
        gap = 0 if dark else width
    return path
