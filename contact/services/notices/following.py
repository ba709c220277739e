"""Asking the SMS service how our messages stand, for when its call to us doesn't come."""

from contextlib import closing

import structlog
from django.utils import timezone

from contact.models.notices import TO_FOLLOW, Notice
from contact.rules.notices import FOLLOW_EVERY, FOLLOW_FOR
from contact.services.channels import LaterError, OutageError, RefusedError, UnknownOutcomeError
from contact.services.channels.sms import sms_is_on, sms_post
from contact.services.notices.outcomes import record_sms_status

logger = structlog.get_logger(__name__)


def ask_after_sms(*, at_most: int = 200) -> int:
    """Asks after what was sent these last days and has no outcome yet. Answers how many it asked after."""
    if not sms_is_on():
        return 0
    now = timezone.now()
    rows = Notice.objects.filter(TO_FOLLOW, next_attempt_at__lte=now, sent_at__gte=now - FOLLOW_FOR)
    followed = list(rows.order_by("next_attempt_at")[:at_most])
    with closing(sms_post()) as post:
        for asked, notice in enumerate(followed):
            try:
                status = post.status(notice.channel_ref)
            except OutageError:
                return asked
            except (LaterError, RefusedError, UnknownOutcomeError) as error:
                logger.warning("sms_not_followed", notice=notice.pk, error=str(error))
            else:
                record_sms_status(reference=notice.message_id, status=status)
            Notice.objects.filter(TO_FOLLOW, pk=notice.pk).update(next_attempt_at=now + FOLLOW_EVERY)
    return len(followed)
