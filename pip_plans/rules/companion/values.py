"""How a companion says the value of one field of a plan: a choice, a number of hours, a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.rules.languages import RIGHT_TO_LEFT
from pip_plans.enums import Benefit, Leerroute
from pip_plans.rules.companion.saying import Companion, in_dutch, part
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.plan import DUTCH

_ROUTES = {"leerroute", "wished_leerroute"}
_AS_THEY_ARE = {"niveau", "wished_level", "needed_level", "talks_per_year"}
_HOURS = {"intensity_hours", "pvt_hours", "map_hours", "participation_hours"}
_SENTENCES = {
    "participation": "participation",
    "relief": "relief-is",
    "needed_level_source": "source",
    "further_learning": "further",
    "study_with_benefit": "study",
}
"""By field: what the names of its sentences begin with in `words`."""


def value_in_words(beside: Companion, name: str, value: Any) -> list[dict[str, Any]] | None:
    """None where only the Dutch words are there: of a text, and of a choice that the companion has no words for."""
    if isinstance(value, bool):
        return _said(beside, "yes" if value else "no")
    if name in _AS_THEY_ARE and value not in (None, ""):
        return [part(str(value), beside.language)]
    if not value:
        return _said(beside, "nothing")
    if isinstance(value, date):
        return [part(beside.day(value), beside.language)]
    if name in _HOURS:
        return _said(beside, "hours-value", hours=value)
    return _choice(beside, name, value)


def _choice(beside: Companion, name: str, value: Any) -> list[dict[str, Any]] | None:
    if name in _ROUTES and value in Leerroute.values:
        return [
            part(str(Leerroute(value).label), DUTCH)
        ]  # A name: in the letter and in the portal it is Dutch too.
    if name == "benefit":
        return _said(beside, "yes" if value == Benefit.JA else "no")
    if name == "relief_costs":
        return [part(_comma(beside).join(beside.say(f"cost-{cost}") for cost in value), beside.language)]
    if name == "pathways":
        return ways(beside, value)
    sentence = f"{_SENTENCES[name]}-{value}" if name in _SENTENCES else ""
    return _said(beside, sentence) if sentence in LANGUAGES[beside.language].say else None


def ways(beside: Companion, names: Sequence[str]) -> list[dict[str, Any]]:
    """The ways after the route: those that exist everywhere in the own language, those of the gemeente in Dutch."""
    words = LANGUAGES[beside.language].ways
    known = _comma(beside).join(words[name] for name in names if name in words)
    dutch = ", ".join(name for name in names if name not in words)
    return [
        *([part(known, beside.language)] if known else []),
        *(in_dutch(beside, dutch) if dutch else []),
    ]


def _said(beside: Companion, name: str, **values: object) -> list[dict[str, Any]]:
    return [part(beside.say(name, **values), beside.language)]


def _comma(beside: Companion) -> str:
    return "، " if beside.language in RIGHT_TO_LEFT else ", "
