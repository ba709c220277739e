"""The decision on a bezwaar: who takes it, about which versions, and what it does to the PIP."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pypdf import PdfReader

from accounts.enums import Role
from cases.enums import DocumentKind
from cases.services import add_document, record_event
from contact.enums.notices import NoticeKind
from contact.models import Notice
from deadlines.enums import Kind
from pip_plans.enums import ApprovalDecision, Effect, EventKind, Ground, ObjectionDecision
from pip_plans.models import Approval, Objection, PipVersion
from pip_plans.selectors import (
    concept_of,
    current_version,
    documents_of,
    plan_quality_for,
    registration_of,
    revoked_at_duo,
    situation_of,
)
from pip_plans.selectors.approvals import holding_led_by
from pip_plans.selectors.objections import deciders_for, replaced_by
from pip_plans.services import decide_objection, name_decider, record_hearing, start_concept, update_concept
from tests.factories import PDF, GemeenteFactory, StaffFactory, TeamFactory
from tests.pip_plans.objections import GROUNDS, REASON, due, objection, ready, words_of
from tests.pip_plans.plans import TUESDAY, establish

pytestmark = pytest.mark.django_db


# --- The decision ---------------------------------------------------------------------------------------------


def test_who_established_the_plan_does_not_decide(concept, case, klantmanager, lead):
    version = establish(concept, on=TUESDAY, by=lead)
    found = ready(objection(version, klantmanager), klantmanager)
    facts = {
        "objection": found,
        "decision": ObjectionDecision.ONGEGROND,
        "effect": Effect.GEEN,
        "reason": REASON,
    }
    for user in (lead, klantmanager):
        with pytest.raises(ValidationError) as refusal:
            decide_objection(**facts, by=user)
        assert refusal.value.code == "mag_niet"


def test_a_gegrond_bezwaar_starts_a_concept_that_says_why(version, case, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    done = decide_objection(
        objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.NIEUW_PIP, reason=REASON, by=lead
    )
    assert done.new_version == concept_of(case)
    assert "bezwaar op 10 maart 2026" in concept_of(case).change_reason
    assert current_version(case) == version
    text = words_of(done.document)
    for part in (
        "U krijgt gelijk",
        "Wij maken een nieuw plan",
        GROUNDS,
        REASON,
        "tot en met 21 april 2026",
        "7:12",
    ):
        assert part in text
    assert due(case, Kind.BEROEP) == date(2026, 4, 21)
    assert case.deadlines.get(kind=Kind.BESLISSING_OP_BEZWAAR).met_on == TUESDAY
    assert Notice.objects.filter(kind=NoticeKind.OBJECTION_DECIDED, case=case).exists()


def test_a_revoked_plan_holds_no_more(version, case, klantmanager, lead, teamleider):
    assert plan_quality_for(teamleider, today=TUESDAY) != []
    found = ready(objection(version, klantmanager), klantmanager)
    decide_objection(
        objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.HERROEPEN, reason=REASON, by=lead
    )
    assert current_version(case) is None
    assert plan_quality_for(teamleider, today=TUESDAY) == []
    reader = PdfReader(io.BytesIO(bytes(Objection.objects.get(pk=found.pk).document.content.data)))
    xmp = reader.xmp_metadata.stream.get_data().decode()
    for mark in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert mark in xmp
    assert start_concept(case=case, by=klantmanager).number == 2


def test_after_a_revoked_version_the_one_before_rules_again(version, case, klantmanager, lead, client):
    """PP-01: pages, rules and the list of the team lead pass over what was revoked; DUO's copy becomes a task."""
    second = start_concept(case=case, by=klantmanager)
    update_concept(
        version=second, by=klantmanager, change_reason="Dit past beter.", support="Alleen les tot B1."
    )
    second = establish(second, on=TUESDAY, by=klantmanager)
    record_event(
        case=case, kind=EventKind.AANGENOMEN, text="Aangenomen.", by=None, data={"version_id": second.pk}
    )
    assert revoked_at_duo(case) is None
    found = ready(objection(second, klantmanager), klantmanager)
    decide_objection(
        objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.HERROEPEN, reason=REASON, by=lead
    )
    assert current_version(case) == version
    assert list(holding_led_by(lead)) == [version]
    assert replaced_by(version) is None
    situation = situation_of(version.pip, today=TUESDAY)
    assert (situation.current_leerroute, len(situation.earlier_on)) == (version.leerroute, 2)
    assert registration_of(second).is_current
    client.force_login(klantmanager)
    page = client.get(f"/dossiers/{case.pk}/pip/").content.decode()
    assert "PIP dat nu geldt: versie 1" in page
    assert "Herroepen" in page
    assert "DUO heeft nog versie 2, die is herroepen" in page
    assert "Herroepen, maar nog bij DUO" in client.get(f"/dossiers/{case.pk}/").content.decode()
    assert "Deze versie geldt niet meer" in client.get(f"/dossiers/{case.pk}/pip/versies/2/").content.decode()
    record_event(
        case=case, kind=EventKind.VERWIJDERD_BIJ_DUO, text="Weg.", by=None, data={"version_id": second.pk}
    )
    assert "DUO heeft nog versie" not in client.get(f"/dossiers/{case.pk}/pip/").content.decode()


def replaced(case, klantmanager, *, by=None):
    """Versions 2 and 3 come in the place of version 1, with which the case begins."""
    for number in (2, 3):
        concept = start_concept(case=case, by=klantmanager)
        update_concept(
            version=concept,
            by=klantmanager,
            change_reason="Dit past beter.",
            support=f"Hulp {number} in een week.",
        )
        last = establish(concept, on=TUESDAY, by=by or klantmanager)
    return last


def test_it_is_also_about_the_version_that_came_in_its_place(version, case, klantmanager, lead, client):
    """Awb, artikel 6:19: what holds is revoked along, and nothing between comes back."""
    found = ready(objection(version, klantmanager), klantmanager)
    third = replaced(case, klantmanager)
    record_event(
        case=case, kind=EventKind.AANGENOMEN, text="Aangenomen.", by=None, data={"version_id": third.pk}
    )
    client.force_login(lead)
    form = client.get(f"/dossiers/{case.pk}/pip/bezwaren/{found.pk}/beslissen/").content.decode()
    assert "Gevolg voor versie 3, die nu geldt" in form
    done = decide_objection(
        objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.HERROEPEN, reason=REASON, by=lead
    )
    assert [(row.version.number, row.effect) for row in done.later_versions.all()] == [
        (2, Effect.HERROEPEN),
        (3, Effect.HERROEPEN),
    ]
    assert current_version(case) is None
    assert revoked_at_duo(case) == third
    assert case.events.filter(kind=EventKind.HERROEPEN_BIJ_DUO, text__contains="versie 3").exists()
    words = words_of(done.document)
    for part in ("Versie 1 van 10 maart 2026. Wij herroepen dit besluit.", "Versie 3 van 10 maart 2026. Wij herroepen ook",
                 "6:19"):  # fmt: skip
        assert part in words
    page = client.get(f"/dossiers/{case.pk}/pip/bezwaren/{found.pk}/").content.decode()
    assert "Gevolg voor versie 3" in page
    assert "DUO heeft nog versie 3" in page
    assert third.document in documents_of(done)
    client.force_login(klantmanager)
    assert "DUO heeft nog versie 3, die is herroepen" in client.get("/").content.decode()


def test_the_decider_says_it_for_each_version(version, case, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    third = replaced(case, klantmanager)
    facts = {"objection": found, "decision": ObjectionDecision.GEGROND, "reason": REASON, "by": lead}
    with pytest.raises(ValidationError, match="bij beide versies"):
        decide_objection(**facts, effect=Effect.NIEUW_PIP, later_effect=Effect.GEEN)
    done = decide_objection(**facts, effect=Effect.HERROEPEN, later_effect=Effect.GEEN)
    assert current_version(case) == third
    assert "Versie 3 van 10 maart 2026. Deze versie blijft gelden" in words_of(done.document)
    assert (done.effect, done.effect_on_plan) == (Effect.HERROEPEN, Effect.GEEN)


def test_who_established_the_later_version_does_not_decide(version, case, klantmanager, lead):
    """Awb, artikel 10:3 lid 3: the bezwaar is about that version too. Nor does this person hear (artikel 7:5)."""
    found = objection(version, klantmanager)
    replaced(case, klantmanager, by=lead)
    with pytest.raises(ValidationError, match="7:5"):
        record_hearing(objection=found, held_on=TUESDAY, hearer=lead, report="Verslag.", with_interpreter=False,
                       by=klantmanager)  # fmt: skip
    with pytest.raises(ValidationError, match="zelf vastgesteld"):
        decide_objection(objection=ready(found, klantmanager), decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN,
                         reason=REASON, by=lead)  # fmt: skip


def test_a_team_lead_of_another_team_is_named_and_decides(
    concept, case, gemeente, klantmanager, lead, client, django_assert_max_num_queries
):
    """Awb, artikel 10:3 lid 3: when the only team lead took the decision, somebody of another team decides on this one."""
    version = establish(concept, on=TUESDAY, by=lead)
    other = StaffFactory(team=TeamFactory(gemeente=gemeente), role=Role.TEAMLEIDER, name="Ilse Prins")
    abroad = StaffFactory(team=TeamFactory(gemeente=GemeenteFactory()), role=Role.TEAMLEIDER)
    machine = StaffFactory(team=other.memberships.get().team, role=Role.TEAMLEIDER, name="Zaaksysteem")
    machine.set_unusable_password()
    machine.save()
    found = ready(objection(version, klantmanager), klantmanager)
    page, pieces = f"/dossiers/{case.pk}/pip/bezwaren/{found.pk}/", f"stukken/{version.document_id}/"
    client.force_login(other)
    assert client.get(page).status_code == client.get(page + pieces).status_code == 404
    with django_assert_max_num_queries(4):
        assert deciders_for(found) == [other]
    for nobody in (lead, abroad, klantmanager, machine):
        with pytest.raises(ValidationError, match="teamleider van uw gemeente"):
            name_decider(objection=found, decider=nobody, by=lead)
    for user in (other, klantmanager):
        with pytest.raises(ValidationError, match="Alleen een teamleider van het team"):
            name_decider(objection=found, decider=other, by=user)
    name_decider(objection=found, decider=other, by=lead)
    assert case.events.filter(text__contains="Ilse Prins is aangewezen").exists()
    shown = client.get(page).content.decode()
    assert "U bent aangewezen" in shown
    assert pieces in shown
    letter = client.get(page + pieces)
    assert letter.content.startswith(b"%PDF")
    assert "no-store" in letter["Cache-Control"]
    assert client.get(page + "beslissen/").status_code == 200
    assert client.get(page + "ingetrokken/").status_code == 403
    for closed in ("", "pip/", "documenten/"):
        assert client.get(f"/dossiers/{case.pk}/{closed}").status_code == 404
    assert found in client.get("/bezwaren/").context["rows"][0]
    answer = client.post(page + "beslissen/", {"decision": "ongegrond", "effect": "geen", "reason": REASON})
    assert answer.status_code == 302
    assert client.get(page).status_code == 200
    assert Objection.objects.get(pk=found.pk).decided_by == other


def test_with_nobody_to_name_the_page_says_what_to_do(concept, case, klantmanager, lead, client):
    found = objection(establish(concept, on=TUESDAY, by=lead), klantmanager)
    client.force_login(lead)
    page = f"/dossiers/{case.pk}/pip/bezwaren/{found.pk}/"
    assert "Een andere teamleider laat beslissen" in client.get(page).content.decode()
    assert "functioneel beheerder" in client.get(page + "beslisser/").content.decode()


def test_a_revoked_switch_does_not_set_the_route_that_holds(version, case, klantmanager, lead):
    """A2 in version 2 was revoked: the next A2 is a lowering again, with its own checks."""
    second = start_concept(case=case, by=klantmanager)
    letter = add_document(case=case, title="Beschikking", kind=DocumentKind.BESCHIKKING, filename="b.pdf", content=PDF,
                          by=klantmanager, visible_to_resident=True)  # fmt: skip
    PipVersion.objects.filter(pk=second.pk).update(
        status="vastgesteld", niveau="A2", established_on=TUESDAY, announced_on=TUESDAY, established_by=klantmanager,
        document=letter,
    )  # fmt: skip
    second.refresh_from_db()
    assert situation_of(version.pip, today=TUESDAY).current_niveau == "A2"
    found = ready(objection(second, klantmanager), klantmanager)
    decide_objection(
        objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.HERROEPEN, reason=REASON, by=lead
    )
    assert situation_of(version.pip, today=TUESDAY).current_niveau == version.niveau


def test_who_approved_the_plan_does_not_decide_on_the_bezwaar(concept, klantmanager, lead):
    """Awb, artikel 10:3 lid 3: the akkoord of the team lead made the decision possible."""
    Approval.objects.create(
        version=concept, ground=Ground.EENZIJDIG, motivation="Hij reageert niet op ons.", content_hash="a" * 64,
        asked_by=klantmanager, decision=ApprovalDecision.GOEDGEKEURD, decided_by=lead, decided_at=timezone.now(),
    )  # fmt: skip
    found = ready(objection(establish(concept, on=TUESDAY, by=klantmanager), klantmanager), klantmanager)
    with pytest.raises(ValidationError, match="zelf goedgekeurd"):
        decide_objection(
            objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
        )


def test_two_people_decide_at_once_and_one_is_told(version, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    facts = {
        "objection": found,
        "decision": ObjectionDecision.ONGEGROND,
        "effect": Effect.GEEN,
        "reason": REASON,
        "by": lead,
    }
    decide_objection(**facts)
    with pytest.raises(ValidationError, match="al beslist"):
        decide_objection(**facts)
    assert (
        Notice.objects.filter(kind=NoticeKind.OBJECTION_DECIDED).values("channel").distinct().count()
        == Notice.objects.filter(kind=NoticeKind.OBJECTION_DECIDED).count()
    )


def test_no_sql_changes_a_decided_bezwaar(version, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    decide_objection(
        objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
    )
    for sql in (
        "UPDATE pip_plans_objection SET decision_reason = 'anders'",
        "UPDATE pip_plans_objection SET decision = '', effect = ''",
        "DELETE FROM pip_plans_objection",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_new_concept_can_still_be_thrown_away(version, case, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    decide_objection(
        objection=found, decision=ObjectionDecision.DEELS, effect=Effect.NIEUW_PIP, reason=REASON, by=lead
    )
    PipVersion.objects.filter(pip__case=case, status="concept")[0].agreements.all().delete()
    assert Objection.objects.get().new_version is not None
