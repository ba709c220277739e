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
from django.utils import timezone

from accounts.models import User
from contact.enums.notices import NoticeState
from contact.models.digest import StaffDigest
from contact.models.notices import UNDER_WAY
from contact.rules.digest import digest_text, is_time
from contact.rules.notices import wait_before
from contact.rules.preferences import HERE
from contact.selectors.digest import sections_for, without_digest
from contact.services.channels import LaterError, OutageError, RefusedError, UnknownOutcomeError
from contact.services.channels.mail import MailPost, mail_is_on
from deadlines.selectors import calendar

logger = structlog.get_logger(__name__)

LOOKS_BACK = timedelta(days=7)
_LEASE = timedelta(minutes=5)
_SUBJECT = "Dit vraagt vandaag uw aandacht"
_PASSED = "Dit was het bericht van een eerdere dag."


def make_digests(*, now: datetime) -> int:
    """Writes the mails of this working day, from half past seven, for who has none yet. Answers how many there are to send."""
    today = now.astimezone(HERE).date()
    if not mail_is_on() or not is_time(now, is_working_day=not calendar().is_day_off(today)):
        return 0
    return sum(_make(user, now) for user in without_digest(today))


@transaction.atomic
def _make(user: User, now: datetime) -> bool:
    """Who has nothing to hear gets a row and no mail, so that nobody is looked at twice a day."""
    last = StaffDigest.objects.filter(user=user).order_by("-day").first()
    since = max(last.made_at, now - LOOKS_BACK) if last else now - LOOKS_BACK
    day = now.astimezone(HERE).date()
    text = digest_text(day, sections_for(user, since=since, now=now), settings.BASE_URL)
    state = NoticeState.WAITING if text else NoticeState.DROPPED
    _, is_new = StaffDigest.objects.get_or_create(
        user=user, day=day, defaults={"text": text, "state": state, "made_at": now}
    )
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
    except OutageError as error:
        _later(digest, str(error))
        return False
    except LaterError as error:
        _later(digest, str(error))
    except (RefusedError, UnknownOutcomeError) as error:
        _settle(digest, NoticeState.FAILED, str(error))
    else:
        _settle(digest, NoticeState.SENT)
    return True


def _hand_over(digest: StaffDigest) -> None:
    StaffDigest.objects.filter(pk=digest.pk, attempt=digest.attempt).update(may_have_arrived=True)


def _later(digest: StaffDigest, problem: str) -> None:
    wait = wait_before(digest.attempts, luck=random.random())  # noqa: S311
    StaffDigest.objects.filter(pk=digest.pk, attempt=digest.attempt).update(
        state=NoticeState.WAITING,
        problem=problem[:500],
        may_have_arrived=False,
        next_attempt_at=timezone.now() + wait,
    )


def _settle(digest: StaffDigest, state: NoticeState, problem: str = "") -> None:
    sent_at = timezone.now() if state == NoticeState.SENT else None
    StaffDigest.objects.filter(pk=digest.pk, attempt=digest.attempt).update(
        state=state, problem=problem[:500], sent_at=sent_at
    )
    if problem:
        logger.warning("digest_not_sent", digest=digest.pk, problem=problem)


def _end(digest: StaffDigest, state: NoticeState, problem: str) -> None:
    digest.state, digest.problem = state, problem
    digest.save(update_fields=["state", "problem"])
