"""Why a dossier stands in the work list, how urgent that is, and what to do first."""

from caseload.rules.reasons import by_risk, reason_for
from caseload.rules.signals import (
    AT_ONCE_KINDS,
    CONFIDENTIAL,
    HORIZON_DAYS,
    INTERPRETER,
    MOVED,
    TALKS_AHEAD_DAYS,
    WITHOUT_INTAKE_DAYS,
    Reason,
    Signal,
    news_since,
)
from caseload.rules.steps import Step, next_step, phase_of

__all__ = [
    "AT_ONCE_KINDS",
    "CONFIDENTIAL",
    "HORIZON_DAYS",
    "INTERPRETER",
    "MOVED",
    "TALKS_AHEAD_DAYS",
    "WITHOUT_INTAKE_DAYS",
    "Reason",
    "Signal",
    "Step",
    "by_risk",
    "news_since",
    "next_step",
    "phase_of",
    "reason_for",
]
