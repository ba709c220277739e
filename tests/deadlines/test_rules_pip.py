"""The ten weeks for the PIP (R-02, R-02a, R-03, R-04). A remark names the weekday, since that is what most turn on."""

from datetime import date

import pytest

from deadlines.enums import Confidence, Kind
from deadlines.rules import (
    ThirdParty,
    explain,
)
from tests.deadlines.examples import AS, GM, answer


@pytest.mark.parametrize(
    ("notified_on", "due_on"),
    [
        (date(2026, 1, 5), date(2026, 3, 16)),  # Monday to Monday
        (date(2026, 2, 16), date(2026, 4, 28)),  # Monday 27 April is Koningsdag
        (date(2025, 10, 23), date(2026, 1, 5)),  # Thursday 1 January, Friday equated, weekend
        (date(2026, 1, 24), date(2026, 4, 7)),  # Saturday 4 April, then both Easter days
        (date(2025, 2, 24), date(2025, 5, 6)),  # Monday 5 May
        (date(2024, 10, 18), date(2024, 12, 30)),  # Friday 27 December is equated, then a weekend
    ],
)
def test_a_gezinsmigrant_has_ten_weeks_from_the_notice(notified_on: date, due_on: date) -> None:
    outcome = answer(Kind.PIP, group=GM, notified_on=notified_on)
    assert outcome.due_on == due_on
    assert outcome.rule_id == "R-02"


def test_the_day_of_the_notice_itself_does_not_count() -> None:
    assert answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5)).starts_on == date(2026, 1, 6)


def test_the_sentence_says_it_all() -> None:
    assert answer(Kind.PIP, group=GM, notified_on=date(2026, 2, 16)).sentence == (
        "10 weken na de kennisgeving van 16 februari 2026 = 27 april, Koningsdag, dus 28 april "
        "(Besluit inburgering 2021, artikel 5.3 lid 1; Algemene termijnenwet, artikel 1)."
    )


def test_a_sentence_without_a_move_does_not_name_the_termijnenwet() -> None:
    assert answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5)).sentence == (
        "10 weken na de kennisgeving van 5 januari 2026 = 16 maart (Besluit inburgering 2021, artikel 5.3 lid 1)."
    )


def test_a_sentence_that_crosses_the_new_year_names_both_years() -> None:
    sentence = answer(Kind.PIP, group=GM, notified_on=date(2025, 10, 23)).sentence
    assert "van 23 oktober 2025 = 1 januari 2026, Nieuwjaarsdag, daarna " in sentence
    assert "daarna een gelijkgestelde dag en een weekend, dus 5 januari (" in sentence


@pytest.mark.parametrize(
    ("notified_on", "said"),
    [
        (date(2026, 2, 14), {
            "nl": "25 april, een zaterdag, daarna een zondag en Koningsdag, dus 28 april",
            "en": "25 April, a Saturday, then a Sunday and King's Day, so 28 April",
            "ar": "25 إبريل، يوم سبت، ثم يوم أحد ويوم الملك، إذن 28 إبريل",
        }),
        (date(2026, 1, 23), {
            "nl": "3 april, Goede Vrijdag, daarna een weekend en Tweede Paasdag, dus 7 april",
            "en": "3 April, Good Friday, then a weekend and Easter Monday, so 7 April",
            "ar": "3 إبريل، الجمعة العظيمة، ثم عطلة نهاية الأسبوع واثنين الفصح، إذن 7 إبريل",
        }),
    ],
)  # fmt: skip
def test_a_sentence_names_every_day_off_that_the_term_passes(notified_on: date, said: dict[str, str]) -> None:
    outcome = answer(Kind.PIP, group=GM, notified_on=notified_on)
    for language, words in said.items():
        assert words in explain(outcome, language)


def test_an_asielstatushouder_in_a_centre_gets_the_ten_weeks_from_the_registration() -> None:
    outcome = answer(Kind.PIP, group=AS, notified_on=date(2025, 12, 1), brp_registered_on=date(2026, 2, 14))
    assert outcome.starts_on == date(2026, 2, 15)
    assert outcome.due_on == date(2026, 4, 28)  # Saturday 25 April, Sunday, Koningsdag, Tuesday
    assert [(step.on, step.text) for step in outcome.steps] == [
        (date(2025, 12, 1), "kennisgeving van DUO: de termijn begint later"),
        (date(2026, 2, 14), "inschrijving in de gemeente: deze dag telt niet mee"),
        (date(2026, 2, 15), "eerste dag van de termijn"),
        (date(2026, 4, 25), "10 weken na 14 februari 2026"),
        (date(2026, 4, 25), "een zaterdag: de termijn loopt door (Algemene termijnenwet, artikel 1)"),
        (date(2026, 4, 26), "een zondag: de termijn loopt door (Algemene termijnenwet, artikel 1)"),
        (date(2026, 4, 27), "Koningsdag: de termijn loopt door (Algemene termijnenwet, artikel 1)"),
        (date(2026, 4, 28), "laatste dag"),
    ]


@pytest.mark.parametrize("registered", [date(2020, 3, 1), date(2026, 1, 4), date(2026, 1, 5)])
def test_an_asielstatushouder_who_was_registered_by_then_counts_from_the_notice(registered: date) -> None:
    outcome = answer(Kind.PIP, group=AS, notified_on=date(2026, 1, 5), brp_registered_on=registered)
    assert outcome.due_on == date(2026, 3, 16)


def test_registration_makes_no_difference_to_a_gezinsmigrant() -> None:
    outcome = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), brp_registered_on=date(2026, 2, 14))
    assert outcome.due_on == date(2026, 3, 16)


def test_the_clock_of_an_asielstatushouder_waits_for_the_registration() -> None:
    outcome = answer(Kind.PIP, group=AS, notified_on=date(2025, 12, 1))
    assert outcome.due_on is None
    assert outcome.missing == ("brp_registered_on",)
    assert outcome.sentence == (
        "De termijn begint bij inschrijving in de gemeente; die dag is nog niet bekend "
        "(Besluit inburgering 2021, artikel 5.3 lid 1)."
    )


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, "notified_on"),
        ({"group": AS, "brp_registered_on": date(2026, 2, 14)}, "notified_on"),
        ({"notified_on": date(2026, 1, 5)}, "group"),
    ],
)
def test_without_the_facts_that_choose_the_rule_there_is_no_day(
    facts: dict[str, object], missing: str
) -> None:
    outcome = answer(Kind.PIP, **facts)
    assert (outcome.due_on, outcome.rule_id, outcome.missing) == (None, "", (missing,))


def test_before_2023_the_ten_weeks_ran_from_the_registration_for_everybody() -> None:
    outcome = answer(Kind.PIP, notified_on=date(2022, 12, 30), brp_registered_on=date(2022, 11, 14))
    assert outcome.rule_id == "R-02a"
    assert outcome.due_on == date(2023, 1, 23)  # Monday
    assert outcome.confidence == Confidence.LOW


def test_from_the_first_of_2023_the_new_text_applies() -> None:
    outcome = answer(Kind.PIP, group=GM, notified_on=date(2023, 1, 1), brp_registered_on=date(2022, 11, 14))
    assert outcome.rule_id == "R-02"
    assert outcome.due_on == date(2023, 3, 13)  # Sunday 12 March


def test_after_a_move_the_new_gemeente_has_ten_weeks_from_the_registration() -> None:
    outcome = answer(Kind.PIP_NA_VERHUIZING, brp_registered_on=date(2026, 2, 16))
    assert (outcome.rule_id, outcome.due_on) == ("R-04", date(2026, 4, 28))  # Koningsdag


def _with_requests(*requests: ThirdParty) -> object:
    return answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), third_parties=requests)


def test_information_of_a_third_party_gives_two_weeks_from_its_receipt() -> None:
    outcome = _with_requests(ThirdParty(date(2026, 2, 20), date(2026, 4, 21), "IDW"))
    assert outcome.due_on == date(2026, 5, 6)  # Tuesday 5 May
    assert outcome.sentence == (
        "10 weken na de kennisgeving van 5 januari 2026 = 16 maart; 2 weken na ontvangst van de informatie van IDW "
        "op 21 april 2026 = 5 mei, Bevrijdingsdag, dus 6 mei (Besluit inburgering 2021, artikel 5.3 lid 1 en "
        "artikel 5.3 lid 2; Algemene termijnenwet, artikel 1)."
    )


def test_information_that_came_early_does_not_make_the_term_shorter() -> None:
    outcome = _with_requests(ThirdParty(date(2026, 1, 10), date(2026, 1, 20)))
    assert outcome.due_on == date(2026, 3, 16)
    assert "ontvangst" not in outcome.sentence


def test_while_the_answer_is_out_the_term_may_be_exceeded() -> None:
    outcome = _with_requests(ThirdParty(date(2026, 2, 20)))
    assert outcome.due_on == date(2026, 3, 16)
    assert outcome.awaits_third_party
    assert "mag het later, tot 2 weken na ontvangst" in outcome.sentence


def test_a_request_made_after_the_term_gives_nothing() -> None:
    outcome = _with_requests(ThirdParty(date(2026, 3, 17), date(2026, 4, 21)))
    assert outcome.due_on == date(2026, 3, 16)
    assert any("te laat" in step.text or "al om" in step.text for step in outcome.steps)


def test_a_request_made_in_the_two_weeks_of_another_counts() -> None:
    outcome = _with_requests(
        ThirdParty(date(2026, 2, 20), date(2026, 3, 10)),  # until Tuesday 24 March
        ThirdParty(date(2026, 3, 20), date(2026, 4, 1)),  # until Wednesday 15 April
    )
    assert outcome.due_on == date(2026, 4, 15)


def test_the_old_text_knew_no_third_party() -> None:
    outcome = answer(
        Kind.PIP,
        notified_on=date(2022, 10, 3),
        brp_registered_on=date(2022, 10, 3),
        third_parties=(ThirdParty(date(2022, 11, 1), date(2023, 2, 1)),),
    )
    assert outcome.due_on == date(2022, 12, 12)
