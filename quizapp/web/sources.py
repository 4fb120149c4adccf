"""Where it says what is told, in words."""

from collections.abc import Sequence

from quizapp.web.wording import ngettext


def where_it_says_so(document: str, sections: Sequence[str], *, plainly: bool) -> str:
    """A document with some of its sections; whoever reads in plain words reads of one article, and is told which part of it."""
    number, named = len(sections), "“" + "”, “".join(sections) + "”"
    if plainly:
        return ngettext(
            "Where the article says so: in the part %(sections)s.",
            "Where the article says so: in the parts %(sections)s.",
            number,
            sections=named,
        )
    return ngettext(
        "Source: %(document)s, section %(sections)s.",
        "Source: %(document)s, sections %(sections)s.",
        number,
        document=document,
        sections=named,
    )
