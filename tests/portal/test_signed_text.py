"""What the newcomer signs is what the newcomer reads: every word that counts for the signature stands on the page."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.test import Client
from django.utils.timezone import localdate

from accounts.models import User
from cases.models import Case
from cases.services import add_document
from intake.enums import Indicator
from intake.rules import INDICATOR_WORDS
from pip_plans.enums import (
    Alphabetisation,
    FurtherLearning,
    LevelSource,
    Owner,
    Participation,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
    SwitchGround,
)
from pip_plans.models import Goal, PipVersion
from pip_plans.rules.changes import changes_of_text
from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal, PlanTranslation
from pip_plans.rules.wording import NOT_WORDS, plan_of, wording
from pip_plans.selectors import text_hash
from pip_plans.services import add_agreement, add_goal, save_translations
from portal.enums import content
from tests.factories import PDF
from tests.pip_plans.plans import lawful_concept
from tests.portal.conftest import page_of

pytestmark = pytest.mark.django_db
CONCEPT = "/mijn/plan/concept/"
ADVICE: dict[str, Any] = {
    "on": "2026-03-10",
    "routes": ["B"],
    "arguments": [],
    "inputs": [{"topic": "werk", "label": "Werk", "said": "Kok", "source": "Intake", "on": "", "note": ""}],
    "contradictions": [],
}
OTHER_ADVICE = (
    None,
    ADVICE | {"on": "2026-03-11"},
    ADVICE | {"routes": ["Z"]},
    ADVICE | {"inputs": [ADVICE["inputs"][0] | {"said": "Bakker"}]},
    ADVICE | {"contradictions": ["De toets en de docent zeggen iets anders."]},
)
"""Not its arguments, which follow from what was known."""
FULL: dict[str, Any] = {
    "leerroute": "B", "niveau": "B1", "wished_leerroute": "O", "intensity_hours": 900, "alphabetisation": "AA", "advice": ADVICE,
    "participation": "tegelijk", "participation_hours": 7, "benefit": "ja", "benefit_from": date(2026, 2, 3),
    "relief": "deels", "relief_costs": ["huur"], "relief_from": date(2026, 2, 4), "relief_until": date(2026, 8, 3),
    "needed_level": "B2", "needed_level_source": "wet", "further_learning": "niet_beslist",
    "further_learning_decide_on": date(2026, 9, 9), "study_goal": "mbo", "pathways": ["Betaald werk"], "study_with_benefit": "ja",
    "switch_ground": "groter", "pvt_hours": 12, "map_hours": 40, "talks_per_year": 4, "translation_source": "",
}  # fmt: skip
READ_WHEN: dict[str, dict[str, Any]] = {
    "PipVersion.why_not_b": {"leerroute": "O"},  # Nobody asks why not the route that was chosen.
    "PipVersion.pathway_reason": {"pathways": []},  # Why there is nothing to choose from.
}
MARKUP = {"own_language"}
"""Not a word on the page, but how it marks the words: in which language they are read aloud, and from which side."""
CHOICES = [
    (Alphabetisation, content.ALPHABETISATION),
    (FurtherLearning, content.FURTHER_LEARNING),
    (LevelSource, content.LEVEL_SOURCES),
    (Participation, content.PARTICIPATION),
    (Relief, content.RELIEF),
    (ReliefCost, content.RELIEF_COSTS),
    (StudyGoal, content.STUDY_GOALS),
    (StudyWithBenefit, content.STUDY_WITH_BENEFIT),
    (SwitchGround, content.SWITCH_GROUNDS),
    (Indicator, INDICATOR_WORDS),
]


OF_A_KIND: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (models.ForeignKey, lambda _: None),
    (models.BooleanField, lambda value: not value),
    (models.IntegerField, lambda value: value + 1),
    (models.DateField, lambda value: value + timedelta(days=1)),
    (models.URLField, lambda _: "https://example.nl/"),
    (models.CharField, lambda _: "Iets anders"),
    (models.TextField, lambda _: "Iets anders"),
)


def other_value(model: type[models.Model], name: str, value: Any) -> Any:
    """Another value of the same kind: another choice, a day later, one more."""
    if name == "own_language":
        return "ti"
    if name == "goal_id":
        return Goal.objects.order_by("pk")[1].pk
    field: Any = model._meta.get_field(name)
    if isinstance(field, ArrayField):
        return [next((code for code, _ in field.base_field.choices or () if [code] != value), "Iets anders")]
    if field.choices:
        return next(code for code, _ in field.choices if code != value)
    return next(change for kind, change in OF_A_KIND if isinstance(field, kind))(value)


def read(page: str) -> str:
    """What stands on the page, without its markup; a link counts with where it goes."""
    shown = re.sub(r"(?s)<(head|script|style)\b.*?</\1>", " ", page)
    return " ".join(re.sub(r'<a [^>]*href="([^"]*)"[^>]*>|<[^>]+>', r" \1 ", shown).split())


@pytest.fixture
def full(case: Case, klantmanager: User) -> PipVersion:
    """A concept in which everything is filled in, and shared."""
    concept = lawful_concept(case, klantmanager)
    add_goal(
        version=concept,
        own_text="Ik wil fietsen.",
        own_language="nl",
        indicator="vrije_tijd",
        by=klantmanager,
    )
    goal = add_goal(version=concept, own_text="Ik wil buren leren kennen.", own_language="ar",
                    translation_nl="De buren.", indicator="taal", by=klantmanager)  # fmt: skip
    add_agreement(version=concept, text="Wij zoeken een taalmaatje.", owner=Owner.AANBIEDER, owner_name="Ria", goal=goal,
                  due_on=date(2026, 5, 5), own_language="ar", translation="رفيق", by=klantmanager)  # fmt: skip
    texts = {
        name: f"Tekst {name}"
        for name in Plan.__dataclass_fields__
        if name not in NOT_WORDS | FULL.keys() | {"own_language"}
        and isinstance(field := PipVersion._meta.get_field(name), models.CharField | models.TextField)
        and not field.choices
    }
    policy = add_document(
        case=case, title="Beleid", filename="b.pdf", content=PDF, by=klantmanager, visible_to_resident=True
    )
    PipVersion.objects.update(**FULL | texts | {"factors": ["wens"], "translation_source": "",
                                               "own_language": "ar", "age_policy_document": policy,
                                               "age_policy_link": "https://gemeente.nl/beleid"})  # fmt: skip
    save_translations(
        version=PipVersion.objects.get(),
        by=klantmanager,
        translations=[PlanTranslation(field="support", text="مساعدة")],
    )
    # Without the event that it was shared: the page would tell each change, and this is about the plan itself.
    PipVersion.objects.update(shared_on=localdate(), shared_hash=text_hash(PipVersion.objects.get()))
    return PipVersion.objects.get()


def unread(me: Client, row: models.Model, names: Iterable[str]) -> Iterator[str]:
    """The fields of this row that can become another without a word of the page becoming another."""
    model = type(row)
    rows = model._default_manager.filter(pk=row.pk)
    for name in names:
        where, value = f"{model.__name__}.{name}", getattr(row, name)
        around = READ_WHEN.get(where, {})
        others = OTHER_ADVICE if name == "advice" else (other_value(model, name, value),)
        pages, plans = set(), []
        for one in (value, *others):
            rows.update(**around | {name: one})
            concept = PipVersion.objects.get()
            PipVersion.objects.update(shared_hash=text_hash(concept))
            pages.add(read(page_of(me, CONCEPT)))
            plans.append(plan_of(wording(concept.as_plan)))
        if len(pages) <= len(others):
            yield where
        if name != "goal_id" and not all(changes_of_text(plans[0], plan) for plan in plans[1:]):
            yield f"{where}, as a change"
        rows.update(**{field: getattr(row, field) for field in (name, *around)})


def test_pp_28_every_word_that_is_signed_stands_on_the_page(me: Client, full: PipVersion) -> None:
    """PP-28: nobody signs what he or she can't read, and no other word comes in its place unsaid. A new field of a plan
    fails here until the page shows it, and tells that it changed.
    """
    parts = (
        (full, Plan, NOT_WORDS),
        (full.goals.order_by("pk")[2], PlanGoal, {"id"} | MARKUP),
        (
            full.agreements.order_by("pk")[1],
            PlanAgreement,
            {"id", "translation_state", "translation_source"} | MARKUP,
        ),
    )
    fields = (
        (row, [name for name in kind.__dataclass_fields__ if name not in left_out])
        for row, kind, left_out in parts
    )
    assert [name for row, names in fields for name in unread(me, row, names)] == []


@pytest.mark.parametrize(("choices", "texts"), CHOICES)
def test_each_choice_has_its_own_words(choices: type[models.TextChoices], texts: dict[str, Any]) -> None:
    assert set(texts) == set(choices.values)
    assert len({str(text) for text in texts.values()}) == len(texts)
