"""What the options of an objective are counted as, where an editor has given one of them another text: what it said before and what it says
since are two things, for nobody can tell whether they mean the same."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from questions.knowledge import Knowledge
from questions.known_texts import in_words
from quizapp.models import Objective
from quizapp.queries.items import Gone, current_revisions, knowledge_of, rewritten_since

AS_THEN = "@"
"""Stands between an id and the words that it had, where these are others now: of "row=column", behind the one or the other."""


class ToldApart:
    """Over many answers, of which each has the `revision` by which it counts, and the one it was `asked_in` if it was corrected since."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._current = dict(session.execute(current_revisions()).tuples().all())
        self._known: dict[tuple[str, str], Callable[[str], str]] = {}

    def __call__(self, answer: Row[Any], objective: Objective) -> Callable[[str], str]:
        """What an id in an answer is counted as: itself or, where its text is another now, that with the words in which it was read."""
        then = answer.asked_in or answer.revision
        if then == self._current.get(objective.bank):
            return str
        if (found := self._known.get((objective.key, then))) is None:
            found = self._known[objective.key, then] = self._named(objective, then)
        return found

    def in_words(self, objective: Objective, id: str) -> str:
        """An option as it is counted, as its bank words it or, where that was otherwise, as it was."""
        now = self._now(objective)
        return ": ".join(part.partition(AS_THEN)[2] or in_words(now, objective.key, (part,))[0] for part in id.split("="))

    def _named(self, objective: Objective, revision: str) -> Callable[[str], str]:
        try:
            then = knowledge_of(self._session, revision)
        except Gone:
            return str
        others = rewritten_since(then, self._now(objective), objective.key)
        words = {one: in_words(then, objective.key, (one,))[0].replace("=", "＝") for one in others}

        def named(id: str) -> str:
            return "=".join(f"{part}{AS_THEN}{words[part]}" if part in words else part for part in id.split("="))

        return named if others else str

    def _now(self, objective: Objective) -> Knowledge:
        return knowledge_of(self._session, self._current[objective.bank])
