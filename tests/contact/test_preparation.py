"""The preparation pack: sent with the appointment, early enough, in the own language, and whether it was read."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from cases.services import close_case, save_languages
from contact.enums.appointments import AppointmentState, Mode, Place, Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.enums.notices import Channel, NoticeKind
from contact.models import Appointment, Notice, PackPeriod
from contact.rules.preparation import PACK_NORMS, first_talk_day, pack_norm, pack_obstacles
from contact.selectors.preparation import pack_days, pack_of
from contact.services.appointments import (
    change_appointment,
    confirm_appointment,
    move_appointment,
    plan_appointment,
)
from contact.services.notices import mark_read
from contact.services.preferences import set_preferences
from contact.services.preparation import send_pack, set_pack_period
from tests.factories import GemeenteFactory, StaffFactory, TeamFactory, clock

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


def plan(case, by, *, days=7, **given):
    defaults = {
        "purpose": Purpose.BREDE_INTAKE, "starts_at": clock(days), "minutes": 60, "mode": Mode.LIVE,
        "place_kind": Place.SCHOOL, "interpreter_decision": InterpreterDecision.PHONE_INTERPRETER,
    }  # fmt: skip
    return plan_appointment(case=case, by=by, **(defaults | given))


# --- The rule --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "days", "reason", "may"),
    [
        (6, 7, "", False),
        (7, 7, "", True),
        (8, 7, "", True),
        (0, 7, "", False),
        (0, 0, "", True),
        (1, 7, "De termijn loopt af", True),
        (1, 7, "   ", False),
        (-3, 7, "", False),
    ],
)
def test_the_talk_comes_so_many_days_after_the_pack(after, days, reason, may):
    """PP-26: seven days unless the gemeente chose otherwise, or a reason was written."""
    found = pack_obstacles(sent_on=MONDAY, talk_on=MONDAY + timedelta(days=after), days=days, reason=reason)
    assert (found == []) is may


def test_the_obstacle_says_from_which_day_it_can_be():
    (obstacle,) = pack_obstacles(sent_on=MONDAY, talk_on=MONDAY, days=7, reason="")
    assert "maandag 9 maart 2026" in obstacle.sentence
    assert obstacle.field == "short_preparation_reason"
    assert first_talk_day(MONDAY, 7) == date(2026, 3, 9)


def test_our_own_number_of_days_has_a_source():
    """PP-26: 7 days."""
    assert (pack_norm(MONDAY).days, pack_norm(MONDAY).source) == (7, "PP-26")
    assert pack_norm(date(2020, 1, 1)) is PACK_NORMS[0]


# --- Sending ---------------------------------------------------------------------------------------------


def test_planning_the_brede_intake_sends_the_pack_in_the_own_language(case, klantmanager):
    """PP-26: the pack goes out on planning, over the portal and the channel that the newcomer chose."""
    save_languages(person=case.person, languages=[{"code": "ar", "reads": True, "preferred": True}])
    set_preferences(
        case=case, channels=[Channel.LETTER], wants_letters=False, quiet_from=time(21), quiet_until=time(8), daily_cap=3,
        by=klantmanager,
    )  # fmt: skip
    plan(case, klantmanager)
    rows = Notice.objects.filter(case=case, kind=NoticeKind.PREPARATION)
    assert {row.channel for row in rows} == {Channel.PORTAL, Channel.LETTER}
    pack = pack_of(case)
    assert pack.portal.language == "ar"
    assert "المقابلة الشاملة" in pack.portal.text
    assert "brede intake" in pack.portal.text_dutch
    assert case.events.filter(kind="voorbereiding.verstuurd").count() == 1


def test_another_talk_takes_no_pack_along(case, klantmanager):
    plan(case, klantmanager, days=1, purpose=Purpose.KENNISMAKING)
    assert pack_of(case) is None


def test_a_concept_sends_nothing_and_may_be_soon(case, klantmanager):
    talk = plan(case, klantmanager, days=2, as_concept=True)
    assert talk.state == AppointmentState.CONCEPT
    assert pack_of(case) is None


def test_a_pack_without_translation_is_sent_only_when_somebody_confirms_it(case, klantmanager):
    """PP-26, PP-66: Dutch goes out flagged "zonder vertaling", never by accident."""
    save_languages(person=case.person, languages=[{"code": "ti", "reads": True, "preferred": True}])
    with pytest.raises(ValidationError) as refusal:
        send_pack(case=case, by=klantmanager)
    assert refusal.value.code == "no_translation"
    pack = send_pack(case=case, by=klantmanager, confirmed_without_translation=True)
    assert (pack.portal.language, pack.portal.without_translation) == ("nl", True)
    assert "zonder vertaling" in case.events.get(kind="voorbereiding.verstuurd").text


def test_sending_twice_is_once(case, klantmanager):
    first, second = (send_pack(case=case, by=klantmanager) for _ in range(2))
    assert first.portal == second.portal
    assert Notice.objects.filter(kind=NoticeKind.PREPARATION, channel=Channel.PORTAL).count() == 1


def test_only_who_guides_an_open_case_sends_it(case, klantmanager, colleague, resident, stranger):
    for by in (colleague, resident, stranger):
        with pytest.raises(ValidationError, match="niet wijzigen"):
            send_pack(case=case, by=by)
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    with pytest.raises(ValidationError, match="gesloten"):
        send_pack(case=case, by=klantmanager)


def test_it_is_known_when_the_newcomer_opened_it(case, klantmanager, resident, log_in):
    """PP-26: the klantmanager sees that and when the pack was opened."""
    pack = send_pack(case=case, by=klantmanager)
    page = log_in(klantmanager)
    url = reverse("dossier-contact", args=[case.pk])
    assert "Nog niet geopend" in page.get(url).content.decode()
    mark_read(notice=pack.portal, by=resident)
    assert pack_of(case).read_at is not None
    assert "Nog niet geopend" not in page.get(url).content.decode()


# --- Early enough ----------------------------------------------------------------------------------------


def test_the_intake_cannot_be_planned_too_soon_after_the_pack(case, klantmanager):
    """PP-26: with all that stands in the way at once."""
    with pytest.raises(ValidationError) as refusal:
        plan(case, klantmanager, days=3, place_kind="")
    said = " ".join(refusal.value.messages)
    assert "7 dagen om zich voor te bereiden" in said
    assert "Kies waar u elkaar ziet" in said
    assert not Appointment.objects.exists()
    assert pack_of(case) is None


def test_a_pack_that_was_sent_earlier_makes_an_earlier_talk_possible(case, klantmanager):
    pack = send_pack(case=case, by=klantmanager)
    Notice.objects.filter(pk=pack.portal.pk).update(made_at=timezone.now() - timedelta(days=6))
    assert plan(case, klantmanager, days=2).is_planned


def test_a_written_reason_lets_the_ten_weeks_win(case, klantmanager):
    """PP-26: the ten weeks go on, so it may be sooner; the reason stays readable on the appointment."""
    talk = plan(case, klantmanager, days=2, short_preparation_reason="De termijn loopt over een week af.")
    assert talk.short_preparation_reason == "De termijn loopt over een week af."
    assert pack_of(case) is not None


def test_confirming_a_concept_asks_the_same(case, klantmanager):
    talk = plan(case, klantmanager, days=2, as_concept=True)
    with pytest.raises(ValidationError, match="7 dagen"):
        confirm_appointment(appointment=talk, by=klantmanager)
    confirmed = confirm_appointment(
        appointment=talk, by=klantmanager, short_preparation_reason="Haast, want er is een baan."
    )
    assert confirmed.is_planned
    assert Appointment.objects.get(pk=talk.pk).short_preparation_reason == "Haast, want er is een baan."


def test_a_colleague_cannot_move_the_talk_forward_but_the_newcomer_can(case, klantmanager, resident):
    talk = plan(case, klantmanager, days=10)
    with pytest.raises(ValidationError, match="7 dagen"):
        move_appointment(appointment=talk, starts_at=clock(3), by=klantmanager)
    given = {"minutes": 60, "mode": Mode.LIVE, "place_kind": Place.SCHOOL, "by": klantmanager}
    with pytest.raises(ValidationError, match="7 dagen"):
        change_appointment(appointment=talk, starts_at=clock(3), **given)
    moved = change_appointment(
        appointment=talk, starts_at=clock(3), short_preparation_reason="Op verzoek", **given
    )
    assert moved.starts_at == clock(3)


def test_the_gemeente_chooses_how_many_days_from_a_day_on(case, klantmanager, beheerder):
    """PP-26: the number of days is a setting, dated."""
    today = timezone.localdate()
    set_pack_period(days=3, valid_from=today, by=beheerder)
    set_pack_period(days=14, valid_from=today + timedelta(days=1), by=beheerder)
    assert pack_days(case.gemeente, today) == 3
    assert pack_days(case.gemeente, today + timedelta(days=1)) == 14
    assert pack_days(GemeenteFactory(), today) == 7
    assert plan(case, klantmanager, days=3).is_planned


@pytest.mark.parametrize("given", [{"days": -1}, {"days": 0}, {"days": 31}, {"valid_from": date(2024, 1, 1)}])
def test_a_period_that_cannot_be_is_refused(beheerder, given):
    with pytest.raises(ValidationError):
        set_pack_period(**({"days": 5, "valid_from": timezone.localdate(), "by": beheerder} | given))


def test_the_database_refuses_it_too(beheerder):
    row = {"gemeente": beheerder.gemeente, "valid_from": MONDAY, "set_by": beheerder}
    with pytest.raises(IntegrityError), transaction.atomic():
        PackPeriod.objects.create(days=31, **row)
    PackPeriod.objects.create(days=5, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        PackPeriod.objects.create(days=6, **row)


# --- Pages -----------------------------------------------------------------------------------------------


def test_the_page_sends_the_pack_and_asks_about_dutch(case, klantmanager, log_in):
    save_languages(person=case.person, languages=[{"code": "ti", "reads": True, "preferred": True}])
    client, url = log_in(klantmanager), reverse("voorbereidingspakket", args=[case.pk])
    assert "7 dagen later" in client.get(url).content.decode()
    refused = client.post(url)
    assert refused.status_code == 422
    assert "leest Tigrinya" in refused.content.decode()
    assert client.post(url, {"confirmed_without_translation": "on"}).status_code == 302
    assert "Zonder vertaling" in client.get(url).content.decode()


def test_planning_on_the_page_shows_the_obstacle_at_its_field_and_keeps_what_was_typed(
    case, klantmanager, log_in
):
    client, when = log_in(klantmanager), clock(2)
    form = {
        "purpose": Purpose.BREDE_INTAKE, "day": when.date().isoformat(), "at": "10:00", "minutes": "60",
        "mode": Mode.LIVE, "place_kind": Place.SCHOOL, "interpreter_decision": InterpreterDecision.PHONE_INTERPRETER,
        "organiser": klantmanager.pk, "subject": "Eerste gesprek",
    }  # fmt: skip
    url = reverse("afspraak-nieuw", args=[case.pk])
    page = client.post(url, form)
    assert page.status_code == 422
    assert "short_preparation_reason" in page.context["form"].errors
    assert "Eerste gesprek" in page.content.decode()
    assert (
        client.post(url, form | {"short_preparation_reason": "Haast, want er is een baan."}).status_code
        == 302
    )


def test_a_concept_is_confirmed_with_a_reason_on_the_page(case, klantmanager, log_in):
    talk = plan(case, klantmanager, days=2, as_concept=True)
    client, url = log_in(klantmanager), reverse("afspraak-bevestigen", args=[case.pk, talk.pk])
    assert client.post(url).status_code == 422
    assert client.post(url, {"short_preparation_reason": "Haast, want er is een baan."}).status_code == 302
    shown = client.get(reverse("afspraak", args=[case.pk, talk.pk])).content.decode()
    assert "Waarom korter voorbereiden" in shown


def test_the_beheerder_sets_the_days(beheerder, log_in):
    client, url = log_in(beheerder), reverse("voorbereidingstijd")
    assert "Nu: 7 dagen" in client.get(url).content.decode()
    assert client.post(url, {"days": "99", "valid_from": timezone.localdate()}).status_code == 422
    assert client.post(url, {"days": "5", "valid_from": timezone.localdate()}).status_code == 302
    assert "Nu: 5 dagen" in client.get(url).content.decode()
    other = StaffFactory(team=TeamFactory(), role=Role.FUNCTIONEEL_BEHEERDER)
    assert "Nu: 7 dagen" in log_in(other).get(url).content.decode()
