"""The work list and the overview of a dossier, seen by each role."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.enums import Role
from accounts.models import Team, User
from caseload.enums import Source
from caseload.selectors import ROWS, work_list
from cases.enums import Origin
from cases.models import Case
from cases.selectors import cases_visible_to
from cases.services import close_case, open_case, record_event
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.selectors import open_deadline
from deadlines.services import start_deadline, sweep
from inburgering.kit.dutch import format_date
from intake.services import open_intake
from tests.factories import CaseFactory, PersonFactory, StaffFactory, TeamFactory

LogIn = Callable[[User], Client]


@pytest.fixture
def home(log_in: LogIn) -> Callable[..., str]:
    def home(user: User, **choices: Any) -> str:
        response = log_in(user).get(reverse("werkvoorraad"), choices)
        assert response.status_code == 200
        return unescape(response.content.decode())

    return home


def refuse(case: Case) -> None:
    record_event(
        case=case, kind="duo.pip_geweigerd", text="DUO nam het PIP niet aan: de uren ontbreken.", by=None
    )


def start_pip_term(case: Case, *, weeks_ago: int) -> None:
    notified = today() - timedelta(weeks=weeks_ago)
    facts = Facts(group=case.group, notified_on=notified, brp_registered_on=notified)
    start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)


# --- Who sees what ----------------------------------------------------------------------------------------


def test_a_klantmanager_starts_with_the_own_dossiers(home: Callable[..., str], case: Case, klantmanager: User,
                                                     colleague: User) -> None:  # fmt: skip
    theirs = cases_visible_to(colleague).exclude(pk=case.pk).get()
    mine, team = home(klantmanager), home(klantmanager, wie="team")
    assert (case.number in mine, theirs.number in mine) == (True, False)
    assert (case.number in team, theirs.number in team) == (True, True)


def test_nobody_sees_another_team_or_gemeente(
    home: Callable[..., str], case: Case, team: Team, stranger: User
) -> None:
    elsewhere = StaffFactory(team=TeamFactory(gemeente=team.gemeente))
    for user in (elsewhere, stranger):
        for whose in ("mijn", "team", "alles"):
            assert case.number not in home(user, wie=whose)


def test_a_newcomer_goes_on_to_the_portal(log_in: LogIn, resident: User) -> None:
    assert log_in(resident).get("/").headers["Location"] == reverse("mijn")


def test_a_team_lead_sees_first_who_has_nobody(
    home: Callable[..., str], teamleider: User, team: Team
) -> None:
    guide = StaffFactory(team=team)
    late = CaseFactory(klantmanager=guide)
    start_pip_term(late, weeks_ago=12)
    lost = CaseFactory(klantmanager=guide)
    lost.assignments.all().delete()
    Case.objects.filter(pk=lost.pk).update(has_klantmanager=False)
    page = home(teamleider)
    assert page.index(lost.number) < page.index(late.number)
    assert reverse("dossier-klantmanager", args=[lost.pk]) in page
    assert "Zonder klantmanager" not in home(guide)


def test_a_dossier_of_who_left_has_nobody(
    home: Callable[..., str], teamleider: User, case: Case, klantmanager: User
) -> None:
    klantmanager.is_active = False
    klantmanager.save()
    assert case.number in home(teamleider, soort="zonder")


def test_a_gemeente_without_klantmanagers_has_dossiers_of_nobody(
    home: Callable[..., str], team: Team
) -> None:
    case = open_case(person=PersonFactory(), gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None)
    lead = StaffFactory(team=team, role=Role.TEAMLEIDER)
    assert case.number in home(lead, soort="zonder")


def test_beheer_sees_messages_that_wait(
    home: Callable[..., str], case: Case, team: Team, stranger: User
) -> None:
    beheer = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    assert "Er wacht geen bericht" in home(beheer)
    refuse(case)
    refuse(Case.objects.get(gemeente=stranger.gemeente))
    page = home(beheer)
    assert "Eén bericht naar DUO wacht" in page
    assert case.number not in page


def test_the_privacy_officer_finds_the_log(home: Callable[..., str], team: Team) -> None:
    assert reverse("logboek") in home(StaffFactory(team=team, role=Role.PRIVACY_OFFICER))


# --- What stands in the list ----------------------------------------------------------------------------------


def test_each_row_says_why_and_what_to_do(home: Callable[..., str], case: Case, klantmanager: User) -> None:
    start_pip_term(case, weeks_ago=11)
    refuse(case)
    page = home(klantmanager)
    for words in (
        "te laat",
        "Zonder PIP kan de nieuwkomer niet beginnen",
        "de uren ontbreken",
        "Intake starten",
    ):
        assert words in page
    assert reverse("intake", args=[case.pk]) in page


def test_one_dossier_is_one_row(case: Case, klantmanager: User) -> None:
    start_pip_term(case, weeks_ago=11)
    refuse(case)
    rows = work_list(klantmanager, today=today()).rows
    assert [(row.case, len(row.reasons)) for row in rows] == [(case, 3)]


def test_a_refusal_goes_when_duo_accepts(case: Case, klantmanager: User) -> None:
    refuse(case)
    record_event(case=case, kind="duo.pip_aangenomen", text="DUO nam het PIP aan.", by=None)
    assert work_list(klantmanager, today=today(), source=Source.DUO).rows == []


def test_an_answer_about_the_toets_settles_nothing_about_the_pip(case: Case, klantmanager: User) -> None:
    refuse(case)
    record_event(case=case, kind="duo.lbt_mislukt", text="DUO kreeg de ontheffing niet.", by=None)
    record_event(case=case, kind="duo.lbt_aangenomen", text="DUO weet het.", by=None)
    (row,) = work_list(klantmanager, today=today(), source=Source.DUO).rows
    assert ["DUO nam het PIP niet aan" in reason.text for reason in row.reasons] == [True]


def test_an_open_intake_takes_the_place_of_a_new_dossier(case: Case, klantmanager: User) -> None:
    assert work_list(klantmanager, today=today(), source=Source.NEW).rows
    open_intake(case=case, by=klantmanager)
    assert not work_list(klantmanager, today=today(), source=Source.NEW).rows
    assert [row.phase.value for row in work_list(klantmanager, today=today(), source=Source.INTAKE).rows] == [
        "intake"
    ]


def test_a_closed_dossier_asks_nothing(case: Case, klantmanager: User) -> None:
    refuse(case)
    close_case(case=case, on=today(), reason="Verhuisd", by=klantmanager)
    assert work_list(klantmanager, today=today()).rows == []


def test_choices_stay_in_the_links(home: Callable[..., str], case: Case, klantmanager: User) -> None:
    page = home(klantmanager, wie="team", soort="nieuw")
    assert "?wie=team" in page
    assert "soort=nieuw" in page


@pytest.mark.parametrize(
    "choices", [{"soort": "zonder"}, {"soort": "x", "wie": "x", "pagina": "-1"}, {"pagina": "9" * 9}]
)
def test_strange_choices_show_the_list(home: Callable[..., str], case: Case, klantmanager: User,
                                       choices: dict[str, str]) -> None:  # fmt: skip
    assert case.number in home(klantmanager, **choices)


def test_empty_lists_say_what_will_come(home: Callable[..., str], klantmanager: User) -> None:
    assert "U bent bij" in home(klantmanager)
    assert "Niets van deze soort" in home(klantmanager, soort="duo")
    assert "Dit was alles" in home(klantmanager, soort="duo", pagina="2")


def test_a_long_list_has_a_next_page(case: Case, klantmanager: User) -> None:
    for _ in range(ROWS):
        CaseFactory(klantmanager=klantmanager)
    first = work_list(klantmanager, today=today(), source=Source.NEW)
    second = work_list(klantmanager, today=today(), source=Source.NEW, page=2)
    assert (len(first.rows), first.more, first.counts[Source.NEW]) == (ROWS, True, ROWS + 1)
    assert (len(second.rows), second.more) == (1, False)
    assert {row.case.pk for row in first.rows}.isdisjoint(row.case.pk for row in second.rows)


# --- Queries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.KLANTMANAGER, Role.TEAMLEIDER])
def test_the_list_takes_at_most_ten_queries_however_long_it_is(log_in: LogIn, team: Team, role: Role) -> None:
    user = StaffFactory(team=team, role=role)
    client = log_in(user)
    counts = []
    for _ in range(2):
        for _ in range(3):
            case = CaseFactory(klantmanager=user)
            start_pip_term(case, weeks_ago=9)
            open_intake(case=CaseFactory(klantmanager=user), by=user)
            refuse(case)
        client.get(reverse("werkvoorraad"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("werkvoorraad"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


# --- Dossier --------------------------------------------------------------------------------------------------------


def test_the_dossier_shows_who_how_far_and_what_next(log_in: LogIn, case: Case, klantmanager: User) -> None:
    start_pip_term(case, weeks_ago=3)
    page = unescape(log_in(klantmanager).get(reverse("dossier", args=[case.pk])).content.decode())
    for words in ("Yusuf al-Haddad", "17 mei 1990", "Asielstatushouder", "Karin de Boer", "PIP vaststellen",
                  "De brede intake is nog niet gestart", "Er is nog geen PIP", "Nieuwe notitie"):  # fmt: skip
        assert words in page
    assert case.person.bsn not in page


def test_a_colleague_reads_without_acts(log_in: LogIn, case: Case, colleague: User) -> None:
    page = unescape(log_in(colleague).get(reverse("dossier", args=[case.pk])).content.decode())
    assert "Yusuf al-Haddad" in page
    for words in ("Nieuwe notitie", "Dossier sluiten", "Gegevens wijzigen", "Klantmanager kiezen"):
        assert words not in page


def test_a_name_is_text_and_nothing_else(log_in: LogIn, klantmanager: User) -> None:
    name = '<img src=x onerror=alert(1)> & "O\'Neill"'
    case = CaseFactory(klantmanager=klantmanager, person=PersonFactory(last_name=name))
    for url in (reverse("werkvoorraad"), reverse("dossier", args=[case.pk]), reverse("zoeken") + "?q=neill"):
        content = log_in(klantmanager).get(url).content.decode()
        assert "<img src=x" not in content
        assert "O&#x27;Neill" in content


def test_a_correction_that_moves_a_told_day_asks_a_reason_and_a_tick_and_keeps_what_was_typed(
    log_in: LogIn, case: Case, klantmanager: User
) -> None:
    notified = today() - timedelta(weeks=8)
    facts = {"group": "gezinsmigrant", "notified_on": notified.isoformat(), "duty_from": notified.isoformat()}
    data = {"first_names": "Yusuf", "last_name": "al-Haddad", "bsn": case.person.bsn, "birth_jaar": "1991",
            "language_0": "ar", "phone": "0612345678"} | facts  # fmt: skip
    url, client = reverse("dossier-wijzigen", args=[case.pk]), log_in(klantmanager)
    assert client.post(url, data).status_code == 302
    sweep(today=today())
    before = open_deadline(case, Kind.PIP).due_on
    later = data | {"notified_on": (notified + timedelta(weeks=2)).isoformat(), "phone": "0687654321"}
    asked = client.post(url, later)
    page = asked.content.decode()
    assert asked.status_code == 200
    for words in (format_date(before), format_date(before + timedelta(weeks=2)), 'name="toch"', "0687654321"):
        assert words in page
    back = client.post(url, later | {"terug": "1"})
    assert (back.status_code, "0687654321" in back.content.decode()) == (200, True)
    for lacking in ({}, {"reason": "Verkeerd gelezen"}, {"toch": "on"}):
        refused = client.post(url, later | {"bevestigd": "1"} | lacking)
        assert refused.status_code == 422
        assert "0687654321" in refused.content.decode()
    assert open_deadline(case, Kind.PIP).due_on == before
    done = {"bevestigd": "1", "reason": "Verkeerd gelezen", "toch": "on"}
    assert client.post(url, later | done).status_code == 302
    case.person.refresh_from_db()
    assert case.person.phone == "0687654321"
    assert "Verkeerd gelezen" in case.events.get(kind="termijn.verbeterd").text
    assert open_deadline(case, Kind.PIP).due_on > before
