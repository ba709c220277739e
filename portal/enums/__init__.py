"""What the portal can say, in the plainest words: words of inburgering, next steps, milestones and terms.

The source is Dutch; `locale/` has the translations.
"""

from portal.enums.messages import CHANNELS
from portal.enums.milestones import MILESTONES, Milestone, Standing
from portal.enums.plan import FACTORS, OWNERS, ROUTES
from portal.enums.promises import PROMISE_OUTCOMES, PROMISE_SIDES
from portal.enums.requests import (
    ASKINGS,
    DECISIONS,
    HAPPENINGS,
    PROGRESS_LOOKS,
    REFUSALS,
    SUBJECTS,
    Asking,
    Progress,
)
from portal.enums.steps import LOGIN_ERRORS, STEPS, Step
from portal.enums.summons import SUMMONS_TEXTS
from portal.enums.talks import CANCEL_REASONS, MODES, PLACES, PURPOSES, Tolk
from portal.enums.terms import TERM_SENTENCES
from portal.enums.words import B1_ROUTE_ON_A2, EXPLANATIONS, ICONS, Word

__all__ = [
    "ASKINGS",
    "B1_ROUTE_ON_A2",
    "CANCEL_REASONS",
    "CHANNELS",
    "DECISIONS",
    "EXPLANATIONS",
    "FACTORS",
    "HAPPENINGS",
    "ICONS",
    "LOGIN_ERRORS",
    "MILESTONES",
    "MODES",
    "OWNERS",
    "PLACES",
    "PROGRESS_LOOKS",
    "PROMISE_OUTCOMES",
    "PROMISE_SIDES",
    "PURPOSES",
    "REFUSALS",
    "ROUTES",
    "STEPS",
    "SUBJECTS",
    "SUMMONS_TEXTS",
    "TERM_SENTENCES",
    "Asking",
    "Milestone",
    "Progress",
    "Standing",
    "Step",
    "Tolk",
    "Word",
]
