"""Where it says what an answer rests on, in words."""

from questions.items import Item
from quizapp.web.audiences import is_patient
from quizapp.web.wording import ngettext


def where_it_says_so(item: Item) -> str:
    """The document with its sections; patients, who are asked about one article alone, read which part of it."""
    number, sections = len(item.sections), "“" + "”, “".join(item.sections) + "”"
    if is_patient():
        return ngettext(
            "Where the article says so: in the part %(sections)s.",
            "Where the article says so: in the parts %(sections)s.",
            number,
            sections=sections,
        )
    return ngettext(
        "Source: %(document)s, section %(sections)s.",
        "Source: %(document)s, sections %(sections)s.",
        number,
        document=item.source.document,
        sections=sections,
    )
