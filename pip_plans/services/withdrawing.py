"""Takes back at DUO what never should have been registered there. The dossier keeps what was established."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from pip_plans.enums import EventKind
from pip_plans.models import PipVersion
from pip_plans.rules.withdrawing import withdrawal_obstacles
from pip_plans.selectors import registration_of


@transaction.atomic
def withdraw_at_duo(*, version: PipVersion, reason: str, by: User) -> None:
    """Asks DUO to delete the registration of this version, once. Raises ValidationError with all that DUO would refuse on."""
    case = Case.objects.select_for_update(no_key=True).get(pk=version.pip.case_id)
    obstacles = withdrawal_obstacles(registration_of(version))
    if not says_something(reason):
        obstacles.append("Schrijf op waarom het PIP bij DUO weg moet.")
    if obstacles:
        raise ValidationError(obstacles)
    day = format_date(version.established_on, weekday=False) if version.established_on else ""
    record_event(case=case, kind=EventKind.WEG_BIJ_DUO, by=by,
                 text=f"Aan DUO gevraagd om het PIP van {day} te verwijderen. {reason.strip()}",
                 data={"version_id": version.pk, "established_on": version.established_on.isoformat()
                       if version.established_on else ""})  # fmt: skip
