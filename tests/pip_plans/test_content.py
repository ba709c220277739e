"""Promises, levels that others ask, going on learning, pathways and what the team lead sees: from service to page."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from cases.models import CaseEvent
from deadlines.enums import Kind
from intake.enums import IntakeStatus, Interpreter, PromiseOutcome, PromiseSide, TalkMode
from intake.models import Intake
from intake.services import add_promise, add_talk, settle_promise
from pip_plans import services
from pip_plans.enums import EventKind, FurtherLearning, Level, LevelSource, Owner
from pip_plans.models import Agreement, LevelNeed, Pathway, PipVersion
from pip_plans.selectors import current_version, level_gap_of, plan_quality_for, situation_of, ways_of
from tests.factories import StaffFactory, TeamFactory
from tests.pip_plans.plans import TUESDAY, agreed, completed_intake, establish, lawful_concept

pytestmark = pytest.mark.django_db
B2 = {"wished_level": Level.B2, "further_learning": FurtherLearning.GEEN_AANBOD,
      "further_learning_reason": "In de regio is geen cursus op B2."}  # fmt: skip


def at(name, case, *args):
    return reverse(name, args=[case.pk, *args])


def html(answer):
    return answer.content.decode()


@pytest.fixture
def mine(log_in, klantmanager):
    return log_in(klantmanager)


@pytest.fixture
def promise(on_tuesday, case, klantmanager):
    intake = completed_intake(case, klantmanager)
    Intake.objects.filter(pk=intake.pk).update(status=IntakeStatus.OPEN, completed_at=None, completed_by=None)
    intake.refresh_from_db()
    talk = add_talk(intake=intake, held_on=timezone.localdate(), mode=TalkMode.KANTOOR,
                    interpreter=Interpreter.TELEFOON, interpreter_language="ar", by=klantmanager)  # fmt: skip
    return add_promise(
        talk=talk, text="De gemeente betaalt de reis", side=PromiseSide.GEMEENTE, by=klantmanager
    )


@pytest.fixture
def beheerder(team):
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


@pytest.fixture
def teamleider_elsewhere(team):
    return StaffFactory(team=TeamFactory(gemeente=team.gemeente), role=Role.TEAMLEIDER)


# --- Promises of talks --------------------------------------------------------------------------------------------


def test_pp_02_an_unresolved_promise_keeps_the_pip_from_being_established(promise, case, klantmanager):
    """PP-02: a promise of any talk is named until it is in the PIP, recorded apart or dropped with a reason."""
    concept = lawful_concept(case, klantmanager)
    with pytest.raises(ValidationError) as refusal:
        services.establish_pip(
            version=agreed(concept, klantmanager), on=timezone.localdate(), by=klantmanager
        )
    assert any("De gemeente betaalt de reis" in sentence for sentence in refusal.value.messages)
    settle_promise(
        promise=promise, outcome=PromiseOutcome.VERVALLEN, note="De school is om de hoek.", by=klantmanager
    )
    assert situation_of(concept.pip, today=timezone.localdate()).open_promises == ()


def test_pp_02_a_promise_in_the_pip_becomes_an_agreement_and_waits_again_when_that_goes(
    promise, case, klantmanager
):
    """PP-02: resolved 'in PIP' links to its agreement."""
    settle_promise(promise=promise, outcome=PromiseOutcome.IN_PIP, by=klantmanager)
    concept = lawful_concept(case, klantmanager)
    today = timezone.localdate()
    assert situation_of(concept.pip, today=today).promises_without_agreement
    agreement = services.add_agreement(version=concept, text="Reis betalen", owner=Owner.GEMEENTE, due_on=today,
                                       promise=promise, by=klantmanager)  # fmt: skip
    promise.refresh_from_db()
    assert promise.agreement_id == agreement.pk
    assert situation_of(concept.pip, today=today).promises_without_agreement == ()
    services.remove_agreement(agreement=agreement, by=klantmanager)
    promise.refresh_from_db()
    assert promise.agreement_id is None


def test_pp_02_the_form_offers_the_promises_of_this_case_alone(promise, case, klantmanager, mine):
    settle_promise(promise=promise, outcome=PromiseOutcome.IN_PIP, by=klantmanager)
    lawful_concept(case, klantmanager)
    assert "De gemeente betaalt de reis" in html(mine.get(at("pip-concept", case)))
    fields = {"text": "Reis betalen", "owner": "gemeente", "due_on": "2026-05-01", "promise": promise.pk}
    mine.post(at("pip-afspraken", case), fields)
    promise.refresh_from_db()
    assert Agreement.objects.get(pk=promise.agreement_id).text == "Reis betalen"
    assert mine.post(at("pip-afspraken", case), fields | {"promise": 999_999}).status_code == 422


# --- Going on learning --------------------------------------------------------------------------------------------


def test_pp_03_not_yet_decided_has_a_day_and_a_reminder(concept, case, klantmanager):
    """PP-03, C8 check 1: the flag is on, the term runs to the day that the plan names."""
    decide_on = timezone.localdate() + timedelta(days=40)
    services.update_concept(
        version=concept, by=klantmanager, wished_level=Level.B2, further_learning=FurtherLearning.NIET_BESLIST,
        further_learning_decide_on=decide_on,
    )  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.open().get(kind=Kind.DOORLEREN).due_on == decide_on
    assert level_gap_of(case).is_undecided
    second = services.start_concept(case=case, by=klantmanager)
    services.update_concept(version=second, by=klantmanager, change_reason="Er is besloten.", **B2)
    establish(second, on=TUESDAY, by=klantmanager)
    assert not case.deadlines.open().filter(kind=Kind.DOORLEREN).exists()


def test_c1_8_a_werkcoach_reopens_the_decision_and_the_version_stays(concept, case, klantmanager):
    """PP-107, C1 check 8: the entry 'B2 vereist' opens a term and an event; nothing in the version changes."""
    establish(concept, on=TUESDAY, by=klantmanager)
    before = PipVersion.objects.values().get()
    for _ in range(2):
        services.record_needed_level(case=case, level="B2", source=LevelSource.WERKCOACH, occupation="Kok",
                                     said_by="Els", by=klantmanager)  # fmt: skip
    assert PipVersion.objects.values().get() == before
    assert case.deadlines.open().filter(kind=Kind.DOORLEREN).count() == 1
    assert CaseEvent.objects.filter(case=case, kind=EventKind.DOORLEREN_OPEN).count() == 1
    assert LevelNeed.objects.count() == 1
    assert level_gap_of(case).is_undecided


def test_c1_8_a_harder_goal_reopens_what_was_decided_about_an_easier_one(concept, case, klantmanager):
    services.update_concept(version=concept, by=klantmanager, **B2)
    establish(concept, on=TUESDAY, by=klantmanager)
    assert level_gap_of(case).is_refused
    for level, opened in (("B2", False), ("C1", True)):
        services.record_needed_level(
            case=case, level=level, source=LevelSource.WERKGEVER, occupation="Kok", by=klantmanager
        )
        assert case.deadlines.open().filter(kind=Kind.DOORLEREN).exists() is opened
    assert level_gap_of(case).is_undecided


def test_pp_61_a_named_level_comes_into_the_concept_with_its_source(concept, case, klantmanager):
    services.record_needed_level(case=case, level="B2", source=LevelSource.WERKGEVER, occupation="Kok", said_by="De Lepel",
                                 by=klantmanager)  # fmt: skip
    concept.refresh_from_db()
    assert (concept.needed_level, concept.needed_level_source, concept.needed_level_by) == (
        "B2",
        "werkgever",
        "De Lepel",
    )


def test_pp_61_teacher_and_employer_disagree(concept, case, klantmanager, mine):
    """PP-61: at least one level between them asks for a decision."""
    for level, source in (("B1", LevelSource.DOCENT), ("B2", LevelSource.WERKGEVER)):
        services.record_needed_level(case=case, level=level, source=source, occupation="Kok", by=klantmanager)
    assert "Niet iedereen noemt hetzelfde niveau" in html(mine.get(at("pip-niveau", case)))


def test_what_was_said_about_a_level_never_changes(concept, case, klantmanager):
    services.record_needed_level(
        case=case, level="B2", source=LevelSource.WET, occupation="Arts", by=klantmanager
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        LevelNeed.objects.update(level="A1")
    with pytest.raises(DatabaseError), transaction.atomic():
        LevelNeed.objects.all().delete()


@pytest.mark.parametrize(
    "change", [{"level": "B3"}, {"source": "buurman"}, {"occupation": " "}, {"remark": "x" * 2001}]
)
def test_a_level_that_makes_no_sense_is_refused(on_tuesday, case, klantmanager, change):
    good = {"level": "B2", "source": "wet", "occupation": "Arts"}
    with pytest.raises(ValidationError):
        services.record_needed_level(case=case, by=klantmanager, **good | change)


def test_the_flag_stands_on_intake_pip_and_header_until_it_is_decided(concept, case, klantmanager, mine):
    """PP-05: intake, PIP page, dossier header and editor."""
    services.update_concept(version=concept, by=klantmanager, wished_level=Level.B2)
    for name in ("dossier", "intake", "pip", "pip-concept", "pip-niveau"):
        assert "Niveaukloof" in html(mine.get(at(name, case))), name
    services.update_concept(version=concept, by=klantmanager, further_learning=FurtherLearning.TOEGEZEGD)
    assert "Niveaukloof" not in html(mine.get(at("dossier", case)))


def test_before_there_is_a_plan_the_flag_follows_the_intake(on_tuesday, case, klantmanager):
    """PP-05: wished level beside the route that somebody wants."""
    completed_intake(case, klantmanager, gewenste_route="B", gewenst_niveau="B2")
    assert level_gap_of(case).goal == "B2"
    version = services.start_concept(case=case, by=klantmanager)
    assert version.wished_level == "B2"


def test_who_may_record_a_level(concept, case, log_in, klantmanager, colleague, resident, stranger):
    data = {"level": "B2", "source": "werkcoach", "occupation": "Kok"}
    got = [
        log_in(user).post(at("pip-niveau", case), data).status_code
        for user in (klantmanager, colleague, resident, stranger)
    ]
    assert got == [302, 403, 403, 404]
    assert LevelNeed.objects.get().noted_by == klantmanager


# --- Bad input -----------------------------------------------------------------------------------------------------


def test_an_agreement_without_owner_is_refused_everywhere(concept, case, klantmanager, mine):
    data = {"text": "Les", "owner": "", "due_on": "2026-05-01"}
    assert mine.post(at("pip-afspraken", case), data).status_code == 422
    with pytest.raises(ValidationError):
        services.add_agreement(version=concept, text="Les", owner="", due_on=TUESDAY, by=klantmanager)
    with pytest.raises(DatabaseError), transaction.atomic():
        Agreement.objects.create(version=concept, position=9, text="Les", owner="", due_on=TUESDAY)


def test_a_goal_stays_while_an_agreement_points_at_it(concept, case, klantmanager, mine):
    goal = concept.goals.get()
    with pytest.raises(ValidationError):
        services.remove_goal(goal=goal, by=klantmanager)
    assert mine.post(at("pip-doel-verwijderen", case, goal.pk), follow=True).status_code == 200
    assert concept.goals.exists()


def test_twenty_thousand_characters_in_a_goal_are_refused_and_kept_on_the_screen(
    concept, case, klantmanager, mine
):
    answer = mine.post(at("pip-doelen", case), {"own_text": "x" * 20_000, "own_language": "nl"})
    assert (answer.status_code, "x" * 20_000 in html(answer)) == (422, True)
    with pytest.raises(ValidationError):
        services.add_goal(version=concept, own_text="x" * 20_000, own_language="nl", by=klantmanager)


def test_a_script_in_a_name_or_text_stays_text(concept, case, klantmanager, mine, log_in, resident):
    bad = "<script>alert(1)</script>"
    services.update_concept(version=concept, by=klantmanager, target_occupation=bad, next_step_helper=bad, pathways=[bad],
                            needed_level_by=bad, needed_level="B1", needed_level_source="wet")  # fmt: skip
    services.add_agreement(version=concept, text=bad, owner=Owner.ANDERS, owner_name=bad, due_on=TUESDAY, by=klantmanager,
                           own_language="ar", translation=bad)  # fmt: skip
    services.share_concept(version=concept, by=klantmanager)
    pages = [mine.get(at("pip-concept", case)), mine.get(at("pip-voorbeeld-nieuwkomer", case)),
             log_in(resident).get(reverse("mijn-concept"))]  # fmt: skip
    for page in pages:
        assert "<script>alert" not in html(page)
        assert "&lt;script&gt;alert" in html(page)


# --- Content and the database ----------------------------------------------------------------------------------------


def test_an_established_version_keeps_what_it_says(concept, case, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    for change in (
        {"further_learning": "toegezegd"},
        {"target_occupation": "Arts"},
        {"relief_costs": ["gas"]},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            PipVersion.objects.filter(pk=concept.pk).update(**change)


@pytest.mark.parametrize(
    "change",
    [
        {"further_learning": "geen_budget"},
        {"further_learning": "niet_beslist"},
        {"needed_level": "B2"},
        {"relief": "volledig", "benefit": "nee"},
        {
            "relief": "volledig",
            "benefit": "ja",
            "relief_from": date(2026, 3, 2),
            "relief_until": date(2026, 3, 1),
        },
    ],
)
def test_the_database_refuses_a_plan_that_contradicts_itself(concept, klantmanager, change):
    made = establish(concept, on=TUESDAY, by=klantmanager)
    copy = PipVersion.objects.get(pk=made.pk)
    copy.pk, copy.number, copy.document = None, 9, None
    for name, value in change.items():
        setattr(copy, name, value)
    with pytest.raises(ValidationError) as refusal:
        copy.full_clean(exclude=["document"])
    assert len(refusal.value.messages) >= 1


def test_the_next_version_takes_everything_over(concept, case, klantmanager):
    goal = concept.goals.get()
    services.update_goal(goal=goal, indicator="werk", by=klantmanager)
    services.update_agreement(agreement=concept.agreements.get(), text="Begin met de les.", owner=Owner.NIEUWKOMER,
                              due_on=TUESDAY, goal=goal, own_language="ar", translation="ابدأ الدرس",
                              by=klantmanager)  # fmt: skip
    services.update_concept(version=concept, by=klantmanager, pathways=["Betaald werk"], **B2)
    made = establish(concept, on=TUESDAY, by=klantmanager)
    second = services.start_concept(case=case, by=klantmanager)
    assert second.goals.get().indicator == "werk"
    assert second.agreements.get().translation == "ابدأ الدرس"
    assert (second.pathways, second.further_learning) == (["Betaald werk"], "geen_aanbod")
    assert current_version(case).pk == made.pk


def test_a_rewritten_agreement_is_not_checked_any_more(concept, klantmanager):
    agreement = services.add_agreement(version=concept, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY, own_language="ar",
                                       translation="درس", translation_state="gecontroleerd", by=klantmanager)  # fmt: skip
    assert agreement.translation_state == "gecontroleerd"
    services.update_agreement(
        agreement=agreement, text="Andere les", owner=Owner.GEMEENTE, due_on=TUESDAY, by=klantmanager
    )
    agreement.refresh_from_db()
    assert agreement.translation_state == "automatisch"


# --- Portal ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Er is nu geen cursus op dat niveau"),
        ("en", "no course at that level"),
        ("ar", "لا توجد الآن دورة"),
    ],
)
def test_pp_03_the_newcomer_reads_the_decision_in_plain_words(
    concept, klantmanager, log_in, resident, language, words
):
    """PP-03: the code in words, in each language of the portal."""
    services.update_concept(version=concept, by=klantmanager, pathways=["Betaald werk"], **B2)
    services.add_agreement(version=concept, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY, own_language="ar",
                           translation="درس الهولندية", translation_state="automatisch", by=klantmanager)  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    browser = log_in(resident)
    browser.cookies["django_language"] = language
    page = html(browser.get(reverse("mijn-plan")))
    assert words in page
    assert "درس الهولندية" in page


# --- Pathways ----------------------------------------------------------------------------------------------------------


def test_pp_44_the_beheerder_keeps_the_ways_of_the_gemeente(
    concept, case, klantmanager, mine, log_in, beheerder
):
    """PP-44: own ways, and ways that aren't offered here; a plan keeps what it says."""
    services.update_concept(version=concept, by=klantmanager, pathways=["Universiteit"])
    page = log_in(beheerder)
    own = {
        "kind": "leerwerk",
        "name": "Leerwerktraject zorg",
        "explanation": "Bij De Linde.",
        "is_offered": "on",
    }
    assert page.post(reverse("pip-wegen"), own).status_code == 302
    assert page.post(reverse("pip-wegen"), {"kind": "wo", "name": "Universiteit"}).status_code == 302
    assert page.post(reverse("pip-wegen"), {"kind": "x", "name": "x" * 121}).status_code == 422
    assert [way.name for way in ways_of(case.gemeente) if not way.is_offered] == ["Universiteit"]
    assert Pathway.objects.filter(gemeente=case.gemeente).count() == 2
    editor = html(mine.get(at("pip-concept", case)))
    assert "Leerwerktraject zorg" in editor
    data = {"autosave_field": "pathways", "pathways": ["Universiteit", "Leerwerktraject zorg"]}
    assert mine.post(at("pip-veld", case), data).status_code == 204
    assert mine.post(at("pip-veld", case), data | {"pathways": ["Iets anders"]}).status_code == 422


def test_pp_46_the_funding_card_shows_after_thirty(concept, case, klantmanager, mine):
    """PP-46: with an education goal, and never as a reason to refuse a route."""
    assert "Studeren kost geld" not in html(mine.get(at("pip-concept", case)))
    services.update_concept(version=concept, by=klantmanager, study_goal="hbo", pathways=["Hbo-opleiding"])
    page = html(mine.get(at("pip-concept", case)))
    assert "Studeren kost geld" in page
    assert "nooit een reden om een leerroute te weigeren" in page


# --- The team lead ----------------------------------------------------------------------------------------------------


def test_pp_04_pp_09_the_team_lead_counts_by_klantmanager(concept, case, klantmanager, teamleider, log_in):
    """PP-04, PP-05, PP-09: without a linked goal, incomplete, with a gap; counted and listed."""
    services.update_concept(version=concept, by=klantmanager, next_step="", **B2)
    agreement = concept.agreements.get()
    services.update_agreement(agreement=agreement, text=agreement.text, owner=agreement.owner, due_on=agreement.due_on,
                              by=klantmanager)  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    (group,) = plan_quality_for(teamleider, today=TUESDAY + timedelta(days=30))
    assert group.klantmanager == klantmanager.name
    assert (group.unlinked, group.incomplete, group.refused, group.gaps_open, group.not_dual) == (
        1,
        1,
        1,
        0,
        0,
    )
    assert group.plans[0].days_without_prospect == 30
    page = html(log_in(teamleider).get(reverse("pip-plannen")))
    assert "Zonder doelkoppeling" in page
    assert case.number in page


def test_c1_9_the_version_with_b2_ends_the_days_without_prospect(concept, case, klantmanager, teamleider):
    """C1 check 9: flags closed, days counted from refusal to promise."""
    services.update_concept(version=concept, by=klantmanager, **B2)
    establish(concept, on=TUESDAY, by=klantmanager)
    second = services.start_concept(case=case, by=klantmanager)
    services.update_concept(
        version=second,
        by=klantmanager,
        change_reason="Een cursus op B2 kan nu.",
        further_learning="toegezegd",
    )
    establish(second, on=TUESDAY, by=klantmanager)
    assert level_gap_of(case) is None
    (group,) = plan_quality_for(teamleider, today=TUESDAY + timedelta(days=30))
    assert (group.gaps_open, group.refused, group.plans[0].days_without_prospect) == (0, 0, 0)


def test_the_page_of_the_team_asks_three_things_whatever_the_number(concept, klantmanager, teamleider):
    establish(concept, on=TUESDAY, by=klantmanager)
    with CaptureQueriesContext(connection) as queries:
        plan_quality_for(teamleider, today=TUESDAY)
    assert len(queries) <= 3


def test_another_team_or_gemeente_sees_no_plans(concept, klantmanager, stranger, teamleider_elsewhere):
    establish(concept, on=TUESDAY, by=klantmanager)
    assert plan_quality_for(teamleider_elsewhere, today=TUESDAY) == []
    assert plan_quality_for(stranger, today=TUESDAY) == []


@pytest.mark.django_db
def test_signs_that_nobody_sees_are_no_text(concept, klantmanager):
    with pytest.raises(ValidationError):
        services.add_goal(version=concept, own_text="\u200b\u2060", own_language="nl", by=klantmanager)
    with pytest.raises(ValidationError, match="wat er is afgesproken"):
        services.add_agreement(
            version=concept, text="\u200b", owner=Owner.GEMEENTE, due_on=TUESDAY, by=klantmanager
        )
    services.update_concept(
        version=concept, by=klantmanager, support="\u200b", motivation="Kok\u202e worden."
    )
    concept.refresh_from_db()
    assert (concept.support, concept.motivation) == ("", "Kok worden.")
