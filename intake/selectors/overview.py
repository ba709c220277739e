"""How far an intake is, and its written record."""

from dataclasses import dataclass

from django.db.models import Count, Q

from accounts.models import User
from cases.models import Case
from inburgering.kit.typed import says_something
from intake.enums import PromiseOutcome
from intake.models import Entry, Intake, IntakeAnswer
from intake.rules import (
    QUESTIONS,
    EntryList,
    Facts,
    Missing,
    Progress,
    Question,
    Section,
    applies,
    is_needed,
    missing,
    progress,
)
from intake.selectors.answers import answers_by_question, answers_visible_to, conflicts_of
from intake.selectors.finding import current_intake, sections_visible_to
from intake.selectors.lbt import LbtAdvice, lbt_advice
from intake.selectors.lists import lists_of_section


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
    still_open = Q(promises__outcome=PromiseOutcome.OPEN)
    talks = intake.talks.aggregate(
        number=Count("id", distinct=True), open_promises=Count("promises", filter=still_open)
    )
    facts = Facts(
        values={key: answer.original for key, answer in answers.items()},
        declined={key for key, answer in answers.items() if answer.declined},
        talks=talks["number"],
        open_promises=talks["open_promises"],
        private_talk_on=intake.private_talk_on,
        has_lbt=lbt.is_known or says_something(intake.without_lbt_reason),
        is_contradictory=lbt.is_contradictory,
        judgement_is_old=lbt.judged_at is not None and not lbt.is_judged,
        scripts_seen=lbt.scripts_seen,
        has_earlier_pip=lbt.has_earlier_pip,
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
    lists: tuple[tuple[EntryList, list[Entry]], ...] = ()


def holds_health(record: tuple[RecordSection, ...]) -> bool:
    """Whether a reader of this record sees an answer about health."""
    return any(
        line.answer and line.answer.is_given
        for block in record
        if block.section.restricted
        for line in block.lines
    )


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

    return tuple(
        RecordSection(section, lines(section), tuple(lists_of_section(intake.case, section.key)))
        for section in sections_visible_to(user, intake.case)
    )
