"""A bezwaar as it comes in, and as the newcomer takes it back."""

import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from pypdf import PdfReader

from cases.services import Upload, close_case
from contact.enums.notices import NoticeKind
from contact.models import Notice
from deadlines.enums import Kind
from pip_plans.enums import Effect, ObjectionDecision, ObjectionVia
from pip_plans.models import Objection
from pip_plans.selectors import current_version
from pip_plans.services import (
    decide_objection,
    start_concept,
    translate_objection,
    update_concept,
    withdraw_objection,
)
from tests.factories import PDF
from tests.pip_plans.objections import GROUNDS_AR, REASON, objection, ready, words_of
from tests.pip_plans.plans import TUESDAY, establish

pytestmark = pytest.mark.django_db


def test_a_bezwaar_starts_the_term_and_is_confirmed(version, case, klantmanager):
    found = objection(version, klantmanager)
    assert (found.is_late, found.last_day, found.decide_by) == (False, date(2026, 4, 21), date(2026, 6, 2))
    assert "Uw plan blijft gelden" in words_of(found.receipt)
    assert "2 juni 2026" in words_of(found.receipt)
    assert found.receipt.visible_to_resident
    assert Notice.objects.filter(case=case, kind=NoticeKind.OBJECTION_RECEIVED).exists()
    assert case.events.filter(kind="bezwaar.ontvangen").count() == 1


def test_with_a_committee_there_are_twelve_weeks(version, klantmanager):
    assert objection(version, klantmanager, with_committee=True).decide_by == date(2026, 7, 14)


def test_it_does_not_suspend_the_plan(version, case, klantmanager):
    """Awb, artikel 6:16."""
    objection(version, klantmanager)
    assert current_version(case) == version
    assert case.deadlines.get(kind=Kind.TERMIJN).is_open


def test_one_bezwaar_a_version_and_another_when_it_was_withdrawn(version, klantmanager, case):
    first = objection(version, klantmanager)
    with pytest.raises(ValidationError, match="loopt al een bezwaar"):
        objection(version, klantmanager)
    withdraw_objection(objection=first, reason="Per brief ingetrokken.", by=klantmanager)
    assert not case.deadlines.filter(kind=Kind.BESLISSING_OP_BEZWAAR, stopped_on=None).exists()
    assert objection(version, klantmanager).is_open


def test_nobody_objects_to_a_concept(concept, klantmanager):
    with pytest.raises(ValidationError, match="concept"):
        objection(concept, klantmanager)


def test_a_bezwaar_against_a_replaced_version_is_taken(version, case, klantmanager):
    """Awb, artikel 6:19: it is about the later version too."""
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, talks_per_year=6, change_reason="U wilde vaker praten.")
    establish(second, on=TUESDAY, by=klantmanager)
    assert objection(version, klantmanager).version == version


def test_the_newcomer_objects_himself_and_nobody_elses_case(
    version, resident, stranger, klantmanager, colleague
):
    with pytest.raises(ValidationError, match="zelf"):
        objection(version, resident, via=ObjectionVia.BRIEF)
    for other in (stranger, colleague):
        with pytest.raises(ValidationError):
            objection(version, other)
    with pytest.raises(ValidationError, match="portaal"):
        objection(version, klantmanager, via=ObjectionVia.PORTAAL)
    found = objection(version, resident, via=ObjectionVia.PORTAAL, text=GROUNDS_AR, language="ar")
    assert (found.text, found.by) == (GROUNDS_AR, resident)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "x" * 20_000},
        {"text": ""},
        {"received_on": date(2026, 3, 11)},
        {"received_on": date(2026, 3, 9)},
        {"scan": Upload("bezwaar.pdf", b"MZ\x90\x00 program")},
        {"scan": Upload("bezwaar.pdf", b"")},
        {"language": "xx"},
    ],
)
def test_bad_input_leaves_nothing_behind(version, case, klantmanager, changes):
    before = (case.documents.count(), case.deadlines.count(), case.events.count())
    with pytest.raises(ValidationError), transaction.atomic():
        objection(version, klantmanager, **changes)
    assert (case.documents.count(), case.deadlines.count(), case.events.count()) == before
    assert not Objection.objects.exists()


def test_scripts_stay_words(version, klantmanager, lead):
    nasty = '<script>alert(1)</script> #let x = 1 {{ d }} {% url "x" %}'
    found = ready(objection(version, klantmanager, text=nasty, scan=Upload("brief.pdf", PDF)), klantmanager)
    assert found.scan.mime == "application/pdf"
    done = decide_objection(
        objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
    )
    assert nasty.replace(" ", "") in words_of(done.document).replace(" ", "").replace("\u200b", "")


def test_the_newcomer_takes_it_back(version, resident, stranger, klantmanager):
    found = objection(version, resident, via=ObjectionVia.PORTAAL)
    with pytest.raises(ValidationError):
        withdraw_objection(objection=found, reason="", by=stranger)
    done = withdraw_objection(objection=found, reason="", by=resident)
    assert (done.decision, done.document) == (ObjectionDecision.INGETROKKEN, None)


def test_also_after_the_dossier_was_closed(version, case, klantmanager, lead, resident):
    close_case(case=case, reason="Verhuisd naar een andere gemeente", on=TUESDAY, by=klantmanager)
    found = objection(version, resident, via=ObjectionVia.PORTAAL)
    ready(found, lead)
    done = decide_objection(
        objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
    )
    assert done.decided_on == TUESDAY


def test_the_translation_stands_beside_the_own_words(version, resident, klantmanager, lead):
    found = objection(version, resident, via=ObjectionVia.PORTAAL, text=GROUNDS_AR, language="ar")
    translate_objection(objection=found, translation_nl="Ik wil naar school.", by=klantmanager)
    found = ready(found, klantmanager)
    assert (found.text, found.translation_nl) == (GROUNDS_AR, "Ik wil naar school.")
    done = decide_objection(
        objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
    )
    assert "Ik wil naar school." in words_of(done.document)


def test_its_letters_are_accessible_and_can_be_kept(version, klantmanager):
    found = objection(version, klantmanager)
    reader = PdfReader(io.BytesIO(bytes(found.receipt.content.data)))
    xmp = reader.xmp_metadata.stream.get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert found.received_on - TUESDAY == timedelta(0)
