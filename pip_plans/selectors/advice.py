"""The facts that an advice about the leerroute rests on, each with its source and day.

Health isn't among them: only who guides the case reads it, and everybody who reads the plan reads the advice.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils import timezone

from cases.models import Case
from intake.enums import Source
from intake.models import Diploma, IntakeAnswer, LbtResult, ScriptJudgement
from intake.rules import QUESTIONS
from intake.selectors import levels_now, open_contradictions
from pip_plans.rules.advice import NOT_BINDING, Advice, Input, RouteFacts, Topic, advise
from pip_plans.rules.reading import alphabetisation
from pip_plans.selectors.situation import answers_of, seen_in

LONGEST = 300
_ANSWERS: tuple[tuple[str, Topic], ...] = (
    ("gewenste_route", Topic.WENS),
    ("doelen", Topic.DOELEN),
    ("wensen", Topic.DOELEN),
    ("studie_doel", Topic.STUDIE),
    ("hoogste_opleiding", Topic.OPLEIDING),
    ("onderwijs_jaren", Topic.OPLEIDING),
    ("beroep", Topic.WERK),
    ("werk_wens", Topic.WERK),
    ("werk_uren", Topic.OMSTANDIGHEDEN),
    ("zelfstudie", Topic.LEREN),
    ("eerdere_lessen", Topic.LEREN),
    ("voorinburgering", Topic.VOORINBURGERING),
    ("voorinburgering_uren", Topic.VOORINBURGERING),
    ("taal_luisteren", Topic.TAAL),
    ("taal_spreken", Topic.TAAL),
    ("taal_lezen", Topic.TAAL),
    ("taal_schrijven", Topic.TAAL),
    ("alfabetisering", Topic.LEZEN_SCHRIJVEN),
    ("eigen_schrift_lezen", Topic.LEZEN_SCHRIJVEN),
    ("eigen_schrift_schrijven", Topic.LEZEN_SCHRIJVEN),
    ("zorgtaken", Topic.OMSTANDIGHEDEN),
    ("kinderen", Topic.OMSTANDIGHEDEN),
    ("les_tijden", Topic.OMSTANDIGHEDEN),
)
"""The answers of the intake that are shown, in this order."""


def advice_of(case: Case) -> Advice:
    """What the facts of the case say now."""
    return advise(route_facts_of(case))


def route_facts_of(case: Case) -> RouteFacts:
    """A fixed number of queries, whatever the intake holds. The birth date is not read."""
    answers = {answer.question: answer for answer in answers_of(case).select_related("updated_by")}
    said = {key: answer.original.strip() for key, answer in answers.items()}
    levels = levels_now(case)
    diplomas = list(Diploma.objects.filter(case=case, removed_at=None))
    scripts = list(ScriptJudgement.objects.filter(case=case, removed_at=None))
    test = LbtResult.objects.filter(case=case).first()
    return RouteFacts(
        wish=said.get("gewenste_route", ""),
        study=said.get("studie_doel", ""),
        education=said.get("hoogste_opleiding", ""),
        valued_diploma=next((one.valued_as for one in diplomas if one.valued_as), ""),
        levels={skill: one.level for skill, one in levels.items()},
        alphabetisation=alphabetisation(seen_in(scripts), said.get("alfabetisering", "")),
        preparation=said.get("voorinburgering") == "ja",
        learned_alone=bool(said.get("zelfstudie")),
        test=test.result if test else None,  # type: ignore[arg-type]
        contradictions=open_contradictions(case),
        inputs=(
            *said_in_intake(answers, _ANSWERS),
            *(Input(topic=Topic.TAAL, label=f"Nederlands {skill.label.lower()}", said=str(one.level.label),
                    source=str(one.source.label), on=one.on) for skill, one in levels.items()),
            *_diplomas(diplomas),
            *_scripts(scripts),
            *_test(test),
        ),
    )  # fmt: skip


def said_in_intake(
    answers: Mapping[str, IntakeAnswer], wanted: Iterable[tuple[str, Topic | str]]
) -> Iterator[Input]:
    """The answers to these questions, each with who said it and when; `answers` have their `updated_by`."""
    for key, topic in wanted:
        answer = answers.get(key)
        if answer and answer.original.strip():
            yield Input(topic=topic, label=QUESTIONS[key].label, said=_short(answer.in_dutch),
                        source=_source(answer), on=timezone.localdate(answer.updated_at))  # fmt: skip


def _source(answer: IntakeAnswer) -> str:
    """A judgement has the name of who gave it."""
    if answer.said_by == Source.KLANTMANAGER and answer.updated_by:
        return f"{answer.said_by.label} {answer.updated_by.name}"
    return str(answer.said_by.label)


def _diplomas(diplomas: list[Diploma]) -> Iterator[Input]:
    for one in diplomas:
        valued = f", te vergelijken met {one.valued_as}" if one.valued_as else ""
        source = f"Waardering door {one.get_valued_by_display()}" if one.valued_on else "Intake"
        on: date = one.valued_on or timezone.localdate(one.at)
        yield Input(topic=Topic.OPLEIDING, label="Diploma", said=_short(f"{one}{valued}"), source=source,
                    on=on, note=one.get_valuation_display().lower())  # fmt: skip


def _scripts(scripts: list[ScriptJudgement]) -> Iterator[Input]:
    for one in scripts:
        yield Input(topic=Topic.LEZEN_SCHRIJVEN, label="Lezen en schrijven per schrift", said=_short(str(one)),
                    source=f"{one.get_judge_display()} {one.judge_name}", on=one.judged_on)  # fmt: skip


def _test(test: LbtResult | None) -> Iterator[Input]:
    if test:
        yield Input(topic=Topic.TOETS, label="Leerbaarheidstoets", said=test.get_result_display(), source="DUO",
                    on=test.taken_on, note=NOT_BINDING)  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
