"""When a talk can be and whether it needs an interpreter, without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contact.enums.appointments import NEXT_APPOINTMENT_STATES, AppointmentState, Mode
from contact.enums.interpreters import (
    NEXT_BOOKING_STATES,
    BookingState,
    InterpreterDecision,
    InterpreterNeed,
    InterpreterSign,
)
from contact.rules.appointments import (
    AMSTERDAM,
    free_starts,
    local_moment,
    same_time_on,
    time_obstacles,
    time_warnings,
    way_obstacles,
    when_in_words,
)
from contact.rules.interpreters import Tongues, decision_obstacles, interpreter_need, interpreter_sign
from inburgering.kit.calendar import Calendar

NOW = datetime(2026, 3, 16, 9, tzinfo=AMSTERDAM)  # Monday
HOUR = timedelta(hours=1)
NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), AMSTERDAM)


# --- The clock -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2026, 3, 28), time(10), datetime(2026, 3, 28, 9, tzinfo=UTC)),  # Saturday, winter time
        (date(2026, 3, 29), time(10), datetime(2026, 3, 29, 8, tzinfo=UTC)),  # Sunday, summer time began
        (date(2026, 3, 29), time(2, 30), None),  # the hour that was skipped
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of the two
        (date(2026, 10, 26), time(10), datetime(2026, 10, 26, 9, tzinfo=UTC)),
    ],
)
def test_a_time_on_the_dutch_clock(day, clock, utc):
    assert local_moment(day, clock) == utc


@pytest.mark.parametrize(
    "before", [date(2026, 3, 27), date(2026, 10, 23)]
)  # Fridays before the clock changes
def test_a_move_over_the_change_of_the_clock_keeps_the_time(before):
    moved = same_time_on(before + timedelta(days=3), at(before, 10))
    assert moved == at(before + timedelta(days=3), 10)
    assert moved.astimezone(UTC).hour != at(before, 10).astimezone(UTC).hour


@given(day=st.dates(date(2020, 1, 1), date(2040, 12, 31)), clock=st.times())
def test_a_moment_shows_the_time_that_was_asked(day, clock):
    moment = local_moment(day, clock)
    if moment is None:
        assert clock.hour == 2
        assert day.month == 3
    else:
        assert moment.astimezone(UTC).astimezone(AMSTERDAM).time() == clock


# --- What stands in the way ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts_at", "minutes", "words"),
    [
        (NOW + HOUR, 60, []),
        (NOW, 60, ["is al voorbij"]),
        (NOW - HOUR, 60, ["Maandag 16 maart 2026 om 08:00 is al voorbij. Kies een tijd die nog komt."]),
        (NOW + timedelta(days=800), 60, ["Controleer het jaar"]),
        (NOW + HOUR, 4, ["ten minste 5 minuten"]),
        (NOW + HOUR, 481, ["ten hoogste 8 uur"]),
        (NOW - HOUR, 0, ["is al voorbij", "ten minste 5 minuten"]),
    ],
)
def test_what_stands_in_the_way_of_a_time(starts_at, minutes, words):
    found = [found.sentence for found in time_obstacles(starts_at, timedelta(minutes=minutes), now=NOW)]
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))


def test_a_wish_that_is_not_followed_asks_why():
    given = {"mode": Mode.PHONE, "place_kind": "", "wished_mode": Mode.LIVE}
    assert way_obstacles(**given, wish_reason=" ") == [
        ("De nieuwkomer wil liever: elkaar zien. Schrijf op waarom dat niet kan.", "wish_reason")
    ]
    assert way_obstacles(**given, wish_reason="Is ziek.") == []


def test_to_meet_asks_where():
    assert way_obstacles(mode=Mode.LIVE, place_kind="", wished_mode="", wish_reason="") == [
        ("Kies waar u elkaar ziet.", "place_kind")
    ]


@pytest.mark.parametrize(
    ("starts_at", "words"),
    [
        (at(date(2026, 3, 16), 9), []),
        (at(date(2026, 3, 16), 16), []),
        (at(date(2026, 3, 16), 16, 30), ["niet tussen 09:00 en 17:00"]),
        (at(date(2026, 3, 16), 8), ["niet tussen 09:00 en 17:00"]),
        (at(date(2026, 3, 21), 10), ["een zaterdag"]),
        (at(date(2026, 4, 27), 8), ["Koningsdag", "niet tussen 09:00 en 17:00"]),
    ],
)
def test_a_strange_time_gives_a_warning(starts_at, words):
    found = time_warnings(starts_at, starts_at + HOUR, Calendar())
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))


def test_when_in_words():
    assert when_in_words(NOW, NOW + HOUR) == "maandag 16 maart 2026 van 09:00 tot 10:00"


# --- Free times -----------------------------------------------------------------------------------------


def test_free_times_are_in_office_hours_on_working_days():
    friday = date(2026, 4, 24)
    found = list(free_starts(duration=HOUR, busy=[], calendar=Calendar(), not_before=at(friday, 12), days=5))
    assert {slot.date() for slot in found} == {friday, date(2026, 4, 28)}  # weekend and Koningsdag left out
    assert found[0] == at(friday, 12)
    assert max(slot.time() for slot in found) == time(16)


def test_a_taken_hour_is_not_free():
    monday = date(2026, 3, 16)
    busy = [(at(monday, 10), at(monday, 11))]
    found = list(free_starts(duration=HOUR, busy=busy, calendar=Calendar(), not_before=at(monday, 9), days=1))
    assert at(monday, 9) in found
    assert at(monday, 11) in found
    assert not {at(monday, 9, 30), at(monday, 10), at(monday, 10, 30)} & set(found)


@given(
    start=st.datetimes(NAIVE, NAIVE + timedelta(days=365), timezones=st.just(AMSTERDAM)),
    minutes=st.integers(5, 480),
    taken=st.lists(st.tuples(st.integers(0, 240), st.integers(1, 10)), max_size=8),
)
def test_no_free_time_overlaps_what_is_taken(start, minutes, taken):
    busy = [(start + HOUR * begin, start + HOUR * (begin + length)) for begin, length in taken]
    length = timedelta(minutes=minutes)
    for slot in free_starts(duration=length, busy=busy, calendar=Calendar(), not_before=start, days=10):
        assert slot >= start
        assert all(slot + length <= begin or slot >= end for begin, end in busy)
        assert not Calendar().is_day_off(slot.date())


# --- Interpreter -----------------------------------------------------------------------------------------


def tongues(newcomer: str = "", staff: str = "", wants: bool | None = None, language: str = "") -> Tongues:
    return Tongues(frozenset(newcomer.split()), frozenset(staff.split()), wants, language)


@pytest.mark.parametrize(
    ("known", "answer", "suggestion"),
    [
        (tongues(), "UNKNOWN", ""),
        (tongues("ti"), "NEEDED", ""),
        (tongues("ti", "en fr"), "NEEDED", ""),
        (tongues("ti ar", "en ar"), "NOT_NEEDED", "OWN_LANGUAGE"),
        (tongues("nl ti"), "NOT_NEEDED", "NOT_NEEDED"),
        (tongues("nl ti", "nl", wants=True), "NEEDED", ""),  # a bit of Dutch isn't enough
        (tongues("", "ar", wants=True, language="ar"), "NOT_NEEDED", "OWN_LANGUAGE"),
        (tongues("ti", wants=False), "NOT_NEEDED", "NOT_NEEDED"),
        (tongues("", wants=True, language="ti"), "NEEDED", ""),
    ],
)
def test_the_need_follows_from_the_languages_of_both(known, answer, suggestion):
    need = interpreter_need(known)
    assert need.answer == InterpreterNeed[answer]
    assert need.suggestion == (InterpreterDecision[suggestion] if suggestion else "")
    assert need.sentence.endswith(".")


@pytest.mark.parametrize(
    ("known", "decision", "reason", "refused"),
    [
        (tongues("ti"), "", "", True),
        (tongues("ti"), "NOT_NEEDED", "", True),
        (tongues("ti"), "OWN_LANGUAGE", "", True),
        (tongues("ti"), "NONE", "", True),
        (tongues("ti"), "NONE", "Geen tolk te vinden", False),
        (tongues("ti"), "INTERPRETER", "", False),
        (tongues("ti"), "PHONE_INTERPRETER", "", False),
        (tongues(), "", "", True),
        (tongues(), "NOT_NEEDED", "", False),
        (tongues("nl"), "OWN_LANGUAGE", "", False),
        (tongues("ar", "ar"), "OWN_LANGUAGE", "", False),
    ],
)
def test_which_decisions_fit(known, decision, reason, refused):
    chosen = InterpreterDecision[decision] if decision else ""
    assert bool(decision_obstacles(interpreter_need(known), known, chosen, reason)) is refused


@pytest.mark.parametrize(
    ("known", "decision", "booking", "sign"),
    [
        (tongues("ti"), "", None, "UNDECIDED"),
        (tongues("nl"), "", None, "FINE"),
        (tongues("ti"), "NOT_NEEDED", None, "UNDECIDED"),  # the languages became known afterwards
        (tongues("ti"), "NONE", None, "WITHOUT"),
        (tongues("ti"), "INTERPRETER", None, "UNBOOKED"),
        (tongues("ti"), "INTERPRETER", "REQUESTED", "REQUESTED"),
        (tongues("ti"), "PHONE_INTERPRETER", "CONFIRMED", "CONFIRMED"),
    ],
)
def test_how_the_question_of_the_interpreter_stands(known, decision, booking, sign):
    chosen = InterpreterDecision[decision] if decision else ""
    state = BookingState[booking] if booking else None
    assert interpreter_sign(interpreter_need(known), chosen, state) == InterpreterSign[sign]


# --- States ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "table"), [(AppointmentState, NEXT_APPOINTMENT_STATES), (BookingState, NEXT_BOOKING_STATES)]
)
def test_every_state_stands_in_the_table_and_can_be_reached(states, table):
    assert set(table) == set(states)
    assert {states.CONCEPT if "CONCEPT" in states.names else states.REQUESTED} | set().union(
        *table.values()
    ) == set(states)
