"""The Dutch words, from which the others were made."""

from deadlines.enums import Ground
from deadlines.rules.catalogue import CATALOGUE
from deadlines.rules.table.toezeggingen import PROMISES
from deadlines.rules.words.language import Language
from inburgering.kit.partial_date import MONTHS

PHRASES = {
    # --- Sentences
    "waits-for-day": "De termijn begint bij {what}; die dag is nog niet bekend",
    "waits-for-fact": "De termijn is nog niet te berekenen: de {what} is niet bekend",
    "waits-for-number": "De termijn is nog niet te berekenen: het {what} is niet bekend",
    "count": "{length} {start} {event} = {end}",
    "count-moved": "{length} {start} {event} = {end}, {why}, dus {last}",
    "count-party": "{length} {start} {party} op {event} = {end}",
    "count-party-moved": "{length} {start} {party} op {event} = {end}, {why}, dus {last}",
    "may-exceed": "zolang gevraagde informatie van een ander er niet is mag het later, tot 2 weken na ontvangst",
    "two-readings": (
        "{length} {start} {event} = {by_event}, of {by_first_day} als u vanaf de eerste dag telt: "
        "houd {due} aan, de termijn is pas na {lapse} voorbij"
    ),
    "two-ends": "houd {due} aan, de termijn is pas na {lapse} voorbij",
    "by-duo": "DUO geeft {ends} als einddatum; die dag telt niet mee, dus {last} is de laatste dag",
    "same-end": "uiterlijk op de laatste dag van de inburgeringstermijn: {last}",
    "that-day": "op {last} zelf: de dag van {what}",
    "longer": "{length} langer ({ground}) = {end}",
    "stood-still": "{length} stilgestaan = {end}",
    "stood-still-moved": "{length} stilgestaan = {end}, {why}, dus {last}",
    "stands-still": "de termijn staat stil sinds {since}; het einde schuift evenveel dagen op",
    # --- A difference with DUO
    "duo-first-day": "Volgens DUO is {day} de eerste dag; zelf berekend: {own}.",
    "duo-last-day": "Volgens DUO is {day} de laatste dag; zelf berekend: {own}.",
    # --- Steps
    "step-begins-later": "{what}: de termijn begint later",
    "step-not-counted": "{what}: deze dag telt niet mee",
    "step-counted": "{what}: deze dag telt mee",
    "step-first": "eerste dag van de termijn",
    "step-last": "laatste dag",
    "step-after": "{length} na {event}",
    "step-from": "{length} vanaf {event}",
    "step-before": "{length} vóór {event}: vanaf deze dag kan het",
    "step-moved": "{why}: de termijn loopt door ({article})",
    "step-set": "{why}: de gemeente kiest een werkdag",
    "step-asked": "informatie gevraagd aan {party}",
    "step-asked-late": (
        "informatie gevraagd aan {party}: de termijn was toen al om, dus dit geeft geen extra tijd"
    ),
    "step-received": "informatie ontvangen van {party}",
    "step-duo-last": "laatste dag volgens DUO: de dag vóór de einddatum",
    "step-longer": "{ground}: {length} langer",
    "step-period": "{ground}: {length} langer, voor de tijd van {first} tot en met {last}",
    "step-too-short": "{ground}: korter dan {length}, dus geen extra tijd",
    "step-no-end": "{ground}: telt mee zodra de laatste dag bekend is",
    "step-no-delay": "{ground}: op tijd, dus geen extra tijd",
    "step-twice": "{ground}: deze tijd telde al mee",
    "step-stood-still": "de termijn staat stil, {length}, tot en met {last}",
    "step-stands-still": "de termijn staat stil",
    "step-stood-still-late": "de termijn was toen al om, dus stilstaan geeft geen extra tijd",
}

CAUSES = {
    "derde": "na ontvangst van de informatie van",
    "na-bezwaartermijn": "na het einde van de bezwaartermijn op",
    "na-ingebrekestelling": "na het einde van de twee weken op",
    "na-betaaltermijn": "na het einde van de betaaltermijn op",
    "na-termijn": "na het einde van de inburgeringstermijn op",
    "na-begin-terugbetalen": "na het begin van het terugbetalen op",
    "voor-einde-termijn": "vóór de laatste dag van de inburgeringstermijn,",
    "voor-pip": "vóór de dagtekening van het PIP op",
    "voor-constatering": "vóór de constatering van de overtreding op",
    "vanaf-bijstand": "vanaf de eerste dag van het recht op bijstand op",
    "verdaging": "verdaging vanaf",
}


def _small(label: str) -> str:
    return label[0].lower() + label[1:]


WORDS = Language(
    phrases=PHRASES,
    labels={fact: info.label for fact, info in CATALOGUE.items()}
    | {promise.kind: promise.start for promise in PROMISES},
    starts={fact: f"na de {info.in_sentence} {info.preposition}" for fact, info in CATALOGUE.items()}
    | {promise.kind: f"na {promise.start} op" for promise in PROMISES}
    | CAUSES,
    days_off={"": "de termijn heeft nog geen twee werkdagen"},
    grounds={ground: _small(str(ground.label)) for ground in Ground},
    laws={},
    names={},
    article="artikel {number}",
    parts={},
    joined=" en ",
    comma=", ",
    then="daarna ",
    between="; ",
    months=MONTHS,
    length=str,
)
