"""The page of messages: for who looks after them, of the own gemeente, and the part of a dossier."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.enums import Act, Role
from accounts.models import AccessLogEntry, Gemeente, Team, User
from cases.models import Case
from cases.services import record_event
from exchange.enums import Channel, FactKind, IncomingState, OutgoingState
from exchange.models import DuoFact, IncomingMessage, OutgoingMessage
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]
BODY = '{"registratieDatumTijd": "2026-03-02T09:15:00Z", "gebeurtenisId": "SS139", "bsn": "999986387"}'


@pytest.fixture
def beheerder(team: Team) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


@pytest.fixture(autouse=True)
def no_broker(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    queued: list[tuple[Any, ...]] = []
    monkeypatch.setattr("exchange.views.queue", lambda *call: queued.append(call))
    return queued


def incoming(
    gemeente: Gemeente, state: IncomingState = IncomingState.STUCK, **fields: Any
) -> IncomingMessage:
    values = {
        "message_id": uuid.uuid4(), "gemeente": gemeente, "event": "SS139", "registered_at": timezone.now(), "raw": BODY,
        "problem": "DUO kent <deze> persoon niet.", "attempts": 1,
    }  # fmt: skip
    return IncomingMessage.objects.create(**values | {"state": state} | fields)


def outgoing(case: Case, state: OutgoingState = OutgoingState.REFUSED) -> OutgoingMessage:
    event = record_event(case=case, kind="pip.vastgesteld", text="PIP", by=None, data={"version_id": 1})
    return OutgoingMessage.objects.create(
        event=event,
        channel=Channel.DUO_PIP,
        case=case,
        body={},
        state=state,
        problem="De dagtekening klopt niet.",
    )


def test_a_team_lead_sees_what_needs_people(teamleider: User, case: Case, log_in: LogIn) -> None:
    incoming(case.gemeente)
    outgoing(case)
    page = log_in(teamleider).get("/ketenberichten/").content.decode()
    assert "DUO kent &lt;deze&gt; persoon niet." in page
    assert "de tien weken voor het PIP zijn begonnen" in page
    assert "999986387" not in page
    assert "BSN ••••••387" in page
    assert "De dagtekening klopt niet." in page
    assert case.person.full_name in page


def test_who_needs_the_number_of_an_unknown_person_asks_for_it_and_that_is_logged(
    teamleider: User, case: Case, log_in: LogIn
) -> None:
    message, client = incoming(case.gemeente), log_in(teamleider)
    url = f"/ketenberichten/in/{message.pk}/nummer/"
    assert url in client.get("/ketenberichten/").content.decode()
    assert "BSN 999986387" in client.post(url).content.decode()
    entry = AccessLogEntry.objects.get(act=Act.SAW_NUMBER)
    assert (entry.user, entry.purpose) == (teamleider, f"Bericht {message.pk} van DUO")


def test_of_a_known_person_the_dossier_is_one_step_away(teamleider: User, case: Case, log_in: LogIn) -> None:
    message = incoming(case.gemeente, person_index=case.person.bsn_index)
    page = log_in(teamleider).get("/ketenberichten/").content.decode()
    assert f'href="/dossiers/{case.pk}/"' in page
    assert f"/ketenberichten/in/{message.pk}/nummer/" not in page


def test_a_beheerder_sees_the_messages_but_no_persons(beheerder: User, case: Case, log_in: LogIn) -> None:
    incoming(case.gemeente)
    outgoing(case)
    page = log_in(beheerder).get("/ketenberichten/").content.decode()
    assert "DUO kent" in page
    assert "999986387" not in page
    assert case.person.full_name not in page


@pytest.mark.parametrize("who", ["klantmanager", "resident"])
def test_others_dont_come_here(who: str, case: Case, log_in: LogIn, request: pytest.FixtureRequest) -> None:
    client = log_in(request.getfixturevalue(who))
    assert client.get("/ketenberichten/").status_code == 403
    assert client.post(f"/ketenberichten/in/{incoming(case.gemeente).pk}/opnieuw/").status_code == 403


def test_another_gemeente_sees_nothing(case: Case, stranger: User, log_in: LogIn) -> None:
    boss = StaffFactory(team=stranger.memberships.get().team, role=Role.TEAMLEIDER)
    message, sent = incoming(case.gemeente), outgoing(case)
    client = log_in(boss)
    assert "Alles is verwerkt" in client.get("/ketenberichten/").content.decode()
    assert client.post(f"/ketenberichten/in/{message.pk}/opnieuw/").status_code == 404
    assert client.post(f"/ketenberichten/uit/{sent.pk}/opnieuw/").status_code == 404


@pytest.mark.parametrize(
    ("show", "stuck", "refused", "waits"),
    [("", True, True, True), ("vast", True, False, False), ("niet-verzonden", False, True, False),
     ("wacht", False, False, True), ("onzin", True, True, True)],
)  # fmt: skip
def test_the_tabs_narrow_it_down(
    teamleider: User, case: Case, log_in: LogIn, show: str, *, stuck: bool, refused: bool, waits: bool
) -> None:
    incoming(case.gemeente)
    incoming(case.gemeente, IncomingState.RECEIVED, problem="DUO is niet bereikbaar.")
    incoming(case.gemeente, IncomingState.HANDLED, problem="", event="SS199")
    outgoing(case)
    page = log_in(teamleider).get("/ketenberichten/", {"toon": show}).content.decode()
    assert ("DUO kent" in page, "De dagtekening" in page, "DUO is niet bereikbaar." in page) == (
        stuck,
        refused,
        waits,
    )
    assert "uitslag van een examen" not in page


def test_an_empty_page_says_that_all_is_well(teamleider: User, log_in: LogIn) -> None:
    assert "Alles is verwerkt" in log_in(teamleider).get("/ketenberichten/").content.decode()


def test_probeer_opnieuw_puts_it_back_in_the_queue(
    teamleider: User, case: Case, log_in: LogIn, no_broker: list[Any]
) -> None:
    message, sent = incoming(case.gemeente), outgoing(case)
    client = log_in(teamleider)
    assert client.get(f"/ketenberichten/in/{message.pk}/opnieuw/")["Location"] == "/ketenberichten/"
    page = client.post(f"/ketenberichten/in/{message.pk}/opnieuw/", follow=True).content.decode()
    assert "Wij verwerken het bericht opnieuw." in page
    client.post(f"/ketenberichten/uit/{sent.pk}/opnieuw/")
    assert IncomingMessage.objects.get().state == IncomingState.RECEIVED
    assert OutgoingMessage.objects.get().state == OutgoingState.WAITING
    assert no_broker == [
        ("exchange.tasks.process_message", message.pk), ("exchange.tasks.send_outgoing", sent.pk)
    ]  # fmt: skip


def test_a_message_can_be_settled_by_hand_with_a_reason(teamleider: User, case: Case, log_in: LogIn) -> None:
    message = incoming(case.gemeente)
    client, url = log_in(teamleider), f"/ketenberichten/in/{message.pk}/afdoen/"
    assert "Schrijf in een zin hoe" in client.post(url, {"reden": "ok"}, follow=True).content.decode()
    page = client.post(
        url, {"reden": "DUO gebeld: de persoon woont in een andere gemeente."}, follow=True
    ).content.decode()
    assert "Het bericht is afgedaan" in page
    assert "Alles is verwerkt" in page
    message.refresh_from_db()
    assert (message.state, message.settled_by) == (IncomingState.SETTLED, teamleider)
    assert (
        "al door een medewerker afgedaan"
        in client.post(url, {"reden": "Nog een keer afdoen."}, follow=True).content.decode()
    )


def test_a_message_that_still_waits_isnt_settled(teamleider: User, case: Case, log_in: LogIn) -> None:
    message = incoming(case.gemeente, IncomingState.RECEIVED)
    url = f"/ketenberichten/in/{message.pk}/afdoen/"
    page = log_in(teamleider).post(url, {"reden": "Dit hoeft niet meer."}, follow=True).content.decode()
    assert "wordt nog verwerkt" in page


def test_what_is_done_stays_done(teamleider: User, case: Case, log_in: LogIn) -> None:
    message = incoming(case.gemeente, IncomingState.HANDLED, problem="")
    sent = outgoing(case, OutgoingState.ACCEPTED)
    client = log_in(teamleider)
    for path in (f"in/{message.pk}", f"uit/{sent.pk}"):
        page = client.post(f"/ketenberichten/{path}/opnieuw/", follow=True).content.decode()
        assert "al " in page
    assert OutgoingMessage.objects.get().state == OutgoingState.ACCEPTED


def test_the_number_of_queries_doesnt_grow(teamleider: User, case: Case, log_in: LogIn) -> None:
    client = log_in(teamleider)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/ketenberichten/")
        return len(captured)

    for _ in range(2):
        incoming(case.gemeente)
        outgoing(case)
    few = queries()
    for _ in range(10):
        incoming(case.gemeente)
        outgoing(case)
    assert queries() == few


def test_a_dossier_shows_its_messages(klantmanager: User, case: Case, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    url = f"/dossiers/{case.pk}/ketenberichten/"
    assert "Nog geen berichten" in client.get(url).content.decode()
    incoming(case.gemeente, IncomingState.HANDLED, problem="", case=case)
    outgoing(case, OutgoingState.ACCEPTED)
    DuoFact.objects.create(
        case=case, kind=FactKind.TERM, content={"starts_on": "2026-03-03", "last_day": "2029-03-02"}
    )
    page = client.get(url).content.decode()
    assert "Aangenomen door DUO" in page
    assert "2 maart 2029" in page
    assert "<html" in page
    part = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Aangenomen door DUO" in part
    assert "<html" not in part


def test_a_dossier_shows_what_is_stuck_about_its_person(
    klantmanager: User, case: Case, log_in: LogIn
) -> None:
    incoming(
        case.gemeente, event="SS111", person_index=case.person.bsn_index, problem="De BRP zegt dat niet."
    )
    incoming(case.gemeente, event="SS106", person_index="iemand anders")
    page = log_in(klantmanager).get(f"/dossiers/{case.pk}/ketenberichten/").content.decode()
    assert "deze persoon is overleden" in page
    assert "Kan niet worden verwerkt. De BRP zegt dat niet." in page
    assert "inburgeringsdiploma" not in page


def test_only_who_may_see_the_dossier_sees_its_messages(case: Case, stranger: User, log_in: LogIn) -> None:
    assert log_in(stranger).get(f"/dossiers/{case.pk}/ketenberichten/").status_code == 404


def test_the_work_list_warns_who_can_help(
    beheerder: User, klantmanager: User, team: Team, log_in: LogIn
) -> None:
    teamleider = StaffFactory(team=team, role=Role.TEAMLEIDER)
    alarm = "Eén bericht van DUO kan niet worden verwerkt"
    assert alarm not in log_in(teamleider).get("/").content.decode()
    incoming(team.gemeente)
    assert alarm in log_in(teamleider).get("/").content.decode()
    assert alarm in log_in(beheerder).get("/").content.decode()
    assert alarm not in log_in(klantmanager).get("/").content.decode()
