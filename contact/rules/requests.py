"""What follows from the type of a request, and what stands in the way of an answer."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from accounts.enums import Role
from contact.enums.requests import (
    CLOSED,
    Decision,
    Desk,
    PartyState,
    RefusalCode,
    Remedy,
    RequestState,
    RequestType,
    TranslationSource,
)
from deadlines.enums import Kind
from deadlines.rules.catalogue import LAW_STARTED_ON

LEAST_REASON = 15
"""Letters: less than that is a word, not a reason. Signs and spaces say nothing."""
LONGEST_TEXT = 5000
ABOUT_REQUEST = "verzoek:"
"""How the term of a request says what it is about; the number of the request follows."""
LONG_WAIT_DAYS = 28
"""At four weeks without an answer at the latest the newcomer hears where the request stands (PP-16)."""
ABOUT_KLANTMANAGER = frozenset({RequestType.KLACHT, RequestType.ANDERE_KLANTMANAGER})
"""What a newcomer asks about the colleague who guides them; that colleague keeps out of it (Awb, artikel 9:7)."""
LONGEST_LATER_DAYS = 183
"""Half a year. Whoever means longer means no, and must say so."""

_BOTH = (Role.KLANTMANAGER, Role.TEAMLEIDER)
_TEAM_LEAD = (Role.TEAMLEIDER,)


@dataclass(frozen=True, kw_only=True)
class TypeRule:
    """One row: which clock runs, on whose desk it starts, who may decide, and what a refusal leaves open."""

    type: RequestType
    kind: Kind = Kind.ANTWOORD_OP_VERZOEK
    # An aanvraag in the sense of the Awb: the term is the law's, and the answer is a besluit.
    is_application: bool = False
    deciders: tuple[Role, ...] = _BOTH
    # Only the team lead sees it, until the team lead shares it.
    is_confidential: bool = False
    may_be_later: bool = True
    remedy: Remedy = Remedy.HERBEOORDELING
    # A herbeoordeling isn't asked by itself: it follows a refusal.
    can_be_asked: bool = True

    @property
    def desk(self) -> Desk:
        return Desk.TEAMLEIDER if self.is_confidential else Desk.KLANTMANAGER


TYPES: dict[RequestType, TypeRule] = {
    rule.type: rule
    for rule in (
        TypeRule(type=RequestType.VRAAG),
        TypeRule(type=RequestType.TERUGBELLEN, kind=Kind.TERUGBELLEN, may_be_later=False),
        TypeRule(type=RequestType.BRIEF),
        TypeRule(type=RequestType.LESTIJD),
        TypeRule(type=RequestType.SCHOOL_DICHTERBIJ),
        TypeRule(type=RequestType.REISKOSTEN, deciders=_TEAM_LEAD),
        TypeRule(type=RequestType.TOLK),
        TypeRule(type=RequestType.GESPREK),
        TypeRule(type=RequestType.LEERROUTE, kind=Kind.AANVRAAG, is_application=True, deciders=_TEAM_LEAD,
                 may_be_later=False, remedy=Remedy.BEZWAAR),
        TypeRule(type=RequestType.AFSCHALEN, kind=Kind.AANVRAAG, is_application=True, deciders=_TEAM_LEAD,
                 may_be_later=False, remedy=Remedy.BEZWAAR),
        TypeRule(type=RequestType.ANDERE_KLANTMANAGER, kind=Kind.ANDERE_KLANTMANAGER, deciders=_TEAM_LEAD,
                 is_confidential=True, may_be_later=False),
        TypeRule(type=RequestType.KLACHT, kind=Kind.KLACHT, deciders=_TEAM_LEAD, is_confidential=True, may_be_later=False,
                 remedy=Remedy.OMBUDSMAN),
        TypeRule(type=RequestType.HERBEOORDELING, deciders=_TEAM_LEAD, may_be_later=False, remedy=Remedy.PRATEN,
                 can_be_asked=False),
        TypeRule(type=RequestType.OVERIG),
    )
}  # fmt: skip


def rule_of(type_: RequestType | str) -> TypeRule:
    return TYPES[RequestType(type_)]


ASKABLE = tuple(rule.type for rule in TYPES.values() if rule.can_be_asked)


def text_obstacles(text: str) -> list[str]:
    """What is wrong with words that somebody typed: nothing at all, too much, or a sign that no text has."""
    if not text.strip():
        return ["Schrijf op wat de vraag is."]
    obstacles = []
    if len(text) > LONGEST_TEXT:
        obstacles.append(f"De tekst is te lang: {len(text)} tekens. Gebruik er hoogstens {LONGEST_TEXT}.")
    if "\x00" in text:
        obstacles.append("De tekst bevat een teken dat niet kan.")
    return obstacles


def asked_on_obstacles(asked_on: date, *, today: date) -> list[str]:
    """Why nothing can have been asked on this day: it must still come, or the law had not begun."""
    if asked_on > today:
        return ["De dag waarop het is gevraagd, kan niet in de toekomst liggen."]
    if asked_on < LAW_STARTED_ON:
        return ["Deze dag is voor 1 januari 2022. Toen was de Wet inburgering 2021 er nog niet."]
    return []


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Where a request stands, as far as it matters for what can be done now."""

    type: RequestType
    state: RequestState
    parties: tuple[PartyState, ...] = ()
    needs_conference: bool = False
    awaits_triage: bool = False
    times_later: int = 0
    # Whose refusal is looked at again, for a herbeoordeling.
    first_decider: int | None = None


@dataclass(frozen=True, kw_only=True)
class Decider:
    """Who wants to act, with what the mandate table says of them."""

    id: int
    has_mandate: bool
    is_team_lead: bool


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An answer as somebody means to give it."""

    decision: Decision
    reason: str
    refusal_code: RefusalCode | None = None
    later_on: date | None = None
    language: str = "nl"
    translation: str = ""
    translation_source: TranslationSource = TranslationSource.NONE
    without_translation: bool = field(default=False)


def everybody_points_away(parties: Collection[PartyState]) -> bool:
    """All who were asked have answered and none of them will do it (PP-97): it is time to sit together."""
    away = {PartyState.REFUSED, PartyState.RETURNED}
    return bool(parties) and all(state in away for state in parties)


def closed_obstacle(state: RequestState) -> str:
    """The sentence for whoever comes too late; empty while something can be done."""
    if state == RequestState.ANSWERED:
        return "Dit verzoek heeft al een antwoord, misschien net van een collega. Laad de bladzijde opnieuw."
    if state == RequestState.WITHDRAWN:
        return "Dit verzoek is ingetrokken. U hoeft er niets meer mee te doen."
    return ""


def decider_obstacles(situation: Situation, by: Decider) -> list[str]:
    """Why this colleague can't answer this request, whatever the answer is."""
    if situation.state in CLOSED:
        return [closed_obstacle(situation.state)]
    obstacles = []
    if situation.awaits_triage:
        obstacles.append("Kies eerst wie dit verzoek ziet en wie het behandelt.")
    if not by.has_mandate:
        obstacles.append("U hebt geen mandaat voor dit soort verzoeken. Leg het voor aan de teamleider.")
    if by.id == situation.first_decider:
        obstacles.append("U nam de eerste beslissing. Een ander dan u moet er nu naar kijken.")
    return obstacles


def answer_obstacles(situation: Situation, draft: Draft, by: Decider, *, today: date) -> list[str]:
    """Everything that stands in the way of this answer by this colleague."""
    obstacles = decider_obstacles(situation, by)
    if situation.state in CLOSED:
        return obstacles
    reason = draft.reason.strip()
    if not _is_sentence(reason):
        obstacles.append("Leg in uw eigen woorden uit waarom, in gewone taal: ten minste één hele zin.")
    obstacles += [text.replace("De tekst", "Uw uitleg") for text in text_obstacles(reason or "-")]
    obstacles += _refusal_obstacles(situation, draft)
    obstacles += _later_obstacles(situation, draft, by, today)
    obstacles += _translation_obstacles(draft)
    return obstacles


def _is_sentence(reason: str) -> bool:
    words = [word for word in reason.split() if any(map(str.isalpha, word))]
    return len(words) >= 3 and sum(map(str.isalpha, reason)) >= LEAST_REASON


def _refusal_obstacles(situation: Situation, draft: Draft) -> list[str]:
    """A refusal names its ground, and can't be a way of pointing at each other (PP-17, PP-97)."""
    needs_code = draft.decision in {Decision.AFGEWEZEN, Decision.DEELS}
    if not needs_code:
        return ["Een reden voor nee hoort niet bij dit antwoord."] if draft.refusal_code else []
    obstacles = [] if draft.refusal_code else ["Kies waarom het antwoord nee of deels nee is."]
    if draft.decision == Decision.AFGEWEZEN and PartyState.ASKED in situation.parties:
        obstacles.append("Er ligt nog een vraag bij een ander. Schrijf eerst op wat die antwoordt.")
    if draft.decision == Decision.AFGEWEZEN and situation.needs_conference:
        obstacles.append(
            "Iedereen wijst naar een ander. Houd eerst het casusoverleg; daarna kunt u nee zeggen."
        )
    return obstacles


def _later_obstacles(situation: Situation, draft: Draft, by: Decider, today: date) -> list[str]:
    """ "Later" needs a day (PP-18), isn't for what the law gives a term, and not for ever."""
    if draft.decision != Decision.LATER:
        return ["Een dag voor later hoort niet bij dit antwoord."] if draft.later_on else []
    obstacles = []
    if not rule_of(situation.type).may_be_later:
        obstacles.append("Bij dit soort verzoek kan ‘later’ niet. Geef antwoord binnen de termijn.")
    if draft.later_on is None:
        obstacles.append("Kies de dag waarop u antwoord geeft. ‘Later’ zonder dag kan niet.")
    elif draft.later_on <= today:
        obstacles.append("De dag waarop u antwoord geeft, moet nog komen.")
    elif (draft.later_on - today).days > LONGEST_LATER_DAYS:
        obstacles.append("Dat is meer dan een half jaar. Kies een eerdere dag, of leg uit waarom het nee is.")
    if situation.times_later and not by.is_team_lead:
        obstacles.append("U zei al eens ‘later’. Nog een keer kan alleen de teamleider dat zeggen.")
    return obstacles


def _translation_obstacles(draft: Draft) -> list[str]:
    """The answer goes out in the own language, or somebody says aloud that it doesn't (PP-17, PP-66)."""
    if len(draft.translation) > LONGEST_TEXT:
        return [f"De vertaling is te lang. Gebruik hoogstens {LONGEST_TEXT} tekens."]
    if draft.translation.strip():
        return (
            []
            if draft.translation_source != TranslationSource.NONE
            else ["Kies hoe het antwoord is vertaald."]
        )
    if draft.language != "nl" and not draft.without_translation:
        return [
            "De nieuwkomer leest een andere taal. Geef een vertaling, of zet het vinkje dat u zonder vertaling antwoordt."
        ]
    return []


def referral_obstacles(situation: Situation, by: Decider) -> list[str]:
    """Why the request can't be put to somebody else now.

    Who was sent back once isn't sent on again without the team lead (PP-08).
    """
    if situation.state in CLOSED:
        return [closed_obstacle(situation.state)]
    obstacles = []
    if situation.state == RequestState.LATER:
        obstacles.append("Dit verzoek komt later terug. Wacht tot die dag, of geef nu antwoord.")
    if situation.awaits_triage:
        obstacles.append("Kies eerst wie dit verzoek ziet en wie het behandelt.")
    if PartyState.RETURNED in situation.parties and not by.is_team_lead:
        obstacles.append(
            "Iemand verwees dit verzoek al terug. Alleen de teamleider kan het nog aan een ander voorleggen."
        )
    if situation.needs_conference:
        obstacles.append("Eerst is een casusoverleg nodig.")
    return obstacles


def review_obstacles(*, decision: Decision | None, type_: RequestType, already: bool) -> list[str]:
    """Whether a refused request can be looked at again: once, by somebody else than the first decider (PP-21)."""
    if rule_of(type_).remedy != Remedy.HERBEOORDELING or decision not in {Decision.AFGEWEZEN, Decision.DEELS}:
        return ["Een herbeoordeling kan alleen bij een verzoek waarop het antwoord nee of deels nee was."]
    if already:
        return ["Er is al één keer om een herbeoordeling gevraagd. Vaker kan niet."]
    return []
