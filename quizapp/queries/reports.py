"""What people reported of questions."""

from datetime import datetime

from sqlalchemy import Select, select

from quizapp.models import Objective, Report


def own_reports(learner_id: int) -> Select[tuple[Report, str]]:
    """A learner's own reports, each with what its objective aims at, the latest first."""
    return _reports().where(Report.learner_id == learner_id).order_by(Report.reported_at.desc(), Report.id.desc())


def all_reports() -> Select[tuple[Report, str]]:
    """Everybody's reports, each with what its objective aims at, in the order in which they came."""
    return _reports().order_by(Report.id)


def open_reports() -> Select[tuple[Report, str]]:
    """Those that nobody has closed yet."""
    return all_reports().where(Report.closed_at.is_(None))


def reported_since(learner_id: int, since: datetime) -> Select[tuple[Report]]:
    """What a learner has reported after a moment, the earliest first."""
    return select(Report).where(Report.learner_id == learner_id, Report.reported_at > since).order_by(Report.reported_at)


def _reports() -> Select[tuple[Report, str]]:
    return select(Report, Objective.aim).join(Objective, Objective.id == Report.objective_id)
