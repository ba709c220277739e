"""PP-67: group sessions for other systems, with the rights and refusals of the pages."""

from datetime import timedelta

import pytest

from accounts.enums import Scope
from cases.services import save_languages
from contact.enums.appointments import AppointmentState
from contact.enums.groups import GroupState
from contact.models import Appointment, GroupSession
from contact.services import groups
from tests.cases.test_api import Api
from tests.factories import CaseFactory, InterpreterFactory, StaffFactory, clock

pytestmark = pytest.mark.django_db
SCOPES = (Scope.AFSPRAKEN_LEZEN, Scope.AFSPRAKEN_SCHRIJVEN)


def api(user):
    return Api(user, *SCOPES)


def body(**changes):
    return {
        "waarvoor": "voorlichting",
        "begin": clock(6).isoformat(),
        "minuten": 120,
        "waar": "school",
    } | changes


@pytest.fixture
def session(klantmanager):
    return groups.plan_group(
        kind="voorlichting", starts_at=clock(6), minutes=120, place_kind="school", by=klantmanager
    )


def test_a_session_from_nothing_to_called_off(case, klantmanager, colleague, gemeente):
    """PP-67: nobody is invited as long as somebody can't follow it, unless with a reason or an interpreter."""
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    mine = api(klantmanager)
    made = mine.post("groepen/maken", body(collegas=[colleague.pk]))
    assert made.status_code == 201
    at = f"groepen/{made.json()['groep']['id']}"
    [row] = mine.get("groepen").json()
    assert (row["id"], row["stand"], row["aantal"]) == (made.json()["groep"]["id"], "concept", 0)
    seats = mine.post(f"{at}/deelnemers", {"dossierId": case.pk}).json()["deelnemers"]
    assert [(seat["dossierId"], seat["volgt"], seat["naam"]) for seat in seats] == [
        (case.pk, "", case.person.full_name)
    ]
    refused = mine.post(f"{at}/bevestigen", {"zonderVertaling": True})
    assert refused.status_code == 409
    assert "Er is geen tolk en geen medewerker" in refused.json()["detail"]
    interpreter = InterpreterFactory(gemeente=gemeente, languages=["ti"])
    asked = mine.post(f"{at}/tolken", {"tolkId": interpreter.pk, "taal": "ti"}).json()
    booking = asked["tolken"][0]["id"]
    assert (asked["tolken"][0]["stand"], asked["deelnemers"][0]["zeker"]) == ("gevraagd", False)
    answered = mine.post(f"{at}/tolken/{booking}/antwoord", {"stand": "bevestigd"}).json()
    assert answered["deelnemers"][0]["zeker"] is True
    assert mine.post(f"{at}/bevestigen", {"zonderVertaling": True}).json()["groep"]["stand"] == "gepland"
    moved = {"begin": clock(7).isoformat(), "minuten": 60, "waar": "bibliotheek", "zonderVertaling": True}
    assert mine.post(f"{at}/verplaatsen", moved).json()["groep"]["waar"] == "bibliotheek"
    early = mine.post(f"{at}/deelnemers/{seats[0]['afspraakId']}/aanwezigheid", {"kwam": True})
    assert early.status_code == 409
    called_off = mine.post(f"{at}/afzeggen", {"reden": "ziek", "zonderVertaling": True}).json()
    assert called_off["groep"]["stand"] == "afgezegd"
    assert GroupSession.objects.get().state == GroupState.CANCELLED
    assert Appointment.objects.get().state == AppointmentState.CANCELLED


def test_who_came_is_said_by_who_guides_the_case(session, case, klantmanager, colleague):
    guest = groups.ask_guest(session=session, case=case, by=klantmanager)
    groups.confirm_group(
        session=session,
        by=klantmanager,
        reasons={guest.pk: "Later bellen."},
        confirmed_without_translation=True,
    )
    begin = clock(1) - timedelta(days=7)
    for rows in (GroupSession.objects.filter(pk=session.pk), Appointment.objects.filter(pk=guest.pk)):
        rows.update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    at = f"groepen/{session.pk}/deelnemers/{guest.pk}/aanwezigheid"
    assert api(colleague).post(at, {"kwam": True}).status_code == 403
    assert api(klantmanager).post(at, {"kwam": "soms"}).status_code == 400
    seats = api(klantmanager).post(at, {"kwam": True}).json()["deelnemers"]
    assert seats[0]["stand"] == AppointmentState.DONE


def test_nobody_reads_a_name_of_a_case_that_they_may_not_read(session, case, klantmanager, team):
    """PP-67: who comes is for who may read those cases; the rest is a number."""
    groups.ask_guest(session=session, case=case, by=klantmanager)
    elsewhere = StaffFactory(team__gemeente=team.gemeente)
    found = api(elsewhere).get(f"groepen/{session.pk}")
    assert (found.json()["deelnemers"], found.json()["anderen"]) == ([], 1)
    assert case.person.last_name not in found.content.decode()


def test_rights_are_those_of_the_pages(session, case, klantmanager, colleague, stranger):
    acts = ["bevestigen", "verplaatsen", "afzeggen", "tolken"]
    assert {api(colleague).post(f"groepen/{session.pk}/{act}", {}).status_code for act in acts} == {403}
    assert {api(stranger).post(f"groepen/{session.pk}/{act}", {}).status_code for act in acts} == {404}
    ask = {"dossierId": case.pk}
    assert api(colleague).post(f"groepen/{session.pk}/deelnemers", ask).status_code == 403
    assert api(stranger).post(f"groepen/{session.pk}/deelnemers", ask).status_code == 404
    assert api(stranger).get("groepen").json() == []
    assert api(stranger).get(f"groepen/{session.pk}").status_code == 404
    only_read = Api(klantmanager, Scope.AFSPRAKEN_LEZEN)
    assert only_read.post("groepen/maken", body()).status_code == 403
    assert api(klantmanager).post("groepen/maken", body(collegas=[stranger.pk])).status_code == 400


@pytest.mark.parametrize(
    "wrong", [{"begin": "morgen"}, {"waarvoor": "feest"}, {"minuten": 0}, {"waar": "maan"}]
)
def test_a_body_that_makes_no_sense_is_refused(wrong, klantmanager):
    assert api(klantmanager).post("groepen/maken", body(**wrong)).status_code == 400


def test_lists_take_as_many_queries_however_long_they_are(
    session, case, klantmanager, django_assert_max_num_queries
):
    groups.ask_guest(session=session, case=case, by=klantmanager)
    mine = api(klantmanager)
    counted = {}
    for path in ("groepen", f"groepen/{session.pk}"):
        with django_assert_max_num_queries(30) as few:
            mine.get(path)
        counted[path] = len(few)
    for number in range(3):
        groups.ask_guest(session=session, case=CaseFactory(klantmanager=klantmanager), by=klantmanager)
        groups.plan_group(
            kind="anders", starts_at=clock(8 + number), minutes=60, place_kind="school", by=klantmanager
        )
    for path, most in counted.items():
        with django_assert_max_num_queries(most):
            mine.get(path)
