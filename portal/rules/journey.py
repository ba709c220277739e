"""The facts of one newcomer that the other rules need."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.enums import Group
from pip_plans.enums import Leerroute


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Something that was agreed in the plan, with a day on or before which it is done."""

    id: int
    on: date
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class Journey:
    """What is known today. None means: not known yet, or not happened.

    `plan_on` is the day of the plan that holds now, `first_plan_on` that of the first one, perhaps of another gemeente:
    from that day the three years run.
    """

    today: date
    is_open: bool = True
    group: Group | str = ""
    notified_on: date | None = None
    registered_on: date | None = None
    intake_started_on: date | None = None
    intake_done_on: date | None = None
    test_on: date | None = None
    plan_due_on: date | None = None
    plan_awaits_others: bool = False
    has_moved: bool = False
    first_plan_on: date | None = None
    plan_on: date | None = None
    plan_is_unilateral: bool = False
    route: Leerroute | str = ""
    object_until: date | None = None
    term_until: date | None = None
    next_talk_on: date | None = None
    concept_is_shared: bool = False
    agreements: tuple[Agreement, ...] = ()

    @property
    def term_from(self) -> date | None:
        """The first day of the three years (Wet inburgering 2021, artikel 11): the day after the first plan."""
        return self.first_plan_on + timedelta(days=1) if self.first_plan_on else None

    @property
    def plan_is_late(self) -> bool:
        """The gemeente is past its day, and nobody else is to blame."""
        return (
            self.plan_on is None
            and self.plan_due_on is not None
            and self.today > self.plan_due_on
            and not self.plan_awaits_others
        )
