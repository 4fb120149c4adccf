"""Tables with a map as addresses name them."""

from flask import abort

from questions.knowledge import Knowledge
from questions.mapping import MapTable, map_table
from quizapp.web.banks import bank_or_404

BODY = "body"


def table_or_404(bank: str, table: str) -> tuple[Knowledge, MapTable]:
    """A bank, and a table of it that can be drawn on the body."""
    knowledge = bank_or_404(bank)
    found = map_table(knowledge, table)
    if found is None or found.map != BODY:
        abort(404)
    return knowledge, found
