"""Adding, meeting, stopping, lengthening and correcting a term by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from tests.deadlines.pages import page_of

pytestmark = pytest.mark.usefixtures("on_monday")
LogIn = Callable[[User], Client]


# --- Acts on a term ---------------------------------------------------------------------------------------


@pytest.fixture
def boete(case: Case) -> Deadline:
    facts = Facts(report_on=date(2026, 2, 2))
    return services.start_deadline(case=case, kind=Kind.BOETEBESLUIT, facts=facts, by=None)


def address(name: str, deadline: Deadline) -> str:
    return reverse(name, args=[deadline.case_id, deadline.pk])


def test_adding_a_term_that_nothing_starts(case: Case, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    new = reverse("termijn-toevoegen", args=[case.pk])
    assert "Beslissen over een boete" in client.get(new).content.decode()
    chosen = f"{new}?soort=boetebesluit"
    assert 'name="report_on"' in client.get(chosen).content.decode()
    done = client.post(chosen, {"report_on": "2026-02-02", "about": "boete 1"}, follow=True)
    assert "Dag: maandag 4 mei 2026." in done.content.decode()
    assert case.deadlines.get().about == "boete 1"


def test_adding_a_promise_takes_the_length_of_the_gemeente(
    case: Case, klantmanager: User, log_in: LogIn
) -> None:
    chosen = reverse("termijn-toevoegen", args=[case.pk]) + "?soort=zienswijze"
    log_in(klantmanager).post(chosen, {"promised_on": "2026-03-02"})
    assert case.deadlines.get().due_on == date(2026, 3, 16)


def test_adding_without_a_day_asks_for_it(case: Case, klantmanager: User, log_in: LogIn) -> None:
    chosen = reverse("termijn-toevoegen", args=[case.pk]) + "?soort=zienswijze"
    response = log_in(klantmanager).post(chosen, {})
    assert response.status_code == 422
    assert "Vul in op welke dag de afspraak begint." in response.content.decode()


def test_a_term_is_not_added_without_its_first_day(case: Case, klantmanager: User, log_in: LogIn) -> None:
    chosen = reverse("termijn-toevoegen", args=[case.pk]) + "?soort=boetebesluit"
    response = log_in(klantmanager).post(chosen, {"about": "boete 1"})
    assert response.status_code == 422
    assert "zonder dit gegeven is er geen laatste dag" in response.content.decode()
    assert not case.deadlines.exists()


def test_a_running_term_keeps_a_first_day(boete: Deadline, klantmanager: User, log_in: LogIn) -> None:
    data = {"report_on": "", "reason": "Weet ik niet", "bevestigd": "1"}
    response = log_in(klantmanager).post(address("termijn-verbeteren", boete), data)
    assert response.status_code == 422
    assert "zonder dit gegeven is er geen laatste dag" in response.content.decode()
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 4)


def test_a_term_that_waits_for_its_first_day_may_go_on_waiting(
    case: Case, klantmanager: User, log_in: LogIn
) -> None:
    waiting = services.start_deadline(case=case, kind=Kind.TERMIJN, facts=Facts(), by=None)
    response = log_in(klantmanager).post(
        address("termijn-verbeteren", waiting), {"reason": "Nog steeds niet"}
    )
    assert "Er verandert niets" in response.content.decode()


@pytest.mark.parametrize("kind", ["pip", "bewaren", "onzin"])
def test_what_starts_by_itself_is_not_added(case: Case, klantmanager: User, log_in: LogIn, kind: str) -> None:
    chosen = reverse("termijn-toevoegen", args=[case.pk]) + f"?soort={kind}"
    assert log_in(klantmanager).post(chosen, {"announced_on": "2026-02-02"}).status_code == 422
    assert not case.deadlines.exists()


def test_nonsense_comes_back_with_what_was_typed(case: Case, klantmanager: User, log_in: LogIn) -> None:
    chosen = reverse("termijn-toevoegen", args=[case.pk]) + "?soort=boetebesluit"
    response = log_in(klantmanager).post(chosen, {"report_on": "2020-01-01", "about": "boete van Piet"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "dat is vóór 1 januari 2022" in html
    assert "boete van Piet" in html


def test_done_and_stopped(case: Case, boete: Deadline, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    assert client.get(address("termijn-stoppen", boete)).status_code == 200
    assert client.post(address("termijn-stoppen", boete), {"reason": ""}).status_code == 422
    client.post(address("termijn-stoppen", boete), {"reason": "Sepot"})
    boete.refresh_from_db()
    assert boete.stopped_reason == "Sepot"
    other = services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=date(2026, 3, 2), by=None)
    client.post(address("termijn-gedaan", other), {"on": "2026-03-02"})
    other.refresh_from_db()
    assert other.met_on == date(2026, 3, 2)


def test_done_is_not_before_the_start(boete: Deadline, klantmanager: User, log_in: LogIn) -> None:
    response = log_in(klantmanager).post(address("termijn-gedaan", boete), {"on": "2026-02-01"})
    assert response.status_code == 422
    assert "De termijn begint op 2 februari 2026." in response.content.decode()
    log_in(klantmanager).post(address("termijn-gedaan", boete), {"on": "2026-02-02"})
    boete.refresh_from_db()
    assert boete.met_on == date(2026, 2, 2)


def test_done_by_mistake_is_undone_with_a_reason(boete: Deadline, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    look = boete.next_look_on
    client.post(address("termijn-gedaan", boete), {"on": "2026-03-01"})
    undo = address("termijn-toch-niet-gedaan", boete)
    assert undo in client.get(page_of(boete.case)).content.decode()
    assert client.post(undo, {"reason": " "}).status_code == 422
    html = client.post(undo, {"reason": "Verkeerde knop"}, follow=True).content.decode()
    boete.refresh_from_db()
    assert (boete.met_on, boete.due_on, boete.next_look_on) == (None, date(2026, 5, 4), look)
    assert "loopt weer" in html
    event = boete.case.events.get(kind="termijn.toch_niet_gedaan")
    assert "Verkeerde knop" in event.text
    assert client.post(undo, {"reason": "Nog eens"}).status_code == 422


def test_what_runs_anew_already_is_not_undone_too(
    boete: Deadline, pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    services.meet_deadline(case=boete.case, kind=Kind.BOETEBESLUIT, on=date(2026, 3, 1), by=None)
    services.start_deadline(
        case=boete.case, kind=Kind.BOETEBESLUIT, facts=Facts(report_on=date(2026, 2, 9)), by=None
    )
    client = log_in(klantmanager)
    response = client.post(address("termijn-toch-niet-gedaan", boete), {"reason": "x"})
    assert "loopt al een nieuwe" in response.content.decode()
    assert client.post(address("termijn-toch-niet-gedaan", pip), {"reason": "x"}).status_code == 403


def test_a_term_that_ends_by_itself_is_not_stopped_by_hand(
    pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    assert log_in(klantmanager).post(address("termijn-stoppen", pip), {"reason": "x"}).status_code == 403


def test_extending_and_withdrawing(termijn: Deadline, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    said = client.post(
        address("termijn-verlengen", termijn),
        {"ground": "R-22b", "decided_on": "2026-02-27", "reason": "Moeder overleden"}, follow=True,
    ).content.decode()  # fmt: skip
    assert "De dag is nu: dinsdag 15 juni 2027." in said
    assert "Overlijden van partner of familie" in said
    extension = termijn.extensions.get()
    withdraw = reverse("verlenging-intrekken", args=[termijn.case_id, extension.pk])
    assert "Verlenging intrekken?" in client.get(withdraw).content.decode()
    html = client.post(withdraw, {"reason": "Verkeerd dossier"}, follow=True).content.decode()
    assert "Ingetrokken: <bdi>Verkeerd dossier</bdi>" in html


def test_an_extension_under_a_date_of_duo_says_which_goes_first(
    termijn: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    facts = replace(Facts.from_json(termijn.facts), duo_ends_on=date(2027, 3, 16))
    services.correct_facts(deadline=termijn, facts=facts, reason="Bericht van DUO.", by=None)
    said = log_in(klantmanager).post(
        address("termijn-verlengen", termijn),
        {"ground": "R-22b", "decided_on": "2026-02-27", "reason": "Moeder overleden"}, follow=True,
    ).content.decode()  # fmt: skip
    assert "De datum van DUO gaat voor: maandag 15 maart 2027." in said
    assert "Zelf berekenen wij dinsdag 15 juni 2027." in said
    assert "De dag is nu" not in said


def test_a_half_length_is_refused_at_the_field(termijn: Deadline, klantmanager: User, log_in: LogIn) -> None:
    data = {"ground": "R-26", "decided_on": "2026-02-27", "reason": "x", "number": "2"}
    response = log_in(klantmanager).post(address("termijn-verlengen", termijn), data)
    assert response.status_code == 422
    assert "Vul het aantal en de eenheid allebei in." in response.content.decode()


def test_suspending_ending_and_withdrawing(boete: Deadline, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    client.post(address("termijn-opschorten", boete), {"from_on": "2026-02-10", "reason": "Bij het OM"})
    suspension = boete.suspensions.get()
    end = reverse("opschorting-afsluiten", args=[boete.case_id, suspension.pk])
    html = client.post(end, {"until_on": "2026-02-19"}, follow=True).content.decode()
    assert "De dag is nu: donderdag 14 mei 2026." in html
    withdraw = reverse("opschorting-intrekken", args=[boete.case_id, suspension.pk])
    assert client.post(withdraw, {"reason": ""}).status_code == 422
    client.post(withdraw, {"reason": "Vergissing"})
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 4)


def test_a_promise_is_not_in_the_law_and_its_key_is_in_words(
    case: Case, boete: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=date(2026, 3, 2), by=None, about="verzoek:1")
    services.start_deadline(
        case=case, kind=Kind.BEZWAAR, facts=Facts(announced_on=date(2026, 2, 20)), by=None
    )
    html = log_in(klantmanager).get(page_of(case)).content.decode()
    assert "Waarover: <bdi>verzoek 1</bdi>" in html
    assert "Waarover: <bdi>20 februari 2026</bdi>" in html
    assert html.count("Zekerheid:") == 2  # the boete and the bezwaar
    assert "Zelf gekozen door de gemeente." in html


def test_free_text_keeps_its_direction_to_itself(
    case: Case, boete: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    odd = "Sepot \u202e rejenk"
    services.stop_deadline(deadline=boete, reason=odd, by=klantmanager)
    html = log_in(klantmanager).get(page_of(case)).content.decode()
    assert f"<bdi>{odd}</bdi>" in html
    assert html.count("\u202e") == html.count("<bdi>Sepot") + html.count("<bdi>Termijn gestopt")


def test_a_term_of_another_case_is_not_found(boete: Deadline, colleague: User, log_in: LogIn) -> None:
    other = Case.objects.exclude(pk=boete.case_id).get()
    for name in (
        "termijn-verbeteren",
        "termijn-stoppen",
        "termijn-gedaan",
        "termijn-opschorten",
        "termijn-verlengen",
    ):
        assert log_in(colleague).get(reverse(name, args=[other.pk, boete.pk])).status_code == 404


# --- Correcting ---------------------------------------------------------------------------------------------


def test_a_correction_shows_before_and_after_and_asks(
    case: Case, termijn: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    client = log_in(klantmanager)
    page = address("termijn-verbeteren", termijn)
    assert 'value="2024-03-15"' in client.get(page).content.decode()
    data = {"pip_dated_on": "2024-03-01", "reason": "Verkeerde dagtekening"}
    html = client.post(page, data).content.decode()
    for words in (
        "maandag 15 maart 2027",
        "maandag 1 maart 2027",
        "Verlenging aanvragen",
        "dinsdag 1 september 2026",
    ):
        assert words in html
    termijn.refresh_from_db()
    assert termijn.due_on == date(2027, 3, 15)
    done = client.post(page, data | {"bevestigd": "1"}, follow=True).content.decode()
    assert "De dag is nu: maandag 1 maart 2027." in done
    assert "Dagtekening van het PIP: 15 maart 2024 → 1 maart 2024" in done
    assert "Karin de Boer" in done


def test_a_correction_of_what_was_told_needs_a_tick(
    case: Case, boete: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    services.sweep(today=date(2026, 4, 14))
    client = log_in(klantmanager)
    page = address("termijn-verbeteren", boete)
    data = {"report_on": "2026-02-09", "reason": "Verkeerde datum"}
    html = client.post(page, data).content.decode()
    assert "14 april 2026: aan de klantmanager, over 4 mei 2026" in html
    refused = client.post(page, data | {"bevestigd": "1"})
    assert refused.status_code == 422
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 4)
    client.post(page, data | {"bevestigd": "1", "toch": "on"})
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 11)


def test_facts_of_the_case_are_corrected_at_the_case(
    pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    html = log_in(klantmanager).get(address("termijn-verbeteren", pip)).content.decode()
    assert "Deze gegevens horen bij het dossier" in html
    assert 'name="notified_on"' not in html


def test_nonsense_facts_are_refused_before_anything_is_shown(
    termijn: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    data = {"pip_dated_on": "2020-03-01", "reason": "Verkeerd"}
    response = log_in(klantmanager).post(address("termijn-verbeteren", termijn), data)
    assert response.status_code == 422
    assert "dat is vóór 1 januari 2022" in response.content.decode()


def test_a_day_that_must_still_come_is_refused_at_its_field(
    termijn: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    ahead = date(2026, 3, 3)
    data = {"pip_dated_on": ahead.isoformat(), "reason": "Verkeerde dagtekening"}
    response = log_in(klantmanager).post(address("termijn-verbeteren", termijn), data)
    assert response.status_code == 422
    html = response.content.decode()
    assert "De dagtekening van het PIP kan niet op" in html
    assert "die dag moet nog komen" in html
    assert f'value="{ahead.isoformat()}"' in html
    facts = replace(termijn.known_facts, pip_dated_on=ahead)
    with pytest.raises(ValidationError, match="die dag moet nog komen"):
        services.correct_facts(deadline=termijn, facts=facts, reason="Verkeerd", by=klantmanager)
