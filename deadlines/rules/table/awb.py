"""Bezwaar, beroep and requests, by the Algemene wet bestuursrecht."""

from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import AWB, Article, Term

WEEKS_6, WEEKS_8, WEEKS_12 = Length(6, Unit.WEEKS), Length(8, Unit.WEEKS), Length(12, Unit.WEEKS)
HEARD_FIRST = Article(AWB, "7:10 lid 2")

AWB_TERMS = (
    Term(
        id="R-95",
        kind=Kind.BEZWAAR,
        length=WEEKS_6,
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
        length=WEEKS_6,
        dated_by="announced_on",
        follows=Kind.BEZWAAR,
        cause="na-bezwaartermijn",
        when={"with_committee": False},
        also=("adjourned",),
        suspended_by=HEARD_FIRST,
        articles=(Article(AWB, "7:10 lid 1"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
    ),
    Term(
        id="R-96",
        kind=Kind.BESLISSING_OP_BEZWAAR,
        length=WEEKS_12,
        dated_by="announced_on",
        follows=Kind.BEZWAAR,
        cause="na-bezwaartermijn",
        when={"with_committee": True},
        also=("adjourned",),
        suspended_by=HEARD_FIRST,
        articles=(Article(AWB, "7:10 lid 1"), Article(AWB, "7:13")),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
    ),
    Term(
        id="R-96",
        kind=Kind.BEROEP,
        length=WEEKS_6,
        dated_by="announced_on",
        starts_after=("announced_on",),
        articles=(Article(AWB, "6:7"), Article(AWB, "6:8")),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
        note="Bij de rechtbank, tegen de beslissing op bezwaar. Hoger beroep is bij de Raad van State.",
    ),
    Term(
        id="R-97",
        kind=Kind.AANVRAAG,
        length=WEEKS_8,
        dated_by="applied_on",
        starts_after=("applied_on",),
        suspended_by=Article(AWB, "4:15"),
        articles=(Article(AWB, "4:13"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        note="Een redelijke termijn, hoogstens acht weken, tenzij de gemeente een andere aankondigt (artikel 4:14).",
    ),
    Term(
        id="R-98",
        kind=Kind.INGEBREKESTELLING,
        length=Length(2, Unit.WEEKS),
        dated_by="defaulted_on",
        starts_after=("defaulted_on",),
        articles=(Article(AWB, "4:17 lid 3"),),
        nature=Nature.DUTY,
        bearer=Bearer.GEMEENTE,
        note="Beslist de gemeente dan nog niet, dan gaat een dwangsom lopen.",
    ),
    Term(
        id="R-98",
        kind=Kind.DWANGSOM,
        length=Length(42, Unit.DAYS),
        dated_by="defaulted_on",
        follows=Kind.INGEBREKESTELLING,
        cause="na-ingebrekestelling",
        day_is_set=True,
        articles=(Article(AWB, "4:17 lid 1"),),
        nature=Nature.RIGHT,
        bearer=Bearer.INBURGERAAR,
        confidence=Confidence.MEDIUM,
        note="Een dwangsom loopt hoogstens 42 dagen op; dat aantal dagen schuift niet.",
    ),
)

# Not a term of its own: once, it lets the decision on a bezwaar come later.
ADJOURNMENT = Term(
    id="R-96",
    kind=Kind.BESLISSING_OP_BEZWAAR,
    length=WEEKS_6,
    dated_by="announced_on",
    cause="verdaging",
    when={"adjourned": True},
    articles=(Article(AWB, "7:10 lid 3"),),
    nature=Nature.DUTY,
    bearer=Bearer.GEMEENTE,
    confidence=Confidence.MEDIUM,
)
