"""One mail a day to each colleague with what waits for them, instead of a mail for each thing."""

import random
from contextlib import closing
from datetime import datetime, timedelta
from email.utils import parseaddr
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from contact.enums.notices import NoticeState
from contact.models.digest import StaffDigest
from contact.models.notices import UNDER_WAY
from contact.rules.digest import digest_text, is_time
from contact.rules.notices import wait_before
from contact.rules.preferences import HERE
from contact.selectors.digest import reminders_for, sections_for, without_digest
from contact.services.channels import LaterError, OutageError, RefusedError, UnknownOutcomeError
from contact.services.channels.mail import MailPost, mail_is_on
from contact.services.one_by_one import one_by_one
from deadlines.selectors import calendar

logger = structlog.get_logger(__name__)

_LEASE = timedelta(minutes=5)
_SUBJECT = "Dit vraagt vandaag uw aandacht"
_PASSED = "Dit was het bericht van een eerdere dag."
_OUR_FAULT = "Er ging iets mis in dit programma. De beheerder kan in de logs zien wat."


class LostClaimError(Exception):
    """Another worker has taken over this mail."""


def make_digests(*, now: datetime) -> int:
    """Writes the mails of this working day, from half past seven, for who has none yet. Answers how many there are to send."""
    today = now.astimezone(HERE).date()
    if not mail_is_on() or not is_time(now, is_working_day=not calendar().is_day_off(today)):
        return 0
    return one_by_one(without_digest(today), lambda user: _make(user, now), failure="digest_not_made")


def _make(user: User, now: datetime) -> bool:
    """Who has nothing to hear gets a row and no mail, so that nobody is looked at twice a day."""
    day = now.astimezone(HERE).date()
    reminders = list(reminders_for(user, day))
    text = digest_text(day, sections_for(user, day, reminders), settings.BASE_URL)
    state = NoticeState.WAITING if text else NoticeState.DROPPED
    digest, is_new = StaffDigest.objects.get_or_create(
        user=user, day=day, defaults={"text": text, "state": state, "made_at": now}
    )
    if is_new:
        digest.reminders.set(reminders)
    return is_new and bool(text)


def send_digests(*, at_most: int = 500) -> int:
    """Sends what was written. A mail that the server had and never confirmed isn't sent again: tomorrow there is another."""
    with closing(MailPost()) as post:
        for sent in range(at_most):
            digest = _claim()
            if digest is None or not _send(digest, post):
                return sent
    return at_most


@transaction.atomic
def _claim() -> StaffDigest | None:
    now = timezone.now()
    due = StaffDigest.objects.filter(state__in=UNDER_WAY, next_attempt_at__lte=now).order_by(
        "next_attempt_at"
    )
    free = due.select_for_update(skip_locked=True, of=("self",)).select_related("user")
    while digest := free.first():
        if digest.may_have_arrived:
            _end(digest, NoticeState.FAILED, "Misschien aangekomen.")
        elif digest.day < timezone.localdate() or not digest.user.is_active:
            _end(digest, NoticeState.DROPPED, _PASSED)
        else:
            digest.state, digest.attempt, digest.attempts = NoticeState.SENDING, uuid4(), digest.attempts + 1
            digest.next_attempt_at = now + _LEASE
            digest.save(update_fields=["state", "attempt", "attempts", "next_attempt_at"])
            return digest
    return None


def _send(digest: StaffDigest, post: MailPost) -> bool:
    """False when the mail server is down: the others wait."""
    domain = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
    mail = EmailMessage(
        subject=_SUBJECT, body=digest.text, from_email=settings.MAIL_FROM, to=[digest.user.email or ""],
        headers={"Message-ID": f"<dagbericht-{digest.pk}@{domain}>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    try:
        post.send(mail, lambda: _hand_over(digest))
    except LostClaimError:
        logger.warning("digest_taken_over", digest=digest.pk)
    except OutageError as error:
        _later(digest, str(error))
        return False
    except LaterError as error:
        _later(digest, str(error))
    except (RefusedError, UnknownOutcomeError) as error:
        _settle(digest, NoticeState.FAILED, str(error))
    except Exception:
        logger.exception("digest_failed", digest=digest.pk)
        _fault(digest)
    else:
        _settle(digest, NoticeState.SENT)
    return True


def _hand_over(digest: StaffDigest) -> None:
    """Committed before the server gets the mail, as with messages to newcomers."""
    if not _mine(digest).update(may_have_arrived=True):
        raise LostClaimError
    digest.may_have_arrived = True


def _fault(digest: StaffDigest) -> None:
    """What the server may have had isn't sent again; the rest is tried until the day is over."""
    if digest.may_have_arrived:
        _settle(digest, NoticeState.FAILED, _OUR_FAULT)
    else:
        _later(digest, _OUR_FAULT)


def _later(digest: StaffDigest, problem: str) -> None:
    wait = wait_before(digest.attempts, luck=random.random())  # noqa: S311
    _mine(digest).update(
        state=NoticeState.WAITING,
        problem=problem[:500],
        may_have_arrived=False,
        next_attempt_at=timezone.now() + wait,
    )


def _settle(digest: StaffDigest, state: NoticeState, problem: str = "") -> None:
    sent_at = timezone.now() if state == NoticeState.SENT else None
    _mine(digest).update(state=state, problem=problem[:500], sent_at=sent_at)
    if problem:
        logger.warning("digest_not_sent", digest=digest.pk, problem=problem)


def _mine(digest: StaffDigest) -> QuerySet[StaffDigest]:
    return StaffDigest.objects.filter(pk=digest.pk, attempt=digest.attempt, state=NoticeState.SENDING)


def _end(digest: StaffDigest, state: NoticeState, problem: str) -> None:
    digest.state, digest.problem = state, problem
    digest.save(update_fields=["state", "problem"])
