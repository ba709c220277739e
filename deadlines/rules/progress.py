"""The dates of a term that its standing and its reminders follow from."""

from dataclasses import dataclass
from datetime import date

from deadlines.enums import Kind


@dataclass(frozen=True, kw_only=True)
class Progress:
    """`started_on` is the day that a promise was made; a rung can count from it."""

    kind: Kind
    due_on: date | None
    started_on: date | None = None
    lapses_on: date | None = None
    awaits_third_party: bool = False
    met_on: date | None = None
    stopped_on: date | None = None

    @property
    def last_day(self) -> date | None:
        return self.lapses_on or self.due_on

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.stopped_on is None
