"""Concepts, and the moment that one becomes a decision."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cases.services import close_case, update_facts
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.selectors import facts_of
from deadlines.services import start_deadline
from intake.enums import LbtOutcome
from intake.models import Intake, IntakeAnswer
from intake.services import add_entry, record_lbt_result
from pip_plans import services
from pip_plans.enums import Leerroute, Owner, Status, TranslationState, Wish
from pip_plans.models import Agreement, Goal, PipVersion
from pip_plans.selectors import current_version, duo_obstacles_of, situation_of, versions_for_resident
from pip_plans.services import establish_pip, start_concept, update_concept
from tests.factories import CaseFactory
from tests.pip_plans.plans import (
    BESIDES_THE_WISH,
    GOAL_IN_ARABIC,
    NOW_IN_ARABIC,
    TUESDAY,
    agreed,
    completed_intake,
    establish,
    lawful_concept,
    lessons,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def established(concept, klantmanager):
    return establish(concept, on=TUESDAY, by=klantmanager)


# --- The concept --------------------------------------------------------------------------------------------


def test_a_concept_begins_with_what_the_intake_says(case, klantmanager):
    intake = completed_intake(case, klantmanager, gewenste_route="O", alfabetisering="AA")
    IntakeAnswer.objects.create(intake=intake, question="doelen", original="أريد أن أدرس", original_language="ar",
                                translation="Ik wil studeren.", updated_by=klantmanager)  # fmt: skip
    version = start_concept(case=case, by=klantmanager)
    assert (version.wished_leerroute, version.alphabetisation) == (Wish.O, "AA")
    goal = version.goals.get()
    assert (goal.own_text, goal.own_language, goal.translation_nl) == (
        "أريد أن أدرس",
        "ar",
        "Ik wil studeren.",
    )


def test_a_concept_can_begin_before_the_intake_is_done(case, klantmanager):
    assert start_concept(case=case, by=klantmanager).is_concept


def test_beginning_twice_gives_the_same_concept(case, klantmanager):
    first = start_concept(case=case, by=klantmanager)
    assert start_concept(case=case, by=klantmanager) == first
    assert case.events.filter(kind="pip.concept").count() == 1


def test_a_closed_case_gets_no_concept(case, klantmanager):
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    with pytest.raises(ValidationError, match="gesloten"):
        start_concept(case=case, by=klantmanager)


def test_a_field_is_kept_as_it_is(concept, klantmanager):
    update_concept(version=concept, by=klantmanager, leerroute=Leerroute.Z, niveau="B1")
    concept.refresh_from_db()
    assert (concept.leerroute, concept.niveau) == (Leerroute.Z, "B1")


def test_keeping_a_field_costs_two_queries(concept, klantmanager, django_assert_num_queries):
    with django_assert_num_queries(4):  # the two, and the savepoint of the test around them
        update_concept(version=concept, by=klantmanager, support="Anders")


def test_another_motivation_makes_the_translation_unchecked(concept, klantmanager):
    update_concept(
        version=concept, by=klantmanager, motivation="Een heel andere uitleg over deze leerroute dan eerst."
    )
    concept.refresh_from_db()
    assert concept.translation_state == TranslationState.AUTOMATISCH


def test_only_fields_of_the_plan_can_be_changed(concept, klantmanager):
    with pytest.raises(TypeError, match="status"):
        update_concept(version=concept, by=klantmanager, status="vastgesteld")


def test_a_goal_with_agreements_stays(concept, klantmanager):
    with pytest.raises(ValidationError, match="hoort nog 1 afspraak"):
        services.remove_goal(goal=concept.goals.get(), by=klantmanager)
    services.remove_agreement(agreement=concept.agreements.get(), by=klantmanager)
    services.remove_goal(goal=concept.goals.get(), by=klantmanager)
    assert not concept.goals.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"owner": ""}, "Kies wie dit doet."),
        ({"owner": "buurman"}, "Kies wie dit doet."),
        ({"owner": Owner.ANDERS}, "Schrijf de naam op van wie dit doet."),
        ({"due_on": None}, "Kies wanneer dit klaar is."),
        ({"text": " "}, "Schrijf op wat er is afgesproken."),
    ],
)
def test_an_agreement_has_somebody_and_a_day(concept, klantmanager, change, sentence):
    whole = {"text": "Les", "owner": Owner.GEMEENTE, "due_on": TUESDAY}
    with pytest.raises(ValidationError) as refusal:
        services.add_agreement(version=concept, by=klantmanager, **(whole | change))
    assert refusal.value.messages == [sentence]


def test_an_agreement_hangs_on_a_goal_of_its_own_plan(concept, klantmanager):
    other = lawful_concept(CaseFactory(klantmanager=klantmanager), klantmanager)
    with pytest.raises(ValidationError, match="deze versie"):
        services.add_agreement(version=concept, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY, by=klantmanager,
                               goal=other.goals.get())  # fmt: skip
    with pytest.raises(DatabaseError, match="goal of its own version"), transaction.atomic():
        concept.agreements.update(goal=other.goals.get())


def test_the_database_wants_an_owner(concept):
    with pytest.raises(DatabaseError, match="agreement_has_an_owner"), transaction.atomic():
        concept.agreements.update(owner="")


def test_a_concept_can_be_thrown_away(concept, klantmanager, case):
    services.discard_concept(version=concept, by=klantmanager)
    assert not PipVersion.objects.exists()
    assert case.events.filter(kind="pip.concept_verwijderd").exists()


# --- Establishing -------------------------------------------------------------------------------------------


def test_establishing_makes_a_decision_a_letter_and_an_event(established, klantmanager, case, resident):
    assert (established.status, established.established_on) == (Status.VASTGESTELD, TUESDAY)
    assert established.announced_on == TUESDAY
    assert established.document.visible_to_resident
    assert established.document.kind == "beschikking"
    event = case.events.get(kind="pip.vastgesteld")
    assert event.data["version_id"] == established.pk
    assert event.by == klantmanager
    assert event.text == "PIP versie 1 vastgesteld met dagtekening 10 maart 2026. Leerroute: B1-route."
    assert current_version(case) == established
    assert versions_for_resident(resident).get() == established


def test_establishing_meets_the_ten_weeks_and_starts_the_terms(concept, klantmanager, case):
    start_deadline(case=case, kind=Kind.PIP, facts=facts_of(case), by=None)
    establish(concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind=Kind.PIP).met_on == TUESDAY
    days = dict(case.deadlines.exclude(kind=Kind.PIP).values_list("kind", "due_on"))
    assert days == {
        Kind.TERMIJN: date(2029, 3, 10),
        Kind.PVT: date(2029, 3, 10),
        Kind.MAP: date(2029, 3, 10),
        Kind.ROUTEWISSEL: date(2027, 9, 10),
        Kind.VERLENGING_VANAF: date(2028, 9, 10),
        Kind.AANBOD: date(2026, 6, 10),
        Kind.BEZWAAR: date(2026, 4, 21),
        Kind.VOORTGANGSGESPREK: date(2026, 6, 10),
    }


def test_all_obstacles_come_at_once_and_nothing_is_kept(concept, klantmanager, case):
    update_concept(version=concept, by=klantmanager, leerroute="", motivation="", pvt_hours=2)
    with pytest.raises(ValidationError) as refusal:
        establish_pip(version=concept, on=TUESDAY + timedelta(days=1), by=klantmanager)
    assert len(refusal.value.messages) == 5
    concept.refresh_from_db()
    assert concept.is_concept
    assert not case.documents.exists()
    assert not case.deadlines.exists()


@pytest.mark.parametrize(
    "on", [date(1, 1, 1), date(2021, 12, 31), date(2026, 2, 8), date(2026, 3, 11), date(9999, 12, 31)]
)
def test_a_day_that_cannot_be_is_refused_in_words(concept, klantmanager, on):
    with pytest.raises(ValidationError, match="dagtekening"):
        establish_pip(version=concept, on=on, by=klantmanager)


def test_establishing_twice_does_nothing_twice(established, klantmanager, case):
    with pytest.raises(ValidationError, match="U hebt versie 1 van het PIP al vastgesteld"):
        establish_pip(version=established, on=TUESDAY, by=klantmanager)
    assert case.documents.count() == 2  # The beschikking and its companion.


def test_a_concept_that_was_changed_meanwhile_is_looked_at_again(concept, klantmanager, colleague):
    seen = concept.updated_at
    update_concept(version=concept, by=colleague, support="Iets anders dan u zag.")
    with pytest.raises(ValidationError, match="Bram Visser heeft het concept"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager, expected_updated_at=seen)


def test_before_the_settlement_no_pip_is_established(on_tuesday, concept, klantmanager, case):
    update_facts(case=case, by=klantmanager, reason="Woont nog in de opvang.", in_coa=True)
    concept = PipVersion.objects.get(pk=concept.pk)
    with pytest.raises(ValidationError, match="opvang van het COA"):
        establish(concept, on=TUESDAY, by=klantmanager)
    update_facts(case=case, by=klantmanager, reason="Verhuisd naar hier.", in_coa=False)
    assert establish(concept, on=TUESDAY, by=klantmanager).established_on == TUESDAY


def test_pp_32_what_contradicts_the_test_is_settled_first(on_tuesday, concept, klantmanager, case):
    """PP-32: a test that says otherwise than the dossier stops establishing, until somebody settles it."""
    record_lbt_result(case=case, result=LbtOutcome.NIET_HAALBAAR, score="20,00", needed_score="50,00",
                      taken_on=TUESDAY)  # fmt: skip
    IntakeAnswer.objects.create(intake=Intake.objects.get(case=case), question="diploma", original="met_papieren",
                                updated_by=klantmanager)  # fmt: skip
    concept = PipVersion.objects.get(pk=concept.pk)
    with pytest.raises(ValidationError, match=r"tegenstrijdig\. De nieuwkomer heeft een diploma"):
        establish(concept, on=TUESDAY, by=klantmanager)
    for question, said in (("oordeel_toets", "te_laag"), ("oordeel_toets_toelichting", "Arts in Syrië.")):
        IntakeAnswer.objects.create(intake=Intake.objects.get(case=case), question=question, original=said,
                                    updated_by=klantmanager)  # fmt: skip
    assert establish(concept, on=TUESDAY, by=klantmanager).established_on == TUESDAY


# --- The next version ---------------------------------------------------------------------------------------


def test_r_06_a_second_version_copies_the_first_and_restarts_nothing(established, klantmanager, case):
    second = start_concept(case=case, by=klantmanager)
    assert (second.number, second.leerroute) == (2, Leerroute.B)
    assert second.goals.get().own_text == GOAL_IN_ARABIC
    assert second.agreements.get().goal == second.goals.get()
    with pytest.raises(ValidationError, match="waarom het PIP verandert"):
        establish_pip(version=second, on=TUESDAY, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="Er komt een tweede taalles bij.")
    before = case.deadlines.exclude(kind=Kind.BEZWAAR).count()
    establish(second, on=TUESDAY, by=klantmanager)
    assert case.deadlines.exclude(kind=Kind.BEZWAAR).count() == before
    assert current_version(case) == second


def test_duo_checks_a_version_against_what_came_before_it(established, klantmanager, case):
    assert duo_obstacles_of(established, today=TUESDAY) == []
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, niveau="A2", change_reason="Afgeschaald na 600 uur les.",
                   motivation="U volgde elke les. B1 lukt niet, en met A2 kunt u verder als kok.",
                   motivation_own_language=NOW_IN_ARABIC,
                   effort="Twee jaar lang elke les gevolgd, en toch lukt B1 niet.")  # fmt: skip
    lessons(case, klantmanager)
    second = establish(second, on=TUESDAY, by=klantmanager)
    assert duo_obstacles_of(second, today=TUESDAY) == []


def test_another_level_asks_for_its_own_explanation(established, klantmanager, case):
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, niveau="A2", change_reason="Afgeschaald na 600 uur les.",
                   effort="Twee jaar lang elke les gevolgd, en toch lukt B1 niet.")  # fmt: skip
    lessons(case, klantmanager)
    with pytest.raises(ValidationError, match="van B1 naar A2, maar de uitleg is nog die van het vorige"):
        establish(second, on=TUESDAY, by=klantmanager)


def test_r_04_after_a_removal_the_route_stays_and_the_three_years_run_on(concept, klantmanager, case):
    start_deadline(
        case=case, kind=Kind.PIP_NA_VERHUIZING, by=None, facts=Facts(brp_registered_on=case.brp_registered_on)
    )
    services.record_previous_pip(
        case=case, gemeente="Lindeveen", leerroute=Leerroute.Z, dated_on=date(2025, 6, 2), by=None
    )
    concept = PipVersion.objects.get(pk=concept.pk)
    with pytest.raises(ValidationError, match="Na een verhuizing blijft de leerroute gelijk"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    update_concept(version=concept, by=klantmanager, leerroute=Leerroute.Z, intensity_hours=None,
                   factors=BESIDES_THE_WISH, wish_difference_reason="Na een verhuizing blijft de route gelijk.")  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind=Kind.PIP_NA_VERHUIZING).met_on == TUESDAY
    assert case.deadlines.get(kind=Kind.TERMIJN).due_on == date(2028, 6, 2)


def test_r_04_after_a_removal_nobody_scales_down_twice(concept, klantmanager, case):
    facts = {"gemeente": "Lindeveen", "leerroute": Leerroute.B, "dated_on": date(2025, 6, 2)}
    with pytest.raises(ValidationError, match="kan niet bij de leerroute"):
        services.record_previous_pip(
            case=case, by=None, **(facts | {"leerroute": Leerroute.Z, "niveau": "B1"})
        )
    services.record_previous_pip(case=case, by=None, niveau="A2", **facts)
    update_concept(version=concept, by=klantmanager, niveau="A2")
    assert establish(concept, on=TUESDAY, by=klantmanager).niveau == "A2"


def test_a_termijn_that_duo_told_stays_as_it_is(concept, klantmanager, case):
    told = start_deadline(case=case, kind=Kind.TERMIJN, by=None,
                          facts=Facts(duo_starts_on=date(2025, 6, 3), duo_ends_on=date(2028, 6, 3)))  # fmt: skip
    services.record_previous_pip(
        case=case, gemeente="Lindeveen", leerroute=Leerroute.B, dated_on=date(2025, 6, 2), by=None
    )
    establish(concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind=Kind.TERMIJN) == told
    within = case.deadlines.filter(kind__in=(Kind.PVT, Kind.MAP)).values_list("due_on", flat=True)
    assert list(within) == [date(2028, 6, 2)] * 2


@pytest.mark.parametrize(
    "change", [{"gemeente": " "}, {"leerroute": "X"}, {"dated_on": date(2030, 1, 1)}]
)  # fmt: skip
def test_a_previous_pip_that_cannot_be_is_refused(on_tuesday, case, klantmanager, change):
    facts = {"gemeente": "Lindeveen", "leerroute": Leerroute.B, "dated_on": date(2025, 6, 2)}
    with pytest.raises(ValidationError):
        services.record_previous_pip(case=case, by=klantmanager, **(facts | change))


# --- What the database refuses ------------------------------------------------------------------------------

ATTEMPTS = [
    "UPDATE pip_plans_pipversion SET leerroute = 'Z' WHERE id = {version}",
    "UPDATE pip_plans_pipversion SET status = 'concept' WHERE id = {version}",
    "UPDATE pip_plans_pipversion SET updated_at = now() WHERE id = {version}",
    "DELETE FROM pip_plans_pipversion WHERE id = {version}",
    "UPDATE pip_plans_goal SET own_text = 'iets anders' WHERE version_id = {version}",
    "DELETE FROM pip_plans_goal WHERE version_id = {version}",
    """INSERT INTO pip_plans_goal (version_id, position, own_text, own_language, translation_nl)
       VALUES ({version}, 9, 'x', 'nl', '')""",
    "UPDATE pip_plans_goal SET version_id = {version} WHERE version_id = {other}",
    "UPDATE pip_plans_agreement SET due_on = '2027-01-01' WHERE version_id = {version}",
    "UPDATE pip_plans_agreement SET version_id = {other}, goal_id = NULL WHERE version_id = {version}",
    "DELETE FROM pip_plans_agreement WHERE version_id = {version}",
    """INSERT INTO pip_plans_agreement (version_id, position, text, owner, owner_name, due_on)
       VALUES ({version}, 9, 'x', 'gemeente', '', '2026-05-01')""",
]


@pytest.mark.parametrize("statement", ATTEMPTS)
def test_no_sql_can_change_an_established_version(established, klantmanager, statement):
    other = lawful_concept(CaseFactory(klantmanager=klantmanager), klantmanager)
    with (
        pytest.raises(DatabaseError, match=r"[Cc]annot"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(version=established.pk, other=other.pk))


def test_the_kept_letter_cannot_change(established):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_documentcontent SET data = '\\x00' WHERE document_id = %s",
            [established.document_id],
        )


@pytest.mark.parametrize(
    "act", ["update_concept", "add_goal", "add_agreement", "remove_goal", "discard_concept"]
)
def test_every_service_says_that_an_established_version_stands(established, klantmanager, act):
    calls = {
        "update_concept": lambda: update_concept(version=established, by=klantmanager, support="x"),
        "add_goal": lambda: services.add_goal(version=established, own_text="x", own_language="nl", by=klantmanager),
        "add_agreement": lambda: services.add_agreement(version=established, text="x", owner=Owner.GEMEENTE, due_on=TUESDAY,
                                                        by=klantmanager),
        "remove_goal": lambda: services.remove_goal(goal=established.goals.get(), by=klantmanager),
        "discard_concept": lambda: services.discard_concept(version=established, by=klantmanager),
    }  # fmt: skip
    with pytest.raises(ValidationError, match="Maak een nieuwe versie"):
        calls[act]()


# --- Two at once --------------------------------------------------------------------------------------------


def _at_once(*acts):
    """Runs the acts in threads that start together; gives back what each raised, or None."""
    ready, raised = Barrier(len(acts)), [None] * len(acts)

    def run(n, act):
        try:
            ready.wait()
            act()
        except Exception as error:  # noqa: BLE001 - handed to the test
            raised[n] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return raised


@pytest.mark.django_db(transaction=True)
def test_two_klantmanagers_at_once_make_one_pip(case, klantmanager, teamleider):
    concept = agreed(lawful_concept(case, klantmanager), klantmanager)
    today = timezone.localdate()
    raised = _at_once(
        lambda: establish_pip(
            version=concept, on=today, by=klantmanager, expected_updated_at=concept.updated_at
        ),
        lambda: establish_pip(
            version=concept, on=today, by=teamleider, expected_updated_at=concept.updated_at
        ),
    )
    refusals = [error for error in raised if error]
    assert len(refusals) == 1
    assert "al vastgesteld" in refusals[0].messages[0]
    assert case.documents.count() == 2  # The beschikking and its companion.
    assert case.events.filter(kind="pip.vastgesteld").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_goal_never_slips_into_a_version_that_is_being_established(case, klantmanager, teamleider):
    concept = agreed(lawful_concept(case, klantmanager), klantmanager)

    def slip_in():
        Goal.objects.create(version=concept, position=9, own_text="Nog iets", own_language="nl")

    raised = _at_once(
        lambda: establish_pip(version=concept, on=timezone.localdate(), by=klantmanager), slip_in
    )
    version = PipVersion.objects.get(pk=concept.pk)
    # Either the goal came too late and was refused, or it came first and nobody agreed with that text: no third way.
    assert version.is_concept == (raised[1] is None)
    assert (raised[0] is None) == (raised[1] is not None)
    assert version.goals.count() == (1 if raised[1] else 2)


# --- Cost ---------------------------------------------------------------------------------------------------


def test_a_plan_with_forty_agreements_is_read_in_few_queries(
    concept, klantmanager, resident, django_assert_max_num_queries
):
    goal = concept.goals.get()
    Agreement.objects.bulk_create(
        Agreement(
            version=concept, goal=goal, position=n, text=f"Afspraak {n}", owner=Owner.GEMEENTE, due_on=TUESDAY
        )
        for n in range(2, 41)
    )
    establish(concept, on=TUESDAY, by=klantmanager)
    with django_assert_max_num_queries(6):
        version = versions_for_resident(resident)[0]
        assert len(version.as_plan.agreements) == 40
        assert [agreement.goal.own_text for agreement in version.agreements.all()]
        assert [agreement.text for goal in version.goals.all() for agreement in goal.agreements.all()]


@pytest.mark.parametrize(("judged", "reads"), [("", False), ("A", False), ("AA", True), ("NVT", True)])
def test_pp_32_a_judgement_in_the_intake_goes_before_unticked_boxes(case, klantmanager, judged, reads):
    """PP-32: nobody is said not to read and write because a box for one language stayed empty."""
    version = start_concept(case=case, by=klantmanager)
    case.person.languages.create(code="ar", speaks=True, reads=True)
    completed_intake(case, klantmanager, alfabetisering=judged)
    assert situation_of(version.pip, today=TUESDAY).reads_and_writes is reads


def test_pp_32_who_saw_the_scripts_goes_before_unticked_boxes(case, klantmanager):
    """PP-32: in the list of scripts too."""
    version = start_concept(case=case, by=klantmanager)
    case.person.languages.create(code="ar", speaks=True, reads=True)
    for script in ("arabisch", "latijns"):
        add_entry(list_key="schriften", case=case, by=klantmanager, script=script, reads="goed", writes="goed",
                  judge="klantmanager", judge_name="Karin de Boer", judged_on=TUESDAY, how="Las een brief voor.")  # fmt: skip
    assert situation_of(version.pip, today=TUESDAY).reads_and_writes is True


def test_the_situation_of_a_case_tells_reading_and_children(case, klantmanager):
    version = start_concept(case=case, by=klantmanager)
    case.person.languages.create(code="ar", speaks=True)
    found = situation_of(version.pip, today=TUESDAY)
    assert (found.reads_and_writes, found.has_children) == (False, False)
    completed_intake(case, klantmanager, kinderen="ja")
    assert situation_of(version.pip, today=TUESDAY).has_children
