"""What stands around the plan in a letter: from whom, to whom, what changed, how long, and how to object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from inburgering.kit.dutch import format_date
from pip_plans.enums import Reaction
from pip_plans.rules.changes import Change
from pip_plans.rules.letter.blocks import Block, bullets, heading, in_words, table, text
from pip_plans.rules.letter.texts import DEFAULTS, Place, as_blocks
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.switching import carried_over
from pip_plans.rules.translations import Text

NO_ANSWER = "Wij gaven hierop geen apart antwoord."
"""To a condition on an earlier text that nobody answered."""


@dataclass(frozen=True, kw_only=True)
class Sender:
    gemeente: str
    address: tuple[str, ...]
    phone: str
    email: str
    signed_by: str
    signed_by_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class WithoutConsent:
    """Why the gemeente decides although the newcomer didn't agree.

    `own_reason` is what the newcomer wrote with the last answer; `conditions` holds pairs of words and answer, and
    `texts` the reason and those answers with what somebody wrote in the own language.
    """

    said: Reaction
    reason: str
    own_reason: str = ""
    conditions: tuple[tuple[str, str], ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Everything that the letter needs beside the plan. `objection_until` is computed by `deadlines`."""

    sender: Sender
    person: str
    case_number: str
    version: int
    on: date
    objection_until: date
    term_starts_on: date | None
    term_ends_on: date | None
    language_names: dict[str, str]
    changes: tuple[Change, ...] = ()
    is_concept: bool = False
    without_consent: WithoutConsent | None = None
    texts: Mapping[str, str] = field(default_factory=lambda: DEFAULTS)
    """The sentences of the gemeente, by part; see `texts`."""

    def say(self, part: str) -> list[Block]:
        return as_blocks(self.texts.get(part) or DEFAULTS[part], self._values())

    def _values(self) -> dict[Place, str]:
        sender, found = self.sender, self.without_consent
        college = f"College van burgemeester en wethouders van de gemeente {sender.gemeente}"
        return {
            Place.NAAM: self.person,
            Place.GEMEENTE: sender.gemeente,
            Place.DATUM: in_words(self.on),
            Place.KENMERK: f"{self.case_number}, versie {self.version}",
            Place.REACTIE: WHAT_WAS_SAID.get(found.said, "") if found else "",
            Place.REDEN: found.reason if found else "",
            Place.TERMIJN_BEGIN: in_words(self.term_starts_on) if self.term_starts_on else "",
            Place.TERMIJN_EINDE: in_words(self.term_ends_on) if self.term_ends_on else "",
            Place.BEZWAAR_TOT: format_date(self.objection_until),
            Place.ADRES: ", ".join((college, *sender.address)),
            Place.ONDERTEKENAAR: sender.signed_by,
        }


def facts(letter: Letter) -> list[list[str]]:
    sender = letter.sender
    contact = ", ".join(
        filter(None, (sender.signed_by, sender.signed_by_phone or sender.phone, sender.email))
    )
    return [
        ["Datum", in_words(letter.on)],
        ["Ons kenmerk", f"{letter.case_number}, versie {letter.version}"],
        ["Vragen", contact],
    ]


def opening(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    if situation.is_first_here:
        return [*letter.say("aanhef"), *letter.say("eerste_plan")]
    blocks = [*letter.say("aanhef"), *letter.say("nieuw_plan")]
    blocks += [heading("Wat verandert er?"), text(plan.change_reason)]
    blocks += [text(words) for words in (plan.switch_reason, plan.effort) if words]
    if kept := carried_over(situation.current_leerroute, plan.leerroute):
        blocks += [text("Dit gaat mee naar uw nieuwe leerroute:"), bullets(list(kept))]
    if letter.changes:
        rows = [
            [change.label, change.before or "Nieuw", change.after or "Vervalt"] for change in letter.changes
        ]
        blocks.append(table(["Wat", "Eerst", "Nu"], [2, 3, 3], rows))
    return blocks


WHAT_WAS_SAID = {
    Reaction.ONDER_VOORWAARDE: "U was alleen akkoord als wij iets zouden veranderen.",
    Reaction.NIET_AKKOORD: "U was niet akkoord met dit plan.",
    Reaction.GEEN_REACTIE: "U hebt niet op dit plan gereageerd.",
}


def without_consent(letter: Letter) -> list[Block]:
    """Algemene wet bestuursrecht, artikel 3:46: a decision against somebody's wish says why."""
    found = letter.without_consent
    if found is None:
        return []
    blocks = [
        heading("Wij stellen dit plan vast zonder uw akkoord"),
        *letter.say("zonder_akkoord"),
    ]
    if found.own_reason:
        blocks += [text("Dit gaf u als reden:"), text(found.own_reason)]
    if found.conditions:
        rows = [[words, answer] for words, answer in found.conditions]
        blocks += [
            text("U noemde voorwaarden. Dit is onze reactie:"),
            table(["Uw voorwaarde", "Onze reactie"], [1, 1], rows),
        ]
    return blocks


def term(situation: Situation, letter: Letter) -> list[Block]:
    title = heading("Hoeveel tijd hebt u?")
    if not situation.is_first_here:
        return [title, text("De tijd voor uw inburgering verandert niet door dit nieuwe plan.")]
    if letter.term_starts_on is None or letter.term_ends_on is None:
        return [title, text("DUO stuurt u een brief over de tijd die u hebt.")]
    return [title, *letter.say("termijn")]


def objection(letter: Letter) -> list[Block]:
    """Algemene wet bestuursrecht, artikelen 3:45, 6:4, 6:5 and 6:16: where, until when, and what goes in it."""
    return [
        heading("Bent u het niet eens met dit besluit?"),
        *letter.say("bezwaar"),
        *letter.say("tijdens_bezwaar"),
    ]


def closing(letter: Letter) -> list[Block]:
    return [
        heading("Op welke wet rust dit besluit?"),
        *letter.say("wet"),
        *letter.say("ondertekening"),
    ]
