"""Decisions about a leerroute that two people look at: the klantmanager asks, the team lead approves exactly this text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inburgering.kit.partial_date import PartialDate
from pip_plans.enums import Alphabetisation, Factor, Ground, Leerroute
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.switching import is_scaled_down, is_switch

_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
# From 16 on: what is younger is a child of somebody, or years of something else.
_AGE = rf"(?:1[6-9]|[2-9]\d|(?:zes|zeven|acht|negen)tien|(?:(?:{_UNITS})[eë]n)?(?:{_TENS}))"
_BECAUSE = "gezien|gelet op|vanwege|wegens|door|om|op grond van|op basis van|in verband met|op"
_WHO = "(?:u|je|jij|hij|zij|ze|mevrouw|meneer|de cliënt|iemand|de nieuwkomer)"
_WHOSE = "(?:uw|zijn|haar|hun|je|jouw)"
_IS = r"(?:bent|is|was|ben|wordt|werd)"
_BY_NOW = "(?:(?:nu|al|pas|nog|bijna|ruim|maar|immers|inmiddels|intussen) )*"
_YEARS = (
    rf"{_AGE} jaar(?! (?:naar|in|op|bij|aan|lang|geleden|(?:werk)?ervaring|les|school|werk|getrouwd|bezig|gewerkt|"
    r"onderwijs)\b)"
)
_NO_DAY_OR_MEASURE = (
    r"(?! (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaar|jaren|keer|maal|"
    r"minuten|kilometer|km|kilo|graden|lesuren|les|lesdag|lesdagen|werkdag|werkdagen|dag|week|maand|toets|examen|poging|"
    r"gesprek|afspraak|cursisten|mensen|personen|kinderen)\b)(?![-/.,:]\d)"
)
# What somebody did at an age is a story, and no reason.
_NO_STORY = r"(?! (?:stopte|begon|ging|werkte|kwam|trouwde|moest|leerde|haalde|kreeg|was|had|verliet) )"
# Somebody's age without "jaar": "U bent 36", "omdat u 36 bent", "op uw 36e", "met uw 36".
_BARE_AGE = (
    rf"(?:{_WHO} {_IS}|{_IS} {_WHO}) {_BY_NOW}{_AGE}\b{_NO_DAY_OR_MEASURE}|{_WHO} {_BY_NOW}{_AGE}(?: jaar)? {_IS}"
    rf"|(?:(?:op|met|na|vanaf|voor|vóór|rond|tot) )?{_WHOSE} {_AGE}[- ]?(?:e|ste|de)\b{_NO_DAY_OR_MEASURE}{_NO_STORY}"
    rf"|(?:op|met|na|boven) {_WHOSE} (?:{_YEARS}|{_AGE}\b{_NO_DAY_OR_MEASURE})"
    rf"|(?:op|met) {_AGE}(?: jaar)? (?:bent|begint?|kunt|kan|gaat|leert|studeert|is|lukt|heeft|hebt)"
)
# Years say an age only where they say how old somebody is: "4 jaar naar school" and "10 jaar ervaring" say something else.
_ABOUT_AGE = re.compile(
    r"\b(te oud|te jong|leeftijdsgrens|maximumleeftijd|(?:uw|zijn|haar|hun|je|jouw) leeftijd"
    rf"|(?:{_BECAUSE}) (?:(?:de|een|uw|zijn|haar|hun|deze) )?(?:(?:hoge|hogere|gevorderde|jonge) )?leeftijd"
    r"(?! van (?:(?:de|het|een|uw) )?(?:basisschool|school|kind|zoon|dochter))"
    rf"|(?<!kinderen )(?:ouder|jonger) dan {_AGE}|boven de {_AGE}|vanaf {_AGE} jaar|de {_AGE} (?:gepasseerd|voorbij)"
    rf"|{_AGE} jaar (?:oud|ouder|jong|jonger)|{_AGE}-?jarigen?|{_AGE}[- ]?plus(?:sers?)?|(?:{_TENS})ers?"
    rf"|{_IS} {_BY_NOW}{_YEARS}|{_BARE_AGE})\b"
    r"(?! ?(?:%|(?:uur|uren|euro|procent|punten|dagen|weken|maanden|lessen|opleiding|zoon|dochter|kind)\b))",
    re.IGNORECASE,
)
_REASONS = ("motivation", "wish_difference_reason", "advice_difference_reason", "why_not_b", "why_not_o", "why_not_z",
            "switch_reason", "change_reason", "effort", "further_learning_reason", "pathway_reason",
            "study_with_benefit_reason", "support", "participation_reason")  # fmt: skip
# That DUO gives no studiefinanciering from an age on, is the law and no policy of the gemeente.
_STUDY_GRANT = re.compile(r"[^.!?]*studiefinanciering[^.!?]*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Watch:
    """What about somebody asks for a second look. It keeps nobody from any route."""

    cannot_read: bool = False
    is_young: bool = False


@dataclass(frozen=True)
class Needed:
    """An approval without which this plan isn't established, and why."""

    ground: Ground
    why: str


def needed_approvals(plan: Plan, watch: Watch) -> Iterator[Needed]:
    """PP-37, PP-39 and PP-47: each is the klantmanager's to decide, with the team lead."""
    if watch.cannot_read and plan.leerroute == Leerroute.B and not _teaches_reading(plan):
        yield Needed(
            Ground.LEZEN_SCHRIJVEN,
            "Iemand kan nog niet lezen en schrijven en krijgt in de B1-route geen alfabetisering. "
            "Bied alfabetisering aan, of vraag de teamleider om akkoord.",
        )
    if is_about_age(plan):
        yield Needed(Ground.LEEFTIJD, "Leeftijd speelt mee in dit besluit, als beleid van de gemeente. "
                                      "Vraag de teamleider om akkoord.")  # fmt: skip
    if watch.is_young and plan.leerroute == Leerroute.Z:
        yield Needed(Ground.JONGERE_Z, "Een jongere gaat naar de Z-route. Vraag de teamleider om akkoord. Binnen een half jaar "
                                       "volgt een gesprek over onderwijs en werk.")  # fmt: skip


def decisions_by_mandate(plan: Plan, situation: Situation) -> Iterator[Ground]:
    """What this plan decides that a gemeente gives the mandate for by kind of decision (Awb, artikel 10:3; PP-06)."""
    if is_switch(plan, situation):
        yield Ground.LEERROUTE
    if is_scaled_down(plan, situation):
        yield Ground.AFSCHALEN


def outside_mandate(ground: Ground) -> Needed:
    return Needed(
        ground, f"{ground.label}: dat besluit valt buiten uw mandaat. De teamleider beslist erover."
    )


def _teaches_reading(plan: Plan) -> bool:
    return plan.alphabetisation in (Alphabetisation.A, Alphabetisation.AA)


def words_about_age(plan: Plan, besides: str = "") -> tuple[str, ...]:
    """Words in the reasons of the plan, or in a reason `besides` it, that make an age the reason."""
    texts = [besides, *(_reason(plan, name) for name in _REASONS)]
    return tuple(dict.fromkeys(word.lower() for text in texts for word in _ABOUT_AGE.findall(text)))


def _reason(plan: Plan, name: str) -> str:
    text: str = getattr(plan, name)
    return _STUDY_GRANT.sub("", text) if name == "study_with_benefit_reason" else text


def is_about_age(plan: Plan, besides: str = "") -> bool:
    chosen = Factor.LEEFTIJDSBELEID in plan.factors
    return chosen or bool(plan.age_policy.strip()) or bool(words_about_age(plan, besides))


def age_obstacles(plan: Plan, besides: str = "") -> Iterator[Obstacle]:
    """The law has no age limit for any leerroute: an age is only ever the policy of a gemeente, with its paper (PP-39)."""
    if not is_about_age(plan, besides):
        return
    said = ", ".join(f"‘{word}’" for word in words_about_age(plan, besides))
    where = f" In de uitleg staat {said}." if said else ""
    if not plan.age_policy.strip():
        yield Obstacle("leeftijdsbeleid", f"De wet heeft voor geen enkele leerroute een leeftijdsgrens.{where} Haal leeftijd "
                                          "weg als reden, of leg vast welk beleid van de gemeente geldt.")  # fmt: skip
    elif not plan.age_policy_link and not plan.age_policy_document_id:
        yield Obstacle("leeftijdsbeleid", "Voeg het beleid over leeftijd toe: een link of het document zelf.")


def may_be_between(birth: PartialDate | None, lowest: int, highest: int, on: date) -> bool:
    """Whether somebody may be this old on a day: of a birth date that isn't whole, every day counts."""
    if birth is None:
        return False
    oldest, youngest = _age(birth.earliest, on), _age(birth.latest, on)
    return youngest <= highest and oldest >= lowest


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
