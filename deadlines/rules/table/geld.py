"""Financieel ontzorgen, and the lening of DUO."""

from cases.enums import Group
from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import BESLUIT, PW, WET, Article, Counting, Term

GELD_TERMS = (
    Term(
        id="R-50",
        kind=Kind.ONTZORGEN,
        length=Length(6, Unit.MONTHS),
        dated_by="bijstand_on",
        starts_after=("bijstand_on",),
        cause="vanaf-bijstand",
        counting=Counting.FROM_THAT_DAY,
        when={"group": Group.ASIELSTATUSHOUDER},
        articles=(Article(PW, "56a"),),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
        note="Alleen met een eigen asielvergunning en bijstand: deze groep is kleiner dan die van de Wet inburgering.",
    ),
    Term(
        id="R-70",
        kind=Kind.LENING_TOT,
        length=Length(6, Unit.YEARS),
        dated_by="pip_dated_on",
        follows=Kind.TERMIJN,
        cause="na-termijn",
        when={"group": Group.GEZINSMIGRANT},
        articles=(Article(WET, "20"), Article(BESLUIT, "6.1")),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
        confidence=Confidence.MEDIUM,
        note="Het recht eindigt op zijn laatst op deze dag. Eerder, als iemand aan de plicht heeft voldaan.",
    ),
    Term(
        id="R-72",
        kind=Kind.TERUGBETALEN_VANAF,
        length=Length(6, Unit.MONTHS),
        dated_by="entitlement_ended_on",
        starts_after=("entitlement_ended_on",),
        articles=(Article(BESLUIT, "6.7"), Article(WET, "21")),
        nature=Nature.OPENING,
        bearer=Bearer.INBURGERAAR,
        note="DUO stuurt een brief over het bedrag per maand.",
    ),
    Term(
        id="R-72",
        kind=Kind.TERUGBETALEN_TOT,
        length=Length(10, Unit.YEARS),
        dated_by="entitlement_ended_on",
        follows=Kind.TERUGBETALEN_VANAF,
        cause="na-begin-terugbetalen",
        articles=(Article(BESLUIT, "6.7"), Article(WET, "21")),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
    ),
)
