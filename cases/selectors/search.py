"""Do we know this person already? By number, or by a name however it is written."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from accounts.models import User
from cases.enums import AssignmentKind
from cases.models import Assignment, Case
from cases.rules import search_terms, searchable, sound_keys
from cases.selectors.visible import cases_of_gemeente, readable_by
from inburgering.kit.encryption import blind_index
from inburgering.kit.partial_date import PartialDate


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
            is_readable=ExpressionWrapper(readable_by(user), BooleanField()),
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
