"""How a companion says the value of one field of a plan: a choice, a number of hours, a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pip_plans.enums import Leerroute
from pip_plans.rules.companion.saying import Companion, in_dutch, part
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.plan import DUTCH

_ROUTES = {"leerroute", "wished_leerroute"}
_LEVELS = {"niveau", "wished_level", "needed_level"}
_HOURS = {"intensity_hours", "pvt_hours", "map_hours", "participation_hours"}
_SENTENCES = {
    "participation": "participation",
    "relief": "relief",
    "needed_level_source": "source",
    "further_learning": "further",
    "study_with_benefit": "study",
}
"""By field: what the names of its sentences begin with in `words`."""


def value_in_words(beside: Companion, name: str, value: Any) -> list[dict[str, Any]] | None:
    """None where only the Dutch words are there: of a text, and of a choice that the companion has no words for."""
    if isinstance(value, bool):
        return _said(beside, "yes" if value else "no")
    if not value:
        return _said(beside, "nothing")
    if isinstance(value, date):
        return [part(beside.day(value), beside.language)]
    if name in _HOURS:
        return _said(beside, "hours-value", hours=value)
    if isinstance(value, int) or name in _LEVELS:
        return [part(str(value), beside.language)]
    if name in _ROUTES and value in Leerroute.values:
        return [
            part(str(Leerroute(value).label), DUTCH)
        ]  # A name: in the letter and in the portal it is Dutch too.
    if name == "relief_costs":
        return [told for cost in value for told in _said(beside, f"cost-{cost}")]
    if name == "pathways":
        return ways(beside, value)
    sentence = f"{_SENTENCES[name]}-{value}" if name in _SENTENCES else ""
    return _said(beside, sentence) if sentence in LANGUAGES[beside.language].say else None


def ways(beside: Companion, names: Sequence[str]) -> list[dict[str, Any]]:
    """The ways after the route: those that exist everywhere in the own language, those of the gemeente in Dutch."""
    known = LANGUAGES[beside.language].ways
    told = (
        [part(known[name], beside.language)] if name in known else in_dutch(beside, name) for name in names
    )
    return [one for parts in told for one in parts]


def _said(beside: Companion, name: str, **values: object) -> list[dict[str, Any]]:
    return [part(beside.say(name, **values).rstrip(":"), beside.language)]
