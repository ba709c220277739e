"""The nieuwe termijn that DUO gives with a boete (Regeling, artikel 7.4). Of more rows that apply, the longest holds."""

from collections.abc import Mapping

from cases.enums import Group
from deadlines.enums import Bearer, Confidence, Kind, Nature, Route
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import REGELING, WET, Article, Term

NOTE = "De dag waarop de nieuwe termijn begint, staat in het besluit van DUO. De datum van DUO gaat voor."


def _row(row_id: str, months: int, lid: str, when: Mapping[str, object], among: Mapping[str, range]) -> Term:
    return Term(
        id=row_id,
        kind=Kind.NIEUWE_TERMIJN,
        length=Length(months, Unit.MONTHS),
        dated_by="announced_on",
        starts_after=("announced_on",),
        when=when,
        among=among,
        articles=(Article(REGELING, f"7.4 lid {lid}"), Article(WET, "24" if row_id == "R-67" else "25")),
        nature=Nature.DUTY,
        bearer=Bearer.INBURGERAAR,
        confidence=Confidence.MEDIUM,
        note=NOTE,
    )


def _by_exams(months: int, parts: range) -> tuple[Term, ...]:
    return tuple(
        _row("R-68", months, "2", {"route": route}, {"parts_passed": parts}) for route in (Route.B, Route.O)
    )


def _by_hours(group: Group, months: int, hours: range) -> Term:
    return _row("R-68", months, "2", {"route": Route.Z, "group": group}, {"hours": hours})


AS, GM = Group.ASIELSTATUSHOUDER, Group.GEZINSMIGRANT

NIEUWE_TERMIJN_TERMS = (
    *_by_exams(24, range(1)),
    *_by_exams(18, range(1, 2)),
    *_by_exams(12, range(2, 3)),
    *_by_exams(6, range(3, 5)),
    # Of an asielstatushouder the hours of the course and of participation count together.
    _by_hours(AS, 24, range(401)),
    _by_hours(AS, 18, range(401, 801)),
    _by_hours(AS, 12, range(801, 1_201)),
    _by_hours(AS, 6, range(1_201, 1_600)),
    _by_hours(GM, 24, range(201)),
    _by_hours(GM, 18, range(201, 401)),
    _by_hours(GM, 12, range(401, 601)),
    _by_hours(GM, 6, range(601, 800)),
    # PVT or MAP not done: the first time by what is missing, then every two years.
    _row("R-67", 6, "1", {"pvt_map_open": 1, "repeated": False}, {}),
    _row("R-67", 12, "1", {"pvt_map_open": 2, "repeated": False}, {}),
    _row("R-67", 24, "1", {"repeated": True}, {"pvt_map_open": range(1, 3)}),
)
