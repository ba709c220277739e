"""Contact fits what was agreed, and a newcomer can say that it doesn't."""

import re
from html import unescape

import pytest
from django.urls import reverse

from contact.models import Request
from tests.pip_plans.plans import TUESDAY, establish, lawful_concept

pytestmark = pytest.mark.django_db


def html(response):
    return unescape(response.content.decode())


def test_pp_41_who_contacts_reads_the_agreement_and_the_newcomer_says_it_does_not_fit(
    on_tuesday, case, klantmanager, resident, log_in
):
    """PP-41: the end goal and the agreements stand beside a new message or talk; the newcomer flags what is contrary."""
    guide = log_in(klantmanager)
    pages = [reverse(name, args=[case.pk]) for name in ("bericht-nieuw", "afspraak-nieuw")]
    for page in pages:
        assert "Past dit bij het PIP?" not in html(guide.get(page))
    concept = lawful_concept(case, klantmanager, study_goal="wo", study_with_benefit="niet_nodig", target_occupation="Arts",
                             pathway_reason="Eerst de taal.")  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    for page in pages:
        shown = html(guide.get(page))
        for told in (
            "Past dit bij het PIP?",
            "eindafspraak opleiding: Universiteit",
            "Arts",
            "Begin met de les op maandag.",
        ):
            assert told in shown
    me = log_in(resident)
    link = f"{reverse('mijn-vraag-nieuw')}?over=pipbericht-12"
    form = html(me.get(link))
    assert "Dit past niet bij mijn plan" in form
    about = re.findall(r'name="about" value="([^"]+)"', form)[0]
    me.post(link, {"text": "Ik ga studeren.", "language": "nl", "about": about})
    assert Request.objects.get(case=case).text == "Past niet bij het PIP: bericht 12:\nIk ga studeren."
