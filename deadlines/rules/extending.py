"""By how much the verlengingen of DUO make the inburgeringstermijn longer (R-22 to R-26).

Grounds of a fixed length come first, then periods in the order in which they began. A day counts once, however many
grounds it falls under: DUO extends once for the same period.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from deadlines.enums import Ground
from deadlines.rules.arithmetic import DAY, Length, Unit, after
from deadlines.rules.facts import Extension, Facts
from deadlines.rules.outcome import Step
from deadlines.rules.table import GROUNDS, GroundRule
from deadlines.rules.wording import Phrase, say


@dataclass(frozen=True)
class Longer:
    """One verlenging that counts: so much longer, and the words for its step."""

    rule: GroundRule
    length: Length
    says: Phrase


@dataclass(frozen=True)
class Period:
    """The days of a ground, both included, after its cap."""

    rule: GroundRule
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_long_enough(self) -> bool:
        return self.rule.at_least is None or self.last >= after(self.first - DAY, self.rule.at_least)


def longer(facts: Facts, pip_dated_on: date) -> tuple[tuple[Longer, ...], tuple[Step, ...]]:
    """What makes the termijn longer, in order, and a step for each verlenging that doesn't."""
    refused: list[Step] = []
    fixed = [*_fixed(facts.extensions, pip_dated_on, refused)]
    periods = [*_periods(facts, pip_dated_on, refused)]
    counted = [*_long_enough(periods, refused)]
    return (*fixed, *_once(counted, refused)), tuple(sorted(refused, key=lambda step: step.on))


def _fixed(extensions: tuple[Extension, ...], pip: date, refused: list[Step]) -> Iterator[Longer]:
    """What DUO decided, or the length that the law fixes; the second time can be shorter, or nothing."""
    seen: Counter[Ground] = Counter()
    for one in sorted(extensions, key=_order):
        rule = GROUNDS[one.ground]
        length = one.length
        if length is None and rule.fixed:
            nth, seen[one.ground] = seen[one.ground], seen[one.ground] + 1
            if rule.is_limited and nth >= len(rule.fixed):
                refused.append(Step(say("step-twice", ground=one.ground), one.starts_on or pip))
                continue
            if rule.unless_by and one.ends_on and one.ends_on <= after(pip, rule.unless_by):
                refused.append(Step(say("step-no-delay", ground=one.ground), one.ends_on))
                continue
            length = rule.fixed[min(nth, len(rule.fixed) - 1)]
        if length is not None:
            yield Longer(rule, length, say("step-longer", ground=one.ground, length=length))


def _periods(facts: Facts, pip: date, refused: list[Step]) -> Iterator[Period]:
    for one in sorted(facts.extensions, key=_order):
        rule = GROUNDS[one.ground]
        if one.length is not None or not rule.has_period:
            continue
        first = after(pip, rule.begins_after) + DAY if rule.begins_after else one.starts_on or pip
        if one.ground is Ground.OPLEIDING and facts.plicht_began_on:
            first = max(first, facts.plicht_began_on)
        if one.ends_on is None:
            refused.append(Step(say("step-no-end", ground=one.ground), first))
        elif one.ends_on < first:
            refused.append(Step(say("step-no-delay", ground=one.ground), one.ends_on))
        else:
            cap = after(first - DAY, rule.at_most) if rule.at_most else date.max
            yield Period(rule, first, min(one.ends_on, cap))


def _long_enough(periods: list[Period], refused: list[Step]) -> Iterator[Period]:
    """Periods of three months; shorter ones count when they are three months together (Regeling, artikel 4.1 onderdeel j)."""
    short = [period for period in periods if not period.is_long_enough]
    together = _together(short)
    for period in periods:
        if period not in short:
            yield period
        elif together:
            yield replace(period, rule=GROUNDS[Ground.SAMEN])
        else:
            length = period.rule.at_least or Length(0, Unit.DAYS)
            refused.append(
                Step(say("step-too-short", ground=period.rule.ground, length=length), period.first)
            )


def _together(short: list[Period]) -> bool:
    least = GROUNDS[Ground.SAMEN].at_least
    if not short or least is None:
        return False
    first = min(period.first for period in short)
    days = {period.first + timedelta(days=n) for period in short for n in range(period.days)}
    return first + timedelta(days=len(days) - 1) >= after(first - DAY, least)


def _once(periods: list[Period], refused: list[Step]) -> Iterator[Longer]:
    """Each period without the days that an earlier one has already."""
    covered = date.min
    for period in sorted(periods, key=lambda period: (period.first, period.last)):
        first = max(period.first, covered + DAY)
        if period.last < first:
            refused.append(Step(say("step-twice", ground=period.rule.ground), period.first))
            continue
        covered = period.last
        length = Length((period.last - first).days + 1, Unit.DAYS)
        says = say("step-period", ground=period.rule.ground, length=length, first=first, last=period.last)
        yield Longer(period.rule, length, says)


def _order(one: Extension) -> tuple[date, date, str]:
    return one.starts_on or date.max, one.ends_on or date.max, one.ground
