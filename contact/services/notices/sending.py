"""Sending what is due. Each message goes alone: claimed in one transaction, given to its channel outside any, and
settled in a third. What a worker leaves behind when it is killed says how far it had come.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from cases.models import Person
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models.notices import TO_SEND, Notice
from contact.rules.notices import gives_up, is_urgent, wait_before, why_drop
from contact.rules.preferences import (
    DISTURBING,
    end_of_quiet,
    international,
    start_of_day,
    tomorrow_morning,
)
from contact.selectors.notices import situation_of
from contact.selectors.preferences import preference_of, shares_address
from contact.services.channels import LaterError, OutageError, Receipt, RefusedError, UnknownOutcomeError
from contact.services.channels.mail import MailPost, mail_is_on
from contact.services.channels.sms import Found, SmsPost, sms_is_on, sms_post
from contact.services.notices.letters import put_on_paper
from contact.services.notices.mails import compose, new_message_id
from contact.services.notices.outcomes import drop, fail, move, succeed
from contact.services.notices.texts import neutral

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=5)
"""Longer than any channel's time-outs together: whose lease ended is dead."""

MAYBE = "Dit bericht is misschien aangekomen: de verzending brak af voordat het antwoord kwam."
_OUR_FAULT = "Er ging iets mis in dit programma. De beheerder kan in de logs zien wat."
_PAUSES = (0.2, 1.0, 3.0, 6.0, 10.0)


class LostClaimError(Exception):
    """Another worker has taken over this message."""


class Posts:
    """The ways out of one run, each opened at its first message."""

    def __init__(self) -> None:
        self._mail: MailPost | None = None
        self._sms: SmsPost | None = None

    @property
    def mail(self) -> MailPost:
        self._mail = self._mail or MailPost()
        return self._mail

    @property
    def sms(self) -> SmsPost:
        self._sms = self._sms or sms_post()
        return self._sms

    def close(self) -> None:
        for post in (self._mail, self._sms):
            if post:
                post.close()


@contextmanager
def _opened() -> Iterator[Posts]:
    posts = Posts()
    try:
        yield posts
    finally:
        posts.close()


def send_due(*, batch: int = 100) -> int:
    """Looks at up to `batch` messages that are due and sends what may go. Answers how many it looked at.

    A channel that is down is left alone for the rest of this run: its messages wait where they are.
    """
    down: set[Channel] = set()
    with _opened() as posts:
        for looked_at in range(batch):
            found, notice = _claim(without=down)
            if not found:
                return looked_at
            if notice and _deliver(notice, posts) is False:
                down.add(Channel(notice.channel))
    return batch


# --- Taking one ---------------------------------------------------------------------------------------------


@transaction.atomic
def _claim(*, without: set[Channel]) -> tuple[bool, Notice | None]:
    """Whether there was one to look at, and that one when it must go now, marked as being sent."""
    now = timezone.now()
    due = Notice.objects.filter(TO_SEND, next_attempt_at__lte=now).exclude(channel__in=without)
    notice = (
        due.select_for_update(skip_locked=True, of=("self",))
        .select_related("case__gemeente", "person", "appointment", "request", "deadline")
        .order_by("next_attempt_at", "id")
        .first()
    )
    if notice is None:
        return False, None
    try:
        with transaction.atomic():
            return True, notice if _may_go(notice, now) else None
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("notice_not_looked_at", notice=notice.pk)
        _set_aside(notice, now)
        return True, None


def _set_aside(notice: Notice, now: datetime) -> None:
    """By a fault of ours: it must not stand first in the row for ever. Each hour again, and then a person sees it."""
    notice.refresh_from_db(fields=["state", "problem", "may_have_arrived", "sent_to", "patient_from"])
    if gives_up(first_at=notice.patient_from, now=now):
        fail(notice, _OUR_FAULT)
        return
    notice.problem, notice.next_attempt_at = _OUR_FAULT, now + timedelta(hours=1)
    notice.save(update_fields=["problem", "next_attempt_at"])


def _may_go(notice: Notice, now: datetime) -> bool:
    if notice.state == NoticeState.SENDING:
        if notice.may_have_arrived:
            return _may_ask(notice, now)
        # Its worker died before any channel had it: whether it may go now is to be seen anew.
        move(notice, NoticeState.WAITING)
        notice.save(update_fields=["state"])
    situation = situation_of(notice, now)
    if reason := why_drop(NoticeKind(notice.kind), situation):
        drop(notice, reason)
    elif later := _too_early(notice, now, is_urgent=is_urgent(situation)):
        notice.next_attempt_at = notice.patient_from = later
        notice.save(update_fields=["next_attempt_at", "patient_from"])
    elif notice.channel == Channel.LETTER:
        _put_on_paper(notice)
    elif problem := _address(notice):
        fail(notice, problem, goes_on=True)
    else:
        move(notice, NoticeState.SENDING)
        _take(notice, now)
        return True
    return False


def _may_ask(notice: Notice, now: datetime) -> bool:
    """Its worker died while the channel may have had it. Nothing tells us whether a mail arrived, so a person decides;
    the SMS service can be asked.
    """
    if notice.channel == Channel.MAIL:
        fail(notice, MAYBE)
        return False
    _take(notice, now)
    return True


def _take(notice: Notice, now: datetime) -> None:
    notice.attempt, notice.attempts, notice.next_attempt_at = uuid4(), notice.attempts + 1, now + LEASE
    notice.message_id = notice.message_id or new_message_id(notice)
    notice.save(update_fields=["state", "attempt", "attempts", "next_attempt_at", "message_id", "sent_to"])


def _too_early(notice: Notice, now: datetime, *, is_urgent: bool) -> datetime | None:
    """When to look again, for somebody who sleeps or had enough for today. The person's row is locked: two workers
    with two messages count one after the other.
    """
    if notice.channel not in DISTURBING:
        return None
    Person.objects.select_for_update(no_key=True).get(pk=notice.person_id)
    preference = preference_of(notice.person)
    if waking := end_of_quiet(now, *preference.quiet):
        return waking
    today = Notice.objects.filter(person=notice.person, channel__in=DISTURBING)
    had = (
        today.filter(sent_at__gte=start_of_day(now)).count() + today.filter(state=NoticeState.SENDING).count()
    )
    if had >= preference.daily_cap and not is_urgent:
        return tomorrow_morning(now, preference.quiet_until)
    return None


def _address(notice: Notice) -> str:
    """Fills in where it goes, as it is now; the problem when that is nowhere."""
    if notice.channel == Channel.MAIL:
        notice.sent_to = notice.person.email if mail_is_on() else ""
        return "" if notice.sent_to else "Er is geen e-mailadres, of de gemeente verstuurt geen e-mail."
    notice.sent_to = international(notice.person.phone) if sms_is_on() else ""
    return "" if notice.sent_to else "Er is geen mobiel nummer, of de gemeente verstuurt geen sms."


def _put_on_paper(notice: Notice) -> None:
    """A letter needs no outside world: it is made here, and waits for the post."""
    if notice.request and notice.request.is_confidential:
        fail(
            notice, "Dit bericht is vertrouwelijk en komt niet als brief in het dossier. Geef het zelf door."
        )
        return
    put_on_paper(notice)


# --- Giving it to the channel ---------------------------------------------------------------------------------


def _deliver(notice: Notice, posts: Posts) -> bool:
    """False when the channel is down."""
    try:
        receipt = _give(notice, posts)
    except LostClaimError:
        logger.warning("notice_taken_over", notice=notice.pk)
    except OutageError as error:
        _try_later(notice, str(error), may_have_arrived=False)
        return False
    except LaterError as error:
        _try_later(notice, str(error), may_have_arrived=False)
    except RefusedError as refusal:
        problem = str(refusal)
        _settle(notice, lambda locked: fail(locked, problem, goes_on=True))
    except UnknownOutcomeError as error:
        _outcome_unknown(notice, str(error))
    except Exception:
        logger.exception("notice_failed", notice=notice.pk)
        _outcome_unknown(notice, _OUR_FAULT)
    else:
        _settle(notice, lambda locked: succeed(locked, receipt, text_of=notice))
    return True


def _give(notice: Notice, posts: Posts) -> Receipt:
    if notice.channel == Channel.MAIL:
        mail = compose(notice)
        return posts.mail.send(mail, lambda: _hand_over(notice))
    if notice.may_have_arrived and (found := _ask_first(notice, posts)):
        return Receipt(ref=found.ref, is_delivered=found.status == "delivered")
    if shares_address(notice.person, phone=notice.person.phone):
        notice.short = neutral(notice).short
    return posts.sms.send(
        number=notice.sent_to,
        text=notice.short,
        reference=notice.message_id,
        hand_over=lambda: _hand_over(notice),
    )


def _ask_first(notice: Notice, posts: Posts) -> Found | None:
    try:
        return posts.sms.find(notice.message_id)
    except (LaterError, RefusedError) as error:
        raise UnknownOutcomeError(str(error)) from error


def _hand_over(notice: Notice) -> None:
    """Committed before the channel gets the message, so that a worker that dies now leaves behind what it was doing."""
    mine = Notice.objects.filter(pk=notice.pk, attempt=notice.attempt, state=NoticeState.SENDING)
    if not mine.update(may_have_arrived=True):
        raise LostClaimError
    notice.may_have_arrived = True


# --- How it ended -----------------------------------------------------------------------------------------------


def _outcome_unknown(notice: Notice, problem: str) -> None:
    if notice.may_have_arrived and notice.channel == Channel.MAIL:
        _settle(notice, lambda locked: fail(locked, problem))
    else:
        _try_later(notice, problem, may_have_arrived=notice.may_have_arrived)


def _try_later(notice: Notice, problem: str, *, may_have_arrived: bool) -> None:
    now = timezone.now()

    def again(locked: Notice) -> None:
        locked.may_have_arrived = may_have_arrived
        if gives_up(first_at=locked.patient_from, now=now):
            fail(locked, f"{problem} Wij hebben het {locked.attempts} keer geprobeerd.", goes_on=True)
            return
        move(locked, NoticeState.WAITING)
        locked.problem = problem[:500]
        locked.next_attempt_at = now + wait_before(locked.attempts, luck=random.random())  # noqa: S311
        locked.save(update_fields=["state", "problem", "next_attempt_at", "may_have_arrived"])

    _settle(notice, again)


def _settle(notice: Notice, how: Callable[[Notice], None]) -> None:
    """Writes how it ended, once: who lost the claim changes nothing. A database that is away for a moment is waited for,
    because only we know now that the message went.
    """
    for pause in (*_PAUSES, None):
        try:
            with transaction.atomic():
                locked = (
                    Notice.objects.select_for_update(of=("self",))
                    .select_related("case", "person", "request")
                    .get(pk=notice.pk)
                )
                if locked.attempt == notice.attempt and locked.state == NoticeState.SENDING:
                    how(locked)
        except (OperationalError, InterfaceError):
            if pause is None or connection.in_atomic_block:
                raise
            logger.warning("notice_not_settled_yet", notice=notice.pk)
            if not connection.is_usable():
                connection.close()
            time.sleep(pause)
        else:
            return
