"""Saving one field at a time, without ever writing over a colleague."""

from collections.abc import Mapping
from typing import assert_never

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import Language
from intake.enums import Part, Source
from intake.models import Intake, IntakeAnswer, IntakeConflict
from intake.rules import AnswerError, Question, clean_text, clean_value, is_overtaken, question_of
from intake.selectors.answers import name_for_staff
from intake.services.intakes import check_writable, writable


def save_answer(
    *, intake: Intake, question: str, by: User | None, original: str | None = None, original_language: str | None = None,
    translation: str | None = None, source: str | None = None, declined: bool | None = None,
    seen: Mapping[Part, str] | None = None,
) -> IntakeAnswer:  # fmt: skip
    """Saves the given parts of one answer; `None` leaves a part as it is.

    `seen` holds for each part the `rules.fingerprint` of the value that was on the screen. When a colleague has changed
    it since, the text is kept as an `IntakeConflict` and a ValidationError with code "conflict" says so. Without `seen`
    the last one to save wins.
    """
    given = {Part.ORIGINAL: original, Part.LANGUAGE: original_language, Part.TRANSLATION: translation, Part.SOURCE: source,
             Part.DECLINED: None if declined is None else "ja" if declined else ""}  # fmt: skip
    try:
        definition = question_of(question)
        wanted = {part: _clean(definition, part, value) for part, value in given.items() if value is not None}
    except AnswerError as error:
        raise ValidationError(str(error), code="invalid") from error
    answer, conflicts = _save(intake, question, by, wanted, seen or {})
    if conflicts:  # Outside the transaction, which keeps them.
        raise ValidationError(_conflict_sentence(conflicts[0]), code="conflict")
    return answer


def _clean(question: Question, part: Part, value: str) -> str:
    match part:
        case Part.ORIGINAL:
            return clean_value(question, value)
        case Part.TRANSLATION:
            return clean_text(value)
        case Part.LANGUAGE:
            if value and value not in Language.values:
                raise AnswerError("Kies een taal uit de lijst.")
            return value
        case Part.SOURCE:
            if value not in Source.values:
                raise AnswerError("Kies een bron uit de lijst.")
            return value
        case Part.DECLINED:
            if value and not question.may_decline:
                raise AnswerError(
                    "Bij deze vraag kan 'wilde niet delen' niet. De gemeente moet dit weten voor het plan."
                )
            return value
    assert_never(part)


@transaction.atomic
def _save(
    intake: Intake, question: str, by: User | None, wanted: Mapping[Part, str], seen: Mapping[Part, str]
) -> tuple[IntakeAnswer, list[IntakeConflict]]:
    answer = _locked_answer(intake, question)
    overtaken = [
        part for part in wanted if part in seen and _is_overtaken(answer, part, seen[part], wanted[part], by)
    ]
    conflicts = [_keep_conflict(answer, part, wanted[part], by) for part in overtaken if by]
    changed = {
        part: value
        for part, value in wanted.items()
        if part not in overtaken and answer.value_of(part) != value
    }
    if changed:
        _write(answer, changed, by)
    return answer, conflicts


def _is_overtaken(answer: IntakeAnswer, part: Part, seen: str, wanted: str, by: User | None) -> bool:
    """Somebody's own earlier save from the same page doesn't count."""
    if (
        by is None
        or answer.pk is None
        or not is_overtaken(seen=seen, current=answer.value_of(part), wanted=wanted)
    ):
        return False
    return answer.author_of(part) != by.pk


def _locked_answer(intake: Intake, question: str) -> IntakeAnswer:
    """The answer and its intake under one lock: with the write that follows, two queries for each save.

    Only the first answer to a question takes more, for then there is no row yet to lock.
    """
    if answer := _find_locked(intake, question):
        check_writable(answer.intake)
        return answer
    intake = writable(intake)
    return _find_locked(intake, question) or IntakeAnswer(intake=intake, question=question)


def _find_locked(intake: Intake, question: str) -> IntakeAnswer | None:
    # Both rows: who waited for a colleague must see what that one wrote. The intake first: who saves a whole section
    # holds it already, and goes on to the answers.
    locked = IntakeAnswer.objects.select_for_update(of=("intake", "self"))
    related = locked.select_related("intake__case", "updated_by")
    return related.filter(intake_id=intake.pk, question=question).first()


def _write(answer: IntakeAnswer, changed: Mapping[Part, str], by: User | None) -> None:
    for part, value in changed.items():
        setattr(answer, part.value, bool(value) if part is Part.DECLINED else value)
    answer.authors = answer.authors | {part.value: by.pk if by else None for part in changed}
    answer.updated_by, answer.updated_at = by, timezone.now()
    if answer.pk is None:
        answer.save()
    else:
        answer.save(update_fields=[*(part.value for part in changed), "authors", "updated_by", "updated_at"])


def _keep_conflict(answer: IntakeAnswer, part: Part, value: str, by: User) -> IntakeConflict:
    conflict, _ = IntakeConflict.objects.update_or_create(
        answer=answer,
        part=part.value,
        by=by,
        settled_at=None,
        defaults={"value": value, "at": timezone.now()},
    )
    return conflict


def _conflict_sentence(conflict: IntakeConflict) -> str:
    author = User.objects.filter(pk=conflict.answer.author_of(Part(conflict.part)) or 0).first()
    at = timezone.localtime(conflict.answer.updated_at)
    return (f"{name_for_staff(author)[:80]} wijzigde dit om {at:%H:%M} ook. Uw tekst is apart bewaard. "
            "Ververs de pagina en kies welke tekst blijft.")  # fmt: skip


@transaction.atomic
def settle_conflict(*, conflict: IntakeConflict, keep_mine: bool, by: User) -> IntakeAnswer:
    """Chooses between the text that stands and the one that came later; both can still be read in the history.

    ValidationError when a colleague chose first; to choose twice oneself is a second click.
    """
    answer = _locked_answer(conflict.answer.intake, conflict.answer.question)
    conflict = (
        IntakeConflict.objects.select_for_update(of=("self",))
        .select_related("settled_by")
        .get(pk=conflict.pk)
    )
    if conflict.settled_by not in (None, by):
        raise ValidationError(f"{conflict.settled_by.name} koos hier al. Kijk welke tekst er nu staat.")
    if conflict.settled_at is None:
        if keep_mine:
            part = Part(conflict.part)
            _write(answer, {part: _clean(question_of(answer.question), part, conflict.value)}, by)
        conflict.settled_at, conflict.settled_by = timezone.now(), by
        conflict.save(update_fields=["settled_at", "settled_by"])
    return answer
