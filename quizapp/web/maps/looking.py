"""The map of a table, for what it starts from or for what it comes to, with a graph and a table that say the same."""

from flask import abort, render_template, request

from questions.knowledge import Knowledge
from questions.mapping import MapRow, MapTable, in_a_sentence, whole_of
from questions.wording import sentence
from quizapp.web.maps.blueprint import bp
from quizapp.web.maps.drawing import Drawing, drawing, from_to
from quizapp.web.maps.graph import graph_of
from quizapp.web.maps.tables import table_or_404
from quizapp.web.roles import everyone


@bp.get("/maps/<bank>/<table>")
@everyone
def map(bank: str, table: str) -> str:
    """The map: of one subject (`from`), of one object (`to`), or of all there is."""
    knowledge, shown = table_or_404(bank, table)
    start, end = request.args.get("from", ""), request.args.get("to", "")
    wholes = {term.id: term for term in shown.wholes}
    having = shown.having(end)
    if (start and shown.row(start) is None) or (end and end not in wholes) or (start and end):
        abort(404)
    return render_template(
        "maps/map.html",
        bank=knowledge.bank,
        table=shown,
        title=knowledge.topic_titles[shown.topic],
        predicate=knowledge.predicates[shown.predicate],
        row=shown.row(start),
        whole=wholes.get(end),
        backwards="to" in request.args,
        having=having,
        divided=any(_parts(knowledge, row, end) != sentence(wholes[end].name) for row in shown.rows if row.subject in having),
        says=in_a_sentence(knowledge, shown, start, end),
        drawing=_drawing(shown, start, end),
        graph=graph_of(shown, start, end),
        parts=lambda row: _parts(knowledge, row, end),
        spoken=lambda term: sentence(term.name),
    )


def _drawing(table: MapTable, start: str, end: str) -> Drawing:
    if row := table.row(start):
        terms = from_to((row.subject,), (term for term, _ in row.objects))
    elif end:
        terms = from_to(table.having(end), (term for term in table.wholes if term.id == end))
    else:
        terms = [(term, "named") for term in table.wholes]
    return drawing(terms, {term.id: sentence(term.name) for term, _ in terms})


def _parts(knowledge: Knowledge, row: MapRow, whole: str) -> str:
    """What a row names that is an object or a part of it; all that it names where no object is chosen."""
    named = ((term.name, qualifier) for term, qualifier in row.objects if whole in ("", whole_of(term.id, knowledge)))
    listed = ", ".join(sorted(f"{name} ({qualifier})" if qualifier else name for name, qualifier in named))
    return sentence(listed)
