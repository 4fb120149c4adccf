"""What is said first about an answer that moves a day."""

from questions.interactions import Interaction
from questions.plainly import READERS
from questions.responses import Response
from questions.scoring import Score
from quizapp.models import Review
from quizapp.web.verdicts import Verdict, verdict
from quizapp.web.wording import gettext as _


def verdict_on_review(interaction: Interaction, response: Response, review: Review) -> Verdict:
    """The verdict, with what it means for the sitting."""
    surprise = _("You were certain, so look closely at why. It comes again in this sitting.") if review.confident_error else ""
    score, hastily = Score(review.marks, review.maximum), review.lost_by_haste
    return verdict(interaction, response, score, hastily=hastily, surprise=surprise, plainly=review.audience in READERS)
