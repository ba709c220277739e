"""How a message ended, and what follows: the next channel, and a line in the history of the dossier."""

import structlog
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, models, transaction
from django.utils import timezone

from accounts.models import User
from cases.services import record_event
from contact.enums.notices import Channel, NoticeEventKind, NoticeKind, NoticeState
from contact.models.notices import NEEDS_PEOPLE, Notice
from contact.models.preferences import ContactPreference
from contact.rules.notices import FOLLOW_EVERY, may_follow
from contact.services.channels import Receipt
from contact.services.channels.sms import OUTCOMES
from contact.services.notices.choosing import channels_for
from contact.services.notices.making import copy_for
from contact.services.notices.next_update import update_was_sent
from deadlines.enums import Kind
from deadlines.services import meet_deadline
from inburgering.kit.turns import wake

logger = structlog.get_logger(__name__)

BROUGHT_BACK = "De mailserver van de ontvanger stuurde de mail terug."


def move(notice: Notice, state: NoticeState) -> None:
    """Changes the state in memory, by the table."""
    before = NoticeState(notice.state)
    if not may_follow(before, state):
        raise ValidationError(f"Dit bericht is al klaar ({before.label.lower()}).")
    notice.state = state


# --- Of a locked row, within the transaction of who sends -----------------------------------------------


def succeed(notice: Notice, receipt: Receipt, *, text_of: Notice) -> None:
    """The channel took it. The text is kept as it went, which is less than we had for a phone that is shared."""
    move(notice, NoticeState.DELIVERED if receipt.is_delivered else NoticeState.SENT)
    notice.subject, notice.short, notice.text, notice.text_dutch = (
        text_of.subject, text_of.short, text_of.text, text_of.text_dutch,
    )  # fmt: skip
    notice.sent_at, notice.channel_ref, notice.problem = timezone.now(), receipt.ref, ""
    notice.may_have_arrived = False
    notice.next_attempt_at = notice.sent_at + FOLLOW_EVERY
    notice.save()
    _tell(notice, NoticeEventKind.SENT, f"Bericht verstuurd per {_way(notice)}: {notice.kind_label}.")
    promise_kept(notice)


def drop(notice: Notice, reason: str) -> None:
    move(notice, NoticeState.DROPPED)
    notice.dropped_reason = reason
    notice.save(update_fields=["state", "dropped_reason"])
    text = f"Bericht per {_way(notice)} niet verstuurd ({notice.kind_label}). {reason}"
    _tell(notice, NoticeEventKind.DROPPED, text)


def fail(
    notice: Notice, problem: str, *, goes_on: bool = False, state: NoticeState = NoticeState.FAILED
) -> None:
    """`goes_on` when we know that it didn't arrive: then the next channel of the person gets it."""
    move(notice, state)
    notice.problem = problem[:500]
    notice.save(update_fields=["state", "problem", "may_have_arrived", "sent_to"])
    text = f"Bericht per {_way(notice)} is niet aangekomen ({notice.kind_label}). {notice.problem}"
    _tell(notice, NoticeEventKind.FAILED, text)
    if goes_on:
        _go_on(notice)


def _go_on(notice: Notice) -> None:
    order = channels_for(notice.person)
    tried = set(
        Notice.objects.filter(source=notice.source, kind=notice.kind, person_id=notice.person_id).values_list(
            "channel", flat=True
        )
    )
    if left := [channel for channel in order if channel not in tried]:
        try:
            with transaction.atomic():
                copy_for(notice, left[0])
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            # That it failed still stands, and waits for a person.
            logger.exception("next_channel_failed", notice=notice.pk)


def promise_kept(notice: Notice) -> None:
    """A channel took it (mail, SMS, or a letter that was printed)."""
    first_information_came(notice)
    update_was_sent(case=notice.case, kind=NoticeKind(notice.kind), on=timezone.localdate())


def first_information_came(notice: Notice) -> None:
    """The first information was promised within some days (PP-77). Sent counts, and so does read in the portal."""
    if notice.kind == NoticeKind.FIRST_INFORMATION:
        meet_deadline(case=notice.case, kind=Kind.EERSTE_INFORMATIE, on=timezone.localdate(), by=None)


def _way(notice: Notice) -> str:
    return str(notice.get_channel_display()).lower()


def _tell(notice: Notice, kind: NoticeEventKind, text: str, by: User | None = None) -> None:
    """In the history of the dossier, unless the klantmanager who reads that mustn't know of it."""
    if notice.request_id and notice.request and notice.request.is_confidential:
        return
    if notice.addressee:
        text = f"{text} Aan {notice.addressee}."
    data = {"notice_id": notice.pk, "kind": notice.kind, "channel": notice.channel}
    record_event(case=notice.case, kind=kind, text=text, by=by, data=data)


# --- Word from outside, or from a colleague ----------------------------------------------------------------


@transaction.atomic
def record_bounce(*, message_id: str, reason: str, is_permanent: bool = True) -> Notice | None:
    """A mail came back. The address isn't used again until it is another one; the next channel gets the message.

    None when the message isn't ours. A mail that is only delayed changes nothing.
    """
    notice = _locked().filter(message_id=message_id, channel=Channel.MAIL).first()
    if notice is None or not is_permanent or not may_follow(NoticeState(notice.state), NoticeState.BOUNCED):
        return notice
    fail(notice, f"{BROUGHT_BACK} {reason}".strip(), goes_on=True, state=NoticeState.BOUNCED)
    _refuse_address(notice)
    return notice


@transaction.atomic
def record_sms_status(*, reference: str, status: str) -> Notice | None:
    """What the SMS service says, by its call to us or when asked. Hearing it twice changes nothing."""
    notice = _locked().filter(message_id=reference, channel=Channel.SMS).first()
    if notice is None:
        return None
    state, problem = OUTCOMES.get(status, (NoticeState.SENT, ""))
    if state == notice.state or not may_follow(NoticeState(notice.state), state):
        return notice
    if state in NEEDS_PEOPLE:
        fail(notice, problem, goes_on=True, state=state)
        if state == NoticeState.BOUNCED:
            _refuse_address(notice)
    else:
        move(notice, state)
        notice.sent_at, notice.may_have_arrived = notice.sent_at or timezone.now(), False
        notice.save(update_fields=["state", "sent_at", "may_have_arrived"])
    return notice


def _refuse_address(notice: Notice) -> None:
    """Only when it is still the person's address: a bounce can come after the correction."""
    preference, _ = ContactPreference.objects.get_or_create(person=notice.person)
    if notice.channel == Channel.MAIL and notice.sent_to == notice.person.email:
        preference.refused_email = notice.person.email
    elif notice.channel == Channel.SMS:
        preference.refused_phone = notice.person.phone
    preference.save(update_fields=["refused_email", "refused_phone"])


@transaction.atomic
def retry_notice(*, notice: Notice, by: User, may_arrive_twice: bool = False) -> Notice:
    """Tries a failed message again, because a person asks for it, with new patience and a number of its own.

    One that may have arrived only with `may_arrive_twice`, else ValidationError with code "may_have_arrived".
    """
    notice = _locked().get(pk=notice.pk)
    if notice.may_have_arrived and not may_arrive_twice:
        raise ValidationError(
            "Dit bericht is misschien al aangekomen. Bevestig dat het twee keer mag aankomen.",
            code="may_have_arrived",
        )
    move(notice, NoticeState.WAITING)
    now = timezone.now()
    notice.attempts, notice.message_id, notice.channel_ref, notice.may_have_arrived = 0, "", "", False
    notice.next_attempt_at = notice.patient_from = now
    notice.save()
    ContactPreference.objects.filter(person=notice.person).update(
        **{"refused_email": ""} if notice.channel == Channel.MAIL else {"refused_phone": ""}
    )
    text = f"Bericht per {_way(notice)} opnieuw geprobeerd ({notice.kind_label})."
    _tell(notice, NoticeEventKind.RETRIED, text, by)
    wake("contact.tasks.send_notices")
    return notice


def _locked() -> models.QuerySet[Notice]:
    return Notice.objects.select_for_update(of=("self",)).select_related("case", "person", "request")
