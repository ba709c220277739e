"""The table of terms. When the law changes, a row is added and the old one gets its last day."""

from deadlines.rules.table.awb import ADJOURNMENT, AWB_TERMS
from deadlines.rules.table.bewaren import BEWAREN_TERMS
from deadlines.rules.table.boete import BOETE_TERMS
from deadlines.rules.table.duo import DUO_TERMS
from deadlines.rules.table.geld import GELD_TERMS
from deadlines.rules.table.nieuwe_termijn import NIEUWE_TERMIJN_TERMS
from deadlines.rules.table.pip import PIP_TERMS, THIRD_PARTY_EXTENSION
from deadlines.rules.table.toezeggingen import PROMISE_TERMS, PROMISES, Promise
from deadlines.rules.table.traject import TRAJECT_TERMS
from deadlines.rules.table.verlenging import GROUNDS, GroundRule
from deadlines.rules.term import Term

TERMS: tuple[Term, ...] = (
    *PIP_TERMS, *TRAJECT_TERMS, *NIEUWE_TERMIJN_TERMS, *DUO_TERMS, *AWB_TERMS, *BOETE_TERMS, *GELD_TERMS,
    *BEWAREN_TERMS, *PROMISE_TERMS,
)  # fmt: skip

__all__ = [
    "ADJOURNMENT",
    "GROUNDS",
    "PROMISES",
    "TERMS",
    "THIRD_PARTY_EXTENSION",
    "GroundRule",
    "Promise",
]
