"""How somebody wants to be reached: set by themselves, or by a colleague for them."""

from collections.abc import Sequence
from datetime import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_of_resident, may_edit
from cases.services import record_event
from contact.enums.notices import Channel, NoticeEventKind
from contact.models.preferences import ContactPreference


@transaction.atomic
def set_preferences(
    *, case: Case, channels: Sequence[Channel], quiet_from: time, quiet_until: time, daily_cap: int,
    wants_letters: bool, by: User,
) -> ContactPreference:  # fmt: skip
    """The person of this case wants messages like this, at every gemeente. Setting the same again changes nothing.

    Raises ValidationError when `by` is neither the person nor somebody who may change the case.
    """
    allowed = cases_of_resident(by).filter(pk=case.pk).exists() if by.is_resident else may_edit(by, case)
    if not allowed:
        raise ValidationError("U mag dit niet veranderen.")
    ContactPreference.objects.get_or_create(person=case.person)
    preference = ContactPreference.objects.select_for_update().get(person=case.person)
    wanted = {
        "channels": list(dict.fromkeys(Channel(channel).value for channel in channels)),
        "quiet_from": quiet_from,
        "quiet_until": quiet_until,
        "daily_cap": daily_cap,
        "wants_letters": wants_letters,
    }
    if all(getattr(preference, name) == value for name, value in wanted.items()):
        return preference
    for name, value in wanted.items():
        setattr(preference, name, value)
    preference.set_by, preference.set_at = by, timezone.now()
    preference.full_clean(exclude=["person", "set_by"])
    preference.save()
    who = "De nieuwkomer" if by.is_resident else by.name
    text = f"{who} koos hoe berichten komen: {str(preference).lower()}; stil van {quiet_from:%H:%M} tot {quiet_until:%H:%M}."
    record_event(case=case, kind=NoticeEventKind.PREFERENCE, by=by, text=text)
    return preference
