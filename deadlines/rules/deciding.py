"""What DUO can't have decided: a decision is checked when it is recorded, so that one typed wrong moves no term for years."""

from collections.abc import Iterator
from datetime import date

from deadlines.rules.arithmetic import DAY, Length, Unit, after
from deadlines.rules.catalogue import EVER, LAW_STARTED_ON
from deadlines.rules.facts import Extension
from deadlines.rules.table import GROUNDS, GroundRule
from inburgering.kit.dutch import format_date

# Of a ground that the law sets no longest length for. Our own choice: longer is a mistake in typing.
SENSIBLE = Length(5, Unit.YEARS)


def wrong_decision(one: Extension, decided_on: date) -> Iterator[str]:
    """Each reason why this verlenging can't be; the law's own longest length goes before ours (Regeling, 4.1 and 4.2)."""
    rule, label = GROUNDS[one.ground], f"‘{one.ground.label}’"
    longest = _longest(rule)
    if decided_on < LAW_STARTED_ON:
        yield f"Het besluit kan niet van {_day(decided_on)} zijn: de Wet inburgering 2021 geldt sinds 1 januari 2022."
        return
    if one.length and after(EVER, one.length) > after(EVER, longest):
        yield f"Een verlenging van {one.length} kan niet: bij {label} is het hoogstens {longest}."
    limit = max(rule.at_most or SENSIBLE, SENSIBLE, key=lambda length: length.in_days)
    if one.starts_on and one.ends_on and one.ends_on > after(one.starts_on - DAY, limit):
        yield f"De omstandigheid bij {label} kan niet langer duren dan {limit}. Controleer de dagen."
    last = one.ends_on or one.starts_on
    if last and last > after(decided_on, longest):
        yield f"De omstandigheid bij {label} kan niet op {_day(last)} zijn: dat is meer dan {longest} na het besluit."


def _longest(rule: GroundRule) -> Length:
    return rule.at_most or max(rule.fixed, key=lambda length: length.in_days, default=SENSIBLE)


def _day(day: date) -> str:
    return format_date(day, weekday=False)
