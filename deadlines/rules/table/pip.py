"""The ten weeks for the PIP, what lets them end later, and the oproepen before it."""

from datetime import date

from cases.enums import Group
from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import BESLUIT, WET, Article, Term, WorkingDay

WEEKS_10 = Length(10, Unit.WEEKS)
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
        note="De leerroute blijft dezelfde. De inburgeringstermijn schuift niet.",
    ),
    Term(
        id="R-13",
        kind=Kind.NIEUWE_OPROEP,
        length=Length(2, Unit.MONTHS),
        dated_by="announced_on",
        starts_after=("announced_on",),
        working_day=WorkingDay.BEFORE,
        articles=(Article(WET, "14 lid 2"), Article(WET, "22")),
        nature=Nature.DUTY,
        bearer=Bearer.INBURGERAAR,
        note="Later mag niet: de wet geeft hoogstens twee maanden. Eerder mag wel, als de boetebeschikking dat zegt.",
    ),
)

# Not a term of its own: it lets the ten weeks of R-02 end later.
THIRD_PARTY_EXTENSION = Term(
    id="R-03",
    kind=Kind.PIP,
    length=Length(2, Unit.WEEKS),
    dated_by="notified_on",
    cause="derde",
    articles=(Article(BESLUIT, "5.3 lid 2"),),
    nature=Nature.DUTY,
    bearer=Bearer.GEMEENTE,
    valid_from=PIP_TERM_CHANGED_ON,
)
