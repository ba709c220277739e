"""Keeps when the lessons began, and what somebody does until then."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from pip_plans.enums import Bridge, EventKind
from pip_plans.models import BridgingActivity, Pip
from pip_plans.rules.waiting import bridging_obstacles, first_lesson_obstacles


@transaction.atomic
def record_first_lesson(*, case: Case, on: date, by: User) -> Pip:
    """Ends the wait of somebody. Another day corrects the first; the history of the case keeps both."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if obstacles := first_lesson_obstacles(on, today=timezone.localdate(), case_is_open=case.is_open):
        raise ValidationError(obstacles)
    pip, _ = Pip.objects.get_or_create(case=case)
    if pip.first_lesson_on == on:
        return pip
    pip.first_lesson_on = on
    pip.save(update_fields=["first_lesson_on"])
    record_event(case=case, kind=EventKind.EERSTE_LES, by=by, data={"on": on.isoformat()},
                 text=f"De eerste les was op {format_date(on, weekday=False)}.")  # fmt: skip
    return pip


@transaction.atomic
def record_bridging(
    *, case: Case, kind: Bridge | str, from_on: date, by: User, what: str = "", until_on: date | None = None
) -> BridgingActivity:
    """Keeps what somebody does while waiting (PP-58). The same twice is one."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if obstacles := bridging_obstacles(
        from_on, until_on, today=timezone.localdate(), case_is_open=case.is_open
    ):
        raise ValidationError(obstacles)
    pip, _ = Pip.objects.get_or_create(case=case)
    said = {"kind": kind, "from_on": from_on, "until_on": until_on, "what": what.strip()}
    if same := BridgingActivity.objects.filter(pip=pip, **said).first():
        return same
    activity = BridgingActivity(pip=pip, noted_by=by, **said)
    activity.full_clean(exclude=["pip"])
    activity.save()
    record_event(case=case, kind=EventKind.OVERBRUGGING, by=by, data={"bridging_id": activity.pk, "kind": activity.kind},
                 text=f"Tot de eerste les: {activity}, vanaf {format_date(from_on, weekday=False)}.")  # fmt: skip
    return activity


@transaction.atomic
def end_bridging(*, activity: BridgingActivity, by: User) -> BridgingActivity:
    """Today is the last day. Ended already, it stays as it is."""
    activity = (
        BridgingActivity.objects.select_for_update(of=("self",))
        .select_related("pip__case")
        .get(pk=activity.pk)
    )
    today = timezone.localdate()
    if activity.until_on and activity.until_on <= today:
        return activity
    activity.until_on = today
    activity.save(update_fields=["until_on"])
    record_event(case=activity.pip.case, kind=EventKind.OVERBRUGGING_GESTOPT, by=by,
                 data={"bridging_id": activity.pk}, text=f"Gestopt: {activity}.")  # fmt: skip
    return activity
