"""Style sheets and modules as browsers get them: without the comments and the spaces, which are for those who write them."""

import re
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flask import Response, current_app, send_file
from rcssmin import cssmin
from rjsmin import jsmin

JOIN = "+"
_ANY = re.compile(r"\s(?=::?[a-z-])")
"""A space before a colon: there the minifier, which knows of no rule inside another, would draw two parts of a selector into one."""
_TYPES = {".css": "text/css", ".js": "text/javascript"}


def send_static(filename: str) -> Response:
    """A static file; sheets and modules bare, several of a kind as one where their names are joined: a page gets them in one request.

    Each stands there once, so that no address makes more of them than there is.
    """
    sheets, names = _sheets(Path(current_app.static_folder or "")), filename.split(JOIN)
    if len(set(names)) < len(names) or not sheets.keys() >= set(names):
        return current_app.send_static_file(filename)
    content, etag = b"\n".join(sheets[name][0] for name in names), "-".join(sheets[name][1] for name in names)
    age = current_app.get_send_file_max_age(filename)
    return send_file(BytesIO(content), mimetype=_TYPES[Path(names[0]).suffix], etag=etag, max_age=age, conditional=True)


def bare(suffix: str, text: str) -> str:
    """A sheet or a module without what is for its writers."""
    return str(jsmin(text) if suffix == ".js" else cssmin(_ANY.sub(" *", text)))


@cache
def _sheets(folder: Path) -> dict[str, tuple[bytes, str]]:
    """Each sheet and module of a folder by name, and what tells whether it has changed."""
    paths = (path for path in folder.iterdir() if path.suffix in _TYPES)
    found = {path.name: bare(path.suffix, path.read_text(encoding="utf-8")).encode() for path in paths}
    return {name: (content, sha256(content).hexdigest()[:16]) for name, content in found.items()}
