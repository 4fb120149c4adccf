"""The address of a form that is opened as if it were a page, as by who reloads in a new tab what came back with a mistake."""

import re

from flask import current_app, request, url_for
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException

ELSEWHERE = {
    "/people": "accounts.sign_up",
    "/sessions": "accounts.sign_in",
    "/recoveries": "accounts.recovery",
    "/visits": "patients.start",
    "/studies": "library.library",
    "/studies/<bank>/<topic>": "study.afresh",
    "/breaks": "plans.days_off",
    "/enrolments": "courses.join",
    "/courses/<int:course_id>/assignments": "courses.new_assignment",
    "/courses/<int:course_id>/code": "courses.people",
    "/courses/<int:course_id>/invitations": "courses.people",
    "/courses/<int:course_id>/sections": "courses.people",
    "/courses/<int:course_id>/archive": "courses.settings",
    "/courses/<int:course_id>/copies": "courses.settings",
    "/courses/<int:course_id>/owner": "courses.settings",
}
"""The pages of forms that are sent to an address which does not begin with that of their page."""


def page_of_form() -> str | None:
    """The page with the form that is sent to where this request goes: the longest beginning of the address that is a page."""
    if request.method not in ("GET", "HEAD"):
        return None
    try:
        rule, known = request_ctx.url_adapter.match(method="POST", return_rule=True)  # type: ignore[union-attr]
    except HTTPException:
        return None
    pages = {one.rule: one.endpoint for one in current_app.url_map.iter_rules() if "GET" in (one.methods or ())} | ELSEWHERE
    beginning = rule.rule
    while beginning not in pages:
        beginning = beginning.rpartition("/")[0]
    return url_for(pages[beginning], **{name: known[name] for name in re.findall(r"(\w+)>", beginning)})
