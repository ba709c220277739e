"""A bezwaar against a PIP: what it must have, when it is late, and who may decide what (Awb, hoofdstukken 6 and 7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.kit.dutch import format_date
from pip_plans.enums import Effect, Excuse, ObjectionDecision, ObjectionVia, WaiveGround

LONGEST_GROUNDS = 10_000
LONGEST_NAME = 200
POST_WEEK = timedelta(days=7)
UPHELD = frozenset({ObjectionDecision.GEGROND, ObjectionDecision.DEELS})
_AFTER_HEARING = UPHELD | {ObjectionDecision.ONGEGROND}
_FITS = {
    WaiveGround.NIET_ONTVANKELIJK: frozenset({ObjectionDecision.NIET_ONTVANKELIJK}),
    WaiveGround.ONGEGROND: frozenset({ObjectionDecision.ONGEGROND}),
    WaiveGround.TEGEMOETGEKOMEN: frozenset({ObjectionDecision.GEGROND}),
}


def _day(day: date) -> str:
    return format_date(day, weekday=False)


def is_late(received_on: date, last_day: date, posted_on: date | None = None) -> bool:
    """Awb, artikel 6:9: in time when it is there on the last day, or was posted by then and came within a week after."""
    if received_on <= last_day:
        return False
    by_post = posted_on is not None and posted_on <= last_day
    return not (by_post and received_on <= last_day + POST_WEEK)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What came in, and against which version. `announced_on` is empty for a concept."""

    received_on: date
    announced_on: date | None
    text: str
    via: ObjectionVia | str = ObjectionVia.BRIEF
    posted_on: date | None = None
    has_open: bool = False
    has_decided: bool = False


def receipt_obstacles(receipt: Receipt, today: date) -> Iterator[str]:
    """Awb, artikelen 6:4, 6:5 and 6:9."""
    if receipt.announced_on is None:
        yield "Tegen een concept kan niemand bezwaar maken. Kies een versie die is vastgesteld."
    elif receipt.received_on < receipt.announced_on:
        yield f"Het besluit is bekendgemaakt op {_day(receipt.announced_on)}. Kies die dag of een latere dag."
    if receipt.received_on > today:
        yield "Het bezwaar kan niet ontvangen zijn op een dag die nog moet komen."
    if receipt.posted_on and receipt.posted_on > receipt.received_on:
        yield "Het bezwaar kan niet verstuurd zijn na de dag van ontvangst."
    if receipt.posted_on and receipt.via != ObjectionVia.BRIEF:
        yield "Een datum van verzending hoort alleen bij een brief."
    yield from _wrong_words(receipt)
    if receipt.has_open:
        yield "Er loopt al een bezwaar tegen deze versie. Voeg het stuk daaraan toe."
    elif receipt.has_decided:
        yield "Over een bezwaar tegen deze versie is al beslist. Daartegen staat beroep open bij de rechtbank."


def _wrong_words(receipt: Receipt) -> Iterator[str]:
    if not receipt.text.strip():
        yield "Schrijf op waarom de nieuwkomer het niet eens is met het besluit."
    if len(receipt.text) > LONGEST_GROUNDS:
        yield f"De tekst is te lang. Gebruik hoogstens {LONGEST_GROUNDS} tekens, of voeg een bestand toe."
    if "\x00" in receipt.text:
        yield "De tekst bevat een teken dat niet kan."


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A bezwaar as it stands. `due_on` is the last day to decide; `mending_until` the time that still runs to mend it."""

    received_on: date
    due_on: date
    late: bool = False
    excuse: Excuse | str = ""
    mending_until: date | None = None
    heard: bool = False
    waived: WaiveGround | str = ""
    adjourned: bool = False
    decided: bool = False


DONE = "Over dit bezwaar is al beslist. Er verandert niets meer aan."


def decision_obstacles(
    standing: Standing,
    decision: ObjectionDecision,
    effect: Effect,
    reason: str,
    later_effect: Effect | None = None,
    *,
    readable: bool = True,
) -> Iterator[str]:
    """What keeps this decision from being taken (Awb, artikelen 6:6, 6:11, 6:19, 7:2, 7:3, 7:11 and 7:12).

    `readable`: it is in Dutch, or who decides reads its language.
    `later_effect` is what happens to the version that holds, when another one than was objected to.
    """
    if standing.decided:
        yield DONE
        return
    if not readable:
        yield "Dit bezwaar is nog niet vertaald. Wacht op de vertaling, of kruis aan dat u deze taal leest."
    if len(reason.strip()) < 20:
        yield "Leg uit waarom u dit beslist. Schrijf ten minste één hele zin (Awb 7:12)."
    changes = {effect, later_effect or Effect.GEEN} != {Effect.GEEN}
    if changes and decision not in UPHELD:
        yield "Alleen als het bezwaar (deels) gegrond is, verandert er iets aan het PIP."
    if later_effect is not None and (effect == Effect.NIEUW_PIP) != (later_effect == Effect.NIEUW_PIP):
        yield "Een nieuwe versie komt in de plaats van de versie die nu geldt. Kies dat bij beide versies, of bij geen van beide."
    yield from _lateness_obstacles(standing, decision)
    if standing.mending_until:
        yield f"De nieuwkomer kan het bezwaar nog aanvullen tot en met {_day(standing.mending_until)}. Wacht daarop."
    yield from _hearing_obstacles(standing, decision)


def _lateness_obstacles(standing: Standing, decision: ObjectionDecision) -> Iterator[str]:
    if not standing.late:
        return
    if not standing.excuse:
        yield "Het bezwaar kwam te laat. Beoordeel eerst of dat te verontschuldigen is (Awb 6:11)."
    elif standing.excuse == Excuse.NIET_VERSCHOONBAAR and decision != ObjectionDecision.NIET_ONTVANKELIJK:
        yield "Het bezwaar kwam te laat, zonder goede reden. Dan kan het alleen niet-ontvankelijk zijn."


def _hearing_obstacles(standing: Standing, decision: ObjectionDecision) -> Iterator[str]:
    if standing.heard:
        return
    if not standing.waived:
        yield "Leg eerst vast dat de nieuwkomer is gehoord, of waarom dat niet hoeft (Awb 7:2 en 7:3)."
        return
    fits = _FITS.get(WaiveGround(standing.waived))
    if fits and decision not in fits:
        yield f"De reden om niet te horen past niet bij dit besluit: {WaiveGround(standing.waived).label}."


@dataclass(frozen=True, kw_only=True)
class Decider:
    leads_the_team: bool
    established_it: bool
    guides_the_case: bool
    approved_it: bool
    was_named: bool = False


SOMEBODY_ELSE = (
    "Een andere teamleider beslist op het bezwaar (Awb 10:3 lid 3). Is die er niet in dit team? Dan kiest een teamleider van dit "
    "team bij ‘Wat kunt u doen?’ voor ‘Een andere teamleider laat beslissen’."
)


NAMES_NOBODY = (
    "Alleen een teamleider van het team van dit dossier wijst aan wie op het bezwaar beslist (Awb 10:3)."
)


def decider_obstacle(decider: Decider) -> str:
    """Awb, artikel 10:3 lid 3: who took the decision has no mandate to decide on the bezwaar against it.

    Without the akkoord of a team lead there would be no such decision: who gave it stands outside as well.
    """
    if not decider.leads_the_team and not decider.was_named:
        return (
            "Alleen een teamleider van het team van dit dossier beslist op het bezwaar, of een andere teamleider die daarvoor is "
            "aangewezen."
        )
    if decider.established_it:
        return f"U hebt dit PIP zelf vastgesteld. {SOMEBODY_ELSE}"
    if decider.approved_it:
        return f"U hebt dit PIP zelf goedgekeurd. {SOMEBODY_ELSE}"
    if decider.guides_the_case:
        return f"U bent klantmanager in dit dossier. {SOMEBODY_ELSE}"
    return ""


NOT_INVOLVED = "Wie hoort, was niet betrokken bij het besluit. Kies iemand anders (Awb 7:5)."
_TITLES = frozenset({"dhr", "mevr", "mw", "mr", "drs", "dr", "ir", "ing", "prof"})


def is_name_of(typed: str, name: str) -> bool:
    """Whether a typed name can be this person: with an initial or a title, or the last name alone."""
    wanted, known = _words_of_name(typed), _words_of_name(name)
    if not wanted or not known:
        return False
    if wanted == known[-len(wanted) :]:
        return True
    first, other = wanted[0], known[0]
    return wanted[1:] == known[1:] and (first.startswith(other) or other.startswith(first))


def _words_of_name(name: str) -> list[str]:
    """Without titles, and without initials after the first."""
    words = [word for word in name.casefold().replace(".", " ").split() if word not in _TITLES]
    return [word for at, word in enumerate(words) if at == 0 or len(word) > 1]


def hearing_obstacles(
    standing: Standing, *, held_on: date, outside: str, report: str, involved: frozenset[str], today: date,
    is_colleague: bool = False,
) -> Iterator[str]:  # fmt: skip
    """Awb, artikelen 7:5 and 7:7. `outside` is the name of somebody from outside the gemeente, or empty when a colleague
    heard. `involved` are the names of who prepared or took the decision.
    """
    if standing.decided:
        yield DONE
    if held_on > today:
        yield "De hoorzitting kan niet gehouden zijn op een dag die nog moet komen."
    if held_on < standing.received_on:
        yield "De hoorzitting kan niet gehouden zijn voordat het bezwaar er was."
    if not report.strip():
        yield "Schrijf op wat er op de hoorzitting is gezegd (Awb 7:7)."
    if is_colleague == bool(outside.strip()):
        yield "Kies de collega die hoorde, of schrijf op wie van buiten de gemeente hoorde. Een van de twee."
    if any(is_name_of(outside, name) for name in involved):
        yield NOT_INVOLVED


def adjournment_obstacles(standing: Standing, today: date) -> Iterator[str]:
    """Awb, artikel 7:10 lid 3: once, by six weeks, and before the term is over."""
    if standing.decided:
        yield DONE
    if standing.adjourned:
        yield "De beslissing is al een keer verdaagd. Langer wachten kan alleen als de nieuwkomer het goed vindt."
    if today > standing.due_on:
        yield f"De termijn was om op {_day(standing.due_on)}. Verdagen kan niet meer."


def agreement_obstacles(standing: Standing, until_on: date, today: date) -> Iterator[str]:
    """Awb, artikel 7:10 lid 4: longer when the newcomer agrees."""
    if standing.decided:
        yield DONE
    if until_on <= max(standing.due_on, today):
        yield f"Kies een dag na {_day(max(standing.due_on, today))}."


def default_obstacles(standing: Standing, received_on: date, today: date) -> Iterator[str]:
    """Awb, artikelen 4:17 lid 3 and 6:12: only when the gemeente is late already."""
    if standing.decided:
        yield DONE
    if received_on > today:
        yield "De ingebrekestelling kan niet ontvangen zijn op een dag die nog moet komen."
    if received_on <= standing.due_on:
        yield (
            f"De gemeente mag beslissen tot en met {_day(standing.due_on)}. Een ingebrekestelling van voor die tijd telt niet. "
            "Leg hem na die dag opnieuw vast als de nieuwkomer hem opnieuw stuurt."
        )


def mending_obstacles(standing: Standing, until_on: date, what: str, today: date) -> Iterator[str]:
    """Awb, artikel 6:6: what is missing, and until when it can be added."""
    if standing.decided:
        yield DONE
    if not what.strip():
        yield "Schrijf op wat er ontbreekt."
    if until_on <= today:
        yield "Geef ten minste één dag om het aan te vullen."
    if standing.mending_until:
        yield f"Er loopt al een hersteltermijn, tot en met {_day(standing.mending_until)}."


@dataclass(frozen=True)
class Representation:
    """Who acts for the newcomer (Awb, artikel 2:1), and where the post goes."""

    name: str
    address_line: str = ""
    postcode_place: str = ""

    @property
    def cleaned(self) -> "Representation":
        return Representation(self.name.strip(), self.address_line.strip(), self.postcode_place.strip())

    @property
    def on_paper(self) -> str:
        return f"{self.name}\n{self.address_line}\n{self.postcode_place}"


def representation_obstacles(wanted: Representation) -> Iterator[str]:
    """Awb, artikel 6:17: the letters go to this person in any case, so there is an address."""
    if not wanted.name:
        yield "Schrijf op wie de vertegenwoordiger is."
    if not wanted.address_line or not wanted.postcode_place:
        yield "Schrijf het hele adres van de vertegenwoordiger op. De brieven gaan ook naar die persoon (Awb 6:17)."
    words = (wanted.name, wanted.address_line, wanted.postcode_place)
    if any(len(one) > LONGEST_NAME or "\x00" in one or "\n" in one for one in words):
        yield f"Gebruik voor naam en adres elk hoogstens {LONGEST_NAME} gewone tekens."
