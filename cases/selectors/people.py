"""Who a case is about, who guides it, who lives there."""

from django.db.models import (
    Count,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from accounts.enums import Role
from accounts.models import Membership, Team, User
from accounts.selectors import colleagues_visible_to
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case, HouseholdMember, Person
from cases.selectors.visible import CASE_ROLES
from inburgering.kit.encryption import blind_index


def with_header(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Adds what a row or a header shows, in a fixed number of queries: person, team and active assignments."""
    active = Assignment.objects.filter(ends_at=None).select_related("user").order_by("kind")
    return cases.select_related("person", "gemeente", "team").prefetch_related(
        Prefetch("assignments", queryset=active, to_attr="active_assignments"), "person__languages"
    )


def klantmanager_of(case: Case) -> User | None:
    assignment = (
        case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).select_related("user").first()
    )
    return assignment.user if assignment else None


def guides_for(user: User) -> QuerySet[User]:
    """Colleagues who can be klantmanager, with their number of `open_cases`, least first."""
    of_colleague = Assignment.objects.filter(user=OuterRef("pk"), ends_at=None, case__status=Status.OPEN)
    counted = of_colleague.order_by().values("user").annotate(count=Count("pk")).values("count")
    guides = Membership.objects.filter(role__in=(Role.KLANTMANAGER, Role.TEAMLEIDER)).values("user_id")
    colleagues = colleagues_visible_to(user).filter(pk__in=guides)
    return colleagues.annotate(open_cases=Coalesce(Subquery(counted), Value(0))).order_by(
        "open_cases", "name", "pk"
    )


def teams_of(user: User) -> QuerySet[Team]:
    """Teams in which somebody works with cases: where a new case can start."""
    return Team.objects.filter(pk__in=user.team_ids(*CASE_ROLES)).order_by("name")


def person_with_bsn(bsn: str) -> Person | None:
    return Person.objects.filter(bsn_index=blind_index(bsn)).first()


def person_with_v_number(number: int) -> Person | None:
    return Person.objects.filter(v_number=number).first()


def open_case_of(person: Person, gemeente_id: int) -> Case | None:
    return Case.objects.filter(person=person, gemeente_id=gemeente_id, status=Status.OPEN).first()


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
