"""Taking back what hasn't gone out yet."""

from django.utils import timezone

from cases.models import Case
from cases.services import record_event
from exchange.enums import OutgoingState
from exchange.models import OutgoingMessage
from exchange.services.channels import SUBJECTS, sentence_of

_NOT_GONE = (OutgoingState.WAITING, OutgoingState.REFUSED, OutgoingState.FAILED)


def withdraw_outgoing(*, case: Case, reason: str) -> int:
    """Withdraws the messages of a case that haven't reached DUO, and says so in the dossier. Answers how many."""
    waiting = OutgoingMessage.objects.select_for_update().filter(case=case, state__in=_NOT_GONE)
    for message in waiting:
        message.state, message.problem, message.done_at = (
            OutgoingState.WITHDRAWN,
            reason[:1000],
            timezone.now(),
        )
        message.save(update_fields=["state", "problem", "done_at"])
        words = SUBJECTS[message.channel].withdrawn
        record_event(
            case=case,
            kind=words.kind,
            text=sentence_of(words, message, reason),
            by=None,
            data={"outgoing_id": message.pk},
        )
    return len(waiting)
