"""A browser that knows no more than HTTP, on a bad line: what is not answered it sends again, and not every answer reaches it."""

import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from random import Random
from urllib.parse import urlencode

from tests.web.browser import Element, Fields, Reader, filled_in

PASSWORD = "lamp orbit velvet"
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    location: str
    text: str

    def form(self, action: str) -> Element:
        """The form that is sent to this address."""
        reader = Reader()
        reader.feed(self.text)
        return next(form for form in reader.root.all("form") if form.attributes["action"] == action)


class Visitor:
    """Somebody at such a browser; `deaf` is how often they hang up before they hear the answer to a form, and send it again."""

    def __init__(self, port: int, chance: Random, deaf: float = 0.0) -> None:
        self.chance, self.deaf = chance, deaf
        self.cookies: dict[str, str] = {}
        self._line = HTTPConnection("127.0.0.1", port, timeout=20)

    @property
    def person_id(self) -> int:
        """Whom the session belongs to."""
        return int(self.cookies["sid"].partition(".")[0])

    def close(self) -> None:
        """Go away."""
        self._line.close()

    def open(self, path: str) -> tuple[str, Answer]:
        """The page that an address leads to, and where it is."""
        answer = self._answer("GET", path)
        return self.open(answer.location) if answer.status == 303 else (path, answer)

    def send(self, path: str, fields: Fields) -> Answer:
        """What a form gets, which may be sent more than once."""
        body = urlencode(fields, doseq=True)
        while self.chance.random() < self.deaf:
            self._hang_up(path, body)
        return self._answer("POST", path, body)

    def signs_up(self, name: str) -> None:
        """Make an account, and study all there is. A sign-up that was done but not heard of is tried under another name."""
        _, page = self.open("/sign-up?words=nursing")
        fields = filled_in(page.form("/people")) | {"name": [name], "password": [PASSWORD], "zone": ["UTC"]}
        answer = self._answer("POST", "/people", urlencode(fields, doseq=True))
        if "Somebody has this name already" in answer.text:
            return self.signs_up(name + "x")
        assert answer.status == 303, answer.text
        _, page = self.open("/library")
        started = self._answer("POST", "/studies", urlencode(filled_in(page.form("/studies")), doseq=True))
        assert started.status == 303, started
        return None

    def _answer(self, method: str, path: str, body: str | None = None) -> Answer:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                answer = self._ask(method, path, body)
                assert answer.status < 500 or answer.status == 503, answer
                if answer.status != 503:
                    return answer
            except (OSError, HTTPException):
                self._line.close()
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.05)

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        self._line.request(method, path, body, self._headers(body))
        response = self._line.getresponse()
        text = response.read().decode()
        for header in response.headers.get_all("Set-Cookie", ()):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location", ""), text)

    def _hang_up(self, path: str, body: str) -> None:
        try:
            self._line.request("POST", path, body, self._headers(body))
            time.sleep(self.chance.uniform(0, 0.05))
        except (OSError, HTTPException):
            pass
        finally:
            self._line.close()

    def _headers(self, body: str | None) -> dict[str, str]:
        cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        return cookies | ({"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {})


def picked(form: Element, chance: Random) -> Fields:
    """A question's form, answered at random: well formed more often than not."""
    fields = filled_in(form)
    offered: dict[str, list[str]] = {}
    for control in form.all("input"):
        if control.attributes.get("type") in ("radio", "checkbox") and control.attributes["name"] != "sure":
            offered.setdefault(control.attributes["name"], []).append(control.attributes["value"])
        elif control.attributes.get("type") == "text":
            fields[control.attributes["name"]] = ["zebra crossing"]
    for control in form.all("select"):
        offered[control.attributes["name"]] = [option.attributes.get("value", "") for option in control.all("option")]
    return fields | {name: [chance.choice(values)] for name, values in offered.items()}
