"""The contactpersoon at DUO: whom the chain may call about a newcomer. It follows the klantmanager of the dossier.

DUO knows colleagues of a gemeente by a number that it gives out (`DuoContact`), and which of them belong to a person
(`DuoContactLink`). Its API has no question, so what it has stands in our own rows: written before each request whose
outcome we may never hear, and confirmed after it.
"""

from contextlib import suppress
from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from exchange.enums import Channel, OutgoingState
from exchange.models import DuoContact, DuoContactLink, OutgoingMessage
from exchange.rules.contact import ContactDetails, contact_obstacles, details_of
from exchange.services import duo
from exchange.services.http import ChainError, OutageError, RefusedError, UnknownPersonError

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
"""How long one worker may be busy with one colleague at DUO: longer than a task may run."""


def send_contact(message: OutgoingMessage) -> None:
    """Makes DUO's contact of this person the one that the message names, or nobody. First the new one, then the old one
    goes: the person is never without. Safe to repeat after any outcome.
    """
    case, wanted = message.case, None
    if not case.person.bsn:
        raise RefusedError(
            "Niet verstuurd.",
            ("DUO kent deze persoon alleen met een BSN. Vul het BSN in bij de persoonsgegevens.",),
        )
    if user_id := message.body["user_id"]:
        wanted = keep_at_duo(gemeente=case.gemeente, user=User.objects.get(pk=user_id))
        _link(case, wanted)
    for link in _open_links(case):
        if link.contact_id != (wanted.pk if wanted else None):
            _unlink(link)


def keep_at_duo(*, gemeente: Gemeente, user: User) -> DuoContact:
    """DUO's record of this colleague, registered or changed when it isn't as here. Raises RefusedError with what is missing."""
    contact, _ = DuoContact.objects.get_or_create(gemeente=gemeente, user=user)
    details = _details(gemeente, user)
    if contact.duo_id and contact.details == details:
        return contact
    if obstacles := contact_obstacles(details, who=user.name or user.email or "Deze medewerker"):
        _save(contact, problem=" ".join(obstacles))
        raise RefusedError("Niet verstuurd.", tuple(obstacles))
    contact = _claimed(contact)
    try:
        _register_or_change(contact, details)
    finally:
        _save(contact, busy_until=timezone.now())
    return contact


def _register_or_change(contact: DuoContact, details: ContactDetails) -> None:
    """After a POST whose answer was lost we can't ask for the number, so the next try makes a second record at DUO. It is
    tied to nobody and shown nowhere; the other choice would be a person without a contact.
    """
    if contact.duo_id:
        try:
            duo.change_contact(gemeente=contact.gemeente, contact_id=contact.duo_id, details=details)
        except UnknownPersonError:
            _is_gone(contact)
    if not contact.duo_id:
        duo_id = duo.register_contact(gemeente=contact.gemeente, details=details)
        _save(contact, duo_id=duo_id, registered_at=timezone.now())
    _save(contact, name=details.name, email=details.email, phone=details.phone, problem="")


def _claimed(contact: DuoContact) -> DuoContact:
    """One worker at a time, or DUO would have the same colleague twice."""
    now = timezone.now()
    mine = DuoContact.objects.filter(pk=contact.pk, busy_until__lte=now).update(busy_until=now + LEASE)
    if not mine:
        raise OutageError("Deze contactpersoon wordt net op een andere plek bij DUO bijgewerkt.")
    return DuoContact.objects.select_related("gemeente", "user").get(pk=contact.pk)


# --- Who belongs to whom ------------------------------------------------------------------------------------------


def _open_links(case: Case) -> list[DuoContactLink]:
    links = DuoContactLink.objects.filter(case=case, ended_at=None).select_related("contact__gemeente")
    return list(links.order_by("pk"))


def _link(case: Case, contact: DuoContact) -> None:
    if not contact.duo_id:
        raise OutageError("DUO kent deze contactpersoon nog niet.")
    link, is_new = DuoContactLink.objects.get_or_create(case=case, contact=contact, ended_at=None)
    if link.since:
        return
    ids = {"gemeente": case.gemeente, "bsn": case.person.bsn, "contact_id": contact.duo_id}
    if not is_new:
        # Asked before, without an answer: take away what may be there, since DUO refuses the same contact twice.
        _remove(**ids)
    try:
        duo.link_contact(**ids)
    except OutageError as error:
        if not error.may_have_arrived:
            link.delete()
        raise
    except ChainError:
        link.delete()
        raise
    link.since = timezone.now()
    link.save(update_fields=["since"])


def _unlink(link: DuoContactLink) -> None:
    if link.contact.duo_id:
        _remove(gemeente=link.contact.gemeente, bsn=link.case.person.bsn, contact_id=link.contact.duo_id)
    link.ended_at = timezone.now()
    link.save(update_fields=["ended_at"])


def _remove(*, gemeente: Gemeente, bsn: str, contact_id: int) -> None:
    """Gone already is what we wanted."""
    with suppress(UnknownPersonError):
        duo.unlink_contact(gemeente=gemeente, bsn=bsn, contact_id=contact_id)


# --- Colleagues whose own details change, or who leave -------------------------------------------------------------


def keep_contacts() -> int:
    """What no dossier tells of: a colleague's new number or name, one who left, and details that are complete now.

    Each is compared with what DUO has, so a run that is missed or done twice changes nothing. Answers how many changed.
    """
    linked = DuoContactLink.objects.filter(contact=OuterRef("pk"), ended_at=None)
    contacts = DuoContact.objects.select_related("user", "gemeente").annotate(is_linked=Exists(linked))
    return sum(_keep(contact, is_linked=contact.is_linked) for contact in contacts.order_by("pk"))


def _keep(contact: DuoContact, *, is_linked: bool) -> bool:
    try:
        if contact.duo_id and not contact.user.is_active and not is_linked:
            return _remove_from_duo(contact, contact.duo_id)
        if contact.duo_id and contact.details != _details(contact.gemeente, contact.user):
            keep_at_duo(gemeente=contact.gemeente, user=contact.user)
            return True
        return bool(contact.problem) and _try_refused_again(contact)
    except RefusedError as error:
        _save(contact, problem=" ".join(error.reasons) or str(error))
    except ChainError as error:
        _save(contact, problem=str(error))
    return False


def _remove_from_duo(contact: DuoContact, contact_id: int) -> bool:
    contact = _claimed(contact)
    try:
        with suppress(UnknownPersonError):
            duo.delete_contact(gemeente=contact.gemeente, contact_id=contact_id)
    finally:
        _save(contact, busy_until=timezone.now())
    _is_gone(contact)
    _save(contact, problem="")
    return True


@transaction.atomic
def _try_refused_again(contact: DuoContact) -> bool:
    """The details are complete now: what was held back because of them goes out by itself."""
    details = _details(contact.gemeente, contact.user)
    if contact_obstacles(details, who=contact.user.name):
        return False
    _save(contact, problem="")
    refused = OutgoingMessage.objects.filter(
        channel=Channel.DUO_CONTACT, state=OutgoingState.REFUSED, body__user_id=contact.user_id,
        case__gemeente=contact.gemeente,
    )  # fmt: skip
    now = timezone.now()
    return bool(
        refused.update(state=OutgoingState.WAITING, next_attempt_at=now, patient_from=now, attempts=0)
    )


def _is_gone(contact: DuoContact) -> None:
    """DUO doesn't have this record any more, nor any tie to it."""
    _save(contact, duo_id=None, registered_at=None, name="", email="", phone="")
    DuoContactLink.objects.filter(contact=contact, ended_at=None, since=None).delete()
    DuoContactLink.objects.filter(contact=contact, ended_at=None).update(ended_at=timezone.now())


def _details(gemeente: Gemeente, user: User) -> ContactDetails:
    return details_of(
        name=user.name,
        email=user.email or gemeente.email,
        own_phone=user.phone,
        phone_of_gemeente=gemeente.phone,
    )


def _save(contact: DuoContact, **values: object) -> None:
    for name, value in values.items():
        setattr(contact, name, value)
    contact.save(update_fields=list(values))
