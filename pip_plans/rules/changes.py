"""What differs between two versions of a PIP."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.rules.languages import dutch_name
from inburgering.kit.dutch import format_date
from intake.enums import Indicator
from pip_plans.enums import (
    Alphabetisation,
    Benefit,
    Factor,
    FurtherLearning,
    Leerroute,
    LevelSource,
    Owner,
    Participation,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
    SwitchGround,
    Wish,
)
from pip_plans.rules.advice import in_words
from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal
from pip_plans.rules.translations import texts_of

NOTHING = "niets ingevuld"
GOALS, AGREEMENTS, TRANSLATIONS = "goals", "agreements", "translations"


@dataclass(frozen=True)
class Change:
    """One thing that changed, in Dutch. An empty `before` means added, an empty `after` means left out.

    `name` is the field of the plan, and `was` and `now` are its values, for who says them in another language. Of goals,
    agreements and translations only the words are there.
    """

    name: str
    label: str
    before: str
    after: str
    was: Any = None
    now: Any = None

    @property
    def as_words(self) -> dict[str, str]:
        """What an event keeps of it."""
        return {"label": self.label, "before": self.before, "after": self.after}

    @property
    def is_of_a_field(self) -> bool:
        return self.name not in (GOALS, AGREEMENTS, TRANSLATIONS)


def _label(choices: Mapping[Any, str]) -> Callable[[Any], str]:
    return lambda value: choices.get(value, str(value)) if value else NOTHING


def _text(value: object) -> str:
    return str(value) if value not in ("", None) else NOTHING


def _yes_no(value: object) -> str:
    return "ja" if value else "nee"


def _hours(value: object) -> str:
    return f"{value} uur" if value else NOTHING


def _factors(values: tuple[str, ...]) -> str:
    names = dict(Factor.choices)
    return ", ".join(str(names.get(value, value)) for value in values) or NOTHING


def _costs(values: tuple[str, ...]) -> str:
    names = dict(ReliefCost.choices)
    return ", ".join(str(names.get(value, value)) for value in values) or NOTHING


def _list(values: tuple[str, ...]) -> str:
    return "; ".join(values) or NOTHING


def _day(value: date | None) -> str:
    return format_date(value, weekday=False) if value else NOTHING


def _names(choices: Any) -> Callable[[Any], str]:
    return _label({code: str(label) for code, label in choices.choices})


_ROUTES = {code: str(label) for code, label in Leerroute.choices}
_WISHES = {code: str(label) for code, label in Wish.choices}
_OWNERS = {code: str(label) for code, label in Owner.choices}
_ALPHABETISATION = {code: str(label) for code, label in Alphabetisation.choices}

Fields = tuple[tuple[str, str, Callable[[Any], str]], ...]
"""By the name of a field: what it is called, and how its value is said."""

_FIELDS: Fields = (
    ("leerroute", "Leerroute", _label(_ROUTES)),
    ("wished_leerroute", "Gewenste leerroute", _label(_WISHES)),
    ("wish_difference_reason", "Waarom anders dan de wens", _text),
    ("why_not_b", "Waarom niet de B1-route", _text),
    ("why_not_o", "Waarom niet de onderwijsroute", _text),
    ("why_not_z", "Waarom niet de Z-route", _text),
    ("advice", "Advies over de leerroute", in_words),
    ("advice_difference_reason", "Waarom anders dan het advies", _text),
    ("age_policy", "Beleid over leeftijd", _text),
    ("age_policy_link", "Waar dit beleid staat", _text),
    ("niveau", "Niveau", _text),
    ("intensity_hours", "Intensiteit", _hours),
    ("alphabetisation", "Leren lezen en schrijven", _label(_ALPHABETISATION)),
    ("may_finish_education", "Mag eerst een opleiding afmaken", _yes_no),
    ("factors", "Redenen", _factors),
    ("motivation", "Uitleg over de leerroute", _text),
    ("motivation_own_language", "Uitleg in de eigen taal", _text),
    ("pvt_hours", "PVT", _hours),
    ("map_hours", "MAP", _hours),
    ("a2_allowed", "Mag examen doen op A2", _yes_no),
    ("knm_allowed", "Mag examen doen in KNM", _yes_no),
    ("talks_per_year", "Voortgangsgesprekken in een jaar", _text),
    ("support", "Hulp en begeleiding", _text),
    ("vve", "Voorschoolse educatie", _text),
    ("participation_duties", "Afspraken over meedoen en werk", _text),
    ("childcare", "Opvang van de kinderen", _text),
    ("participation", "Meedoen en taal", _names(Participation)),
    ("participation_activity", "Wat iemand doet om mee te doen", _text),
    ("participation_hours", "Uren meedoen in een week", _hours),
    ("participation_in_dutch", "Spreekt daar Nederlands", _yes_no),
    ("participation_reason", "Waarom niet tegelijk", _text),
    ("benefit", "Bijstandsuitkering", _names(Benefit)),
    ("benefit_from", "Recht op bijstand vanaf", _day),
    ("benefit_duties", "Plichten bij de uitkering", _text),
    ("relief", "Vaste kosten (ontzorgen)", _names(Relief)),
    ("relief_costs", "Kosten die de gemeente betaalt", _costs),
    ("relief_from", "Ontzorgen vanaf", _day),
    ("relief_until", "Ontzorgen tot en met", _day),
    ("relief_reason", "Uitleg bij het ontzorgen", _text),
    ("wished_level", "Gewenst taalniveau", _text),
    ("needed_level", "Taalniveau voor het beroep", _text),
    ("needed_level_source", "Wie dat niveau noemde", _names(LevelSource)),
    ("needed_level_by", "Naam bij dat niveau", _text),
    ("further_learning", "Doorleren", _names(FurtherLearning)),
    ("further_learning_reason", "Uitleg over doorleren", _text),
    ("further_learning_decide_on", "Besluit over doorleren uiterlijk op", _day),
    ("perspective", "Na de inburgering", _text),
    ("target_occupation", "Beroep of doel", _text),
    ("next_step", "Volgende stap", _text),
    ("next_step_helper", "Wie daarbij helpt", _text),
    ("next_step_on", "Volgende stap op", _day),
    ("study_goal", "Gewenste opleiding", _names(StudyGoal)),
    ("pathways", "Wegen na de route", _list),
    ("pathway_reason", "Waarom geen weg na de route", _text),
    ("study_with_benefit", "Studeren met behoud van uitkering", _names(StudyWithBenefit)),
    ("study_with_benefit_reason", "Uitleg over studeren en uitkering", _text),
)

_OF_ITS_OWN: Fields = (
    ("change_reason", "Waarom er een nieuw plan is", _text),
    ("switch_ground", "Waarom de route mag veranderen", _names(SwitchGround)),
    ("switch_reason", "Uitleg bij een andere route", _text),
    ("effort", "Wat er al is gedaan", _text),
    ("own_language", "Eigen taal", lambda code: dutch_name(code) if code else NOTHING),
    ("age_policy_document_id", "Document met dit beleid", lambda found: "een document" if found else NOTHING),
)
"""What each version says anew: no difference between two plans, but one between two texts of the same."""


def changes(before: Plan, after: Plan) -> list[Change]:
    """Every difference that the newcomer would want to know: fields, goals and agreements, in the order of the plan."""
    return [*_goals(before, after), *_agreements(before, after), *_fields(before, after, _FIELDS)]


def changes_of_text(before: Plan, after: Plan) -> list[Change]:
    """The same between two texts of one version, with what is new about it each time, and its translations."""
    return [
        *changes(before, after),
        *_owners(before, after),
        *_fields(before, after, _OF_ITS_OWN),
        *_translations(_translated(before), _translated(after)),
    ]


def _owners(before: Plan, after: Plan) -> Iterator[Change]:
    """Of an agreement that reads the same, since its owner has a name, and is somebody else's."""
    old = {agreement_in_words(one): one.owner for one in before.agreements}
    for agreement in after.agreements:
        words = agreement_in_words(agreement)
        if (owner := old.get(words, agreement.owner)) != agreement.owner:
            was, now = (_label(_OWNERS)(kind) for kind in (owner, agreement.owner))
            yield Change(AGREEMENTS, "Afspraak", f"{words}: {was}", f"{words}: {now}")


def _translated(plan: Plan) -> dict[str, str]:
    """What each text is in the other language, empty when it isn't."""
    return (
        {one.dutch: one.own if one.is_translated else "" for one in texts_of(plan)}
        | {one.text: one.translation if one.is_translated else "" for one in plan.agreements}
        | {one.own_text: one.translation_nl for one in plan.goals}
    )


def _translations(before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    """Of a text that stayed: of one that changed, its own change says so."""
    for text, translation in after.items():
        if before.get(text, translation) != translation:
            yield Change(TRANSLATIONS, "Vertaling", before[text], translation)


def _fields(before: Plan, after: Plan, fields: Fields) -> Iterator[Change]:
    for name, label, shown in fields:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(name, label, shown(old), shown(new), old, new)


def _goals(before: Plan, after: Plan) -> Iterator[Change]:
    yield from _added_and_removed(
        GOALS,
        "Doel",
        [goal_in_words(goal) for goal in before.goals],
        [goal_in_words(goal) for goal in after.goals],
    )


def _agreements(before: Plan, after: Plan) -> Iterator[Change]:
    old = [agreement_in_words(agreement) for agreement in before.agreements]
    new = [agreement_in_words(agreement) for agreement in after.agreements]
    yield from _added_and_removed(AGREEMENTS, "Afspraak", old, new)


def goal_in_words(goal: PlanGoal) -> str:
    if goal.indicator not in Indicator.values:
        return goal.own_text
    return f"{goal.own_text} ({Indicator(goal.indicator).label})"


def agreement_in_words(agreement: PlanAgreement) -> str:
    day = f", vóór of op {format_date(agreement.due_on, weekday=False)}" if agreement.due_on else ""
    return f"{agreement.text} ({owner_in_words(agreement)}{day})"


def owner_in_words(agreement: PlanAgreement) -> str:
    """Who does it: the name where there is one, else the kind."""
    if agreement.owner_name:
        return agreement.owner_name
    return str(Owner(agreement.owner).label) if agreement.owner in Owner.values else "nog niemand"


def _added_and_removed(name: str, label: str, old: list[str], new: list[str]) -> Iterator[Change]:
    for text in old:
        if text not in new:
            yield Change(name, label, text, "")
    for text in new:
        if text not in old:
            yield Change(name, label, "", text)
