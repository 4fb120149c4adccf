"""Looking things up."""

from flask import Blueprint, render_template, request

from questions.searching import LONGEST_QUERY, marked, search
from quizapp.queries.items import all_knowledge
from quizapp.web.audiences import reader
from quizapp.web.extensions import db
from quizapp.web.roles import everyone

bp = Blueprint("search", __name__)
MOST = 20
"""So many of a kind are shown."""


@bp.get("/search")
@everyone
def results() -> str:
    """What was found of a query, or a form to ask with."""
    query, audience = request.args.get("q", "")[:LONGEST_QUERY].strip(), reader()
    found = [(knowledge, search(knowledge, query, audience)) for knowledge in all_knowledge(db.session())]
    count = sum(len(one.words) + len(one.sentences) + len(one.objectives) for _, one in found)
    return render_template("search/results.html", query=query, found=found, count=count, marked=marked, most=MOST, longest=LONGEST_QUERY)
