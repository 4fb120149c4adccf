"""Looking things up."""

from dataclasses import replace

from flask import Blueprint, render_template, request

from questions.knowledge import Knowledge
from questions.searching import LONGEST_QUERY, Found, marked, most_missing, search
from quizapp.web.audiences import is_spared, told_to
from quizapp.web.banks import every_bank
from quizapp.web.roles import everyone

bp = Blueprint("search", __name__)
MOST = 20
"""So many of a kind are shown."""


@bp.get("/search")
@everyone
def results() -> str:
    """What was found of a query, or a form to ask with."""
    query, reader = request.args.get("q", "")[:LONGEST_QUERY].strip(), told_to()
    missing, found, count = 0, *_everywhere(query, reader, 0)
    while not count and missing < most_missing(query):
        missing += 1
        found, count = _everywhere(query, reader, missing)
    return render_template(
        "search/results.html", query=query, found=found, count=count, missing=missing, marked=marked, most=MOST, longest=LONGEST_QUERY
    )


def _everywhere(query: str, reader: str, missing: int) -> tuple[list[tuple[Knowledge, Found]], int]:
    """What each bank has that holds all words of a query but so many, and how much that is."""
    found = [(knowledge, _found(knowledge, query, reader, missing)) for knowledge in every_bank()]
    return found, sum(len(one.words) + len(one.sentences) + len(one.aims) for _, one in found)


def _found(knowledge: Knowledge, query: str, reader: str, missing: int) -> Found:
    """What is found of a query, without what tells patients and guests of survival unasked."""
    found = search(knowledge, query, reader, missing=missing)
    if not is_spared():
        return found
    kept = {fact.id for fact in knowledge.facts.values() if not fact.outlook}
    sentences = tuple(one for one in found.sentences if one.fact in kept)
    return replace(found, sentences=sentences, aims=tuple(one for one in found.aims if kept.issuperset(one.objective.facts)))
