"""The facts of a case that the rules weigh a plan against."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Min, QuerySet
from django.utils import timezone

from cases.enums import Relation
from cases.models import Case, PersonLanguage
from cases.selectors import household_of
from inburgering.kit.partial_date import PartialDate
from intake.models import Intake, IntakeAnswer, ScriptJudgement
from intake.rules import shortened
from intake.selectors import open_contradictions, promises_for_plan, unresolved_promises
from pip_plans.enums import Alphabetisation, Status
from pip_plans.models import CourseHours, Pip, PipVersion
from pip_plans.rules.hours import Lessons
from pip_plans.rules.levels import highest
from pip_plans.rules.obstacles import Obstacle, duo_obstacles
from pip_plans.rules.plan import Situation
from pip_plans.rules.reading import Seen, alphabetisation
from pip_plans.selectors.versions import REVOKED


def situation_of(pip: Pip, *, today: date) -> Situation:
    """The facts of the case that the rules weigh a plan against."""
    case = pip.case
    languages = list(case.person.languages.all())
    return replace(
        what_holds(pip, today=today),
        group=case.group,
        case_is_open=case.is_open,
        duty_from=case.duty_from,
        settled_on=None if case.in_coa else case.brp_registered_on,
        lives_at_coa=case.in_coa,
        intake_completed=(completed_on := intake_completed_on(case)) is not None,
        intake_completed_on=completed_on,
        has_children=has_children(case),
        reads_and_writes=_reads_and_writes(case, languages),
        languages=_languages(languages),
        age=age_on(case.person.birth, today),
        needed_level=needed_level_of(pip),
        open_promises=tuple(shortened(promise.text) for promise in unresolved_promises(case)),
        promises_without_agreement=tuple(shortened(promise.text) for promise in promises_for_plan(case)),
        contradictions=open_contradictions(case),
        lessons=lessons_of(pip),
    )


def what_holds(pip: Pip, *, today: date) -> Situation:
    """Of the facts only what was established before, in one query."""
    established = PipVersion.objects.filter(pip=pip, status=Status.VASTGESTELD).order_by("number")
    facts = (
        "established_on", "leerroute", "niveau", "motivation", "motivation_own_language", "is_revoked",
    )  # fmt: skip
    rows = list(established.annotate(is_revoked=REVOKED).values_list(*facts))
    # What was revoked after a bezwaar counts as a day that was, not as the plan that holds.
    holding = [said for _, *said, is_revoked in rows if not is_revoked]
    leerroute, niveau, motivation, own = (
        holding[-1] if holding else (pip.previous_leerroute, pip.previous_niveau, "", "")
    )
    return Situation(
        today=today,
        earlier_on=tuple(day for day, *_ in rows if day),
        previous=pip.previous,
        current_leerroute=leerroute,
        current_niveau=niveau,
        current_motivation=motivation,
        current_motivation_own_language=own,
    )


def lessons_of(pip: Pip) -> tuple[Lessons, ...]:
    rows = CourseHours.objects.filter(pip=pip).values_list("hours", "until_on")
    return tuple(Lessons(hours, until_on) for hours, until_on in rows)


def lessons_count_since(pip: Pip) -> date | None:
    """The day on which the brede intake began, here or (by its PIP) in the gemeente before."""
    began = Intake.objects.filter(case=pip.case).aggregate(day=Min("started_on"))["day"]
    established = PipVersion.objects.filter(pip=pip, status=Status.VASTGESTELD).aggregate(
        day=Min("established_on")
    )["day"]
    days = (began, established, pip.previous.dated_on if pip.previous else None)
    return min((day for day in days if day), default=None)


def age_on(birth: PartialDate | None, day: date) -> int | None:
    """Whole years that somebody certainly has; None when the year isn't known."""
    if birth is None:
        return None
    born = birth.latest
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def needed_level_of(pip: Pip) -> str:
    """The highest level that somebody said a profession asks, whenever that was."""
    return highest(*pip.level_needs.values_list("level", flat=True))


def _days(versions: QuerySet[PipVersion]) -> tuple[date, ...]:
    return tuple(day for day in versions.values_list("established_on", flat=True) if day)


def duo_obstacles_of(version: PipVersion, *, today: date) -> list[Obstacle]:
    """What DUO would say about this established version, asked before it is sent."""
    before = PipVersion.objects.filter(pip=version.pip, status=Status.VASTGESTELD, number__lt=version.number)
    situation = situation_of(version.pip, today=today)
    as_it_was = replace(situation, earlier_on=_days(before.order_by("number")))
    return duo_obstacles(version.as_plan, as_it_was, version.established_on or today)


def has_completed_intake(case: Case) -> bool:
    return Intake.objects.filter(case=case, completed_at__isnull=False).exists()


def intake_completed_on(case: Case) -> date | None:
    """The day on which the first brede intake of this case was completed."""
    completed = Intake.objects.filter(case=case, completed_at__isnull=False).order_by("completed_at")
    moment = completed.values_list("completed_at", flat=True).first()
    return timezone.localdate(moment) if moment else None


def has_children(case: Case) -> bool:
    """By the household that the gemeente knows, or by what was said in the intake."""
    in_household = household_of(case).filter(relation=Relation.CHILD).exists()
    return in_household or intake_answers(case).get("kinderen", "") == "ja"


def intake_answers(case: Case) -> dict[str, str]:
    """The answers of the latest intake by the key of the question, as they were given."""
    return {answer.question: answer.original for answer in answers_of(case)}


def answers_of(case: Case) -> QuerySet[IntakeAnswer]:
    latest = Intake.objects.filter(case=case).order_by("-started_on", "-id").values("id")[:1]
    return IntakeAnswer.objects.filter(intake__in=latest)


def alphabetisation_of(case: Case, said: str) -> str:
    """By what people saw of the scripts, newest first; else by `said`, the answer of the intake."""
    return alphabetisation(seen_in(ScriptJudgement.objects.filter(case=case, removed_at=None)), said)


def seen_in(judgements: Iterable[ScriptJudgement]) -> list[Seen]:
    return [Seen(one.script, one.reads, one.writes) for one in judgements]


def _languages(languages: list[PersonLanguage]) -> tuple[str, ...]:
    """What somebody reads, or for who reads none, understands when it is read aloud."""
    read = tuple(language.code for language in languages if language.reads)
    return read or tuple(language.code for language in languages)


def _reads_and_writes(case: Case, languages: list[PersonLanguage]) -> bool | None:
    """None when we know of no language. A judgement in the intake goes before boxes that nobody ticked (PP-32)."""
    if any(language.reads and language.writes for language in languages):
        return True
    judged = alphabetisation_of(case, intake_answers(case).get("alfabetisering", ""))
    if judged:
        return judged != Alphabetisation.A
    return False if languages else None
