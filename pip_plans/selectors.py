"""Which PIPs somebody may see, and the reads that pages, rules and the letter need."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils import timezone

from accounts.models import User
from cases.enums import Relation
from cases.models import Case, CaseEvent
from cases.selectors import cases_editable_by, cases_of_resident, cases_visible_to, household_of
from intake.models import Intake, IntakeAnswer
from pip_plans.enums import EventKind, Status
from pip_plans.models import Agreement, Goal, Pip, PipVersion
from pip_plans.rules.obstacles import Obstacle, duo_obstacles
from pip_plans.rules.plan import Situation


def pips_visible_to(user: User) -> QuerySet[Pip]:
    return Pip.objects.filter(case__in=cases_visible_to(user))


def versions_visible_to(user: User) -> QuerySet[PipVersion]:
    """Versions for staff: concepts too."""
    return with_content(PipVersion.objects.filter(pip__case__in=cases_visible_to(user)))


def versions_editable_by(user: User) -> QuerySet[PipVersion]:
    return with_content(PipVersion.objects.filter(pip__case__in=cases_editable_by(user)))


def versions_for_resident(user: User) -> QuerySet[PipVersion]:
    """The resident's own established versions, newest first. A concept is nobody's plan yet."""
    own = PipVersion.objects.filter(pip__case__in=cases_of_resident(user), status=Status.VASTGESTELD)
    return with_content(own).order_by("-established_on", "-pip_id", "-number")


def with_content(versions: QuerySet[PipVersion]) -> QuerySet[PipVersion]:
    """Goals, agreements, people and letter in a fixed number of queries, however long the plan is."""
    people = ("pip__case__person", "pip__case__gemeente", "established_by", "updated_by", "document")
    return versions.select_related(*people).prefetch_related(*_content())


def _content() -> "tuple[Prefetch[Any], Prefetch[Any]]":
    return (
        Prefetch("goals", queryset=Goal.objects.prefetch_related("agreements")),
        Prefetch("agreements", queryset=Agreement.objects.select_related("goal")),
    )


def versions_of(case: Case) -> QuerySet[PipVersion]:
    """All versions of a case, newest first, without their content."""
    return PipVersion.objects.filter(pip__case=case).select_related(
        "pip", "established_by", "updated_by", "document"
    )


def fill(version: PipVersion) -> PipVersion:
    """Adds goals and agreements to a version that was read without them."""
    prefetch_related_objects([version], *_content())
    return version


def current_version(case: Case) -> PipVersion | None:
    """The version that holds now: the last one established."""
    return (
        with_content(PipVersion.objects.filter(pip__case=case, status=Status.VASTGESTELD))
        .order_by("-number")
        .first()
    )


def concept_of(case: Case) -> PipVersion | None:
    return with_content(PipVersion.objects.filter(pip__case=case, status=Status.CONCEPT)).first()


def answer_of_duo(version: PipVersion) -> CaseEvent | None:
    """What DUO said last about this version: taken, refused with the reasons, or never reached."""
    kinds = (EventKind.AANGENOMEN, EventKind.GEWEIGERD, EventKind.MISLUKT)
    about = CaseEvent.objects.filter(case_id=version.pip.case_id, kind__in=kinds, data__version_id=version.pk)
    return about.order_by("-id").first()


def refusal_by_duo(version: PipVersion) -> CaseEvent | None:
    """The last answer, when it asks something of the klantmanager."""
    answer = answer_of_duo(version)
    return answer if answer and answer.kind != EventKind.AANGENOMEN else None


def situation_of(pip: Pip, *, today: date) -> Situation:
    """The facts of the case that the rules weigh a plan against."""
    case = pip.case
    established = PipVersion.objects.filter(pip=pip, status=Status.VASTGESTELD).order_by("number")
    return Situation(
        today=today,
        group=case.group,
        case_is_open=case.is_open,
        duty_from=case.duty_from,
        settled_on=None if case.in_coa else case.brp_registered_on,
        intake_completed=(completed_on := intake_completed_on(case)) is not None,
        intake_completed_on=completed_on,
        has_children=has_children(case),
        earlier_on=_days(established),
        previous=pip.previous,
        reads_and_writes=_reads_and_writes(case),
    )


def _days(versions: QuerySet[PipVersion]) -> tuple[date, ...]:
    return tuple(day for day in versions.values_list("established_on", flat=True) if day)


def duo_obstacles_of(version: PipVersion, *, today: date) -> list[Obstacle]:
    """What DUO would say about this established version, asked before it is sent."""
    before = PipVersion.objects.filter(pip=version.pip, status=Status.VASTGESTELD, number__lt=version.number)
    situation = situation_of(version.pip, today=today)
    as_it_was = replace(situation, earlier_on=_days(before.order_by("number")))
    return duo_obstacles(version.as_plan, as_it_was, version.established_on or today)


def has_completed_intake(case: Case) -> bool:
    return Intake.objects.filter(case=case, completed_at__isnull=False).exists()


def intake_completed_on(case: Case) -> date | None:
    """The day on which the first brede intake of this case was completed."""
    completed = Intake.objects.filter(case=case, completed_at__isnull=False).order_by("completed_at")
    moment = completed.values_list("completed_at", flat=True).first()
    return timezone.localdate(moment) if moment else None


def has_children(case: Case) -> bool:
    """By the household that the gemeente knows, or by what was said in the intake."""
    in_household = household_of(case).filter(relation=Relation.CHILD).exists()
    return in_household or intake_answers(case).get("kinderen", "") == "ja"


def intake_answers(case: Case) -> dict[str, str]:
    """The answers of the latest intake by the key of the question, as they were given."""
    return {answer.question: answer.original for answer in answers_of(case)}


def answers_of(case: Case) -> QuerySet[IntakeAnswer]:
    latest = Intake.objects.filter(case=case).order_by("-started_on", "-id").values("id")[:1]
    return IntakeAnswer.objects.filter(intake__in=latest)


def _reads_and_writes(case: Case) -> bool | None:
    """False when every language that we know of is only spoken; None when we know of none."""
    languages = list(case.person.languages.all())
    return any(language.reads and language.writes for language in languages) if languages else None


def status_of(case: Case) -> dict[str, PipVersion | CaseEvent | None]:
    """What the partial `pip_plans/_status.html` shows on the overview of a dossier."""
    current, concept = current_version(case), concept_of(case)
    return {
        "pip_current": current,
        "pip_concept": concept,
        "pip_refusal": refusal_by_duo(current) if current else None,
    }
