"""The advice about the leerroute and the decision stand apart: what the facts support, and what a person chose and why."""

import inspect
import json
from dataclasses import fields
from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import InternalError, ProgrammingError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.enums import LbtOutcome, Level, Skill
from intake.services import add_entry, record_lbt_result
from pip_plans import services
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Wish
from pip_plans.models import PipVersion
from pip_plans.rules import advice, deciding
from pip_plans.rules.advice import RouteFacts, advise, deviates, in_words, inputs_of, kept
from pip_plans.rules.changes import changes
from pip_plans.rules.deciding import alternatives, decision_obstacles
from pip_plans.rules.letter.deciding import weighed
from pip_plans.rules.reading import Seen, alphabetisation
from pip_plans.rules.wording import plan_of, wording
from pip_plans.selectors import advice_of, concept_of, route_facts_of, text_hash
from pip_plans.services import establish_pip, start_concept, update_concept
from tests.pip_plans.plans import (
    BESIDES_THE_WISH,
    PLAN,
    TUESDAY,
    agreed,
    completed_intake,
    lawful_concept,
    plan,
    situation,
)

READS = {"alphabetisation": Alphabetisation.NVT}
SCHOOL = {"education": "hoger"}
SLOW = {"education": "geen", "alphabetisation": Alphabetisation.A}
A2 = {"levels": {Skill.LEZEN: Level.A2}}
B, O, Z = Leerroute.B, Leerroute.O, Leerroute.Z  # noqa: E741 - DUO's codes


# --- Rules -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "routes"),
    [
        ({}, ()),
        ({"wish": Wish.B}, ()),  # one fact is not enough, whichever it is
        ({"wish": Wish.WEET_NIET}, ()),
        ({"test": LbtOutcome.HAALBAAR}, ()),
        ({"test": LbtOutcome.NIET_HAALBAAR}, ()),
        ({"test": LbtOutcome.ONBEKEND, "wish": Wish.B}, ()),
        ({"test": LbtOutcome.HAALBAAR, "wish": Wish.B}, (B,)),
        ({"test": LbtOutcome.NIET_HAALBAAR, "wish": Wish.Z}, (Z,)),
        ({"wish": Wish.B, **SCHOOL}, (B,)),
        ({"wish": Wish.O, **SCHOOL}, (O,)),
        ({"wish": Wish.O, **SCHOOL, **READS}, (B, O)),
        ({"study": "mbo", **SCHOOL}, (O,)),
        ({"study": "geen", **SCHOOL, **A2}, (B,)),  # the onderwijsroute is for who wants to study
        ({"study": "wo", "valued_diploma": "hbo bachelor"}, (O,)),
        ({"wish": Wish.Z, **SLOW}, (Z,)),
        (SLOW, (Z,)),
        ({"wish": Wish.Z, **SCHOOL}, ()),  # the wish speaks for it, the schooling against
        ({"wish": Wish.Z, "test": LbtOutcome.NIET_HAALBAAR, **SCHOOL, **A2}, (B,)),
        ({"preparation": True, "learned_alone": True}, (B,)),
    ],
)
def test_which_routes_the_facts_support(facts, routes):
    assert advise(RouteFacts(**facts)).routes == routes


def test_pp_32_a_contradiction_blocks_the_suggestion():
    """PP-32: sources that disagree are judged by a person; until then nothing is suggested."""
    facts = {"wish": Wish.B, **SCHOOL, "test": LbtOutcome.NIET_HAALBAAR}
    found = advise(RouteFacts(**facts, contradictions=("De nieuwkomer heeft een diploma.",)))
    assert found.is_blocked
    assert found.routes == ()
    assert found.about(B)  # what speaks for a route can still be read
    assert in_words(kept(found, TUESDAY)) == "geen advies, want de bronnen spraken elkaar tegen"
    assert advise(RouteFacts(**facts)).routes == (B,)


FACTS = st.builds(
    RouteFacts,
    wish=st.sampled_from(["", *Wish.values]),
    study=st.sampled_from(["", "geen", "mbo", "hbo", "wo", "weet_niet"]),
    education=st.sampled_from(["", "geen", "basis", "middelbaar_niet_af", "middelbaar", "beroep", "hoger"]),
    valued_diploma=st.sampled_from(["", "mbo niveau 4"]),
    levels=st.dictionaries(st.sampled_from(Skill), st.sampled_from(Level)),
    alphabetisation=st.sampled_from(["", *Alphabetisation.values]),
    preparation=st.booleans(),
    learned_alone=st.booleans(),
    test=st.sampled_from([None, *LbtOutcome]),
)


@given(FACTS)
def test_pp_33_no_route_is_advised_on_the_test_alone(facts):
    """PP-33: whatever is known, a route that is advised rests on two topics of which one isn't the test."""
    found = advise(facts)
    for route in found.routes:
        topics = {one.topic for one in found.about(route) if one.is_for}
        assert len(topics) >= advice.FEWEST_TOPICS
        assert topics - {advice.Topic.TOETS}


@given(FACTS)
def test_an_advice_comes_back_as_it_was_kept(facts):
    found = advise(facts)
    data = kept(found, TUESDAY)
    assert inputs_of(data) == found.inputs
    assert data["routes"] == [route.value for route in found.routes]
    assert plan_of(wording(plan(advice=data))).advice == data
    for route in Leerroute:
        assert deviates(route, data) == (bool(found.routes) and route not in found.routes)


def test_pp_39_no_rule_about_a_route_reads_an_age():
    """PP-39: no fact of the advice and nothing in its rules is about how old somebody is."""
    names = {field.name for field in fields(RouteFacts)} | {topic.value for topic in advice.Topic}
    assert not [name for name in names if "age" in name.split("_") or "birth" in name or "leeftijd" in name]
    for module in (advice, deciding):
        code = inspect.getsource(module)
        assert "birth" not in code
        assert "situation.age" not in code


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"why_not_o": "  "}, ["why_not_o"]),
        ({"why_not_z": "", "why_not_o": ""}, ["why_not_o", "why_not_z"]),
        ({"why_not_b": ""}, []),  # it is the route that was chosen
        ({"leerroute": ""}, []),
        ({"advice": None}, ["advies"]),
        ({"advice": {**PLAN.advice, "routes": ["Z"]}}, ["advice_difference_reason"]),
        (
            {"advice": {**PLAN.advice, "routes": ["Z"]}, "advice_difference_reason": "U leerde snel bij."},
            [],
        ),
        ({"advice": {**PLAN.advice, "routes": []}}, []),
    ],
)
def test_pp_36_what_the_decision_must_say(changed, fields):
    """PP-36: each other route has a reason, and so has a decision that differs from the advice."""
    assert [one.field for one in decision_obstacles(plan(**changed), situation())] == fields


def test_a_route_that_was_decided_before_is_not_decided_again():
    bare = plan(advice=None, why_not_o="", why_not_z="")
    assert list(decision_obstacles(bare, situation(current_leerroute=B))) == []
    assert list(decision_obstacles(bare, situation(current_leerroute=Z)))


def test_the_letter_and_the_comparison_tell_of_the_decision():
    data = {**PLAN.advice, "routes": ["Z"], "inputs": [
        {"topic": "toets", "label": "Leerbaarheidstoets", "said": "B1-route niet haalbaar", "source": "DUO",
         "on": "2026-03-02", "note": "niet bindend"}]}  # fmt: skip
    decided = plan(advice=data, advice_difference_reason="U leest al goed.")
    letter = str(weighed(decided))
    assert "Waarom niet de Onderwijsroute? U wilt nu werken en geen opleiding doen." in letter
    assert "Zelfredzaamheidsroute (Z-route). Een advies is geen besluit." in letter
    assert "De reden is: U leest al goed." in letter
    assert "B1-route niet haalbaar (DUO, 2 maart 2026, niet bindend)" in letter
    labels = {change.label for change in changes(plan(advice=None), decided)}
    assert {"Advies over de leerroute", "Waarom anders dan het advies"} <= labels
    assert weighed(plan(leerroute="", advice=None)) == []
    assert len(alternatives(decided)) == 2


# --- In a case ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def known(on_tuesday, case, klantmanager):
    """Somebody who wants to study, with a diploma that was valued, and a test."""
    completed_intake(case, klantmanager, gewenste_route="O", hoogste_opleiding="hoger", alfabetisering="NVT",
                     doelen="Arts worden", gezondheid_toelichting="Geheim", oordeel_toets="past",
                     oordeel_toets_toelichting="Past bij het gesprek.")  # fmt: skip
    add_entry(list_key="diplomas", case=case, by=klantmanager, title="Bachelor", level="hoger", country="Syrië",
              papers="met_papieren", valuation="gewaardeerd", valued_by="nuffic", valued_as="hbo bachelor",
              valued_on=date(2026, 3, 2))  # fmt: skip
    add_entry(list_key="niveaus", case=case, by=klantmanager, skill="lezen", level="A2", source="voorinburgering",
              measured_on=date(2026, 3, 3))  # fmt: skip
    record_lbt_result(
        case=case, result=LbtOutcome.HAALBAAR, score="62,50", needed_score="50,00", taken_on=date(2026, 3, 4)
    )
    return case


pytestmark = pytest.mark.django_db


def test_each_input_has_its_source_and_day_and_health_is_not_there(known):
    found = advice_of(known)
    assert found.routes == (B, O)
    shown = {one.label: one for one in found.inputs}
    assert (shown["Leerbaarheidstoets"].note, shown["Leerbaarheidstoets"].on) == (
        "niet bindend",
        date(2026, 3, 4),
    )
    assert shown["Nederlands lezen"].source == "Voorinburgering (COA)"
    assert "hbo bachelor" in shown["Diploma"].said
    assert all(one.source and one.on for one in found.inputs)
    assert shown["Gewenste leerroute"].source == "Nieuwkomer"
    assert shown["Alfabetisering"].source == "Klantmanager Karin de Boer"
    assert "Geheim" not in str(found)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(birth=st.tuples(st.integers(1930, 2010), st.integers(1, 12), st.integers(1, 28)))
def test_pp_39_the_same_facts_give_the_same_advice_at_any_birth_date(known, birth):
    """PP-39: the birth date changes nothing, of the advice nor of what it rests on."""
    before = route_facts_of(known)
    person = known.person
    person.birth_year, person.birth_month, person.birth_day = birth
    person.save(update_fields=["birth_year", "birth_month", "birth_day"])
    assert route_facts_of(known) == before
    assert advice_of(known) == advise(before)


def test_pp_33_the_leerroute_is_never_chosen_beforehand(known, klantmanager, log_in):
    """PP-33: a concept starts with the wish, and without a leerroute, whatever the test and the advice say."""
    concept = start_concept(case=known, by=klantmanager)
    assert (concept.leerroute, concept.wished_leerroute, concept.advice) == ("", "O", None)
    page = log_in(klantmanager).get(reverse("pip-concept", args=[known.pk])).content.decode()
    start = page.index('name="leerroute"')
    assert "checked" not in page[start : page.index('name="wish_difference_reason"')].split("</fieldset>")[0]


def test_the_advice_of_the_moment_is_kept_with_the_decision(known, klantmanager):
    concept = start_concept(case=known, by=klantmanager)
    update_concept(version=concept, by=klantmanager, leerroute=B)
    concept = concept_of(known)
    assert concept.advice["routes"] == ["B", "O"]
    text = text_hash(concept)
    with time_machine.travel(datetime(2026, 3, 12, 9, tzinfo=UTC)):
        add_entry(list_key="niveaus", case=known, by=klantmanager, skill="spreken", level="B1", source="docent",
                  measured_on=date(2026, 3, 11))  # fmt: skip
        update_concept(version=concept, by=klantmanager, leerroute=B, talks_per_year=5)
        assert concept_of(known).advice["on"] == "2026-03-10"  # the same decision
        services.keep_advice(version=concept, by=klantmanager)
    concept = concept_of(known)
    assert concept.advice["on"] == "2026-03-12"
    assert any(one.label == "Nederlands spreken" for one in concept.advice_inputs)
    assert text_hash(concept) != text


def test_the_choice_of_a_leerroute_costs_two_queries_and_keeps_the_advice_of_the_page(
    known, klantmanager, django_assert_num_queries
):
    concept = services.start_concept(case=known, by=klantmanager)
    weighed = kept(advice_of(known), TUESDAY)
    with django_assert_num_queries(4):  # the two, and the savepoint of the test around them
        update_concept(version=concept, by=klantmanager, leerroute="B", weighed=weighed)
    concept.refresh_from_db()
    assert (concept.leerroute, concept.advice) == ("B", weighed)


def test_the_page_sends_its_own_advice_along_with_the_choice(known, klantmanager, log_in):
    """Facts that came after the page was opened were not weighed; an advice that was kept later isn't put back."""
    browser, concept = log_in(klantmanager), services.start_concept(case=known, by=klantmanager)
    page = browser.get(reverse("pip-concept", args=[known.pk]))
    assert "Advies van vandaag: B1-route of " in page.content.decode()
    field = page.context["form"]["leerroute"]
    data = {"autosave_field": "leerroute", "leerroute": "B", **json.loads(field.extra)}
    shown = advice_of(known)
    add_entry(list_key="niveaus", case=known, by=klantmanager, skill="spreken", level="A2", source="voorinburgering",
              measured_on=date(2026, 3, 3))  # fmt: skip
    assert advice_of(known) != shown
    assert browser.post(reverse("pip-veld", args=[known.pk]), data).status_code == 204
    concept.refresh_from_db()
    assert concept.advice == kept(shown, TUESDAY)
    services.keep_advice(version=concept, by=klantmanager)
    assert browser.post(reverse("pip-veld", args=[known.pk]), data | {"leerroute": "Z"}).status_code == 204
    concept.refresh_from_db()
    assert concept.advice == kept(advice_of(known), TUESDAY)


@pytest.mark.parametrize("forged", ["", "x", "eyJhZHZpY2UiOiB7fX0:1:x"])
def test_an_advice_that_we_did_not_sign_counts_for_nothing(known, klantmanager, log_in, forged):
    concept = services.start_concept(case=known, by=klantmanager)
    data = {"autosave_field": "leerroute", "leerroute": "B", "advies": forged}
    assert log_in(klantmanager).post(reverse("pip-veld", args=[known.pk]), data).status_code == 204
    concept.refresh_from_db()
    assert concept.advice == kept(advice_of(known), TUESDAY)


def test_a_deviation_needs_a_reason_and_the_kept_advice_never_changes(known, klantmanager):
    concept = lawful_concept(
        known,
        klantmanager,
        leerroute=Z,
        intensity_hours=None,
        wish_difference_reason="Rustiger.",
        factors=BESIDES_THE_WISH,
    )
    with pytest.raises(ValidationError) as refusal:
        establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    assert any("anders dan het advies (B1-route of Onderwijsroute)" in one for one in refusal.value.messages)
    update_concept(
        version=concept, by=klantmanager, advice_difference_reason="Eerst rust, na een jaar opnieuw kijken."
    )
    version = establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    with (
        pytest.raises((InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE pip_plans_pipversion SET advice = NULL WHERE id = %s", [version.pk])
    following = start_concept(case=known, by=klantmanager)
    assert following.advice == PipVersion.objects.get(pk=version.pk).advice


def test_an_advice_is_not_typed_by_hand(known, klantmanager):
    concept = start_concept(case=known, by=klantmanager)
    with pytest.raises(TypeError):
        update_concept(version=concept, by=klantmanager, advice={"routes": ["Z"]})


def test_the_page_of_the_advice(known, klantmanager, colleague, stranger, resident, log_in):
    at, keep = reverse("pip-advies", args=[known.pk]), reverse("pip-advies-bewaren", args=[known.pk])
    mine = log_in(klantmanager)
    shown = unescape(mine.get(at).content.decode())
    assert "De gegevens passen bij: B1-route of Onderwijsroute" in shown
    assert "niet bindend" in shown
    assert "4 maart 2026" in shown
    mine.post(keep)
    assert not PipVersion.objects.exists()  # nothing to keep it with
    concept = start_concept(case=known, by=klantmanager)
    assert mine.post(keep).status_code == 302
    concept.refresh_from_db()
    assert concept.advice["routes"] == ["B", "O"]
    assert "De gegevens zijn sindsdien niet veranderd." in unescape(mine.get(at).content.decode())
    assert log_in(colleague).get(at).status_code == 200
    assert log_in(colleague).post(keep).status_code == 403
    assert log_in(stranger).get(at).status_code == 404
    assert log_in(resident).get(at).status_code in {302, 403, 404}


def test_pp_32_the_page_shows_the_contradiction_and_no_advice(on_tuesday, case, klantmanager, log_in):
    """PP-32: a diploma against a test that says B1 can't be: no suggestion, a way to the judgement."""
    completed_intake(case, klantmanager, gewenste_route="B", hoogste_opleiding="hoger")
    record_lbt_result(case=case, result=LbtOutcome.NIET_HAALBAAR, score="20,00", needed_score="50,00",
                      taken_on=date(2026, 3, 4))  # fmt: skip
    shown = unescape(log_in(klantmanager).get(reverse("pip-advies", args=[case.pk])).content.decode())
    assert "Geen advies: de bronnen spreken elkaar tegen" in shown
    assert "Past bij de gegevens" not in shown


def test_an_age_factor_does_not_count_as_a_reason():
    """PP-39: a local policy about age is never one of the two reasons for a route."""
    from pip_plans.rules.obstacles import obstacles  # noqa: PLC0415

    found = obstacles(plan(factors=(Factor.WENS, Factor.LEEFTIJDSBELEID)), situation(), TUESDAY)
    assert "factors" in {one.field for one in found}


L_WELL, L_NOT, L_BIT = ("latijns", "goed", "goed"), ("latijns", "niet", "niet"), ("latijns", "beetje", "niet")
A_WELL, A_NOT, NONE = ("arabisch", "goed", "goed"), ("arabisch", "niet", "niet"), ("geen", "beetje", "niet")


@pytest.mark.parametrize(
    ("seen", "said", "found"),
    [
        ([], "NVT", "NVT"), ([], "", ""),  # nobody saw anything: the tick
        ([L_WELL], "A", "NVT"), ([L_BIT], "A", "NVT"), ([L_NOT], "NVT", "A"), ([L_NOT], "", "A"),
        ([L_WELL, L_NOT], "A", "NVT"), ([L_NOT, L_WELL], "NVT", "A"),  # the newest of one script first
        ([L_NOT, A_WELL], "NVT", "AA"), ([A_WELL, L_NOT, L_WELL], "NVT", "AA"), ([A_WELL, L_WELL], "A", "NVT"),
        ([A_WELL], "A", "AA"), ([A_WELL], "AA", "AA"), ([A_WELL], "", "AA"),
        ([A_WELL], "NVT", "NVT"),  # nobody judged the Latin script: there the tick still speaks
        ([A_NOT], "NVT", "A"), ([A_NOT, L_WELL], "A", "NVT"), ([NONE], "NVT", "A"), ([NONE, A_WELL], "A", "AA"),
    ],
)  # fmt: skip
def test_what_a_person_saw_of_each_script_goes_before_a_tick(seen, said, found) -> None:
    """PP-32, PP-37: the newest judgement of a person, script by script."""
    assert alphabetisation([Seen(*one) for one in seen], said) == found


def test_pp_37_what_a_person_saw_goes_before_a_tick(case, klantmanager):
    """PP-37: the advice follows who saw somebody read and write, as the second look does."""
    completed_intake(case, klantmanager, alfabetisering="NVT")
    assert route_facts_of(case).alphabetisation == "NVT"
    seen = {"writes": "niet", "judge": "docent", "judge_name": "Els Vos", "judged_on": date(2026, 3, 2),
            "how": "Zag het in de les."}  # fmt: skip
    add_entry(list_key="schriften", case=case, by=klantmanager, script="latijns", reads="niet", **seen)
    assert route_facts_of(case).alphabetisation == "A"
    add_entry(list_key="schriften", case=case, by=klantmanager, script="arabisch", reads="goed", **seen)
    assert route_facts_of(case).alphabetisation == "AA"
    later = seen | {"judged_on": date(2026, 3, 4), "writes": "goed"}
    add_entry(list_key="schriften", case=case, by=klantmanager, script="latijns", reads="goed", **later)
    assert route_facts_of(case).alphabetisation == "NVT"
    assert start_concept(case=case, by=klantmanager).alphabetisation == "NVT"
