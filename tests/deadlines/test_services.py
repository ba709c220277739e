from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from cases.models import Case
from cases.services import close_case
from deadlines import services
from deadlines.enums import Kind, Standing
from deadlines.models import Deadline, EquatedDay, ThirdPartyRequest
from deadlines.rules import Facts
from deadlines.selectors import calendar, changed_by, clocks, explained, facts_of, with_day
from tests.deadlines.examples import AS, CALENDAR, GM
from tests.factories import CaseFactory

PIP_FACTS = Facts(group=GM, notified_on=date(2026, 1, 5))  # until Monday 16 March
OTHER_FACTS = Facts(group=GM, notified_on=date(2026, 2, 16))  # until Tuesday 28 April


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def pip(case: Case, klantmanager: User) -> Deadline:
    return services.start_deadline(case=case, kind=Kind.PIP, facts=PIP_FACTS, by=klantmanager)


def last_event(case: Case) -> tuple[str, str]:
    event = case.events.order_by("-id")[0]
    return event.kind, event.text


# --- Starting -------------------------------------------------------------------------------------------


def test_starting_keeps_the_rule_and_its_day_and_says_so(case: Case, pip: Deadline) -> None:
    pip.refresh_from_db()
    assert (pip.rule_id, pip.due_on, pip.lapses_on) == ("R-02", date(2026, 3, 16), None)
    assert last_event(case) == (
        "termijn.gestart",
        f"Termijn gestart: PIP vaststellen. {pip.outcome.sentence}",
    )


def test_the_same_facts_again_are_the_same_term(case: Case, pip: Deadline) -> None:
    before = case.events.count()
    assert services.start_deadline(case=case, kind=Kind.PIP, facts=PIP_FACTS, by=None) == pip
    assert case.events.count() == before


def test_a_repeated_message_does_not_restart_what_was_met(case: Case, pip: Deadline) -> None:
    services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 3, 2), by=None)
    assert services.start_deadline(case=case, kind=Kind.PIP, facts=PIP_FACTS, by=None) == pip


def test_other_facts_while_it_runs_are_refused_with_the_way_out(case: Case, pip: Deadline) -> None:
    with pytest.raises(ValidationError, match=r"loopt al: 10 weken .* Verbeter de gegevens"):
        services.start_deadline(case=case, kind=Kind.PIP, facts=OTHER_FACTS, by=None)


def test_a_term_can_wait_for_its_first_day(case: Case) -> None:
    facts = Facts(group=AS, notified_on=date(2025, 12, 1))
    waiting = services.start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)
    assert waiting.due_on is None
    assert waiting.standing(date(2026, 3, 2)) == Standing.WAITING


def test_nonsense_is_refused_and_leaves_nothing(case: Case) -> None:
    with pytest.raises(ValidationError, match="dat is vóór 1 januari 2022"):
        services.start_deadline(
            case=case, kind=Kind.PIP, facts=Facts(group=GM, notified_on=date(2020, 1, 1)), by=None
        )
    assert not case.deadlines.exists()


def test_a_closed_case_starts_no_term(case: Case) -> None:
    close_case(case=case, on=date(2026, 3, 1), reason="Verhuisd", by=None)
    with pytest.raises(ValidationError, match="gesloten"):
        services.start_deadline(case=case, kind=Kind.PIP, facts=PIP_FACTS, by=None)


def test_each_besluit_has_its_own_bezwaar(case: Case) -> None:
    days = (date(2026, 1, 15), date(2026, 2, 26))
    for day in days:
        services.start_deadline(case=case, kind=Kind.BEZWAAR, facts=Facts(announced_on=day), by=None)
    assert set(case.deadlines.values_list("about", flat=True)) == {"2026-01-15", "2026-02-26"}


def test_the_case_knows_the_facts_of_its_pip_term(case: Case) -> None:
    assert facts_of(case) == Facts(
        group=AS, notified_on=date(2026, 2, 16), brp_registered_on=date(2026, 2, 9)
    )


# --- Meeting, correcting, stopping ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "standing"), [(date(2026, 3, 16), Standing.MET), (date(2026, 3, 17), Standing.MET_LATE)]
)
def test_meeting_in_time_and_late(case: Case, pip: Deadline, day: date, standing: Standing) -> None:
    with time_machine.travel(date(2026, 4, 1)):
        met = services.meet_deadline(case=case, kind=Kind.PIP, on=day, by=None)
    assert met.standing(date(2026, 4, 1)) == standing
    assert last_event(case)[0] == "termijn.gehaald"


def test_meeting_what_does_not_run_is_no_error(case: Case) -> None:
    assert services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 3, 2), by=None) is None


def test_nothing_is_met_tomorrow(case: Case, pip: Deadline) -> None:
    with pytest.raises(ValidationError, match="die dag moet nog komen"):
        services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 3, 3), by=None)


def test_a_correction_shows_before_and_after(case: Case, pip: Deadline, klantmanager: User) -> None:
    services.correct_facts(
        deadline=pip, facts=OTHER_FACTS, reason="De brief was van 16 februari.", by=klantmanager
    )
    kind, text = last_event(case)
    assert kind == "termijn.verbeterd"
    assert text.startswith(
        "De brief was van 16 februari. De dag was 16 maart 2026 en is nu 28 april 2026. 10 weken na"
    )
    event = case.events.order_by("-id")[0]
    assert event.data["facts_before"]["kennisgeving"] == "2026-01-05"
    assert event.data["facts_after"]["kennisgeving"] == "2026-02-16"
    assert (event.data["due_on_before"], event.data["due_on"]) == ("2026-03-16", "2026-04-28")


def test_the_registration_that_a_term_waited_for_starts_its_clock(case: Case) -> None:
    facts = Facts(group=AS, notified_on=date(2025, 12, 1))
    waiting = services.start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)
    known = Facts(group=AS, notified_on=date(2025, 12, 1), brp_registered_on=date(2026, 2, 14))
    assert services.correct_facts(
        deadline=waiting, facts=known, reason="Ingeschreven.", by=None
    ).due_on == date(2026, 4, 28)


def test_a_correction_that_changes_nothing_is_not_recorded(case: Case, pip: Deadline) -> None:
    before = case.events.count()
    services.correct_facts(deadline=pip, facts=PIP_FACTS, reason="", by=None)
    assert case.events.count() == before


def test_a_new_end_from_duo_moves_what_is_counted_from_it(case: Case) -> None:
    first = Facts(pip_dated_on=date(2024, 3, 15))
    termijn, verlenging = (
        services.start_deadline(case=case, kind=kind, facts=first, by=None)
        for kind in (Kind.TERMIJN, Kind.VERLENGING_VANAF)
    )
    longer = Facts(pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 9, 16))
    services.correct_facts(deadline=termijn, facts=longer, reason="Verlengd door DUO.", by=None)
    verlenging.refresh_from_db()
    assert verlenging.due_on == date(2027, 3, 15)


def test_a_correction_needs_a_reason(pip: Deadline) -> None:
    with pytest.raises(ValidationError, match="Geef een reden"):
        services.correct_facts(deadline=pip, facts=OTHER_FACTS, reason=" ", by=None)


def test_stopping_ends_all_that_is_open_with_its_reason(case: Case, pip: Deadline) -> None:
    services.start_deadline(
        case=case, kind=Kind.BEZWAAR, facts=Facts(announced_on=date(2026, 2, 26)), by=None
    )
    assert services.stop_deadlines(case=case, reason="De inburgeraar is verhuisd.", by=None) == 2
    assert not case.deadlines.open().exists()
    assert last_event(case)[1].endswith("Reden: De inburgeraar is verhuisd.")
    assert services.stop_deadlines(case=case, reason="Nog eens.", by=None) == 0


def test_a_bezwaar_gets_its_answer_also_when_the_dossier_is_closed(case: Case, pip: Deadline) -> None:
    facts = Facts(announced_on=date(2026, 2, 26))
    decision = services.start_deadline(case=case, kind=Kind.BESLISSING_OP_BEZWAAR, facts=facts, by=None)
    assert services.stop_deadlines(case=case, reason="De inburgeraar is verhuisd.", by=None) == 1
    assert case.deadlines.open().get() == decision


def test_a_stopped_term_is_not_corrected(case: Case, pip: Deadline) -> None:
    services.stop_deadlines(case=case, reason="Verhuisd.", by=None)
    with pytest.raises(ValidationError, match="gestopt op 2 maart 2026"):
        services.correct_facts(deadline=pip, facts=OTHER_FACTS, reason="Toch anders", by=None)


# --- Third parties --------------------------------------------------------------------------------------


@pytest.fixture
def asked(case: Case, pip: Deadline, klantmanager: User) -> ThirdPartyRequest:
    return services.ask_third_party(
        case=case, party="IDW", what="Waardering van het diploma", asked_on=date(2026, 2, 20), by=klantmanager
    )


def test_asking_lets_the_term_be_exceeded(case: Case, pip: Deadline, asked: ThirdPartyRequest) -> None:
    pip.refresh_from_db()
    assert (pip.due_on, pip.awaits_third_party) == (date(2026, 3, 16), True)
    assert pip.standing(date(2026, 4, 1)) == Standing.AWAITS_THIRD_PARTY
    assert last_event(case)[1].startswith(
        "Gevraagd aan IDW op 20 februari 2026: Waardering van het diploma. 10 weken"
    )


def test_receiving_gives_two_weeks(pip: Deadline, asked: ThirdPartyRequest) -> None:
    with time_machine.travel(date(2026, 4, 22)):
        services.receive_from_third_party(request=asked, received_on=date(2026, 4, 21), by=None)
    pip.refresh_from_db()
    assert (pip.due_on, pip.awaits_third_party) == (date(2026, 5, 6), False)
    assert pip.standing(date(2026, 5, 7)) == Standing.OVERDUE


def test_receiving_twice_is_refused(asked: ThirdPartyRequest) -> None:
    services.receive_from_third_party(request=asked, received_on=date(2026, 3, 1), by=None)
    with pytest.raises(ValidationError, match="al beantwoord"):
        services.receive_from_third_party(request=asked, received_on=date(2026, 3, 2), by=None)


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 2, 19), "pas op 20 februari"), (date(2026, 3, 3), "moet nog komen")]
)
def test_receiving_before_asking_or_tomorrow_is_refused(
    asked: ThirdPartyRequest, day: date, words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        services.receive_from_third_party(request=asked, received_on=day, by=None)


def test_a_withdrawn_request_no_longer_helps_but_stays(pip: Deadline, asked: ThirdPartyRequest) -> None:
    services.withdraw_request(request=asked, reason="Niet nodig", by=None)
    pip.refresh_from_db()
    assert not pip.awaits_third_party
    assert ThirdPartyRequest.objects.get().withdrawn_reason == "Niet nodig"


def test_everything_that_is_wrong_with_a_request_is_said_at_once(case: Case, pip: Deadline) -> None:
    with time_machine.travel(date(2026, 4, 1)), pytest.raises(ValidationError) as refusal:
        services.ask_third_party(case=case, party=" ", what="", asked_on=date(2026, 5, 1), by=None)
    assert len(refusal.value.messages) == 4  # no party, no information, in the future, after the term


def test_there_is_nothing_to_exceed_without_a_term(case: Case) -> None:
    with pytest.raises(ValidationError, match="geen lopende termijn"):
        services.ask_third_party(case=case, party="IDW", what="Diploma", asked_on=date(2026, 2, 20), by=None)


# --- Equated days ---------------------------------------------------------------------------------------


def test_the_days_of_both_besluiten_are_there(db: None) -> None:
    assert calendar().equated.keys() == CALENDAR.equated.keys()


def test_a_new_equated_day_moves_the_terms_that_end_on_it(
    case: Case, pip: Deadline, klantmanager: User
) -> None:
    other = services.start_deadline(
        case=CaseFactory(klantmanager=klantmanager), kind=Kind.PIP, facts=OTHER_FACTS, by=None
    )
    assert services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=klantmanager) == 1
    pip.refresh_from_db()
    other.refresh_from_db()
    assert (pip.due_on, other.due_on) == (date(2026, 3, 17), date(2026, 4, 28))
    assert "16 maart 2026 is een gelijkgestelde dag geworden (KB 1)" in last_event(case)[1]


def test_removing_it_moves_them_back(pip: Deadline, klantmanager: User) -> None:
    services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=klantmanager)
    row = EquatedDay.objects.get(day=date(2026, 3, 16))
    assert services.remove_equated_day(equated_day=row, by=klantmanager) == 1
    pip.refresh_from_db()
    assert pip.due_on == date(2026, 3, 16)


def test_a_term_that_was_met_stays_as_it_was(case: Case, pip: Deadline) -> None:
    services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 3, 2), by=None)
    assert services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=None) == 0


def test_a_day_reaches_through_to_the_term_that_follows(case: Case) -> None:
    """Bezwaar until Monday 9 March, and the decision counts on from its end."""
    decision = Facts(announced_on=date(2026, 1, 26))
    services.start_deadline(case=case, kind=Kind.BESLISSING_OP_BEZWAAR, facts=decision, by=None)
    day = date(2026, 3, 9)
    moving = [(row.due_on, row.outcome.due_on) for row in changed_by(with_day(day, "KB"), day=day)]
    assert moving == [(date(2026, 4, 20), date(2026, 4, 21))]
    assert services.add_equated_day(day=day, source="KB 1", by=None) == 1


@pytest.mark.parametrize(
    ("day", "source", "words"),
    [
        (date(2026, 3, 14), "KB", "zaterdag of zondag"),
        (date(2026, 4, 27), "KB", "al een feestdag: Koningsdag"),
        (date(2026, 5, 15), "KB", "staat al in de tabel"),
        (date(2026, 3, 16), " ", "dit veld|koninklijk besluit"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused(db: None, day: date, source: str, words: str) -> None:
    with pytest.raises(ValidationError, match=rf"(?i){words}"):
        services.add_equated_day(day=day, source=source, by=None)


def test_what_was_added_and_taken_out_is_remembered(db: None) -> None:
    services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=None)
    services.remove_equated_day(equated_day=EquatedDay.objects.get(day=date(2026, 3, 16)), by=None)
    history = EquatedDay.pgh_event_model.objects.filter(day=date(2026, 3, 16)).order_by("pgh_id")
    assert list(history.values_list("pgh_label", flat=True)) == ["insert", "delete"]


# --- The database refuses nonsense ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("one_open_deadline_a_case_and_kind", {"kind": "pip"}),
        ("deadline_kind_is_known", {"kind": "zoiets"}),
        ("deadline_is_met_or_stopped_not_both",
         {"kind": "termijn", "met_on": date(2026, 3, 1), "stopped_on": date(2026, 3, 1), "stopped_reason": "x"}),
        ("stopped_deadline_has_a_reason", {"kind": "termijn", "stopped_on": date(2026, 3, 1)}),
        ("deadline_lapses_after_it_is_due",
         {"kind": "termijn", "due_on": date(2026, 3, 2), "lapses_on": date(2026, 3, 1)}),
    ],
)  # fmt: skip
def test_the_database_refuses(case: Case, pip: Deadline, constraint: str, fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Deadline.objects.create(case=case, **fields)


# --- Reading --------------------------------------------------------------------------------------------


def test_the_row_and_its_explanation_agree(case: Case, pip: Deadline) -> None:
    assert pip.outcome.due_on == pip.due_on


def test_explaining_a_list_takes_five_queries_however_long_it_is(
    case: Case, pip: Deadline, asked: ThirdPartyRequest, django_assert_num_queries: object
) -> None:
    for kind, facts in [
        (Kind.TERMIJN, Facts(pip_dated_on=date(2026, 2, 26))),
        (Kind.ROUTEWISSEL, Facts(pip_dated_on=date(2026, 2, 26))),
        (Kind.BEZWAAR, Facts(announced_on=date(2026, 2, 26))),
    ]:
        services.start_deadline(case=case, kind=kind, facts=facts, by=None)
    with django_assert_num_queries(5):  # type: ignore[operator]
        assert len([deadline.outcome for deadline in explained(case.deadlines.all())]) == 4


def test_the_most_urgent_clock_comes_first_and_what_is_done_last(case: Case, pip: Deadline) -> None:
    facts = Facts(pip_dated_on=date(2026, 2, 26))
    services.start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)
    services.start_deadline(
        case=case, kind=Kind.BEZWAAR, facts=Facts(announced_on=date(2026, 2, 26)), by=None
    )
    services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 2, 26), by=None)
    shown = clocks(case, today=date(2026, 3, 2))
    assert [clock.deadline.kind for clock in shown] == [Kind.BEZWAAR, Kind.TERMIJN, Kind.PIP]
    assert [clock.days_left for clock in shown] == [(date(2026, 4, 9) - date(2026, 3, 2)).days, 1092, None]
