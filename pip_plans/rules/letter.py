"""What the beschikking says, block by block, in Dutch that somebody at level B1 can read.

The blocks are plain data: the typst template only gives them their looks. Nothing that a user wrote is ever markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import Group
from inburgering.kit.dutch import format_date
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Niveau, TranslationState, Wish
from pip_plans.rules.changes import Change, owner_in_words
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.plan import DUTCH, Plan, PlanGoal, Situation

Block = dict[str, Any]

RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ckb", "ur", "he", "yi"})


@dataclass(frozen=True, kw_only=True)
class Sender:
    gemeente: str
    address: tuple[str, ...]
    phone: str
    email: str
    signed_by: str
    signed_by_phone: str = ""


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


def content(plan: Plan, situation: Situation, letter: Letter) -> dict[str, Any]:
    """The whole letter as data for the template."""
    return {
        "title": f"Persoonlijk plan inburgering en participatie van {letter.person}",
        "concept": letter.is_concept,
        "sender": [f"Gemeente {letter.sender.gemeente}", *letter.sender.address],
        "to": letter.person,
        "facts": _facts(letter),
        "date": [letter.on.year, letter.on.month, letter.on.day],
        "blocks": [
            *_opening(plan, situation, letter),
            *_goals(plan, letter),
            *_route(plan, situation, letter),
            *_parts(plan, situation, letter),
            *_agreements(plan),
            *_term(situation, letter),
            *_objection(letter),
            *_closing(letter),
        ],
    }


# --- Kinds of blocks --------------------------------------------------------------------------------------------


def _heading(text: str) -> Block:
    return {"kind": "heading", "text": text}


def _text(text: str) -> Block:
    return {"kind": "text", "text": text}


def _list(items: list[str]) -> Block:
    return {"kind": "list", "items": items}


def _quote(text: str, language: str, caption: str = "") -> Block:
    return {
        "kind": "quote",
        "text": text,
        "lang": language,
        "rtl": language in RIGHT_TO_LEFT,
        "caption": caption,
    }


def _pairs(rows: list[tuple[str, str]]) -> Block:
    return {"kind": "pairs", "rows": [list(row) for row in rows]}


def _table(header: list[str], widths: list[int], rows: list[list[str]]) -> Block:
    return {"kind": "table", "header": header, "widths": widths, "rows": rows}


def _day(day: date) -> str:
    return format_date(day, weekday=False)


# --- The parts of the letter --------------------------------------------------------------------------------------


def _facts(letter: Letter) -> list[list[str]]:
    contact = ", ".join(
        part
        for part in (letter.sender.signed_by, letter.sender.signed_by_phone or letter.sender.phone)
        if part
    )
    return [
        ["Datum", _day(letter.on)],
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


def _opening(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    blocks = [_text(f"Beste {letter.person},")]
    if situation.is_first_here:
        return [*blocks, _text(FIRST_PLAN)]
    blocks.append(_text(CHANGED_PLAN))
    blocks += [_heading("Wat verandert er?"), _text(plan.change_reason)]
    if letter.changes:
        rows = [
            [change.label, change.before or "Nieuw", change.after or "Vervalt"] for change in letter.changes
        ]
        blocks.append(_table(["Wat", "Eerst", "Nu"], [2, 3, 3], rows))
    return blocks


def _goals(plan: Plan, letter: Letter) -> list[Block]:
    blocks = [_heading("Uw doelen"), _text("Dit wilt u bereiken. Het zijn uw eigen woorden.")]
    for number, goal in enumerate(plan.goals, start=1):
        blocks += _goal(number, goal, letter)
    return blocks


def _goal(number: int, goal: PlanGoal, letter: Letter) -> list[Block]:
    if goal.own_language == DUTCH:
        return [_quote(goal.own_text, DUTCH, f"Doel {number}")]
    language = letter.language_names.get(goal.own_language, goal.own_language)
    return [
        _quote(goal.own_text, goal.own_language, f"Doel {number}, in het {language}"),
        _text(f"In het Nederlands: {goal.translation_nl}"),
    ]


ROUTES = {
    Leerroute.B: "U volgt de B1-route. U leert Nederlands en u doet mee in Nederland, met werk of vrijwilligerswerk. "
                 "U doet daarna examen.",
    Leerroute.O: "U volgt de onderwijsroute. U leert Nederlands op een school en u bereidt zich voor op een opleiding. "
                 "U doet daarna examen.",
    Leerroute.Z: "U volgt de Z-route. U leert Nederlands in een tempo dat bij u past. U leert ook hoe u zich redt in Nederland "
                 "en u doet mee. U hoeft geen examen te doen.",
}  # fmt: skip


def _route(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    if not plan.leerroute:
        return [_heading("Uw leerroute"), _text("Hier komt de leerroute.")]
    blocks = [_heading("Uw leerroute"), _text(ROUTES[Leerroute(plan.leerroute)])]
    if situation.is_first_here and situation.previous:
        blocks.append(_text(f"Dit is dezelfde leerroute als in uw plan van {situation.previous.gemeente}."))
    if plan.wished_leerroute == Wish.WEET_NIET:
        blocks.append(_text("U wist nog niet welke leerroute u wilde."))
    elif plan.differs_from_wish:
        wished = Leerroute(plan.wished_leerroute).label
        blocks.append(
            _text(
                f"U wilde zelf de {wished}. Wij kiezen een andere route. De reden is: {plan.wish_difference_reason}"
            )
        )
    elif plan.wished_leerroute:
        blocks.append(_text("Dit is de route die u zelf wilde."))
    return [*blocks, *_why(plan, letter)]


def _why(plan: Plan, letter: Letter) -> list[Block]:
    names = dict(Factor.choices)
    blocks = [_heading("Waarom deze leerroute?"), _text("Wij keken hiernaar:"),
              _list([str(names.get(factor, factor)) for factor in plan.factors]), _text(plan.motivation)]  # fmt: skip
    if Factor.TOETS in plan.factors:
        blocks.append(_text("De leerbaarheidstoets is een advies. De toets beslist niet over uw leerroute."))
    if plan.own_language not in ("", DUTCH) and plan.motivation_own_language:
        language = letter.language_names.get(plan.own_language, plan.own_language)
        by_hand = plan.translation_state == TranslationState.GECONTROLEERD
        checked = "" if by_hand else " (automatisch vertaald, er kunnen fouten in staan)"
        blocks.append(
            _quote(
                plan.motivation_own_language, plan.own_language, f"Dezelfde uitleg in het {language}{checked}"
            )
        )
    return blocks


def _parts(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    texts = [("Hulp en begeleiding van de gemeente", plan.support), ("Voorschoolse educatie (VVE) voor uw kinderen", plan.vve),
             ("Meedoen en werk", plan.participation_duties), ("Na de inburgering", plan.perspective)]  # fmt: skip
    written = [row for row in texts if row[1].strip()]
    return [_heading("Wat hoort er bij uw plan?"), _pairs([*_hours(plan, situation, letter.on), *written])]


def _hours(plan: Plan, situation: Situation, on: date) -> list[tuple[str, str]]:
    return [*_lessons(plan, situation, on), *_around_lessons(plan)]


def _lessons(plan: Plan, situation: Situation, on: date) -> Iterator[tuple[str, str]]:
    if plan.leerroute in (Leerroute.B, Leerroute.O):
        yield "Niveau Nederlands", str(plan.niveau or Niveau.B1)
    if plan.intensity_hours:
        yield "Lessen Nederlands en KNM", f"Ongeveer {plan.intensity_hours} uur in totaal"
    if plan.leerroute == Leerroute.Z:
        yield "Lessen Nederlands en KNM", str(norm(NormKind.CLASS_HOURS_Z, on))
        if situation.group == Group.ASIELSTATUSHOUDER:
            yield "Meedoen in Nederland", str(norm(NormKind.PARTICIPATION_HOURS_Z, on))
    if plan.alphabetisation in (Alphabetisation.A, Alphabetisation.AA):
        yield "Leren lezen en schrijven", "U leert lezen en schrijven in het Nederlandse alfabet."


def _around_lessons(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.pvt_hours:
        yield (
            "Participatieverklaringstraject (PVT)",
            f"{plan.pvt_hours} uur. U leert over de waarden van Nederland.",
        )
    if plan.map_hours and plan.leerroute != Leerroute.O:
        yield (
            "Module Arbeidsmarkt en Participatie (MAP)",
            f"{plan.map_hours} uur praktijk. U leert over werk in Nederland.",
        )
    if plan.talks_per_year:
        yield "Gesprekken over hoe het gaat", f"{plan.talks_per_year} keer in een jaar"
    if exams := [
        name
        for allowed, name in ((plan.a2_allowed, "Nederlands op niveau A2"), (plan.knm_allowed, "KNM"))
        if allowed
    ]:
        yield "Examens die u mag doen", " en ".join(exams)
    if plan.may_finish_education:
        yield "Uw opleiding", "U mag eerst de opleiding afmaken die u nu volgt."


def _agreements(plan: Plan) -> list[Block]:
    if not plan.agreements:
        return []
    number_of = {goal.id: str(number) for number, goal in enumerate(plan.goals, start=1)}
    rows = [
        [str(number), agreement.text, owner_in_words(agreement), _day(agreement.due_on) if agreement.due_on else "",
         number_of.get(agreement.goal_id or 0, "-")]
        for number, agreement in enumerate(plan.agreements, start=1)
    ]  # fmt: skip
    header = ["Nr.", "Afspraak", "Wie doet dit?", "Klaar op", "Bij doel"]
    return [_heading("Onze afspraken"), _table(header, [1, 6, 4, 3, 2], rows)]


def _term(situation: Situation, letter: Letter) -> list[Block]:
    heading = _heading("Hoeveel tijd hebt u?")
    if not situation.is_first_here:
        return [heading, _text("De tijd voor uw inburgering verandert niet door dit nieuwe plan.")]
    if letter.term_starts_on is None or letter.term_ends_on is None:
        return [heading, _text("DUO stuurt u een brief over de tijd die u hebt.")]
    begin, end = _day(letter.term_starts_on), _day(letter.term_ends_on)
    return [heading, _text(f"Uw inburgeringstermijn begint op {begin}. U hebt drie jaar, tot en met {end}. "
                           "DUO stuurt u hierover een brief. De datum in de brief van DUO geldt.")]  # fmt: skip


def _objection(letter: Letter) -> list[Block]:
    """Algemene wet bestuursrecht, artikelen 3:45, 6:4, 6:5 and 6:16: where, until when, and what goes in it."""
    sender = letter.sender
    college = f"het college van burgemeester en wethouders van de gemeente {sender.gemeente}"
    where = ", ".join(
        (f"College van burgemeester en wethouders van de gemeente {sender.gemeente}", *sender.address)
    )
    return [
        _heading("Bent u het niet eens met dit besluit?"),
        _text("Bel dan eerst met uw klantmanager. Vaak komt u er samen uit. U mag ook altijd bezwaar maken. Dat is gratis."),
        _text(f"Bezwaar maken kan tot en met {format_date(letter.objection_until)}. Stuur uw brief naar {college}:"),
        _text(where),
        _text("Zet in uw brief:"),
        _list(["uw naam en uw adres;", "de datum van vandaag;",
               f"dat het gaat om het besluit van {_day(letter.on)} met kenmerk {letter.case_number}, versie {letter.version};",
               "waarom u het niet eens bent met het besluit;", "uw handtekening."]),
        _text("Ook als u bezwaar maakt, geldt het plan. Is er haast bij? Dan kunt u de rechtbank vragen om een voorlopige "
              "voorziening. Wilt u hulp bij uw bezwaar? Vraag het Juridisch Loket, of iemand die u vertrouwt."),
    ]  # fmt: skip


def _closing(letter: Letter) -> list[Block]:
    sender = letter.sender
    return [
        _heading("Op welke wet rust dit besluit?"),
        _text("Dit besluit rust op artikel 15 van de Wet inburgering 2021 en op de artikelen 5.3 en 5.4 van het Besluit "
              "inburgering 2021."),
        _text(f"Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van de gemeente {sender.gemeente},"),
        _text(sender.signed_by),
    ]  # fmt: skip
