from datetime import date

import pytest

from deadlines.enums import Bearer, Kind, Nature, Standing
from deadlines.models import Deadline
from deadlines.rules import Outcome
from deadlines.selectors import Clock
from deadlines.templatetags.termijnen import badge_icon, badge_kind, stand


@pytest.mark.parametrize(
    ("standing", "days_left", "done", "words"),
    [
        (Standing.RUNNING, 40, {}, "Loopt, nog 40 dagen"),
        (Standing.DUE_SOON, 1, {}, "Bijna om, nog 1 dag"),
        (Standing.DUE_SOON, 0, {}, "Bijna om, vandaag is de laatste dag"),
        (Standing.OVERDUE, -1, {}, "Te laat, 1 dag"),
        (Standing.OVERDUE, -12, {}, "Te laat, 12 dagen"),
        (Standing.WAITING, None, {}, "Nog niet begonnen"),
        (Standing.NOT_YET, 200, {}, "Kan nog niet"),
        (Standing.MET_LATE, None, {"met_on": date(2026, 8, 12)}, "Te laat gedaan op 12 augustus 2026"),
        (Standing.STOPPED, None, {"stopped_on": date(2026, 8, 12)}, "Gestopt op 12 augustus 2026"),
    ],
)
def test_the_badge_says_how_a_term_stands(
    standing: Standing, days_left: int | None, done: dict[str, date], words: str
) -> None:
    clock = Clock(
        deadline=Deadline(kind=Kind.PIP, **done),
        outcome=Outcome(kind=Kind.PIP, rule_id="R-02"),
        standing=standing,
        days_left=days_left,
        bearer=Bearer.GEMEENTE,
        nature=Nature.DUTY,
    )
    assert stand(clock) == words


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_a_look(standing: Standing) -> None:
    assert badge_kind(standing)
    assert badge_icon(standing)
