"""Which cases, persons, events and documents somebody may see. Every other app starts here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, TextField, Value
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
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    with_purpose = PurposeAccess.objects.filter(user=user, until__gt=timezone.now()).values("case_id")
    return Case.objects.filter(
        Q(team_id__in=user.team_ids(*CASE_ROLES)) | Q(id__in=own) | Q(id__in=with_purpose), gemeente_id=_gemeente_of(user)
    )


def cases_editable_by(user: User) -> QuerySet[Case]:
    """Open cases that a staff user may change: as klantmanager or substitute, or as team lead of the case's team."""
    if user.is_resident or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        return Case.objects.none()
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return Case.objects.filter(
        Q(id__in=own) | Q(team_id__in=user.team_ids(Role.TEAMLEIDER)), gemeente_id=_gemeente_of(user), status=Status.OPEN
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
    assignment = case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).select_related("user").first()
    return assignment.user if assignment else None


def may_edit(user: User, case: Case) -> bool:
    return cases_editable_by(user).filter(pk=case.pk).exists()


def may_assign(user: User, case: Case) -> bool:
    """Who guides a case is up to the team lead of its team."""
    leads = user.team_ids(Role.TEAMLEIDER)
    return case.is_open and case.gemeente_id == user.gemeente_id and case.team_id in leads


@dataclass(frozen=True)
class Found:
    """Cases that fit a search, best first; `more` when there are others that were left out."""

    cases: list[Case]
    more: bool
    hint: str = ""


def search_cases(user: User, text: str, *, limit: int = 50) -> Found:
    """Cases of the gemeente by dossiernummer, BSN, V-number, phone or name, whatever its spelling.

    Exact parts of names come first; only when these leave room come names that sound or look alike. Each step
    looks at a bounded number of rows, so that a search takes as long with a hundred thousand dossiers as with a thousand.
    """
    terms = search_terms(text)
    cases = cases_of_gemeente(user)
    if terms.case_number:
        found = list(with_header(cases).filter(number=terms.case_number))
    elif terms.number:
        found = list(with_header(cases).filter(_by_number(terms.number)).order_by("-opened_on", "id")[: limit + 1])
    elif terms.name:
        found = _by_name(cases, terms.name, limit + 1)
    else:
        found = []
    return Found(found[:limit], more=len(found) > limit, hint=terms.hint)


_CANDIDATES = 300


def _by_name(cases: QuerySet[Case], name: str, limit: int) -> list[Case]:
    # A part of fewer than three letters has no trigram to look up in the index.
    parts = [Q(person__search_name__contains=word) for word in name.split() if len(word) > 2]
    found = _best(cases.filter(*parts), name, limit) if parts else []
    if len(found) < limit:
        alike = Q(person__search_name__trigram_word_similar=name)
        if keys := sound_keys(name):
            alike |= Q(person__sound_keys__contains=keys)
        found += _best(cases.filter(alike).exclude(pk__in=[case.pk for case in found]), name, limit - len(found))
    return found


def _best(cases: QuerySet[Case], name: str, limit: int) -> list[Case]:
    some = cases.order_by().values("pk")[:_CANDIDATES]
    likeness = TrigramWordSimilarity(name, "person__search_name")
    return list(with_header(Case.objects.filter(pk__in=some)).order_by(likeness.desc(), "person__search_name", "pk")[:limit])


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
    found = list(with_header(cases_of_gemeente(user)).filter(numbers).order_by("-opened_on", "id")[:limit])
    if searchable(name):
        same_year = cases_of_gemeente(user)
        if birth:
            same_year = same_year.filter(Q(person__birth_year=birth.year) | Q(person__birth_year=None))
        known = {case.pk for case in found}
        alike = _by_name(same_year, searchable(name), limit)
        found += [case for case in alike if case.pk not in known]
    return found[:limit]


def guides_for(user: User) -> QuerySet[User]:
    """Colleagues who can be klantmanager, with their number of `open_cases`, least first."""
    of_colleague = Assignment.objects.filter(user=OuterRef("pk"), ends_at=None, case__status=Status.OPEN)
    counted = of_colleague.order_by().values("user").annotate(count=Count("pk")).values("count")
    guides = Membership.objects.filter(role__in=(Role.KLANTMANAGER, Role.TEAMLEIDER)).values("user_id")
    colleagues = colleagues_visible_to(user).filter(pk__in=guides)
    return colleagues.annotate(open_cases=Coalesce(Subquery(counted), Value(0))).order_by("open_cases", "name", "pk")


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
    return CaseEvent.objects.filter(case__in=cases_logged_for(user)).select_related("by").order_by("-at", "-id")


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
        row=F("id"), who=F("user__name"), what=F("act"), words=Cast("purpose", TextField()), is_look=Value(True)
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
