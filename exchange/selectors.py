"""Which messages somebody may see."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.models import Case, CaseEvent, Person
from cases.selectors import uncorrected
from exchange.enums import Channel, EventKind, IncomingState, OutgoingState
from exchange.models import DuoContact, DuoContactLink, DuoFact, IncomingMessage, OutgoingMessage

MESSAGE_ROLES = (Role.TEAMLEIDER, Role.FUNCTIONEEL_BEHEERDER)
"""Who looks after the messages of the whole gemeente. A klantmanager sees those of a dossier, in the dossier."""

NOT_DONE = (OutgoingState.WAITING, OutgoingState.SENDING, OutgoingState.REFUSED, OutgoingState.FAILED)
NEEDS_PEOPLE = (OutgoingState.REFUSED, OutgoingState.FAILED)


def incoming_visible_to(user: User) -> QuerySet[IncomingMessage]:
    """Messages to the gemeente of this user, newest first."""
    if user.gemeente_id is None or not user.has_role(*MESSAGE_ROLES):
        return IncomingMessage.objects.none()
    messages = IncomingMessage.objects.filter(gemeente_id=user.gemeente_id)
    return messages.order_by("-received_at", "-id")


def outgoing_visible_to(user: User) -> QuerySet[OutgoingMessage]:
    """Messages of the gemeente of this user to DUO, newest first."""
    if user.gemeente_id is None or not user.has_role(*MESSAGE_ROLES):
        return OutgoingMessage.objects.none()
    messages = OutgoingMessage.objects.filter(case__gemeente_id=user.gemeente_id)
    return messages.select_related("case__person").order_by("-created_at", "-id")


def names_by_index(indexes: Iterable[str]) -> dict[str, str]:
    """Names of the persons that we know, by the keyed hash of their BSN."""
    persons = Person.objects.filter(bsn_index__in=set(indexes) - {""})
    return {str(person.bsn_index): person.full_name for person in persons}


def unfinished(messages: QuerySet[IncomingMessage]) -> QuerySet[IncomingMessage]:
    return messages.filter(state__in=[IncomingState.RECEIVED, IncomingState.STUCK])


def stuck(messages: QuerySet[IncomingMessage]) -> QuerySet[IncomingMessage]:
    """What people must look at."""
    return messages.filter(state=IncomingState.STUCK)


def waiting(messages: QuerySet[IncomingMessage]) -> QuerySet[IncomingMessage]:
    """What goes on by itself: tried before, and tried again soon."""
    return messages.filter(state=IncomingState.RECEIVED).filter(
        Q(attempts__gt=0) | Q(next_attempt_at__lt=timezone.now())
    )


def open_differences(case: Case) -> QuerySet[CaseEvent]:
    """Where DUO or the BRP contradicts a colleague, until somebody says that it is right or corrects the facts."""
    found = uncorrected(EventKind.DIFFERS, settled_by=EventKind.DIFFERENCE_SEEN)
    return found.filter(case=case).order_by("pk")


def incoming_of(case: Case) -> QuerySet[IncomingMessage]:
    """What came in about this person, also what is stuck and so isn't tied to the dossier yet: it may be bad news."""
    about = Q(case=case)
    if index := case.person.bsn_index:
        about |= Q(case=None, gemeente_id=case.gemeente_id, person_index=index)
    return IncomingMessage.objects.filter(about).order_by("-received_at", "-id")


def outgoing_of(case: Case) -> QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.filter(case=case).order_by("-created_at", "-id")


def duo_facts_of(case: Case) -> QuerySet[DuoFact]:
    return DuoFact.objects.filter(case=case).order_by("kind")


def contacts_of(case: Case) -> list[DuoContactLink]:
    """Whom DUO has as contactpersoon of this person, as far as we know: one, or for a moment two."""
    links = DuoContactLink.objects.filter(case=case, ended_at=None).exclude(since=None)
    return list(links.select_related("contact").order_by("since"))


def contacts_to_mend(user: User) -> QuerySet[DuoContact]:
    """Colleagues of the gemeente whose details DUO doesn't take."""
    if user.gemeente_id is None or not user.has_role(*MESSAGE_ROLES):
        return DuoContact.objects.none()
    return DuoContact.objects.filter(gemeente_id=user.gemeente_id).exclude(problem="").select_related("user")


def contact_message_open(case: Case) -> OutgoingMessage | None:
    """The change of contactpersoon that DUO hasn't taken yet."""
    waiting = OutgoingMessage.objects.filter(case=case, channel=Channel.DUO_CONTACT, state__in=NOT_DONE)
    return waiting.order_by("-id").first()
