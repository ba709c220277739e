"""What the facts say about the three leerroutes: an advice with its inputs. The klantmanager decides.

The advice never rests on the leerbaarheidstoets alone (Wet inburgering 2021, artikelen 14 lid 5 en 15), and nobody's age is
among the facts: the law has no age limit for any route.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from inburgering.kit.dutch import format_date
from intake.enums import LbtOutcome, Level, Skill
from intake.rules.lists import is_at_least
from pip_plans.enums import Alphabetisation, Leerroute, Wish


class Topic(StrEnum):
    """What a fact is about. Two facts about one topic count as one argument."""

    WENS = "wens"
    DOELEN = "doelen"
    STUDIE = "studie"
    OPLEIDING = "opleiding"
    WERK = "werk"
    TAAL = "taal"
    LEREN = "leren"
    LEZEN_SCHRIJVEN = "lezen_schrijven"
    VOORINBURGERING = "voorinburgering"
    OMSTANDIGHEDEN = "omstandigheden"
    TOETS = "toets"


@dataclass(frozen=True, kw_only=True)
class Input:
    """One fact as it is shown: what, who says so, since when."""

    topic: Topic | str
    label: str
    said: str
    source: str
    on: date | None = None
    note: str = ""

    @property
    def in_one_line(self) -> str:
        day = format_date(self.on, weekday=False) if self.on else ""
        return f"{self.label}: {self.said} ({', '.join(filter(None, [self.source, day, self.note]))})"


@dataclass(frozen=True, kw_only=True)
class RouteFacts:
    """What is known about somebody, as far as a route can rest on it. Empty means: not known."""

    wish: Wish | str = ""
    study: str = ""
    education: str = ""
    valued_diploma: str = ""
    levels: Mapping[Skill, Level] | None = None
    alphabetisation: Alphabetisation | str = ""
    preparation: bool = False
    learned_alone: bool = False
    test: LbtOutcome | None = None
    contradictions: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True)
class Argument:
    """Why a fact speaks for a route, or against it."""

    route: Leerroute
    topic: Topic
    because: str
    is_for: bool = True


@dataclass(frozen=True, kw_only=True)
class Advice:
    """`routes` are those that the facts support; none while sources contradict each other, or when too little is known."""

    routes: tuple[Leerroute, ...]
    arguments: tuple[Argument, ...]
    inputs: tuple[Input, ...]
    contradictions: tuple[str, ...] = ()

    @property
    def is_blocked(self) -> bool:
        return bool(self.contradictions)

    def about(self, route: Leerroute) -> tuple[Argument, ...]:
        return tuple(one for one in self.arguments if one.route == route)


FEWEST_TOPICS = 2
"""As with the decision itself: no route on one fact, whichever it is."""
_LEARNED = {"middelbaar", "beroep", "hoger_niet_af", "hoger"}
_LITTLE_SCHOOL = {"geen", "basis"}
_STUDIES = {"mbo", "hbo", "wo"}
NOT_BINDING = "niet bindend"


def advise(facts: RouteFacts) -> Advice:
    """Which routes the facts support, and why. Contradictions are judged by a person first (PP-32)."""
    arguments = tuple(_arguments(facts))
    routes = () if facts.contradictions else tuple(r for r in Leerroute if _is_supported(r, arguments, facts))
    return Advice(
        routes=routes, arguments=arguments, inputs=facts.inputs, contradictions=facts.contradictions
    )


def _is_supported(route: Leerroute, arguments: Iterable[Argument], facts: RouteFacts) -> bool:
    mine = [one for one in arguments if one.route == route]
    pro = {one.topic for one in mine if one.is_for}
    con = {one.topic for one in mine if not one.is_for}
    if route == Leerroute.O and not pro & {Topic.WENS, Topic.STUDIE}:
        return False  # The onderwijsroute prepares for a study (artikel 8): somebody must want one.
    return len(pro) >= FEWEST_TOPICS and bool(pro - {Topic.TOETS}) and len(pro) > len(con)


def _arguments(facts: RouteFacts) -> Iterator[Argument]:
    if facts.wish in Leerroute.values:
        yield Argument(Leerroute(facts.wish), Topic.WENS, "De nieuwkomer wil deze route zelf.")
    if facts.study in _STUDIES:
        yield Argument(Leerroute.O, Topic.STUDIE, f"De nieuwkomer wil een opleiding doen: {facts.study}.")
    yield from _schooling(facts)
    yield from _dutch(facts.levels or {})
    yield from _reading(facts.alphabetisation)
    if facts.preparation:
        yield Argument(Leerroute.B, Topic.VOORINBURGERING, "De nieuwkomer leerde al Nederlands in de opvang.")
    if facts.learned_alone:
        yield Argument(Leerroute.B, Topic.LEREN, "De nieuwkomer leerde al zelf Nederlands.")
        yield Argument(Leerroute.O, Topic.LEREN, "De nieuwkomer leerde al zelf Nederlands.")
    if facts.test == LbtOutcome.HAALBAAR:
        yield Argument(
            Leerroute.B, Topic.TOETS, f"De leerbaarheidstoets noemt B1 haalbaar ({NOT_BINDING}).", True
        )
    if facts.test == LbtOutcome.NIET_HAALBAAR:
        yield Argument(
            Leerroute.Z, Topic.TOETS, f"De leerbaarheidstoets noemt B1 niet haalbaar ({NOT_BINDING})."
        )


def _schooling(facts: RouteFacts) -> Iterator[Argument]:
    if facts.valued_diploma:
        why = f"Er is een gewaardeerd diploma: {facts.valued_diploma}."
    elif facts.education in _LEARNED:
        why = "De nieuwkomer volgde een opleiding na de basisschool."
    elif facts.education in _LITTLE_SCHOOL:
        yield Argument(Leerroute.Z, Topic.OPLEIDING, "De nieuwkomer ging kort of niet naar school.")
        return
    else:
        return
    yield Argument(Leerroute.B, Topic.OPLEIDING, why)
    yield Argument(Leerroute.O, Topic.OPLEIDING, why)
    yield Argument(Leerroute.Z, Topic.OPLEIDING, why, is_for=False)


def _dutch(levels: Mapping[Skill, Level]) -> Iterator[Argument]:
    if not any(is_at_least(level, Level.A2) for level in levels.values()):
        return
    why = "De nieuwkomer kan al Nederlands op A2 of hoger."
    yield Argument(Leerroute.B, Topic.TAAL, why)
    yield Argument(Leerroute.O, Topic.TAAL, why)
    yield Argument(Leerroute.Z, Topic.TAAL, why, is_for=False)


def _reading(alphabetisation: Alphabetisation | str) -> Iterator[Argument]:
    if alphabetisation == Alphabetisation.A:
        why = "De nieuwkomer leert voor het eerst lezen en schrijven, en heeft daar tijd voor nodig."
        yield Argument(Leerroute.Z, Topic.LEZEN_SCHRIJVEN, why)
    elif alphabetisation in (Alphabetisation.AA, Alphabetisation.NVT):
        why = "De nieuwkomer leest en schrijft al een schrift."
        yield Argument(Leerroute.B, Topic.LEZEN_SCHRIJVEN, why)


# --- To keep, and to read back -----------------------------------------------------------------------------------------


def kept(advice: Advice, on: date) -> dict[str, Any]:
    """The advice as plain data: as it stood on the day of the decision."""
    return {
        "on": on.isoformat(),
        "routes": [route.value for route in advice.routes],
        "arguments": [
            {"route": one.route.value, "because": one.because, "is_for": one.is_for}
            for one in advice.arguments
        ],
        "inputs": [
            asdict(one) | {"topic": str(one.topic), "on": one.on.isoformat() if one.on else ""}
            for one in advice.inputs
        ],
        "contradictions": list(advice.contradictions),
    }


def in_words(data: Mapping[str, Any] | None) -> str:
    """One sentence: what was advised."""
    if not data:
        return "nog geen advies bewaard"
    if data["contradictions"]:
        return "geen advies, want de bronnen spraken elkaar tegen"
    if not data["routes"]:
        return "geen advies, want er was te weinig bekend"
    return " of ".join(str(Leerroute(route).label) for route in data["routes"])


def deviates(leerroute: Leerroute | str, data: Mapping[str, Any] | None) -> bool:
    """The decision is another route than those that the advice named. Without an advice there is nothing to deviate from."""
    return bool(leerroute and data and data["routes"]) and leerroute not in data["routes"]  # type: ignore[index]


def inputs_of(data: Mapping[str, Any] | None) -> tuple[Input, ...]:
    """The facts of an advice that was kept."""
    rows = data["inputs"] if data else []
    return tuple(Input(**row | {"on": date.fromisoformat(row["on"]) if row["on"] else None}) for row in rows)
