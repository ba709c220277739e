"""The work list: a bounded number of rows from each source, whatever the number of dossiers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, TruncDate

from accounts.enums import Role
from accounts.models import User
from caseload.enums import Phase, Source
from caseload.rules import (
    HORIZON_DAYS,
    WITHOUT_INTAKE_DAYS,
    Reason,
    Signal,
    Step,
    by_risk,
    next_step,
    phase_of,
    reason_for,
)
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case, CaseEvent
from cases.selectors import CASE_ROLES
from deadlines.enums import Bearer
from deadlines.models import Deadline
from deadlines.rules import duties_of
from intake.enums import IntakeStatus
from intake.models import Intake
from pip_plans.enums import Status as VersionStatus
from pip_plans.models import PipVersion

ROWS = 50
LAST_PAGE = 20
"""Nobody works through more than a thousand rows: who has these needs a colleague, not a page 21."""

_BAD_NEWS = ("duo.pip_geweigerd", "duo.pip_mislukt")
_SETTLED = ("duo.pip_aangenomen", "duo.pip_ingetrokken")
_DUTIES = (*duties_of(Bearer.GEMEENTE), *duties_of(Bearer.INBURGERAAR))


@dataclass(frozen=True)
class Row:
    """A dossier in the work list: why it is there, how far it is, what to do."""

    case: Case
    reasons: list[Reason]
    phase: Phase
    days_in_phase: int
    klantmanager: str
    step: Step


@dataclass(frozen=True)
class WorkList:
    """`counts` says how many reasons of each source there are, up to `ROWS`; `more` that there is a next page."""

    rows: list[Row]
    counts: dict[Source, int]
    more: bool


def work_list(
    user: User, *, today: date, team: bool = False, source: Source | None = None, page: int = 1
) -> WorkList:
    """The dossiers of a klantmanager, or of the teams, that ask for something; most risk first.

    Two queries. With one source its rows are paged; without, these are the most urgent of all.
    """
    sources = [source] if source else sources_for(user)
    first = (min(page, LAST_PAGE) - 1) * ROWS if source else 0
    parts = [_rows_of(one, user, today, team)[first : first + ROWS + 1] for one in sources]
    raw = list(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]) if parts else []
    signals = [_signal(row) for row in raw]
    counts = {one: sum(signal.source is one for signal in signals) for one in sources}
    shown, dropped = _by_case(signals, today)
    return WorkList(_with_cases(shown, today), counts, more=dropped or max(counts.values(), default=0) > ROWS)


def sources_for(user: User) -> list[Source]:
    """Dossiers without klantmanager are the team lead's."""
    return [one for one in Source if one is not Source.UNGUIDED or user.has_role(Role.TEAMLEIDER)]


def _by_case(signals: list[Signal], today: date) -> tuple[dict[int, list[Reason]], bool]:
    grouped: dict[int, list[Reason]] = {}
    for reason in by_risk(reason_for(signal, today=today) for signal in signals):
        grouped.setdefault(reason.signal.case_id, []).append(reason)
    return dict(list(grouped.items())[:ROWS]), len(grouped) > ROWS


def _with_cases(grouped: dict[int, list[Reason]], today: date) -> list[Row]:
    cases = (
        _with_phase(Case.objects.filter(pk__in=grouped))
        .select_related("person")
        .defer("person__bsn")
        .in_bulk()
    )
    return [_row(cases[pk], reasons, today) for pk, reasons in grouped.items() if pk in cases]


def _row(case: Any, reasons: list[Reason], today: date) -> Row:
    phase, since = phase_of(
        opened_on=case.opened_on,
        intake_started_on=case.intake_started_on,
        intake_completed_on=case.intake_completed_on,
        pip_established_on=case.pip_established_on,
    )
    days = max((today - since).days, 0)
    return Row(case, reasons, phase, days, case.klantmanager_name or "", next_step(reasons[0], phase))


def _with_phase(cases: QuerySet[Case]) -> QuerySet[Case]:
    intake = Intake.objects.filter(case=OuterRef("pk")).order_by("-id")
    established = PipVersion.objects.filter(
        pip__case=OuterRef("pk"), status=VersionStatus.VASTGESTELD
    ).order_by("number")
    guide = Assignment.objects.filter(case=OuterRef("pk"), ends_at=None, kind=AssignmentKind.KLANTMANAGER)
    return cases.annotate(
        intake_started_on=Subquery(intake.values("started_on")[:1]),
        intake_completed_on=Subquery(intake.values(day=TruncDate("completed_at"))[:1]),
        pip_established_on=Subquery(established.values("established_on")[:1]),
        klantmanager_name=Subquery(guide.values("user__name")[:1]),
    )


# --- Sources: each gives rows of the same columns, most urgent first --------------------------------------

_COLUMNS = ("source", "case_pk", "day", "detail", "until", "waits")


def _signal(row: tuple[Any, ...]) -> Signal:
    source, case_id, day, detail, until, waits = row
    return Signal(Source(source), case_id, day, detail, until, waits)


def _columns(rows: QuerySet[Any], source: Source, case: str, day: Any, **more: Any) -> QuerySet[Any, Any]:
    columns = {
        "source": Value(source.value, output_field=CharField()),
        "case_pk": F(case),
        "day": Cast(day, DateField()),
        "detail": Cast(more.get("detail", Value("")), TextField()),
        "until": Cast(more.get("until", Value(None)), DateField()),
        "waits": more.get("waits", Value(False, output_field=BooleanField())),
    }
    listed: QuerySet[Any, Any] = rows.annotate(**columns).values_list(*_COLUMNS)
    return listed


def _rows_of(source: Source, user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    return {
        Source.UNGUIDED: _unguided,
        Source.DEADLINE: _deadlines,
        Source.DUO: _bad_news,
        Source.NEW: _new,
        Source.INTAKE: _open_intakes,
    }[source](user, today, team)


def _scope(user: User, case: str, *, team: bool) -> Q:
    """Open cases that one guides oneself, or of the teams in which one works with cases."""
    prefix = f"{case}__" if case else ""
    is_open = Q(**{f"{prefix}status": Status.OPEN})
    if team:
        return is_open & Q(**{f"{prefix}team_id__in": user.team_ids(*CASE_ROLES)})
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return is_open & Q(**{f"{prefix}pk__in" if prefix else "pk__in": own})


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
    return _columns(cases, Source.UNGUIDED, "pk", F("opened_on"))


def _deadlines(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    kinds = Deadline.objects.due_by(today + timedelta(days=HORIZON_DAYS)).filter(kind__in=_DUTIES)
    mine = kinds.filter(_scope(user, "case", team=team)).order_by("due_on", "pk")
    return _columns(mine, Source.DEADLINE, "case_id", F("due_on"), detail=F("kind"), until=F("lapses_on"),
                    waits=F("awaits_third_party"))  # fmt: skip


def _bad_news(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    later = CaseEvent.objects.filter(
        case=OuterRef("case"), kind__in=(*_BAD_NEWS, *_SETTLED), pk__gt=OuterRef("pk")
    )
    events = CaseEvent.objects.filter(~Exists(later), _scope(user, "case", team=team), kind__in=_BAD_NEWS)
    return _columns(events.order_by("-pk"), Source.DUO, "case_id", TruncDate("at"), detail=F("text"))


def _new(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    started = Intake.objects.filter(case=OuterRef("pk"))
    since = today - timedelta(days=WITHOUT_INTAKE_DAYS)
    recent = Case.objects.filter(_scope(user, "", team=team), ~Exists(started), opened_on__gt=since)
    return _columns(recent.order_by("opened_on", "pk"), Source.NEW, "pk", F("opened_on"))


def _open_intakes(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    running = Intake.objects.filter(_scope(user, "case", team=team), status=IntakeStatus.OPEN)
    return _columns(running.order_by("started_on", "pk"), Source.INTAKE, "case_id", F("started_on"))


def failed_messages(user: User) -> int:
    """Messages to DUO in the gemeente that wait for somebody, counted up to one more than `ROWS`."""
    later = CaseEvent.objects.filter(
        case=OuterRef("case"), kind__in=(*_BAD_NEWS, *_SETTLED), pk__gt=OuterRef("pk")
    )
    of_gemeente = Q(case__gemeente_id=user.gemeente_id or 0, case__status=Status.OPEN)
    events = CaseEvent.objects.filter(~Exists(later), of_gemeente, kind__in=_BAD_NEWS)
    return len(events.values_list("pk", flat=True)[: ROWS + 1])
