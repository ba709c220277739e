"""From the sheet of the newcomer into the intake, never over what a colleague wrote."""

from django.utils import timezone

from accounts.enums import Door
from cases.models import Case
from intake.enums import Part, Source
from intake.models import Intake, IntakeAnswer, PreparationSheet, SheetAnswer
from intake.rules import QUESTIONS, may_prefill


def prefill(intake: Intake) -> None:
    """Writes what stands on the sheet into the answers of this intake, which the caller holds under lock (PP-27).

    The source is the newcomer, also where a colleague typed it for them.
    """
    sheet = PreparationSheet.objects.filter(case_id=intake.case_id).first()
    if sheet is None:
        return
    present = {answer.question: answer for answer in intake.answers.select_for_update().order_by("pk")}
    newcomers = _newcomers(intake.case)
    for given in sheet.answers.order_by("pk"):
        answer = present.get(given.question) or IntakeAnswer(intake=intake, question=given.question)
        authors = set(answer.authors.values()) or {answer.updated_by_id}
        if may_prefill(
            is_given=answer.is_given or bool(answer.translation), authors=authors, newcomers=newcomers
        ):
            _write(answer, given)


def _newcomers(case: Case) -> set[int]:
    """Whoever wrote on a sheet as the newcomer: the residents of this person."""
    answers = SheetAnswer.objects.filter(sheet__case=case, by__door=Door.RESIDENT)
    return set(answers.values_list("by_id", flat=True))


def _write(answer: IntakeAnswer, given: SheetAnswer) -> None:
    question = QUESTIONS[given.question]
    declined = given.declined and question.may_decline
    wanted = {
        Part.ORIGINAL: given.original, Part.LANGUAGE: given.language if question.is_text and given.original else "",
        Part.DECLINED: declined, Part.SOURCE: Source.NIEUWKOMER.value,
    }  # fmt: skip
    if answer.pk is None and not (given.original or declined):
        return
    if answer.pk is not None and all(getattr(answer, part.value) == value for part, value in wanted.items()):
        return
    for part, value in wanted.items():
        setattr(answer, part.value, value)
    answer.authors = {part.value: given.by_id for part in wanted}
    answer.updated_by_id, answer.updated_at = given.by_id, timezone.now()
    answer.save()
