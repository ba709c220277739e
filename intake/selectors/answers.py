"""Answers, their history, and texts between which somebody must choose."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
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
