"""How long a newcomer may read a concept, as the gemeente chooses."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from pip_plans.models import MOST_REVIEW_DAYS, ReviewPeriod


@transaction.atomic
def set_review_period(*, days: int, valid_from: date, by: User) -> ReviewPeriod:
    """For the gemeente of `by`, from a day on. A concept that was shared earlier keeps its own days."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    if not 1 <= days <= MOST_REVIEW_DAYS:
        raise ValidationError(f"Kies een aantal dagen van 1 tot en met {MOST_REVIEW_DAYS}.")
    if valid_from < timezone.localdate():
        raise ValidationError("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    period, _ = ReviewPeriod.objects.update_or_create(
        gemeente=by.gemeente, valid_from=valid_from, defaults={"days": days, "set_by": by}
    )
    return period
