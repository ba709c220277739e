"""Intakes and their answers, as far as somebody may see them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from intake.enums import LbtOutcome, Part
from intake.models import Intake, IntakeAnswer, IntakeConflict, LbtRegistration, LbtResult
from intake.rules import (
    NOT_BINDING,
    QUESTIONS,
    RESTRICTED,
    SECTIONS,
    Facts,
    Missing,
    Progress,
    Question,
    Section,
    applies,
    contradictions,
    is_needed,
    missing,
    progress,
)


def intakes_visible_to(user: User) -> QuerySet[Intake]:
    """Intakes of the cases that a staff user may read. What they hold about health is for `sections_visible_to`."""
    return Intake.objects.filter(case__in=cases_visible_to(user)).select_related("case", "case__person")


def sections_visible_to(user: User, case: Case) -> tuple[Section, ...]:
    """All sections for who guides the case; without health for everybody else."""
    if may_edit(user, case):
        return SECTIONS
    return tuple(section for section in SECTIONS if not section.restricted)


def current_intake(case: Case) -> Intake | None:
    """The intake that runs, else the last that was completed."""
    return (
        Intake.objects.filter(case=case)
        .select_related("completed_by", "private_talk_by")
        .order_by("-id")
        .first()
    )


def earlier_intakes(case: Case) -> QuerySet[Intake]:
    """Other intakes on the same traject: of this person at this gemeente, also in a case that was closed."""
    return Intake.objects.filter(case__person_id=case.person_id, case__gemeente_id=case.gemeente_id).order_by(
        "-id"
    )


def answers_by_question(intake: Intake) -> dict[str, IntakeAnswer]:
    """All answers by key of their question (see `intake.rules.catalogue`), health too: for acts, not for a reader's screen."""
    return {answer.question: answer for answer in intake.answers.select_related("updated_by")}


def answers_visible_to(user: User, intake: Intake) -> dict[str, IntakeAnswer]:
    """As `answers_by_question`, without health for who doesn't guide the case."""
    answers = answers_by_question(intake)
    return (
        answers if may_edit(user, intake.case) else {k: a for k, a in answers.items() if k not in RESTRICTED}
    )


def author_of(answer: IntakeAnswer, part: Part) -> int | None:
    """Id of the user who gave a part of an answer the value that it has now."""
    author = answer.updated_by_id
    for version in versions_of(answer):
        value = version.declined if part is Part.DECLINED else getattr(version, part.value)
        if value != getattr(answer, part.value):
            break
        author = version.updated_by_id
    return author


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


def latest_lbt_result(case: Case) -> LbtResult | None:
    return LbtResult.objects.filter(case=case).first()


@dataclass(frozen=True)
class LbtAdvice:
    """What the leerbaarheidstoets says, and what contradicts it. Show `not_binding` wherever the result is shown."""

    results: tuple[LbtResult, ...]
    registration: LbtRegistration | None
    contradictions: tuple[str, ...]
    not_binding: str = NOT_BINDING

    @property
    def result(self) -> LbtResult | None:
        return self.results[0] if self.results else None

    @property
    def earlier_results(self) -> tuple[LbtResult, ...]:
        return self.results[1:]

    @property
    def is_exempt(self) -> bool:
        return self.registration is not None and self.registration.is_exempt

    @property
    def is_known(self) -> bool:
        return self.is_exempt or self.result is not None

    @property
    def is_contradictory(self) -> bool:
        return bool(self.contradictions)


def lbt_advice(case: Case, answers: dict[str, IntakeAnswer] | None = None) -> LbtAdvice:
    """The last result of DUO held against what the newcomer said; `answers` are those of the current intake."""
    if answers is None:
        intake = current_intake(case)
        answers = answers_by_question(intake) if intake else {}
    results = tuple(LbtResult.objects.filter(case=case))
    outcome = LbtOutcome(results[0].result) if results else None
    return LbtAdvice(
        results=results,
        registration=LbtRegistration.objects.filter(case=case).first(),
        contradictions=contradictions(outcome, {key: answer.original for key, answer in answers.items()}),
    )


@dataclass(frozen=True)
class Overview:
    """An intake and all that its pages count: answers, progress, what is missing, the test."""

    intake: Intake
    answers: dict[str, IntakeAnswer]
    progress: tuple[Progress, ...]
    missing: tuple[Missing, ...]
    needed_questions: frozenset[str]
    lbt: LbtAdvice

    @property
    def answered(self) -> int:
        return sum(part.answered for part in self.progress)

    @property
    def needed(self) -> int:
        return sum(part.needed for part in self.progress)

    @property
    def needs_explaining_again(self) -> bool:
        """The newcomer couldn't tell, or wasn't asked, what happens now."""
        answer = self.answers.get("terugvertellen")
        return answer is None or not answer.is_given


def overview_of(intake: Intake) -> Overview:
    """Takes five queries, however many answers there are, and one more when `intake.case` isn't loaded."""
    answers = answers_by_question(intake)
    lbt = lbt_advice(intake.case, answers)
    facts = Facts(
        values={key: answer.original for key, answer in answers.items()},
        declined={key for key, answer in answers.items() if answer.declined},
        talks=intake.talks.aggregate(number=Count("id"))["number"],
        private_talk_on=intake.private_talk_on,
        has_lbt=lbt.is_known or bool(intake.without_lbt_reason),
        is_contradictory=lbt.is_contradictory,
        undecided=frozenset(conflicts_of(intake).values_list("answer__question", flat=True)),
    )
    return Overview(
        intake=intake,
        answers=answers,
        progress=progress(facts),
        missing=missing(facts),
        needed_questions=frozenset(key for key, question in QUESTIONS.items() if is_needed(question, facts)),
        lbt=lbt,
    )


def overview_of_case(case: Case) -> Overview | None:
    """For the page of a case; None when no intake was started."""
    intake = current_intake(case)
    return overview_of(intake) if intake else None


@dataclass(frozen=True)
class RecordLine:
    question: Question
    answer: IntakeAnswer | None


@dataclass(frozen=True)
class RecordSection:
    section: Section
    lines: tuple[RecordLine, ...]


def record_of(user: User, intake: Intake) -> tuple[RecordSection, ...]:
    """The written record as this reader may see it: what was answered, and what should have been."""
    answers = answers_visible_to(user, intake)
    values = {key: answer.original for key, answer in answers.items()}

    def lines(section: Section) -> tuple[RecordLine, ...]:
        found = [RecordLine(question, answers.get(question.key)) for question in section.questions]
        return tuple(
            line
            for line in found
            if (line.answer and line.answer.is_given)
            or (line.question.required and applies(line.question, values))
        )

    return tuple(RecordSection(section, lines(section)) for section in sections_visible_to(user, intake.case))
