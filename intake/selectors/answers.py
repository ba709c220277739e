"""Answers, their history, and texts between which somebody must choose."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from intake.enums import Part
from intake.models import Intake, IntakeAnswer, IntakeConflict
from intake.rules import RESTRICTED
from intake.selectors.finding import may_read_health


def answers_by_question(intake: Intake) -> dict[str, IntakeAnswer]:
    """All answers by key of their question (see `intake.rules.catalogue`), health too: for acts, not for a reader's screen."""
    return {answer.question: answer for answer in intake.answers.select_related("updated_by")}


def answers_visible_to(user: User, intake: Intake) -> dict[str, IntakeAnswer]:
    """As `answers_by_question`, without health for who doesn't need it."""
    answers = answers_by_question(intake)
    return (
        answers
        if may_read_health(user, intake.case)
        else {k: a for k, a in answers.items() if k not in RESTRICTED}
    )


def versions_of(answer: IntakeAnswer) -> QuerySet[Any]:
    """Rows of `IntakeAnswerHistory`, latest first: every value that the answer had."""
    return answer.history.select_related("updated_by").order_by("-pgh_id")  # type: ignore[attr-defined, no-any-return]


def conflicts_of(intake: Intake) -> QuerySet[IntakeConflict]:
    """Fields at which somebody must still choose."""
    return (
        IntakeConflict.objects.filter(answer__intake=intake, settled_at=None)
        .select_related("answer", "answer__updated_by", "by")
        .order_by("at", "id")
    )


def name_for_staff(user: User | None) -> str:
    """Who wrote something, at the start of a sentence. None is the system."""
    if user is None:
        return "Het systeem"
    return "De nieuwkomer" if user.is_resident else user.name


@dataclass(frozen=True)
class Choice:
    """Two texts at one field, with who wrote the one that stands."""

    conflict: IntakeConflict
    standing_by: str


def choices_of(conflicts: Iterable[IntakeConflict]) -> list[Choice]:
    """One query more than the conflicts themselves, and none when there are none."""
    authors = {one: one.answer.author_of(Part(one.part)) for one in conflicts}
    users = User.objects.in_bulk({author for author in authors.values() if author}) if authors else {}
    return [Choice(one, name_for_staff(users.get(author or 0))) for one, author in authors.items()]
