"""The oproepen of a case with what was tried and said, and what may come next."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import Status
from cases.models import Case
from cases.selectors import cases_of_resident, cases_visible_to
from contact.enums.appointments import AppointmentState
from contact.models import Appointment
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.selectors import open_deadlines
from intake.enums import AttemptChannel, IntakeStatus, SummonsOutcome, SummonsState
from intake.models import Summons, SummonsAttempt, SummonsReason
from intake.rules import SUMMONABLE, Step, busy_obstacles, ladder_terms, next_number, state_of_step
from intake.selectors.finding import current_intake

_FINISHED = frozenset({SummonsState.APPEARED})


@dataclass(frozen=True)
class Rung:
    """One oproep as a page shows it."""

    summons: Summons
    step: Step
    state: SummonsState

    @property
    def hear_until(self) -> date | None:
        return self.step.asked_until

    @property
    def is_standing(self) -> bool:
        return self.state != SummonsState.WITHDRAWN

    @property
    def is_missed(self) -> bool:
        return self.step.is_missed and self.is_standing


@dataclass(frozen=True)
class Ladder:
    """The oproepen of one case. `rungs` has all of them, `current` those of the ladder that goes on."""

    rungs: tuple[Rung, ...]
    current: tuple[Rung, ...]
    number: int
    """Which ladder a next oproep belongs to."""
    due: int
    """Which oproep comes next."""
    is_over: bool
    """After the last oproep, or because the intake was completed."""
    waits_for: tuple[str, ...]
    """Why the next oproep can't go out yet."""

    @property
    def last(self) -> Rung | None:
        standing = [rung for rung in self.rungs if rung.is_standing]
        return standing[-1] if standing else None

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(rung.step for rung in self.current)


def summonses_visible_to(user: User) -> QuerySet[Summons]:
    """Oproepen of the cases that a staff user may read."""
    return Summons.objects.filter(case__in=cases_visible_to(user))


def summonses_of_resident(user: User) -> QuerySet[Summons]:
    """The own oproepen that stand."""
    own = Summons.objects.filter(case__in=cases_of_resident(user), withdrawn_at=None)
    return own.select_related("case__gemeente", "appointment")


def step_of(summons: Summons, *, now: datetime) -> Step:
    """What the rules ask of an oproep; read without a query after `with_story`."""
    talk = summons.appointment
    missed_on = timezone.localdate(talk.starts_at)
    return Step(
        number=summons.number,
        talk=AppointmentState(talk.state),
        talk_on=missed_on,
        has_ended=talk.ends_at <= now,
        is_withdrawn=summons.withdrawn_at is not None,
        is_uncooperative=summons.is_uncooperative,
        blame=summons.blame,
        has_reason=bool(summons.reasons.all()),
        was_reached=any(one.is_reached and one.on >= missed_on for one in summons.attempts.all()),
        asked_until=summons.hearing.due_on if summons.hearing else None,
    )


def with_story(summonses: QuerySet[Summons]) -> QuerySet[Summons]:
    """Adds what a page shows of each, in a fixed number of queries."""
    return summonses.select_related(
        "appointment", "issued_by", "judged_by", "withdrawn_by", "deadline", "hearing", "absence__decided_by"
    ).prefetch_related(
        Prefetch("reasons", queryset=SummonsReason.objects.select_related("by")),
        Prefetch("attempts", queryset=SummonsAttempt.objects.select_related("by")),
    )


def ladder_of(case: Case, *, now: datetime) -> Ladder:
    """Four queries, and one more for the intake."""
    today = timezone.localdate(now)
    found = list(with_story(case.summonses.all()).order_by("id"))
    rungs = tuple(Rung(one, step, state_of_step(step, today=today)) for one, step in _steps(found, now))
    standing = [rung for rung in rungs if rung.is_standing]
    number = max((rung.summons.ladder for rung in standing), default=1)
    ended = bool(standing) and (
        standing[-1].state in _FINISHED or getattr(standing[-1].summons, "absence", None) is not None
    )
    number += ended
    current = tuple(rung for rung in rungs if rung.summons.ladder == number)
    due = next_number([rung.step for rung in current], today=today)
    intake = current_intake(case)
    is_done = intake is not None and intake.status == IntakeStatus.AFGEROND
    waits_for = tuple(one.sentence for one in busy_obstacles([rung.step for rung in current], today=today))
    return Ladder(rungs, current, number, due, is_done or due > ladder_terms(today).most, waits_for)


def _steps(found: list[Summons], now: datetime) -> list[tuple[Summons, Step]]:
    return [(one, step_of(one, now=now)) for one in found]


def attempts_of(case: Case) -> QuerySet[SummonsAttempt]:
    return case.summons_attempts.select_related("by", "summons").order_by("on", "id")


def attempts_besides_letters(case: Case, ladder: int) -> int:
    tried = case.summons_attempts.filter(summons__ladder=ladder, summons__withdrawn_at=None)
    return tried.exclude(channel=AttemptChannel.LETTER).count()


def talks_to_call_to(case: Case, *, number: int) -> QuerySet[Appointment]:
    """Talks to which somebody can be called: still to come; the first oproep can be one that was missed already."""
    states = [AppointmentState.PLANNED] + [AppointmentState.NO_SHOW] * (number == 1)
    free = case.appointments.filter(purpose__in=SUMMONABLE, state__in=states)
    called = Summons.objects.filter(appointment=OuterRef("pk"), withdrawn_at=None)
    return free.filter(~Exists(called)).order_by("starts_at")


def pip_term_of(case: Case) -> Deadline | None:
    """The term for the PIP, which no oproep suspends."""
    return open_deadlines(case).filter(kind__in=(Kind.PIP, Kind.PIP_NA_VERHUIZING)).first()


def may_complete_in_absence(user: User, case: Case) -> bool:
    """The team lead of the team, not whoever called: this ends the part of the newcomer in the intake."""
    return (
        case.is_open
        and case.gemeente_id == user.gemeente_id
        and case.team_id in user.team_ids(Role.TEAMLEIDER)
    )


def unsettled_summonses() -> QuerySet[Summons]:
    """Oproepen whose talk got an outcome that the newcomer and the terms don't know of yet."""
    settled = (AppointmentState.DONE, AppointmentState.NO_SHOW, AppointmentState.CANCELLED)
    known = Q(told_as=F("appointment__state"), is_uncooperative=False) | Q(
        told_as=SummonsOutcome.UNCOOPERATIVE, is_uncooperative=True
    )
    found = Summons.objects.filter(
        ~known, withdrawn_at=None, appointment__state__in=settled, case__status=Status.OPEN
    )
    return found.select_related("case").order_by("id")
