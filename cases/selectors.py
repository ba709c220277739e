"""Which cases, persons, events and documents somebody may see. Every other app starts here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from accounts.enums import Role
from accounts.models import AccessLogEntry, Membership, Team, User
from accounts.selectors import colleagues_visible_to
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case, CaseEvent, Document, HouseholdMember, Person, PurposeAccess
from cases.rules import search_terms, searchable, sound_keys
from inburgering.kit.encryption import blind_index
from inburgering.kit.partial_date import PartialDate

CASE_ROLES = (Role.KLANTMANAGER, Role.TEAMLEIDER, Role.ONTZORGMEDEWERKER)
"""Roles that work with cases. Beheer and privacy officer don't."""


def _gemeente_of(user: User) -> int:
    """Zero, which no gemeente has, for somebody of none."""
    return user.gemeente_id or 0


def cases_visible_to(user: User) -> QuerySet[Case]:
    """Cases that a staff user may read: of the own teams, own cases in other teams, and those opened with a purpose.

    Always within one gemeente. Residents see nothing here; the portal has its own way.
    """
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    return Case.objects.filter(_readable_by(user), gemeente_id=_gemeente_of(user))


def _readable_by(user: User) -> Q:
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
        gemeente_id=_gemeente_of(user),
        status=Status.OPEN,
    )


def cases_logged_for(user: User) -> QuerySet[Case]:
    """Cases of which somebody may read the log: those that one may see, and for the privacy officer the whole gemeente."""
    if user.has_role(Role.PRIVACY_OFFICER):
        return Case.objects.filter(gemeente_id=_gemeente_of(user))
    return cases_visible_to(user)


def cases_of_gemeente(user: User) -> QuerySet[Case]:
    """Cases that somebody may learn the existence of, to prevent a second dossier. Show no more than name and klantmanager."""
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Case.objects.none()
    return Case.objects.filter(gemeente_id=_gemeente_of(user))


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
    assignment = (
        case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).select_related("user").first()
    )
    return assignment.user if assignment else None


def may_edit(user: User, case: Case) -> bool:
    return cases_editable_by(user).filter(pk=case.pk).exists()


def may_assign(user: User, case: Case) -> bool:
    """Who guides a case is up to the team lead of its team."""
    leads = user.team_ids(Role.TEAMLEIDER)
    return case.is_open and case.gemeente_id == user.gemeente_id and case.team_id in leads


@dataclass(frozen=True)
class Found:
    """Cases that fit a search, best first; `more` when there are others that were left out.

    Each case has `is_readable` and `klantmanager_name`: of somebody else's case one learns that it is there, no more.
    """

    cases: list[Any]
    more: bool
    hint: str = ""


def search_cases(user: User, text: str, *, limit: int = 50) -> Found:
    """Cases of the gemeente by dossiernummer, BSN, V-number, phone or name, whatever its spelling. One query.

    It looks at a bounded number of candidates, so that a search takes as long with a hundred thousand dossiers as
    with a thousand.
    """
    terms = search_terms(text)
    cases = cases_of_gemeente(user)
    if terms.case_number:
        fitting = cases.filter(number=terms.case_number)
    elif terms.number:
        fitting = cases.filter(_by_number(terms.number)).order_by("-opened_on", "id")
    elif terms.name:
        fitting = _by_name(cases, terms.name)
    else:
        return Found([], more=False, hint=terms.hint)
    found = list(_as_results(fitting, user)[: limit + 1])
    return Found(found[:limit], more=len(found) > limit, hint=terms.hint)


def _as_results(cases: QuerySet[Case], user: User) -> QuerySet[Any]:
    guide = Assignment.objects.filter(case=OuterRef("pk"), ends_at=None, kind=AssignmentKind.KLANTMANAGER)
    return (
        cases.select_related("person", "team")
        .defer("person__bsn")
        .annotate(
            is_readable=ExpressionWrapper(_readable_by(user), BooleanField()),
            klantmanager_name=Subquery(guide.values("user__name")[:1]),
        )
    )


_CANDIDATES = 150


def _by_name(cases: QuerySet[Case], name: str) -> QuerySet[Case]:
    """Names with these parts, and names that sound or look alike: as many of both as can be weighed quickly."""
    alike = Q(person__search_name__trigram_word_similar=name)
    if keys := sound_keys(name):
        alike |= Q(person__sound_keys__contains=keys)
    candidates = cases.filter(alike).values("pk")[:_CANDIDATES]
    # A part of fewer than three letters has no trigram to look up in the index.
    if parts := [Q(person__search_name__contains=word) for word in name.split() if len(word) > 2]:
        candidates = candidates.union(cases.filter(*parts).values("pk")[:_CANDIDATES])
    likeness = TrigramWordSimilarity(name, "person__search_name")
    return Case.objects.filter(pk__in=candidates).order_by(likeness.desc(), "person__search_name", "pk")


def _by_number(digits: str) -> Q:
    found = Q(person__bsn_index=blind_index(digits)) | Q(person__phone=digits)
    return found | Q(person__v_number=int(digits)) if len(digits) <= 10 else found


def cases_like(
    user: User, *, bsn: str, v_number: int | None, name: str, birth: PartialDate | None, limit: int = 10
) -> list[Case]:
    """Cases of the gemeente that may be about somebody whom one is about to add: same number, or same name and year of birth."""
    numbers = Q(pk__in=[])
    if bsn:
        numbers |= Q(person__bsn_index=blind_index(bsn))
    if v_number is not None:
        numbers |= Q(person__v_number=v_number)
    of_gemeente = cases_of_gemeente(user)
    found = list(_as_results(of_gemeente.filter(numbers).order_by("-opened_on", "id"), user)[:limit])
    if searchable(name):
        if birth:
            of_gemeente = of_gemeente.filter(Q(person__birth_year=birth.year) | Q(person__birth_year=None))
        known = {case.pk for case in found}
        alike = _as_results(_by_name(of_gemeente, searchable(name)), user)[:limit]
        found += [case for case in alike if case.pk not in known]
    return found[:limit]


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


def events_visible_to(user: User) -> QuerySet[CaseEvent]:
    return (
        CaseEvent.objects.filter(case__in=cases_logged_for(user)).select_related("by").order_by("-at", "-id")
    )


@dataclass(frozen=True)
class LogLine:
    """One line of the log: something done, or somebody who looked."""

    at: datetime
    who: str
    kind: str
    text: str
    is_look: bool


LOOKED = "inzage"
"""The kind under which all looks are found in the log."""


def log_of(case: Case, *, user_id: int | None = None, kind: str = "") -> QuerySet[Any]:
    """Events and looks in one list, newest first, as rows for `log_line`. The caller found the case in `cases_logged_for`.

    `kind` is the first part of an event's kind ("dossier", "pip"), or `LOOKED`.
    """
    events = CaseEvent.objects.filter(case=case)
    looks = AccessLogEntry.objects.filter(case_id=case.pk)
    if user_id is not None:
        events, looks = events.filter(by_id=user_id), looks.filter(user_id=user_id)
    if kind:
        events = events.none() if kind == LOOKED else events.filter(kind__startswith=f"{kind}.")
        looks = looks if kind == LOOKED else looks.none()
    columns = ("at", "row", "who", "what", "words", "is_look")
    done = events.annotate(
        row=F("id"), who=F("by_label"), what=F("kind"), words=F("text"), is_look=Value(False)
    ).values_list(*columns)
    looked = looks.annotate(
        row=F("id"),
        who=F("user__name"),
        what=F("act"),
        words=Cast("purpose", TextField()),
        is_look=Value(True),
    ).values_list(*columns)
    return done.union(looked, all=True).order_by("-at", "-row")


def log_line(row: tuple[Any, ...]) -> LogLine:
    at, _, who, kind, text, is_look = row
    return LogLine(at, who, kind, text, is_look)


def people_in_log(case: Case) -> list[tuple[int, str]]:
    """Who did or saw something in this case, by name: the choices of the filter."""
    did = CaseEvent.objects.filter(case=case, by__isnull=False).values_list("by_id", "by__name")
    saw = AccessLogEntry.objects.filter(case_id=case.pk).values_list("user_id", "user__name")
    return sorted(set(did.union(saw)), key=lambda pair: pair[1])


def purposes_visible_to(user: User) -> QuerySet[PurposeAccess]:
    """Every look with a purpose in the gemeente, newest first, for the privacy officer to judge."""
    if not user.has_role(Role.PRIVACY_OFFICER):
        return PurposeAccess.objects.none()
    return (
        PurposeAccess.objects.filter(case__gemeente_id=_gemeente_of(user))
        .select_related("case", "case__team", "user")
        .order_by("-id")
    )


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
