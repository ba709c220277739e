"""Who acts for the newcomer in a bezwaar: each letter goes there too, once, and nobody else's business does."""

import io
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from pypdf import PdfReader

from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import Notice
from contact.selectors.notices import letters_to_post, notices_of_resident
from contact.services.notices.letters import drop_outdated, mark_posted, pile_pdf
from pip_plans.enums import Effect, ObjectionDecision
from pip_plans.models import Objection, Representative
from pip_plans.rules.objections import Representation, representation_obstacles
from pip_plans.selectors import post_of_representatives, representative_of
from pip_plans.services import (
    adjourn_objection,
    ask_to_mend,
    decide_objection,
    end_representative,
    mend_objection,
    set_representative,
    withdraw_objection,
)
from tests.factories import ResidentFactory
from tests.pip_plans.objections import DE_WIT, objection, ready
from tests.pip_plans.plans import TUESDAY

OTHER = {"name": "Vluchtelingenwerk", "address_line": "Markt 1", "postcode_place": "1234 AC Waterveen"}
LATER = TUESDAY.replace(day=24)


@pytest.mark.parametrize(
    ("who", "count"),
    [
        (DE_WIT, 0),
        (Representation("Mr. De Wit"), 1),
        (Representation("", "Postbus 1", "1234 AB Waterveen"), 1),
        (Representation("Mr. De Wit", "Postbus 1"), 1),
        (Representation("x" * 201, "Postbus 1", "1234 AB Waterveen"), 1),
        (Representation("a\x00", "Postbus 1", "1234 AB Waterveen"), 1),
        (Representation("", "", ""), 2),
    ],
)
def test_the_post_needs_a_name_and_a_whole_address(who, count):
    """Awb, artikel 6:17: the letters go there in any case."""
    assert len(list(representation_obstacles(who))) == count


db = pytest.mark.django_db


def words_of(pdf):
    return " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def post(found):
    return list(post_of_representatives(found))


@db
def test_each_letter_goes_to_the_representative_too_and_is_kept(
    version, case, klantmanager, teamleider, resident
):
    """Awb, artikelen 2:1 and 6:17."""
    found = objection(version, klantmanager, representative=DE_WIT)
    asked = ask_to_mend(objection=found, what="De machtiging", until_on=LATER, by=klantmanager)
    mend_objection(omission=asked, on=TUESDAY, text="De machtiging is binnen.", by=klantmanager)
    adjourn_objection(objection=found, reason="Wij wachten op een advies.", by=klantmanager)
    decide_objection(objection=ready(Objection.objects.get(pk=found.pk), klantmanager), effect=Effect.GEEN,
                     decision=ObjectionDecision.ONGEGROND, reason="Uw diploma is nog niet gewaardeerd.", by=teamleider,
                     confirmed_without_translation=True)  # fmt: skip
    kinds = [NoticeKind.OBJECTION_RECEIVED, NoticeKind.OBJECTION_INCOMPLETE, NoticeKind.OBJECTION_LATER,
             NoticeKind.OBJECTION_DECIDED]  # fmt: skip
    assert [(one.kind, one.channel, one.addressee) for one in post(found)] == [
        (kind, Channel.LETTER, "Mr. A. de Wit") for kind in kinds
    ]
    told = notices_of_resident(resident).filter(kind__in=kinds)
    assert told.count() == 4
    assert not told.exclude(addressee="").exists()
    letter = words_of(bytes(post(found)[0].document.content.data))
    assert "Mr. A. de Wit Postbus 12 1234 AB Waterveen" in letter
    assert f"In de zaak van: {case.person.full_name}" in letter
    assert "Beste Mr. A. de Wit," in letter
    assert found.receipt.title in letter
    assert not post(found)[0].document.visible_to_resident
    events = case.events.filter(kind="bezwaar.stap").values_list("text", flat=True)
    assert "Mr. A. de Wit is vertegenwoordiger in het bezwaar." in events


@db
def test_the_pile_holds_the_letter_itself_and_posting_it_twice_counts_once(
    version, case, klantmanager, teamleider
):
    found = objection(version, klantmanager, representative=DE_WIT)
    waiting = [one for one in letters_to_post(teamleider) if one.addressee]
    pile = words_of(pile_pdf(waiting))
    assert "In de zaak van" in pile
    assert "Wij hebben uw bezwaar ontvangen" in pile
    assert mark_posted(letters=waiting, by=teamleider) == 1
    with pytest.raises(ValidationError):
        mark_posted(letters=waiting, by=teamleider)
    [sent] = post(found)
    assert (sent.state, sent.posted_by) == (NoticeState.SENT, teamleider)
    told = case.events.filter(kind="bericht.verstuurd").latest("id").text
    assert told == "Bericht verstuurd per brief: Wij hebben uw bezwaar. Aan Mr. A. de Wit."


@db
def test_two_letters_of_a_kind_both_go_out(version, klantmanager, teamleider):
    """Twice asked to add the same is two letters: neither is left out as the same message."""
    found = objection(version, klantmanager, representative=DE_WIT)
    for _ in range(2):
        asked = ask_to_mend(objection=found, what="De machtiging", until_on=LATER, by=klantmanager)
        mend_objection(omission=asked, on=TUESDAY, text="Zij is er.", by=klantmanager)
        waiting = [one for one in letters_to_post(teamleider) if one.addressee]
        assert drop_outdated(letters=waiting) == []
        mark_posted(letters=waiting, by=teamleider)
    assert {one.state for one in post(found)} == {NoticeState.SENT}
    assert len(post(found)) == 3


@db
def test_who_comes_later_gets_what_was_sent_before_and_nothing_twice(version, klantmanager):
    """Awb, artikel 6:17: all that belongs to the case."""
    found = objection(version, klantmanager)
    ask_to_mend(objection=found, what="De machtiging", until_on=LATER, by=klantmanager)
    assert post(found) == []
    for _ in range(2):
        set_representative(objection=found, by=klantmanager, **vars(DE_WIT))
    assert len(post(found)) == 2
    moved = vars(DE_WIT) | {"address_line": "Postbus 99"}
    first = set_representative(objection=found, by=klantmanager, **moved)
    assert (first.address_line, len(post(found)), Representative.objects.count()) == ("Postbus 99", 2, 1)


@db
def test_another_representative_follows_and_what_was_not_posted_stays_here(version, klantmanager, teamleider):
    found = objection(version, klantmanager, representative=DE_WIT)
    mark_posted(letters=post(found), by=teamleider)
    ask_to_mend(objection=found, what="De machtiging", until_on=LATER, by=klantmanager)
    set_representative(objection=found, by=klantmanager, **OTHER)
    states = [(one.addressee, one.state) for one in post(found)]
    assert states == [
        ("Mr. A. de Wit", NoticeState.SENT), ("Mr. A. de Wit", NoticeState.DROPPED),
        ("Vluchtelingenwerk", NoticeState.WAITING), ("Vluchtelingenwerk", NoticeState.WAITING),
    ]  # fmt: skip
    end_representative(objection=found, by=klantmanager)
    assert {one.state for one in post(found)[1:]} == {NoticeState.DROPPED}
    adjourn_objection(objection=found, reason="Wij wachten op een advies.", by=klantmanager)
    assert len(post(found)) == 4
    with pytest.raises(ValidationError, match="geen vertegenwoordiger"):
        end_representative(objection=found, by=klantmanager)


@db
def test_the_newcomer_says_in_the_portal_that_somebody_stops(version, case, klantmanager, resident, log_in):
    found = objection(version, klantmanager, representative=DE_WIT)
    me, page = log_in(resident), reverse("mijn-bezwaar", args=[found.pk])
    assert "Mr. A. de Wit" in unescape(me.get(page).content.decode())
    stop = reverse("mijn-vertegenwoordiger", args=[found.pk])
    assert "Deze persoon krijgt" not in me.get(stop).content.decode()
    assert representative_of(found) is not None
    neighbour = log_in(ResidentFactory())
    assert neighbour.post(stop).status_code == 404
    assert me.post(stop)["Location"] == page
    assert representative_of(Objection.objects.get(pk=found.pk)) is None
    assert Representative.objects.get().ended_by == resident
    assert "Mr. A. de Wit" not in unescape(me.get(page).content.decode())
    assert me.get(stop)["Location"] == page


@db
def test_who_may_and_until_when(version, case, klantmanager, colleague, stranger, teamleider):
    found = objection(version, klantmanager)
    for user in (colleague, stranger):
        with pytest.raises(ValidationError, match="niets doen"):
            set_representative(objection=found, by=user, **vars(DE_WIT))
    with pytest.raises(ValidationError) as refusal:
        set_representative(objection=found, by=klantmanager, name="", address_line="", postcode_place="")
    assert len(refusal.value.messages) == 2
    set_representative(objection=found, by=teamleider, **vars(DE_WIT))
    withdraw_objection(objection=found, reason="Per brief.", by=klantmanager)
    for act in (lambda: set_representative(objection=found, by=klantmanager, **OTHER),
                lambda: end_representative(objection=found, by=klantmanager)):  # fmt: skip
        with pytest.raises(ValidationError, match="al beslist"):
            act()


@db
def test_the_database_knows_one_at_a_time_and_forgets_nobody(version, klantmanager):
    found = objection(version, klantmanager, representative=DE_WIT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Representative.objects.create(objection=found, name="Nog iemand", added_by=klantmanager)
    with pytest.raises(DatabaseError), transaction.atomic():
        Representative.objects.all().delete()


@db
def test_a_name_without_address_waits_for_one(version, case, klantmanager, log_in):
    """As those have that were known before their address was asked."""
    found = objection(version, klantmanager)
    Representative.objects.create(objection=found, name=DE_WIT.name, added_by=klantmanager)
    client, page = log_in(klantmanager), reverse("pip-bezwaar", args=[case.pk, found.pk])
    assert "Adres ontbreekt" in client.get(page).content.decode()
    ask_to_mend(objection=found, what="De machtiging", until_on=LATER, by=klantmanager)
    assert post(found) == []
    step = reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "vertegenwoordiger"])
    assert 'value="Mr. A. de Wit"' in client.get(step).content.decode()
    assert client.post(step, vars(DE_WIT)).status_code == 302
    shown = unescape(client.get(page).content.decode())
    assert "Adres ontbreekt" not in shown
    assert shown.count("Moet op de post") == 2


@db
def test_a_representative_at_receipt_needs_an_address(version, case, klantmanager, log_in):
    form = {"version": version.pk, "received_on": TUESDAY.isoformat(), "via": "brief", "text": "Ik wil de O-route.",
            "language": "nl", "representative": "Mr. A. de Wit"}  # fmt: skip
    client, url = log_in(klantmanager), reverse("pip-bezwaar-nieuw", args=[case.pk])
    wrong = client.post(url, form)
    assert wrong.status_code == 422
    assert "het hele adres van de vertegenwoordiger" in wrong.content.decode()
    assert not Objection.objects.exists()
    right = form | {"address_line": "Postbus 12", "postcode_place": "1234 AB Waterveen"}
    assert client.post(url, right).status_code == 302
    assert Notice.objects.filter(addressee="Mr. A. de Wit").count() == 1
