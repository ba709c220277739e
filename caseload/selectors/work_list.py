"""The work list: a bounded number of rows from each source, whatever the number of dossiers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import TruncDate

from accounts.models import User
from caseload.enums import Phase, Source
from caseload.rules import Reason, Signal, Step, by_risk, next_step, phase_of, reason_for
from caseload.selectors.sources import ROWS, rows_of, sources_for, to_signal
from cases.enums import AssignmentKind
from cases.models import Assignment, Case
from intake.models import Intake
from pip_plans.enums import Status as VersionStatus
from pip_plans.models import PipVersion

LAST_PAGE = 20
"""Nobody works through more than a thousand rows: who has these needs a colleague, not a page 21."""


@dataclass(frozen=True)
class Row:
    """A dossier in the work list: why it is there, how far it is, what to do."""

    case: Case
    reasons: list[Reason]
    phase: Phase
    days_in_phase: int
    klantmanager: str
    step: Step

    @property
    def lines(self) -> list[tuple[Reason, Step | None]]:
        """Each reason, with its own step where the button of the row leads elsewhere."""
        steps = [next_step(reason, self.phase) for reason in self.reasons]
        return [
            (reason, None if step == self.step else step)
            for reason, step in zip(self.reasons, steps, strict=True)
        ]


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
    parts = [rows_of(one, user, today, team=team)[first : first + ROWS + 1] for one in sources]
    raw = list(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]) if parts else []
    signals = [to_signal(row) for row in raw]
    counts = {one: sum(signal.source is one for signal in signals) for one in sources}
    shown, dropped = _by_case(signals, today)
    return WorkList(_with_cases(shown, today), counts, more=dropped or max(counts.values(), default=0) > ROWS)


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
