"""What stands around the plan in a letter: from whom, to whom, what changed, how long, and how to object."""

from dataclasses import dataclass
from datetime import date

from inburgering.kit.dutch import format_date
from pip_plans.enums import Reaction
from pip_plans.rules.changes import Change
from pip_plans.rules.letter.blocks import Block, bullets, heading, in_words, table, text
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.switching import carried_over


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
    """Why the gemeente decides although the newcomer didn't agree. `conditions` holds pairs of words and answer."""

    said: Reaction
    reason: str
    conditions: tuple[tuple[str, str], ...] = ()


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


FIRST_PLAN = (
    "In deze brief staat uw plan. Het heet Persoonlijk plan Inburgering en Participatie, kort: PIP. Wij maakten het plan "
    "na de gesprekken met u. Het plan is een besluit van de gemeente."
)
CHANGED_PLAN = (
    "Uw plan is veranderd. In deze brief staat het hele nieuwe plan. Het plan is een besluit van de gemeente."
)


def opening(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    blocks = [text(f"Beste {letter.person},")]
    if situation.is_first_here:
        return [*blocks, text(FIRST_PLAN)]
    blocks.append(text(CHANGED_PLAN))
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
        text(
            f"{WHAT_WAS_SAID.get(found.said, '')} De gemeente mag het plan dan toch vaststellen. Dit is de reden:"
        ),
        text(found.reason),
    ]
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
    begin, end = in_words(letter.term_starts_on), in_words(letter.term_ends_on)
    return [title, text(f"Uw inburgeringstermijn begint op {begin}. U hebt drie jaar, tot en met {end}. "
                        "DUO stuurt u hierover een brief. De datum in de brief van DUO geldt.")]  # fmt: skip


def objection(letter: Letter) -> list[Block]:
    """Algemene wet bestuursrecht, artikelen 3:45, 6:4, 6:5 and 6:16: where, until when, and what goes in it."""
    college = f"College van burgemeester en wethouders van de gemeente {letter.sender.gemeente}"
    besluit = (
        f"het besluit van {in_words(letter.on)} met kenmerk {letter.case_number}, versie {letter.version}"
    )
    last_day = format_date(letter.objection_until)
    return [
        heading("Bent u het niet eens met dit besluit?"),
        text("Bel dan eerst met uw klantmanager. Vaak komt u er samen uit. U mag ook altijd bezwaar maken. Dat is gratis."),
        text(f"Bezwaar maken kan tot en met {last_day}. Stuur uw brief vóór of op die dag naar:"),
        text(", ".join((college, *letter.sender.address))),
        text("Zet in uw brief:"),
        bullets(["uw naam en uw adres;", "de datum van vandaag;", f"dat het gaat om {besluit};",
                 "waarom u het niet eens bent met het besluit;", "uw handtekening."]),
        text("Ook als u bezwaar maakt, geldt het plan. Is er haast bij? Dan kunt u de rechtbank vragen om een voorlopige "
             "voorziening. Wilt u hulp bij uw bezwaar? Vraag het Juridisch Loket, of iemand die u vertrouwt."),
    ]  # fmt: skip


def closing(letter: Letter) -> list[Block]:
    sender = letter.sender
    return [
        heading("Op welke wet rust dit besluit?"),
        text("Dit besluit rust op artikel 15 van de Wet inburgering 2021 en op de artikelen 5.3 en 5.4 van het Besluit "
              "inburgering 2021."),
        text(f"Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van de gemeente {sender.gemeente},"),
        text(sender.signed_by),
    ]  # fmt: skip
