"""The gemeente decides without akkoord only openly: asked of the team lead, said why, told to the newcomer."""

from datetime import date
from io import BytesIO
from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pypdf import PdfReader

from accounts.enums import Role
from accounts.models import Membership
from cases.models import PersonLanguage
from contact.models import Notice
from contact.services.notices.reading import HANDLERS
from pip_plans import services
from pip_plans.enums import ApprovalDecision, Ground, Reaction, TranslationState
from pip_plans.models import Approval, PipVersion
from pip_plans.rules.approvals import Judge, Request, Standing, judging_obstacle, standing
from pip_plans.rules.responses import Involvement, consent_obstacles, unilateral_obstacles
from pip_plans.rules.translations import Answer
from pip_plans.selectors import (
    approval_standing,
    open_approvals_for,
    refused_for,
    unilateral_for,
    version_with_text,
)
from pip_plans.services import establish_unilaterally, respond, share_concept, start_concept, update_concept
from tests.factories import StaffFactory
from tests.pip_plans.plans import TUESDAY, establish, lawful_concept
from tests.pip_plans.responses import WHY, later, not_agreed

pytestmark = pytest.mark.django_db


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


IN_ARABIC = "لم ترد منذ أسابيع، وتنتهي المهلة قريبًا."


@pytest.mark.parametrize(
    ("again", "is_read"), [("", True), ("Hij komt al weken niet meer naar een gesprek.", False)]
)
def test_why_there_was_no_akkoord_is_read_in_the_own_language(
    concept, asked, klantmanager, teamleider, resident, log_in, again, is_read
):
    """PP-66: the reason has its translation, in the portal and beside the letter; one of an older reason isn't shown."""
    with later(8):
        update_concept(version=concept, by=klantmanager, support="Alleen les tot B1.")
        share_concept(version=concept, by=klantmanager)
        concept = PipVersion.objects.get(pk=concept.pk)
        not_agreed(concept, klantmanager, reaction=Reaction.NIET_AKKOORD, conditions=[], reason="Te laag.")
    with later(16):
        why = Answer(text=WHY, own=IN_ARABIC, state=TranslationState.GECONTROLEERD)
        approval = services.ask_unilateral(version=concept, motivation=why, answers={}, by=klantmanager)
        if again:
            services.decide_approval(
                approval=approval,
                decision=ApprovalDecision.AFGEWEZEN,
                reason="Dat is te kort uitgelegd.",
                by=teamleider,
            )
            approval = services.ask_unilateral(version=concept, motivation=again, answers={}, by=klantmanager)
            assert not concept.translations.filter(field="unilateral_reason").exists()
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        version = establish_unilaterally(
            version=PipVersion.objects.get(pk=concept.pk), on=date(2026, 3, 26), by=klantmanager
        )
        page = log_in(resident).get("/mijn/plan/").content.decode()
    assert (IN_ARABIC in page) == is_read
    assert (again or WHY) in page
    assert version.unilateral_text.is_translated == is_read


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
    assert len(list(consent_obstacles(nobody, TUESDAY))) == 1
    with_akkoord = Involvement(review_days=7, reaction=Reaction.AKKOORD)
    assert "gewoon vast" in next(unilateral_obstacles(with_akkoord, TUESDAY)).sentence
    ready = Involvement(review_days=7, readable_since=date(2026, 3, 3), reaction=Reaction.GEEN_REACTIE)
    assert list(unilateral_obstacles(ready, TUESDAY)) == []


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"is_own": True}, ""),
        ({"sooner_reason": "Hij wil nu tekenen."}, ""),
        ({}, "staat niet in het portaal"),
        ({"readable_since": date(2026, 3, 4)}, "tot 11 maart 2026"),
        ({"readable_since": date(2026, 3, 3)}, ""),
    ],
)
def test_pp_28_an_akkoord_that_a_colleague_wrote_down_waits_for_the_time_to_read(facts, says):
    agreed_with = Involvement(review_days=7, reaction=Reaction.AKKOORD, **facts)
    told = " ".join(one.sentence for one in consent_obstacles(agreed_with, TUESDAY))
    assert says in told if says else not told


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
            services.decide_approval(approval=asked, decision=decision, by=by, reason="Nu nog niet doen.")
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


# --- What the newcomer is told ------------------------------------------------------------------------------------------


def test_pp_01_the_newcomer_is_told_with_the_difference_and_how_to_object(
    concept, case, klantmanager, teamleider
):
    """What differs, the message says in the own language as the companion does; in Dutch the same in Dutch."""
    PersonLanguage.objects.create(person=case.person, code="ar", speaks=True, reads=True, preferred=True)
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
    own = told[-1].text.split("خطتك السابقة:")[1].split("ألا توافق")[0]
    assert own.split("\n")[1:3] == [
        "- المساعدة والمرافقة",
        "سابقًا: لم يُترجم بعد (بالهولندية): De gemeente betaalt de cursus en zoekt een taalmaatje.",
    ]
    words = told[-1].text_dutch
    assert "Alleen les tot B1." in words
    assert WHY in words
    assert "bezwaar" in words
