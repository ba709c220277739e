"""The companion of a beschikking: what it decides, for somebody who reads no Dutch.

The beschikking is Dutch, and counts. Nothing is translated here: what a person had translated is shown with who looked
at it, and the rest stays Dutch and says so.
"""

from collections.abc import Mapping
from typing import Any

from cases.enums import Group
from cases.rules.languages import RIGHT_TO_LEFT
from pip_plans.enums import Leerroute, Niveau, Owner, TranslationState
from pip_plans.rules.changes import Change, agreement_in_words, goal_in_words
from pip_plans.rules.companion.content import Content
from pip_plans.rules.companion.saying import (
    Companion,
    as_written,
    heading,
    in_dutch,
    lines,
    of_klantmanager,
    part,
    said,
    translated,
    unbroken,
)
from pip_plans.rules.companion.values import value_in_words
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.letter.blocks import Block
from pip_plans.rules.letter.frame import NO_ANSWER
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.plan import DUTCH, Plan, PlanAgreement, Situation
from pip_plans.rules.translations import Text, texts_by_dutch

__all__ = ["Companion", "changes_told", "companion"]


def companion(plan: Plan, situation: Situation, beside: Companion) -> dict[str, Any]:
    """The whole companion as data for its template."""
    letter, words = beside.letter, LANGUAGES[beside.language]
    sender, content = letter.sender, Content(plan, beside)
    contact = (sender.signed_by, unbroken(sender.signed_by_phone or sender.phone), sender.email)
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
            [beside.say("number"), unbroken(letter.case_number), True],
            [beside.say("version"), str(letter.version), True],
            [beside.say("questions"), ", ".join(filter(None, contact)), True],
        ],
        "date": [letter.on.year, letter.on.month, letter.on.day],
        "blocks": [
            *_what_this_is(beside),
            *_decided(plan, situation, beside),
            *content.why_this_route(),
            *_without_consent(plan, beside),
            *_changed(plan, situation, beside),
            *_goals(plan, beside),
            *_agreements(plan, beside),
            *content.rest(),
            *_time(situation, beside),
            *_objecting(beside),
        ],
    }


def _what_this_is(beside: Companion) -> list[Block]:
    checked = LANGUAGES[beside.language].state == TranslationState.GECONTROLEERD
    told = [beside.say("counts"), beside.say("checked" if checked else "machine")]
    if beside.missing:
        name = beside.letter.language_names.get(beside.missing, beside.missing)
        told.insert(0, beside.say("no-text", language=name))
    return [{"kind": "notice", "parts": [part(line, beside.language) for line in told if line]}]


def _decided(plan: Plan, situation: Situation, beside: Companion) -> list[Block]:
    blocks = [heading(beside, "decided"), said(beside, f"route-{plan.leerroute}")]
    if plan.leerroute in (Leerroute.B, Leerroute.O):
        blocks.append(said(beside, "level", level=plan.niveau or Niveau.B1))
    if plan.intensity_hours:
        blocks.append(said(beside, "hours", hours=plan.intensity_hours))
    if plan.leerroute == Leerroute.Z:
        blocks += _hours_of_z(situation, beside)
    since = beside.day(beside.since)
    blocks.append(said(beside, "from", on=beside.day(beside.letter.on), since=since))
    if beside.language == DUTCH and not beside.missing:
        why = [part(plan.motivation, DUTCH)]
    elif plan.motivation_is_translated and plan.own_language:
        why = translated(beside, plan.motivation_own_language, plan.own_language, plan.translation_state)
    else:
        why = in_dutch(beside, plan.motivation)
    return [*blocks, heading(beside, "why"), lines(*why)] if plan.motivation else blocks


def _hours_of_z(situation: Situation, beside: Companion) -> list[Block]:
    """Besluit inburgering 2021, artikel 3.14; who came for family arranges taking part without the gemeente."""
    names = {"class-hours": NormKind.CLASS_HOURS_Z}
    if situation.group == Group.ASIELSTATUSHOUDER:
        names["society-hours"] = NormKind.PARTICIPATION_HOURS_Z
    return [said(beside, name, hours=norm(kind, beside.letter.on).figure) for name, kind in names.items()]


def _without_consent(plan: Plan, beside: Companion) -> list[Block]:
    """Algemene wet bestuursrecht, artikel 3:46."""
    found = beside.letter.without_consent
    if found is None:
        return []
    own = {one.dutch: one for one in found.texts if one.is_translated}
    blocks = [
        heading(beside, "without-title"),
        said(beside, f"said-{found.said}"),
        said(beside, "without"),
        lines(*of_klantmanager(beside, found.reason, own)),
    ]
    if found.own_reason:
        given = as_written(found.own_reason, plan.own_language or DUTCH)
        blocks += [said(beside, "own-reason"), lines(given)]
    if found.conditions:
        blocks.append(said(beside, "conditions"))
        blocks += [_condition(words, answer, own, plan, beside) for words, answer in found.conditions]
    return blocks


def _condition(words: str, answer: str, own: Mapping[str, Text], plan: Plan, beside: Companion) -> Block:
    """The newcomer's own words, and what the gemeente says to them."""
    if answer == NO_ANSWER:
        told = [part(beside.say("no-answer"), beside.language)]
    else:
        label = part(beside.say("our-answer"), beside.language, small=True)
        told = [label, *of_klantmanager(beside, answer, own)]
    return lines(as_written(f"– {words}", plan.own_language or DUTCH), *told)


def _changed(plan: Plan, situation: Situation, beside: Companion) -> list[Block]:
    if situation.is_first_here:
        return []
    blocks = [heading(beside, "changed")]
    if not beside.letter.changes:
        blocks.append(said(beside, "same"))
    else:
        shown = _Shown(beside, plan)
        blocks.append({
            "kind": "table",
            "header": [beside.say(name) for name in ("what", "before", "now")],
            "rows": [[[part(LANGUAGES[beside.language].label(one.label), beside.language)],
                      shown.side(one, one.before, one.was, "added"), shown.side(one, one.after, one.now, "gone")]
                     for one in beside.letter.changes],
        })  # fmt: skip
    if plan.change_reason:
        why = of_klantmanager(beside, plan.change_reason, texts_by_dutch(plan))
        blocks += [heading(beside, "changed-why"), lines(*why)]
    return blocks


def changes_told(plan: Plan, beside: Companion) -> list[str]:
    """The same as the table of what differs, for a message: what it is, and below it how it was and is."""
    shown, words = _Shown(beside, plan), LANGUAGES[beside.language]
    return [
        f"- {words.label(one.label)}\n{words.say['before']}: {_joined(shown.side(one, one.before, one.was, 'added'))}\n"
        f"{words.say['now']}: {_joined(shown.side(one, one.after, one.now, 'gone'))}"
        for one in beside.letter.changes
    ]


def _joined(parts: list[dict[str, Any]]) -> str:
    return " ".join(part["text"] for part in parts)


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

    def side(self, change: Change, text: str, value: Any, when_empty: str) -> list[dict[str, Any]]:
        beside = self._beside
        if not text:
            return [part(beside.say(when_empty), beside.language)]
        if goal := self._goals.get(text):
            return [part(goal.own_text, goal.own_language)]
        if agreement := self._agreements.get(text):
            return _agreement(agreement, beside)
        if value and change.name == "motivation_own_language":
            return [part(text, self._language)]
        told = value_in_words(beside, change.name, value) if change.is_of_a_field else None
        return told or of_klantmanager(beside, text, self._texts)


def _goals(plan: Plan, beside: Companion) -> list[Block]:
    blocks = [heading(beside, "goals")]
    for number, goal in enumerate(plan.goals, start=1):
        own = part(goal.own_text, goal.own_language)
        told = in_dutch(beside, goal.own_text) if goal.own_language == DUTCH else [own]
        blocks.append(lines(part(beside.say("goal", number=number), beside.language, small=True), *told))
    return blocks if plan.goals else []


def _agreements(plan: Plan, beside: Companion) -> list[Block]:
    mine = [one for one in plan.agreements if one.owner == Owner.NIEUWKOMER]
    others = [one for one in plan.agreements if one.owner != Owner.NIEUWKOMER]
    blocks = [heading(beside, "yours"), _items(mine, beside) if mine else said(beside, "yours-none")]
    return [*blocks, heading(beside, "others"), _items(others, beside)] if others else blocks


def _items(agreements: list[PlanAgreement], beside: Companion) -> Block:
    return {"kind": "list", "items": [_agreement(one, beside) for one in agreements]}


def _agreement(agreement: PlanAgreement, beside: Companion) -> list[dict[str, Any]]:
    if (
        agreement.is_translated
        and agreement.own_language != DUTCH
        and beside.language in (agreement.own_language, DUTCH)
    ):
        parts = translated(beside, agreement.translation, agreement.own_language, agreement.translation_state)
    else:
        parts = in_dutch(beside, agreement.text)
    if agreement.owner in Owner.values and agreement.owner != Owner.NIEUWKOMER:
        who = agreement.owner_name or beside.say(agreement.owner)
        parts.append(part(beside.say("who", who=who), beside.language))
    if agreement.due_on:
        parts.append(part(beside.say("by", day=beside.day(agreement.due_on)), beside.language))
    return parts


def _time(situation: Situation, beside: Companion) -> list[Block]:
    letter = beside.letter
    if not situation.is_first_here:
        told = said(beside, "time-same")
    elif letter.term_starts_on and letter.term_ends_on:
        starts, ends = beside.day(letter.term_starts_on), beside.day(letter.term_ends_on)
        told = said(beside, "time-days", starts=starts, ends=ends)
    else:
        told = said(beside, "time-duo")
    return [heading(beside, "time"), told]


def _objecting(beside: Companion) -> list[Block]:
    """Algemene wet bestuursrecht, artikelen 3:45, 6:4, 6:5, 6:7 and 6:16, in plain words."""
    sender = beside.letter.sender
    address = (f"College van burgemeester en wethouders van de gemeente {sender.gemeente}", *sender.address)
    return [
        heading(beside, "object"),
        said(beside, "object-talk"),
        {"kind": "strong", "parts": [part(beside.say("object-until", day=beside.day(beside.letter.objection_until)),
                                           beside.language)]},
        said(beside, "object-how"),
        lines(*(part(line, DUTCH) for line in address)),
        said(beside, "object-letter"),
        said(beside, "object-meanwhile"),
        said(beside, "object-help"),
    ]  # fmt: skip
