"""What the gemeente promises, or sets for somebody, where the law has no term. Each gemeente can choose the length."""

from dataclasses import dataclass, replace

from deadlines.enums import Bearer, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import (
    AWB,
    PROMISED,
    PROMISED_WITHIN_LAW,
    SET_BY_GEMEENTE,
    Article,
    Term,
    WorkingDay,
)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A term that no law sets: what it is counted from, how long it is unless the gemeente chose, and what asks for it.

    `longest` is what the law allows at most.
    """

    kind: Kind
    default: Length
    start: str
    source: str
    purpose: str
    bearer: Bearer = Bearer.GEMEENTE
    longest: Length | None = None
    working_day: WorkingDay | None = None
    articles: tuple[Article, ...] = (Article(PROMISED),)

    @property
    def term(self) -> Term:
        return Term(
            id=self.source,
            kind=self.kind,
            length=None,
            dated_by="promised_on",
            starts_after=("promised_on",),
            cause=self.kind,
            also=("promise",),
            articles=self.articles,
            nature=Nature.DUTY,
            bearer=self.bearer,
            note=self.purpose,
            working_day=self.working_day,
        )

    def as_made(self, chosen: Length | None) -> Term:
        """The row with its length: the one that the gemeente chose when it promised, or the default."""
        if chosen in {None, self.default} or self.longest is None:
            return replace(self.term, length=chosen or self.default)
        return replace(self.term, length=chosen, articles=(Article(PROMISED_WITHIN_LAW), *self.articles))


PROMISES = (
    Promise(
        kind=Kind.ANTWOORD_OP_VERZOEK,
        default=Length(10, Unit.WORKING_DAYS),
        start="de ontvangst van het verzoek",
        source="PP-16",
        purpose="Wie iets vraagt, krijgt een antwoord met een reden.",
    ),
    Promise(
        kind=Kind.TERUGBELLEN,
        default=Length(2, Unit.WORKING_DAYS),
        start="de vraag om terug te bellen",
        source="PP-13",
        purpose="Wie niet kan bereiken wie hij zoekt, wordt gebeld.",
    ),
    Promise(
        kind=Kind.EERSTE_INFORMATIE,
        default=Length(5, Unit.WORKING_DAYS),
        start="de koppeling of de opening van het dossier",
        source="PP-77",
        purpose="De eerste informatie komt vóór de verhuizing en niet pas bij de intake.",
    ),
    Promise(
        kind=Kind.KLANTMANAGER_AANWEZIG,
        default=Length(5, Unit.WORKING_DAYS),
        start="de eerste dag zonder klantmanager",
        source="PP-10",
        purpose="Een dossier blijft niet zonder klantmanager.",
    ),
    Promise(
        kind=Kind.KENNISMAKING,
        default=Length(10, Unit.WORKING_DAYS),
        start="de toewijzing van de klantmanager",
        source="PP-15",
        purpose="Een nieuwe klantmanager maakt snel kennis.",
    ),
    Promise(
        kind=Kind.VOORTGANGSGESPREK,
        default=Length(6, Unit.MONTHS),
        start="het laatste gesprek of de vaststelling van het PIP",
        source="PP-22",
        purpose="Het aantal gesprekken per jaar staat in het PIP; de wet noemt er geen.",
    ),
    Promise(
        kind=Kind.PERSPECTIEFGESPREK,
        default=Length(6, Unit.MONTHS),
        start="de vaststelling van het PIP met de Z-route",
        source="PP-47",
        purpose="Een jongere in de Z-route krijgt binnen een half jaar een gesprek over onderwijs en werk.",
        longest=Length(6, Unit.MONTHS),
    ),
    Promise(
        kind=Kind.ANDERE_KLANTMANAGER,
        default=Length(10, Unit.WORKING_DAYS),
        start="de vraag om een andere klantmanager",
        source="PP-14",
        purpose="Alleen de teamleider ziet deze vraag en beantwoordt haar.",
    ),
    Promise(
        kind=Kind.KLACHT,
        default=Length(6, Unit.WEEKS),
        start="de ontvangst van de klacht",
        source="Awb 9:11",
        purpose="De wet geeft hoogstens zes weken, of tien met een klachtencommissie. Korter toezeggen mag.",
        longest=Length(10, Unit.WEEKS),
        articles=(Article(AWB, "9:11"),),
    ),
    Promise(
        kind=Kind.VOLGEND_BERICHT,
        default=Length(4, Unit.WEEKS),
        start="het vorige bericht",
        source="PP-74",
        purpose="Wie wacht op een woning of een besluit, hoort wanneer het volgende bericht komt.",
    ),
    Promise(
        kind=Kind.DOORLEREN,
        default=Length(4, Unit.WEEKS),
        start="het PIP of het bericht dat een hoger niveau nodig is",
        source="PP-03",
        purpose="‘Nog niet beslist’ over verder leren blijft niet liggen.",
    ),
    Promise(
        kind=Kind.VERVOLGSTAP,
        default=Length(4, Unit.WEEKS),
        start="de dag waarop bleek dat het niveau al is gehaald",
        source="PP-07",
        purpose="Wie sneller leert dan het plan, hoort wat de volgende stap kan zijn.",
    ),
    Promise(
        kind=Kind.OPROEP,
        default=Length(2, Unit.WEEKS),
        start="de oproep voor de intake",
        source="R-13",
        purpose="De wet noemt geen termijn voor een oproep. De tien weken voor het PIP lopen door.",
        bearer=Bearer.INBURGERAAR,
        working_day=WorkingDay.NEXT,
        articles=(Article(SET_BY_GEMEENTE),),
    ),
    Promise(
        kind=Kind.ZIENSWIJZE,
        default=Length(2, Unit.WEEKS),
        start="de uitnodiging voor een zienswijze",
        source="R-90",
        purpose="Vóór een boete van meer dan 340 euro is een zienswijze verplicht (Awb 5:53).",
        bearer=Bearer.INBURGERAAR,
        working_day=WorkingDay.NEXT,
        articles=(Article(SET_BY_GEMEENTE),),
    ),
)
PROMISE_TERMS = tuple(promise.term for promise in PROMISES)
