"""Making a message: in the language of the person, for the portal and the channel that reaches them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent, Person
from cases.rules.languages import dutch_name
from cases.selectors import klantmanager_of
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models.appointments import Appointment
from contact.models.notices import Notice
from contact.models.requests import Request
from contact.rules.notices import DUTCH, Reading, reading_of
from contact.selectors.preferences import languages_read
from contact.services.notices.choosing import first_channels
from contact.services.notices.texts import both, languages_of
from deadlines.models import Deadline
from inburgering.kit.turns import wake


@transaction.atomic
def make_notices(
    *, case: Case, person: Person, kind: NoticeKind, source: str, context: Mapping[str, Any] | None = None,
    appointment: Appointment | None = None, request: Request | None = None,
    deadline: Deadline | None = None, by: User | None = None, channels: Sequence[Channel] | None = None,
    confirmed_without_translation: bool = False, event: CaseEvent | None = None,
) -> list[Notice]:  # fmt: skip
    """A message for the portal, and one for the first channel that reaches the person, or for `channels`.

    `context` fills the text (see `texts`); every text can also name `gemeente`, `phone`, `name`, `klantmanager`
    and `portal`. Asking again for the same source gives the messages that are there. A staff member (`by`) who
    writes to somebody in whose language there is no text confirms that first, else ValidationError with code
    "no_translation"; what goes by itself goes in Dutch, and is counted.
    """
    facts = json.loads(json.dumps(dict(context or {}), cls=DjangoJSONEncoder))
    reads = languages_read(person)
    reading = reading_of(reads, _written_in(kind, reads, facts))
    by_staff = by is not None and not by.is_resident
    if by_staff and not reading.is_translated and not confirmed_without_translation:
        raise ValidationError(_no_translation(person, reading), code="no_translation")
    about = {"sequence": appointment.sequence} if appointment else {}
    facts = _common(case, person) | about | facts
    own, dutch = both(kind, reading.language, facts)
    Notice.objects.bulk_create(
        [
            Notice(
                case=case, person=person, kind=kind, channel=channel, source=source, context=facts,
                appointment=appointment, request=request, deadline=deadline, event=event,
                language=reading.language, subject=own.subject, short=own.short, text=own.full,
                text_dutch=dutch.full, without_translation=not reading.is_translated, made_by=by,
                confirmed_by=by if by_staff and not reading.is_translated else None, **_state_of(channel),
            )
            for channel in dict.fromkeys([Channel.PORTAL, *(channels or first_channels(person))])
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    wake("contact.tasks.send_notices")
    return list(Notice.objects.filter(source=source, kind=kind, person=person).order_by("id"))


def _written_in(kind: NoticeKind, reads: Sequence[str], facts: Mapping[str, Any]) -> Sequence[str]:
    """The languages that we have this message in; of a message that a colleague typed only they know."""
    if kind != NoticeKind.FREE:
        return sorted(languages_of(kind))
    return [DUTCH, *reads[:1]] if facts.get("translation") else [DUTCH]


def copy_for(notice: Notice, channel: Channel) -> Notice | None:
    """The same message over another channel; None when it is there already."""
    own, dutch = both(NoticeKind(notice.kind), notice.language, notice.context)
    copy, is_new = Notice.objects.get_or_create(
        source=notice.source, kind=notice.kind, person=notice.person, channel=channel,
        defaults={
            "case": notice.case, "context": notice.context, "appointment": notice.appointment,
            "request": notice.request, "deadline": notice.deadline, "event": notice.event,
            "language": notice.language, "subject": own.subject, "short": own.short, "text": own.full,
            "text_dutch": dutch.full, "without_translation": notice.without_translation,
            "made_by": notice.made_by, "confirmed_by": notice.confirmed_by, "made_at": notice.made_at,
        },
    )  # fmt: skip
    wake("contact.tasks.send_notices")
    return copy if is_new else None


def _state_of(channel: Channel) -> dict[str, Any]:
    """In the portal a message is there as soon as it is made."""
    return {"state": NoticeState.SENT, "sent_at": timezone.now()} if channel == Channel.PORTAL else {}


def _common(case: Case, person: Person) -> dict[str, Any]:
    guide = klantmanager_of(case)
    return {
        "gemeente": case.gemeente.name,
        "phone": case.gemeente.phone,
        "name": person.full_name,
        "klantmanager": guide.name if guide else "",
        # Without a slash at its end, which would jump to the other side of the address in an Arabic text.
        "portal": f"{settings.BASE_URL}/mijn",
    }


def _no_translation(person: Person, reading: Reading) -> str:
    return (
        f"{person.full_name} leest {dutch_name(reading.missing)}, en daarin is dit bericht er niet. "
        "Bevestig dat het bericht in het Nederlands wordt verstuurd."
    )
