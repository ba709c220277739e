"""Terms of the law: `due_date` answers when a term ends and why; `standing` how it stands on a day."""

from deadlines.rules.choosing import (
    bearer_of,
    duties_of,
    facts_used_by,
    followers_of,
    nature_of,
    takes_third_parties,
    terms_of,
)
from deadlines.rules.due_dates import due_date
from deadlines.rules.facts import CATALOGUE, FactInfo, Facts, FactsError, Holds, ThirdParty
from deadlines.rules.outcome import Outcome, Step
from deadlines.rules.standing import Progress, soon, standing
from deadlines.rules.table import TERMS
from deadlines.rules.term import Term

__all__ = [
    "CATALOGUE",
    "TERMS",
    "FactInfo",
    "Facts",
    "FactsError",
    "Holds",
    "Outcome",
    "Progress",
    "Step",
    "Term",
    "ThirdParty",
    "bearer_of",
    "due_date",
    "duties_of",
    "facts_used_by",
    "followers_of",
    "nature_of",
    "soon",
    "standing",
    "takes_third_parties",
    "terms_of",
]
