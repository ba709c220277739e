"""How long somebody waits, from the day that learning could start until the first lesson (PP-58)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from deadlines.rules.catalogue import LAW_STARTED_ON
from inburgering.kit.partial_date import PartialDate
from intake.rules import grown_up_on
from pip_plans.rules.norms import NormKind, norm


def able_from(known_on: date, birth: PartialDate | None) -> date:
    """Since when somebody could have started: known to the gemeente, and grown up."""
    return known_on if birth is None else max(known_on, grown_up_on(birth.earliest))


@dataclass(frozen=True)
class Stage:
    """A part of the wait, in days; None as long as it didn't begin."""

    name: str
    days: int | None
    is_running: bool


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One person's wait. What didn't come yet is None, and its clock runs until `today`.

    `is_bridged`: somebody has something to do meanwhile; `bridged_until` is the last day of the last time.
    """

    able_on: date
    today: date
    intake_on: date | None = None
    pip_on: date | None = None
    lessons_on: date | None = None
    is_bridged: bool = False
    bridged_until: date | None = None

    @property
    def stages(self) -> tuple[Stage, ...]:
        """To the brede intake, to the PIP, to the first lesson. A step that others overtook took no time of its own."""
        steps = (
            ("Tot de brede intake", self.intake_on),
            ("Tot het PIP", self.pip_on),
            ("Tot de eerste les", self.lessons_on),
        )
        found: list[Stage] = []
        begun = self.able_on
        for place, (name, came_on) in enumerate(steps):
            later = [day for _, day in steps[place + 1 :] if day]
            end = came_on or min(later, default=None)
            if any(stage.is_running for stage in found):
                found.append(Stage(name, None, is_running=False))
                continue
            found.append(Stage(name, max(0, ((end or self.today) - begun).days), is_running=end is None))
            begun = max(begun, end or self.today)
        return tuple(found)

    @property
    def is_over(self) -> bool:
        return self.lessons_on is not None

    @property
    def days(self) -> int:
        return max(0, ((self.lessons_on or self.today) - self.able_on).days)

    @property
    def unbridged_days(self) -> int:
        """How long somebody has only been waiting until now."""
        if self.is_over or self.is_bridged:
            return 0
        return max(0, (self.today - max(self.able_on, self.bridged_until or self.able_on)).days)

    @property
    def is_unbridged(self) -> bool:
        """Too long without anything to do."""
        return self.unbridged_days > norm(NormKind.UNBRIDGED_DAYS, self.today).figure

    @property
    def months(self) -> int:
        """Whole months."""
        end = max(self.lessons_on or self.today, self.able_on)
        count = (end.year - self.able_on.year) * 12 + end.month - self.able_on.month
        return count - (end.day < self.able_on.day)


@dataclass(frozen=True)
class Figures:
    """Of a team: in the middle, and what nine of ten people stay under (nearest rank)."""

    name: str
    middle: int
    nine_of_ten: int


def figures(name: str, days: Sequence[int]) -> Figures | None:
    if not days:
        return None
    ranked = sorted(days)
    return Figures(name, round(median(ranked)), ranked[ceil(len(ranked) * 9 / 10) - 1])


def first_lesson_obstacles(on: date, *, today: date, case_is_open: bool) -> list[str]:
    """Why the first lesson can't have been on this day."""
    obstacles = []
    if not case_is_open:
        obstacles.append("Het dossier is gesloten.")
    if on > today:
        obstacles.append("De eerste les ligt in de toekomst. Leg haar vast als zij is geweest.")
    if on < LAW_STARTED_ON:
        obstacles.append("Deze dag is voor 1 januari 2022. Toen was de Wet inburgering 2021 er nog niet.")
    return obstacles


def bridging_obstacles(from_on: date, until_on: date | None, *, today: date, case_is_open: bool) -> list[str]:
    """Why somebody can't do this in these days."""
    obstacles = []
    if not case_is_open:
        obstacles.append("Het dossier is gesloten.")
    if from_on > today:
        obstacles.append("Deze dag ligt in de toekomst. Leg vast wat al is begonnen.")
    if until_on and until_on < from_on:
        obstacles.append("De laatste dag ligt voor de eerste dag.")
    return obstacles
