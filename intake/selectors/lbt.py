"""The leerbaarheidstoets of a case, held against the other sources."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cases.models import Case
from intake.enums import LbtOutcome
from intake.models import IntakeAnswer, LbtRegistration, LbtResult, LbtVersion
from intake.rules import JUDGEMENT, NOT_BINDING, contradictions
from intake.selectors.answers import answers_by_question
from intake.selectors.finding import current_intake
from intake.selectors.lists import evidence_of


def latest_lbt_result(case: Case) -> LbtResult | None:
    return LbtResult.objects.filter(case=case).first()


def lbt_versions_of(gemeente_id: int | None) -> QuerySet[LbtVersion]:
    """The versions of the test that a gemeente knows of, the newest first."""
    return LbtVersion.objects.filter(gemeente_id=gemeente_id or 0).select_related("set_by")


@dataclass(frozen=True)
class LbtAdvice:
    """What the leerbaarheidstoets says, and what contradicts it. Show `not_binding` wherever the result is shown."""

    results: tuple[LbtResult, ...]
    registration: LbtRegistration | None
    contradictions: tuple[str, ...]
    scripts_seen: int = 0
    judged_at: datetime | None = None
    """When somebody gave a judgement with its reasons; None when nobody did."""
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
    def has_earlier_pip(self) -> bool:
        """Somebody moved here with the PIP of another gemeente: no new test, whatever became of the first (R-04)."""
        return self.registration is not None and self.registration.has_earlier_pip

    @property
    def is_needed(self) -> bool:
        return not (self.is_exempt or self.has_earlier_pip)

    @property
    def is_known(self) -> bool:
        return not self.is_needed or self.result is not None

    @property
    def is_contradictory(self) -> bool:
        return bool(self.contradictions)

    @property
    def is_judged(self) -> bool:
        """Somebody wrote down what to think of the result that we have now; a judgement of an earlier one is about that."""
        return bool(self.judged_at and self.result and self.judged_at >= self.result.received_at)

    @property
    def is_open(self) -> bool:
        """Sources disagree and nobody has judged yet: then nothing may be advised automatically (PP-32)."""
        return self.is_contradictory and not self.is_judged


def lbt_advice(case: Case, answers: dict[str, IntakeAnswer] | None = None) -> LbtAdvice:
    """The last result of DUO held against what the newcomer said; `answers` are those of the current intake."""
    if answers is None:
        intake = current_intake(case)
        answers = answers_by_question(intake) if intake else {}
    results = tuple(LbtResult.objects.filter(case=case))
    outcome = LbtOutcome(results[0].result) if results else None
    evidence = evidence_of(case)
    return LbtAdvice(
        results=results,
        registration=LbtRegistration.objects.filter(case=case).first(),
        contradictions=contradictions(
            outcome, {key: answer.original for key, answer in answers.items()}, evidence
        ),
        scripts_seen=len(evidence.scripts),
        judged_at=_judged_at(answers),
    )


def _judged_at(answers: dict[str, IntakeAnswer]) -> datetime | None:
    found = [answers[key] for key in JUDGEMENT if key in answers and answers[key].original]
    return max(answer.updated_at for answer in found) if len(found) == len(JUDGEMENT) else None


def open_contradictions(case: Case) -> tuple[str, ...]:
    """Why the test and other sources disagree, as long as nobody wrote a judgement and no retest settled it."""
    advice = lbt_advice(case)
    return advice.contradictions if advice.is_open else ()
