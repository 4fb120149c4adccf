"""A browser without a picture: it reads pages, fills in their forms as they stand, and refuses a bad page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.web.errors.sent_again import PASSWORDS

VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "circle", "path", "rect"))
CLOSED_BY_ITSELF = frozenset(("option",))
CLOSES_AN_OPTION = frozenset(("option", "optgroup"))
UNSEEN = frozenset(("script", "style", "title"))
Fields = dict[str, list[str]]


@dataclass
class Element:
    """A tag with its attributes, what is in it, and its words."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """Every element inside, with this tag and these attributes (`type_` for type)."""
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        alike = [one for one in self._everything if not tag or one.tag == tag]
        return [one for one in alike if all(one.attributes.get(name) == value for name, value in asked.items())]

    @cached_property
    def _everything(self) -> list["Element"]:
        """Itself and all inside, as they stand on the page that was read."""
        return [self, *(one for element in self.inside for one in element._everything)]

    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


class Reader(HTMLParser):
    """Reads a page, and complains of tags that do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("page", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in CLOSES_AN_OPTION and self.open[-1].tag in CLOSED_BY_ITSELF:
            self.open.pop()
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>: {names}"
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag in CLOSED_BY_ITSELF and self.open[-1].tag != tag:
            self.open.pop()
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, words: str) -> None:
        unseen = not UNSEEN.isdisjoint(one.tag for one in self.open)
        for element in self.open:
            if not unseen or element.tag in UNSEEN:
                element.words.append(words)


@dataclass
class Page:
    """A page as it was answered."""

    response: TestResponse
    path: str
    root: Element

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def title(self) -> str:
        return self.root.all("title")[0].text()

    @property
    def heading(self) -> str:
        return self.root.all("h1")[0].text()

    @property
    def text(self) -> str:
        return self.root.all("main")[0].text()

    def link(self, words: str) -> str:
        """The address behind a link."""
        return next(link.attributes["href"] for link in self.root.all("a") if words in link.text())

    def form(self, action: str) -> Element:
        """The first form that is sent to such an address, in the page before what opens over it."""
        return next(form for form in self.root.all("form") if re.fullmatch(action, form.attributes["action"]))

    def has_form(self, action: str) -> bool:
        return any(re.fullmatch(action, form.attributes["action"]) for form in self.root.all("form"))


@dataclass
class Browser:
    """Somebody at a browser: without modules, and it follows redirects."""

    client: FlaskClient

    def open(self, path: str) -> Page:
        return read(self.client.get(path, follow_redirects=True))

    def send(self, form: Element, changes: Mapping[str, Sequence[str]] | None = None, without: Sequence[str] = ()) -> Page:
        """Send a form as it stands, but for what is changed; the answer is followed."""
        fields = {**filled_in(form), **{name: list(values) for name, values in (changes or {}).items()}}
        sent = {name: values for name, values in fields.items() if name not in without}
        return read(self.client.post(form.attributes["action"], data=sent, follow_redirects=True))


def read(response: TestResponse) -> Page:
    """The page that was answered. A bad one is refused."""
    reader = Reader()
    content = response.get_data()
    response.close()
    reader.feed(content.decode() if (response.mimetype or "").startswith("text/") else "")
    page = Page(response, response.request.full_path.rstrip("?"), reader.root)
    if response.mimetype == "text/html":
        refuse_bad(page)
    return page


def filled_in(form: Element) -> Fields:
    """What a form would send as it stands, by no particular button."""
    fields: Fields = {}
    for control in (*form.all("input"), *form.all("select")):
        name = control.attributes.get("name")
        if not name or (control.attributes.get("type") in ("radio", "checkbox") and "checked" not in control.attributes):
            continue
        fields.setdefault(name, []).append(_chosen(control) if control.tag == "select" else control.attributes.get("value", ""))
    for area in form.all("textarea"):
        fields.setdefault(area.attributes["name"], []).append("".join(area.words))
    return fields


def _chosen(select: Element) -> str:
    options = select.all("option")
    chosen = next((option for option in options if "selected" in option.attributes), options[0])
    return chosen.attributes.get("value", chosen.text())


def refuse_bad(page: Page) -> None:
    """What every page must be, whatever it shows."""
    root = page.root
    assert root.all("html")[0].attributes.get("lang"), "no language"
    headings = root.all("h1")
    assert len(headings) == 1, f"{len(headings)} h1 on {page.path}"
    assert page.title.removeprefix("Error: ").startswith(page.heading), f"{page.title!r} does not begin with {page.heading!r}"
    ids = [one.attributes["id"] for one in root.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids)), f"an id twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    _refuse_inline(root)
    _refuse_nameless(root, set(ids))
    for control in root.all("input", type_="password"):
        assert control.attributes["name"] in PASSWORDS, f"errors/sent_again.py would show what was typed into {control.attributes['name']}"
    for form in root.all("form", method="post"):
        assert form.all("input", name="csrf_token"), f"no token in the form to {form.attributes['action']}"


def _refuse_inline(root: Element) -> None:
    assert not root.all("style")
    assert all(script.attributes.get("src") and not script.text() for script in root.all("script")), "an inline script"
    for element in root.all():
        inline = [name for name in element.attributes if name == "style" or name.startswith("on")]
        assert not inline, f"{inline} in <{element.tag}>"


def _refuse_nameless(root: Element, ids: set[str]) -> None:
    labelled = {label.attributes["for"] for label in root.all("label") if "for" in label.attributes}
    wrapped = {
        id(control)
        for label in root.all("label")
        if label.text()
        for control in (*label.all("input"), *label.all("select"), *label.all("textarea"))
    }
    for control in (*root.all("input"), *root.all("select"), *root.all("textarea"), *root.all("progress")):
        if control.attributes.get("type") != "hidden":
            named = control.attributes.get("id") in labelled or id(control) in wrapped or control.attributes.get("aria-labelledby")
            assert named, f"no label: {control.attributes}"
    for button in (*root.all("button"), *root.all("a")):
        assert button.text() or button.attributes.get("aria-label"), f"no name: {button.attributes}"
    for element in root.all():
        for reference in ("aria-describedby", "aria-labelledby", "for", "popovertarget"):
            for one in element.attributes.get(reference, "").split() if reference != "for" else [element.attributes.get("for", "")]:
                assert not one or one in ids, f"{reference} of <{element.tag}> names {one}, which is not there"
        target = element.attributes.get("href", "")
        if element.tag == "a" and target.startswith("#"):
            assert target[1:] in ids, f"a link to {target}, which is not there"
