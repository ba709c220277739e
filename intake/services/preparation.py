"""The newcomer fills in the preparation sheet, step by step, before the brede intake."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import Language
from cases.models import Case
from cases.selectors import may_edit
from cases.services import record_event
from intake.enums import EventKind, Feeling, Importance, Indicator
from intake.models import Intake, PreparationSheet, SheetAnswer, SheetRating
from intake.rules import STEP_BY_KEY, AnswerError, Question, SheetStep, clean_value
from intake.services.prefilling import prefill

COMPLETED = "De brede intake is afgerond. Het voorbereidingsblad kan niet meer wijzigen."


@dataclass(frozen=True)
class Given:
    """One answer as it was typed; "" and not declined takes it back."""

    text: str = ""
    declined: bool = False


@dataclass(frozen=True)
class Rated:
    importance: str = ""
    feeling: str = ""


@transaction.atomic
def save_sheet_step(
    *, case: Case, step: str, by: User, answers: Mapping[str, Given] | None = None,
    ratings: Mapping[str, Rated] | None = None, language: str = "",
) -> PreparationSheet:  # fmt: skip
    """Keeps one step of the sheet, and fills in the intake that runs with it (PP-27).

    By the newcomer in the portal, or by who guides the case when they fill it in together, also while the newcomer
    still lives with COA (PP-31). Raises ValidationError with all that is wrong, and when the intake is completed.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("person").get(pk=case.pk)
    intake = _running_intake(case, by)
    if step not in STEP_BY_KEY:
        raise ValidationError("Deze stap staat niet op het voorbereidingsblad.")
    wanted = _clean(STEP_BY_KEY[step], answers or {}, ratings or {}, language)
    now = timezone.now()
    sheet, is_new = PreparationSheet.objects.get_or_create(case=case)
    for key, given in wanted.items():
        SheetAnswer.objects.update_or_create(
            sheet=sheet, question=key, defaults={
                "original": given.text, "declined": given.declined, "by": by, "at": now,
                "language": language if given.text else "",
            },
        )  # fmt: skip
    for indicator, rated in (ratings or {}).items():
        SheetRating.objects.update_or_create(
            sheet=sheet, indicator=indicator,
            defaults={"importance": rated.importance, "feeling": rated.feeling, "by": by, "at": now},
        )  # fmt: skip
    sheet.updated_at = now
    sheet.save(update_fields=["updated_at"])
    if intake:
        prefill(intake)
    if is_new:
        record_event(case=case, kind=EventKind.SHEET, by=by, text=f"Voorbereidingsblad begonnen{_who(by)}.",
                     data={"sheet_id": sheet.pk})  # fmt: skip
    return sheet


def _who(by: User) -> str:
    return " door de nieuwkomer" if by.is_resident else ", samen met de nieuwkomer"


def _running_intake(case: Case, by: User) -> Intake | None:
    """The intake under lock; None before it was started. Raises ValidationError when nothing may be written any more."""
    may = by.bsn_index == case.person.bsn_index if by.is_resident else may_edit(by, case)
    if not may:
        raise ValidationError("U mag dit dossier niet wijzigen.")
    if not case.is_open:
        raise ValidationError(
            "Dit dossier is gesloten. Het voorbereidingsblad kan niet meer wijzigen.", code="closed"
        )
    latest = Intake.objects.select_for_update(of=("self",)).filter(case=case).order_by("-id").first()
    if latest and not latest.is_open:
        raise ValidationError(COMPLETED, code="closed")
    return latest


def _clean(
    step: SheetStep, answers: Mapping[str, Given], ratings: Mapping[str, Rated], language: str
) -> dict[str, Given]:
    obstacles: list[str] = []
    questions = {question.key: question for question in step.questions}
    if not (set(answers) <= set(questions) and set(ratings) <= {one.value for one in step.indicators}):
        obstacles.append("Deze vraag staat niet bij deze stap.")
    if language and language not in Language.values:
        obstacles.append("Kies een taal uit de lijst.")
    wanted = {}
    for key, given in answers.items():
        try:
            wanted[key] = _cleaned(questions[key], given) if key in questions else given
        except AnswerError as error:
            obstacles.append(f"{questions[key].label}: {error}")
    for indicator, rated in ratings.items():
        if rated.importance not in {"", *Importance.values} or rated.feeling not in {"", *Feeling.values}:
            name = Indicator(indicator).label if indicator in Indicator.values else indicator[:20]
            obstacles.append(f"{name}: kies een van de antwoorden.")
    if obstacles:
        raise ValidationError(obstacles)
    return wanted


def _cleaned(question: Question, given: Given) -> Given:
    text = clean_value(question, given.text)
    if text and given.declined:
        raise AnswerError("Geef een antwoord, of kies dat u dit niet wilt vertellen.")
    return Given(text, given.declined)
