"""What the letters about a bezwaar say, block by block, in Dutch at level B1. Nothing that a user wrote is markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pip_plans.enums import Effect, ObjectionDecision, WaiveGround
from pip_plans.rules.letter import Sender
from pip_plans.rules.letter.blocks import Block, bullets, heading, in_words, text
from pip_plans.rules.objections import Representation


@dataclass(frozen=True, kw_only=True)
class Frame:
    """From whom, to whom and about what."""

    sender: Sender
    person: str
    number: str
    on: date
    version: int
    version_on: date
    received_on: date


@dataclass(frozen=True, kw_only=True)
class Later:
    """A version that came in the place of the one objected to, and what happens to it."""

    number: int
    on: date
    effect: Effect


STILL_HOLDS = (
    "Uw plan blijft gelden zolang wij nog niet hebben beslist. Houd u dus aan de afspraken in uw plan."
)


def receipt(frame: Frame, *, decide_by: date, why: str, late: bool) -> dict[str, Any]:
    """Awb, artikel 6:14: that it came in, and what happens now."""
    blocks = [
        text(f"Wij kregen uw bezwaar op {in_words(frame.received_on)}. Het gaat over {_about(frame)}."),
        heading("Wat gebeurt er nu?"),
        bullets([
            "Iemand anders dan wie het plan vaststelde, kijkt naar uw bezwaar.",
            "U mag uw bezwaar uitleggen in een gesprek. Dat heet een hoorzitting. U mag iemand meenemen.",
            "Wilt u een tolk bij dat gesprek? Zeg het ons.",
            f"U krijgt een besluit uiterlijk op {in_words(decide_by)}.",
        ]),
        text(why),
        text(STILL_HOLDS),
    ]  # fmt: skip
    if late:
        blocks += [
            heading("Uw bezwaar is te laat"),
            text("Uw bezwaar kwam na de laatste dag. Had u daar een goede reden voor? Schrijf of bel ons dan snel. "
                 "Wij kijken of het toch kan."),
        ]  # fmt: skip
    return _letter(frame, "Wij hebben uw bezwaar ontvangen", blocks)


def mending(frame: Frame, *, what: str, until_on: date) -> dict[str, Any]:
    """Awb, artikel 6:6: what is missing, until when, and what happens otherwise."""
    return _letter(
        frame,
        "Uw bezwaar is nog niet compleet",
        [
            text(f"Wij kregen uw bezwaar op {in_words(frame.received_on)}. Het gaat over {_about(frame)}."),
            text("Er ontbreekt nog iets:"),
            text(what),
            text(
                f"Stuur het ons uiterlijk op {in_words(until_on)}. Tot die dag wachten wij met het besluit."
            ),
            text(
                "Krijgen wij het niet op tijd? Dan kan het zijn dat wij niet naar uw bezwaar kijken. "
                "Lukt het niet? Bel ons dan."
            ),
        ],
    )


def adjournment(frame: Frame, *, reason: str, decide_by: date) -> dict[str, Any]:
    """Awb, artikel 7:10 lid 3."""
    return _letter(
        frame,
        "Het besluit over uw bezwaar komt later",
        [
            text(f"U maakte bezwaar op {in_words(frame.received_on)}. Het gaat over {_about(frame)}."),
            text("Wij hebben meer tijd nodig. Dit is de reden:"),
            text(reason),
            text(f"U krijgt het besluit uiterlijk op {in_words(decide_by)}. Dat mag één keer, hoogstens zes weken later."),
            text(STILL_HOLDS),
        ],
    )  # fmt: skip


OUTCOMES = {
    ObjectionDecision.GEGROND: "U krijgt gelijk. Uw bezwaar is gegrond.",
    ObjectionDecision.DEELS: "U krijgt voor een deel gelijk. Uw bezwaar is deels gegrond.",
    ObjectionDecision.ONGEGROND: "U krijgt geen gelijk. Uw bezwaar is ongegrond.",
    ObjectionDecision.NIET_ONTVANKELIJK: "Wij kijken niet naar de inhoud van uw bezwaar. Uw bezwaar is niet-ontvankelijk.",
}
EFFECTS = {
    Effect.NIEUW_PIP: "Wij maken een nieuw plan met u. Tot dat plan er is, geldt uw plan zoals het is.",
    Effect.HERROEPEN: "Wij herroepen het besluit. Het plan in dat besluit geldt niet meer.",
    Effect.GEEN: "Uw plan blijft zoals het is.",
}
LATER_EFFECTS = {
    Effect.NIEUW_PIP: "Wij maken een nieuw plan met u. Tot dat plan er is, geldt deze versie.",
    Effect.HERROEPEN: "Wij herroepen ook dit besluit. Deze versie geldt niet meer.",
    Effect.GEEN: "Deze versie blijft gelden zoals zij is.",
}
REPLACED_EFFECTS = {
    Effect.NIEUW_PIP: "Deze versie gold al niet meer.",
    Effect.HERROEPEN: "Wij herroepen dit besluit.",
    Effect.GEEN: "Daar verandert niets aan. Deze versie gold al niet meer.",
}
NOT_HEARD = {
    WaiveGround.NIET_ONTVANKELIJK: "Er was geen hoorzitting. Het was meteen duidelijk dat uw bezwaar niet kon.",
    WaiveGround.ONGEGROND: "Er was geen hoorzitting. Het was meteen duidelijk dat uw bezwaar ongegrond is.",
    WaiveGround.WIL_NIET: "Er was geen hoorzitting. U wilde dat niet.",
    WaiveGround.GEEN_ANTWOORD: "Er was geen hoorzitting. U liet niet op tijd weten dat u dat wilde.",
    WaiveGround.TEGEMOETGEKOMEN: "Er was geen hoorzitting. Wij doen wat u vroeg.",
}


def decision(
    frame: Frame, *, decision: ObjectionDecision, effect: Effect, reason: str, appeal_until: date, heard_on: date | None,
    waived: WaiveGround | str, grounds_nl: str, later: Sequence[Later] = (),
) -> dict[str, Any]:  # fmt: skip
    """Awb, artikelen 3:45, 6:19, 7:11 and 7:12: the decision, why, whether somebody was heard, and how to go to court."""
    heard = f"Wij praatten met u op {in_words(heard_on)}." if heard_on else NOT_HEARD[WaiveGround(waived)]
    blocks: list[Block] = [
        text(f"U maakte bezwaar op {in_words(frame.received_on)}. Het gaat over {_about(frame)}."),
        heading("Wat beslissen wij?"),
        text(OUTCOMES[decision]),
        *_effects(frame, effect, later),
        heading("Wat vond u?"),
        text(grounds_nl),
        text(heard),
        heading("Waarom beslissen wij dit?"),
        text(reason),
        heading("Bent u het niet eens met dit besluit?"),
        text(f"U kunt in beroep gaan bij de rechtbank, tot en met {in_words(appeal_until)}. Stuur een brief aan de afdeling "
             "bestuursrecht van de rechtbank. Zet erin: uw naam en adres, de datum, over welk besluit het gaat en waarom u het "
             "niet eens bent. Zet uw handtekening en stuur dit besluit mee."),
        text("Beroep kost geld. Hebt u weinig geld? Dan hoeft u soms niet te betalen. Vraag het Juridisch Loket: 0800 - 8020. "
             "Dat advies is gratis. Is er haast bij? Dan kunt u de rechtbank vragen om een voorlopige voorziening."),
        heading("Op welke wet rust dit besluit?"),
        text(f"Dit besluit rust op de artikelen {'6:19, ' if later else ''}7:11 en 7:12 van de Algemene wet bestuursrecht en op "
             "artikel 15 van de Wet inburgering 2021."),
    ]  # fmt: skip
    return _letter(frame, "Besluit over uw bezwaar", blocks)


def _effects(frame: Frame, effect: Effect, later: Sequence[Later]) -> list[Block]:
    """For each version that the bezwaar is about, what happens to it. The last one is the plan that held until now."""
    if not later:
        return [text(EFFECTS[effect])]
    *between, last = later
    lines = [f"Versie {frame.version} van {in_words(frame.version_on)}. {REPLACED_EFFECTS[effect]}"]
    lines += [
        f"Versie {one.number} van {in_words(one.on)}. {REPLACED_EFFECTS[one.effect]}" for one in between
    ]
    lines.append(f"Versie {last.number} van {in_words(last.on)}. {LATER_EFFECTS[last.effect]}")
    return [
        text(
            "U kreeg na uw bezwaar een nieuwere versie van uw plan. Ons besluit gaat ook daarover. Dit besluiten wij per versie:"
        ),
        bullets(lines),
    ]


def covering(frame: Frame, *, to: Representation, enclosed: Sequence[str]) -> dict[str, Any]:
    """Awb, artikel 6:17: what the newcomer got goes to the representative too, as it was sent."""
    return _letter(
        frame,
        "Een brief over het bezwaar",
        [
            text(
                f"U vertegenwoordigt {frame.person} in het bezwaar van {in_words(frame.received_on)}. "
                f"Het gaat over {_about(frame, 'het')}. Daarom krijgt u de brieven over dit bezwaar ook."
            ),
            text("Bij deze brief zit:"),
            bullets(list(enclosed)),
            text(
                f"{frame.person} kreeg deze brief ook. Waar ‘u’ staat, bedoelen wij {frame.person}. Staat er een dag "
                "in waarop iets moet? Dan geldt die dag ook voor wat u doet."
            ),
            text(f"Vertegenwoordigt u {frame.person} niet meer? Laat het ons dan weten."),
        ],
        to=to,
    )


def _about(frame: Frame, whose: str = "uw") -> str:
    return f"het besluit van {in_words(frame.version_on)}: {whose} plan, versie {frame.version}"


def _letter(
    frame: Frame, title: str, blocks: list[Block], *, to: Representation | None = None
) -> dict[str, Any]:
    """To the newcomer, or to who acts for them: then it says whose case it is."""
    sender = frame.sender
    contact = ", ".join(
        filter(None, (sender.signed_by, sender.signed_by_phone or sender.phone, sender.email))
    )
    return {
        "title": title,
        "concept": False,
        "sender": [f"Gemeente {sender.gemeente}", *sender.address],
        "to": to.on_paper if to else frame.person,
        "facts": [
            ["Datum", in_words(frame.on)],
            ["Ons kenmerk", frame.number],
            *([["In de zaak van", frame.person]] if to else []),
            ["Vragen", contact],
        ],
        "date": [frame.on.year, frame.on.month, frame.on.day],
        "blocks": [
            text(f"Beste {to.name if to else frame.person},"),
            *blocks,
            text(
                "Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van de gemeente "
                f"{sender.gemeente},"
            ),
            text(sender.signed_by),
        ],
    }
