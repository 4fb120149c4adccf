"""Browsers that are watched: a console error, a breach of the content policy, a failed request or one to elsewhere fails the test."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, WebError

TOLD_BY_THE_ANSWER = "Failed to load resource"  # the status of an answer is looked at itself
LEFT = "net::ERR_ABORTED"  # whoever goes on before a page, or what belongs to it, has come


@dataclass
class Devices:
    """Opens browsers that share nothing with each other, and collects what their pages complain of."""

    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, *expected: int, **options: Any) -> Page:
        """A page on a device of its own. `expected` are the statuses of 400 and more that it may meet."""
        usual = {"base_url": self.address, "locale": "en-GB", "timezone_id": "Europe/Berlin"}
        context = self.browser.new_context(**{**usual, **options})
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", lambda response: self._response(response, expected))
        return context.new_page()

    def close(self) -> None:
        """Close all, and fail on what was complained of."""
        for context in self.contexts:
            context.close()
        assert not self.complaints, "\n".join(self.complaints)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(TOLD_BY_THE_ANSWER):
            self.complaints.append(f"console on {message.page and message.page.url}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"error in a script: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"a request to elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.complaints.append(f"failed: {request.method} {request.url}: {request.failure}")

    def _response(self, response: Response, expected: tuple[int, ...]) -> None:
        if response.status >= 400 and response.status not in expected:
            self.complaints.append(f"{response.status} for {response.request.method} {response.url}")
