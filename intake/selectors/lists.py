"""Lists of the intake: what stands in them now, and what they prove."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_of_resident
from inburgering.kit.dutch import format_date
from intake.enums import Criterion, Level, LevelSource, Skill
from intake.models import (
    ENTRY_MODELS,
    Diploma,
    Entry,
    ExtraTest,
    LbtResult,
    ScriptJudgement,
    SkillLevel,
)
from intake.rules import LISTS, EntryList, Evidence, Measurement, ScriptSeen, current_levels

_SKILLS = {Criterion(skill.value): skill for skill in Skill}


def entries_of(case: Case, list_key: str) -> QuerySet[Any]:
    """Rows of a list that weren't taken out."""
    found = ENTRY_MODELS[list_key]._default_manager.filter(case=case, removed_at=None)  # noqa: SLF001
    related = {field.name for field in found.model._meta.fields} & {"document", "valuation_document"}  # noqa: SLF001
    return found.select_related("by", *sorted(related))


def lists_of_section(case: Case, section: str) -> list[tuple[EntryList, list[Entry]]]:
    """The lists that stand with a section, one query each."""
    return [(one, list(entries_of(case, one.key))) for one in LISTS if one.section == section]


def levels_now(case: Case) -> dict[Skill, Measurement]:
    """For each skill the level that counts now, with its source and day."""
    return current_levels(_measurements(case))


def _measurements(case: Case) -> list[Measurement]:
    rows = SkillLevel.objects.filter(case=case, removed_at=None)
    return [
        Measurement(Skill(row.skill), Level(row.level), LevelSource(row.source), row.measured_on)
        for row in rows
    ]


def evidence_of(case: Case) -> Evidence:
    """What diplomas, measurements and people's judgement say, to hold against the test. Three queries."""
    scripts = ScriptJudgement.objects.filter(case=case, removed_at=None)
    return Evidence(
        diplomas=tuple(str(one) for one in Diploma.objects.filter(case=case, removed_at=None)),
        levels=current_levels(_measurements(case)),
        scripts=tuple(
            ScriptSeen(one.get_script_display(), one.reads == "goed" and one.writes == "goed",
                       one.reads == one.writes == "niet", f"{one.get_judge_display().lower()} {one.judge_name}")
            for one in scripts
        ),
    )  # fmt: skip


def earlier_proofs(case: Case, criterion: Criterion, *, besides: int | None = None) -> list[str]:
    """What was measured already about one criterion, each in a few words; `besides` is a test that doesn't count itself."""
    tests = ExtraTest.objects.filter(case=case, removed_at=None, criterion=criterion).exclude(pk=besides or 0)
    found = [f"{test.name}" for test in tests]
    if criterion is Criterion.LEERBAARHEID:
        results = LbtResult.objects.filter(case=case)
        found += [f"leerbaarheidstoets, {format_date(one.taken_on, weekday=False)}" for one in results]
    elif criterion in _SKILLS:
        measured = Q(source__in=[LevelSource.EXAMEN, LevelSource.TOETS], skill=_SKILLS[criterion])
        rows = SkillLevel.objects.filter(measured, case=case, removed_at=None)
        found += [f"{one}, {format_date(one.measured_on, weekday=False)}" for one in rows]
    elif criterion is Criterion.OPLEIDING:
        found += [
            str(one) for one in Diploma.objects.filter(case=case, removed_at=None, valuation="gewaardeerd")
        ]
    elif criterion is Criterion.ALFABETISERING:
        found += [str(one) for one in ScriptJudgement.objects.filter(case=case, removed_at=None)]
    return found


def asked_tests_of_resident(user: User) -> QuerySet[ExtraTest]:
    """Tests that the gemeente asks of the newcomer, with their purpose."""
    own = ExtraTest.objects.filter(case__in=cases_of_resident(user), removed_at=None)
    return own.select_related("by", "document")
