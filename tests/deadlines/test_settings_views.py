"""What the functioneel beheerder sets and sees: promises, equated days, and whether the rounds run."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from deadlines.models import Deadline, EquatedDay, Heartbeat, PromiseTerm
from deadlines.templatetags.termijnen import heartbeat_banner

pytestmark = pytest.mark.usefixtures("on_monday")
LogIn = Callable[[User], Client]


# --- Promises ----------------------------------------------------------------------------------------------------

PROMISE = {"kind": "antwoord-op-verzoek", "number": "5", "unit": "werkdagen", "valid_from": "2026-03-16"}


def test_the_lengths_are_for_the_functioneel_beheerder(
    beheerder: User, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    page = reverse("toezeggingen")
    html = log_in(beheerder).get(page).content.decode()
    assert "Antwoord geven op een verzoek" in html
    assert "houdt de lengte waarmee zij begon" in html
    for other in (klantmanager, resident):
        assert log_in(other).post(page, PROMISE).status_code == 403
    assert not PromiseTerm.objects.exists()


@pytest.mark.parametrize(
    ("day", "due", "is_near"),
    [
        (date(2026, 1, 13), "woensdag 28 januari 2026", False),
        (date(2026, 1, 14), "woensdag 28 januari 2026", True),
        (date(2026, 1, 28), "woensdag 28 januari 2026", True),
        (date(2026, 1, 29), "dinsdag 28 april 2026", False),
        (date(2026, 12, 31), "donderdag 28 januari 2027", False),
    ],
)
def test_the_beheerder_sees_when_figures_go_to_the_cbs(
    beheerder: User, log_in: LogIn, day: date, due: str, is_near: bool
) -> None:
    client = log_in(beheerder)
    with time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), tick=False):
        client.force_login(beheerder)
        html = " ".join(client.get(reverse("toezeggingen")).content.decode().split())
    assert "Volgende SWI-levering: uiterlijk" in html
    assert due in html
    assert ("Lever binnenkort" in html) is is_near
    assert "28 dagen na" in html or "4 weken na" in html


def test_choosing_a_length_from_a_day_on(beheerder: User, log_in: LogIn) -> None:
    html = log_in(beheerder).post(reverse("toezeggingen"), PROMISE, follow=True).content.decode()
    assert "is 5 werkdagen vanaf 16 maart 2026." in html
    assert "gekozen op 2 maart 2026 door Bea Heer" in html


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"valid_from": "2026-03-01"}, "die dag is voorbij"),
        ({"number": "0"}, "1 of meer"),
        ({"kind": "pip"}, "Kies iets uit de lijst"),
        ({"kind": "klacht", "number": "20", "unit": "weken"}, "hoogstens 10 weken"),
    ],
)
def test_a_choice_that_cannot_be_comes_back(
    beheerder: User, log_in: LogIn, change: dict[str, str], words: str
) -> None:
    response = log_in(beheerder).post(reverse("toezeggingen"), PROMISE | change)
    assert response.status_code == 422
    assert words in response.content.decode()


# --- What must run ---------------------------------------------------------------------------------------------


def test_the_beheerder_sees_that_nothing_runs(beheerder: User, klantmanager: User, log_in: LogIn) -> None:
    Heartbeat.objects.update(at=datetime(2026, 3, 1, 8, tzinfo=UTC))
    words = "De termijnen worden nu niet bewaakt"
    assert words in log_in(beheerder).get("/").content.decode()
    assert words not in log_in(klantmanager).get("/").content.decode()
    Heartbeat.objects.update(at=timezone.now())
    assert words not in log_in(beheerder).get("/").content.decode()


def test_the_banner_takes_one_query(beheerder: User, django_assert_num_queries: Callable[..., Any]) -> None:
    with django_assert_num_queries(1):
        heartbeat_banner({"roles": {Role.FUNCTIONEEL_BEHEERDER}})
    with django_assert_num_queries(0):
        heartbeat_banner({"roles": {Role.KLANTMANAGER}})


# --- Equated days ---------------------------------------------------------------------------------------

ADD = "/beheer/gelijkgestelde-dagen/toevoegen/?day=2026-03-16&source=KB+van+1+maart"


def test_the_table_is_for_the_functioneel_beheerder(
    beheerder: User, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    page = reverse("gelijkgestelde-dagen")
    assert "vrijdag 15 mei 2026" in log_in(beheerder).get(page).content.decode()
    for other in (klantmanager, resident):
        assert log_in(other).get(page).status_code == 403
        assert log_in(other).post(ADD).status_code == 403
    assert not EquatedDay.objects.filter(day=date(2026, 3, 16)).exists()


def test_adding_asks_first_and_says_how_many_terms_move(
    pip: Deadline, beheerder: User, log_in: LogIn
) -> None:
    client = log_in(beheerder)
    asked = client.get(ADD)
    assert "1 lopende termijn krijgt een andere laatste dag." in asked.content.decode()
    assert not EquatedDay.objects.filter(day=date(2026, 3, 16)).exists()
    done = client.post(ADD, follow=True)
    assert "1 lopende termijn kreeg een andere laatste dag." in done.content.decode()
    assert EquatedDay.objects.get(day=date(2026, 3, 16)).added_by == beheerder
    pip.refresh_from_db()
    assert pip.due_on == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("day=2026-02-30&source=KB", "Deze dag bestaat niet."),
        ("day=2026-03-14&source=KB", "Een zaterdag of zondag is al geen werkdag."),
        ("day=2026-05-15&source=KB", "Deze dag staat al in de tabel."),
        ("", "Vul dit in."),
    ],
)
def test_a_wrong_day_comes_back_to_the_form(beheerder: User, log_in: LogIn, query: str, words: str) -> None:
    response = log_in(beheerder).get(f"/beheer/gelijkgestelde-dagen/toevoegen/?{query}")
    assert response.status_code == 422
    assert words in response.content.decode()


def test_a_feestdag_is_refused(beheerder: User, log_in: LogIn) -> None:
    response = log_in(beheerder).post(
        "/beheer/gelijkgestelde-dagen/toevoegen/?day=2026-04-27&source=KB", follow=True
    )
    assert "is al een feestdag: Koningsdag." in response.content.decode()


def test_removing_asks_first(beheerder: User, log_in: LogIn) -> None:
    client = log_in(beheerder)
    row = EquatedDay.objects.get(day=date(2026, 5, 15))
    address = reverse("gelijkgestelde-dag-verwijderen", args=[row.pk])
    assert "telt dan weer als werkdag" in client.get(address).content.decode()
    assert EquatedDay.objects.filter(pk=row.pk).exists()
    client.post(address)
    assert not EquatedDay.objects.filter(pk=row.pk).exists()
