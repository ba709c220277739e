"""The companion of a beschikking: what it decides, for somebody who reads no Dutch.

The beschikking is Dutch, and counts. Nothing is translated here: what a person had translated is shown with who looked
at it, and the rest stays Dutch and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from pip_plans.enums import Leerroute, Niveau, Owner, TranslationState
from pip_plans.rules.changes import NOTHING, Change, agreement_in_words, goal_in_words
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.letter.blocks import RIGHT_TO_LEFT, Block
from pip_plans.rules.letter.frame import Letter
from pip_plans.rules.plan import DUTCH, Plan, PlanAgreement, Situation
from pip_plans.rules.translations import Text, texts_by_dutch

_PLAIN = {NOTHING: "nothing", "ja": "yes", "nee": "no"}


@dataclass(frozen=True, kw_only=True)
class Companion:
    """Beside the letter: the language that it is written in, and the language of the person that we don't write."""

    letter: Letter
    language: str
    since: date
    before: Plan | None = None
    missing: str = ""

    def say(self, name: str, **values: object) -> str:
        return LANGUAGES[self.language].say[name].format(**values)

    def day(self, day: date) -> str:
        return format_date(day, "EEEE d MMMM y", locale=self.language)


def companion(plan: Plan, situation: Situation, beside: Companion) -> dict[str, Any]:
    """The whole companion as data for its template."""
    letter, words = beside.letter, LANGUAGES[beside.language]
    sender = letter.sender
    contact = (sender.signed_by, _number(sender.signed_by_phone or sender.phone), sender.email)
    return {
        "title": beside.say("title"),
        "lang": beside.language,
        "rtl": beside.language in RIGHT_TO_LEFT,
        "page": words.say["page"],
        "concept": beside.say("concept") if letter.is_concept else "",
        "sender": [f"Gemeente {sender.gemeente}", *sender.address],
        "to": letter.person,
        "facts": [
            [beside.say("date"), beside.day(letter.on), False],
            [beside.say("number"), _number(f"{letter.case_number}, versie {letter.version}"), True],
            [beside.say("questions"), ", ".join(part for part in contact if part), True],
        ],
        "date": [letter.on.year, letter.on.month, letter.on.day],
        "blocks": [
            *_what_this_is(beside),
            *_decided(plan, beside),
            *_without_consent(beside),
            *_changed(plan, situation, beside),
            *_goals(plan, beside),
            *_agreements(plan, beside),
            *_time(situation, beside),
            *_objecting(beside),
        ],
    }


def _part(text: str, language: str, *, small: bool = False) -> dict[str, Any]:
    return {"text": text, "lang": language, "rtl": language in RIGHT_TO_LEFT, "small": small}


def _lines(*parts: dict[str, Any]) -> Block:
    return {"kind": "lines", "parts": list(parts)}


def _said(beside: Companion, name: str, **values: object) -> Block:
    return _lines(_part(beside.say(name, **values), beside.language))


def _heading(beside: Companion, name: str) -> Block:
    return {"kind": "heading", "text": beside.say(name)}


def _number(text: str) -> str:
    """Loose groups of digits after Arabic letters are set from right to left: a number would read backwards."""
    return text.replace(" ", "\u00a0")


def _in_dutch(beside: Companion, text: str) -> list[dict[str, Any]]:
    """Words of the plan that nobody translated, after a line that says so."""
    dutch = _part(text, DUTCH)
    if beside.language == DUTCH and not beside.missing:
        return [dutch]
    return [_part(beside.say("untranslated"), beside.language, small=True), dutch]


def _translated(
    beside: Companion, text: str, language: str, state: TranslationState | str
) -> list[dict[str, Any]]:
    if state == TranslationState.GECONTROLEERD:
        return [_part(text, language)]
    return [_part(text, language), _part(beside.say("by-machine"), beside.language, small=True)]


def _of_klantmanager(beside: Companion, dutch: str, texts: Mapping[str, Text]) -> list[dict[str, Any]]:
    """A text of the plan in the own language, where somebody wrote one that fits it."""
    found = texts.get(dutch)
    if found and beside.language in (found.language, DUTCH):
        return _translated(beside, found.own, found.language, found.state)
    return _in_dutch(beside, dutch)


def _what_this_is(beside: Companion) -> list[Block]:
    checked = LANGUAGES[beside.language].state == TranslationState.GECONTROLEERD
    told = [beside.say("counts"), beside.say("checked" if checked else "machine")]
    if beside.missing:
        name = beside.letter.language_names.get(beside.missing, beside.missing)
        told.insert(0, beside.say("no-text", language=name))
    return [{"kind": "notice", "parts": [_part(line, beside.language) for line in told if line]}]


def _decided(plan: Plan, beside: Companion) -> list[Block]:
    blocks = [_heading(beside, "decided"), _said(beside, f"route-{plan.leerroute}")]
    if plan.leerroute in (Leerroute.B, Leerroute.O):
        blocks.append(_said(beside, "level", level=plan.niveau or Niveau.B1))
    if plan.intensity_hours:
        blocks.append(_said(beside, "hours", hours=plan.intensity_hours))
    since = beside.day(beside.since)
    blocks.append(_said(beside, "from", on=beside.day(beside.letter.on), since=since))
    if beside.language == DUTCH and not beside.missing:
        why = [_part(plan.motivation, DUTCH)]
    elif plan.motivation_own_language and plan.own_language:
        why = _translated(beside, plan.motivation_own_language, plan.own_language, plan.translation_state)
    else:
        why = _in_dutch(beside, plan.motivation)
    return [*blocks, _heading(beside, "why"), _lines(*why)] if plan.motivation else blocks


def _without_consent(beside: Companion) -> list[Block]:
    """Algemene wet bestuursrecht, artikel 3:46."""
    found = beside.letter.without_consent
    if found is None:
        return []
    blocks = [
        _heading(beside, "without-title"),
        _said(beside, f"said-{found.said}"),
        _said(beside, "without"),
        _lines(*_in_dutch(beside, found.reason)),
    ]
    return [*blocks, _said(beside, "conditions")] if found.conditions else blocks


def _changed(plan: Plan, situation: Situation, beside: Companion) -> list[Block]:
    if situation.is_first_here:
        return []
    blocks = [_heading(beside, "changed")]
    if not beside.letter.changes:
        blocks.append(_said(beside, "same"))
    else:
        shown = _Shown(beside, plan)
        blocks.append({
            "kind": "table",
            "header": [beside.say(name) for name in ("what", "before", "now")],
            "rows": [[[_part(LANGUAGES[beside.language].label(one.label), beside.language)],
                      shown.side(one, one.before, "added"), shown.side(one, one.after, "gone")]
                     for one in beside.letter.changes],
        })  # fmt: skip
    if plan.change_reason:
        why = _of_klantmanager(beside, plan.change_reason, texts_by_dutch(plan))
        blocks += [_heading(beside, "changed-why"), _lines(*why)]
    return blocks


class _Shown:
    """One side of a change: in the own language where somebody wrote or translated it, else in Dutch."""

    def __init__(self, beside: Companion, plan: Plan) -> None:
        self._beside = beside
        self._language = plan.own_language or DUTCH
        both = [one for one in (beside.before, plan) if one]
        self._texts = texts_by_dutch(*both)
        self._goals = {goal_in_words(goal): goal for one in both for goal in one.goals}
        self._agreements = {
            agreement_in_words(agreement): agreement for one in both for agreement in one.agreements
        }

    def side(self, change: Change, text: str, when_empty: str) -> list[dict[str, Any]]:
        beside = self._beside
        if not text:
            return [_part(beside.say(when_empty), beside.language)]
        if goal := self._goals.get(text):
            return [_part(goal.own_text, goal.own_language)]
        if agreement := self._agreements.get(text):
            return _agreement(agreement, beside)
        if text in _PLAIN:
            return [_part(beside.say(_PLAIN[text]), beside.language)]
        hours = text.removesuffix(" uur")
        if hours.isdigit():
            named = beside.say("hours-value", hours=hours) if hours != text else hours
            return [_part(named, beside.language)]
        if text in Leerroute.labels:  # A name: in the letter and in the portal it is Dutch too.
            return [_part(text, DUTCH)]
        if change.label == "Uitleg in de eigen taal":
            return [_part(text, self._language)]
        return [_part(text, DUTCH)] if len(text) <= 2 else _of_klantmanager(beside, text, self._texts)


def _goals(plan: Plan, beside: Companion) -> list[Block]:
    blocks = [_heading(beside, "goals")]
    for number, goal in enumerate(plan.goals, start=1):
        own = _part(goal.own_text, goal.own_language)
        told = _in_dutch(beside, goal.own_text) if goal.own_language == DUTCH else [own]
        blocks.append(_lines(_part(beside.say("goal", number=number), beside.language, small=True), *told))
    return blocks if plan.goals else []


def _agreements(plan: Plan, beside: Companion) -> list[Block]:
    mine = [one for one in plan.agreements if one.owner == Owner.NIEUWKOMER]
    others = [one for one in plan.agreements if one.owner != Owner.NIEUWKOMER]
    blocks = [_heading(beside, "yours"), _items(mine, beside) if mine else _said(beside, "yours-none")]
    return [*blocks, _heading(beside, "others"), _items(others, beside)] if others else blocks


def _items(agreements: list[PlanAgreement], beside: Companion) -> Block:
    return {"kind": "list", "items": [_agreement(one, beside) for one in agreements]}


def _agreement(agreement: PlanAgreement, beside: Companion) -> list[dict[str, Any]]:
    if (
        agreement.translation
        and agreement.own_language != DUTCH
        and beside.language in (agreement.own_language, DUTCH)
    ):
        parts = _translated(
            beside, agreement.translation, agreement.own_language, agreement.translation_state
        )
    else:
        parts = _in_dutch(beside, agreement.text)
    if agreement.owner in Owner.values and agreement.owner != Owner.NIEUWKOMER:
        who = agreement.owner_name or beside.say(agreement.owner)
        parts.append(_part(beside.say("who", who=who), beside.language))
    if agreement.due_on:
        parts.append(_part(beside.say("by", day=beside.day(agreement.due_on)), beside.language))
    return parts


def _time(situation: Situation, beside: Companion) -> list[Block]:
    letter = beside.letter
    if not situation.is_first_here:
        told = _said(beside, "time-same")
    elif letter.term_starts_on and letter.term_ends_on:
        starts, ends = beside.day(letter.term_starts_on), beside.day(letter.term_ends_on)
        told = _said(beside, "time-days", starts=starts, ends=ends)
    else:
        told = _said(beside, "time-duo")
    return [_heading(beside, "time"), told]


def _objecting(beside: Companion) -> list[Block]:
    """Algemene wet bestuursrecht, artikelen 3:45, 6:4, 6:5, 6:7 and 6:16, in plain words."""
    sender = beside.letter.sender
    address = (f"College van burgemeester en wethouders van de gemeente {sender.gemeente}", *sender.address)
    return [
        _heading(beside, "object"),
        _said(beside, "object-talk"),
        {"kind": "strong", "parts": [_part(beside.say("object-until", day=beside.day(beside.letter.objection_until)),
                                           beside.language)]},
        _said(beside, "object-how"),
        _lines(*(_part(line, DUTCH) for line in address)),
        _said(beside, "object-letter"),
        _said(beside, "object-meanwhile"),
        _said(beside, "object-help"),
    ]  # fmt: skip
