"""The oproepen for the brede intake and the leerbaarheidstoets, in their order (R-13): what may come next, and why not yet.

Wet inburgering 2021, artikel 14 lid 1 en 2, and artikel 22 for the boete, which isn't given here. Nothing of it suspends
the term for the PIP: Besluit inburgering 2021, artikel 5.3 lid 2, knows one ground only, and that is another party.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from contact.enums.appointments import AppointmentState, Purpose
from deadlines.rules import Length, Unit
from deadlines.rules.arithmetic import after
from inburgering.kit.calendar import Calendar
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from intake.enums import Blame, SummonsState

SUMMONS_ARTICLES = "Wet inburgering 2021, artikel 14 lid 1 en 2, en artikel 22"
NO_SUSPENSION = "Besluit inburgering 2021, artikel 5.3 lid 1 en 2"
SUMMONABLE = frozenset({Purpose.BREDE_INTAKE, Purpose.LBT})
"""Talks that the law calls people to. A talk about the PIP isn't one of them."""
WARNING = 2
"""The second oproep brings the written warning (Wet, artikel 14 lid 2)."""


@dataclass(frozen=True, kw_only=True)
class LadderTerms:
    """The figures of the ladder from a day on, each with where it comes from."""

    valid_from: date
    most: int
    most_source: str
    notice: Length
    notice_source: str


LADDER_TERMS = (
    LadderTerms(
        valid_from=date(2022, 1, 1),
        most=3,
        most_source="Wet inburgering 2021, artikel 14 lid 1 en 2, en artikel 22",
        notice=Length(5, Unit.WORKING_DAYS),
        notice_source="De wet noemt geen aantal dagen. Vijf werkdagen is een redelijke termijn naar onze keuze.",
    ),
)


def ladder_terms(on: date) -> LadderTerms:
    """The row that holds on a day; before the first row the first."""
    held = [row for row in LADDER_TERMS if row.valid_from <= on]
    return held[-1] if held else LADDER_TERMS[0]


class SummonsObstacle(NamedTuple):
    """Why something can't be, and the field of the form that it is about."""

    sentence: str
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One oproep as far as the rules need it. `asked_until` is the last day to say why; None when nobody was asked yet."""

    number: int
    talk: AppointmentState
    talk_on: date
    has_ended: bool
    is_withdrawn: bool = False
    is_uncooperative: bool = False
    blame: str = ""
    has_reason: bool = False
    was_reached: bool = False
    asked_until: date | None = None

    @property
    def is_missed(self) -> bool:
        """No show, or insufficient cooperation by who did come: for the law the same."""
        held = self.talk == AppointmentState.DONE and self.is_uncooperative
        return self.talk == AppointmentState.NO_SHOW or held


def state_of_step(step: Step, *, today: date) -> SummonsState:
    if step.is_withdrawn:
        return SummonsState.WITHDRAWN
    if step.talk == AppointmentState.CANCELLED:
        return SummonsState.CANCELLED
    if step.is_missed:
        return _state_of_missed(step, today)
    if step.talk == AppointmentState.DONE:
        return SummonsState.APPEARED
    return SummonsState.UNWRITTEN if step.has_ended else SummonsState.COMING


def _state_of_missed(step: Step, today: date) -> SummonsState:
    if step.blame:
        return SummonsState.BLAMED if step.blame == Blame.BLAMED else SummonsState.EXCUSED
    return SummonsState.JUDGING if was_heard(step, today=today) else SummonsState.HEARING


def was_heard(step: Step, *, today: date) -> bool:
    """Whether the newcomer could say why: a reason was given, they were spoken to, or the time to answer has passed.

    A zienswijze is advisable here, not mandatory: a boete of artikel 22 is 250 euro (R-60, R-90; Awb 5:53).
    """
    too_late = step.asked_until is not None and step.asked_until < today
    return step.has_reason or step.was_reached or too_late


def judging_obstacles(step: Step, *, blame: str, reason: str, today: date) -> list[SummonsObstacle]:
    """Why it can't be judged now whether somebody is to blame for not coming."""
    obstacles = []
    if not step.is_missed or step.is_withdrawn:
        obstacles.append(SummonsObstacle("Er is niets om over te oordelen: deze oproep is niet gemist."))
    elif not was_heard(step, today=today):
        until = f" of wacht tot na {format_date(step.asked_until)}" if step.asked_until else ""
        obstacles.append(
            SummonsObstacle(
                "De nieuwkomer heeft nog niet kunnen zeggen waarom. Vraag het eerst, en schrijf op wat de nieuwkomer zei,"
                f"{until}."
            )
        )
    if blame not in Blame.values:
        obstacles.append(SummonsObstacle("Kies of het niet komen verwijtbaar is.", "blame"))
    if not says_something(reason):
        obstacles.append(SummonsObstacle("Schrijf op waarom u dit vindt.", "reason"))
    return obstacles


def next_number(steps: Sequence[Step], *, today: date) -> int:
    """Which oproep comes next: only those that count come before it."""
    return 1 + sum(state_of_step(step, today=today) == SummonsState.BLAMED for step in steps)


_BUSY = {
    SummonsState.COMING: "Oproep {number} loopt nog: de afspraak is op {day}.",
    SummonsState.UNWRITTEN: "Schrijf eerst op hoe de afspraak van {day} ging.",
    SummonsState.HEARING: "Vraag de nieuwkomer eerst waarom die op {day} niet kwam.",
    SummonsState.JUDGING: "Oordeel eerst of het niet komen op {day} verwijtbaar is.",
    SummonsState.CANCELLED: "De afspraak van {day} ging niet door. Trek oproep {number} eerst in, met een reden.",
}


def busy_obstacles(steps: Sequence[Step], *, today: date) -> list[SummonsObstacle]:
    """What is waited for: a step that isn't finished keeps the next one back."""
    obstacles = []
    for step in steps:
        state = state_of_step(step, today=today)
        if state in _BUSY:
            sentence = _BUSY[state].format(number=step.number, day=format_date(step.talk_on))
            obstacles.append(SummonsObstacle(sentence))
    return obstacles


def order_obstacles(steps: Sequence[Step], *, number: int, today: date) -> list[SummonsObstacle]:
    """Why this oproep can't go out after these: each step before it must be finished, and none is skipped."""
    obstacles = busy_obstacles(steps, today=today)
    due, most = next_number(steps, today=today), ladder_terms(today).most
    if due > most:
        obstacles.append(
            SummonsObstacle(
                f"Er waren al {most} oproepen die meetellen. Meer oproepen kent de wet niet. "
                "De teamleider kan de intake afronden zonder de nieuwkomer."
            )
        )
    elif number != due:
        what = "de waarschuwing en oproep 2" if due == WARNING else f"oproep {due}"
        obstacles.append(
            SummonsObstacle(f"Oproep {number} kan nu niet. Eerst komt {what}: geen stap wordt overgeslagen.")
        )
    return obstacles


def talk_obstacles_of_summons(
    *, number: int, purpose: str, state: AppointmentState, on: date, today: date, calendar: Calendar
) -> list[SummonsObstacle]:
    """Why somebody can't be called to this talk.

    A talk that was missed already can be the first oproep: its own invitation was the call. A later one can't, because
    what the law asks of it (a warning, a new term) was never said.
    """
    obstacles = []
    if purpose not in SUMMONABLE:
        obstacles.append(
            SummonsObstacle(
                "Oproepen kan alleen voor de brede intake of de leerbaarheidstoets.", "appointment"
            )
        )
    if state == AppointmentState.NO_SHOW and number == 1:
        return obstacles
    if state != AppointmentState.PLANNED:
        obstacles.append(
            SummonsObstacle("Kies een afspraak die nog komt en die de nieuwkomer al weet.", "appointment")
        )
        return obstacles
    terms = ladder_terms(today)
    first = after(today, terms.notice, calendar)
    if on < first:
        obstacles.append(
            SummonsObstacle(
                f"De afspraak is te snel: tussen de oproep en de afspraak zitten ten minste {terms.notice}. "
                f"Kies een afspraak op of na {format_date(first)}.",
                "appointment",
            )
        )
    return obstacles


def last_obstacles(
    *, number: int, fine_announced_on: date | None, no_fine_reason: str, today: date
) -> list[SummonsObstacle]:
    """The third oproep goes with the day of the boetebeschikking that set its term, or with why there is none."""
    if number <= WARNING:
        return []
    if fine_announced_on and fine_announced_on > today:
        return [SummonsObstacle("De boetebeschikking is nog niet bekendgemaakt.", "fine_announced_on")]
    if fine_announced_on is None and not says_something(no_fine_reason):
        return [
            SummonsObstacle(
                "Vul in wanneer de boetebeschikking bekend is gemaakt, of schrijf op waarom er geen boete is "
                "(Wet inburgering 2021, artikel 22).",
                "no_fine_reason",
            )
        ]
    return []


def term_obstacles(*, on: date, due_on: date | None) -> list[SummonsObstacle]:
    """The talk lies within the term that the oproep gives."""
    if due_on is None or on <= due_on:
        return []
    return [
        SummonsObstacle(
            f"De termijn van deze oproep loopt tot en met {format_date(due_on)}. Kies een afspraak op of vóór die dag.",
            "appointment",
        )
    ]


def absence_obstacles(
    steps: Sequence[Step], *, attempts_besides_letters: int, basis: str, reason: str, today: date
) -> list[SummonsObstacle]:
    """Why the brede intake can't be completed without the newcomer yet: only after the last oproep was missed too.

    That somebody was also tried in another way than by letter is our demand, not the law's.
    """
    most, counted = ladder_terms(today).most, next_number(steps, today=today) - 1
    obstacles = []
    if counted < most:
        obstacles.append(
            SummonsObstacle(
                f"Er zijn {counted} van de {most} oproepen gemist die meetellen. Afronden zonder de nieuwkomer kan pas "
                f"daarna ({SUMMONS_ARTICLES})."
            )
        )
    busy = [step for step in steps if state_of_step(step, today=today) in _BUSY]
    obstacles += [
        SummonsObstacle(f"Oproep {step.number} van {format_date(step.talk_on)} is nog niet afgehandeld.")
        for step in busy
    ]
    if not attempts_besides_letters:
        obstacles.append(
            SummonsObstacle(
                "Niemand probeerde de nieuwkomer anders te bereiken dan met een brief. Bel of ga langs, en schrijf dat op."
            )
        )
    if not basis.strip():
        obstacles.append(SummonsObstacle("Schrijf op waar de intake dan op berust.", "basis"))
    if not says_something(reason):
        obstacles.append(
            SummonsObstacle("Schrijf op waarom u de intake zonder de nieuwkomer afrondt.", "reason")
        )
    return obstacles
