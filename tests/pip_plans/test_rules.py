"""When a PIP may be established, what DUO takes, what changed, which terms begin."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.enums import Group
from deadlines.enums import Kind, Route
from deadlines.rules import Facts, due_date
from inburgering.kit.calendar import Calendar
from pip_plans.enums import Factor, Leerroute, Niveau, Owner, Wish
from pip_plans.rules.changes import changes
from pip_plans.rules.norms import NORMS, NormKind, norm
from pip_plans.rules.obstacles import duo_obstacles, obstacles, signals
from pip_plans.rules.obstacles.route import motivation_obstacles
from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal, PreviousPip, state_of_translation
from pip_plans.rules.terms import met, started, stopped
from tests.pip_plans.plans import (
    BESIDES_THE_WISH,
    GOAL_IN_ARABIC,
    IN_ARABIC,
    MOTIVATION,
    PLAN,
    SITUATION,
    TRANSLATED,
    TUESDAY,
    plan,
    situation,
)  # fmt: skip

LINDEVEEN = PreviousPip(gemeente="Lindeveen", leerroute=Leerroute.B, dated_on=date(2025, 6, 2))
DAY = timedelta(days=1)


def fields(found):
    return sorted({obstacle.field for obstacle in found})


def test_a_lawful_plan_has_no_obstacles():
    assert obstacles(PLAN, SITUATION, TUESDAY) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"leerroute": ""}, "leerroute"),
        ({"wished_leerroute": ""}, "wished_leerroute"),
        ({"wished_leerroute": Wish.O}, "wish_difference_reason"),
        ({"factors": ()}, "factors"),
        ({"factors": (Factor.WENS,)}, "factors"),
        ({"factors": (Factor.TOETS,)}, "factors"),
        ({"factors": (Factor.TOETS, Factor.TOETS)}, "factors"),
        ({"factors": (Factor.WENS, "leeftijd")}, "factors"),
        ({"motivation": ""}, "motivation"),
        ({"motivation": "zie intake"}, "motivation"),
        ({"own_language": ""}, "own_language"),
        ({"motivation_own_language": "  "}, "motivation_own_language"),
        ({"alphabetisation": ""}, "alphabetisation"),
        ({"pvt_hours": None}, "pvt_hours"),
        ({"pvt_hours": 11}, "pvt_hours"),
        ({"map_hours": None}, "map_hours"),
        ({"map_hours": 39}, "map_hours"),
        ({"talks_per_year": None}, "talks_per_year"),
        ({"talks_per_year": 0}, "talks_per_year"),
        ({"support": ""}, "support"),
        ({"intensity_hours": None}, "intensity_hours"),
        ({"a2_allowed": True}, "a2_allowed"),
        ({"goals": ()}, "doelen"),
        ({"goals": (PlanGoal(id=7, own_text="", own_language="nl"),)}, "doel-7"),
        ({"goals": (PlanGoal(id=7, own_text="أريد", own_language="ar"),)}, "doel-7"),
        ({"agreements": ()}, "afspraken"),
        ({"agreements": (PlanAgreement(id=5, text="Les", owner="", due_on=TUESDAY),)}, "afspraak-5"),
        ({"agreements": (PlanAgreement(id=5, text="Les", owner=Owner.ANDERS, due_on=TUESDAY),)}, "afspraak-5"),
        ({"agreements": (PlanAgreement(id=5, text="Les", owner=Owner.GEMEENTE),)}, "afspraak-5"),
        ({"agreements": (PlanAgreement(id=5, text=" ", owner=Owner.GEMEENTE, due_on=TUESDAY),)}, "afspraak-5"),
        ({"agreements": (PlanAgreement(id=5, text="Les", owner=Owner.GEMEENTE, due_on=date(1900, 1, 1)),)}, "afspraak-5"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_field(change, field):
    assert field in fields(obstacles(plan(**change), SITUATION, TUESDAY))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"intake_completed": False}, "intake"),
        ({"lives_at_coa": True, "settled_on": None}, "dossier"),
        ({"contradictions": ("De nieuwkomer heeft een diploma: arts.",)}, "intake"),
        ({"group": ""}, "dossier"),
        ({"case_is_open": False}, "dossier"),
        ({"duty_from": None}, "dossier"),
        ({"has_children": True}, "vve"),
        ({"earlier_on": (date(2026, 2, 10),)}, "change_reason"),
        ({"intake_completed_on": date(2026, 3, 11)}, "on"),
    ],
)
def test_the_case_can_be_an_obstacle(change, field):
    assert fields(obstacles(PLAN, situation(**change), TUESDAY)) == [field]


def test_an_empty_concept_gets_all_obstacles_at_once():
    found = obstacles(Plan(), situation(intake_completed=False, group=""), TUESDAY)
    assert len(found) >= 12
    assert all(obstacle.sentence[-1] in ".)" for obstacle in found)


def test_who_does_not_know_the_route_yet_needs_no_reason_for_a_difference():
    unknown = plan(wished_leerroute=Wish.WEET_NIET, factors=BESIDES_THE_WISH)
    assert obstacles(unknown, SITUATION, TUESDAY) == []


@pytest.mark.parametrize(
    ("route", "wish", "factors", "said"),
    [
        ("Z", "B", (Factor.WENS, Factor.OPLEIDING), ["Eigen wens", "ten minste 2"]),
        ("Z", "B", (Factor.WENS, Factor.OPLEIDING, Factor.WERK), ["Eigen wens"]),
        ("Z", Wish.WEET_NIET, (Factor.WENS, Factor.OPLEIDING, Factor.WERK), ["Eigen wens"]),
        ("Z", "B", (Factor.OPLEIDING, Factor.WERK), []),
        ("Z", "Z", (Factor.WENS, Factor.OPLEIDING), []),
        ("", "B", (Factor.WENS, Factor.OPLEIDING), []),
        ("B", "", (Factor.WENS, Factor.OPLEIDING), []),
    ],
)
def test_pp_33_pp_38_a_wish_for_another_route_carries_no_route(route, wish, factors, said):
    """PP-33, PP-38: the letter doesn't say in one breath that it follows the wish and that it doesn't."""
    found = obstacles(plan(leerroute=route, wished_leerroute=wish, factors=factors), SITUATION, TUESDAY)
    sentences = [one.sentence for one in found if one.field == "factors"]
    assert len(sentences) == len(said)
    assert all(words in sentence for words, sentence in zip(said, sentences, strict=True))


def test_somebody_who_reads_dutch_needs_no_translation():
    assert obstacles(plan(own_language="nl", motivation_own_language=""), SITUATION, TUESDAY) == []


def test_pp_39_no_factor_is_about_age():
    """PP-39: age is only there as a policy of the gemeente about something else, which counts as no reason."""
    about_age = [
        value
        for value, label in Factor.choices
        if "leeftijd" in f"{value} {label}".lower() or "jaar" in label.lower()
    ]
    assert about_age == [Factor.LEEFTIJDSBELEID]


def test_pp_33_the_test_is_never_enough():
    assert "factors" in fields(obstacles(plan(factors=(Factor.TOETS,)), SITUATION, TUESDAY))
    assert obstacles(plan(factors=(Factor.TOETS, Factor.WENS)), SITUATION, TUESDAY) == []


def test_the_onderwijsroute_has_no_map_and_no_intensity():
    wanted = plan(leerroute=Leerroute.O, wished_leerroute=Wish.O)
    assert fields(obstacles(wanted, SITUATION, TUESDAY)) == ["intensity_hours", "map_hours"]
    route = plan(leerroute=Leerroute.O, wished_leerroute=Wish.O, map_hours=None, intensity_hours=None)
    assert obstacles(route, SITUATION, TUESDAY) == []


def test_the_z_route_may_have_exams():
    route = plan(
        leerroute=Leerroute.Z,
        wished_leerroute=Wish.Z,
        intensity_hours=None,
        a2_allowed=True,
        knm_allowed=True,
    )
    assert obstacles(route, SITUATION, TUESDAY) == []


# --- DUO ------------------------------------------------------------------------------------------------------------

FIRST = date(2026, 2, 20)


@pytest.mark.parametrize(
    ("on", "change", "refused"),
    [
        (TUESDAY, {}, False),
        (TUESDAY + DAY, {}, True),  # in the future
        (date(2026, 2, 9), {}, False),  # the day of settlement
        (date(2026, 2, 8), {}, True),  # a Sunday, before settlement
        (date(2026, 2, 1), {"settled_on": None}, True),  # a Sunday, before the duty
        (date(2026, 2, 2), {"settled_on": None}, False),  # in the azc: no settlement yet
        (date(2021, 12, 31), {"settled_on": None, "duty_from": date(2021, 6, 1)}, True),  # before the law
        (date(2026, 2, 19), {"earlier_on": (FIRST,)}, True),  # before the PIP that holds
        (FIRST, {"earlier_on": (FIRST,)}, False),
        (
            date(2026, 2, 10),
            {"previous": PreviousPip(gemeente="X", leerroute=Leerroute.B, dated_on=FIRST)},
            True,
        ),
    ],
)
def test_duo_checks_the_dagtekening(on, change, refused):
    assert fields(duo_obstacles(PLAN, situation(**change), on)) == (["on"] if refused else [])


@pytest.mark.parametrize(
    ("route", "niveau", "change", "refused"),
    [
        (Leerroute.O, Niveau.A2, {}, True),
        (Leerroute.O, Niveau.B1, {}, False),
        (Leerroute.Z, Niveau.B1, {}, True),
        (Leerroute.Z, Niveau.A2, {}, False),
        (Leerroute.B, Niveau.B1, {}, False),
        (Leerroute.B, Niveau.A2, {}, True),  # the very first PIP
        (Leerroute.B, Niveau.A2, {"earlier_on": (FIRST,)}, False),
        (Leerroute.B, Niveau.A2, {"previous": LINDEVEEN}, False),  # not the first in the Netherlands
    ],
)
def test_duo_checks_the_level(route, niveau, change, refused):
    found = duo_obstacles(
        plan(leerroute=route, niveau=niveau, intensity_hours=None), situation(**change), TUESDAY
    )
    assert fields(found) == (["niveau"] if refused else [])


@pytest.mark.parametrize(
    ("route", "group", "hours", "refused"),
    [
        (Leerroute.B, Group.ASIELSTATUSHOUDER, 600, False),
        (Leerroute.B, Group.GEZINSMIGRANT, 600, True),
        (Leerroute.O, Group.ASIELSTATUSHOUDER, 600, True),
        (Leerroute.Z, Group.ASIELSTATUSHOUDER, 600, True),
        (Leerroute.B, Group.ASIELSTATUSHOUDER, 0, True),
        (Leerroute.B, Group.ASIELSTATUSHOUDER, 10_000, True),
        (Leerroute.B, Group.ASIELSTATUSHOUDER, 9_999, False),
    ],
)
def test_duo_takes_an_intensity_only_for_b1_and_asylum(route, group, hours, refused):
    found = duo_obstacles(plan(leerroute=route, intensity_hours=hours), situation(group=group), TUESDAY)
    assert fields(found) == (["intensity_hours"] if refused else [])


def test_after_a_removal_the_route_stays_the_same():
    moved = situation(previous=LINDEVEEN, intake_completed=False)
    assert obstacles(PLAN, moved, TUESDAY) == []
    switched = plan(leerroute=Leerroute.Z, wished_leerroute=Wish.Z, intensity_hours=None)
    assert fields(obstacles(switched, moved, TUESDAY)) == ["leerroute"]


def test_after_the_first_pip_here_the_route_may_change():
    later = situation(previous=LINDEVEEN, earlier_on=(FIRST,))
    switched = plan(
        leerroute=Leerroute.Z,
        wished_leerroute=Wish.Z,
        intensity_hours=None,
        change_reason="De les ging te snel.",
    )
    assert obstacles(switched, later, TUESDAY) == []


# --- Norms -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", NormKind)
def test_each_norm_holds_on_every_day_since_the_law(kind):
    for day in (date(2020, 1, 1), date(2022, 1, 1), TUESDAY, date(2050, 1, 1)):
        assert norm(kind, day).figure > 0


def test_each_norm_names_its_source():
    assert all(row.source for row in NORMS)


# --- Terms --------------------------------------------------------------------------------------------------------------


def kinds(plan_, situation_, on=TUESDAY):
    return [start.kind for start in started(plan_, situation_, on)]


def test_the_first_pip_starts_the_three_years():
    assert met(SITUATION) == (Kind.PIP, Kind.PIP_NA_VERHUIZING)
    assert kinds(PLAN, SITUATION) == [
        Kind.TERMIJN, Kind.PVT, Kind.MAP, Kind.ROUTEWISSEL, Kind.VERLENGING_VANAF, Kind.AANBOD, Kind.BEZWAAR
    ]  # fmt: skip


def test_in_the_onderwijsroute_the_taalschakeltraject_must_begin():
    assert Kind.TAALSCHAKELTRAJECT in kinds(plan(leerroute=Leerroute.O), SITUATION)


def test_the_gemeente_makes_no_offer_to_a_gezinsmigrant():
    wanted = [Kind.TERMIJN, Kind.PVT, Kind.MAP, Kind.ROUTEWISSEL, Kind.VERLENGING_VANAF, Kind.BEZWAAR]
    assert kinds(PLAN, situation(group=Group.GEZINSMIGRANT)) == wanted


def test_r_06_a_changed_pip_restarts_nothing():
    changed = situation(earlier_on=(FIRST,))
    assert met(changed) == ()
    assert kinds(PLAN, changed) == [Kind.BEZWAAR]


@pytest.mark.parametrize(
    ("before", "after", "starts", "stops"),
    [
        ("", Leerroute.B, [Kind.PVT, Kind.MAP], ()),
        ("", Leerroute.Z, [Kind.PVT, Kind.MAP], ()),
        ("", Leerroute.O, [Kind.PVT], ()),
        (Leerroute.B, Leerroute.Z, [], ()),
        (Leerroute.B, Leerroute.O, [], (Kind.MAP,)),
        (Leerroute.O, Leerroute.B, [Kind.MAP], ()),
        (Leerroute.O, Leerroute.O, [], ()),
    ],
)
def test_r_31_everybody_must_do_the_pvt_and_nobody_the_map_in_the_onderwijsroute(
    before, after, starts, stops
):
    now = situation(earlier_on=(FIRST,), current_leerroute=before) if before else SITUATION
    then = plan(leerroute=after)
    assert [kind for kind in kinds(then, now) if kind in (Kind.PVT, Kind.MAP)] == starts
    assert stopped(then, now) == stops


def test_r_04_after_a_removal_the_three_years_run_from_the_first_pip():
    start = started(PLAN, situation(previous=LINDEVEEN), TUESDAY)[0]
    assert start.facts == Facts(pip_dated_on=date(2025, 6, 2), group=Group.ASIELSTATUSHOUDER, route=Route.B)
    assert due_date(start.kind, start.facts, Calendar()).due_on == date(2028, 6, 2)


def test_time_for_bezwaar_counts_from_today_whatever_the_letter_says():
    bezwaar = started(PLAN, SITUATION, date(2026, 2, 20))[-1]
    assert bezwaar.facts == Facts(announced_on=TUESDAY)


# --- Changes and signals ---------------------------------------------------------------------------------------------------


def test_two_equal_plans_differ_in_nothing():
    assert changes(PLAN, PLAN) == []


def test_changes_are_said_in_words():
    switched = plan(leerroute=Leerroute.Z, intensity_hours=None, agreements=(), may_finish_education=True)
    found = {change.label: (change.before, change.after) for change in changes(PLAN, switched)}
    assert found == {
        "Afspraak": ("Begin met de les. (De nieuwkomer zelf, vóór of op 1 april 2026)", ""),
        "Leerroute": ("B1-route", "Zelfredzaamheidsroute (Z-route)"),
        "Intensiteit": ("600 uur", "niets ingevuld"),
        "Mag eerst een opleiding afmaken": ("nee", "ja"),
    }


def test_pp_04_a_plan_without_agreements_for_a_goal_is_signalled():
    loose = plan(
        translations=TRANSLATED,
        agreements=(PlanAgreement(id=1, text="Les", owner=Owner.GEMEENTE, due_on=TUESDAY),),
    )
    assert fields(signals(loose, SITUATION)) == ["afspraken"]


def test_pp_37_a_non_reader_without_lessons_in_reading_is_signalled():
    translated = {"translations": TRANSLATED}
    assert fields(signals(plan(**translated), situation(reads_and_writes=False))) == ["alphabetisation"]
    assert signals(plan(alphabetisation="A", **translated), situation(reads_and_writes=False)) == []


@pytest.mark.parametrize(
    ("translation", "state", "rewritten", "after"),
    [
        ("", "ontbreekt", False, "ontbreekt"),
        ("مرحبا", "ontbreekt", False, "automatisch"),
        ("مرحبا", "gecontroleerd", False, "gecontroleerd"),
        ("مرحبا", "gecontroleerd", True, "automatisch"),
        ("مرحبا", "automatisch", True, "automatisch"),
    ],
)
def test_a_translation_is_no_better_than_what_is_known_of_it(translation, state, rewritten, after):
    assert state_of_translation(translation, state, rewritten=rewritten) == after


def test_an_unchecked_translation_is_signalled():
    unchecked = plan(translation_state="automatisch", translations=TRANSLATED)
    assert fields(signals(unchecked, SITUATION)) == ["translation_state"]


@pytest.mark.parametrize(
    ("changed", "here", "words"),
    [
        ({}, {}, ""),
        ({}, {"languages": ("ar",)}, ""),
        ({}, {"languages": ("ti", "ar")}, ""),
        ({"own_language": "nl"}, {"languages": ("ar", "nl")}, ""),
        ({"own_language": "nl"}, {"languages": ("ar",)}, "leest of verstaat de nieuwkomer: Arabisch"),
        ({"own_language": "vi"}, {"languages": ("ar",)}, "De taal van de uitleg is Vietnamees"),
        ({"motivation_own_language": "x"}, {}, "geen vertaling van de hele uitleg"),
        ({"motivation": "Een lange uitleg. " * 40}, {}, "geen vertaling van de hele uitleg"),
        ({"motivation_own_language": MOTIVATION}, {}, "geen vertaling van de hele uitleg"),
        ({"own_language": "zh", "motivation_own_language": "你学得很快，想当厨师。B1路线让你边学边工作。"}, {}, ""),
        ({"motivation_own_language": " "}, {}, "nog niet vertaald"),
        ({"own_language": ""}, {"languages": ("ar",)}, "Kies de taal waarin"),
        ({}, {"current_motivation": "Wij schalen af.", "current_motivation_own_language": IN_ARABIC},
         "de vertaling is nog die van het vorige PIP"),
        ({}, {"current_motivation": MOTIVATION, "current_motivation_own_language": IN_ARABIC}, ""),
        ({}, {"current_motivation": "Wij schalen af.", "current_motivation_own_language": GOAL_IN_ARABIC}, ""),
    ],
)  # fmt: skip
def test_pp_36_the_explanation_in_a_language_that_somebody_reads(changed, here, words):
    """PP-36: another language, a letter to fill the box, or the translation of the PIP before, explains nothing."""
    found = " ".join(
        one.sentence for one in motivation_obstacles(plan(**changed), situation(**here), TUESDAY)
    )
    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        (
            {"agreements": (replace(PLAN.agreements[0], due_on=TUESDAY - DAY),)},
            "Afspraak 1: de dag waarop dit klaar is, is al",
        ),
        (
            {"agreements": (replace(PLAN.agreements[0], due_on=date(2029, 3, 11)),)},
            "Afspraak 1 is pas klaar na de drie jaar",
        ),
        ({"agreements": (replace(PLAN.agreements[0], due_on=date(2029, 3, 10)),)}, ""),
        (
            {"further_learning": "niet_beslist", "further_learning_decide_on": date(2029, 3, 11)},
            "komt pas daarna",
        ),
        ({"further_learning": "niet_beslist", "further_learning_decide_on": date(2026, 9, 1)}, ""),
    ],
)
def test_pp_03_days_that_are_over_or_too_late_are_seen(changed, words):
    """PP-03: a decision about going on after the route is over, decides nothing."""
    before = {one.sentence for one in signals(plan(), situation())}
    found = " ".join(
        one.sentence for one in signals(plan(**changed), situation()) if one.sentence not in before
    )
    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    "changed",
    [
        {"wished_leerroute": Leerroute.O, "wish_difference_reason": "x"},
        {"why_not_o": "x"},
        {"participation": "niet_tegelijk", "participation_reason": "x"},
    ],
)
def test_a_reason_of_one_letter_is_no_reason(changed):
    assert obstacles(plan(**changed), situation(), TUESDAY)
