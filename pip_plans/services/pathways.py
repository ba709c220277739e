"""The ways after the route, as a gemeente offers them."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from pip_plans.enums import PathwayKind
from pip_plans.models import Pathway


@transaction.atomic
def save_pathway(
    *, name: str, kind: PathwayKind | str, by: User, explanation: str = "", is_offered: bool = True
) -> Pathway:
    """Adds or changes the way with this name, for the gemeente of `by`. Plans keep the name that they were made with."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    name = " ".join(name.split())
    found = Pathway.objects.select_for_update().filter(gemeente=by.gemeente, name=name).first()
    way = found or Pathway(gemeente=by.gemeente, name=name)
    way.kind, way.explanation, way.is_offered, way.changed_by = kind, explanation.strip(), is_offered, by
    way.full_clean(exclude=["gemeente", "changed_by"])
    way.save()
    return way
