"""Which parts belong to somebody's route (Wet inburgering 2021, artikelen 6 tot en met 9 en 13)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.enums import Group
from pip_plans.enums import Alphabetisation, Leerroute
from pip_plans.rules.norms import NormKind, norm
from portal.enums import Word


@dataclass(frozen=True)
class Part:
    """`hours` in all, when the plan or the law says so; `times_a_year` for talks."""

    word: Word
    hours: int | None = None
    times_a_year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Intensity:
    """The figures of the plan."""

    alphabetisation: Alphabetisation | str = ""
    lesson_hours: int | None = None
    pvt_hours: int | None = None
    map_hours: int | None = None
    talks_a_year: int | None = None


def parts(*, route: Leerroute | str, group: Group | str, intensity: Intensity, on: date) -> tuple[Part, ...]:
    """What applies to this newcomer, and nothing else: no MAP in the onderwijsroute, no exam in the Z-route.

    Without a route yet: what everybody does.
    """
    return (*_lessons(route, group, intensity, on), *_for_all(group, intensity))


def counted(intensity: Intensity) -> tuple[Part, ...]:
    """What a plan itself gives a number, whatever its route: the newcomer signs each of them."""
    found = (
        Part(Word.TAALCURSUS, hours=intensity.lesson_hours),
        Part(Word.PVT, hours=intensity.pvt_hours),
        Part(Word.MAP, hours=intensity.map_hours),
        Part(Word.VOORTGANGSGESPREK, times_a_year=intensity.talks_a_year),
    )
    return tuple(part for part in found if (part.hours, part.times_a_year) != (None, None))


def _lessons(route: Leerroute | str, group: Group | str, intensity: Intensity, on: date) -> Iterator[Part]:
    if intensity.alphabetisation in {Alphabetisation.A, Alphabetisation.AA}:
        yield Part(Word.ALFABETISERING)
    if route == Leerroute.O:
        yield Part(Word.TAALSCHAKELTRAJECT)
    elif route == Leerroute.Z:
        yield Part(Word.TAALCURSUS, hours=norm(NormKind.CLASS_HOURS_Z, on).figure)
    else:
        yield Part(Word.TAALCURSUS, hours=intensity.lesson_hours)
    yield Part(Word.KNM)
    if route == Leerroute.Z and group == Group.ASIELSTATUSHOUDER:
        yield Part(Word.MEEDOEN, hours=norm(NormKind.PARTICIPATION_HOURS_Z, on).figure)
    if route in {Leerroute.B, Leerroute.Z}:
        yield Part(Word.MAP, hours=intensity.map_hours)
    if route in {Leerroute.B, Leerroute.O}:
        yield Part(Word.EXAMENS)
    if route == Leerroute.Z:
        yield Part(Word.EINDGESPREK)


def _for_all(group: Group | str, intensity: Intensity) -> Iterator[Part]:
    yield Part(Word.PVT, hours=intensity.pvt_hours)
    yield Part(Word.VOORTGANGSGESPREK, times_a_year=intensity.talks_a_year)
    if group == Group.ASIELSTATUSHOUDER:
        yield Part(Word.BEGELEIDING)
