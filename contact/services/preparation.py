"""Sending the preparation pack of the brede intake, and how early it must be there."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import may_edit
from cases.services import record_event
from contact.enums.notices import NoticeKind
from contact.enums.preparation import PreparationEvent
from contact.models import Notice, PackPeriod
from contact.rules.preparation import MOST_PACK_DAYS
from contact.selectors.preparation import Pack, pack_of
from contact.services.notices import make_notices


@transaction.atomic
def send_pack(*, case: Case, by: User, confirmed_without_translation: bool = False) -> Pack:
    """Tells the newcomer what the brede intake and the PIP are and how to prepare, over the channel that they chose.

    Sending twice is once: the newcomer keeps the days that they had. Raises ValidationError, with code
    "no_translation" when a colleague must confirm first that it goes out in Dutch.
    """
    case = (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "gemeente")
        .get(pk=case.pk)
    )
    if not case.is_open:
        raise ValidationError(f"Dossier {case.number} is gesloten. U kunt niets meer versturen.")
    if not may_edit(by, case):
        raise ValidationError("U mag dit dossier niet wijzigen.")
    if pack := pack_of(case):
        return pack
    notices = make_notices(
        case=case, person=case.person, kind=NoticeKind.PREPARATION, source=f"voorbereiding:{case.pk}", by=by,
        confirmed_without_translation=confirmed_without_translation,
    )  # fmt: skip
    record_event(
        case=case, kind=PreparationEvent.SENT, by=by, text=f"Voorbereidingspakket verstuurd{_how(notices)}.",
        data={"notices": [notice.pk for notice in notices], "language": notices[0].language},
    )  # fmt: skip
    portal, *others = notices
    return Pack(portal, tuple(others))


def _how(notices: list[Notice]) -> str:
    return " in het Nederlands, zonder vertaling" if notices[0].without_translation else ""


@transaction.atomic
def set_pack_period(*, days: int, valid_from: date, by: User) -> PackPeriod:
    """For the gemeente of `by`, from a day on. An appointment that was confirmed earlier stays as it is."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    if not 1 <= days <= MOST_PACK_DAYS:
        raise ValidationError(f"Kies een aantal dagen van 1 tot en met {MOST_PACK_DAYS}.")
    if valid_from < timezone.localdate():
        raise ValidationError("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    period, _ = PackPeriod.objects.update_or_create(
        gemeente=by.gemeente, valid_from=valid_from, defaults={"days": days, "set_by": by}
    )
    return period
