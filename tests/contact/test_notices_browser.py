"""The pages about messages in a browser: readable for everybody, on a phone too, and usable by keyboard."""

import pytest
from django.urls import reverse

from cases.models import PersonLanguage
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import Notice
from contact.services.notices import make_notices
from contact.services.notices.sending import send_due


@pytest.fixture
def messages(case, teamleider):
    """One of each: failed, on paper, untranslated."""
    PersonLanguage.objects.create(person=case.person, code="ar", reads=True, preferred=True)
    facts = {"case": case, "person": case.person, "kind": NoticeKind.NEW_KLANTMANAGER,
             "context": {"new": "Bram", "new_phone": ""}}  # fmt: skip
    failed = make_notices(**facts, source="a:1", channels=[Channel.MAIL])[-1]
    Notice.objects.filter(pk=failed.pk).update(state=NoticeState.FAILED, problem="De mailserver zei nee.")
    make_notices(**facts, source="a:2", channels=[Channel.LETTER])
    while send_due():
        pass
    return failed


def test_every_page_is_accessible_and_fits(new_page, look, teamleider, case, messages):
    page = new_page(teamleider)
    for name, arguments in (
        ("berichten", []), ("brieven", []), ("bericht", [messages.pk]), ("bericht-nieuw", [case.pk]),
        ("berichtvoorkeur", [case.pk]),
    ):  # fmt: skip
        page.goto(reverse(name, args=arguments))
        look(page, name)


def test_the_confirmation_of_a_dutch_message_by_keyboard(new_page, assert_accessible, klantmanager, case):
    PersonLanguage.objects.create(person=case.person, code="ti", reads=True, preferred=True)
    page = new_page(klantmanager)
    page.goto(reverse("bericht-nieuw", args=[case.pk]))
    page.get_by_label("Bericht").fill("Neem uw diploma mee.")
    page.get_by_role("button", name="Versturen").press("Enter")
    page.get_by_label("Verstuur het bericht in het Nederlands").press("Space")
    assert_accessible(page)
    page.get_by_role("button", name="Versturen").press("Enter")
    page.wait_for_url(f"**{reverse('dossier-contact', args=[case.pk])}")
    assert Notice.objects.filter(kind=NoticeKind.FREE, confirmed_by=klantmanager).exists()
