"""Terms of the law: `due_date` answers when a term ends and why; `standing` how it stands on a day."""

from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.catalogue import CATALOGUE, FactInfo, Holds
from deadlines.rules.checking import still_ahead
from deadlines.rules.choosing import (
    bearer_of,
    duties_of,
    facts_used_by,
    followers_of,
    is_promise,
    nature_of,
    outlives_case,
    promise_of,
    takes_extensions,
    takes_suspensions,
    takes_third_parties,
    terms_of,
)
from deadlines.rules.deciding import wrong_decision
from deadlines.rules.deliveries import next_delivery
from deadlines.rules.due_dates import due_date
from deadlines.rules.explain import LANGUAGES, explain, explain_steps
from deadlines.rules.facts import Extension, Facts, FactsError, Suspension, ThirdParty
from deadlines.rules.keeping import ends_plicht, is_death
from deadlines.rules.ladder import Rung, ladder_of, next_look_on, rungs_due
from deadlines.rules.outcome import Outcome, Step
from deadlines.rules.progress import Progress
from deadlines.rules.standing import soon, standing
from deadlines.rules.table import GROUNDS, PROMISES, TERMS, GroundRule, Promise
from deadlines.rules.term import Term

__all__ = [
    "CATALOGUE",
    "GROUNDS",
    "LANGUAGES",
    "PROMISES",
    "TERMS",
    "Extension",
    "FactInfo",
    "Facts",
    "FactsError",
    "GroundRule",
    "Holds",
    "Length",
    "Outcome",
    "Progress",
    "Promise",
    "Rung",
    "Step",
    "Suspension",
    "Term",
    "ThirdParty",
    "Unit",
    "bearer_of",
    "due_date",
    "duties_of",
    "ends_plicht",
    "explain",
    "explain_steps",
    "facts_used_by",
    "followers_of",
    "is_death",
    "is_promise",
    "ladder_of",
    "nature_of",
    "next_delivery",
    "next_look_on",
    "outlives_case",
    "promise_of",
    "rungs_due",
    "soon",
    "standing",
    "still_ahead",
    "takes_extensions",
    "takes_suspensions",
    "takes_third_parties",
    "terms_of",
    "wrong_decision",
]
