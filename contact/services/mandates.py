"""Setting who may decide: always from a day on, so that what was decided before stays within its mandate."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, User
from contact.enums.requests import RequestType
from contact.models import Mandate
from contact.rules.mandates import mandate_obstacles
from contact.selectors.mandates import mandate_rows
from contact.services.requests import escalate_without_mandate


@transaction.atomic
def set_mandate(
    *, gemeente: Gemeente, type_: RequestType, role: Role, may_decide: bool, valid_from: date, by: User
) -> Mandate:
    """Adds a row. Raises ValidationError when it would begin in the past or leave nobody who may decide.

    From that day on, open requests don't stay with who lost the mandate: today at once, later by the clock.
    """
    if by.gemeente_id != gemeente.pk or not by.has_role(Role.FUNCTIONEEL_BEHEERDER):
        raise PermissionDenied
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    today = timezone.localdate()
    obstacles = mandate_obstacles(
        type_=type_, role=role, may_decide=may_decide, valid_from=valid_from, rows=mandate_rows(gemeente.pk),
        today=today,
    )  # fmt: skip
    if obstacles:
        raise ValidationError(obstacles)
    mandate = Mandate.objects.create(
        gemeente=gemeente, type=type_, role=role, may_decide=may_decide, valid_from=valid_from, set_by=by
    )
    if valid_from == today:
        escalate_without_mandate(today=today, gemeente=gemeente)
    return mandate
