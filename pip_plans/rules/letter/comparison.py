"""Two versions beside each other, on paper."""

from datetime import date
from typing import Any

from pip_plans.rules.changes import Change
from pip_plans.rules.letter.blocks import bullets, heading, in_words, table, text


def comparison(
    *, gemeente: str, person: str, case_number: str, before: tuple[int, date | None], after: tuple[int, date | None],
    changes: list[Change], reason: str, on: date,
) -> dict[str, Any]:  # fmt: skip
    """What changed from the older to the newer version, as data for the template of the beschikking."""
    blocks = [bullets([_version(*before), _version(*after)])]
    if reason:
        blocks += [heading("Waarom veranderde het plan?"), text(reason)]
    blocks.append(heading("Wat veranderde er?"))
    if changes:
        rows = [[change.label, change.before or "Nieuw", change.after or "Vervalt"] for change in changes]
        blocks.append(table(["Wat", "Eerst", "Nu"], [2, 3, 3], rows))
    else:
        blocks.append(text("In deze twee versies staat hetzelfde."))
    return {
        "title": f"Verschil tussen versie {before[0]} en versie {after[0]} van het PIP",
        "concept": False,
        "sender": [f"Gemeente {gemeente}"],
        "to": person,
        "facts": [["Datum", in_words(on)], ["Ons kenmerk", case_number]],
        "date": [on.year, on.month, on.day],
        "blocks": blocks,
    }


def _version(number: int, on: date | None) -> str:
    return f"Versie {number}, dagtekening {in_words(on)}" if on else f"Versie {number}, concept"
