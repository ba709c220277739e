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
from inburgering.kit.conflicts import Verdict, verdict
from intake.enums import EventKind, Feeling, Importance, Indicator
from intake.models import Intake, PreparationSheet, SheetAnswer, SheetRating
from intake.rules import STEP_BY_KEY, AnswerError, Question, SheetStep, clean_value
from intake.selectors.answers import name_for_staff
from intake.services.prefilling import prefill

COMPLETED = "De brede intake is afgerond. Het voorbereidingsblad kan niet meer wijzigen."


Row = SheetAnswer | SheetRating


@dataclass(frozen=True)
class Given:
    """One answer as it was typed; "" and not declined takes it back.

    `seen` is the `mark` of the answer that stood on the page; "" when the sender doesn't say, and then the last to save
    wins.
    """

    text: str = ""
    declined: bool = False
    seen: str = ""

    @property
    def value(self) -> tuple[str, bool]:
        return self.text, self.declined


@dataclass(frozen=True)
class Rated:
    """The two answers about one area, and the `mark` of those that stood on the page, as in `Given`."""

    importance: str = ""
    feeling: str = ""
    seen: str = ""

    @property
    def value(self) -> tuple[str, str]:
        return self.importance, self.feeling


class SheetClash(ValidationError):
    """Two people changed the same answers. Nothing of the step was kept: who sent it chooses, and sends it again.

    `standing` has what the other wrote, by question or area.
    """

    def __init__(self, standing: Mapping[str, Row]) -> None:
        super().__init__([_sentence(row) for row in standing.values()], code="conflict")
        self.standing = standing


@transaction.atomic
def save_sheet_step(
    *, case: Case, step: str, by: User, answers: Mapping[str, Given] | None = None,
    ratings: Mapping[str, Rated] | None = None, language: str = "", language_seen: str = "",
) -> PreparationSheet:  # fmt: skip
    """Keeps what was changed in one step of the sheet, and fills in the intake that runs with it (PP-27).

    By the newcomer in the portal, or by who guides the case when they fill it in together, also while the newcomer
    still lives with COA (PP-31). What the sender left alone stays as it is, with the name of who wrote it. Raises
    `SheetClash` for what both changed, and ValidationError with all that is wrong or when the intake is completed.

    `language` is that of the texts that are written now. Where `language_seen` stood on the page as the language of a
    text that stays, it becomes the language of that one too.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("person").get(pk=case.pk)
    intake = _running_intake(case, by)
    if step not in STEP_BY_KEY:
        raise ValidationError("Deze stap staat niet op het voorbereidingsblad.")
    wanted = _clean(STEP_BY_KEY[step], answers or {}, ratings or {}, language)
    now = timezone.now()
    sheet, is_new = PreparationSheet.objects.get_or_create(case=case)
    changed, standing = _changes(sheet, wanted, ratings or {}, by)
    if standing:
        raise SheetClash(standing)
    _rename_language(sheet, wanted.keys() - changed.keys(), language, language_seen)
    for row in changed.values():
        if isinstance(row, SheetAnswer):
            row.language = language if row.original and row.definition.is_text else ""
        row.by, row.at = by, now
        row.save()
    sheet.updated_at = now
    sheet.save(update_fields=["updated_at"])
    if intake:
        prefill(intake)
    if is_new:
        record_event(case=case, kind=EventKind.SHEET, by=by, text=f"Voorbereidingsblad begonnen{_who(by)}.",
                     data={"sheet_id": sheet.pk})  # fmt: skip
    return sheet


def _changes(
    sheet: PreparationSheet, answers: Mapping[str, Given], ratings: Mapping[str, Rated], by: User
) -> tuple[dict[str, Row], dict[str, Row]]:
    """The rows with another value, not saved yet; and those of somebody else, where the sender must choose."""
    rows: dict[str, Row] = {key: SheetAnswer(sheet=sheet, question=key, by=by) for key in answers}
    rows |= {key: SheetRating(sheet=sheet, indicator=key, by=by) for key in ratings}
    rows |= {one.question: one for one in sheet.answers.filter(question__in=answers).select_related("by")}
    rows |= {one.indicator: one for one in sheet.ratings.filter(indicator__in=ratings).select_related("by")}
    changed: dict[str, Row] = {}
    standing: dict[str, Row] = {}
    sent: list[tuple[str, Given | Rated]] = [*answers.items(), *ratings.items()]
    for key, given in sent:
        row = rows[key]
        value = (
            (given.text, given.declined) if isinstance(given, Given) else (given.importance, given.feeling)
        )
        found = verdict(seen=given.seen, standing=row.value, wanted=value, is_own=row.by_id == by.pk)
        if found is Verdict.WRITE:
            row.value = value
            changed[key] = row
        elif found is Verdict.CHOOSE:
            standing[key] = row
    return changed, standing


def _rename_language(sheet: PreparationSheet, keys: set[str], language: str, seen: str) -> None:
    """Who says that a text is in another language didn't write the text: the name at it stays."""
    if seen and language and language != seen:
        for answer in sheet.answers.filter(question__in=keys, language=seen):
            answer.language = language
            answer.save(update_fields=["language"])


def _sentence(row: Row) -> str:
    at = timezone.localtime(row.at)
    return f"{row.label}: {name_for_staff(row.by)[:80]} wijzigde dit om {at:%H:%M} ook. Lees wat er nu staat en kies wat blijft."


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
    return Given(text, given.declined, given.seen)
