"""The contactpersoon at DUO follows the klantmanager of the dossier: once a change, whatever fails on the way."""

import json
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, Team, User
from cases.models import Case
from cases.services import assign_klantmanager, assign_substitute, close_case
from exchange.enums import Channel, OutgoingState
from exchange.models import DuoContact, DuoContactLink, OutgoingMessage
from exchange.rules.contact import ContactDetails, contact_obstacles, details_of
from exchange.services import brp
from exchange.services.contacts import keep_at_duo, keep_contacts
from exchange.services.newcomers import keep_person
from exchange.services.outgoing import read_events, retry_outgoing, send_waiting_messages, settle_outgoing
from tests.exchange.chain import OTHER_OIN, OWN_OIN, YUSUF, Chain, assert_conforms, official
from tests.exchange.test_crash import kill_while_sending
from tests.factories import CaseFactory, StaffFactory, TeamFactory

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]
BASE = "/duo/contactpersoon/v1/contactpersonen"
ANS = {"naam": "Ans de Wit", "email": "ans@zonnedijk.example", "telefoonnummer": "0612345678"}


@pytest.fixture
def team(zonnedijk: Gemeente) -> Team:
    return TeamFactory(gemeente=zonnedijk)


@pytest.fixture
def ans(team: Team) -> User:
    return StaffFactory(team=team, name=ANS["naam"], email=ANS["email"], phone=ANS["telefoonnummer"])


@pytest.fixture
def bram(team: Team) -> User:
    return StaffFactory(team=team, name="Bram O’Neill-Smit", email="bram@zonnedijk.example")


@pytest.fixture
def case(chain: Chain, zonnedijk: Gemeente, ans: User) -> Case:
    return CaseFactory(person=keep_person(brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF)), klantmanager=ans)


def send() -> OutgoingMessage:
    """Everything that is due now; answers the last message about a contact."""
    read_events()
    OutgoingMessage.objects.filter(state=OutgoingState.WAITING).update(next_attempt_at=timezone.now())
    send_waiting_messages()
    return OutgoingMessage.objects.filter(channel=Channel.DUO_CONTACT).latest("id")


def hand_over(case: Case, to: User) -> None:
    assign_klantmanager(case=case, to=to, by=None, reason="Andere caseload")


def at_duo(chain: Chain) -> list[str]:
    """Names of the contacts of Yusuf, as DUO has them."""
    return [chain.world.contacts[one].details["naam"] for one in chain.world.contact_ties.get(YUSUF, [])]


def asked(chain: Chain) -> list[str]:
    """What reached DUO, in order: "POST /7", "DELETE /7/personen"."""
    lines = [f"{one.method} {one.path}" for one in chain.world.received if "/contactpersonen" in one.path]
    return [line.replace(BASE, "").replace(f"/{YUSUF}", "") for line in lines]


# --- The way it goes ------------------------------------------------------------------------------------------


def test_duo_has_the_klantmanager_as_contact_and_hears_it_once(case: Case, chain: Chain, ans: User) -> None:
    message = send()
    send()
    assert (message.state, message.problem) == (OutgoingState.ACCEPTED, "")
    assert asked(chain) == ["POST ", "POST /1/personen"]
    assert chain.world.contacts[1].details == ANS
    assert at_duo(chain) == ["Ans de Wit"]
    link = DuoContactLink.objects.get()
    assert (link.contact.user, link.ended_at) == (ans, None)
    assert link.since is not None
    assert case.events.get(kind="duo.contact_aangenomen").text == "Contactpersoon bij DUO: Ans de Wit."


def test_another_klantmanager_replaces_the_one_before_without_a_gap(
    case: Case, chain: Chain, bram: User
) -> None:
    send()
    hand_over(case, bram)
    assert send().state == OutgoingState.ACCEPTED
    assert asked(chain)[2:] == ["POST ", "POST /2/personen", "DELETE /1/personen"]
    assert at_duo(chain) == ["Bram O'Neill-Smit"]
    # Without an own number people reach the gemeente.
    assert chain.world.contacts[2].details["telefoonnummer"] == case.gemeente.phone
    assert [link.contact.user for link in DuoContactLink.objects.filter(ended_at=None)] == [bram]


def test_the_same_colleague_is_registered_once_for_all_dossiers(case: Case, chain: Chain, ans: User) -> None:
    send()
    other = keep_person(brp.fetch_person(gemeente=case.gemeente, bsn="999917602"))
    CaseFactory(person=other, klantmanager=ans)
    assert send().state == OutgoingState.ACCEPTED
    assert len(chain.world.contacts) == 1


def test_a_substitute_is_no_contact(case: Case, chain: Chain, bram: User) -> None:
    send()
    assign_substitute(case=case, to=bram, by=None, reason="Vakantie")
    send()
    assert at_duo(chain) == ["Ans de Wit"]
    assert OutgoingMessage.objects.filter(channel=Channel.DUO_CONTACT).count() == 1


def test_a_closed_dossier_has_no_contact_any_more(case: Case, chain: Chain) -> None:
    send()
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=None)
    assert send().state == OutgoingState.ACCEPTED
    assert at_duo(chain) == []
    assert asked(chain)[-1] == "DELETE /1/personen"


def test_a_dossier_that_duo_never_had_a_contact_of_closes_in_silence(case: Case, chain: Chain) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=None)
    read_events()
    assert not OutgoingMessage.objects.filter(channel=Channel.DUO_CONTACT).exists()


def test_only_the_newest_change_goes_out_after_an_outage(
    case: Case, chain: Chain, ans: User, bram: User
) -> None:
    chain.control("storing", part="duo", down=True)
    first = send()
    hand_over(case, bram)
    second = send()
    chain.control("storing", part="duo")
    assert send().state == OutgoingState.ACCEPTED
    first.refresh_from_db()
    assert (first.state, first.problem) == (OutgoingState.WITHDRAWN, "Vervangen door een nieuwere wijziging.")
    assert second.body["naam"] == bram.name
    assert at_duo(chain) == ["Bram O'Neill-Smit"]


# --- What goes wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("knows_colleague", [False, True])
def test_a_lost_answer_leaves_one_contact(case: Case, chain: Chain, ans: User, knows_colleague: bool) -> None:
    """Lost when the colleague was registered, or when the person got the contact."""
    if knows_colleague:
        keep_at_duo(gemeente=case.gemeente, user=ans)
    chain.control("storing", part="duo", lose_answers=1)
    assert send().state == OutgoingState.WAITING
    assert send().state == OutgoingState.ACCEPTED
    assert at_duo(chain) == ["Ans de Wit"]
    assert asked(chain).count("DELETE /1/personen") == knows_colleague


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("after", [False, True], ids=["vóór DUO het heeft", "nadat DUO het heeft"])
def test_a_worker_killed_while_it_ties_leaves_one_contact(
    case: Case, chain: Chain, bram: User, after: bool
) -> None:
    send()
    hand_over(case, bram)
    read_events()
    kill_while_sending(chain, "link_contact", after=after)
    OutgoingMessage.objects.filter(state=OutgoingState.SENDING).update(next_attempt_at=timezone.now())
    assert send().state == OutgoingState.ACCEPTED
    assert at_duo(chain) == ["Bram O'Neill-Smit"]
    assert case.events.filter(kind="duo.contact_aangenomen").count() == 2


def test_duo_refuses_and_people_see_what_to_do(case: Case, chain: Chain, zonnedijk: Gemeente) -> None:
    chain.control(f"personen/{YUSUF}", gemeente="9902")
    message = send()
    assert message.state == OutgoingState.REFUSED
    assert "geen gegevens over deze persoon" in message.problem
    assert "De contactpersoon staat niet goed bij DUO" in case.events.get(kind="duo.contact_geweigerd").text
    chain.control(f"personen/{YUSUF}", gemeente="9901")
    retry_outgoing(message=message)
    assert send().state == OutgoingState.ACCEPTED
    assert at_duo(chain) == ["Ans de Wit"]


def test_missing_details_are_a_task_and_go_out_by_themselves_when_they_are_there(
    case: Case, chain: Chain, ans: User, zonnedijk: Gemeente
) -> None:
    User.objects.filter(pk=ans.pk).update(phone="")
    Gemeente.objects.filter(pk=zonnedijk.pk).update(phone="")
    message = send()
    assert message.state == OutgoingState.REFUSED
    assert "Ans de Wit heeft geen telefoonnummer" in message.problem
    assert asked(chain) == []
    assert keep_contacts() == 0
    User.objects.filter(pk=ans.pk).update(phone="0612345678")
    assert keep_contacts() == 1
    assert send().state == OutgoingState.ACCEPTED
    assert at_duo(chain) == ["Ans de Wit"]


def test_a_message_can_be_settled_by_hand_with_a_reason(case: Case, chain: Chain, ans: User) -> None:
    chain.control(f"personen/{YUSUF}", gemeente="9902")
    message = send()
    with pytest.raises(ValidationError, match="in een zin"):
        settle_outgoing(message=message, reason="ja", by=ans)
    settle_outgoing(message=message, reason="Zelf ingevuld in het Portaal Inburgering.", by=ans)
    message.refresh_from_db()
    assert (message.state, message.settled_by) == (OutgoingState.SETTLED, ans)
    with pytest.raises(ValidationError, match="al klaar"):
        settle_outgoing(message=message, reason="Zelf ingevuld in het Portaal Inburgering.", by=ans)
    assert "met de hand geregeld" in case.events.get(kind="duo.contact_ingetrokken").text


# --- The colleague ---------------------------------------------------------------------------------------------


def test_a_new_number_of_a_colleague_reaches_duo_once(case: Case, chain: Chain, ans: User) -> None:
    send()
    assert keep_contacts() == 0
    User.objects.filter(pk=ans.pk).update(phone="+31 6 87654321")
    assert (keep_contacts(), keep_contacts()) == (1, 0)
    assert chain.world.contacts[1].details == ANS | {"telefoonnummer": "+31 6 87654321"}
    assert asked(chain).count("PUT /1") == 1


def test_a_colleague_who_left_goes_from_duo_after_the_last_dossier(
    case: Case, chain: Chain, ans: User, bram: User
) -> None:
    send()
    User.objects.filter(pk=ans.pk).update(is_active=False)
    assert keep_contacts() == 0
    hand_over(case, bram)
    send()
    assert (keep_contacts(), keep_contacts()) == (1, 0)
    assert sorted(chain.world.contacts) == [2]
    assert DuoContact.objects.get(user=ans).duo_id is None


def test_a_record_that_duo_lost_is_made_again(case: Case, chain: Chain, ans: User) -> None:
    send()
    chain.world.contacts.clear()
    chain.world.contact_ties.clear()
    User.objects.filter(pk=ans.pk).update(name="Ans de Wit-Bakker")
    assert keep_contacts() == 1
    assert [one.details["naam"] for one in chain.world.contacts.values()] == ["Ans de Wit-Bakker"]


@pytest.mark.parametrize(
    ("details", "words"),
    [
        (ContactDetails("Ans de Wit", "a@b.nl", "0612345678"), ""),
        (ContactDetails("Şükrü O'Neill-Öz", "a@b.nl", "+31 (0)6 12 34 56 78"), ""),
        (ContactDetails("Ans de Wit", "a@b.nl", "14 0999"), ""),
        (ContactDetails("Ans de Wit", "a@b.nl", "012-3456789,12"), ""),
        (ContactDetails("", "a@b.nl", "0612345678"), "naam"),
        (ContactDetails("Team 2", "a@b.nl", "0612345678"), "kan niet naar DUO"),
        (ContactDetails("A" * 101, "a@b.nl", "0612345678"), "kan niet naar DUO"),
        (ContactDetails("Ans", "", "0612345678"), "e-mailadres"),
        (ContactDetails("Ans", "a@" + "b" * 240, "0612345678"), "e-mailadres"),
        (ContactDetails("Ans", "a@b.nl", ""), "telefoonnummer"),
        (ContactDetails("Ans", "a@b.nl", "bel de balie"), "cijfers en spaties"),
        (ContactDetails("Ans", "a@b.nl", "06 1234 5678 9012 3456 7890"), "cijfers en spaties"),
    ],
)  # fmt: skip
def test_what_duo_would_refuse_of_a_contact(details: ContactDetails, words: str) -> None:
    obstacles = contact_obstacles(details, who="Ans de Wit")
    assert len(obstacles) == bool(words)
    assert all(words in obstacle for obstacle in obstacles)


def test_the_own_number_goes_before_that_of_the_gemeente() -> None:
    details = details_of(name=" Ans  O’Hara ", email="a@b.nl", own_phone=" ", phone_of_gemeente="14 0999")
    assert details == ContactDetails("Ans O'Hara", "a@b.nl", "14 0999")


# --- DUO's file ------------------------------------------------------------------------------------------------


@pytest.mark.ketentest
def test_each_operation_is_as_duos_file_says(chain: Chain, case: Case) -> None:
    file, tie = official("duo/Contactpersoon.yml"), f"/contactpersonen/1/personen/{YUSUF}"

    def ask(method: str, path: str, status: int, **kwargs: object) -> None:
        response = chain.ask(method, "/duo/contactpersoon/v1" + path, **kwargs)
        assert response.status_code == status, response.text
        assert_conforms(file, path, response)

    ask("POST", "/contactpersonen", 201, json=ANS)
    ask("PUT", "/contactpersonen/1", 200, json=ANS | {"naam": "Ans Bakker"})
    ask("POST", tie, 201)
    ask("DELETE", "/contactpersonen/1", 403)
    other = {"bron": OTHER_OIN}
    ask("PUT", "/contactpersonen/1", 403, json=ANS, headers=other)
    ask("DELETE", tie, 200)
    ask("DELETE", tie, 404)
    ask("DELETE", "/contactpersonen/1", 200)
    ask("DELETE", "/contactpersonen/1", 404)
    ask("PUT", "/contactpersonen/1", 404, json=ANS)


@pytest.mark.ketentest
def test_what_we_send_is_as_duos_file_says(case: Case, chain: Chain) -> None:
    send()
    (body,) = [one.body for one in chain.world.received if one.path == BASE]
    assert json.loads(body) == ANS
    response = chain.ask("POST", BASE, content=body, headers={"Content-Type": "application/json"})
    assert_conforms(official("duo/Contactpersoon.yml"), "/contactpersonen", response)


@pytest.mark.parametrize(
    ("method", "path", "body", "oin", "status"),
    [
        ("POST", "", ANS | {"telefoonnummer": "bel"}, OWN_OIN, 400),
        ("POST", "", ANS | {"naam": "Team 2"}, OWN_OIN, 400),
        ("POST", "", {"naam": "Ans"}, OWN_OIN, 400),
        ("POST", "", ANS, "0" * 20, 403),
        ("POST", "", ANS, "1", 400),
        ("PUT", "/0", ANS, OWN_OIN, 400),
        ("PUT", "/7", ANS, OWN_OIN, 404),
        ("POST", "/1/personen/1", None, OWN_OIN, 400),
        ("POST", "/1/personen/000000000", None, OWN_OIN, 404),
        ("POST", "/1/personen/999931805", None, OWN_OIN, 403),
    ],
)  # fmt: skip
def test_the_sandbox_refuses_like_duo(
    chain: Chain, method: str, path: str, body: object, oin: str, status: int
) -> None:
    assert chain.ask("POST", BASE, json=ANS).status_code == 201
    assert chain.ask(method, BASE + path, json=body, headers={"bron": oin}).status_code == status


# --- On screen ----------------------------------------------------------------------------------------------------


def test_the_dossier_shows_whom_duo_has_and_since_when(
    case: Case, chain: Chain, ans: User, bram: User, log_in: LogIn
) -> None:
    address = f"/dossiers/{case.pk}/ketenberichten/"
    send()
    page = log_in(ans).get(address).content.decode()
    assert "Contactpersoon bij DUO" in page
    assert "0612345678" in page
    assert "Nog niet bij DUO" not in page
    chain.control("storing", part="duo", down=True)
    hand_over(case, bram)
    send()
    page = log_in(bram).get(address).content.decode()
    assert "Nog niet bij DUO: Bram" in page
    assert "Ans de Wit" in page


def test_a_team_lead_settles_a_message_on_the_page(
    case: Case, chain: Chain, team: Team, log_in: LogIn
) -> None:
    chain.control(f"personen/{YUSUF}", gemeente="9902")
    message = send()
    lead = log_in(StaffFactory(team=team, role=Role.TEAMLEIDER))
    assert "Afdoen: DUO weet het al" in lead.get("/ketenberichten/").content.decode()
    address = f"/ketenberichten/uit/{message.pk}/afdoen/"
    assert "in een zin" in lead.post(address, {"reden": ""}, follow=True).content.decode()
    lead.post(address, {"reden": "Zelf gedaan in het Portaal Inburgering."})
    message.refresh_from_db()
    assert message.state == OutgoingState.SETTLED
