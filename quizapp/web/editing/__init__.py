"""What editors look after: the banks, what each of them lacks, and their facts."""

from quizapp.web.editing import correcting, history, looking
from quizapp.web.editing.blueprint import bp

__all__ = ["bp", "correcting", "history", "looking"]
