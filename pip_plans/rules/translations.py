"""The texts of the klantmanager in the newcomer's own language: which there are, and which fit the Dutch of now.

The explanation of the route isn't here: no PIP is established without it in the own language, so it is a field of the
plan like any other that must be filled in. Agreements have their translation beside their text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pip_plans.enums import Benefit, Leerroute, StudyWithBenefit, TranslationState, Wish
from pip_plans.rules.plan import DUTCH, Plan, PlanTranslation, source_of

TEXTS = (
    "change_reason", "switch_reason", "effort", "wish_difference_reason", "why_not_b", "why_not_o", "why_not_z",
    "advice_difference_reason", "age_policy", "support", "participation_activity", "participation_reason",
    "participation_duties", "vve", "childcare", "benefit_duties", "relief_reason", "further_learning_reason",
    "target_occupation", "next_step", "pathway_reason", "study_with_benefit_reason", "perspective",
)  # fmt: skip
"""The fields of a plan with a text of the klantmanager, in the order of the editor."""

UNILATERAL = "unilateral_reason"
"""Why there is a PIP without akkoord: written in the question to the team lead, so no part of the concept."""

TRANSLATABLE = (*TEXTS, UNILATERAL)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A Dutch text of the plan, and what somebody wrote in the own language, be it for an older Dutch text."""

    field: str
    dutch: str
    language: str
    own: str = ""
    state: TranslationState = TranslationState.ONTBREEKT
    is_stale: bool = False

    @property
    def is_translated(self) -> bool:
        """Only then the newcomer reads it: a translation of something else tells what isn't so."""
        return bool(self.own) and not self.is_stale


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the klantmanager answers in Dutch, and in the own language as far as somebody wrote that too."""

    text: str
    own: str = ""
    state: TranslationState | str = ""


def texts_of(plan: Plan) -> tuple[Text, ...]:
    """Every text that the newcomer reads; what belongs to a choice that wasn't made, nobody reads."""
    return tuple(
        text_of(plan, name)
        for name in TEXTS
        if getattr(plan, name).strip() and _READ_WHEN.get(name, _always)(plan)
    )


def _always(_: Plan) -> bool:
    return True


_READ_WHEN: Mapping[str, Callable[[Plan], bool]] = {
    "wish_difference_reason": lambda plan: plan.wished_leerroute not in ("", Wish.WEET_NIET),
    "why_not_b": lambda plan: plan.leerroute in (Leerroute.O, Leerroute.Z),
    "why_not_o": lambda plan: plan.leerroute in (Leerroute.B, Leerroute.Z),
    "why_not_z": lambda plan: plan.leerroute in (Leerroute.B, Leerroute.O),
    "advice_difference_reason": lambda plan: plan.advice is not None,
    "participation_activity": lambda plan: bool(plan.participation),
    "participation_reason": lambda plan: bool(plan.participation),
    "benefit_duties": lambda plan: plan.benefit == Benefit.JA,
    "relief_reason": lambda plan: plan.benefit == Benefit.JA and bool(plan.relief),
    "further_learning_reason": lambda plan: bool(plan.further_learning),
    "pathway_reason": lambda plan: not plan.pathways,
    "study_with_benefit_reason": lambda plan: (
        plan.study_with_benefit in (StudyWithBenefit.JA, StudyWithBenefit.NEE)
    ),
}


def texts_to_translate(plan: Plan) -> tuple[Text, ...]:
    """Nothing, for who reads Dutch and as long as nobody chose the language."""
    return () if plan.own_language in ("", DUTCH) else texts_of(plan)


def texts_by_dutch(*plans: Plan) -> dict[str, Text]:
    """What stands in these plans in the own language, to find by the Dutch."""
    return {one.dutch: one for plan in plans for one in texts_of(plan) if one.is_translated}


def text_of(plan: Plan, name: str) -> Text:
    return text_beside(plan, name, getattr(plan, name))


def text_beside(plan: Plan, name: str, dutch: str) -> Text:
    """The same for a text that the plan itself doesn't hold."""
    language = plan.own_language
    found = next((one for one in plan.translations if one.field == name), None)
    if found is None:
        return Text(field=name, dutch=dutch, language=language)
    return Text(field=name, dutch=dutch, language=language, own=found.text, state=TranslationState(found.state),
                is_stale=found.source != source_of(dutch, language))  # fmt: skip


def current_translations(plan: Plan) -> dict[str, str]:
    """What the newcomer reads in the own language, by field."""
    return {one.field: one.own for one in texts_of(plan) if one.is_translated}


def translated_as_read(words: dict[str, str], plan: Plan) -> tuple[PlanTranslation, ...]:
    """The reverse: translations that fitted when they were read."""
    return tuple(
        PlanTranslation(field=name, text=text, source=source_of(getattr(plan, name, ""), plan.own_language))
        for name, text in words.items()
    )
