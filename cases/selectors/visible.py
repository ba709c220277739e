"""Which cases, events and documents somebody may see or change. Every other app starts here."""

from django.db.models import (
    Q,
    QuerySet,
)
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import Status
from cases.models import Assignment, Case, CaseEvent, Document, PurposeAccess

CASE_ROLES = (Role.KLANTMANAGER, Role.TEAMLEIDER, Role.ONTZORGMEDEWERKER)
"""Roles that work with cases. Beheer and privacy officer don't."""


def gemeente_of(user: User) -> int:
    """Zero, which no gemeente has, for somebody of none."""
    return user.gemeente_id or 0


def cases_visible_to(user: User) -> QuerySet[Case]:
    """Cases that a staff user may read: of the own teams, own cases in other teams, and those opened with a purpose.

    Always within one gemeente. Residents see nothing here; the portal has its own way.
    """
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    return Case.objects.filter(readable_by(user), gemeente_id=gemeente_of(user))


def readable_by(user: User) -> Q:
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    with_purpose = PurposeAccess.objects.filter(user=user, until__gt=timezone.now()).values("case_id")
    return Q(team_id__in=user.team_ids(*CASE_ROLES)) | Q(id__in=own) | Q(id__in=with_purpose)


def cases_editable_by(user: User) -> QuerySet[Case]:
    """Open cases that a staff user may change: as klantmanager or substitute, or as team lead of the case's team."""
    if user.is_resident or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        return Case.objects.none()
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return Case.objects.filter(
        Q(id__in=own) | Q(team_id__in=user.team_ids(Role.TEAMLEIDER)),
        gemeente_id=gemeente_of(user),
        status=Status.OPEN,
    )


def cases_logged_for(user: User) -> QuerySet[Case]:
    """Cases of which somebody may read the log: those that one may see, and for the privacy officer the whole gemeente."""
    if user.has_role(Role.PRIVACY_OFFICER):
        return Case.objects.filter(gemeente_id=gemeente_of(user))
    return cases_visible_to(user)


def cases_of_gemeente(user: User) -> QuerySet[Case]:
    """Cases that somebody may learn the existence of, to prevent a second dossier. Show no more than name and klantmanager."""
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    return Case.objects.filter(gemeente_id=gemeente_of(user))


def cases_of_resident(user: User) -> QuerySet[Case]:
    """The resident's own cases, at any gemeente."""
    if not user.is_resident or not user.is_active:
        return Case.objects.none()
    return Case.objects.filter(person__bsn_index=user.bsn_index)


def may_edit(user: User, case: Case) -> bool:
    return cases_editable_by(user).filter(pk=case.pk).exists()


def may_assign(user: User, case: Case) -> bool:
    """Who guides a case is up to the team lead of its team."""
    leads = user.team_ids(Role.TEAMLEIDER)
    return case.is_open and case.gemeente_id == user.gemeente_id and case.team_id in leads


def events_visible_to(user: User) -> QuerySet[CaseEvent]:
    return (
        CaseEvent.objects.filter(case__in=cases_logged_for(user)).select_related("by").order_by("-at", "-id")
    )


def documents_visible_to(user: User) -> QuerySet[Document]:
    """Staff: documents of visible cases. Residents: their own, as far as these were shared with them."""
    if user.is_resident:
        return Document.objects.filter(case__in=cases_of_resident(user), visible_to_resident=True)
    return Document.objects.filter(case__in=cases_visible_to(user))


def purposes_visible_to(user: User) -> QuerySet[PurposeAccess]:
    """Every look with a purpose in the gemeente, newest first, for the privacy officer to judge."""
    if not user.has_role(Role.PRIVACY_OFFICER):
        return PurposeAccess.objects.none()
    return (
        PurposeAccess.objects.filter(case__gemeente_id=gemeente_of(user))
        .select_related("case", "case__team", "user")
        .order_by("-id")
    )
