"""A quiz with pictures: a few in a row, each made from its seed. Nothing is kept of it; what was got stands in the address."""

import re
from dataclasses import dataclass, replace
from secrets import token_hex
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questions.interactions import arrange
from questions.knowledge import Knowledge
from questions.picturing import Picture, picture
from questions.responses import Malformed, read_response
from questions.scoring import Score, score
from questions.wording import sentence
from quizapp.web.audiences import PLAIN, reader
from quizapp.web.maps.blueprint import bp
from quizapp.web.maps.body import BY_ID
from quizapp.web.maps.drawing import drawing, from_to
from quizapp.web.maps.tables import table_or_404
from quizapp.web.marking import marked
from quizapp.web.reasons import reasons
from quizapp.web.roles import everyone
from quizapp.web.widgets import widget
from quizapp.web.wording import gettext as _

ROUND = 5
SEED = re.compile(r"[0-9a-f]{12}")
FIRST = 12


@dataclass(frozen=True, slots=True)
class Round:
    """Where somebody is: the seed of the round, which picture, how many were right before it, and of which revision they are."""

    seed: str
    number: int
    right: int
    revision: str

    def here(self) -> dict[str, str]:
        """It as an address says it."""
        return {"seed": self.seed, "n": str(self.number), "right": str(self.right), "bank-revision": self.revision}


@bp.get("/maps/<bank>/<table>/quiz")
@everyone
def question(bank: str, table: str) -> Response | str:
    """The picture that the address names: to be answered, answered, or the end of a round; a new round where it names none."""
    knowledge, shown = table_or_404(bank, table)
    at = _round(knowledge)
    if at is None:
        fresh = Round(token_hex(FIRST // 2), 1, 0, knowledge.bank.revision[:FIRST])
        return redirect(f"{url_for('.question', bank=bank, table=table)}?{urlencode(fresh.here())}", 303)
    about = {
        "bank": knowledge.bank,
        "table": table,
        "title": knowledge.topic_titles[shown.topic],
        "at": at,
        "round": ROUND,
        "plainly": reader() == PLAIN,
    }
    if at.number > ROUND:
        return render_template("maps/round.html", **about)
    asked = _asked(knowledge, table, at)
    if "check" not in request.args:
        return _page(knowledge, asked, about, {})
    response = read_response(asked.item.interaction, request.args.to_dict(flat=False), asked.item.language)
    if isinstance(response, Malformed):
        return _page(knowledge, asked, about, {"answer": response.why})
    got = score(asked.item.interaction, response)
    return render_template(
        "maps/answered.html",
        **about,
        **_shown(knowledge, asked, labelled=True),
        marked=marked(asked.item.interaction, response),
        reasons=reasons(asked.item.interaction),
        verdict=_verdict(got),
        all_right=got.marks == got.maximum,
        onward=replace(at, number=at.number + 1, right=at.right + (got.marks == got.maximum)),
    )


def _round(knowledge: Knowledge) -> Round | None:
    """Where the address says that somebody is; None if it says nothing that can be, or the bank has changed since."""
    numbers = [request.args.get(name, "") for name in ("n", "right")]
    if not all(number.isdecimal() and len(number) == 1 for number in numbers):
        return None
    at = Round(request.args.get("seed", ""), int(numbers[0]), int(numbers[1]), request.args.get("bank-revision", ""))
    possible = 1 <= at.number <= ROUND + 1 and at.right < at.number and SEED.fullmatch(at.seed)
    return at if possible and at.revision == knowledge.bank.revision[:FIRST] else None


def _asked(knowledge: Knowledge, table: str, at: Round) -> Picture:
    """The picture in the order in which it is shown."""
    seed = f"{at.seed}/{at.number}"
    found = picture(knowledge, table, seed, reader())
    return replace(found, item=replace(found.item, interaction=arrange(found.item.interaction, seed)))


def _page(knowledge: Knowledge, asked: Picture, about: dict[str, object], problems: dict[str, str]) -> str:
    return render_template("maps/quiz.html", **about, **_shown(knowledge, asked, labelled=False), problems=problems)


def _shown(knowledge: Knowledge, asked: Picture, *, labelled: bool) -> dict[str, object]:
    """What a page shows of a picture: where the names of what is lit are asked for, it is told by where it lies."""
    lit = [knowledge.terms[term] for term in asked.lit]
    origins = [knowledge.terms[asked.subject]] if asked.subject else []
    names = {term.id: sentence(term.name) for term in (*lit, *origins)}
    return {
        "item": asked.item,
        "widget": widget(asked.item.interaction),
        "drawing": drawing(from_to(origins, lit), names if labelled else None),
        "in_words": list(names.values()) if not origins else [_(BY_ID[region].where) for term in lit for region in term.drawn],
        "start": names.get(asked.subject, ""),
    }


def _verdict(got: Score) -> str:
    if reader() == PLAIN:
        return _("Yes, that is it") if got.marks == got.maximum else _("Here is the answer")
    if got.marks == got.maximum:
        return _("Right")
    return _("Partly right") if got.marks else _("Not this time")
