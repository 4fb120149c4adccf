"""What somebody sends who wants to break the program: forms of its own pages with something wrong in them, and worse."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from typing import Any
from urllib.parse import quote

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect, Rule
from werkzeug.test import TestResponse

from tests.web.browser import Fields, Reader, filled_in

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"]
NUMBERS = [
    "0",
    "1",
    "2",
    "7",
    "-1",
    "1.5",
    "007",
    "99999",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "9" * 40,
    "²",
    "٣",
    "NaN",
    "1e9",
]
TEXTS = [
    "",
    " ",
    "\0",
    "a\0b",
    "x" * 300,
    "x" * 17_000,
    "x" * 300_000,
    "'; DROP TABLE people; --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "%s%n%x",
    "../../etc/passwd",
    "//elsewhere.example/",
    "/\\elsewhere.example",
    "javascript:alert(1)",
    "\u202ereversed",
    "e\u0301" * 40,
    "\U0001f9d1\u200d⚕\ufe0f",
    "ß",
    "İ",
    "\ud7ff\ue000",
    "\r\nSet-Cookie: a=b",
    "null",
    "[]",
    "true",
    "en-XX",
    "Europe/Berlin",
    "../Berlin",
    "ann@example.org",
    "student",
    "lamp orbit velvet",
]
BROKEN_BYTES = [b"%", b"%ff%fe", b"a=%00", b"&&&===", b"\xff\xfe\x00", b"a[b]=1&a[b]=2", b"=" * 500, b"a&" * 2000]
HEADERS: list[tuple[str, Sequence[str]]] = [
    ("Accept-Language", ["", "*", "xx-yy;q=nonsense", "de,en;q=0.5", "e" * 5000, "en;q=1.0.0,\u00e4"]),
    ("Cookie", ["sid=", "sid=1.x", "sid=999999999.\u00e4", "quizapp=.a.b", "sid=1.a; sid=2.b", "=;=;", "x" * 4000]),
    (
        "Content-Type",
        [
            "application/json",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "nonsense",
            "application/x-www-form-urlencoded; charset=utf-7",
        ],
    ),
    ("Content-Length", ["-1", "nonsense", "99999999999"]),
    ("Host", ["elsewhere.example", "localhost:99999", "[::1", "a" * 300]),
    ("Origin", ["null", "http://localhost", "https://elsewhere.example", "http://[", "nonsense"]),
    ("Sec-Fetch-Site", ["same-origin", "cross-site", "none", "nonsense"]),
    ("Range", ["bytes=0-0", "bytes=-", "bytes=9-1", "nonsense"]),
    ("If-None-Match", ["*", "nonsense", '"']),
    ("If-Modified-Since", ["nonsense", "Thu, 01 Jan 1970 00:00:00 GMT", "Sun, 31 Feb 99999 99:99:99 GMT"]),
    ("User-Agent", ["", "\u00e4" * 40, "x" * 3000]),
    ("Referer", ["//", "http://[", "javascript:1"]),
    ("X-Forwarded-For", ["nonsense", "1.2.3.4, 5.6.7.8"]),
    ("X-HTTP-Method-Override", ["DELETE"]),
    ("Expect", ["100-continue"]),
    ("Transfer-Encoding", ["chunked"]),
]


@dataclass
class Stranger:
    """Somebody who has looked at the pages, remembers their forms, and means no good."""

    app: Flask
    client: FlaskClient
    chance: Random
    forms: dict[str, Fields] = field(default_factory=dict)

    def look_around(self) -> None:
        """Open every page, and remember its forms."""
        for rule in self.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint != "static":
                self._remember(self._path(rule, "1", "1"))

    def _remember(self, path: str) -> None:
        answer = self.client.get(path, follow_redirects=True)
        if answer.mimetype == "text/html":
            reader = Reader()
            reader.feed(answer.text)
            for form in reader.root.all("form", method="post"):
                self.forms[form.attributes["action"]] = filled_in(form)

    def send_something(self) -> tuple[str, TestResponse]:
        """Send a request to some route, and tell what it was and what came back."""
        rule = self.chance.choice([*self.app.url_map.iter_rules()])
        known = [action for action in self.forms if self._leads_to(action, rule)]
        path = self.chance.choice(known) if known and self.chance.random() < 0.7 else self._path(rule)
        method = self._method(rule)
        sent: dict[str, Any] = {"method": method, "headers": self._headers(), **(self._body(path) if method not in ("GET", "HEAD") else {})}
        if self.chance.random() < 0.2:
            sent["query_string"] = self._query()
        answer = self.client.open(path, **sent)
        answer.request.environ["wsgi.input"].close()  # Werkzeug's client leaves the file of a large body open
        return f"{method} {path[:200]} {str(sent)[:2000]}", answer

    def _leads_to(self, action: str, rule: Rule) -> bool:
        try:
            return bool(self.app.url_map.bind("localhost").match(action.partition("?")[0], "POST")[0] == rule.endpoint)
        except (NotFound, MethodNotAllowed, RequestRedirect):
            return False

    def _path(self, rule: Rule, number: str = "", text: str = "") -> str:
        """An address that leads to a route."""

        def fill(part: "re.Match[str]") -> str:
            return quote((number or self._number()) if part[1] == "int:" else (text or self._text()[:2000]), safe="/")

        return re.sub(r"<(int:|path:|)\w+>", fill, rule.rule)

    def _method(self, rule: Rule) -> str:
        usual = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        return self.chance.choice(usual if self.chance.random() < 0.8 else METHODS)

    def _body(self, path: str) -> dict[str, Any]:
        fields = {name: list(values) for name, values in self.forms.get(path, self._any_form()).items()}
        for _ in range(self.chance.randrange(4)):
            self.chance.choice(WAYS)(self, fields)
        shape = self.chance.random()
        if shape < 0.06:
            return {"data": self.chance.choice(BROKEN_BYTES), "content_type": "application/x-www-form-urlencoded"}
        if shape < 0.1:
            return {"json": fields}
        if shape < 0.2:
            return {"data": {**fields, "file": (BytesIO(self._text().encode()), "file\u00e4.txt")}, "content_type": "multipart/form-data"}
        return {"data": fields}

    def _any_form(self) -> Fields:
        """The fields of some other page, with a token that holds."""
        return self.chance.choice([*self.forms.values()]) if self.forms else {}

    def _headers(self) -> list[tuple[str, str]]:
        chosen = self.chance.sample(HEADERS, 2) if self.chance.random() < 0.15 else []
        return [(name, self.chance.choice(values).encode().decode("latin-1")) for name, values in chosen]

    def _query(self) -> dict[str, list[str]]:
        return {name: [self._text()[:2000]] for name in self.chance.sample(["next", "more", "page", "q", "\u00e4", "a[]", "here"], 2)}

    def _number(self) -> str:
        return self.chance.choice(NUMBERS)

    def _text(self) -> str:
        return self.chance.choice(TEXTS)


def ways_to_spoil() -> Iterator[Callable[[Stranger, Fields], None]]:
    """What can be done to the fields of a form."""

    def some(stranger: Stranger, fields: Fields) -> str:
        return stranger.chance.choice([name for name in fields if name != "csrf_token"] or ["name"])

    def change(stranger: Stranger, fields: Fields) -> None:
        fields[some(stranger, fields)] = [stranger._text()]

    def count(stranger: Stranger, fields: Fields) -> None:
        fields[some(stranger, fields)] = [stranger._number()]

    def repeat(stranger: Stranger, fields: Fields) -> None:
        name = some(stranger, fields)
        fields[name] = [*fields.get(name, []), stranger._text()] * stranger.chance.choice([1, 2, 30])

    def leave_out(stranger: Stranger, fields: Fields) -> None:
        fields.pop(some(stranger, fields), None)

    def add(stranger: Stranger, fields: Fields) -> None:
        name = stranger.chance.choice(
            ["answer", "dont-know", "row.x", "blank.x", "step.x", "sure", "milliseconds", "next", "id", "a[0]", "\0", "x" * 900, "\u00e4"]
        )
        fields[name] = [stranger._text()]

    def cut(stranger: Stranger, fields: Fields) -> None:
        name = some(stranger, fields)
        fields[name] = [
            value[: stranger.chance.randrange(len(value) + 1)] + stranger.chance.choice(["", "A", "."]) for value in fields.get(name, [])
        ]

    def flood(stranger: Stranger, fields: Fields) -> None:
        fields.update({f"field-{number}": ["x"] for number in range(1100)})

    def forget_the_token(stranger: Stranger, fields: Fields) -> None:
        fields.pop("csrf_token", None)

    yield from [change, change, count, repeat, leave_out, add, cut, flood, forget_the_token]


WAYS = list(ways_to_spoil())
