"""The preparation sheet, as a colleague and as the newcomer may see it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import Case, Person
from cases.selectors import cases_of_resident, cases_visible_to
from contact.selectors.preferences import languages_read
from intake.models import Intake, IntakeAnswer, PreparationSheet, SheetAnswer, SheetRating
from intake.rules import HEALTH, SHEET_STEPS, SheetStep
from intake.selectors.finding import current_intake, may_read_health

_MOST = 100


@dataclass(frozen=True)
class FilledStep:
    """A step with what was filled in."""

    step: SheetStep
    answers: tuple[SheetAnswer, ...]
    ratings: tuple[SheetRating, ...]

    @property
    def is_filled(self) -> bool:
        return bool(self.answers or self.ratings)


def sheet_of(case: Case) -> PreparationSheet | None:
    """With its answers and ratings: three queries."""
    sheets = PreparationSheet.objects.prefetch_related("answers__by", "ratings")
    return sheets.filter(case=case).first()


def sheet_of_resident(user: User, case: Case) -> PreparationSheet | None:
    """None for a case of somebody else, or a sheet that isn't there yet."""
    return sheet_of(case) if cases_of_resident(user).filter(pk=case.pk).exists() else None


def language_to_write(sheet: PreparationSheet | None, person: Person) -> str:
    """What the newcomer last wrote in, else the language that they read best by the dossier; empty when it says none."""
    written = [one for one in sheet.answers.all() if one.language and one.by.is_resident] if sheet else []
    if written:
        return max(written, key=lambda one: (one.at, one.pk)).language
    return next(iter(languages_read(person)), "")


def filled_steps(sheet: PreparationSheet | None, *, with_health: bool = True) -> tuple[FilledStep, ...]:
    """Every step in its order. What says something about health is left out for who doesn't need it."""
    answers = {one.question: one for one in sheet.answers.all() if one.is_given} if sheet else {}
    ratings = {one.indicator: one for one in sheet.ratings.all() if one.is_given} if sheet else {}
    hidden = frozenset() if with_health else HEALTH
    return tuple(
        FilledStep(
            step,
            tuple(answers[key] for key in step.question_keys if key in answers),
            tuple(ratings[one] for one in step.indicators if one in ratings and one not in hidden),
        )
        for step in SHEET_STEPS
    )


def sheet_for_staff(user: User, case: Case) -> tuple[FilledStep, ...]:
    """The steps with something in them that this colleague may read; empty when there is nothing."""
    steps = filled_steps(sheet_of(case), with_health=may_read_health(user, case))
    return tuple(step for step in steps if step.is_filled)


def shows_health(steps: tuple[FilledStep, ...]) -> bool:
    return any(rating.indicator in HEALTH for step in steps for rating in step.ratings)


def sheet_is_writable(case: Case) -> bool:
    """Until the intake is completed: then the newcomer says it to the klantmanager, or in the talk about the PIP."""
    intake = current_intake(case)
    return case.is_open and (intake is None or intake.is_open)


@dataclass(frozen=True)
class SheetsFilled:
    """Of how many intakes the newcomer filled in something before it (PP-27), and those where that didn't happen."""

    filled: int
    total: int
    without: tuple[Case, ...] = ()

    @property
    def percentage(self) -> int:
        return round(100 * self.filled / self.total) if self.total else 0


def sheets_filled(user: User, *, since: date) -> SheetsFilled:
    """Of the intakes that started from this day on in the teams that somebody leads. Two queries."""
    led = cases_visible_to(user).filter(team_id__in=user.team_ids(Role.TEAMLEIDER))
    intakes = Intake.objects.filter(case__in=led, started_on__gte=since).annotate(has_sheet=Exists(_filled()))
    counted = intakes.aggregate(total=Count("pk"), filled=Count("pk", filter=Q(has_sheet=True)))
    without = (
        intakes.filter(has_sheet=False).select_related("case__person").order_by("-started_on", "-pk")[:_MOST]
    )
    return SheetsFilled(counted["filled"], counted["total"], tuple(intake.case for intake in without))


def _filled() -> QuerySet[PreparationSheet]:
    answered = SheetAnswer.objects.filter(sheet=OuterRef("pk")).filter(~Q(original="") | Q(declined=True))
    rated = SheetRating.objects.filter(sheet=OuterRef("pk")).exclude(importance="", feeling="")
    return PreparationSheet.objects.filter(Exists(answered) | Exists(rated), case=OuterRef("case"))


def differing_answers(case: Case, answers: dict[str, IntakeAnswer]) -> dict[str, SheetAnswer]:
    """Questions at which the sheet says something else than the intake: a colleague wrote there first."""
    sheet = sheet_of(case)
    given = [one for one in sheet.answers.all() if one.original] if sheet else []
    return {
        one.question: one
        for one in given
        if one.question in answers and answers[one.question].original not in {"", one.original}
    }
