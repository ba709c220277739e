"""The table of terms. When the law changes, a row is added and the old one gets its last day."""

from datetime import date

from cases.enums import Group
from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import AWB, BESLUIT, REGELING, WET, Article, Counting, Term

WEEKS_10 = Length(10, Unit.WEEKS)
MONTHS_18 = Length(18, Unit.MONTHS)
# On this day the ten weeks came to run from DUO's notice, and the exception for third parties came (Stb. 2022, 489).
PIP_TERM_CHANGED_ON = date(2023, 1, 1)

PIP_TERMS = (
    Term(
        id="R-02",
        kind=Kind.PIP,
        length=WEEKS_10,
        dated_by="notified_on",
        starts_after=("notified_on", "brp_registered_on"),
        when={"group": Group.ASIELSTATUSHOUDER},
        articles=(Article(BESLUIT, "5.3 lid 1"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        valid_from=PIP_TERM_CHANGED_ON,
        note="Wie bij de kennisgeving nog niet in de gemeente is ingeschreven, krijgt tien weken vanaf de inschrijving.",
    ),
    Term(
        id="R-02",
        kind=Kind.PIP,
        length=WEEKS_10,
        dated_by="notified_on",
        starts_after=("notified_on",),
        when={"group": Group.GEZINSMIGRANT},
        articles=(Article(BESLUIT, "5.3 lid 1"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        valid_from=PIP_TERM_CHANGED_ON,
    ),
    Term(
        id="R-02a",
        kind=Kind.PIP,
        length=WEEKS_10,
        dated_by="notified_on",
        starts_after=("brp_registered_on",),
        articles=(Article(BESLUIT, "5.3 (tekst 2022)"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        confidence=Confidence.LOW,
        note="Oude tekst, voor een kennisgeving van vóór 2023. Het overgangsrecht is niet nagegaan.",
        valid_until=date(2022, 12, 31),
    ),
    Term(
        id="R-04",
        kind=Kind.PIP_NA_VERHUIZING,
        length=WEEKS_10,
        dated_by="brp_registered_on",
        starts_after=("brp_registered_on",),
        articles=(Article(BESLUIT, "5.3 lid 3"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
    ),
)

# Not a term of its own: it lets the ten weeks of R-02 end later.
THIRD_PARTY_EXTENSION = Term(
    id="R-03",
    kind=Kind.PIP,
    length=Length(2, Unit.WEEKS),
    dated_by="notified_on",
    cause="na ontvangst van de informatie van",
    articles=(Article(BESLUIT, "5.3 lid 2"),),
    nature=Nature.DUTY,
    bearer=Bearer.GEMEENTE,
    valid_from=PIP_TERM_CHANGED_ON,
)

TRAJECT_TERMS = (
    Term(
        id="R-20",
        kind=Kind.TERMIJN,
        length=Length(3, Unit.YEARS),
        dated_by="pip_dated_on",
        starts_after=("pip_dated_on",),
        also=("duo_starts_on", "duo_ends_on"),
        counting=Counting.FROM_FIRST_DAY,
        articles=(Article(WET, "11"),),
        nature=Nature.DUTY,
        bearer=Bearer.INBURGERAAR,
        confidence=Confidence.MEDIUM,
        note="De wet zegt niet hoe de laatste dag wordt geteld. De datum van DUO gaat voor.",
    ),
    Term(
        id="R-43",
        kind=Kind.ROUTEWISSEL,
        length=MONTHS_18,
        dated_by="pip_dated_on",
        starts_after=("pip_dated_on",),
        counting=Counting.FROM_FIRST_DAY,
        articles=(Article(BESLUIT, "5.4"),),
        nature=Nature.RIGHT,
        bearer=Bearer.GEMEENTE,
        note="Van de onderwijsroute naar de B1-route kan de hele termijn. Artikel 5.4 kent meer uitzonderingen.",
    ),
    Term(
        id="R-26",
        kind=Kind.VERLENGING_VANAF,
        length=Length(6, Unit.MONTHS),
        dated_by="pip_dated_on",
        follows=Kind.TERMIJN,
        cause="vóór de laatste dag van de inburgeringstermijn,",
        counting=Counting.BACKWARDS,
        articles=(Article(BESLUIT, "4.5"),),
        nature=Nature.OPENING,
        bearer=Bearer.INBURGERAAR,
        note="Eerder aanvragen kan niet. DUO beslist binnen acht weken.",
    ),
    Term(
        id="R-46",
        kind=Kind.AANBOD,
        length=Length(3, Unit.MONTHS),
        dated_by="pip_dated_on",
        starts_after=("pip_dated_on",),
        when={"group": Group.ASIELSTATUSHOUDER},
        articles=(Article(REGELING, "4.1, onderdeel g"), Article(WET, "16")),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        confidence=Confidence.MEDIUM,
        note="De wet zegt ‘tijdig’. Na drie maanden krijgt de inburgeraar extra tijd.",
    ),
    Term(
        id="R-22g",
        kind=Kind.TAALSCHAKELTRAJECT,
        length=Length(6, Unit.MONTHS),
        dated_by="pip_dated_on",
        starts_after=("pip_dated_on",),
        when={"group": Group.ASIELSTATUSHOUDER},
        articles=(Article(REGELING, "4.1, onderdeel g"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        confidence=Confidence.MEDIUM,
        note="Alleen in de onderwijsroute. Begint het traject later, dan krijgt de inburgeraar zes maanden extra.",
    ),
)

BEZWAAR_TERMS = (
    Term(
        id="R-95",
        kind=Kind.BEZWAAR,
        length=Length(6, Unit.WEEKS),
        dated_by="announced_on",
        starts_after=("announced_on",),
        articles=(Article(AWB, "6:7"), Article(AWB, "6:8")),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
        note="Een bezwaar dat later komt, kan toch verontschuldigd zijn (artikel 6:11).",
    ),
    Term(
        id="R-96",
        kind=Kind.BESLISSING_OP_BEZWAAR,
        length=Length(6, Unit.WEEKS),
        dated_by="announced_on",
        follows=Kind.BEZWAAR,
        cause="na het einde van de bezwaartermijn op",
        when={"with_committee": False},
        also=("adjourned",),
        articles=(Article(AWB, "7:10 lid 1"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
    ),
    Term(
        id="R-96",
        kind=Kind.BESLISSING_OP_BEZWAAR,
        length=Length(12, Unit.WEEKS),
        dated_by="announced_on",
        follows=Kind.BEZWAAR,
        cause="na het einde van de bezwaartermijn op",
        when={"with_committee": True},
        also=("adjourned",),
        articles=(Article(AWB, "7:10 lid 1"), Article(AWB, "7:13")),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
    ),
)

# Not a term of its own: once, it lets the decision on a bezwaar come later.
ADJOURNMENT = Term(
    id="R-96",
    kind=Kind.BESLISSING_OP_BEZWAAR,
    length=Length(6, Unit.WEEKS),
    dated_by="announced_on",
    cause="verdaging vanaf",
    when={"adjourned": True},
    articles=(Article(AWB, "7:10 lid 3"),),
    nature=Nature.DUTY,
    bearer=Bearer.GEMEENTE,
    confidence=Confidence.MEDIUM,
)

TERMS: tuple[Term, ...] = PIP_TERMS + TRAJECT_TERMS + BEZWAAR_TERMS
