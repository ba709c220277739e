"""What follows from a type of request, and what stands in the way of an answer; no database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.enums import Role
from contact.enums.notices import NoticeKind
from contact.enums.requests import (
    Decision,
    Desk,
    PartyState,
    RefusalCode,
    Remedy,
    RequestState,
    RequestType,
    TranslationSource,
)
from contact.rules import notices
from contact.rules.mandates import MandateRow, mandate_obstacles, role_may_decide, roles_with_mandate
from contact.rules.requests import (
    ASKABLE,
    TYPES,
    Decider,
    Draft,
    Situation,
    answer_obstacles,
    everybody_points_away,
    referral_obstacles,
    review_obstacles,
    rule_of,
    text_obstacles,
)
from deadlines.enums import Kind

TODAY = date(2026, 3, 16)
REASON = "De groep van de ochtend heeft weer plek vanaf april."

OPEN = Situation(type=RequestType.LESTIJD, state=RequestState.OPEN)
KLANTMANAGER = Decider(id=1, has_mandate=True, is_team_lead=False)
TEAM_LEAD = Decider(id=2, has_mandate=True, is_team_lead=True)
YES = Draft(decision=Decision.TOEGEWEZEN, reason=REASON)
NO = Draft(decision=Decision.AFGEWEZEN, reason=REASON, refusal_code=RefusalCode.CONTRACT)
LATER = Draft(decision=Decision.LATER, reason=REASON, later_on=date(2026, 4, 13))


def obstacles(situation=OPEN, draft=YES, by=KLANTMANAGER):
    return answer_obstacles(situation, draft, by, today=TODAY)


# --- Types --------------------------------------------------------------------------------------------


def test_every_type_has_a_rule():
    assert set(TYPES) == set(RequestType)
    assert set(ASKABLE) == set(RequestType) - {RequestType.HERBEOORDELING}


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        (RequestType.TERUGBELLEN, Kind.TERUGBELLEN),
        (RequestType.BRIEF, Kind.ANTWOORD_OP_VERZOEK),
        (RequestType.LEERROUTE, Kind.AANVRAAG),  # eight weeks, Awb 4:13
        (RequestType.AFSCHALEN, Kind.AANVRAAG),
        (RequestType.ANDERE_KLANTMANAGER, Kind.ANDERE_KLANTMANAGER),
        (RequestType.KLACHT, Kind.KLACHT),  # six weeks, Awb 9:11
    ],
)
def test_a_type_has_its_clock(type_, kind):
    assert rule_of(type_).kind == kind


def test_what_may_be_about_the_klantmanager_is_confidential():
    assert {type_ for type_, rule in TYPES.items() if rule.is_confidential} == {
        RequestType.KLACHT,
        RequestType.ANDERE_KLANTMANAGER,
    }
    assert rule_of(RequestType.KLACHT).desk == Desk.TEAMLEIDER


def test_an_application_of_the_awb_can_be_objected_to_and_not_put_off():
    for rule in TYPES.values():
        if rule.is_application:
            assert rule.remedy == Remedy.BEZWAAR
            assert not rule.may_be_later


# --- Text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_request_says_something(text):
    assert text_obstacles(text) == ["Schrijf op wat de vraag is."]


def test_too_much_text_is_refused_with_how_much_it_is():
    assert "20000 tekens" in text_obstacles("x" * 20_000)[0]
    assert text_obstacles("x" * 5000) == []


def test_a_sign_that_no_text_has_is_refused():
    assert text_obstacles("goed\x00fout") == ["De tekst bevat een teken dat niet kan."]


def test_a_script_is_only_text():
    assert text_obstacles("<script>alert(1)</script>") == []


# --- Answering -----------------------------------------------------------------------------------------


def test_a_yes_with_a_reason_is_fine():
    assert obstacles() == []


@pytest.mark.parametrize(
    "reason", ["", "nee", "Dat kan niet", "aaaaaaaaaaaaaaaaaaaaaaaaaa", ". " * 17, "1 2 3 " * 9]
)
def test_an_answer_needs_a_sentence(reason):
    assert any("eigen woorden" in text for text in obstacles(draft=replace(YES, reason=reason)))


def test_a_refusal_needs_a_ground():
    assert obstacles(draft=replace(NO, refusal_code=None)) == [
        "Kies waarom het antwoord nee of deels nee is."
    ]
    assert obstacles(draft=NO) == []


def test_a_yes_has_no_ground_for_a_no():
    assert obstacles(draft=replace(YES, refusal_code=RefusalCode.BELEID)) != []


def test_later_needs_a_day_that_is_still_to_come():
    assert "zonder dag" in obstacles(draft=replace(LATER, later_on=None))[0]
    assert "moet nog komen" in obstacles(draft=replace(LATER, later_on=TODAY))[0]
    assert "moet nog komen" in obstacles(draft=replace(LATER, later_on=TODAY - timedelta(days=1)))[0]
    assert "half jaar" in obstacles(draft=replace(LATER, later_on=date(2027, 3, 16)))[0]
    assert obstacles(draft=LATER) == []


def test_later_can_be_said_twice_only_by_the_team_lead():
    again = replace(OPEN, times_later=1)
    assert "teamleider" in obstacles(again, LATER)[0]
    assert obstacles(again, LATER, TEAM_LEAD) == []


def test_what_the_law_gives_a_term_is_not_put_off():
    assert "kan ‘later’ niet" in obstacles(replace(OPEN, type=RequestType.LEERROUTE), LATER)[0]


def test_outside_the_mandate_there_is_no_answer():
    assert obstacles(by=replace(KLANTMANAGER, has_mandate=False)) == [
        "U hebt geen mandaat voor dit soort verzoeken. Leg het voor aan de teamleider."
    ]


@pytest.mark.parametrize(
    ("state", "word"), [(RequestState.ANSWERED, "collega"), (RequestState.WITHDRAWN, "ingetrokken")]
)
def test_who_comes_too_late_gets_one_sentence(state, word):
    (only,) = obstacles(replace(OPEN, state=state), replace(NO, reason=""))
    assert word in only


def test_the_first_decider_does_not_review_the_own_refusal():
    review = replace(OPEN, type=RequestType.HERBEOORDELING, first_decider=TEAM_LEAD.id)
    assert obstacles(review, YES, TEAM_LEAD) == [
        "U nam de eerste beslissing. Een ander dan u moet er nu naar kijken."
    ]
    assert obstacles(review, YES, replace(TEAM_LEAD, id=3)) == []


def test_another_language_needs_a_translation_or_a_confirmation():
    arabic = replace(YES, language="ar")
    assert "andere taal" in obstacles(draft=arabic)[0]
    assert obstacles(draft=replace(arabic, without_translation=True)) == []
    assert obstacles(draft=replace(arabic, translation="نعم")) == ["Kies hoe het antwoord is vertaald."]
    translated = replace(arabic, translation="نعم", translation_source=TranslationSource.PERSON)
    assert obstacles(draft=translated) == []


# --- Others ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([], False),
        ([PartyState.ASKED], False),
        ([PartyState.REFUSED], True),
        ([PartyState.REFUSED, PartyState.RETURNED], True),
        ([PartyState.REFUSED, PartyState.ASKED], False),
        ([PartyState.REFUSED, PartyState.AGREED], False),
    ],
)
def test_everybody_points_away(parties, expected):
    assert everybody_points_away(parties) is expected


def test_nobody_ends_a_request_by_pointing_at_another():
    pointing = replace(OPEN, parties=(PartyState.REFUSED,), needs_conference=True)
    assert "casusoverleg" in obstacles(pointing, NO)[0]
    assert obstacles(pointing, YES) == []
    waiting = replace(OPEN, state=RequestState.AT_PARTIES, parties=(PartyState.ASKED,))
    assert "bij een ander" in obstacles(waiting, NO)[0]


def test_who_was_sent_back_once_is_sent_on_only_by_the_team_lead():
    back = replace(OPEN, parties=(PartyState.RETURNED, PartyState.AGREED))
    assert "terug" in referral_obstacles(back, KLANTMANAGER)[0]
    assert referral_obstacles(back, TEAM_LEAD) == []


def test_a_refusal_is_reviewed_once():
    def review(decision=Decision.AFGEWEZEN, type_=RequestType.LESTIJD, already=False):
        return review_obstacles(decision=decision, type_=type_, already=already)

    assert review() == []
    assert review(Decision.DEELS) == []
    assert review(Decision.TOEGEWEZEN) != []
    assert review(None) != []
    assert review(type_=RequestType.LEERROUTE) != []  # bezwaar instead
    assert review(type_=RequestType.HERBEOORDELING) != []
    assert review(already=True) == ["Er is al één keer om een herbeoordeling gevraagd. Vaker kan niet."]


# --- Mandates --------------------------------------------------------------------------------------------


def test_without_rows_the_type_says_who_decides():
    assert role_may_decide(RequestType.VRAAG, Role.KLANTMANAGER, [], on=TODAY)
    assert not role_may_decide(RequestType.REISKOSTEN, Role.KLANTMANAGER, [], on=TODAY)
    assert roles_with_mandate(RequestType.REISKOSTEN, [], on=TODAY) == (Role.TEAMLEIDER,)


def test_a_row_holds_from_its_day_until_the_next():
    rows = [
        MandateRow(RequestType.REISKOSTEN, Role.KLANTMANAGER, True, date(2026, 3, 1)),
        MandateRow(RequestType.REISKOSTEN, Role.KLANTMANAGER, False, date(2026, 4, 1)),
    ]
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)]
    may = [role_may_decide(RequestType.REISKOSTEN, Role.KLANTMANAGER, rows, on=day) for day in days]
    assert may == [False, True, True, False]


def test_somebody_always_may_decide():
    def set_(type_=RequestType.REISKOSTEN, role=Role.TEAMLEIDER, may_decide=False, valid_from=TODAY, rows=()):
        return mandate_obstacles(
            type_=type_, role=role, may_decide=may_decide, valid_from=valid_from, rows=rows, today=TODAY
        )

    assert "niemand" in set_()[0]
    assert set_(type_=RequestType.VRAAG) == []
    assert "vandaag of later" in set_(may_decide=True, valid_from=TODAY - timedelta(days=1))[0]
    same = MandateRow(RequestType.REISKOSTEN, Role.TEAMLEIDER, True, TODAY)
    assert "al" in set_(may_decide=True, rows=[same])[0]
    assert "klantmanager of een teamleider" in set_(role=Role.PRIVACY_OFFICER, may_decide=True)[0]


def test_who_complained_about_a_closed_dossier_hears_that_staff_withdrew_it():
    moment = datetime(2026, 3, 2, 9, tzinfo=UTC)
    closed = notices.Situation(now=moment, made_at=moment, case_is_open=False)
    assert notices.why_drop(NoticeKind.REQUEST_WITHDRAWN, closed) == ""
