"""What the portal can say, in the plainest words: words of inburgering, next steps, milestones and terms.

The source is Dutch; `locale/` has the translations.
"""

from portal.enums.milestones import MILESTONES, Milestone, Standing
from portal.enums.plan import FACTORS, OWNERS, ROUTES
from portal.enums.steps import LOGIN_ERRORS, STEPS, Step
from portal.enums.terms import TERM_SENTENCES
from portal.enums.words import EXPLANATIONS, ICONS, Word

__all__ = [
    "EXPLANATIONS",
    "FACTORS",
    "ICONS",
    "LOGIN_ERRORS",
    "MILESTONES",
    "OWNERS",
    "ROUTES",
    "STEPS",
    "TERM_SENTENCES",
    "Milestone",
    "Standing",
    "Step",
    "Word",
]
