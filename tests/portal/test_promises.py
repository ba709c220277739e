"""What was promised in a talk, in the portal: from the first promise on, with what became of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.models import Request
from intake import services
from intake.models import Intake, IntakeTalk, TalkPromise
from pip_plans.enums import Owner
from pip_plans.services import add_agreement, share_concept, start_concept
from tests.portal.conftest import page_of, speak
from tests.portal.plans import establish

pytestmark = pytest.mark.django_db
PROMISED = "/mijn/beloofd/"


@pytest.fixture
def intake(case: Case, klantmanager: User) -> Intake:
    return services.open_intake(case=case, by=klantmanager)


@pytest.fixture
def talk(intake: Intake, klantmanager: User) -> IntakeTalk:
    return services.add_talk(
        intake=intake, held_on=timezone.localdate(), mode="telefoon", interpreter="telefoon", by=klantmanager
    )


def promised(talk: IntakeTalk, text: str, by: User) -> TalkPromise:
    return services.add_promise(talk=talk, text=text, side="gemeente", by=by)


def test_from_the_first_promise_on_the_newcomer_can_read_it(
    me: Client, partner: Client, talk: IntakeTalk, klantmanager: User
) -> None:
    """PP-29: also while the intake goes on, from Start and from Mijn plan; nobody else reads it."""
    assert "Er is nog niets beloofd" in page_of(me, PROMISED)
    assert PROMISED not in page_of(me, "/mijn/")
    promised(talk, "Wij zoeken een taalmaatje.", klantmanager)
    for path in ("/mijn/", "/mijn/plan/"):
        assert PROMISED in page_of(me, path)
        assert PROMISED not in page_of(partner, path)
    assert "De gemeente zegt nog wat hiermee gebeurt." in page_of(me, PROMISED)
    assert "taalmaatje" not in page_of(partner, PROMISED)


def test_each_promise_says_what_became_of_it(
    me: Client, case: Case, talk: IntakeTalk, klantmanager: User
) -> None:
    """PP-02: in the plan, recorded apart, or dropped with the reason; an unshared concept tells nothing yet."""
    apart, dropped, kept = (
        promised(talk, text, klantmanager) for text in ("Een fiets.", "Een kluis.", "Een maatje.")
    )
    services.settle_promise(promise=apart, outcome="apart", note="Brief van 3 mei.", by=klantmanager)
    services.settle_promise(promise=dropped, outcome="vervallen", note="U hebt er al een.", by=klantmanager)
    services.settle_promise(promise=kept, outcome="in_pip", by=klantmanager)
    concept = start_concept(case=case, by=klantmanager)
    agreement = add_agreement(version=concept, text="De gemeente belt het taalhuis.", owner=Owner.GEMEENTE,
                              due_on=timezone.localdate() + timedelta(days=30), by=klantmanager)  # fmt: skip
    services.link_promise(promise=kept, agreement_id=agreement.pk)
    page = page_of(me, PROMISED)
    for words in ("Dit staat op een andere plek dan in uw plan:", "Brief van 3 mei.", "Dit gaat niet door.",
                  "U hebt er al een.", "Dit komt in uw plan."):  # fmt: skip
        assert words in page
    assert agreement.text not in page
    share_concept(version=concept, by=klantmanager)
    speak(me, "ar")
    page = page_of(me, PROMISED)
    assert agreement.text in page
    assert "بالهولندية فقط" in page


def test_on_the_plan_that_holds_a_missing_agreement_can_be_named(
    me: Client, case: Case, klantmanager: User
) -> None:
    """PP-02: it becomes a question with a day of its answer, and the klantmanager reads what it is about."""
    establish(case, klantmanager)
    path = "/mijn/vragen/nieuw/?over=mist"
    assert path in page_of(me, "/mijn/plan/")
    assert "Hier mist een afspraak" in page_of(me, path)
    sent = me.post(path, {"text": "Mijn reiskosten.", "language": "nl", "about": "mist"})
    assert sent.status_code == 302
    asked = Request.objects.get(case=case)
    assert asked.text == "Mist een afspraak in het plan:\nMijn reiskosten."
    assert asked.term_ends_on is not None
