"""Where somebody can go after the route: the ways that exist everywhere (PP-44)."""

from collections.abc import Iterable
from dataclasses import dataclass

from pip_plans.enums import PathwayKind


@dataclass(frozen=True)
class Way:
    kind: PathwayKind
    name: str
    explanation: str = ""
    is_offered: bool = True


STANDARD = (
    Way(PathwayKind.MBO, "Mbo-opleiding op school (bol)", "U leert een beroep op school, met stages."),
    Way(PathwayKind.MBO, "Mbo-opleiding met werk (bbl)", "U werkt en gaat een dag in de week naar school."),
    Way(
        PathwayKind.LEERWERK,
        "Leerwerktraject bij een werkgever",
        "U leert het vak op het werk, met hulp bij de taal.",
    ),
    Way(
        PathwayKind.SCHAKEL,
        "Schakeljaar voor hbo of universiteit",
        "U leert Nederlands en vakken die u nodig hebt.",
    ),
    Way(PathwayKind.HBO, "Hbo-opleiding", "U leert een beroep op een hogeschool."),
    Way(PathwayKind.WO, "Universiteit", "U studeert aan een universiteit."),
    Way(PathwayKind.TAAL, "Taalcursus naar B2", "U leert verder, voor werk of studie op een hoger niveau."),
    Way(PathwayKind.WERK, "Betaald werk", "U werkt bij een werkgever."),
    Way(
        PathwayKind.WERK,
        "Vrijwilligerswerk of werkervaringsplek",
        "U doet ervaring op en leert mensen kennen.",
    ),
    Way(PathwayKind.BEDRIJF, "Eigen bedrijf beginnen", "U leert hoe u een bedrijf begint in Nederland."),
)
_ORDER = {kind: place for place, kind in enumerate(PathwayKind.values)}


def catalogue(own: Iterable[Way]) -> list[Way]:
    """The standard ways with those of the gemeente: its own text goes before ours, also when it doesn't offer one."""
    ways = {way.name: way for way in STANDARD} | {way.name: way for way in own}
    return sorted(ways.values(), key=lambda way: _ORDER[way.kind])
