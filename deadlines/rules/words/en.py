"""The English words."""

from deadlines.enums import Ground, Kind
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.words.language import Language

PHRASES = {
    # --- Sentences
    "waits-for-day": "The term begins with {what}; that day is not known yet",
    "waits-for-fact": "The term cannot be calculated yet: {what} is not known",
    "waits-for-number": "The term cannot be calculated yet: {what} is not known",
    "count": "{length} {start} {event} = {end}",
    "count-moved": "{length} {start} {event} = {end}, {why}, so {last}",
    "count-party": "{length} {start} {party} on {event} = {end}",
    "count-party-moved": "{length} {start} {party} on {event} = {end}, {why}, so {last}",
    "may-exceed": (
        "as long as information asked of somebody else has not come, it may be later, until 2 weeks after it came"
    ),
    "two-readings": (
        "{length} {start} {event} = {by_event}, or {by_first_day} if you count from the first day: "
        "keep to {due}, the term is only over after {lapse}"
    ),
    "two-ends": "keep to {due}, the term is only over after {lapse}",
    "by-duo": "DUO gives {ends} as the end date; that day does not count, so {last} is the last day",
    "same-end": "at the latest on the last day of the integration period: {last}",
    "that-day": "on {last} itself: the day of {what}",
    "longer": "{length} longer ({ground}) = {end}",
    "stood-still": "stood still for {length} = {end}",
    "stood-still-moved": "stood still for {length} = {end}, {why}, so {last}",
    "stands-still": "the term has stood still since {since}; its end moves by as many days",
    # --- A difference with DUO
    "duo-first-day": "According to DUO {day} is the first day; our own count: {own}.",
    "duo-last-day": "According to DUO {day} is the last day; our own count: {own}.",
    # --- Steps
    "step-begins-later": "{what}: the term begins later",
    "step-not-counted": "{what}: this day does not count",
    "step-counted": "{what}: this day counts",
    "step-first": "first day of the term",
    "step-last": "last day",
    "step-after": "{length} after {event}",
    "step-from": "{length} from {event}",
    "step-before": "{length} before {event}: possible from this day",
    "step-moved": "{why}: the term runs on ({article})",
    "step-set": "{why}: the municipality chooses a working day",
    "step-asked": "information asked of {party}",
    "step-asked-late": "information asked of {party}: the term was over by then, so this gives no extra time",
    "step-received": "information received from {party}",
    "step-duo-last": "last day according to DUO: the day before the end date",
    "step-longer": "{ground}: {length} longer",
    "step-period": "{ground}: {length} longer, for the time from {first} up to and including {last}",
    "step-too-short": "{ground}: shorter than {length}, so no extra time",
    "step-no-end": "{ground}: counts as soon as the last day is known",
    "step-no-delay": "{ground}: in time, so no extra time",
    "step-twice": "{ground}: this time was counted already",
    "step-stood-still": "the term stands still for {length}, up to and including {last}",
    "step-stands-still": "the term stands still",
    "step-stood-still-late": "the term was over by then, so standing still gives no extra time",
}

# Each fact with the words for itself, and those right before its day.
FACTS = {
    "group": ("the group (asylum status holder or family migrant)", ""),
    "route": ("the learning route (B, O or Z)", ""),
    "notified_on": ("the notice of DUO", "after the notice of"),
    "brp_registered_on": ("registration in the municipality", "after registration in the municipality on"),
    "pip_dated_on": ("the date of the PIP", "after the date of the PIP,"),
    "duo_starts_on": ("the start date of DUO", "after the start date of DUO,"),
    "duo_ends_on": ("the end date of DUO", "after the end date of DUO,"),
    "announced_on": ("the sending of the decision", "after the sending of the decision on"),
    "with_committee": ("whether a committee advises on the objection", ""),
    "adjourned": ("whether the decision was put off", ""),
    "plicht_began_on": ("the first day of the duty to integrate", "after the first day of the duty,"),
    "plicht_ended_on": ("the last day of the duty to integrate", "after the last day of the duty,"),
    "by_death": ("whether the duty ended by death", ""),
    "interrupted_on": ("the last day before the interruption", "after the last day before the interruption,"),
    "applied_on": ("receipt of the application", "after receipt of the application on"),
    "partial": ("whether the exemption is partial", ""),
    "special": ("whether the circumstances are special", ""),
    "examined_on": ("registration with the doctor", "after registration with the doctor on"),
    "to_b1": ("whether it is a switch to the B1 route", ""),
    "pvt_map_open": ("how many of PVT and MAP were not done", ""),
    "parts_passed": ("the number of exam parts passed", ""),
    "hours": ("the number of hours followed", ""),
    "repeated": ("whether it is not the first new term", ""),
    "defaulted_on": ("receipt of the notice of default", "after receipt of the notice of default on"),
    "report_on": ("the date of the report on the fine", "after the date of the report on the fine,"),
    "offended_on": ("the offence", "after the offence on"),
    "detected_on": ("the establishing of the offence", "after the offence was established on"),
    "above_340": ("whether the fine can be more than 340 euros", ""),
    "reminded_on": ("the reminder", "after the reminder of"),
    "bijstand_on": ("the first day of the right to social assistance", ""),
    "entitlement_ended_on": ("the last day of the right to the loan", "after the last day of the right to the loan,"),
    "quarter_ends_on": ("the last day of the quarter", "after the last day of the quarter,"),
    "promised_on": ("the first day of the agreement", "after the first day of the agreement,"),
    "promise": ("the length of the agreement", ""),
    Kind.ANTWOORD_OP_VERZOEK: ("receipt of the request", "after receipt of the request on"),
    Kind.TERUGBELLEN: ("the request to call back", "after the request to call back on"),
    Kind.EERSTE_INFORMATIE: ("the placement or the opening of the file", "after the placement or the opening of the file on"),
    Kind.KLANTMANAGER_AANWEZIG: ("the first day without a case manager", "after the first day without a case manager,"),
    Kind.KENNISMAKING: ("the assignment of the case manager", "after the assignment of the case manager on"),
    Kind.VOORTGANGSGESPREK: ("the last talk or the PIP", "after the last talk or the PIP of"),
    Kind.PERSPECTIEFGESPREK: ("the PIP with the Z route", "after the PIP with the Z route of"),
    Kind.ANDERE_KLANTMANAGER: ("the request for another case manager", "after the request for another case manager on"),
    Kind.KLACHT: ("receipt of the complaint", "after receipt of the complaint on"),
    Kind.VOLGEND_BERICHT: ("the previous message", "after the previous message of"),
    Kind.DOORLEREN: (
        "the plan or the message that a higher level is needed",
        "after the plan or the message that a higher level is needed, of",
    ),
    Kind.VERVOLGSTAP: (
        "the day on which we saw that you have reached the level",
        "after the day on which we saw that you have reached the level,",
    ),
    Kind.OPROEP: ("the call for the intake", "after the call for the intake of"),
    Kind.ZIENSWIJZE: ("the invitation to give your view", "after the invitation to give your view of"),
}  # fmt: skip

CAUSES = {
    "derde": "after receipt of the information of",
    "na-bezwaartermijn": "after the end of the time to object on",
    "na-ingebrekestelling": "after the end of the two weeks on",
    "na-betaaltermijn": "after the end of the time to pay on",
    "na-termijn": "after the end of the integration period on",
    "na-begin-terugbetalen": "after the first day of paying back,",
    "voor-einde-termijn": "before the last day of the integration period,",
    "voor-pip": "before the date of the PIP,",
    "voor-constatering": "before the offence was established on",
    "vanaf-bijstand": "from the first day of the right to social assistance,",
    "verdaging": "put off from",
}

GROUNDS = {
    Ground.ZIEKTE: "long illness",
    Ground.OVERLIJDEN: "death of a partner or relative",
    Ground.BEVALLING: "childbirth",
    Ground.OPVANG: "stay in a women's refuge",
    Ground.ALFABETISERING: "literacy course",
    Ground.DAKLOOSHEID: "homelessness",
    Ground.GEEN_AANBOD: "no course offered within 3 months",
    Ground.GEEN_TAALSCHAKELTRAJECT: "education route not begun within 6 months",
    Ground.SCHULD_VAN_SCHOOL: "delay by the school",
    Ground.BIJZONDER: "special individual circumstances",
    Ground.SAMEN: "circumstances that last 3 months together",
    Ground.OPLEIDING: "education that gives no exemption, ended",
    Ground.OPLEIDING_LOOPT: "education that gives no exemption, going on",
    Ground.ENTREE: "entry-level vocational education",
    Ground.ONDERBREKING: "interruption of the duty",
    Ground.BIJNA_KLAAR: "nearly done",
    Ground.AMBTSHALVE: "extended by DUO itself",
}

_UNITS = {
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
}


def _length(length: Length) -> str:
    return f"{length.number} {_UNITS[length.unit][length.number != 1]}"


WORDS = Language(
    phrases=PHRASES,
    labels={key: label for key, (label, _) in FACTS.items()},
    starts={key: start for key, (_, start) in FACTS.items() if start} | CAUSES,
    days_off={
        "": "the term has no two working days yet",
        "een zaterdag": "a Saturday",
        "een zondag": "a Sunday",
        "een weekend": "a weekend",
        "een gelijkgestelde dag": "a day made equal to a public holiday",
        "Nieuwjaarsdag": "New Year's Day",
        "Goede Vrijdag": "Good Friday",
        "Tweede Paasdag": "Easter Monday",
        "Koningsdag": "King's Day",
        "Bevrijdingsdag": "Liberation Day",
        "Hemelvaartsdag": "Ascension Day",
        "Tweede Pinksterdag": "Whit Monday",
        "Eerste Kerstdag": "Christmas Day",
        "Tweede Kerstdag": "the second day of Christmas",
    },
    grounds=GROUNDS,
    laws={
        "Wet inburgering 2021": "Civic Integration Act 2021",
        "Besluit inburgering 2021": "Civic Integration Decree 2021",
        "Regeling inburgering 2021": "Civic Integration Regulation 2021",
        "Algemene wet bestuursrecht": "General Administrative Law Act",
        "Algemene termijnenwet": "General Time Limits Act",
        "Participatiewet": "Participation Act",
        "protocol voor het medisch advies, geen wet": "protocol for the medical advice, not the law",
        "richtlijn van het CBS, geen wet": "guideline of Statistics Netherlands, not the law",
        "afspraak van de gemeente, geen termijn van de wet": "a promise of the municipality, not a term of the law",
        "afspraak van de gemeente binnen de termijn van de wet": "a promise of the municipality within the term of the law",
        "termijn die de gemeente stelt, de wet noemt er geen": "a term set by the municipality; the law names none",
    },
    names={"een ander": "somebody else"},
    article="article {number}",
    parts={"lid": "paragraph", "onderdeel": "part", "(tekst": "(text of"},
    joined=" and ",
    comma=", ",
    then="then ",
    between="; ",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    length=_length,
)  # fmt: skip
