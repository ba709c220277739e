"""What a team lead sees of the intakes of the team: what was repeated, and whose goals are known in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import Status
from cases.models import Case
from cases.selectors import cases_visible_to
from inburgering.kit.dutch import format_date
from intake.models import ExtraTest, Intake, IntakeAnswer, LbtResult, SheetAnswer

_MOST = 200


@dataclass(frozen=True)
class RepeatedStep:
    """A step that was taken before. `reason` is empty where nobody had to give one: DUO sends a result by itself."""

    case: Case
    on: date
    what: str
    reason: str
    by: str


def repeated_steps(case: Case) -> tuple[RepeatedStep, ...]:
    """The repeated steps of one person at this gemeente, newest first; also those of a case that was closed."""
    return _steps_of(Case.objects.filter(person_id=case.person_id, gemeente_id=case.gemeente_id))


def repeated_steps_for(user: User) -> tuple[RepeatedStep, ...]:
    """The newest repeated steps in the teams that somebody leads: three queries, whatever the number of cases (PP-11, PP-40)."""
    return _steps_of(_led_by(user))


@dataclass(frozen=True)
class GoalsKnown:
    """Of how many people who still live with COA the goals are known."""

    known: int
    total: int

    @property
    def percentage(self) -> int:
        return round(100 * self.known / self.total) if self.total else 0


def goals_known_before_housing(user: User) -> GoalsKnown:
    """Of the open cases in the teams that somebody leads whose newcomer has no house yet (PP-31). One query."""
    told = IntakeAnswer.objects.filter(intake__case=OuterRef("pk"), question="doelen").exclude(original="")
    written = SheetAnswer.objects.filter(sheet__case=OuterRef("pk"), question="doelen").exclude(original="")
    coupled = _led_by(user).filter(in_coa=True, status=Status.OPEN)
    counted = coupled.aggregate(total=Count("pk"), known=Count("pk", filter=Exists(told) | Exists(written)))
    return GoalsKnown(counted["known"], counted["total"])


def _led_by(user: User) -> QuerySet[Case]:
    return cases_visible_to(user).filter(team_id__in=user.team_ids(Role.TEAMLEIDER))


def _steps_of(cases: QuerySet[Case]) -> tuple[RepeatedStep, ...]:
    steps = [*_second_intakes(cases), *_second_tests(cases), *_second_results(cases)]
    return tuple(sorted(steps, key=lambda step: step.on, reverse=True)[:_MOST])


def _second_intakes(cases: QuerySet[Case]) -> Iterable[RepeatedStep]:
    found = Intake.objects.filter(case__in=cases).exclude(reason_again="")
    for intake in found.select_related("case__person", "started_by").order_by("-id")[:_MOST]:
        by = intake.started_by.name if intake.started_by else ""
        yield RepeatedStep(intake.case, intake.started_on, "Nieuwe brede intake", intake.reason_again, by)


def _second_tests(cases: QuerySet[Case]) -> Iterable[RepeatedStep]:
    found = ExtraTest.objects.filter(case__in=cases, removed_at=None).exclude(purpose="")
    for test in found.select_related("case__person", "by").order_by("-id")[:_MOST]:
        what = f"Nog een toets voor {test.get_criterion_display().lower()}: {test.name}"
        yield RepeatedStep(test.case, timezone.localdate(test.at), what, test.purpose, test.by.name)


def _second_results(cases: QuerySet[Case]) -> Iterable[RepeatedStep]:
    earlier = LbtResult.objects.filter(case_id=OuterRef("case_id"), taken_on__lt=OuterRef("taken_on"))
    found = LbtResult.objects.filter(Exists(earlier), case__in=cases).select_related("case__person")
    for result in found.order_by("-taken_on", "-id")[:_MOST]:
        what = f"Leerbaarheidstoets opnieuw gemaakt op {format_date(result.taken_on, weekday=False)}"
        yield RepeatedStep(result.case, result.taken_on, what, "", "DUO")
