"""The terms, as tables of cases. A remark names the weekday, since that is what most of them turn on."""

from datetime import date

import pytest

from deadlines.enums import Bearer, Confidence, Instrument, Kind, Nature, Standing
from deadlines.rules import (
    CATALOGUE,
    TERMS,
    Facts,
    FactsError,
    Progress,
    ThirdParty,
    duties_of,
    facts_used_by,
    standing,
    terms_of,
)
from deadlines.rules.arithmetic import Length, Unit, after, before, covered_by_atw
from tests.deadlines.examples import AS, GM, answer

# --- Adding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "length", "last"),
    [
        (date(2026, 1, 5), Length(10, Unit.WEEKS), date(2026, 3, 16)),
        (date(2026, 1, 5), Length(3, Unit.DAYS), date(2026, 1, 8)),
        (date(2025, 11, 30), Length(3, Unit.MONTHS), date(2026, 2, 28)),  # no 30 February
        (date(2023, 11, 30), Length(3, Unit.MONTHS), date(2024, 2, 29)),  # leap year
        (date(2024, 2, 29), Length(3, Unit.YEARS), date(2027, 2, 28)),
        (date(2024, 2, 29), Length(4, Unit.YEARS), date(2028, 2, 29)),
        (date(2025, 12, 31), Length(2, Unit.MONTHS), date(2026, 2, 28)),  # over the new year
    ],
)
def test_a_term_ends_on_the_same_day_number_or_the_last_of_the_month(
    day: date, length: Length, last: date
) -> None:
    assert after(day, length) == last


@pytest.mark.parametrize(
    ("day", "length", "first"),
    [
        (date(2027, 3, 15), Length(6, Unit.MONTHS), date(2026, 9, 15)),
        (date(2026, 8, 31), Length(6, Unit.MONTHS), date(2026, 2, 28)),
        (date(2026, 1, 15), Length(2, Unit.WEEKS), date(2026, 1, 1)),
    ],
)
def test_counting_backwards(day: date, length: Length, first: date) -> None:
    assert before(day, length) == first


@pytest.mark.parametrize(
    ("length", "instrument", "covered"),
    [
        (Length(12, Unit.WEEKS), Instrument.WET, True),
        (Length(13, Unit.WEEKS), Instrument.WET, False),
        (Length(3, Unit.MONTHS), Instrument.AMVB, True),
        (Length(4, Unit.MONTHS), Instrument.AMVB, False),
        (Length(90, Unit.DAYS), Instrument.WET, True),
        (Length(91, Unit.DAYS), Instrument.WET, False),
        (Length(1, Unit.YEARS), Instrument.WET, False),
        (Length(2, Unit.WEEKS), Instrument.REGELING, False),  # a minister's own text, however short
    ],
)
def test_what_the_algemene_termijnenwet_covers(
    length: Length, instrument: Instrument, *, covered: bool
) -> None:
    assert covered_by_atw(length, instrument) is covered


# --- The ten weeks for the PIP (R-02, R-02a, R-03, R-04) -----------------------------------------------


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
    assert "van 23 oktober 2025 = 1 januari 2026, Nieuwjaarsdag, dus 5 januari (" in sentence


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


# --- The traject (R-20, R-21, R-26, R-43) --------------------------------------------------------------


@pytest.mark.parametrize(
    ("dated", "first", "termijn", "routewissel", "verlenging_from"),
    [
        (date(2024, 3, 15), date(2024, 3, 16), (date(2027, 3, 15), None), (date(2025, 9, 15), None), date(2026, 9, 15)),
        (date(2023, 8, 31), date(2023, 9, 1), (date(2026, 8, 31), None), (date(2025, 2, 28), None), date(2026, 2, 28)),
        (date(2024, 2, 29), date(2024, 3, 1), (date(2027, 2, 28), None),
         (date(2025, 8, 29), date(2025, 8, 31)), date(2026, 8, 28)),
        (date(2025, 2, 28), date(2025, 3, 1), (date(2028, 2, 28), date(2028, 2, 29)),
         (date(2026, 8, 28), date(2026, 8, 31)), date(2027, 8, 29)),
        (date(2024, 2, 28), date(2024, 2, 29), (date(2027, 2, 27), date(2027, 2, 28)),
         (date(2025, 8, 28), None), date(2026, 8, 28)),
    ],
)  # fmt: skip
def test_the_three_years_the_switch_of_route_and_the_first_day_for_verlenging(
    dated: date, first: date, termijn: tuple[date, date | None], routewissel: tuple[date, date | None],
    verlenging_from: date,
) -> None:  # fmt: skip
    years = answer(Kind.TERMIJN, pip_dated_on=dated)
    months = answer(Kind.ROUTEWISSEL, pip_dated_on=dated)
    assert (years.starts_on, years.due_on, years.lapses_on) == (first, *termijn)
    assert (months.starts_on, months.due_on, months.lapses_on) == (first, *routewissel)
    assert answer(Kind.VERLENGING_VANAF, pip_dated_on=dated).due_on == verlenging_from


def test_a_term_of_years_does_not_move_off_a_sunday() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 2, 29))
    assert outcome.due_on == date(2027, 2, 28)  # a Sunday
    assert "Algemene termijnenwet" not in outcome.sentence


def test_two_readings_are_both_named() -> None:
    assert answer(Kind.ROUTEWISSEL, pip_dated_on=date(2024, 2, 29)).sentence == (
        "18 maanden na de dagtekening van het PIP op 29 februari 2024 = 29 augustus 2025, of 31 augustus als u vanaf de "
        "eerste dag telt: houd 29 augustus aan, de termijn is pas na 31 augustus voorbij "
        "(Besluit inburgering 2021, artikel 5.4)."
    )


def test_the_end_date_of_duo_is_not_the_last_day_itself() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 3, 16))
    assert (outcome.due_on, outcome.lapses_on, outcome.info) == (date(2027, 3, 15), None, "")


def test_the_date_of_duo_goes_first_and_a_difference_is_shown() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 9, 16))
    assert outcome.due_on == date(2027, 9, 15)
    assert outcome.info == "Volgens DUO is 15 september 2027 de laatste dag; zelf berekend: 15 maart 2027."


@pytest.mark.parametrize("end", [date(2028, 2, 29), date(2028, 3, 1)])
def test_duo_settles_which_reading_it_is(end: date) -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2025, 2, 28), duo_ends_on=end)
    assert (outcome.lapses_on, outcome.info) == (None, "")
    assert (end - outcome.due_on).days == 1


def test_the_start_date_of_duo_is_enough_when_the_first_pip_was_elsewhere() -> None:
    outcome = answer(Kind.TERMIJN, duo_starts_on=date(2024, 3, 16), duo_ends_on=date(2027, 3, 16))
    assert (outcome.starts_on, outcome.due_on) == (date(2024, 3, 16), date(2027, 3, 15))


def test_another_start_date_of_duo_is_shown() -> None:
    outcome = answer(
        Kind.TERMIJN,
        pip_dated_on=date(2024, 3, 15),
        duo_starts_on=date(2024, 3, 15),
        duo_ends_on=date(2027, 3, 16),
    )
    assert outcome.info == "Volgens DUO is 15 maart 2024 de eerste dag; zelf berekend: 16 maart 2024."


def test_verlenging_is_counted_back_from_the_day_of_duo() -> None:
    outcome = answer(Kind.VERLENGING_VANAF, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 9, 16))
    assert outcome.due_on == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("kind", "dated", "due_on"),
    [
        (Kind.AANBOD, date(2025, 11, 28), date(2026, 2, 28)),  # a Saturday: a Regeling doesn't move
        (Kind.AANBOD, date(2024, 11, 29), date(2025, 2, 28)),
        (Kind.TAALSCHAKELTRAJECT, date(2025, 8, 29), date(2026, 2, 28)),
    ],
)
def test_terms_of_a_ministeriele_regeling_do_not_move(kind: Kind, dated: date, due_on: date) -> None:
    assert answer(kind, group=AS, pip_dated_on=dated).due_on == due_on


def test_the_aanbod_is_for_asielstatushouders_only() -> None:
    with pytest.raises(FactsError, match="geldt niet voor deze groep"):
        answer(Kind.AANBOD, group=GM, pip_dated_on=date(2025, 11, 28))


# --- Bezwaar (R-95, R-96) ------------------------------------------------------------------------------


def test_bezwaar_runs_from_the_day_after_and_moves_over_hemelvaart() -> None:
    outcome = answer(Kind.BEZWAAR, announced_on=date(2026, 4, 2))
    assert outcome.starts_on == date(2026, 4, 3)
    assert outcome.due_on == date(2026, 5, 18)  # Thursday Hemelvaart, Friday equated, weekend


@pytest.mark.parametrize(
    ("facts", "due_on"),
    [
        ({}, date(2026, 6, 29)),  # six weeks, a Monday
        ({"with_committee": True}, date(2026, 8, 10)),  # twelve weeks, a Monday
        ({"with_committee": True, "adjourned": True}, date(2026, 9, 21)),  # and six more
        ({"adjourned": True}, date(2026, 8, 10)),
    ],
)
def test_the_decision_counts_from_the_day_after_the_bezwaartermijn(
    facts: dict[str, bool], due_on: date
) -> None:
    outcome = answer(Kind.BESLISSING_OP_BEZWAAR, announced_on=date(2026, 4, 2), **facts)
    assert (outcome.starts_on, outcome.due_on) == (date(2026, 5, 19), due_on)


# --- Nonsense -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        (Kind.PIP, {"group": GM, "notified_on": date(2021, 12, 31)}, "De kennisgeving van DUO kan niet op 31 december 2021"),
        (Kind.PIP, {"group": GM, "notified_on": date(1, 1, 1)}, "dat is vóór 1 januari 2022"),
        (Kind.PIP, {"group": GM, "notified_on": date(9999, 12, 31)}, "dat is na 31 december 2099"),
        (Kind.PIP, {"group": AS, "notified_on": date(2026, 1, 5), "brp_registered_on": date(1899, 12, 31)}, "1 januari 1900"),
        (Kind.PIP_NA_VERHUIZING, {"brp_registered_on": date(2021, 12, 31)}, "gold de Wet inburgering 2021 nog niet"),
        (Kind.TERMIJN, {"pip_dated_on": date(2021, 6, 1)}, "De dagtekening van het PIP kan niet"),
        (Kind.TERMIJN, {"pip_dated_on": date(2024, 3, 15), "duo_ends_on": date(2024, 3, 15)}, "ligt niet na het begin"),
        (Kind.PIP, {"group": GM, "notified_on": date(2026, 1, 5),
                    "third_parties": (ThirdParty(date(2026, 2, 20), date(2026, 2, 19)),)}, "pas op 20 februari 2026 gevraagd"),
        (Kind.PIP, {"group": GM, "notified_on": date(2026, 1, 5),
                    "third_parties": (ThirdParty(date(2020, 2, 20)),)}, "niet op 20 februari 2020 zijn gevraagd"),
    ],
)  # fmt: skip
def test_nonsense_gets_a_sentence(kind: Kind, facts: dict[str, object], words: str) -> None:
    with pytest.raises(FactsError, match=words):
        answer(kind, **facts)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(FactsError) as refusal:
        answer(Kind.PIP, group=AS, notified_on=date(2020, 1, 1), brp_registered_on=date(1800, 1, 1))
    assert len(refusal.value.obstacles) == 2


# --- How a term stands ----------------------------------------------------------------------------------

DUE = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("term", "today", "expected"),
    [
        (Progress(kind=Kind.PIP, due_on=None), DUE, Standing.WAITING),
        (Progress(kind=Kind.PIP, due_on=DUE), date(2026, 2, 22), Standing.RUNNING),
        (Progress(kind=Kind.PIP, due_on=DUE), date(2026, 2, 23), Standing.DUE_SOON),  # 21 days before
        (Progress(kind=Kind.PIP, due_on=DUE), DUE, Standing.DUE_SOON),  # the last day is still in time
        (Progress(kind=Kind.PIP, due_on=DUE), date(2026, 3, 17), Standing.OVERDUE),
        (Progress(kind=Kind.PIP, due_on=DUE, awaits_third_party=True), date(2026, 3, 17), Standing.AWAITS_THIRD_PARTY),
        (Progress(kind=Kind.PIP, due_on=DUE, met_on=DUE), date(2026, 9, 1), Standing.MET),
        (Progress(kind=Kind.PIP, due_on=DUE, met_on=date(2026, 3, 17)), date(2026, 9, 1), Standing.MET_LATE),
        (Progress(kind=Kind.PIP, due_on=DUE, met_on=date(2026, 3, 17), awaits_third_party=True), DUE, Standing.MET),
        (Progress(kind=Kind.PIP, due_on=None, met_on=DUE), DUE, Standing.MET),
        (Progress(kind=Kind.PIP, due_on=DUE, stopped_on=DUE), date(2026, 9, 1), Standing.STOPPED),
        (Progress(kind=Kind.BEZWAAR, due_on=DUE), date(2026, 3, 17), Standing.PASSED),  # nobody is late
        (Progress(kind=Kind.VERLENGING_VANAF, due_on=DUE), date(2026, 3, 15), Standing.NOT_YET),
        (Progress(kind=Kind.VERLENGING_VANAF, due_on=DUE), DUE, Standing.OPEN_NOW),
        # Two readings: warn until the later one is over.
        (Progress(kind=Kind.TERMIJN, due_on=date(2028, 2, 28), lapses_on=date(2028, 2, 29)),
         date(2028, 2, 29), Standing.DUE_SOON),
        (Progress(kind=Kind.TERMIJN, due_on=date(2028, 2, 28), lapses_on=date(2028, 2, 29)),
         date(2028, 3, 1), Standing.OVERDUE),
    ],
)  # fmt: skip
def test_how_a_term_stands(term: Progress, today: date, expected: Standing) -> None:
    assert standing(term, today) == expected


# --- The table itself -----------------------------------------------------------------------------------


def test_every_kind_has_a_row() -> None:
    assert {term.kind for term in TERMS} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_rows_of_a_kind_agree_on_what_it_is(kind: Kind) -> None:
    assert len({(term.dated_by, term.nature, term.bearer) for term in terms_of(kind)}) == 1


def test_every_fact_in_the_table_exists_and_every_fact_is_used() -> None:
    used = {fact for kind in Kind for fact in facts_used_by(kind)}
    assert used == set(CATALOGUE)
    assert all(hasattr(Facts(), attribute) for attribute in CATALOGUE)


@pytest.mark.parametrize("kind", Kind)
def test_what_we_are_not_sure_of_has_a_note(kind: Kind) -> None:
    assert all(term.note for term in terms_of(kind) if term.confidence != Confidence.HIGH)


def test_what_the_gemeente_can_be_late_with() -> None:
    assert set(duties_of(Bearer.GEMEENTE)) == {
        Kind.PIP,
        Kind.PIP_NA_VERHUIZING,
        Kind.AANBOD,
        Kind.TAALSCHAKELTRAJECT,
        Kind.BESLISSING_OP_BEZWAAR,
        Kind.AANVRAAG,
        Kind.INGEBREKESTELLING,
        Kind.BOETEBESLUIT,
        Kind.ANTWOORD_OP_VERZOEK,
        Kind.TERUGBELLEN,
        Kind.EERSTE_INFORMATIE,
        Kind.KLANTMANAGER_AANWEZIG,
        Kind.KENNISMAKING,
        Kind.VOORTGANGSGESPREK,
        Kind.ANDERE_KLANTMANAGER,
        Kind.KLACHT,
        Kind.VOLGEND_BERICHT,
    }
    assert all(term.nature == Nature.DUTY for term in TERMS if term.kind in duties_of(Bearer.GEMEENTE))


def test_facts_survive_storage() -> None:
    facts = Facts(group=AS, notified_on=date(2026, 1, 5), with_committee=True)
    assert facts.to_json() == {"groep": "asielstatushouder", "kennisgeving": "2026-01-05", "commissie": True}
    assert Facts.from_json(facts.to_json()) == facts
