"""The figures of item analysis, column by column: what a page and a file head them with, and how a page writes them."""

from dataclasses import dataclass

from quizapp.analysis.item_analysis import ItemFigures, TestFigures
from quizapp.analysis.options import OptionFigures
from quizapp.queries.item_statistics import Option
from quizapp.web.wording import gettext as _

Figure = float | int | None
NONE = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure with what it is called, what that means, and as it is written."""

    name: str
    about: str
    figure: Figure

    @property
    def written(self) -> str:
        """With three decimals, where it is no count."""
        return written(self.figure)

    @property
    def exactly(self) -> str:
        """All that is known of it."""
        return "" if self.figure is None else repr(self.figure)


def written(figure: Figure) -> str:
    """A figure as a page writes it."""
    return NONE if figure is None else str(figure) if isinstance(figure, int) else f"{figure:.3f}".replace("-", "−")


def of_test(test: TestFigures) -> tuple[Shown, ...]:
    """The figures of a test, in marks where nothing else is said."""
    return (
        Shown(_("Learners"), "", test.learners),
        Shown(_("Marks that can be earned"), "", test.maximum),
        Shown(_("Mean"), "", test.mean),
        Shown(_("Median"), "", test.median),
        Shown(_("Standard deviation"), "", test.standard_deviation),
        Shown(_("Skewness"), _("under 0: more learners near the top"), test.skewness),
        Shown(_("Kurtosis"), _("over 0: more learners far from the mean than in a bell curve"), test.kurtosis),
        Shown(_("Cronbach’s alpha"), _("how well the questions agree about who knows more; 1 is best"), test.alpha),
        Shown(_("Error ratio"), _("how much of the spread is chance"), test.error_ratio),
        Shown(_("Standard error"), _("how far one learner’s marks may be off by chance"), test.standard_error),
    )


def of_question(figures: ItemFigures) -> tuple[Shown, ...]:
    """The figures of a question, as shares from 0 to 1 or from −1 to 1."""
    return (
        Shown(_("Answers"), "", figures.answers),
        Shown(_("Facility"), _("mean mark, as a share of what can be earned"), figures.facility),
        Shown(_("Standard deviation"), _("of the mark, as a share of what can be earned"), figures.standard_deviation),
        Shown(_("Random guess score"), _("what a blind answer earns on average"), figures.random_guess),
        Shown(_("Intended weight"), _("its share of all marks"), figures.intended_weight),
        Shown(_("Effective weight"), _("its share of what makes totals differ"), figures.effective_weight),
        Shown(_("Discrimination index"), _("correlation of its mark with the marks of all other questions"), figures.discrimination_index),
        Shown(_("Discriminative efficiency"), _("the same, of the most that its marks allow"), figures.discriminative_efficiency),
        Shown(_("Upper minus lower"), _("facility in the top 27 per cent less that in the bottom 27 per cent"), figures.upper_minus_lower),
        Shown(_("Alpha if deleted"), _("Cronbach’s alpha of the test without it"), figures.alpha_if_deleted),
    )


def of_option(option: Option) -> tuple[Shown, ...]:
    """The figures of an option, over those to whom it was offered and who chose something."""
    figures: OptionFigures = option.figures
    return (
        Shown(_("Offered"), _("to so many"), option.offered),
        Shown(_("Chosen"), _("by so many"), figures.count),
        Shown(_("Share"), _("of those to whom it was offered and who chose"), figures.share),
        Shown(_("Point-biserial"), _("Canvas’s: population moments, the total holds the question itself"), figures.point_biserial),
        Shown(_("Top"), _("share in the top 27 per cent"), figures.in_top),
        Shown(_("Middle"), _("share of those between"), figures.in_middle),
        Shown(_("Bottom"), _("share in the bottom 27 per cent"), figures.in_bottom),
    )
