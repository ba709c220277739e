"""The sentences of the beschikking that a gemeente may write itself, and what the law wants to find in them.

A text is plain words: paragraphs with an empty line between them, lines that begin with "- " are a list, and a name in
square brackets is filled in. Nothing of it is ever run as a template.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pip_plans.rules.letter.blocks import Block, bullets, text

LONGEST_BLOCK = 3000
_PLACEHOLDER = re.compile(r"\[([^\[\]\n]{0,60})\]")
_CODE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TAG = re.compile(r"<\s*[!/?a-zA-Z][^>]*>?")


class Place(StrEnum):
    """The closed list of what can be filled in; the name is what the editor types between square brackets."""

    NAAM = "naam"
    GEMEENTE = "gemeente"
    DATUM = "datum"
    KENMERK = "kenmerk"
    REACTIE = "reactie"
    REDEN = "reden"
    TERMIJN_BEGIN = "termijn begin"
    TERMIJN_EINDE = "termijn einde"
    BEZWAAR_TOT = "bezwaar tot en met"
    ADRES = "adres voor bezwaar"
    ONDERTEKENAAR = "ondertekenaar"


MEANINGS: Mapping[Place, str] = {
    Place.NAAM: "de naam van de nieuwkomer",
    Place.GEMEENTE: "de naam van uw gemeente",
    Place.DATUM: "de dagtekening van het besluit",
    Place.KENMERK: "het dossiernummer en de versie",
    Place.REACTIE: "wat de nieuwkomer van het plan vond",
    Place.REDEN: "waarom het plan zonder akkoord is vastgesteld",
    Place.TERMIJN_BEGIN: "de eerste dag van de inburgeringstermijn",
    Place.TERMIJN_EINDE: "de laatste dag van de inburgeringstermijn",
    Place.BEZWAAR_TOT: "de laatste dag om bezwaar te maken",
    Place.ADRES: "waar het bezwaar naartoe gaat",
    Place.ONDERTEKENAAR: "wie de brief ondertekent",
}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One block of text. `wants` names what the law wants to find: a place, or words that must stand in it."""

    key: str
    label: str
    default: str
    places: tuple[Place, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """Pairs of the words, and what is missing without them."""


PARTS = (
    Part(key="aanhef", label="Aanhef", places=(Place.NAAM,), default="Beste [naam],"),
    Part(
        key="eerste_plan", label="Begin van de brief bij het eerste plan",
        words=(("besluit", "dat het plan een besluit is"),),
        default="In deze brief staat uw plan. Het heet Persoonlijk plan Inburgering en Participatie, kort: PIP. Wij maakten "
                "het plan na de gesprekken met u. Het plan is een besluit van de gemeente.",
    ),
    Part(
        key="nieuw_plan", label="Begin van de brief als het plan verandert",
        words=(("besluit", "dat het plan een besluit is"), ("veranderd", "dat het plan is veranderd")),
        default="Uw plan is veranderd. In deze brief staat het hele nieuwe plan. Het plan is een besluit van de gemeente.",
    ),
    Part(
        key="zonder_akkoord", label="Als het plan zonder akkoord is vastgesteld", places=(Place.REACTIE, Place.REDEN),
        default="[reactie] De gemeente mag het plan dan toch vaststellen. Dit is de reden:\n\n[reden]",
    ),
    Part(
        key="termijn", label="Hoeveel tijd iemand heeft", places=(Place.TERMIJN_BEGIN, Place.TERMIJN_EINDE),
        default="Uw inburgeringstermijn begint op [termijn begin]. U hebt drie jaar, tot en met [termijn einde]. DUO stuurt u "
                "hierover een brief. De datum in de brief van DUO geldt.",
    ),
    Part(
        key="bezwaar", label="Bezwaar maken", places=(Place.BEZWAAR_TOT, Place.ADRES, Place.DATUM, Place.KENMERK),
        words=(("bezwaar", "dat iemand bezwaar kan maken"), ("portaal", "dat bezwaar maken ook in het portaal kan"),
               ("handtekening", "dat er een handtekening onder het bezwaar moet"),
               ("waarom", "dat er in het bezwaar moet staan waarom")),
        default="Bel dan eerst met uw klantmanager. Vaak komt u er samen uit. U mag ook altijd bezwaar maken. Dat is gratis.\n\n"
                "Bezwaar maken kan tot en met [bezwaar tot en met]. Dat kan op twee manieren.\n\n"
                "- In het portaal. Log in met DigiD en kies bij uw plan ‘Bezwaar maken’.\n"
                "- Met een brief. Stuur uw brief vóór of op die dag naar dit adres: [adres voor bezwaar].\n\n"
                "Kiest u voor een brief? Dan moet dit erin staan.\n\n- Uw naam en uw adres.\n- De datum van vandaag.\n"
                "- Dat het gaat om het besluit van [datum] met kenmerk [kenmerk].\n"
                "- En waarom u het niet eens bent met het besluit.\n- Tot slot: uw handtekening.",
    ),
    Part(
        key="tijdens_bezwaar", label="Wat er geldt tijdens een bezwaar",
        words=(("geldt", "dat het plan geldt tijdens een bezwaar"), ("voorlopige voorziening", "de voorlopige voorziening"),
               ("Juridisch Loket", "waar iemand gratis hulp krijgt")),
        default="Ook als u bezwaar maakt, geldt het plan. Is er haast bij? Dan kunt u de rechtbank vragen om een voorlopige "
                "voorziening. Wilt u hulp bij uw bezwaar? Gratis hulp krijgt u bij het Juridisch Loket: 0800 - 8020. "
                "U kunt ook iemand vragen die u vertrouwt.",
    ),
    Part(
        key="wet", label="Op welke wet het besluit rust",
        words=(("Wet inburgering 2021", "de Wet inburgering 2021"), ("artikel 15", "artikel 15 van de wet")),
        default="Dit besluit rust op artikel 15 van de Wet inburgering 2021 en op de artikelen 5.3 en 5.4 van het Besluit "
                "inburgering 2021.",
    ),
    Part(
        key="ondertekening", label="Ondertekening en mandaat", places=(Place.GEMEENTE, Place.ONDERTEKENAAR),
        words=(("namens het college van burgemeester en wethouders", "namens wie de brief is ondertekend"),),
        default="Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van de gemeente [gemeente],\n\n"
                "[ondertekenaar]",
    ),
)  # fmt: skip
BY_KEY: Mapping[str, Part] = {part.key: part for part in PARTS}
DEFAULTS: Mapping[str, str] = {part.key: part.default for part in PARTS}
ALWAYS_THERE = (
    "de datum en het kenmerk", "wat er verandert", "de doelen in eigen woorden", "de leerroute met de uitleg",
    "de afspraken", "de voorwaarden van de nieuwkomer met uw reactie",
)  # fmt: skip
"""What the product itself puts in every letter: nobody can leave it out."""


@dataclass(frozen=True)
class Flaw:
    """Something that keeps a text from being kept, with the block that it is about."""

    key: str
    sentence: str


def flaws(texts: Mapping[str, str]) -> list[Flaw]:
    """Everything that is wrong with the texts of a letter, block by block (Awb, artikelen 3:45, 3:47, 6:5 and 10:10)."""
    found = [Flaw("", f"Het onderdeel ‘{key}’ bestaat niet.") for key in sorted(set(texts) - set(BY_KEY))]
    for part in PARTS:
        found += [Flaw(part.key, f"{part.label}: {what}") for what in _wrong(part, texts.get(part.key, ""))]
    return found


def _wrong(part: Part, words: str) -> list[str]:
    if not words.strip():
        return ["dit onderdeel mag niet leeg zijn."]
    wrong = []
    if len(words) > LONGEST_BLOCK:
        wrong.append(f"de tekst is te lang. Gebruik hoogstens {LONGEST_BLOCK} tekens.")
    if "\x00" in words:
        wrong.append("de tekst bevat een teken dat niet kan.")
    if _CODE.search(words):
        wrong.append("gebruik geen code zoals {{ }} of {% %}.")
    if _TAG.search(words):
        wrong.append("gebruik geen HTML. Schrijf gewone tekst.")
    used = [name.strip().lower() for name in _PLACEHOLDER.findall(words)]
    known = {place.value for place in Place}
    wrong += [
        f"[{name}] bestaat niet. Kies een naam uit de lijst."
        for name in dict.fromkeys(used)
        if name not in known
    ]
    if "[" in _PLACEHOLDER.sub("", words) or "]" in _PLACEHOLDER.sub("", words):
        wrong.append("er staat een los haakje [ of ].")
    wrong += [
        f"hier moet [{place.value}] in staan: {MEANINGS[place]}."
        for place in part.places
        if place.value not in used
    ]
    lower = words.lower()
    wrong += [
        f"hier ontbreekt {what}. Schrijf ‘{said}’ in de tekst."
        for said, what in part.words
        if said.lower() not in lower
    ]
    return wrong


def expand(words: str, values: Mapping[Place, str]) -> str:
    """Fills in the places, once: what is filled in is never looked at again."""
    return _PLACEHOLDER.sub(lambda found: values.get(_place(found[1]), found[0]), words)  # type: ignore[arg-type]


def _place(name: str) -> Place | None:
    try:
        return Place(name.strip().lower())
    except ValueError:
        return None


def as_blocks(words: str, values: Mapping[Place, str]) -> list[Block]:
    """Paragraphs and lists. The structure comes from the text of the gemeente, not from what is filled in."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", words.replace("\r\n", "\n").strip()):
        lines = paragraph.split("\n")
        if all(line.lstrip().startswith("- ") for line in lines):
            blocks.append(bullets([expand(line.lstrip()[2:].strip(), values) for line in lines]))
        else:
            blocks.append(text(expand(paragraph.strip(), values)))
    return blocks
