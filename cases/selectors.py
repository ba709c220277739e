"""Which cases, persons, events and documents somebody may see. Every other app starts here."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case, CaseEvent, Document, HouseholdMember, Person, PurposeAccess
from cases.rules import searchable
from inburgering.kit.encryption import blind_index

CASE_ROLES = (Role.KLANTMANAGER, Role.TEAMLEIDER, Role.ONTZORGMEDEWERKER)
"""Roles that work with cases. Beheer and privacy officer don't."""


def cases_visible_to(user: User) -> QuerySet[Case]:
    """Cases that a staff user may read: of the own teams, own cases in other teams, and those opened with a purpose.

    Always within one gemeente. Residents see nothing here; the portal has its own way.
    """
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    with_purpose = PurposeAccess.objects.filter(user=user, until__gt=timezone.now()).values("case_id")
    return Case.objects.filter(
        Q(team_id__in=user.team_ids(*CASE_ROLES)) | Q(id__in=own) | Q(id__in=with_purpose), gemeente_id=user.gemeente_id
    )


def cases_editable_by(user: User) -> QuerySet[Case]:
    """Cases that a staff user may change: as klantmanager or substitute, or as team lead of the case's team."""
    if user.is_resident or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        return Case.objects.none()
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return Case.objects.filter(
        Q(id__in=own) | Q(team_id__in=user.team_ids(Role.TEAMLEIDER)), gemeente_id=user.gemeente_id
    )


def cases_logged_for(user: User) -> QuerySet[Case]:
    """Cases of which somebody may read the log: those that one may see, and for the privacy officer the whole gemeente."""
    if user.has_role(Role.PRIVACY_OFFICER):
        return Case.objects.filter(gemeente_id=user.gemeente_id)
    return cases_visible_to(user)


def cases_of_gemeente(user: User) -> QuerySet[Case]:
    """Cases that somebody may learn the existence of, to prevent a second dossier. Show no more than name and klantmanager."""
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    return Case.objects.filter(gemeente_id=user.gemeente_id)


def cases_of_resident(user: User) -> QuerySet[Case]:
    """The resident's own cases, at any gemeente."""
    if not user.is_resident or not user.is_active:
        return Case.objects.none()
    return Case.objects.filter(person__bsn_index=user.bsn_index)


def with_header(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Adds what a row or a header shows, in a fixed number of queries: person, team and active assignments."""
    active = Assignment.objects.filter(ends_at=None).select_related("user").order_by("kind")
    return cases.select_related("person", "gemeente", "team").prefetch_related(
        Prefetch("assignments", queryset=active, to_attr="active_assignments"), "person__languages"
    )


def klantmanager_of(case: Case) -> User | None:
    assignment = case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).select_related("user").first()
    return assignment.user if assignment else None


def may_edit(user: User, case: Case) -> bool:
    return cases_editable_by(user).filter(pk=case.pk).exists()


def search_cases(user: User, text: str) -> QuerySet[Case]:
    """Cases of the gemeente by BSN, V-number, phone, case number, or name with misspellings; best first.

    A number is looked up exactly. A name of fewer than two characters finds nothing.
    """
    cases = cases_of_gemeente(user)
    text = text.strip()[:200]
    digits = "".join(text.split())
    if digits.isdigit():
        return cases.filter(_by_number(digits)).order_by("-opened_on", "id")
    if text[:4].isdigit() and text[4:5] == "-":
        return cases.filter(number=text)
    name = searchable(text)
    if len(name) < 2:
        return cases.none()
    return (
        cases.filter(Q(person__search_name__contains=name) | Q(person__search_name__trigram_word_similar=name))
        .annotate(likeness=TrigramWordSimilarity(name, "person__search_name"))
        .order_by("-likeness", "person__search_name", "id")
    )


def _by_number(digits: str) -> Q:
    found = Q(person__bsn_index=blind_index(digits)) | Q(person__phone=digits)
    return found | Q(person__v_number=int(digits)) if len(digits) <= 10 else found


def person_with_bsn(bsn: str) -> Person | None:
    return Person.objects.filter(bsn_index=blind_index(bsn)).first()


def person_with_v_number(number: int) -> Person | None:
    return Person.objects.filter(v_number=number).first()


def open_case_of(person: Person, gemeente_id: int) -> Case | None:
    return Case.objects.filter(person=person, gemeente_id=gemeente_id, status=Status.OPEN).first()


def events_visible_to(user: User) -> QuerySet[CaseEvent]:
    return CaseEvent.objects.filter(case__in=cases_logged_for(user)).select_related("by").order_by("-at", "-id")


def documents_visible_to(user: User) -> QuerySet[Document]:
    """Staff: documents of visible cases. Residents: their own, as far as these were shared with them."""
    if user.is_resident:
        return Document.objects.filter(case__in=cases_of_resident(user), visible_to_resident=True)
    return Document.objects.filter(case__in=cases_visible_to(user))


def household_of(case: Case) -> QuerySet[HouseholdMember]:
    """Others who live with this person now, as this gemeente knows them."""
    households = HouseholdMember.objects.filter(
        person_id=case.person_id, ends_on=None, household__gemeente_id=case.gemeente_id
    ).values("household_id")
    return (
        HouseholdMember.objects.filter(household_id__in=households, ends_on=None)
        .exclude(person_id=case.person_id)
        .select_related("person")
    )
