"""The grounds on which DUO makes the inburgeringstermijn longer, each with its own length and cap."""

from dataclasses import dataclass
from datetime import date

from cases.enums import Group
from deadlines.enums import Confidence, Ground, Route
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.catalogue import LAW_STARTED_ON
from deadlines.rules.term import BESLUIT, REGELING, WET, Article

# The ground of a niet-vrijstellende opleiding came on this day (Stcrt. 2022, 33825).
OPLEIDING_SINCE = date(2023, 1, 1)
MONTHS_3, MONTHS_6 = Length(3, Unit.MONTHS), Length(6, Unit.MONTHS)
YEARS_2 = Length(2, Unit.YEARS)
LONG_ROUTES = (Route.B, Route.O)


@dataclass(frozen=True, kw_only=True)
class GroundRule:
    """One row: either a fixed length, or as long as a period that lasted `at_least` so long, up to `at_most`."""

    ground: Ground
    article: Article
    fixed: tuple[Length, ...] = ()
    at_least: Length | None = None
    at_most: Length | None = None
    # Whether it can be given as often as `fixed` has lengths, and no more.
    is_limited: bool = False
    # No verlenging when what was waited for (`ends_on`) came within this time after the PIP.
    unless_by: Length | None = None
    # Fixed by the law: the period begins when this long after the PIP nothing was there yet.
    begins_after: Length | None = None
    only_for: Group | None = None
    routes: tuple[Route, ...] = tuple(Route)
    # What DUO decided is its length; the law has none.
    is_decided: bool = False
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    valid_from: date = LAW_STARTED_ON

    @property
    def id(self) -> str:
        """The rule that the ground belongs to: R-23-loopt is one of R-23."""
        return "-".join(self.ground.split("-")[:2])

    @property
    def has_period(self) -> bool:
        return not self.fixed and not self.is_decided


def _of_regeling(part: str) -> Article:
    return Article(REGELING, f"4.1, onderdeel {part}")


_RULES = (
    GroundRule(ground=Ground.ZIEKTE, article=_of_regeling("a"), at_least=MONTHS_3),
    GroundRule(ground=Ground.OVERLIJDEN, article=_of_regeling("b"), fixed=(MONTHS_3,)),
    GroundRule(ground=Ground.BEVALLING, article=_of_regeling("c"), fixed=(Length(16, Unit.WEEKS),)),
    GroundRule(ground=Ground.OPVANG, article=_of_regeling("d"), at_least=MONTHS_3),
    GroundRule(
        ground=Ground.ALFABETISERING,
        article=_of_regeling("e"),
        at_least=MONTHS_3,
        at_most=MONTHS_6,
        routes=LONG_ROUTES,
    ),
    GroundRule(ground=Ground.DAKLOOSHEID, article=_of_regeling("f"), at_least=MONTHS_3, at_most=YEARS_2),
    GroundRule(
        ground=Ground.GEEN_AANBOD,
        article=_of_regeling("g"),
        begins_after=MONTHS_3,
        only_for=Group.ASIELSTATUSHOUDER,
        routes=(Route.B, Route.Z),
        note="Met een verklaring van de gemeente.",
    ),
    GroundRule(
        ground=Ground.GEEN_TAALSCHAKELTRAJECT,
        article=_of_regeling("g"),
        fixed=(MONTHS_6,),
        is_limited=True,
        unless_by=MONTHS_6,
        only_for=Group.ASIELSTATUSHOUDER,
        routes=(Route.O,),
        note="Met een verklaring van de gemeente.",
    ),
    GroundRule(
        ground=Ground.SCHULD_VAN_SCHOOL, article=_of_regeling("h"), at_least=MONTHS_3, at_most=MONTHS_6
    ),
    GroundRule(ground=Ground.BIJZONDER, article=_of_regeling("i"), at_least=MONTHS_3, at_most=YEARS_2),
    GroundRule(ground=Ground.SAMEN, article=_of_regeling("j"), at_least=MONTHS_3),
    GroundRule(
        ground=Ground.OPLEIDING,
        article=Article(REGELING, "4.2"),
        valid_from=OPLEIDING_SINCE,
        note="De tijd van inschrijving telt vanaf het begin van de inburgeringsplicht.",
    ),
    GroundRule(
        ground=Ground.OPLEIDING_LOOPT,
        article=Article(REGELING, "4.2"),
        valid_from=OPLEIDING_SINCE,
        fixed=(YEARS_2, Length(1, Unit.YEARS), Length(1, Unit.YEARS)),
        is_limited=True,
        note="De eerste keer twee jaar, daarna nog twee keer een jaar.",
    ),
    GroundRule(
        ground=Ground.ENTREE, article=Article(REGELING, "4.2"), at_most=YEARS_2, valid_from=OPLEIDING_SINCE
    ),
    GroundRule(ground=Ground.ONDERBREKING, article=Article(BESLUIT, "4.2"), at_most=Length(1, Unit.YEARS)),
    GroundRule(
        ground=Ground.BIJNA_KLAAR,
        article=Article(WET, "12 lid 1, onderdeel b"),
        fixed=(MONTHS_6,),
        is_limited=True,
        routes=(Route.B,),
        note="Alleen op de eerste drie jaar, na alle lessen, twee taalonderdelen, KNM, PVT en MAP.",
    ),
    GroundRule(
        ground=Ground.AMBTSHALVE,
        article=Article(BESLUIT, "4.5"),
        is_decided=True,
        confidence=Confidence.MEDIUM,
        note="DUO kan ook uit zichzelf verlengen, voor één persoon of voor een groep.",
    ),
)
GROUNDS = {rule.ground: rule for rule in _RULES}
