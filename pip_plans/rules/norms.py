"""The figures of the law that a PIP must respect. When the law changes a row is added; the old one gets its last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from deadlines.rules.catalogue import LAW_STARTED_ON


class NormKind(StrEnum):
    PVT_HOURS = "pvt-uren"
    MAP_PRACTICE_HOURS = "map-praktijkuren"
    CLASS_HOURS_Z = "cursusuren-z"
    PARTICIPATION_HOURS_Z = "participatieuren-z"
    SCALING_DOWN_HOURS = "afschalen-uren"
    LESSON_HOURS_A_WEEK = "lesuren-per-week"
    INTENSITY_LOWEST = "intensiteit-laagste"
    INTENSITY_HIGHEST = "intensiteit-hoogste"
    FACTORS = "factoren"
    REVIEW_DAYS = "leestijd"
    STUDY_GRANT_AGE = "leeftijd-studiefinanciering"
    YOUNG_FROM = "jongere-vanaf"
    YOUNG_UNTIL = "jongere-tot-en-met"
    AHEAD_MONTHS = "voor-op-schema"
    TEST_MONTHS = "maanden-van-de-toets"
    FEWEST_FOR_SHARE = "procent-vanaf"
    UNBRIDGED_DAYS = "wachten-zonder-overbrugging"


@dataclass(frozen=True, kw_only=True)
class Norm:
    """One figure, its unit in Dutch, and where it comes from."""

    kind: NormKind
    figure: int
    unit: str
    source: str
    valid_from: date = LAW_STARTED_ON
    valid_until: date | None = None

    def __str__(self) -> str:
        return f"{self.figure} {self.unit}"

    def in_force_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


_YOUNG = "eigen keuze: 18 tot en met 27 jaar, de ruimste van de twee; een gemeente stelt haar eigen in"

NORMS = (
    Norm(kind=NormKind.PVT_HOURS, figure=12, unit="uur", source="Besluit inburgering 2021, artikel 3.1"),
    Norm(
        kind=NormKind.MAP_PRACTICE_HOURS,
        figure=40,
        unit="uur",
        source="Besluit inburgering 2021, artikel 3.2",
    ),
    Norm(
        kind=NormKind.CLASS_HOURS_Z, figure=800, unit="uur", source="Besluit inburgering 2021, artikel 3.14"
    ),
    Norm(
        kind=NormKind.PARTICIPATION_HOURS_Z,
        figure=800,
        unit="uur",
        source="Besluit inburgering 2021, artikel 3.14",
    ),
    Norm(
        kind=NormKind.SCALING_DOWN_HOURS,
        figure=600,
        unit="uur",
        source="Besluit inburgering 2021, artikel 5.5",
    ),
    Norm(
        kind=NormKind.LESSON_HOURS_A_WEEK,
        figure=40,
        unit="uur",
        source="eigen keuze: geen wet noemt een grens; meer dan een hele werkweek les is een typefout",
    ),
    Norm(kind=NormKind.INTENSITY_LOWEST, figure=1, unit="uur", source="PIP API van DUO, versie 1.2"),
    Norm(kind=NormKind.INTENSITY_HIGHEST, figure=9999, unit="uur", source="PIP API van DUO, versie 1.2"),
    Norm(
        kind=NormKind.FACTORS,
        figure=2,
        unit="redenen",
        source="eigen afspraak: geen route op de toets alleen",
    ),
    Norm(
        kind=NormKind.STUDY_GRANT_AGE,
        figure=30,
        unit="jaar",
        source="Wet studiefinanciering 2000, artikel 2.3",
    ),
    Norm(
        kind=NormKind.REVIEW_DAYS,
        figure=7,
        unit="dagen",
        source="eigen keuze, want de wet noemt geen leestijd (PP-28); een gemeente stelt haar eigen in",
    ),
    Norm(
        kind=NormKind.AHEAD_MONTHS,
        figure=12,
        unit="maanden",
        source="PP-07: geen wet noemt dit; een gemeente stelt haar eigen in",
    ),
    Norm(kind=NormKind.TEST_MONTHS, figure=12, unit="maanden", source="eigen keuze: een jaar terug (PP-35)"),
    Norm(
        kind=NormKind.FEWEST_FOR_SHARE,
        figure=10,
        unit="uitslagen",
        source="eigen keuze: minder dan tien is geen procent (PP-34)",
    ),
    Norm(
        kind=NormKind.UNBRIDGED_DAYS,
        figure=28,
        unit="dagen",
        source="eigen keuze, want geen wet noemt dit: vier weken wachten zonder overbruggende activiteit (PP-58)",
    ),
    Norm(kind=NormKind.YOUNG_FROM, figure=18, unit="jaar", source=_YOUNG),
    Norm(kind=NormKind.YOUNG_UNTIL, figure=27, unit="jaar", source=_YOUNG),
)


def norm(kind: NormKind, on: date) -> Norm:
    """The row that holds on this day; before the law began, its first text."""
    on = max(on, LAW_STARTED_ON)
    return next(row for row in NORMS if row.kind == kind and row.in_force_on(on))
