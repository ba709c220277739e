"""What each notification leads to, with DUO and the BRP over HTTP."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, User
from cases.enums import Gender, Group, Origin, Status
from cases.models import Case, CaseEvent, Country, Nationality
from cases.services import update_facts
from deadlines.enums import Kind
from exchange.enums import EventKind, FactKind, IncomingState
from exchange.models import DuoFact, ExchangeLog, IncomingMessage
from exchange.rules.notification import parse
from exchange.selectors import open_differences
from exchange.services.incoming import handle_message, handle_waiting, keep_notification, retry_incoming
from inburgering.kit.dutch import format_date
from inburgering.kit.partial_date import PartialDate
from intake.models import LbtResult
from tests.exchange.chain import ELSEWHERE, EXEMPT, HAMID, LEYLA, SELAM, YUSUF, Chain
from tests.factories import StaffFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(zonnedijk: Gemeente) -> User:
    return StaffFactory(team=TeamFactory(gemeente=zonnedijk), role=Role.KLANTMANAGER, name="Sanne de Wit")


@pytest.fixture(autouse=True)
def national_tables(db: None) -> None:
    for code, name in (("7009", "Syrië"), ("9003", "Eritrea")):
        Country.objects.get_or_create(code=code, defaults={"name": name})
    Nationality.objects.get_or_create(code="0336", defaults={"name": "Syrische"})


@pytest.fixture
def arrive(chain: Chain, zonnedijk: Gemeente, guide: User) -> Any:
    """Keeps and handles one notification, as DUO's comes in; answers the message."""

    def arrive(
        event: str, bsn: str = YUSUF, *, v_number: int | None = None, gemeente: Gemeente = zonnedijk
    ) -> IncomingMessage:
        about = f'"vNummer": {v_number}' if v_number else f'"bsn": "{bsn}"'
        moment = timezone.now().isoformat()
        body = f'{{"registratieDatumTijd": "{moment}", "gebeurtenisId": "{event}", {about}}}'.encode()
        row_id = keep_notification(
            message_id=uuid.uuid4(), gemeente_id=gemeente.pk, notification=parse(body), body=body
        )
        assert row_id
        handle_message(message_id=row_id)
        return IncomingMessage.objects.get(pk=row_id)

    return arrive


def texts(case: Case, kind: EventKind) -> list[str]:
    return list(case.events.filter(kind=kind).order_by("id").values_list("text", flat=True))


# --- Newcomers ---------------------------------------------------------------------------------------


def test_what_came_before_the_dossier_is_handled_once_there_is_one(arrive: Any, guide: User) -> None:
    early = arrive("SS131")
    assert early.state == IncomingState.STUCK
    case = arrive("SS139").case
    handle_waiting()
    early.refresh_from_db()
    assert (early.state, early.case) == (IncomingState.HANDLED, case)
    assert LbtResult.objects.filter(case=case).exists()


def test_ss139_opens_a_dossier_with_a_clock_of_ten_weeks(arrive: Any, guide: User) -> None:
    message = arrive("SS139")
    assert (message.state, message.problem) == (IncomingState.HANDLED, "")
    case = message.case
    today = timezone.localdate()
    assert case.person.full_name == "Yusuf al-Haddad"
    assert (case.person.bsn, case.person.gender) == (YUSUF, Gender.MALE)
    assert case.person.birth == PartialDate(1991, 3, 14)
    assert case.person.birth_country.name == "Syrië"
    assert [one.name for one in case.person.nationalities.all()] == ["Syrische"]
    assert (case.group, case.origin) == (Group.ASIELSTATUSHOUDER, Origin.DUO)
    assert case.brp_registered_on == today - timedelta(days=20)
    assert case.notified_on == today - timedelta(days=140)
    assert case.assignments.get().user == guide
    deadline = case.deadlines.get()
    assert deadline.kind == Kind.PIP
    assert deadline.due_on >= case.brp_registered_on + timedelta(weeks=10)
    assert texts(case, EventKind.NOTIFIED) == [message.sentence]
    assert set(case.duo_facts.values_list("kind", flat=True)) == {FactKind.DUTY, FactKind.GROUP}


def test_the_same_news_twice_is_one_dossier_with_one_clock(arrive: Any) -> None:
    first, again, other = arrive("SS139"), arrive("SS139"), arrive("SS101")
    assert first.case == again.case == other.case
    assert Case.objects.count() == 1
    assert first.case.deadlines.count() == 1


def test_a_message_that_undoes_a_correction_is_put_before_the_klantmanager(
    arrive: Any, guide: User, log_in: Callable[[User], Client]
) -> None:
    case = arrive("SS139").case
    told, own = case.brp_registered_on, case.brp_registered_on - timedelta(days=3)
    update_facts(case=case, by=guide, reason="Brief gezien.", brp_registered_on=own)
    arrive("SS139")
    case.refresh_from_db()
    assert case.brp_registered_on == told
    (said,) = texts(case, EventKind.DIFFERS)
    for words in ("Sanne de Wit", format_date(own, weekday=False), format_date(told, weekday=False)):
        assert words in said
    arrive("SS139")
    assert len(texts(case, EventKind.DIFFERS)) == 1
    client, page = log_in(guide), reverse("verschil-met-duo", args=[case.pk])
    assert page in client.get("/").content.decode()
    assert said in unescape(client.get(page).content.decode())
    assert client.post(page).status_code == 302
    assert not open_differences(case).exists()
    assert client.post(page).status_code == 422
    assert page not in client.get("/").content.decode()


def test_a_correction_settles_a_difference_and_a_guess_never_undoes_one(arrive: Any, guide: User) -> None:
    case = arrive("SS139").case
    update_facts(case=case, by=guide, reason="Belde met COA.", in_coa=True)
    arrive("SS139")
    case.refresh_from_db()
    assert case.in_coa
    assert open_differences(case).count() == 1
    update_facts(case=case, by=guide, reason="Is verhuisd.", in_coa=False)
    assert not open_differences(case).exists()


def test_ss101_opens_without_a_clock(arrive: Any) -> None:
    case = arrive("SS101").case
    assert case.is_open
    assert not case.deadlines.exists()


def test_who_is_still_at_coa_has_a_clock_that_waits(arrive: Any, chain: Chain) -> None:
    """Law R-02, the exception: the ten weeks start with the registration in the gemeente of housing."""
    case = arrive("SS139", SELAM).case
    assert case.in_coa
    assert case.brp_registered_on is None
    assert case.deadlines.get().due_on is None
    chain.control(f"personen/{SELAM}", gemeente="9901", inschrijving="-2d", in_coa=False)
    case = arrive("SS120", SELAM).case
    assert not case.in_coa
    assert case.deadlines.get().due_on >= timezone.localdate() - timedelta(days=2) + timedelta(weeks=10)


def test_ss121_opens_after_a_move_with_the_leerroute_that_stays(arrive: Any) -> None:
    case = arrive("SS121", LEYLA).case
    assert case.origin == Origin.VERHUIZING
    assert case.deadlines.get().kind == Kind.PIP_NA_VERHUIZING
    assert "de leerroute is en blijft: B1-route" in texts(case, EventKind.NOTIFIED)[0]
    assert case.duo_facts.get(kind=FactKind.PIP).content["gemeente_code"] == "9902"
    assert case.pip.previous_leerroute == "B"


def test_nobody_gets_a_dossier_who_has_no_duty(arrive: Any) -> None:
    message = arrive("SS139", EXEMPT)
    assert message.state == IncomingState.STUCK
    assert "niet inburgeringsplichtig. Reden: volledige vrijstelling." in message.problem
    assert not Case.objects.exists()


def test_what_people_filled_in_survives_a_message(arrive: Any) -> None:
    person = arrive("SS139").case.person
    person.phone = "0612345678"
    person.save()
    assert arrive("SS101").case.person.phone == "0612345678"


# --- Later news --------------------------------------------------------------------------------------


def test_ss131_brings_the_result_of_the_toets(arrive: Any) -> None:
    arrive("SS139")
    case = arrive("SS131").case
    result = LbtResult.objects.get(case=case)
    assert (str(result.score), result.taken_on) == ("62.50", timezone.localdate() - timedelta(days=6))
    arrive("SS131")
    assert LbtResult.objects.count() == 1


def test_ss137_brings_the_exam_number(arrive: Any) -> None:
    arrive("SS139")
    assert arrive("SS137").case.lbt_registration.exam_number == "LBT100000001"


def test_ss102_brings_duos_dates(arrive: Any, chain: Chain) -> None:
    case = arrive("SS139").case
    pip = {"dagtekeningPip": timezone.localdate().isoformat(), "leerroute": "B"}
    chain.ask("POST", f"/duo/pip/v1/personen/{YUSUF}/PIP", json=pip)
    message = arrive("SS102")
    assert message.state == IncomingState.HANDLED, message.problem
    deadline = case.deadlines.get(kind=Kind.TERMIJN)
    assert deadline.due_on == chain.world.terms[YUSUF][-1].ends - timedelta(days=1)
    assert "tot en met" in texts(case, EventKind.TERM)[0]
    assert case.duo_facts.get(kind=FactKind.TERM).content["last_day"] == deadline.due_on.isoformat()


def test_ss111_closes_the_dossier_and_stops_the_clocks(arrive: Any, chain: Chain) -> None:
    chain.control(f"personen/{HAMID}", overleden_op="")
    case = arrive("SS139", HAMID).case
    chain.control(f"personen/{HAMID}", overleden_op="-3d")
    message = arrive("SS111", HAMID)
    assert message.state == IncomingState.HANDLED, message.problem
    case.refresh_from_db()
    assert case.status == Status.CLOSED
    assert "Overleden op" in case.closed_reason
    assert case.person.died_on == timezone.localdate() - timedelta(days=3)
    running = {deadline.kind: deadline.due_on for deadline in case.deadlines.filter(stopped_on=None)}
    assert running.keys() == {Kind.BEWAREN, Kind.BEWAREN_KERN}
    assert running[Kind.BEWAREN] == case.person.died_on
    assert texts(case, EventKind.DIED)


def test_a_death_that_only_duo_knows_of_closes_nothing(arrive: Any) -> None:
    case = arrive("SS139").case
    message = arrive("SS111")
    assert message.state == IncomingState.STUCK
    assert "de BRP zegt dat niet" in message.problem
    case.refresh_from_db()
    assert case.is_open


def test_a_change_of_group_moves_the_clock(arrive: Any, chain: Chain) -> None:
    case = arrive("SS139").case
    before = case.deadlines.get().due_on
    chain.control(f"personen/{YUSUF}", asiel=False, kennisgeving="-30d")
    arrive("SS101")
    arrive("SS124")
    case.refresh_from_db()
    assert case.group == Group.GEZINSMIGRANT
    assert case.deadlines.get().due_on < before


@pytest.mark.parametrize("code", ["SS110", "SS128", "SS106", "SS777"])
def test_other_events_are_shown_in_the_dossier(arrive: Any, code: str) -> None:
    case = arrive("SS139").case
    message = arrive(code)
    assert (message.state, message.case) == (IncomingState.HANDLED, case)
    assert texts(case, EventKind.NOTIFIED)[-1] == message.sentence


def test_an_event_by_v_number_finds_the_person(arrive: Any) -> None:
    case = arrive("SS139").case
    case.person.v_number = 2811045501
    case.person.save()
    assert arrive("SS110", v_number=2811045501).case == case


# --- What can't be handled, and stays to be seen ---------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "bsn", "words"),
    [
        ("SS139", ELSEWHERE, "geen gegevens over deze persoon"),
        ("SS139", "999990019", "DUO kent deze persoon niet"),
        ("SS139", "123456789", "elfproef"),
        ("SS110", YUSUF, "geen dossier van deze persoon"),
        ("SS102", YUSUF, "DUO kent deze persoon niet, of heeft dit gegeven niet"),
    ],
)
def test_a_message_that_cant_be_handled_says_why(arrive: Any, event: str, bsn: str, words: str) -> None:
    message = arrive(event, bsn)
    assert message.state == IncomingState.STUCK
    assert words in message.problem
    assert not Case.objects.exists()


def test_an_unknown_v_number_is_explained(arrive: Any) -> None:
    assert "alleen een V-nummer" in arrive("SS110", v_number=1).problem


def test_a_person_can_be_put_right_and_the_message_retried(arrive: Any, chain: Chain) -> None:
    message = arrive("SS139", ELSEWHERE)
    chain.control(f"personen/{ELSEWHERE}", gemeente="9901", inschrijving="-1d")
    retry_incoming(message=message)
    handle_waiting()
    message.refresh_from_db()
    assert (message.state, message.problem) == (IncomingState.HANDLED, "")


def test_an_impossible_answer_is_an_outage_not_a_crash(arrive: Any, chain: Chain) -> None:
    chain.control(f"personen/{YUSUF}", geboortedatum="20991231")
    message = arrive("SS139")
    assert message.state == IncomingState.STUCK
    assert "toekomst" in message.problem
    assert not CaseEvent.objects.exists()


def test_a_surprise_is_kept_for_people(arrive: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("exchange.services.incoming.act_on", fail)
    message = arrive("SS139")
    assert message.state == IncomingState.STUCK
    assert message.problem.startswith("Er ging iets mis in dit programma.")


# --- Outages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["duo", "brp"])
@pytest.mark.parametrize(
    "fault", [{"down": True}, {"fail_next": 3, "status": 500}, {"fail_next": 3, "status": 503}]
)
def test_an_outage_heals_itself(arrive: Any, chain: Chain, part: str, fault: dict[str, Any]) -> None:
    chain.control("storing", part=part, **fault)
    message = arrive("SS139")
    assert message.state == IncomingState.RECEIVED
    assert message.problem
    assert message.next_attempt_at > timezone.now()
    assert not Case.objects.exists()
    chain.control("storing", part=part)
    assert handle_waiting() == 0  # not its turn yet
    IncomingMessage.objects.update(next_attempt_at=timezone.now())
    assert handle_waiting() == 1
    message.refresh_from_db()
    assert message.state == IncomingState.HANDLED


def test_a_short_fault_isnt_even_noticed(arrive: Any, chain: Chain) -> None:
    chain.control("storing", part="duo", fail_next=2, status=500)
    assert arrive("SS139").state == IncomingState.HANDLED
    assert list(ExchangeLog.objects.order_by("id").values_list("status", flat=True))[:3] == [500, 500, 200]


def test_after_a_week_people_must_look(arrive: Any, chain: Chain) -> None:
    chain.control("storing", part="duo", down=True)
    message = arrive("SS139")
    week_ago = timezone.now() - timedelta(days=8)
    IncomingMessage.objects.update(received_at=week_ago, next_attempt_at=week_ago)
    handle_waiting()
    message.refresh_from_db()
    assert message.state == IncomingState.STUCK
    assert "2 keer geprobeerd" in message.problem


def test_every_question_is_logged_without_the_bsn(arrive: Any) -> None:
    case = arrive("SS139").case
    rows = list(ExchangeLog.objects.order_by("id"))
    assert [row.act for row in rows] == [
        "Inburgeringsplicht opvragen",
        "Doelgroep opvragen",
        "Persoon raadplegen",
    ]
    assert {row.person_index for row in rows} == {case.person.bsn_index}
    assert YUSUF not in str(list(ExchangeLog.objects.values()))
    assert YUSUF not in str(list(DuoFact.objects.values()) + list(CaseEvent.objects.values()))
