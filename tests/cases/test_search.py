"""Who is found by what, and by whom."""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Team, User
from cases.enums import Origin
from cases.models import Case
from cases.rules import full_name
from cases.selectors import cases_like, search_cases
from cases.services import open_case, save_person
from inburgering.kit.partial_date import PartialDate
from tests.factories import CaseFactory, PersonFactory, StaffFactory, TeamFactory, bsn

PUBLISHED = Path(
    os.environ.get("BRP_TESTPERSONEN", Path(__file__).parents[3] / "shared/brp/testpersonen.json")
)


@pytest.fixture
def yusuf(klantmanager: User) -> Case:
    person = PersonFactory(
        first_names="Yusuf", last_name="al-Haddad", phone="06 12 34 56 78", v_number=2811045501
    )
    return CaseFactory(klantmanager=klantmanager, person=person)


def found(user: User, text: str) -> list[Case]:
    return search_cases(user, text).cases


@pytest.mark.parametrize(
    "text",
    ["Yusuf al-Haddad", "haddad", "YUSUF", "Youssef Hadad", "Joesoef el Haddad", "al haddad yusuf", "2811045501",
     "06-12345678", "+31 6 12 34 56 78"],
)  # fmt: skip
def test_somebody_is_found_however_it_is_written(yusuf: Case, klantmanager: User, text: str) -> None:
    assert found(klantmanager, text) == [yusuf]


def test_a_bsn_and_a_case_number_find_one(yusuf: Case, klantmanager: User) -> None:
    year, number = yusuf.number.split("-")
    assert found(klantmanager, yusuf.person.bsn) == [yusuf]
    assert found(klantmanager, f"{year}-{int(number)}") == [yusuf]


@pytest.mark.parametrize("text", ["", "a", "Kovalenko", "%%%", "___", "\x00", "²", "9" * 40, "'; --", "🙂🙂"])
def test_nonsense_finds_nobody(yusuf: Case, klantmanager: User, text: str) -> None:
    assert found(klantmanager, text) == []


def test_marks_make_no_difference(klantmanager: User) -> None:
    case = CaseFactory(
        klantmanager=klantmanager, person=PersonFactory(first_names="Şükrü", last_name="Özdemir")
    )
    assert found(klantmanager, "sukru ozdemir") == [case]
    assert found(klantmanager, "ŞÜKRÜ") == [case]


def test_a_name_of_one_sign_is_found(klantmanager: User) -> None:
    case = CaseFactory(klantmanager=klantmanager, person=PersonFactory(first_names="小龙", last_name="李"))
    assert found(klantmanager, "李") == [case]


def test_the_exact_name_comes_first(klantmanager: User) -> None:
    for name in ("Hasan", "Hassan", "Hassani"):
        CaseFactory(klantmanager=klantmanager, person=PersonFactory(first_names="", last_name=name))
    assert found(klantmanager, "Hassan")[0].person.last_name == "Hassan"


def test_other_teams_are_found_but_not_readable(yusuf: Case, team: Team) -> None:
    elsewhere = StaffFactory(team=TeamFactory(gemeente=team.gemeente))
    assert [(case, case.is_readable) for case in found(elsewhere, "haddad")] == [(yusuf, False)]


def test_own_team_is_readable(yusuf: Case, colleague: User) -> None:
    assert [case.is_readable for case in found(colleague, "yusuf haddad")[:1]] == [True]


def test_another_gemeente_and_the_newcomer_find_nobody(yusuf: Case, stranger: User, resident: User) -> None:
    for somebody in (stranger, resident):
        assert yusuf not in found(somebody, "haddad")
        assert yusuf not in found(somebody, yusuf.person.bsn)


def test_a_search_is_one_query_and_has_a_limit(klantmanager: User) -> None:
    for _ in range(4):
        CaseFactory(klantmanager=klantmanager)
    _ = klantmanager.team_roles
    with CaptureQueriesContext(
        connection,
    ) as queries:
        result = search_cases(klantmanager, "haddad", limit=3)
    assert (len(result.cases), result.more, len(queries)) == (3, True, 1)


def test_somebody_to_add_is_compared_by_number_and_by_name_and_year(yusuf: Case, klantmanager: User) -> None:
    nobody = {"bsn": "", "v_number": None, "name": "", "birth": None}
    alike = {
        "bsn": cases_like(klantmanager, **nobody | {"bsn": yusuf.person.bsn}),
        "v_number": cases_like(klantmanager, **nobody | {"v_number": 2811045501}),
        "name": cases_like(klantmanager, **nobody | {"name": "Joesoef Hadad", "birth": PartialDate(1990)}),
    }
    assert alike == {"bsn": [yusuf], "v_number": [yusuf], "name": [yusuf]}
    assert cases_like(klantmanager, **nobody | {"name": "Joesoef Hadad", "birth": PartialDate(1971)}) == []


@pytest.mark.skipif(not PUBLISHED.exists(), reason="De testpersonen van de BRP zijn hier niet.")
def test_every_published_test_person_is_found_by_name(klantmanager: User, team: Team) -> None:
    """These names hold quotes, `<`, `&`, 200 characters and rare marks."""
    rows = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    names = {(r["voornamen"] or "", r["voorvoegsel"] or "", r["geslachtsnaam"] or "-") for r in rows}
    nasty = sorted(names, key=lambda name: sum(not char.isalpha() for char in "".join(name)), reverse=True)[
        :25
    ]
    longest = sorted(names, key=lambda name: len("".join(name)), reverse=True)[:5]
    missed = []
    for number, (first, prefix, last) in enumerate({*nasty, *longest}):
        person = save_person(
            bsn=bsn(8000 + number), first_names=first, prefix=prefix, last_name=last, birth=PartialDate(1990)
        )
        case = open_case(person=person, gemeente=team.gemeente, origin=Origin.DUO, on=timezone.localdate(), by=None,
                         klantmanager=klantmanager)  # fmt: skip
        name = full_name(first, prefix, last)
        if case not in found(klantmanager, name) and any(char.isalpha() for char in name):
            missed.append(name)
    assert missed == []
