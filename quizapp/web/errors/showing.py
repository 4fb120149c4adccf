"""Drawing a page of an error, whatever else is broken."""

import sqlite3

from flask import render_template
from sqlalchemy.exc import SQLAlchemyError

from quizapp.models.engines import Busy
from quizapp.web.errors.sent_again import SentAgain
from quizapp.web.who import forget_visitor


def shown(title: object, sentence: object, again: SentAgain | None = None, *, sign_in: bool = False, without_cookies: bool = False) -> str:
    """The page, with a way to sign in beside the form if so wished, or with what there is without cookies.

    Where nobody can tell who is asking, since the database cannot be read, it is drawn as for a guest.
    """
    try:
        return _drawn(title, sentence, again, sign_in=sign_in, without_cookies=without_cookies)
    except (SQLAlchemyError, sqlite3.Error, Busy):
        forget_visitor()
        return _drawn(title, sentence, again, sign_in=sign_in, without_cookies=without_cookies)


def _drawn(title: object, sentence: object, again: SentAgain | None, **more: bool) -> str:
    return render_template("errors/error.html", title=title, sentence=sentence, again=again, **more)
