"""Where the rows of the work list come from. Each source gives the same columns, most urgent first."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models import Case as Case_
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat, Left, TruncDate, TruncTime

from accounts.enums import Role
from accounts.models import User
from caseload.enums import Source
from caseload.rules import (
    AT_ONCE_KINDS,
    CONFIDENTIAL,
    HORIZON_DAYS,
    INTERPRETER,
    MOVED,
    TALKS_AHEAD_DAYS,
    WITHOUT_INTAKE_DAYS,
    Signal,
    news_since,
)
from caseload.selectors.columns import BAR, columns, scope
from caseload.selectors.plans import approvals, remarks, responses, won_objections
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case, CaseEvent
from cases.selectors import uncorrected
from contact.enums.appointments import AppointmentEvent, AppointmentState
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.models import Appointment, InterpreterBooking
from contact.rules.appointments import AMSTERDAM
from contact.rules.requests import ABOUT_REQUEST
from contact.selectors.requests import is_back, requests_of_teams, requests_waiting_for
from deadlines.enums import Bearer
from deadlines.models import Deadline
from deadlines.rules import duties_of
from intake.enums import IntakeStatus
from intake.models import Intake, Summons
from intake.selectors import cases_turning_18
from pip_plans.rules.responses import ABOUT_REMARK

ROWS = 50
_BAD_NEWS = ("duo.pip_geweigerd", "duo.pip_mislukt", "duo.pip_herroepen", "duo.lbt_geweigerd", "duo.lbt_mislukt",
             "duo.contact_geweigerd", "duo.contact_mislukt")  # fmt: skip
_SETTLED = ("duo.pip_aangenomen", "duo.pip_ingetrokken", "duo.pip_verwijderd", "duo.lbt_aangenomen", "duo.lbt_ingetrokken",
            "duo.contact_aangenomen", "duo.contact_ingetrokken")  # fmt: skip
_SUBJECT = len("duo.pip")
"""What a kind begins with: an answer about the toets settles nothing about the PIP."""
_DUTIES = (*duties_of(Bearer.GEMEENTE), *duties_of(Bearer.INBURGERAAR))
_DAY = timedelta(days=1)


def sources_for(user: User) -> list[Source]:
    """Dossiers without klantmanager are the team lead's."""
    return [one for one in Source if one is not Source.UNGUIDED or user.has_role(Role.TEAMLEIDER)]


def rows_of(source: Source, user: User, today: date, *, team: bool) -> QuerySet[Any, Any]:
    """The rows of one source for the own dossiers, or for those of the teams; `to_signal` reads one."""
    return _READERS[source](user, today, team)


def to_signal(row: tuple[Any, ...]) -> Signal:
    source, case_id, day, detail, until, waits = row
    return Signal(Source(source), case_id, day, detail, until, waits)


def failed_messages(user: User) -> int:
    """Messages to DUO in the gemeente that wait for somebody, counted up to one more than `ROWS`."""
    of_gemeente = Q(case__gemeente_id=user.gemeente_id or 0, case__status=Status.OPEN)
    return len(_not_settled().filter(of_gemeente).values_list("pk", flat=True)[: ROWS + 1])


def _unguided(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Never assigned, or left by a klantmanager who doesn't work here any more."""
    leads = user.team_ids(Role.TEAMLEIDER)
    never = Case.objects.filter(status=Status.OPEN, has_klantmanager=False, team_id__in=leads).values("pk")
    left = Assignment.objects.filter(
        ends_at=None,
        kind=AssignmentKind.KLANTMANAGER,
        user__is_active=False,
        case__status=Status.OPEN,
        case__team_id__in=leads,
    ).values("case_id")
    cases = Case.objects.filter(pk__in=never.union(left)).order_by("opened_on", "pk")
    return columns(cases, Source.UNGUIDED, "pk", F("opened_on"))


def _deadlines(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Terms that end within the horizon. The clock of a request or a remark shows with the request or remark itself."""
    near = Q(due_on__lte=today + timedelta(days=HORIZON_DAYS)) | Q(kind__in=AT_ONCE_KINDS)
    due = Deadline.objects.open().filter(near, kind__in=_DUTIES)
    kinds = due.exclude(about__startswith=ABOUT_REQUEST).exclude(about__startswith=ABOUT_REMARK)
    mine = kinds.filter(scope(user, "case", team=team)).order_by("due_on", "pk")
    return columns(mine, Source.DEADLINE, "case_id", F("due_on"), detail=F("kind"), until=F("lapses_on"),
                    waits=F("awaits_third_party"))  # fmt: skip


def _requests(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """What this colleague must answer; for the team all that is open, also what lies at others."""
    found = requests_of_teams(user) if team else requests_waiting_for(user, today=today)
    waits = ~is_back(today) & Q(due_on__gte=today)
    confidential = Case_(When(is_confidential=True, then=Value(CONFIDENTIAL)), default=Value(""))
    detail = Concat("type", BAR, confidential, output_field=TextField())
    return columns(found.filter(case__status=Status.OPEN), Source.REQUEST, "case_id", F("due_on"), detail=detail,
                    until=F("later_on"), waits=ExpressionWrapper(waits, BooleanField()))  # fmt: skip


def _talks(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Talks of today and tomorrow, those that can't go on yet, those of which nobody wrote down how they went, and what
    the newcomer cancelled or moved a moment ago.
    """
    near = _midnight(today + 2 * _DAY)
    soon = _midnight(today + timedelta(days=TALKS_AHEAD_DAYS))
    asks = Q(state=AppointmentState.PLANNED, starts_at__lt=near) | Q(
        state=AppointmentState.CONCEPT, starts_at__lt=soon
    )
    since = _midnight(news_since(today))
    recent = Q(changed_at__gte=since, starts_at__gte=_midnight(today - _DAY))
    cancelled = recent & Q(state=AppointmentState.CANCELLED, cancelled_by_resident=True)
    moved = recent & Q(state=AppointmentState.PLANNED) & Exists(_last_moves_by_resident(since))
    found = Appointment.objects.filter(asks | cancelled | moved, scope(user, "case", team=team))
    state = Case_(When(moved, then=Value(MOVED)), default="state", output_field=TextField())
    interpreter = Case_(When(Exists(_interpreters_to_call()), then=Value(INTERPRETER)), default=Value(""))
    begins = Cast(TruncTime("starts_at", tzinfo=AMSTERDAM), TextField())
    detail = Concat(state, BAR, "purpose", BAR, begins, BAR, interpreter, output_field=TextField())
    day = TruncDate("starts_at", tzinfo=AMSTERDAM)
    return columns(found.order_by("starts_at", "pk"), Source.TALK, "case_id", day, detail=detail)


def _last_moves_by_resident(since: datetime) -> QuerySet[CaseEvent]:
    """The move that made a talk what it is now: whatever a colleague changed after it, that colleague has seen it."""
    about = {
        name: Cast(KeyTextTransform(name, "data"), IntegerField()) for name in ("appointment_id", "sequence")
    }
    return CaseEvent.objects.filter(
        case=OuterRef("case"), kind=AppointmentEvent.MOVED, at__gte=since, data__by_resident=True
    ).alias(talk=about["appointment_id"], version=about["sequence"]).filter(
        talk=OuterRef("pk"), version=OuterRef("sequence")
    )  # fmt: skip


def _interpreters_to_call() -> QuerySet[InterpreterBooking]:
    """Who was given back when a talk was cancelled, or hasn't said yes to the new time of one that was moved."""
    given_back = Q(state=BookingState.CANCELLED, state_at__gte=OuterRef("changed_at"))
    waits = Q(state=BookingState.REQUESTED)
    return InterpreterBooking.objects.filter(given_back | waits, appointment=OuterRef("pk"))


def _bad_news(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    events = _not_settled().filter(scope(user, "case", team=team))
    return columns(events.order_by("-pk"), Source.DUO, "case_id", TruncDate("at"), detail=F("text"))


def _differences(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    events = uncorrected("duo.verschil", settled_by="duo.verschil_bekeken").filter(
        scope(user, "case", team=team)
    )
    return columns(events.order_by("-pk"), Source.DIFFERENCE, "case_id", TruncDate("at"), detail=F("text"))


def _not_settled() -> QuerySet[CaseEvent]:
    later = CaseEvent.objects.annotate(subject=Left("kind", _SUBJECT)).filter(
        case=OuterRef("case"),
        kind__in=(*_BAD_NEWS, *_SETTLED),
        subject=Left(OuterRef("kind"), _SUBJECT),
        pk__gt=OuterRef("pk"),
    )
    return CaseEvent.objects.filter(~Exists(later), kind__in=_BAD_NEWS)


def _died(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    cases = Case.objects.filter(scope(user, "", team=team), person__died_on__isnull=False)
    return columns(cases.order_by("person__died_on", "pk"), Source.DIED, "pk", F("person__died_on"))


def _adults(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Who turns 18 soon, as long as the pack or the talk is missing."""
    found = cases_turning_18(today=today).filter(scope(user, "", team=team))
    unready = found.exclude(has_pack=True, has_talk=True).order_by("intake_from", "pk")
    what = Case_(
        When(has_pack=False, then=Value("pakket")), default=Value("gesprek"), output_field=TextField()
    )
    return columns(unready, Source.ADULT, "pk", F("intake_from"), detail=what)


def _new(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Who turns 18 soon has a row of the own: an intake can't be yet."""
    started = Intake.objects.filter(case=OuterRef("pk"))
    since = today - timedelta(days=WITHOUT_INTAKE_DAYS)
    nearly = cases_turning_18(today=today).filter(pk=OuterRef("pk"))
    recent = Case.objects.filter(
        scope(user, "", team=team), ~Exists(started), ~Exists(nearly), opened_on__gt=since
    )
    return columns(recent.order_by("opened_on", "pk"), Source.NEW, "pk", F("opened_on"))


def _open_intakes(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    running = Intake.objects.filter(scope(user, "case", team=team), status=IntakeStatus.OPEN)
    return columns(running.order_by("started_on", "pk"), Source.INTAKE, "case_id", F("started_on"))


def _summonses(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """The last oproep of a case, where it waits for a colleague: for an outcome, a judgement, or the next step."""
    later = Summons.objects.filter(case=OuterRef("case"), withdrawn_at=None, pk__gt=OuterRef("pk"))
    done = Intake.objects.filter(case=OuterRef("case"), status=IntakeStatus.AFGEROND)
    missed = Q(appointment__state=AppointmentState.NO_SHOW) | Q(is_uncooperative=True)
    unwritten = Q(appointment__state=AppointmentState.PLANNED, appointment__starts_at__lt=_midnight(today))
    cancelled = Q(appointment__state=AppointmentState.CANCELLED)
    found = Summons.objects.filter(
        unwritten | missed | cancelled, ~Exists(later), ~Exists(done), scope(user, "case", team=team), withdrawn_at=None
    )  # fmt: skip
    what = Case_(
        When(unwritten, then=Value("opschrijven")),
        When(cancelled, then=Value("ging-niet-door")),
        When(blame="", then=Value("horen")),
        default=Value("volgende"),
        output_field=TextField(),
    )
    since = Case_(
        When(judged_at__isnull=False, then=TruncDate("judged_at", tzinfo=AMSTERDAM)),
        default=TruncDate("appointment__starts_at", tzinfo=AMSTERDAM),
        output_field=DateField(),
    )
    detail = Concat(Cast("number", TextField()), BAR, what, output_field=TextField())
    return columns(
        found.order_by("appointment__starts_at", "pk"), Source.SUMMONS, "case_id", since, detail=detail
    )


def _groups(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Who is at a group session without anybody who speaks the own language, until a talk of the own was planned."""
    own = Appointment.objects.filter(
        case=OuterRef("case"), session=None, pk__gt=OuterRef("pk"),
        state__in=(AppointmentState.PLANNED, AppointmentState.DONE),
    )  # fmt: skip
    found = Appointment.objects.filter(
        ~Exists(own), scope(user, "case", team=team), session__isnull=False,
        interpreter_decision=InterpreterDecision.NONE, state__in=(AppointmentState.PLANNED, AppointmentState.DONE),
    )  # fmt: skip
    day = TruncDate("starts_at", tzinfo=AMSTERDAM)
    return columns(found.order_by("starts_at", "pk"), Source.GROUP, "case_id", day)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, AMSTERDAM)


_READERS: dict[Source, Callable[[User, date, bool], QuerySet[Any, Any]]] = {
    Source.UNGUIDED: _unguided,
    Source.DEADLINE: _deadlines,
    Source.REQUEST: _requests,
    Source.REMARK: remarks,
    Source.RESPONSE: responses,
    Source.APPROVAL: approvals,
    Source.TALK: _talks,
    Source.SUMMONS: _summonses,
    Source.GROUP: _groups,
    Source.OBJECTION: won_objections,
    Source.DUO: _bad_news,
    Source.DIFFERENCE: _differences,
    Source.DIED: _died,
    Source.ADULT: _adults,
    Source.NEW: _new,
    Source.INTAKE: _open_intakes,
}
