"""Which PIPs somebody may see, and what stands in them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from accounts.models import User
from cases.models import Case, CaseEvent
from cases.selectors import cases_editable_by, cases_of_resident, cases_visible_to
from pip_plans.enums import Effect, EventKind, Status
from pip_plans.models import Agreement, CourseHours, Goal, LaterVersion, LevelNeed, Objection, Pip, PipVersion
from pip_plans.rules.withdrawing import Registration
from pip_plans.selectors.carrying_out import objections_to_carry_out

REVOKED = Exists(Objection.objects.filter(version=OuterRef("pk"), effect=Effect.HERROEPEN)) | Exists(
    LaterVersion.objects.filter(version=OuterRef("pk"), effect=Effect.HERROEPEN)
)
"""After a bezwaar against this version, or one before it: the version was decided, and holds no longer."""


def pips_visible_to(user: User) -> QuerySet[Pip]:
    return Pip.objects.filter(case__in=cases_visible_to(user))


def versions_visible_to(user: User) -> QuerySet[PipVersion]:
    """Versions for staff: concepts too, each with `is_revoked`."""
    return with_content(
        PipVersion.objects.filter(pip__case__in=cases_visible_to(user)).annotate(is_revoked=REVOKED)
    )


def versions_editable_by(user: User) -> QuerySet[PipVersion]:
    return with_content(PipVersion.objects.filter(pip__case__in=cases_editable_by(user)))


def versions_for_resident(user: User) -> QuerySet[PipVersion]:
    """The resident's own established versions, newest first, each with `is_revoked`. A concept is nobody's plan yet."""
    own = PipVersion.objects.filter(pip__case__in=cases_of_resident(user), status=Status.VASTGESTELD)
    return with_content(own.annotate(is_revoked=REVOKED)).order_by("-established_on", "-pip_id", "-number")


def with_content(versions: QuerySet[PipVersion]) -> QuerySet[PipVersion]:
    """Goals, agreements, translations, people and letter in a fixed number of queries, however long the plan is."""
    people = (
        "pip__case__person",
        "pip__case__gemeente",
        "established_by",
        "updated_by",
        "document",
        "companion",
    )
    return versions.select_related(*people).prefetch_related(*_content())


def _content() -> "tuple[Prefetch[Any], Prefetch[Any], str]":
    return (
        Prefetch("goals", queryset=Goal.objects.prefetch_related("agreements")),
        Prefetch("agreements", queryset=Agreement.objects.select_related("goal")),
        "translations",
    )


def versions_of(case: Case) -> QuerySet[PipVersion]:
    """All versions of a case, newest first, without their content.

    Each with the `needed_levels` that were said since, `is_revoked` after a bezwaar, and `owes_version`: a bezwaar against it
    was won and asks a new version that is not there yet.
    """
    owed = Exists(objections_to_carry_out().filter(version=OuterRef("pk")))
    needs = LevelNeed.objects.filter(pip=OuterRef("pip")).values("level")
    versions = PipVersion.objects.filter(pip__case=case).annotate(
        needed_levels=ArraySubquery(needs), is_revoked=REVOKED, owes_version=owed
    )
    return versions.select_related("pip", "established_by", "updated_by", "document")


def fill(version: PipVersion) -> PipVersion:
    """Adds goals and agreements to a version that was read without them, as far as the page of a PIP shows them."""
    prefetch_related_objects([version], "goals", _content()[1])
    return version


def current_version(case: Case) -> PipVersion | None:
    """The version that holds now: the last one established that wasn't revoked after a bezwaar."""
    established = PipVersion.objects.filter(pip__case=case, status=Status.VASTGESTELD)
    return with_content(established.filter(~REVOKED)).order_by("-number").first()


def concept_of(case: Case) -> PipVersion | None:
    return with_content(PipVersion.objects.filter(pip__case=case, status=Status.CONCEPT)).first()


def answer_of_duo(version: PipVersion) -> CaseEvent | None:
    """What DUO said last about this version: taken, refused with the reasons, or never reached."""
    kinds = (EventKind.AANGENOMEN, EventKind.GEWEIGERD, EventKind.MISLUKT, EventKind.VERWIJDERD_BIJ_DUO)
    about = CaseEvent.objects.filter(case_id=version.pip.case_id, kind__in=kinds, data__version_id=version.pk)
    return about.order_by("-id").first()


def refusal_by_duo(version: PipVersion) -> CaseEvent | None:
    """The last answer, when it asks something of the klantmanager."""
    answer = answer_of_duo(version)
    return answer if answer and answer.kind in (EventKind.GEWEIGERD, EventKind.MISLUKT) else None


def registration_of(version: PipVersion) -> Registration:
    """What DUO told about this version and its consequences."""
    events = CaseEvent.objects.filter(case_id=version.pip.case_id)
    answer = answer_of_duo(version)
    later = PipVersion.objects.filter(pip=version.pip, status=Status.VASTGESTELD, number__gt=version.number)
    return Registration(
        is_current=version.status == Status.VASTGESTELD and not later.exists(),
        is_accepted=answer is not None and answer.kind == EventKind.AANGENOMEN,
        withdrawal_asked=events.filter(kind=EventKind.WEG_BIJ_DUO, data__version_id=version.pk).exists(),
        term_is_set=events.filter(kind=EventKind.TERMIJN).exists(),
        has_course_hours=CourseHours.objects.filter(pip=version.pip).exists(),
    )


def revoked_at_duo(case: Case) -> PipVersion | None:
    """The revoked version that DUO still has as the plan that holds; None when it has another, or none."""
    established = PipVersion.objects.filter(pip__case=case, status=Status.VASTGESTELD).annotate(
        is_revoked=REVOKED
    )
    newest = established.select_related("pip").order_by("-number").first()
    if newest is None or not newest.is_revoked:
        return None
    answer = answer_of_duo(newest)
    return newest if answer and answer.kind == EventKind.AANGENOMEN else None


def status_of(case: Case) -> dict[str, PipVersion | CaseEvent | None]:
    """What the partial `pip_plans/_status.html` shows on the overview of a dossier."""
    current, concept = current_version(case), concept_of(case)
    return {
        "pip_current": current,
        "pip_concept": concept,
        "pip_refusal": refusal_by_duo(current) if current else None,
        "pip_revoked_at_duo": revoked_at_duo(case),
    }
