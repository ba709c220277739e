"""Talks for other systems: the same rights, and problems in words."""

import pytest

from accounts.enums import Scope
from contact.enums.appointments import AppointmentState
from contact.models import Appointment
from tests.cases.test_api import Api
from tests.factories import AppointmentFactory, CaseFactory, clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(klantmanager):
    return Api(klantmanager, Scope.AFSPRAKEN_LEZEN, Scope.AFSPRAKEN_SCHRIJVEN)


def body(**changes):
    return {
        "waarvoor": "voortgang", "begin": clock().isoformat(), "minuten": 45, "hoe": "live", "waar": "school",
        "tolk": "tolktelefoon",
    } | changes  # fmt: skip


def test_a_talk_is_planned_read_moved_and_cancelled(api, case):
    made = api.post(f"dossiers/{case.pk}/afspraken/maken", body())
    assert made.status_code == 201
    number = made.json()["id"]
    [row] = api.get(f"dossiers/{case.pk}/afspraken").json()
    assert (row["id"], row["stand"], row["standTolk"]) == (number, "gepland", "niet-geboekt")
    assert [person["rol"] for person in row["deelnemers"]] == ["klantmanager", "nieuwkomer"]
    moved = api.post(f"afspraken/{number}/verplaatsen", {"begin": clock(6).isoformat()})
    assert moved.json()["begin"].startswith(clock(6).isoformat()[:16])
    assert api.post(f"afspraken/{number}/afzeggen", {"reden": "ziek"}).json()["stand"] == "afgezegd"
    assert Appointment.objects.get().state == AppointmentState.CANCELLED


def test_what_stands_in_the_way_comes_in_sentences(api, case, klantmanager):
    AppointmentFactory(case=CaseFactory(klantmanager=klantmanager))
    answer = api.post(f"dossiers/{case.pk}/afspraken/maken", body(tolk="", waar=""))
    assert answer.status_code == 409
    text = answer.content.decode()
    for words in ("heeft al een afspraak op", "Kies waar u elkaar ziet", "Beslis eerst over een tolk"):
        assert words in text


@pytest.mark.parametrize("wrong", [{"begin": "morgen"}, {"hoe": "fax"}, {"minuten": 0}, {"waarvoor": ""}])
def test_a_body_that_makes_no_sense_is_refused(wrong, api, case):
    assert api.post(f"dossiers/{case.pk}/afspraken/maken", body(**wrong)).status_code == 400


def test_a_colleague_reads_and_a_stranger_finds_nothing(case, colleague, stranger):
    talk = AppointmentFactory(case=case)
    scopes = (Scope.AFSPRAKEN_LEZEN, Scope.AFSPRAKEN_SCHRIJVEN)
    assert Api(colleague, *scopes).get(f"dossiers/{case.pk}/afspraken").status_code == 200
    assert Api(colleague, *scopes).post(f"afspraken/{talk.pk}/afzeggen", {"reden": "ziek"}).status_code == 403
    assert Api(stranger, *scopes).get(f"dossiers/{case.pk}/afspraken").status_code == 404
    assert Api(stranger, *scopes).post(f"afspraken/{talk.pk}/afzeggen", {"reden": "ziek"}).status_code == 404
