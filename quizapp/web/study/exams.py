"""What Today says of an exam."""

from dataclasses import dataclass
from secrets import token_hex

from quizapp.queries.exams import ALL, ExamAhead
from quizapp.web.banks import every_bank
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class ExamWords:
    """Sentences about an exam, where its plan is, how much is practised for it today, and the seed of a quiz of that."""

    sentences: tuple[str, ...]
    bank: str
    practice: int
    seed: str


def exam_in_words(ahead: ExamAhead) -> ExamWords:
    """How far away an exam is, whether it can be met, and what is practised for it today."""
    title = next((one.bank.title for one in every_bank() if one.bank.name == ahead.exam.bank), _("all that you study"))
    sentences = [_when(ahead.days, title)]
    if ahead.too_many:
        sentences.append(_("At this pace you would not get to all of it in time. The plan says what would help."))
    if practice := len(ahead.practice):
        beside = ngettext(
            "%(num)d question to practise for it is left today, beside those that you are asked anyway.",
            "%(num)d questions to practise for it are left today, beside those that you are asked anyway.",
            practice,
        )
        sentences.append(beside)
    return ExamWords(tuple(sentences), ahead.exam.bank if ahead.exam.bank != ALL else "everything", practice, token_hex(8))


def _when(days: int, title: str) -> str:
    if days == 0:
        return _("Your exam (%(title)s) is today.", title=title)
    return ngettext("Your exam (%(title)s) is in %(num)d day.", "Your exam (%(title)s) is in %(num)d days.", days, title=title)
