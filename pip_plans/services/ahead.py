"""Sees who is ahead of the plan, and keeps what was said about a next step (PP-07)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from contact.services.one_by_one import one_by_one
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.services import meet_deadline, start_promise, stop_deadline
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, NextStep
from pip_plans.models import MOST_AHEAD_MONTHS, AheadPeriod, NextStepTalk
from pip_plans.rules.ahead import Ahead, talk_obstacles
from pip_plans.selectors.ahead import newly_ahead, no_longer_ahead, open_next_step


def promise_next_steps(*, today: date) -> int:
    """Asks for a talk with everybody who is ahead, once for a level, and takes back what isn't so any more.

    Finds them by what is, not by what happened: a night that was missed is caught up.
    """
    one_by_one(no_longer_ahead(today=today), _take_back, failure="next_step_not_stopped")
    found = {case.pk: (case, one) for case, one in newly_ahead(today=today)}
    cases = [case for case, _ in found.values()]
    return one_by_one(
        cases, lambda case: _ask_for(case, found[case.pk][1], today), failure="next_step_not_promised"
    )


def _take_back(deadline: Deadline) -> bool:
    stop_deadline(
        deadline=deadline, reason="Het niveau, het plan of de inburgeringstermijn veranderde.", by=None
    )
    return True


def _ask_for(case: Case, found: Ahead, today: date) -> bool:
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    known = case.deadlines.filter(kind=Kind.VERVOLGSTAP, about=found.aim.value, stopped_on=None)
    if not case.is_open or known.exists():  # closed, or asked by another round, a moment ago
        return False
    start_promise(case=case, kind=Kind.VERVOLGSTAP, on=today, about=found.aim.value, by=None)
    record_event(
        case=case, kind=EventKind.VOOR_OP_SCHEMA, by=None,
        data={"level": found.aim.value, "reached_on": found.reached_on.isoformat()},
        text=f"Voor op schema: niveau {found.aim.value} is gehaald op {format_date(found.reached_on, weekday=False)}. De "
             f"inburgeringstermijn loopt tot en met {format_date(found.ends_on, weekday=False)}. Bespreek de vervolgstap.",
    )  # fmt: skip
    return True


@transaction.atomic
def record_next_step(
    *, case: Case, outcome: NextStep | str, text: str, spoken_on: date, by: User
) -> NextStepTalk:
    """Keeps what was agreed, or why there is no next step; the talk is no longer asked for. The newcomer reads it too."""
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    asked = open_next_step(case, lock=True) if case.is_open else None
    obstacles = talk_obstacles(
        is_open=asked is not None, spoken_on=spoken_on, text=text, today=timezone.localdate()
    )
    if asked is None or obstacles:
        raise ValidationError([ValidationError(sentence, code=field) for field, sentence in obstacles])
    talk = NextStepTalk(
        case=case, level=asked.about, spoken_on=spoken_on, outcome=outcome, text=text.strip(), by=by
    )
    talk.full_clean(exclude=["case", "by"])
    talk.save()
    meet_deadline(case=case, kind=Kind.VERVOLGSTAP, on=spoken_on, about=asked.about, by=by)
    record_event(case=case, kind=EventKind.VERVOLGSTAP, by=by, data={"talk_id": talk.pk, "outcome": talk.outcome},
                 text=f"Vervolgstap besproken op {format_date(spoken_on, weekday=False)}: "
                      f"{talk.get_outcome_display().lower()}.")  # fmt: skip
    return talk


@transaction.atomic
def set_ahead_period(*, months: int, valid_from: date, by: User) -> AheadPeriod:
    """For the gemeente of `by`, from a day on. What was asked for stays asked for as long as it is so."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    obstacles = []
    if not 1 <= months <= MOST_AHEAD_MONTHS:
        obstacles.append(f"Kies een aantal maanden van 1 tot en met {MOST_AHEAD_MONTHS}.")
    if valid_from < timezone.localdate():
        obstacles.append("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    if obstacles:
        raise ValidationError(obstacles)
    period, _ = AheadPeriod.objects.update_or_create(
        gemeente=by.gemeente, valid_from=valid_from, defaults={"months": months, "set_by": by}
    )
    return period
