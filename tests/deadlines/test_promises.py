"""How long the gemeente gives itself, and the terms that start from it."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Gemeente, User
from cases.models import Case
from cases.services import close_case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import PromiseTerm
from deadlines.rules import Length, Unit
from deadlines.selectors import promise_length, promise_settings
from tests.factories import GemeenteFactory

TODAY = date(2026, 3, 2)
FIVE = Length(5, Unit.WORKING_DAYS)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


def choose(gemeente: Gemeente, length: Length, valid_from: date, by: User | None = None) -> PromiseTerm:
    return services.set_promise_term(
        gemeente=gemeente, kind=Kind.ANTWOORD_OP_VERZOEK, length=length, valid_from=valid_from, by=by
    )


def asked(gemeente: Gemeente, day: date) -> Length:
    return promise_length(gemeente, Kind.ANTWOORD_OP_VERZOEK, day)


# --- Settings --------------------------------------------------------------------------------------------------


def test_a_gemeente_that_chose_nothing_has_the_default(gemeente: Gemeente) -> None:
    assert asked(gemeente, TODAY) == Length(10, Unit.WORKING_DAYS)


def test_a_choice_holds_from_its_day_for_this_gemeente_alone(gemeente: Gemeente) -> None:
    choose(gemeente, FIVE, date(2026, 3, 16))
    assert asked(gemeente, date(2026, 3, 15)) == Length(10, Unit.WORKING_DAYS)
    assert asked(gemeente, date(2026, 3, 16)) == FIVE
    assert asked(GemeenteFactory(), date(2026, 3, 16)) == Length(10, Unit.WORKING_DAYS)


def test_a_later_choice_for_the_same_day_replaces_the_first_and_both_stay(gemeente: Gemeente) -> None:
    choose(gemeente, FIVE, date(2026, 3, 16))
    choose(gemeente, Length(8, Unit.WORKING_DAYS), date(2026, 3, 16))
    assert asked(gemeente, date(2026, 4, 1)) == Length(8, Unit.WORKING_DAYS)
    setting = next(
        s for s in promise_settings(gemeente, on=TODAY) if s.promise.kind == Kind.ANTWOORD_OP_VERZOEK
    )
    assert len(setting.rows) == 2
    assert [row.length.number for row in setting.coming] == [8]
    assert setting.is_default


def test_what_was_promised_in_the_past_does_not_change(gemeente: Gemeente) -> None:
    with pytest.raises(ValidationError, match="die dag is voorbij"):
        choose(gemeente, FIVE, date(2026, 3, 1))
    assert not PromiseTerm.objects.exists()


def test_a_term_of_the_law_is_not_chosen(gemeente: Gemeente) -> None:
    with pytest.raises(ValidationError, match="deze termijn staat in de wet"):
        services.set_promise_term(gemeente=gemeente, kind=Kind.PIP, length=FIVE, valid_from=TODAY, by=None)


@pytest.mark.parametrize(
    ("length", "words"),
    [(Length(0, Unit.WEEKS), "Kies een aantal"), (Length(401, Unit.DAYS), "Kies een aantal")],
)
def test_a_length_that_makes_no_sense_is_refused(gemeente: Gemeente, length: Length, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        choose(gemeente, length, TODAY)


def test_the_law_bounds_some_promises(gemeente: Gemeente) -> None:
    with pytest.raises(ValidationError, match="hoogstens 10 weken"):
        services.set_promise_term(
            gemeente=gemeente, kind=Kind.KLACHT, length=Length(3, Unit.MONTHS), valid_from=TODAY, by=None
        )


# --- Terms -------------------------------------------------------------------------------------------------------


def promise(case: Case, on: date = TODAY, about: str = "verzoek:12") -> object:
    return services.start_promise(case=case, kind=Kind.ANTWOORD_OP_VERZOEK, on=on, by=None, about=about)


def test_a_promise_starts_as_long_as_the_gemeente_says(case: Case) -> None:
    choose(case.gemeente, FIVE, TODAY)
    assert promise(case).due_on == date(2026, 3, 9)  # type: ignore[attr-defined]


def test_a_running_promise_keeps_its_length(case: Case) -> None:
    running = services.start_promise(
        case=case, kind=Kind.ANTWOORD_OP_VERZOEK, on=TODAY, by=None, about="verzoek:12"
    )
    choose(case.gemeente, FIVE, TODAY)
    running.refresh_from_db()
    assert running.outcome.due_on == running.due_on == date(2026, 3, 16)


def test_promising_the_same_again_gives_nobody_more_time(case: Case) -> None:
    first = promise(case)
    assert promise(case, on=date(2026, 3, 2)) == first
    with time_machine.travel(date(2026, 3, 5)):
        assert promise(case, on=date(2026, 3, 5)) == first
    assert case.deadlines.count() == 1


def test_each_request_has_its_own_promise(case: Case) -> None:
    promise(case, about="verzoek:12")
    promise(case, about="verzoek:13")
    services.meet_deadline(case=case, kind=Kind.ANTWOORD_OP_VERZOEK, on=TODAY, by=None, about="verzoek:13")
    assert case.deadlines.open().get().about == "verzoek:12"


def test_meeting_what_nobody_promised_is_no_error(case: Case) -> None:
    promise(case)
    met = services.meet_deadline(
        case=case, kind=Kind.ANTWOORD_OP_VERZOEK, on=TODAY, by=None, about="verzoek:99"
    )
    assert met is None


def test_a_closed_case_promises_nothing(case: Case) -> None:
    close_case(case=case, on=TODAY, reason="Verhuisd", by=None)
    with pytest.raises(ValidationError, match="gesloten"):
        promise(case)


def test_stopping_one_leaves_the_other(case: Case, klantmanager: User) -> None:
    promise(case, about="verzoek:12")
    other = services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=TODAY, by=None)
    stopped = services.stop_deadline(deadline=other, reason="Verzoek ingetrokken", by=klantmanager)
    assert (stopped.stopped_on, stopped.next_look_on) == (TODAY, None)
    again = services.stop_deadline(deadline=other, reason="Nog eens", by=klantmanager)
    assert again.stopped_reason == "Verzoek ingetrokken"
    assert case.deadlines.open().get().kind == Kind.ANTWOORD_OP_VERZOEK


def test_stopping_needs_a_reason_and_something_to_stop(case: Case) -> None:
    row = services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=TODAY, by=None)
    services.meet_deadline(case=case, kind=Kind.TERUGBELLEN, on=TODAY, by=None)
    with pytest.raises(ValidationError) as refusal:
        services.stop_deadline(deadline=row, reason=" ", by=None)
    assert len(refusal.value.messages) == 2
