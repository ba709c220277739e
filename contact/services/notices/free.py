"""What a colleague writes themselves, and that a newcomer has read something."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import may_edit
from contact.enums.notices import NoticeKind
from contact.models.notices import Notice
from contact.selectors.notices import notices_of_resident
from contact.services.notices.making import make_notices
from contact.services.notices.outcomes import first_information_came

LONGEST = 4000


@transaction.atomic
def send_free_message(
    *, case: Case, message: str, translation: str, token: str, by: User, confirmed_without_translation: bool = False
) -> list[Notice]:  # fmt: skip
    """A message in a colleague's own words, with the translation that they have. `token` comes with the form, so that
    sending it twice gives one message. Raises ValidationError, with code "no_translation" when that must be confirmed.
    """
    message, translation = message.strip(), translation.strip()
    obstacles = []
    if not may_edit(by, case):
        obstacles.append("U mag in dit dossier geen bericht sturen, of het dossier is gesloten.")
    if not message:
        obstacles.append("Schrijf eerst een bericht.")
    if max(len(message), len(translation)) > LONGEST:
        obstacles.append(f"Het bericht is te lang. Gebruik hoogstens {LONGEST} tekens.")
    if "\x00" in message + translation:
        obstacles.append("De tekst bevat een teken dat niet kan.")
    if obstacles:
        raise ValidationError(obstacles)
    return make_notices(
        case=case, person=case.person, kind=NoticeKind.FREE, source=f"vrij:{token}"[:80], by=by,
        context={"message": message, "translation": translation},
        confirmed_without_translation=confirmed_without_translation,
    )  # fmt: skip


@transaction.atomic
def mark_read(*, notice: Notice, by: User) -> Notice:
    """The newcomer has opened it. The first time counts; what isn't theirs stays unread.

    Standing in the portal keeps no promise, since nobody may have seen it; being read there does.
    """
    own = notices_of_resident(by).filter(pk=notice.pk).first()
    if own and own.read_at is None:
        own.read_at = timezone.now()
        own.save(update_fields=["read_at"])
        first_information_came(own)
    return own or notice
