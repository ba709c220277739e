"""The newcomer reads along, asks, answers and signs; the gemeente decides without akkoord only in the open."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from threading import Thread

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, ProgrammingError
from django.utils import timezone
from pypdf import PdfReader

from accounts.enums import Role
from accounts.models import Membership
from cases.services import add_document
from contact.models import Notice
from contact.services.notices.reading import HANDLERS
from pip_plans import services
from pip_plans.enums import ApprovalDecision, Ground, Leerroute, Means, Owner, Reaction
from pip_plans.models import Agreement, Approval, Comment, Condition, Goal, PipVersion, Response
from pip_plans.rules.approvals import Judge, Request, Standing, judging_obstacle, standing
from pip_plans.rules.responses import (
    Draft,
    Involvement,
    consent_obstacles,
    is_signature,
    response_obstacles,
    unilateral_obstacles,
)
from pip_plans.rules.wording import fingerprint, plan_of, wording
from pip_plans.selectors import (
    approval_standing,
    involvement_of,
    open_approvals_for,
    refused_for,
    shared_concept_of,
    text_hash,
    unilateral_for,
    version_with_text,
)
from pip_plans.services import (
    establish_pip,
    establish_unilaterally,
    respond,
    share_concept,
    start_concept,
    update_concept,
)
from tests.factories import PDF, ResidentFactory, StaffFactory
from tests.pip_plans.plans import PLAN, SIGNATURE, TUESDAY, agreed, establish, lawful_concept, plan

pytestmark = pytest.mark.django_db
WHY = "Hij reageert al weken niet en de termijn van tien weken loopt af."


def later(days: int, hour: int = 9) -> time_machine.travel:
    return time_machine.travel(datetime(2026, 3, 10, hour, tzinfo=UTC) + timedelta(days=days))


def not_agreed(version, by, **fields):
    """A "yes, if" said in a talk."""
    given = {"reaction": Reaction.ONDER_VOORWAARDE, "means": Means.MONDELING, "language": "ar",
             "conditions": ["Lessen tot en met B2."]}  # fmt: skip
    return respond(version=version, by=by, **(given | fields))


# --- The words themselves ---------------------------------------------------------------------------------------


def test_the_same_words_have_the_same_fingerprint_and_other_words_another():
    assert fingerprint(wording(PLAN)) == fingerprint(wording(plan()))
    assert fingerprint(wording(PLAN)) != fingerprint(wording(plan(support="Iets anders.")))
    assert fingerprint(wording(PLAN)) == fingerprint(wording(plan(translation_state="automatisch")))


def test_what_was_read_comes_back_as_a_plan():
    assert wording(plan_of(wording(PLAN))) == wording(PLAN)
    assert plan_of(wording(PLAN)).agreements[0].due_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("strokes", "good"),
    [(SIGNATURE, True), ([], False), (None, False), ([[[1, 1]] * 3], False), ([[[1, 2, 3]] * 9], False),
     ([[[1, 1001]] * 9], False), ([[["a", 1]] * 9], False), ([[[True, 1]] * 9], False), ({"a": 1}, False),
     ([[[1, 1]] * 6000], False)],
)  # fmt: skip
def test_a_signature_is_strokes_on_a_square(strokes, good):
    assert is_signature(strokes) is good


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"reaction": "misschien"}, "Kies een reactie"),
        ({"reaction": Reaction.NIET_AKKOORD}, "waarom het niet goed is"),
        ({"reaction": Reaction.ONDER_VOORWAARDE}, "Schrijf de voorwaarde op"),
        ({"conditions": ("B2",)}, "Er staan voorwaarden bij"),
        ({"means": Means.MONDELING}, "Een akkoord heeft een handtekening"),
        ({"means": ""}, "Kies hoe"),
        ({"strokes": None}, "nog geen handtekening"),
        ({"means": Means.PAPIER}, "scan of foto"),
        ({"means": Means.DIGID}, "Alleen de nieuwkomer zelf"),
        ({"language": ""}, "in welke taal"),
        ({"given_on": date(2026, 3, 11)}, "toekomst"),
        ({"given_on": date(2026, 3, 8)}, "vóór deze tekst"),
        ({"by_resident": True, "means": Means.PAPIER, "has_scan": True}, "Teken op het scherm"),
        ({"reaction": Reaction.GEEN_REACTIE}, "Wie niet reageert"),
    ],
)
def test_a_response_misses_nothing(fields, fault):
    good = {
        "reaction": Reaction.AKKOORD,
        "means": Means.GETEKEND,
        "given_on": TUESDAY,
        "language": "ar",
        "strokes": SIGNATURE,
    }
    since = date(2026, 3, 9)
    assert response_obstacles(Draft(**good), since=since, today=TUESDAY) == []
    found = response_obstacles(Draft(**(good | fields)), since=since, today=TUESDAY)
    assert any(fault in one.sentence for one in found), found


# --- Reading along ------------------------------------------------------------------------------------------------


def test_pp_28_a_shared_concept_is_seen_by_its_newcomer_and_nobody_else(
    concept, case, klantmanager, resident, colleague
):
    """PP-28: the newcomer reads the concept before it holds."""
    assert shared_concept_of(resident, case) is None
    share_concept(version=concept, by=klantmanager)
    assert shared_concept_of(resident, case) == concept
    assert shared_concept_of(resident) == concept
    partner = ResidentFactory()
    for stranger in (partner, colleague, klantmanager):
        assert shared_concept_of(stranger, case) is None
    assert case.events.filter(kind="pip.gedeeld").count() == 1
    share_concept(version=concept, by=klantmanager)
    assert case.events.filter(kind="pip.gedeeld").count() == 1
    services.stop_sharing(version=concept, by=klantmanager)
    assert shared_concept_of(resident, case) is None


def test_pp_28_the_days_to_read_begin_again_with_another_text(concept, klantmanager):
    share_concept(version=concept, by=klantmanager)
    shared = version_with_text(concept.pk)
    assert involvement_of(shared, today=TUESDAY).readable_until == date(2026, 3, 17)
    update_concept(version=concept, by=klantmanager, support="Iets anders.")
    concept = version_with_text(concept.pk)
    assert involvement_of(concept, today=TUESDAY).readable_until is None
    with later(2):
        share_concept(version=concept, by=klantmanager)
        found = involvement_of(version_with_text(concept.pk), today=timezone.localdate())
    assert found.readable_since == date(2026, 3, 12)


def test_pp_28_the_gemeente_chooses_the_days_and_a_shared_concept_keeps_its_own(concept, klantmanager, team):
    beheerder = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    share_concept(version=concept, by=klantmanager)
    services.set_review_period(days=14, valid_from=TUESDAY + timedelta(days=1), by=beheerder)
    assert involvement_of(concept, today=TUESDAY).review_days == 7
    with later(1):
        update_concept(version=concept, by=klantmanager, support="Iets anders.")
        share_concept(version=concept, by=klantmanager)
        assert involvement_of(version_with_text(concept.pk), today=timezone.localdate()).review_days == 14
    for days, day in ((61, TUESDAY), (-1, TUESDAY), (0, TUESDAY), (7, TUESDAY - timedelta(days=1))):
        with pytest.raises(ValidationError):
            services.set_review_period(days=days, valid_from=day, by=beheerder)


def test_an_empty_concept_is_not_shared(on_tuesday, case, klantmanager):
    with pytest.raises(ValidationError, match="nog niets in het concept"):
        share_concept(version=start_concept(case=case, by=klantmanager), by=klantmanager)


def test_pp_02_a_missing_agreement_and_other_comments_are_answered_one_by_one(
    concept, case, klantmanager, resident
):
    share_concept(version=concept, by=klantmanager)
    goal, agreement = concept.goals.get(), concept.agreements.get()
    said = [
        services.comment_on(version=concept, by=resident, text="Reiskosten?", misses_agreement=True),
        services.comment_on(version=concept, by=resident, text="Ook bakker.", goal=goal),
        services.comment_on(version=concept, by=resident, text="Liever dinsdag.", agreement=agreement),
        services.comment_on(version=concept, by=resident, text="Goed plan."),
    ]
    assert [comment.kind for comment in said] == ["ontbreekt", "doel", "afspraak", "algemeen"]
    agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="4 opmerkingen van de nieuwkomer zonder antwoord"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind="antwoord-op-verzoek").due_on == date(2026, 3, 24)
    for comment in said:
        services.answer_comment(comment=comment, answer="Dat regelen wij.", by=klantmanager)
    with pytest.raises(ValidationError, match="heeft deze opmerking al beantwoord"):
        services.answer_comment(comment=said[0], answer="Toch niet.", by=klantmanager)
    establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert case.events.filter(kind="pip.opmerking_antwoord").count() == 4
    assert case.deadlines.get(kind="antwoord-op-verzoek").met_on == TUESDAY


def test_a_comment_outlives_what_it_was_about(concept, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    agreement = concept.agreements.get()
    comment = services.comment_on(version=concept, by=resident, text="Dit wil ik niet.", agreement=agreement)
    services.remove_agreement(agreement=agreement, by=klantmanager)
    comment.refresh_from_db()
    assert (comment.agreement, comment.about) == (None, "Begin met de les op maandag.")


def test_what_somebody_may_not_say(concept, case, klantmanager, resident, colleague):
    with pytest.raises(ValidationError, match="staat niet meer in het portaal"):
        services.comment_on(version=concept, by=resident, text="Hallo")
    share_concept(version=concept, by=klantmanager)
    with pytest.raises(ValidationError):
        services.comment_on(version=concept, by=resident, text="  ")
    with pytest.raises(ValidationError):
        services.comment_on(version=concept, by=resident, text="x" * 20_000)
    other = lawful_concept(colleague.assignments.get().case, colleague)
    with pytest.raises(ValidationError, match="uit dit plan"):
        services.comment_on(version=concept, by=resident, text="Hallo", goal=other.goals.get())


def test_a_concept_that_somebody_answered_is_not_thrown_away(concept, klantmanager):
    not_agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="heeft op dit concept gereageerd"):
        services.discard_concept(version=concept, by=klantmanager)


# --- Responses ----------------------------------------------------------------------------------------------------


def test_pp_01_without_akkoord_nothing_is_established(concept, klantmanager):
    with pytest.raises(ValidationError, match="nog niet gereageerd"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    not_agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="niet zomaar akkoord"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)


def test_c1_5_a_condition_is_kept_word_for_word_with_date_language_and_channel(concept, case, klantmanager):
    words = "Alleen als ik les krijg tot B2, «anders» niet."
    response = not_agreed(concept, klantmanager, conditions=[words, "En in de avond."], interpreter_used=True)
    assert [one.text for one in response.conditions.all()] == [words, "En in de avond."]
    assert (response.given_on, response.language, response.means) == (TUESDAY, "ar", Means.MONDELING)
    assert words in case.events.get(kind="pip.reactie").text


def test_pp_01_a_response_belongs_to_exactly_one_text(concept, klantmanager):
    response = respond(version=concept, by=klantmanager, reaction=Reaction.AKKOORD, means=Means.GETEKEND, strokes=SIGNATURE,
                       language="ar")  # fmt: skip
    assert response.content_hash == text_hash(concept)
    update_concept(version=concept, by=klantmanager, talks_per_year=2)
    with pytest.raises(ValidationError, match="ging over een eerdere tekst"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    update_concept(version=concept, by=klantmanager, talks_per_year=4)
    establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert response.as_read.talks_per_year == 4


def test_the_newcomer_signs_on_the_screen_or_with_digid_and_a_paper_is_scanned(
    concept, case, klantmanager, resident
):
    share_concept(version=concept, by=klantmanager)
    scan = add_document(case=case, title="Handtekening", filename="h.pdf", content=PDF, by=klantmanager)
    drawn = respond(
        version=concept,
        by=resident,
        reaction=Reaction.AKKOORD,
        means=Means.GETEKEND,
        strokes=SIGNATURE,
        language="ar",
    )
    digid = respond(version=concept, by=resident, reaction=Reaction.AKKOORD, means=Means.DIGID, language="en")
    paper = respond(
        version=concept,
        by=klantmanager,
        reaction=Reaction.AKKOORD,
        means=Means.PAPIER,
        language="nl",
        scan=scan,
    )
    assert (drawn.signature, digid.by, paper.scan) == (SIGNATURE, resident, scan)


def test_a_scan_of_another_dossier_is_refused(concept, klantmanager, colleague):
    other = colleague.assignments.get().case
    scan = add_document(case=other, title="H", filename="h.pdf", content=PDF, by=colleague)
    with pytest.raises(ValidationError, match="uit dit dossier"):
        respond(
            version=concept,
            by=klantmanager,
            reaction=Reaction.AKKOORD,
            means=Means.PAPIER,
            language="nl",
            scan=scan,
        )


def test_a_signature_for_a_version_that_was_replaced_is_refused_in_words(concept, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    seen = text_hash(concept)
    update_concept(version=concept, by=klantmanager, support="Minder hulp dan u las.")
    with pytest.raises(ValidationError, match="veranderd terwijl u het las") as refusal:
        respond(
            version=concept,
            by=resident,
            reaction=Reaction.AKKOORD,
            means=Means.DIGID,
            language="ar",
            expected_hash=seen,
        )
    assert refusal.value.code == "gewijzigd"
    establish(concept, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="vastgesteld of vervangen") as refusal:
        respond(version=concept, by=resident, reaction=Reaction.AKKOORD, means=Means.DIGID, language="ar")
    assert refusal.value.code == "vervangen"
    assert concept.responses.count() == 1


def test_nobody_is_silent_before_the_time_to_read_is_over(concept, klantmanager):
    with pytest.raises(ValidationError, match="nog niet voorbij"):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)
    share_concept(version=concept, by=klantmanager)
    with later(6), pytest.raises(ValidationError, match="nog niet voorbij"):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)
    with later(7):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)


def signed(version, by, **fields):
    given = {"reaction": Reaction.AKKOORD, "means": Means.GETEKEND, "strokes": SIGNATURE, "language": "ar"}
    return respond(version=PipVersion.objects.get(pk=version.pk), by=by, **(given | fields))


def test_pp_01_nobody_agreed_with_a_text_before_it_was_there(concept, klantmanager):
    """PP-01: the day of an akkoord is not before the last change of the words, whichever words."""
    with later(10):
        update_concept(version=concept, by=klantmanager, support="Minder hulp.")
    with later(12):
        update_concept(version=concept, by=klantmanager, translation_state="automatisch")
        with pytest.raises(ValidationError, match="Het concept is het laatst gewijzigd op 20 maart"):
            signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=9))
        signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=10))
    with later(14):
        services.add_goal(version=concept, own_text="Ik wil fietsen.", own_language="nl", by=klantmanager)
        with pytest.raises(ValidationError, match="24 maart 2026"):
            signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=13))


def test_the_day_of_sharing_says_too_that_the_text_was_there(concept, klantmanager):
    share_concept(version=concept, by=klantmanager)
    with later(2):
        update_concept(version=concept, by=klantmanager, support="Minder hulp.")
        update_concept(version=concept, by=klantmanager, support=concept.support)
        assert signed(concept, klantmanager, given_on=TUESDAY).given_on == TUESDAY


def test_pp_01_the_newcomer_reads_what_a_colleague_wrote_down_as_the_answer(
    concept, case, klantmanager, resident
):
    """PP-01: so that an akkoord that wasn't given comes out."""
    share_concept(version=concept, by=klantmanager)
    signed(concept, klantmanager)
    signed(concept, resident, means=Means.DIGID, strokes=None)
    for event in case.events.filter(kind="pip.reactie").order_by("id"):
        HANDLERS[event.kind](event)
    told = Notice.objects.get(case=case, channel="portaal", kind="pip-reactie")
    words = told.text_dutch or told.text
    assert f"{klantmanager.name} van de gemeente schreef op" in words
    assert "u bent akkoord met het plan" in words
    assert "Klopt dit niet?" in words


def test_the_same_answer_or_remark_twice_is_one(concept, case, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    first = not_agreed(concept, klantmanager)
    assert not_agreed(concept, klantmanager) == first
    other = not_agreed(concept, klantmanager, conditions=["In de avond."])
    assert [other, first] == list(concept.responses.all())
    # The same words again after another answer are an answer of their own.
    assert not_agreed(concept, klantmanager) not in (first, other)
    said = {"version": concept, "by": resident, "text": "Wie betaalt de bus?", "misses_agreement": True}
    remark = services.comment_on(**said)
    assert services.comment_on(**said) == remark
    assert services.comment_on(**said | {"misses_agreement": False}) != remark
    services.answer_comment(comment=remark, answer="De gemeente.", by=klantmanager)
    assert services.comment_on(**said) != remark
    assert case.events.filter(kind="pip.opmerking").count() == 3


# --- Without akkoord ------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(concept, klantmanager) -> Approval:
    """A condition, answered; a week later the question to the team lead."""
    share_concept(version=concept, by=klantmanager)
    response = not_agreed(concept, klantmanager)
    with later(7):
        return services.ask_unilateral(
            version=concept,
            motivation=WHY,
            by=klantmanager,
            answers={response.conditions.get().pk: "Wij betalen tot B1."},
        )


def test_pp_01_establishing_without_akkoord_says_why_and_is_marked(
    concept, asked, case, klantmanager, teamleider
):
    with later(8):
        services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        version = establish_unilaterally(version=concept, on=date(2026, 3, 18), by=klantmanager)
    assert (version.is_unilateral, version.unilateral_reason) == (True, WHY)
    event = case.events.get(kind="pip.eenzijdig")
    assert (event.data["version_id"], event.data["changes"]) == (version.pk, [])
    assert list(unilateral_for(teamleider)) == [version]


def test_a_condition_on_an_earlier_text_keeps_its_answer_in_the_decision(
    concept, asked, klantmanager, teamleider
):
    """PP-01: after "yes, if" the text changed and came a "no": the letter still answers the condition, and says why not."""
    with later(8):
        update_concept(version=concept, by=klantmanager, support="Alleen les tot B1.")
        share_concept(version=concept, by=klantmanager)
        not_agreed(
            PipVersion.objects.get(pk=concept.pk), klantmanager, reaction=Reaction.NIET_AKKOORD, conditions=[],
            reason="Dit is te laag voor mij.",
        )  # fmt: skip
    with later(16):
        approval = services.ask_unilateral(
            version=PipVersion.objects.get(pk=concept.pk), motivation=WHY, by=klantmanager, answers={}
        )
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        version = establish_unilaterally(
            version=PipVersion.objects.get(pk=concept.pk), on=date(2026, 3, 26), by=klantmanager
        )
    pages = PdfReader(BytesIO(bytes(version.document.content.data))).pages
    letter = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in (
        "U was niet akkoord",
        "Dit is te laag voor mij.",
        "Lessen tot en met B2.",
        "Wij betalen tot B1.",
    ):
        assert words in letter


def test_c1_6_c1_10_the_list_of_the_team_lead_holds_the_case_until_there_is_akkoord(
    concept, case, klantmanager, teamleider
):
    """C1 6 and 10, PP-01: v1 agreed, v2 one-sided with its diff, v3 agreed again."""
    first = establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(
        version=second, by=klantmanager, change_reason="Er is geen les tot B2.", support="Alleen les tot B1."
    )
    share_concept(version=second, by=klantmanager)
    response = not_agreed(second, klantmanager)
    assert [version.pk for version in refused_for(teamleider)] == [second.pk]
    with later(9):
        answers = {response.conditions.get().pk: "Er is geen geld voor B2."}
        approval = services.ask_unilateral(version=second, motivation=WHY, answers=answers, by=klantmanager)
        assert list(open_approvals_for(teamleider)) == [approval]
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        second = establish_unilaterally(version=second, on=date(2026, 3, 19), by=klantmanager)
        changed = case.events.get(kind="pip.eenzijdig").data["changes"]
        assert {
            "label": "Hulp en begeleiding",
            "before": first.support,
            "after": "Alleen les tot B1.",
        } in changed
        assert PipVersion.objects.get(pk=first.pk).support != second.support
        third = start_concept(case=case, by=klantmanager)
        assert list(unilateral_for(teamleider)) == [second]
        update_concept(
            version=third, by=klantmanager, change_reason="Toch les tot B2.", support="Les tot B2."
        )
        establish(third, on=date(2026, 3, 19), by=klantmanager)
        assert list(unilateral_for(teamleider)) == []


def test_silence_takes_a_concept_off_no_list(concept, klantmanager, teamleider):
    share_concept(version=concept, by=klantmanager)
    not_agreed(concept, klantmanager)
    update_concept(version=concept, by=klantmanager, support="Les tot B1.")
    share_concept(version=concept, by=klantmanager)
    with later(8):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)
    assert [(row.pk, row.reaction) for row in refused_for(teamleider)] == [(concept.pk, "onder_voorwaarde")]


def test_what_must_come_before_the_question(concept, klantmanager):
    with pytest.raises(ValidationError) as refusal:
        services.ask_unilateral(version=concept, motivation=WHY, answers={}, by=klantmanager)
    assert len(refusal.value.messages) == 2  # Not shared, no reaction.
    share_concept(version=concept, by=klantmanager)
    not_agreed(concept, klantmanager)
    with pytest.raises(ValidationError) as refusal:
        services.ask_unilateral(version=concept, motivation=WHY, answers={}, by=klantmanager)
    assert "vanaf 17 maart 2026" in " ".join(refusal.value.messages)
    assert "1 voorwaarde van de nieuwkomer waarop u niet reageerde" in " ".join(refusal.value.messages)


def test_without_approval_nothing_is_established_one_sidedly(concept, asked, klantmanager, teamleider):
    with later(8):
        with pytest.raises(ValidationError, match="nog niet beslist"):
            establish_unilaterally(version=concept, on=date(2026, 3, 18), by=klantmanager)
        with pytest.raises(ValidationError, match="waarom u dit afwijst"):
            services.decide_approval(approval=asked, decision=ApprovalDecision.AFGEWEZEN, by=teamleider)
        services.decide_approval(
            approval=asked, decision=ApprovalDecision.AFGEWEZEN, by=teamleider, reason="Praat eerst."
        )
        with pytest.raises(ValidationError, match="keurde dit niet goed"):
            establish_unilaterally(version=concept, on=date(2026, 3, 18), by=klantmanager)


def test_an_approval_of_an_earlier_text_is_worth_nothing(concept, asked, klantmanager, teamleider):
    with later(8):
        update_concept(version=concept, by=klantmanager, support="Nog minder hulp.")
        with pytest.raises(ValidationError, match="veranderd nadat dit werd gevraagd"):
            services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        assert approval_standing(version_with_text(concept.pk), Ground.EENZIJDIG) == Standing.OF_EARLIER_TEXT
        again = services.ask_approval(
            version=concept, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager
        )
        asked.refresh_from_db()
        assert (asked.decision, again.decision) == (ApprovalDecision.VERVALLEN, "")


def test_four_eyes(concept, asked, case, klantmanager, colleague, teamleider, stranger, gemeente):
    """Not the klantmanager, though a team lead too; not a colleague, not a team lead elsewhere."""
    Membership.objects.create(user=klantmanager, team=case.team, role=Role.TEAMLEIDER)
    Membership.objects.create(user=stranger, team=stranger.memberships.get().team, role=Role.TEAMLEIDER)
    klantmanager.__dict__.pop("team_roles", None)
    stranger.__dict__.pop("team_roles", None)
    for user, why in (
        (klantmanager, "zelf"),
        (colleague, "Alleen de teamleider"),
        (stranger, "Alleen de teamleider"),
    ):
        with pytest.raises(ValidationError, match=why):
            services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=user)
        assert asked not in open_approvals_for(colleague)
    assert asked not in open_approvals_for(stranger)
    assert asked in open_approvals_for(teamleider)


@pytest.mark.parametrize(
    ("judge", "sentence"),
    [((True, False, False), ""), ((False, False, False), "Alleen de teamleider"), ((True, True, False), "zelf klantmanager"),
     ((True, False, True), "U vroeg dit zelf")],
)  # fmt: skip
def test_who_may_judge(judge, sentence):
    leads, guides, asked_it = judge
    found = judging_obstacle(Judge(leads_the_team=leads, guides_the_case=guides, asked_it=asked_it))
    assert sentence in found
    assert bool(found) == bool(sentence)


def test_the_last_request_about_this_text_counts():
    rows = [Request(Ground.EENZIJDIG, "a", ApprovalDecision.AFGEWEZEN), Request(Ground.EENZIJDIG, "a")]
    assert standing(rows, Ground.EENZIJDIG, "a") == Standing.ASKED
    assert standing(rows[:1], Ground.EENZIJDIG, "a") == Standing.REFUSED
    assert standing(rows, Ground.EENZIJDIG, "b") == Standing.OF_EARLIER_TEXT
    assert standing([], Ground.EENZIJDIG, "a") == Standing.NOT_ASKED


def test_obstacles_by_involvement():
    nobody = Involvement(review_days=7)
    assert len(list(consent_obstacles(nobody))) == 1
    assert list(consent_obstacles(Involvement(review_days=7, reaction=Reaction.AKKOORD))) == []
    with_akkoord = Involvement(review_days=7, reaction=Reaction.AKKOORD)
    assert "gewoon vast" in next(unilateral_obstacles(with_akkoord, TUESDAY)).sentence
    ready = Involvement(review_days=7, readable_since=date(2026, 3, 3), reaction=Reaction.GEEN_REACTIE)
    assert list(unilateral_obstacles(ready, TUESDAY)) == []


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.django_db(transaction=True)
def test_two_team_leads_at_once_one_wins_and_the_other_reads_why(
    case, klantmanager, teamleider, team, ground
):
    other = StaffFactory(team=team, role=Role.TEAMLEIDER, name="Tweede Teamleider")
    concept = lawful_concept(case, klantmanager)
    asked = services.ask_approval(version=concept, ground=ground, motivation=WHY, by=klantmanager)
    raised: list[BaseException | None] = [None, None]

    def decide(n, by, decision):
        try:
            services.decide_approval(approval=asked, decision=decision, by=by, reason="Niet nu.")
        except ValidationError as error:
            raised[n] = error
        finally:
            connection.close()

    threads = [
        Thread(target=decide, args=(0, teamleider, ApprovalDecision.GOEDGEKEURD)),
        Thread(target=decide, args=(1, other, ApprovalDecision.AFGEWEZEN)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    refusals = [error for error in raised if error]
    assert len(refusals) == 1
    assert "heeft hierover al beslist" in refusals[0].messages[0]
    assert case.events.filter(kind="pip.akkoord_beslist").count() == 1


# --- What the database refuses ---------------------------------------------------------------------------------------

TABLES = {
    "pip_plans_pipversion": ("id", "support"), "pip_plans_goal": ("version_id", "own_text"),
    "pip_plans_agreement": ("version_id", "text"), "pip_plans_comment": ("version_id", "text"),
    "pip_plans_response": ("version_id", "reason"), "pip_plans_approval": ("version_id", "motivation"),
}  # fmt: skip


@pytest.fixture
def complete(concept, klantmanager, teamleider) -> PipVersion:
    """An established version that has one of everything."""
    share_concept(version=concept, by=klantmanager)
    comment = services.comment_on(version=concept, by=klantmanager, text="Kan het later?")
    services.answer_comment(comment=comment, answer="Ja.", by=klantmanager)
    response = not_agreed(concept, klantmanager)
    with later(7):
        answers = {response.conditions.get().pk: "Nee."}
        approval = services.ask_unilateral(version=concept, motivation=WHY, answers=answers, by=klantmanager)
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        return establish_unilaterally(version=concept, on=date(2026, 3, 17), by=klantmanager)


@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = 'anders'", "DELETE FROM {table}"])
@pytest.mark.parametrize("table", [*TABLES, "pip_plans_condition"])
def test_no_sql_changes_an_established_version_or_what_belongs_to_it(complete, table, statement):
    key, column = TABLES.get(table, ("", "answer"))
    where = (
        f"{key} = {complete.pk}"
        if key
        else f"response_id IN (SELECT id FROM pip_plans_response WHERE version_id = {complete.pk})"
    )
    sql = f"{statement.format(table=table, column=column)} WHERE {where}"
    with (
        pytest.raises((InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_no_sql_adds_to_an_established_version(complete, klantmanager):
    for row in (
        Goal(version=complete, position=9, own_text="x"),
        Agreement(version=complete, position=9, text="x", owner=Owner.GEMEENTE, due_on=TUESDAY),
        Comment(version=complete, kind="algemeen", text="x", by=klantmanager),
        Approval(version=complete, ground=Ground.EENZIJDIG, motivation="x", content_hash="x", asked_by=klantmanager),
        Response(version=complete, reaction=Reaction.NIET_AKKOORD, reason="x", means=Means.MONDELING, language="nl",
                 given_on=TUESDAY, content={}, content_hash="x", by=klantmanager),
        Condition(response=complete.responses.get(), text="x"),
    ):  # fmt: skip
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            row.save()


def test_no_sql_moves_content_between_versions(complete, case, klantmanager):
    second = start_concept(case=case, by=klantmanager)
    for rows in (Goal.objects.filter(version=complete), Agreement.objects.filter(version=second)):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            rows.update(version=complete if rows.first().version_id == second.pk else second)


def test_a_response_never_changes_not_even_of_a_concept(concept, klantmanager):
    not_agreed(concept, klantmanager)
    for act in (lambda: Response.objects.update(reason="x"), lambda: Condition.objects.update(text="x")):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            act()


@pytest.mark.parametrize(
    "fields",
    [{"means": Means.MONDELING, "signature": None}, {"signature": None}, {"means": ""}, {"means": Means.DIGID}, {"language": ""},
     {"reaction": Reaction.NIET_AKKOORD, "reason": ""}],
)  # fmt: skip
def test_the_database_knows_what_a_response_is(concept, klantmanager, fields):
    row = {"reaction": Reaction.AKKOORD, "means": Means.GETEKEND, "signature": SIGNATURE, "language": "nl",
           "given_on": TUESDAY, "content": {}, "content_hash": "x"}  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(version=concept, by=klantmanager, **(row | fields))


# --- Bad input -------------------------------------------------------------------------------------------------------


def test_twenty_thousand_characters_in_a_goal_are_refused(concept, klantmanager):
    with pytest.raises(ValidationError, match="5000"):
        services.add_goal(version=concept, own_text="x" * 20_000, own_language="nl", by=klantmanager)
    with pytest.raises(ValidationError):
        services.update_goal(goal=concept.goals.get(), own_text="x" * 20_000, by=klantmanager)


def test_an_agreement_without_owner_and_a_goal_with_agreements(concept, klantmanager):
    with pytest.raises(ValidationError, match="ies wie dit doet"):
        services.add_agreement(version=concept, text="Iets", owner="", due_on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="hoort nog 1 afspraak"):
        services.remove_goal(goal=concept.goals.get(), by=klantmanager)


@pytest.mark.parametrize(
    ("fields", "on", "sentence"),
    [
        (
            {"leerroute": Leerroute.Z, "niveau": "B1", "intensity_hours": None},
            TUESDAY,
            "Niveau B1 kan niet bij de Z-route",
        ),
        (
            {"leerroute": Leerroute.O, "niveau": "A2", "intensity_hours": None},
            TUESDAY,
            "Niveau A2 kan niet bij de onderwijsroute",
        ),
        ({"niveau": "A2"}, TUESDAY, "In het allereerste PIP kan de B1-route niet met niveau A2"),
        ({}, TUESDAY + timedelta(days=1), "niet in de toekomst"),
        ({}, date(2026, 2, 8), "vóór de inschrijving in de gemeente"),
    ],
)
def test_what_duo_would_refuse_is_refused_here_with_and_without_akkoord(
    concept, klantmanager, fields, on, sentence
):
    update_concept(version=concept, by=klantmanager, wish_difference_reason="Dit past beter.", **fields)
    for act in (establish_pip, establish_unilaterally):
        with pytest.raises(ValidationError) as refusal:
            act(version=concept, on=on, by=klantmanager)
        assert any(sentence in message for message in refusal.value.messages)


def test_an_intensity_is_not_for_a_gezinsmigrant(concept, case, klantmanager):
    case.group = "gezinsmigrant"
    case.save()
    with pytest.raises(ValidationError) as refusal:
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert any("alleen voor asielstatushouders" in message for message in refusal.value.messages)


# --- What the newcomer is told ------------------------------------------------------------------------------------------


def test_pp_01_the_newcomer_is_told_with_the_difference_and_how_to_object(
    concept, case, klantmanager, teamleider
):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(
        version=second, by=klantmanager, change_reason="Er is geen les.", support="Alleen les tot B1."
    )
    share_concept(version=second, by=klantmanager)
    response = not_agreed(second, klantmanager)
    with later(8):
        answers = {response.conditions.get().pk: "Er is geen geld voor B2."}
        approval = services.ask_unilateral(version=second, motivation=WHY, answers=answers, by=klantmanager)
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        establish_unilaterally(version=second, on=date(2026, 3, 18), by=klantmanager)
        for event in case.events.filter(
            kind__in=("pip.gedeeld", "pip.eenzijdig", "pip.vastgesteld")
        ).order_by("id"):
            HANDLERS[event.kind](event)
    told = list(Notice.objects.filter(case=case, channel="portaal").order_by("id"))
    assert [notice.kind for notice in told] == ["pip-vastgesteld", "pip-concept", "pip-eenzijdig"]
    words = told[-1].text_dutch or told[-1].text
    assert "Alleen les tot B1." in words
    assert WHY in words
    assert "bezwaar" in words
