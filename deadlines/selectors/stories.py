"""A term with all that ever happened to it. Nothing is edited away: this is what the case events say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cases.models import Case, CaseEvent
from deadlines.enums import Audience, EventKind
from deadlines.rules import CATALOGUE, FactInfo, Holds
from deadlines.selectors.terms import Clock, clocks
from inburgering.kit.dutch import format_date


@dataclass(frozen=True)
class FactChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One thing that happened to a term, in the words that were shown then."""

    at: datetime
    by: str
    title: str
    text: str
    facts: tuple[FactChange, ...]


@dataclass(frozen=True)
class Told:
    """Somebody was reminded, on a day, of the day that the term had then."""

    on: date
    audience: str
    due_on: date


@dataclass(frozen=True)
class Story:
    clock: Clock
    changes: tuple[Change, ...]
    told: tuple[Told, ...]


def stories(case: Case, *, today: date) -> list[Story]:
    """Every term of the case, as `clocks` orders them, with its history, the last first."""
    events = defaultdict(list)
    for event in case.events.filter(kind__startswith="termijn.").order_by("-at", "-id"):
        events[event.data.get("deadline_id")].append(event)
    return [_story(clock, events[clock.deadline.pk]) for clock in clocks(case, today=today)]


def _story(clock: Clock, events: list[CaseEvent]) -> Story:
    changes = tuple(_change(event) for event in events if event.kind != EventKind.REMINDED)
    told = tuple(_told(event) for event in events if event.kind == EventKind.REMINDED)
    return Story(clock, changes, told)


def _told(event: CaseEvent) -> Told:
    audience = str(Audience(event.data["audience"]).label)
    return Told(timezone.localdate(event.at), audience, date.fromisoformat(event.data["due_on"]))


def _change(event: CaseEvent) -> Change:
    title = EventKind(event.kind).label if event.kind in EventKind.values else event.kind
    facts = tuple(_fact_changes(event.data.get("facts_before") or {}, event.data.get("facts_after") or {}))
    return Change(event.at, event.by_label, str(title), event.text, facts)


def _fact_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FactChange]:
    for info in CATALOGUE.values():
        if before.get(info.name) != after.get(info.name):
            yield FactChange(info.label, _in_words(info, before), _in_words(info, after))


def _in_words(info: FactInfo, facts: Mapping[str, Any]) -> str:
    if info.name not in facts:
        return "nee" if info.holds is Holds.FLAG else "niet bekend"
    value = info.typed(facts[info.name])
    if isinstance(value, date):
        return format_date(value, weekday=False)
    if isinstance(value, bool):
        return "ja"
    return str(getattr(value, "label", value))
