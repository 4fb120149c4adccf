"""What every request is asked before it is answered, and what every answer tells the browser."""

from flask import Flask, Response, abort, current_app, request
from werkzeug.exceptions import BadHost, SecurityError

from quizapp.web.limits import set_limit
from quizapp.web.visits import PATIENT_SIDE, tells_of_a_visit
from quizapp.web.who import sid

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
OURS = frozenset(("same-origin", "none"))
LONGEST_HOST = len(":65535") + 253
"""No name in the network is longer."""
A_YEAR = 365 * 24 * 60 * 60
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Flask) -> None:
    """Put the guards in place."""
    app.before_request(set_limit)
    app.before_request(refuse_impossible_hosts)
    app.before_request(find_nothing_by_nul)
    app.before_request(refuse_other_sites)
    app.after_request(tell_the_browser)


def refuse_impossible_hosts() -> None:
    """A request to a host that cannot be is refused before anything else, since nothing there could have an address."""
    if isinstance(request.routing_exception, BadHost | SecurityError):
        raise request.routing_exception
    if len(request.host) > LONGEST_HOST:
        raise BadHost


def find_nothing_by_nul() -> None:
    """No address of ours has a NUL in it, and no database may be asked for one."""
    if "\0" in request.path:
        abort(404)


def refuse_other_sites() -> None:
    """A change that another site's page asks for is refused, whatever token it brings."""
    if request.method not in SAFE and not _asked_by_our_page():
        abort(403)


def tell_the_browser(response: Response) -> Response:
    """Add what the browser should know to every answer."""
    response.headers.extend(HEADERS)  # none of them is there yet, and to look for each would take its time
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = f"max-age={2 * A_YEAR}; includeSubDomains"
    if request.endpoint == "static" and response.status_code < 400:
        response.headers["Cache-Control"] = "no-cache" if current_app.debug else f"public, max-age={A_YEAR}, immutable"
    elif "Cache-Control" not in response.headers:
        # an answer to a form may repeat what was typed, and whoever hides a visit must not find it, or what was ticked, by going back
        of_a_visit = tells_of_a_visit() or request.blueprint in PATIENT_SIDE
        private = sid() or of_a_visit or "Set-Cookie" in response.headers or request.method not in SAFE
        response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
    return response


def surely_asked_by_our_page() -> bool:
    """Whether the browser says so. One that says nothing may be right, or very old."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin" or _origin_is_ours()


def _asked_by_our_page() -> bool:
    """Browsers say which site asks; what says nothing is no browser, and the token guards it."""
    site = request.headers.get("Sec-Fetch-Site")
    return site in OURS if site else "Origin" not in request.headers or _origin_is_ours()


def _origin_is_ours() -> bool:
    """Of the same scheme too: where people come by https, whoever stands on the way can put words into a page that came without it."""
    scheme = "https" if current_app.config["SESSION_COOKIE_SECURE"] else request.scheme
    return request.headers.get("Origin") == f"{scheme}://{request.host}"
