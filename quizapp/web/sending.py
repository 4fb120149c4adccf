"""Sending a file that is made for one person: written to the disk first, so that nobody's slow line keeps the database open."""

from collections.abc import Callable
from io import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from flask import current_app, send_file
from werkzeug.wrappers import Response

from quizapp.models.transactions import read_enough
from quizapp.web.extensions import db

IN_MEMORY = 1024 * 1024


def sent(write: Callable[[BinaryIO], None], media_type: str, name: str) -> Response:
    """The file, as an attachment that no cache keeps."""
    file = _written(write)
    response = send_file(file, media_type, as_attachment=True, download_name=name)
    response.content_length = file.seek(0, SEEK_END)
    response.headers["Cache-Control"] = "no-store"
    file.seek(0)
    return response


def _written(write: Callable[[BinaryIO], None]) -> BinaryIO:
    file = cast(BinaryIO, SpooledTemporaryFile(IN_MEMORY, dir=current_app.config["QUIZAPP"].data))  # noqa: SIM115 (the answer closes it)
    try:
        write(file)
    except BaseException:
        file.close()
        raise
    read_enough(db.session())
    return file
