"""A decision goes over the way that the newcomer chose, as it is kept, once."""

import io

import pytest
from pypdf import PdfReader

from contact.enums.notices import Channel, NoticeKind
from contact.models import Notice
from contact.services.notices.letters import pile_pdf, put_on_paper
from contact.services.notices.reading import read_events
from tests.pip_plans.objections import objection
from tests.pip_plans.plans import TUESDAY, establish


@pytest.mark.django_db
def test_on_paper_the_decision_goes_along_with_its_message(concept, klantmanager):
    version = establish(concept, on=TUESDAY, by=klantmanager)
    read_events()
    read_events()
    (notice,) = Notice.objects.filter(kind=NoticeKind.PIP_ESTABLISHED, channel=Channel.LETTER)
    put_on_paper(notice)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pile_pdf([notice]))).pages)
    assert "Onze afspraken" in text
    assert version.document.sha256


@pytest.mark.django_db
def test_on_paper_the_confirmation_of_a_bezwaar_goes_along(concept, klantmanager):
    found = objection(establish(concept, on=TUESDAY, by=klantmanager), klantmanager)
    notice = Notice.objects.get(kind=NoticeKind.OBJECTION_RECEIVED, channel=Channel.LETTER)
    put_on_paper(notice)
    text = " ".join(
        "".join(page.extract_text() for page in PdfReader(io.BytesIO(pile_pdf([notice]))).pages).split()
    )
    assert f"Ons kenmerk: {found.number}" in text
