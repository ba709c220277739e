"""What the Awb says of a bezwaar, as tables of cases. A remark names the weekday or the article."""

from dataclasses import replace
from datetime import date

import pytest

from pip_plans.enums import Effect, Excuse, ObjectionDecision, WaiveGround
from pip_plans.rules.objections import (
    LONGEST_GROUNDS,
    Decider,
    Receipt,
    Standing,
    adjournment_obstacles,
    agreement_obstacles,
    decider_obstacle,
    decision_obstacles,
    default_obstacles,
    hearing_obstacles,
    is_late,
    mending_obstacles,
    receipt_obstacles,
)

ANNOUNCED = date(2026, 3, 10)  # Tuesday
LAST = date(2026, 4, 21)  # Tuesday, six weeks later
TODAY = date(2026, 3, 24)
DUE = date(2026, 6, 2)
RECEIPT = Receipt(received_on=date(2026, 3, 20), announced_on=ANNOUNCED, text="De route klopt niet.")
STANDING = Standing(received_on=date(2026, 3, 20), due_on=DUE, heard=True)
REASON = "De gemeente keek niet naar uw diploma."


@pytest.mark.parametrize(
    ("received", "posted", "late"),
    [
        (LAST, None, False),
        (date(2026, 4, 22), None, True),
        (date(2026, 4, 28), LAST, False),  # a week later, posted in time (6:9 lid 2)
        (date(2026, 4, 29), LAST, True),
        (date(2026, 4, 28), date(2026, 4, 22), True),
    ],
)
def test_a_letter_that_was_posted_in_time_is_in_time(received, posted, late):
    assert is_late(received, LAST, posted) is late


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"announced_on": None}, "concept"),
        ({"received_on": date(2026, 3, 9)}, "bekendgemaakt op 10 maart"),
        ({"received_on": date(2026, 3, 25)}, "nog moet komen"),
        ({"posted_on": date(2026, 3, 21)}, "na de dag van ontvangst"),
        ({"posted_on": date(2026, 3, 19), "via": "balie"}, "alleen bij een brief"),
        ({"text": "  "}, "waarom"),
        ({"text": "x" * 20_000}, str(LONGEST_GROUNDS)),
        ({"text": "a\x00b"}, "niet kan"),
        ({"has_open": True}, "loopt al een bezwaar"),
        ({"has_decided": True}, "beroep"),
    ],
)
def test_what_a_bezwaar_must_have(changes, words):
    found = list(receipt_obstacles(replace(RECEIPT, **changes), TODAY))
    assert (len(found), words in "".join(found)) == (1 if words else 0, True)


@pytest.mark.parametrize(
    ("changes", "decision", "effect", "words"),
    [
        ({}, "gegrond", "nieuw_pip", ""),
        ({}, "deels", "geen", ""),
        ({}, "gegrond", "herroepen", ""),
        ({}, "ongegrond", "geen", ""),
        ({}, "ongegrond", "herroepen", "verandert er iets"),
        ({"late": True}, "ongegrond", "geen", "Beoordeel eerst"),
        ({"late": True, "excuse": Excuse.VERSCHOONBAAR}, "gegrond", "nieuw_pip", ""),
        ({"late": True, "excuse": Excuse.NIET_VERSCHOONBAAR}, "gegrond", "nieuw_pip", "niet-ontvankelijk"),
        ({"late": True, "excuse": Excuse.NIET_VERSCHOONBAAR}, "niet_ontvankelijk", "geen", ""),
        ({"mending_until": date(2026, 4, 1)}, "ongegrond", "geen", "1 april"),
        ({"heard": False}, "ongegrond", "geen", "gehoord"),
        ({"heard": False, "waived": WaiveGround.WIL_NIET}, "ongegrond", "geen", ""),
        ({"heard": False, "waived": WaiveGround.ONGEGROND}, "gegrond", "geen", "past niet"),
        ({"heard": False, "waived": WaiveGround.NIET_ONTVANKELIJK}, "ongegrond", "geen", "past niet"),
        ({"heard": False, "waived": WaiveGround.TEGEMOETGEKOMEN}, "deels", "geen", "past niet"),
        ({"decided": True}, "gegrond", "geen", "al beslist"),
    ],
)
def test_what_a_decision_needs(changes, decision, effect, words):
    found = list(
        decision_obstacles(replace(STANDING, **changes), ObjectionDecision(decision), Effect(effect), REASON)
    )
    assert (len(found), words in "".join(found)) == (1 if words else 0, True)


def test_all_that_is_wrong_is_said_at_once():
    wrong = replace(STANDING, late=True, heard=False, mending_until=LAST)
    assert len(list(decision_obstacles(wrong, ObjectionDecision.ONGEGROND, Effect.HERROEPEN, "Nee."))) == 5


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((True, False, False, False), ""),
        ((False, False, False, False), "Alleen een teamleider"),
        ((True, True, False, False), "zelf vastgesteld"),
        ((True, False, False, True), "zelf goedgekeurd"),
        ((True, False, True, False), "klantmanager"),
    ],
)
def test_who_decided_the_plan_does_not_decide_on_the_bezwaar(facts, words):
    leads, established, guides, approved = facts
    found = decider_obstacle(
        Decider(
            leads_the_team=leads, established_it=established, guides_the_case=guides, approved_it=approved
        )
    )
    assert words in found
    assert bool(found) is bool(words)


def test_who_hears_had_no_part_in_the_decision():
    facts = {"held_on": TODAY, "outside": "Fatima Aydin", "report": "Verslag.", "today": TODAY,
             "involved": frozenset({"Karin de Boer"})}  # fmt: skip
    assert list(hearing_obstacles(STANDING, **facts)) == []
    wrong = list(
        hearing_obstacles(
            STANDING, **(facts | {"held_on": date(2026, 3, 25), "outside": "K. de Boer ", "report": ""})
        )
    )
    assert len(wrong) == 3


@pytest.mark.parametrize(
    ("changes", "today", "words"),
    [
        ({}, DUE, ""),
        ({}, date(2026, 6, 3), "kan niet meer"),
        ({"adjourned": True}, TODAY, "al een keer"),
        ({"decided": True}, TODAY, "al beslist"),
    ],
)
def test_a_decision_is_adjourned_once_and_in_time(changes, today, words):
    found = list(adjournment_obstacles(replace(STANDING, **changes), today))
    assert (len(found), words in "".join(found)) == (1 if words else 0, True)


def test_later_needs_a_later_day():
    assert list(agreement_obstacles(STANDING, date(2026, 6, 3), TODAY)) == []
    assert len(list(agreement_obstacles(STANDING, DUE, TODAY))) == 1


def test_nobody_is_in_default_before_the_term_is_over():
    assert list(default_obstacles(STANDING, date(2026, 6, 3), date(2026, 6, 3))) == []
    assert "2 juni" in "".join(default_obstacles(STANDING, DUE, date(2026, 6, 3)))
    assert "nog moet komen" in "".join(default_obstacles(STANDING, date(2026, 6, 4), date(2026, 6, 3)))


def test_time_to_mend_is_asked_with_words_and_a_day():
    assert list(mending_obstacles(STANDING, date(2026, 4, 7), "Uw handtekening", TODAY)) == []
    assert len(list(mending_obstacles(replace(STANDING, mending_until=LAST), TODAY, " ", TODAY))) == 3
