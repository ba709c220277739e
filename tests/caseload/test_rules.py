"""Why a dossier is on the list, how urgent that is, what to do first."""

from datetime import date, timedelta

import pytest

from caseload.enums import Level, Phase, Source
from caseload.rules import Signal, by_risk, next_step, phase_of, reason_for
from deadlines.enums import Kind

TODAY = date(2026, 3, 16)


def term(days: int, kind: Kind = Kind.PIP, *, waits: bool = False, grace: int | None = None) -> Signal:
    on = TODAY + timedelta(days=days)
    lapses = on + timedelta(days=grace) if grace is not None else None
    return Signal(Source.DEADLINE, 1, on, kind, lapses, waits)


@pytest.mark.parametrize(
    ("signal", "level", "words"),
    [
        (
            term(-1),
            Level.LATE,
            "1 dag te laat (uiterlijk 15 maart 2026). Zonder PIP kan de nieuwkomer niet beginnen.",
        ),
        (
            term(-10, Kind.TERMIJN),
            Level.LATE,
            "Inburgeringstermijn: 10 dagen te laat (uiterlijk 6 maart 2026).",
        ),
        (term(-1, grace=3), Level.SOON, "vandaag is de laatste dag"),
        (term(0), Level.SOON, "vandaag is de laatste dag"),
        (term(14), Level.SOON, "nog 14 dagen, uiterlijk maandag 30 maart 2026"),
        (term(15), Level.TODO, "nog 15 dagen"),
        (term(-5, waits=True), Level.WAITING, "wacht op informatie van een ander"),
        (Signal(Source.NEW, 1, TODAY - timedelta(days=14)), Level.TODO, "Nieuw sinds 2 maart 2026"),
        (
            Signal(Source.NEW, 1, TODAY - timedelta(days=15)),
            Level.SOON,
            "Wacht al 15 dagen op een brede intake",
        ),
        (Signal(Source.INTAKE, 1, TODAY), Level.TODO, "is vandaag gestart"),
        (Signal(Source.INTAKE, 1, TODAY - timedelta(days=28)), Level.TODO, "loopt 28 dagen"),
        (Signal(Source.INTAKE, 1, TODAY - timedelta(days=29)), Level.SOON, "loopt 29 dagen"),
        (Signal(Source.DUO, 1, TODAY, "DUO nam het PIP niet aan."), Level.STUCK, "DUO nam het PIP niet aan."),
        (Signal(Source.UNGUIDED, 1, TODAY), Level.NOBODY, "niemand die dit dossier begeleidt"),
    ],
)
def test_each_reason_has_its_words_and_risk(signal: Signal, level: Level, words: str) -> None:
    reason = reason_for(signal, today=TODAY)
    assert (reason.level, words in reason.text) == (level, True), reason.text


def test_most_risk_comes_first_and_then_what_waits_longest() -> None:
    signals = [
        term(3),
        term(-1),
        term(-9),
        Signal(Source.NEW, 2, TODAY),
        Signal(Source.DUO, 3, TODAY, "Geweigerd"),
    ]
    ordered = [reason.signal for reason in by_risk(reason_for(signal, today=TODAY) for signal in signals)]
    assert ordered == [signals[2], signals[1], signals[4], signals[0], signals[3]]


DAYS = [date(2026, 1, day) for day in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("known", "phase"), [(1, Phase.ARRIVED), (2, Phase.INTAKE), (3, Phase.PLAN), (4, Phase.ROUTE)]
)
def test_the_phase_follows_from_what_was_done(known: int, phase: Phase) -> None:
    opened, *rest = [day if number < known else None for number, day in enumerate(DAYS)]
    assert opened
    names = ("intake_started_on", "intake_completed_on", "pip_established_on")
    assert phase_of(opened_on=opened, **dict(zip(names, rest, strict=True))) == (phase, DAYS[known - 1])


@pytest.mark.parametrize(
    ("signal", "phase", "page"),
    [
        (term(1), Phase.ARRIVED, "intake"),
        (term(1), Phase.PLAN, "pip"),
        (term(1, Kind.TERMIJN), Phase.ROUTE, "termijnen"),
        (Signal(Source.DUO, 1, TODAY, ""), Phase.ROUTE, "pip"),
        (Signal(Source.UNGUIDED, 1, TODAY), Phase.ARRIVED, "dossier-klantmanager"),
        (Signal(Source.INTAKE, 1, TODAY), Phase.INTAKE, "intake"),
    ],
)
def test_the_step_leads_to_the_page_where_it_is_done(signal: Signal, phase: Phase, page: str) -> None:
    assert next_step(reason_for(signal, today=TODAY), phase).url_name == page
