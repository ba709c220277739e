"""The criteria of the onderwijsroute, who meets them, and which tests were asked for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import Gemeente, User
from cases.models import Case
from cases.selectors import cases_of_resident
from inburgering.kit.dutch import format_date
from intake.enums import Criterion
from intake.models import ExtraTest, IntakeAnswer, SkillLevel
from intake.rules import Words
from intake.selectors import earlier_proofs
from pip_plans.models import CriterionJudgement, RouteCriterion
from pip_plans.rules.criteria import DEFAULTS, Met, told_by
from pip_plans.selectors.advice import said_in_intake
from pip_plans.selectors.situation import answers_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A criterion as it is published, also one of ours that no gemeente wrote. `id` is 0 for those."""

    key: str
    words: Words
    source: str
    proof: str = ""
    id: int = 0


@dataclass(frozen=True)
class Standing:
    """One criterion for one person."""

    criterion: Shown
    met: Met
    judgement: CriterionJudgement | None
    proofs: tuple[str, ...]
    said: tuple[str, ...]
    """What the intake says about it, with who said so."""
    tests: tuple[ExtraTest, ...]


def criteria_in_force(gemeente: Gemeente, on: date) -> tuple[Shown, ...]:
    """Those that the gemeente published, or else ours."""
    rows = list(criteria_of(gemeente))
    if rows:
        return tuple(_shown(row) for row in rows if row.in_force_on(on))
    return tuple(
        Shown(key=one.key, words=one.words, source=one.source, proof=one.proof or "") for one in DEFAULTS
    )


def _shown(row: RouteCriterion) -> Shown:
    words = Words(row.text_nl, row.text_en, row.text_ar)
    return Shown(key=row.shown_key, words=words, source=row.source, proof=row.proof, id=row.pk)


def criteria_of(gemeente: Gemeente) -> QuerySet[RouteCriterion]:
    return RouteCriterion.objects.filter(gemeente=gemeente).select_related("set_by")


def standings_of(case: Case, on: date) -> tuple[Standing, ...]:
    """Each criterion with met, not met or unknown, and what proves it: papers and tests that stand in the dossier once."""
    criteria = criteria_in_force(case.gemeente, on)
    judged = CriterionJudgement.objects.filter(case=case).select_related("by", "document", "criterion")
    latest: dict[int, CriterionJudgement] = {}
    for row in judged.order_by("id"):
        latest[row.criterion_id] = row
    tests = list(ExtraTest.objects.filter(case=case, removed_at=None).select_related("by").order_by("id"))
    answers = _answers(case)
    return tuple(_standing(case, one, latest.get(one.id), tests, answers) for one in criteria)


def said_about(case: Case, key: str, proof: str) -> tuple[str, ...]:
    """What the intake says about one criterion."""
    return _said(_answers(case), key, proof)


def _answers(case: Case) -> dict[str, IntakeAnswer]:
    return {answer.question: answer for answer in answers_of(case).select_related("updated_by")}


def _said(answers: Mapping[str, IntakeAnswer], key: str, proof: str) -> tuple[str, ...]:
    wanted = [(question, "") for question in told_by(key, proof)]
    return tuple(one.in_one_line for one in said_in_intake(answers, wanted))


def _standing(
    case: Case,
    one: Shown,
    judgement: CriterionJudgement | None,
    tests: Sequence[ExtraTest],
    answers: Mapping[str, IntakeAnswer],
) -> Standing:
    proofs = earlier_proofs(case, Criterion(one.proof)) if one.proof else []
    if one.proof == Criterion.LEERBAARHEID:
        proofs += own_levels(case)
    mine = tuple(test for test in tests if one.proof and test.criterion == one.proof)
    said = _said(answers, one.key, one.proof)
    met = Met(judgement.met) if judgement else Met.BEKEND if said else Met.ONBEKEND
    return Standing(one, met, judgement, tuple(proofs), said, mine)


def own_levels(case: Case) -> list[str]:
    """What somebody can do in Dutch by now, also after learning alone: it counts, and nobody asks for it twice (PP-123)."""
    rows = SkillLevel.objects.filter(case=case, removed_at=None).order_by("skill", "-measured_on", "-id")
    return [
        f"{row} ({row.get_source_display().lower()}, {format_date(row.measured_on, weekday=False)})"
        for row in rows
    ]


def standings_for_resident(user: User, case: Case, on: date) -> tuple[Standing, ...]:
    """The same for the newcomer; nothing for anybody else's case."""
    return standings_of(case, on) if cases_of_resident(user).filter(pk=case.pk).exists() else ()


def other_tests(case: Case, standings: Sequence[Standing]) -> list[Any]:
    """Tests that were asked for something that is no criterion."""
    shown = {test.pk for standing in standings for test in standing.tests}
    rows = ExtraTest.objects.filter(case=case, removed_at=None).exclude(pk__in=shown)
    return list(rows.select_related("by").order_by("id"))
