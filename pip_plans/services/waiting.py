"""Keeps when the lessons began."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind
from pip_plans.models import Pip
from pip_plans.rules.waiting import first_lesson_obstacles


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
