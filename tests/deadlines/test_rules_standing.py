"""How a term stands on a day."""

from datetime import date

import pytest

from deadlines.enums import Kind, Standing
from deadlines.rules import (
    Progress,
    standing,
)

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
