"""The leerbaarheidstoets of a case, held against the other sources."""

from dataclasses import dataclass

from cases.models import Case
from intake.enums import LbtOutcome
from intake.models import IntakeAnswer, LbtRegistration, LbtResult
from intake.rules import NOT_BINDING, contradictions
from intake.selectors.answers import answers_by_question
from intake.selectors.finding import current_intake


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
