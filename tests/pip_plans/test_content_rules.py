"""What a plan says with and after the route: taking part, money, going on learning, pathways and promises."""

from datetime import date

import pytest

from cases.enums import Group
from intake.enums import Indicator
from pip_plans.enums import (
    Benefit,
    FurtherLearning,
    Leerroute,
    LevelSource,
    Owner,
    Participation,
    Relief,
    ReliefCost,
)
from pip_plans.rules.changes import changes
from pip_plans.rules.letter.further import FURTHER
from pip_plans.rules.levels import days_without_prospect, highest, level_gap, route_level
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacles import needs_study_money, obstacles, relief_ends_on, signals
from pip_plans.rules.pathways import STANDARD, Way, catalogue
from pip_plans.rules.plan import PlanAgreement, PlanGoal
from pip_plans.rules.wording import fingerprint, plan_of, wording
from tests.pip_plans.plans import PLAN, SITUATION, TRANSLATED, TUESDAY, plan, situation

ALL_COSTS = tuple(ReliefCost.values)
BENEFIT = {"benefit": Benefit.JA, "benefit_from": date(2026, 2, 9), "benefit_duties": "U zoekt werk."}
RELIEVED = BENEFIT | {
    "relief": Relief.VOLLEDIG, "relief_costs": ALL_COSTS, "relief_from": date(2026, 2, 9), "relief_until": date(2026, 8, 8),
}  # fmt: skip
STUDY = {"study_goal": "hbo", "pathways": ("Hbo-opleiding",)}
DOCTOR = PlanGoal(
    id=1,
    own_text="Ik wil naar de universiteit en arts worden.",
    own_language="nl",
    indicator=Indicator.ONDERWIJS,
)
TO_STUDY = {"goals": (DOCTOR,)}
"""A goal about education; nobody filled in which one."""


def fields(found):
    return sorted({obstacle.field for obstacle in found})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"participation": ""}, "participation"),
        ({"participation_activity": " "}, "participation_activity"),
        ({"participation": Participation.NIET_TEGELIJK}, "participation_reason"),
        ({"participation": Participation.NIET_TEGELIJK, "participation_reason": "Er is eerst zorg nodig."}, ""),
        ({"benefit": ""}, "benefit"),
        ({"benefit_duties": "U zoekt werk."}, "benefit_duties"),
        (BENEFIT | {"benefit_from": None}, "benefit_from"),
        (RELIEVED | {"benefit_duties": ""}, "benefit_duties"),
        (BENEFIT, "relief"),
        (BENEFIT | {"benefit_from": date(2025, 2, 9)}, ""),  # The six months are over.
        (RELIEVED, ""),
        ({"relief": Relief.VOLLEDIG}, "relief"),  # Without bijstand.
        (RELIEVED | {"relief_costs": ("huur",)}, "relief_costs"),
        (RELIEVED | {"relief": Relief.DEELS, "relief_costs": ("huur",)}, "relief_reason"),
        (RELIEVED | {"relief": Relief.DEELS, "relief_costs": (), "relief_reason": "Hij kan dit."}, "relief_costs"),
        (RELIEVED | {"relief": Relief.DEELS, "relief_costs": ("huur",), "relief_reason": "Hij kan dit."}, ""),
        (RELIEVED | {"relief": Relief.NIET, "relief_reason": "Hij kan dit."}, "relief_costs"),
        (BENEFIT | {"relief": Relief.NIET, "relief_reason": "Hij kan dit."}, ""),
        (RELIEVED | {"relief_from": None}, "relief_from"),
        (RELIEVED | {"relief_until": None}, "relief_until"),
        (RELIEVED | {"relief_until": date(2026, 2, 8)}, "relief_until"),
        (RELIEVED | {"relief_until": date(2026, 8, 9)}, "relief_until"),  # A day too long.
        (RELIEVED | {"relief_until": date(2026, 9, 8), "relief_reason": "Er zijn schulden (artikel 57)."}, ""),
    ],
)  # fmt: skip
def test_taking_part_and_money(change, field):
    assert fields(obstacles(plan(**change), SITUATION, TUESDAY)) == ([field] if field else [])


@pytest.mark.parametrize("group", [Group.GEZINSMIGRANT, ""])
def test_only_an_asielstatushouder_is_relieved_of_fixed_costs(group):
    """R-50: not for a gezinsmigrant, whatever the plan says."""
    found = obstacles(plan(**RELIEVED, intensity_hours=None), situation(group=group), TUESDAY)
    assert "relief" in fields(found)


@pytest.mark.parametrize(
    ("right_from", "last"),
    [
        (date(2026, 2, 9), date(2026, 8, 8)),
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2025, 8, 31), date(2026, 2, 27)),  # February has no 31st: six months end on the 28th.
    ],
)
def test_relief_lasts_six_months_from_the_right_to_bijstand(right_from, last):
    """R-50: the first day counts, and the Algemene termijnenwet doesn't move the last."""
    assert relief_ends_on(right_from) == last


@pytest.mark.parametrize(
    ("route", "niveau", "wished", "needed", "decision", "goal"),
    [
        ("B", "", "B2", "", "", "B2"),
        ("B", "B1", "", "B2", "", "B2"),
        ("B", "B1", "B2", "C1", "", "C1"),
        ("B", "", "B1", "B1", "", None),
        ("B", "A2", "B1", "", "", "B1"),
        ("O", "", "B2", "", "", "B2"),
        ("Z", "", "A2", "", "", "A2"),
        ("Z", "", "A1", "", "", None),
        ("", "", "C1", "C1", "", None),
        ("B", "", "weet_niet", "", "", None),
        ("B", "", "B2", "", FurtherLearning.TOEGEZEGD, None),
        ("B", "", "B2", "", FurtherLearning.GEEN_AANBOD, "B2"),
        ("B", "", "B2", "", FurtherLearning.NIET_BESLIST, "B2"),
    ],
)
def test_pp_05_a_level_lower_than_the_goal_is_a_gap(route, niveau, wished, needed, decision, goal):
    """PP-05: at least one level between what the route ends with and what somebody wants or needs."""
    found = level_gap(leerroute=route, niveau=niveau, wished=wished, needed=needed, decision=decision)
    assert (found.goal if found else None) == goal


@pytest.mark.parametrize(
    ("decision", "undecided", "refused"),
    [("", True, False), ("niet_beslist", True, False), ("beleid", False, True), ("geen_budget", False, True)],
)
def test_c1_6_a_refusal_keeps_the_flag_but_asks_nothing(decision, undecided, refused):
    """PP-05, C1 check 6: decided and refused, the gap stays to see."""
    gap = level_gap(leerroute="B", wished="B2", decision=decision)
    assert (gap.is_undecided, gap.is_refused) == (undecided, refused)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"wished_level": "B2"}, "further_learning"),
        ({"needed_level": "B2", "needed_level_source": "werkcoach"}, "further_learning"),
        ({"needed_level": "B1"}, "needed_level_source"),
        ({"wished_level": "B2", "further_learning": "toegezegd"}, ""),
        ({"wished_level": "B2", "further_learning": "beleid"}, "further_learning_reason"),
        ({"wished_level": "B2", "further_learning": "geen_aanbod"}, "further_learning_reason"),
        ({"wished_level": "B2", "further_learning": "geen_budget"}, "further_learning_reason"),
        ({"wished_level": "B2", "further_learning": "geen_budget", "further_learning_reason": "Het geld is op."}, ""),
        ({"wished_level": "B2", "further_learning": "niet_beslist"}, "further_learning_decide_on"),
        ({"wished_level": "B2", "further_learning": "niet_beslist", "further_learning_decide_on": TUESDAY},
         "further_learning_decide_on"),
        ({"wished_level": "B2", "further_learning": "niet_beslist",
          "further_learning_decide_on": date(2026, 4, 7)}, ""),
    ],
)  # fmt: skip
def test_pp_03_a_higher_goal_asks_for_a_decision_about_going_on(change, field):
    """PP-03: the PIP can't be established without the line; each "no" says why, "not yet" says when."""
    assert fields(obstacles(plan(**change), SITUATION, TUESDAY)) == ([field] if field else [])


def test_pp_03_each_no_has_its_own_words():
    """PP-03: not allowed is something else than not on offer or not paid."""
    assert set(FURTHER) == set(FurtherLearning)
    assert len(set(FURTHER.values())) == len(FurtherLearning)


def test_pp_61_a_level_that_was_named_later_comes_into_the_next_version():
    found = obstacles(PLAN, situation(needed_level="B2"), TUESDAY)
    assert fields(found) == ["further_learning", "needed_level"]
    taken_over = plan(
        needed_level="B2", needed_level_source=LevelSource.WERKCOACH, further_learning="toegezegd"
    )
    assert obstacles(taken_over, situation(needed_level="B2"), TUESDAY) == []


@pytest.mark.parametrize(
    ("change", "is_open"),
    [
        ({"study_goal": "mbo"}, True),
        ({"study_goal": "hbo"}, True),
        ({"study_goal": "wo"}, True),
        ({"study_goal": "geen"}, False),
        ({"study_goal": "weet_niet"}, False),
        ({"study_goal": "mbo", "pathways": ("Mbo-opleiding met werk (bbl)",)}, False),
        ({"study_goal": "mbo", "pathway_reason": "Eerst moet de gezondheid beter."}, False),
        ({"study_goal": "mbo", "leerroute": "Z", "wished_leerroute": "Z", "intensity_hours": None}, False),
        (TO_STUDY, True),
        (TO_STUDY | {"study_goal": "weet_niet"}, True),
        (TO_STUDY | {"study_goal": "geen"}, True),
        (TO_STUDY | {"pathways": ("Universiteit",)}, False),
        (TO_STUDY | {"pathway_reason": "Het doel gaat over de school van de kinderen."}, False),
    ],
)
def test_pp_44_who_wants_a_diploma_in_the_b1_route_sees_a_way(change, is_open):
    """PP-44: at least one pathway, or a reason."""
    assert ("pathways" in fields(obstacles(plan(**change), SITUATION, TUESDAY))) is is_open


@pytest.mark.parametrize(
    ("age", "study", "answer", "field"),
    [
        (29, STUDY, "", ""),
        (30, STUDY, "", "study_with_benefit"),
        (44, STUDY, "", "study_with_benefit"),
        (44, STUDY, "ja", ""),
        (44, STUDY, "niet_nodig", ""),
        (44, STUDY, "nee", "study_with_benefit_reason"),
        (44, {"study_goal": "geen"}, "", ""),
        (None, STUDY, "", ""),
        (36, TO_STUDY | {"pathways": ("Universiteit",)}, "", "study_with_benefit"),
        (36, TO_STUDY | {"pathways": ("Universiteit",)}, "ja", ""),
    ],
)
def test_pp_46_a_study_after_thirty_asks_for_a_line_about_money(age, study, answer, field):
    """PP-46: the age is a dated row with its source."""
    found = obstacles(plan(**study, study_with_benefit=answer), situation(age=age), TUESDAY)
    assert fields(found) == ([field] if field else [])


@pytest.mark.parametrize("route", list(Leerroute))
@pytest.mark.parametrize("age", [18, 30, 45, 60])
def test_pp_46_age_keeps_nobody_from_a_route(route, age):
    """PP-46, PP-39: the same plan at every age; only the line about money differs."""
    change = {"leerroute": route, "wished_leerroute": route, "study_with_benefit": "ja"}
    of_age = obstacles(plan(**change, **STUDY), situation(age=age), TUESDAY)
    assert of_age == obstacles(plan(**change, **STUDY), situation(age=None), TUESDAY)


def test_the_age_of_the_student_grant_has_a_source():
    row = norm(NormKind.STUDY_GRANT_AGE, TUESDAY)
    assert (row.figure, row.source) == (30, "Wet studiefinanciering 2000, artikel 2.3")
    assert needs_study_money(plan(**STUDY), situation(age=30), TUESDAY)


@pytest.mark.parametrize("name", ["target_occupation", "next_step", "next_step_helper", "next_step_on"])
def test_pp_09_without_one_of_these_the_plan_is_incomplete_but_no_less_lawful(name):
    """PP-09: a status, not an obstacle."""
    lacking = plan(translations=TRANSLATED, **{name: None if name.endswith("_on") else " "})
    assert not lacking.has_perspective
    assert obstacles(lacking, SITUATION, TUESDAY) == []
    assert fields(signals(lacking, SITUATION)) == ["target_occupation"]
    assert PLAN.has_perspective


def test_c8_7_a_goal_about_neighbours_has_an_activity():
    """C8 check 7: social bridges aren't built by a sentence."""
    bridge = PlanGoal(
        id=1, own_text="Buren leren kennen", own_language="nl", indicator=Indicator.SOCIALE_BRUGGEN
    )
    loose = PlanAgreement(id=1, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY)
    linked = PlanAgreement(id=1, text="Naar het buurthuis", owner=Owner.NIEUWKOMER, due_on=TUESDAY, goal_id=1)
    assert fields(obstacles(plan(goals=(bridge,), agreements=(loose,)), SITUATION, TUESDAY)) == ["doel-1"]
    assert obstacles(plan(goals=(bridge,), agreements=(linked,)), SITUATION, TUESDAY) == []


def test_the_fourteen_parts_of_life():
    assert len(Indicator) == 14


def test_pp_02_no_promise_of_a_talk_is_passed_over():
    """PP-02: each is named."""
    found = obstacles(
        PLAN,
        situation(open_promises=("Reiskosten", "Een taalmaatje"), promises_without_agreement=("Een laptop",)),
        TUESDAY,
    )
    assert [one.field for one in found] == ["toezeggingen", "toezeggingen", "afspraken"]
    assert all(
        word in " ".join(one.sentence for one in found) for word in ("Reiskosten", "taalmaatje", "laptop")
    )


def test_pp_04_agreements_beside_the_main_goal_are_signalled():
    """PP-04: 'PIP zonder doelkoppeling' is about the first goal."""
    goals = (*PLAN.goals, PlanGoal(id=2, own_text="Buren", own_language="nl"))
    beside = PlanAgreement(id=1, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY, goal_id=2)
    assert "doelkoppeling" in signals(plan(goals=goals, agreements=(beside,)), SITUATION)[0].sentence


def test_every_field_comes_back_from_what_was_signed():
    full = plan(**RELIEVED, **STUDY, wished_level="B2", further_learning="niet_beslist",
                further_learning_decide_on=date(2026, 4, 7))  # fmt: skip
    words = wording(full)
    assert fingerprint(wording(plan_of(words))) == fingerprint(words)
    assert plan_of(words).relief_costs == ALL_COSTS
    assert plan_of(words).further_learning_decide_on == date(2026, 4, 7)


def test_a_check_of_a_translation_changes_no_words():
    """Who looked at a translation changes nothing of what was signed; another translation does."""

    def agreed(**change):
        return fingerprint(wording(plan(agreements=(PlanAgreement(
            id=1, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY, own_language="ar", **change),))))  # fmt: skip

    assert agreed(translation="درس", translation_state="automatisch") == agreed(
        translation="درس", translation_state="gecontroleerd"
    )
    assert agreed(translation="درس") != agreed(translation="دروس")


@pytest.mark.parametrize(
    ("change", "label", "after"),
    [
        ({"further_learning": "geen_aanbod"}, "Doorleren", "Nee: geen aanbod"),
        ({"relief_costs": ("huur", "gas")}, "Kosten die de gemeente betaalt", "Huur, Gas"),
        ({"pathways": ("Universiteit",)}, "Wegen na de route", "Universiteit"),
        ({"benefit_from": date(2026, 2, 9)}, "Recht op bijstand vanaf", "9 februari 2026"),
        ({"participation_hours": 16}, "Uren meedoen in een week", "16 uur"),
    ],
)
def test_a_change_is_said_in_words(change, label, after):
    assert [(one.label, one.after) for one in changes(PLAN, plan(**change))] == [(label, after)]


@pytest.mark.parametrize(
    ("versions", "days"),
    [
        ([], 0),
        ([(date(2026, 1, 1), False)], 0),
        ([(date(2026, 1, 1), True)], 68),
        ([(date(2026, 1, 1), True), (date(2026, 2, 1), False)], 31),
        ([(date(2026, 1, 1), False), (date(2026, 2, 1), True), (date(2026, 3, 1), False)], 28),
    ],
)
def test_c1_9_days_without_prospect_are_counted(versions, days):
    """C1 check 9: from the refusal to the version that promised B2."""
    assert days_without_prospect(versions, date(2026, 3, 10)) == days


def test_the_gemeente_goes_before_the_standard_ways():
    first = STANDARD[0]
    ways = catalogue(
        [Way(first.kind, first.name, "Bij ROC Waterveen.", is_offered=False), Way(first.kind, "Mbo 1")]
    )
    assert len(ways) == len(STANDARD) + 1
    assert next(way for way in ways if way.name == first.name).is_offered is False


def test_levels():
    assert highest("A2", "B2", "B1") == "B2"
    assert highest("", "weet_niet") == ""
    assert [route_level("B"), route_level("B", "A2"), route_level("O"), route_level("Z"), route_level("")] == [
        "B1", "A2", "B1", "A1", "",
    ]  # fmt: skip
