"""What was promised in a talk, until nothing of it is left open."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.services import record_event
from inburgering.kit.dutch import format_date
from intake.enums import EventKind, PromiseOutcome, PromiseSide
from intake.models import IntakeTalk, TalkPromise
from intake.rules import AnswerError, clean_text, closing_obstacles, settling_obstacles, shortened
from intake.services.intakes import writable

MAX_PROMISE = 1000


def _open_talk(talk: IntakeTalk) -> IntakeTalk:
    """The talk, under the lock of its intake. Raises ValidationError when its report was closed."""
    intake = writable(talk.intake)
    talk = IntakeTalk.objects.get(pk=talk.pk)
    if talk.is_closed:
        raise ValidationError("Het verslag van dit gesprek is afgesloten.", code="closed")
    talk.intake = intake
    return talk


def _text(text: str) -> tuple[str, list[str]]:
    """The text as it is kept, and why it can't be."""
    try:
        kept = " ".join(clean_text(text).split())
    except AnswerError as error:
        return "", [str(error)]
    if len(kept) > MAX_PROMISE:
        return "", [f"Deze tekst heeft {len(kept)} tekens. Gebruik hoogstens {MAX_PROMISE} tekens."]
    return kept, []


@transaction.atomic
def add_promise(
    *, talk: IntakeTalk, text: str, side: PromiseSide | str, by: User, due_on: date | None = None
) -> TalkPromise:
    """Writes down what somebody promised in this talk. The same promise sent twice is one promise."""
    talk = _open_talk(talk)
    kept, obstacles = _text(text)
    if not kept and not obstacles:
        obstacles.append("Schrijf op wat er is toegezegd.")
    if side not in PromiseSide.values:
        obstacles.append("Kies wie dit doet.")
    if due_on and due_on < talk.held_on:
        obstacles.append("De datum ligt vóór het gesprek waarin dit is toegezegd.")
    if obstacles:
        raise ValidationError(obstacles)
    promise, is_new = TalkPromise.objects.get_or_create(
        talk=talk, text=kept, side=side, defaults={"due_on": due_on, "made_by": by}
    )
    if is_new:
        record_event(case=talk.intake.case, kind=EventKind.PROMISED, by=by,
                     data={"promise_id": promise.pk, "talk_id": talk.pk},
                     text=f"Toegezegd in het gesprek van {format_date(talk.held_on)}: {shortened(kept)}")  # fmt: skip
    return promise


@transaction.atomic
def settle_promise(
    *, promise: TalkPromise, outcome: PromiseOutcome | str, by: User, note: str = ""
) -> TalkPromise:
    """Says what becomes of a promise. Another choice can be made until the report of the talk is closed."""
    talk = _open_talk(promise.talk)
    promise = TalkPromise.objects.select_for_update().get(pk=promise.pk)
    kept, obstacles = _text(note)
    obstacles = obstacles or settling_obstacles(outcome=outcome, note=kept)
    if obstacles:
        raise ValidationError(obstacles)
    if (promise.outcome, promise.note) == (outcome, kept):
        return promise
    promise.outcome, promise.note, promise.agreement_id = PromiseOutcome(outcome), kept, None
    promise.settled_by, promise.settled_at = by, timezone.now()
    promise.save(update_fields=["outcome", "note", "agreement_id", "settled_by", "settled_at"])
    why = f" {shortened(kept)}" if kept else ""
    record_event(
        case=talk.intake.case, kind=EventKind.PROMISE_SETTLED, by=by,
        data={"promise_id": promise.pk, "outcome": promise.outcome},
        text=f"Toezegging '{shortened(promise.text)}': {promise.get_outcome_display().lower()}.{why}",
    )  # fmt: skip
    return promise


@transaction.atomic
def link_promise(*, promise: TalkPromise, agreement_id: int | None) -> TalkPromise:
    """Says which agreement of the PIP a promise became; `None` when that agreement was taken out again."""
    promise = TalkPromise.objects.select_for_update().get(pk=promise.pk)
    if promise.outcome != PromiseOutcome.IN_PIP:
        raise ValidationError("Deze toezegging komt niet in het PIP.")
    promise.agreement_id = agreement_id
    promise.save(update_fields=["agreement_id"])
    return promise


@transaction.atomic
def close_talk(*, talk: IntakeTalk, by: User) -> IntakeTalk:
    """Closes the report of a talk, when each promise has an answer. Closing twice does nothing."""
    if (found := IntakeTalk.objects.get(pk=talk.pk)).is_closed:
        return found
    talk = _open_talk(talk)
    still_open = talk.promises.filter(outcome=PromiseOutcome.OPEN).values_list("text", flat=True)
    if obstacles := closing_obstacles(list(still_open)):
        raise ValidationError(obstacles)
    talk.closed_at, talk.closed_by = timezone.now(), by
    talk.save(update_fields=["closed_at", "closed_by"])
    record_event(case=talk.intake.case, kind=EventKind.TALK_CLOSED, by=by, data={"talk_id": talk.pk},
                 text=f"Het verslag van het gesprek van {format_date(talk.held_on)} is afgesloten.")  # fmt: skip
    return talk
