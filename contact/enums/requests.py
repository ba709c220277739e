"""What newcomers ask, who answers, and how."""

from django.db import models


class RequestType(models.TextChoices):
    """What a newcomer asks. What follows from it stands in `rules.requests.TYPES`."""

    VRAAG = "vraag", "Vraag"
    TERUGBELLEN = "terugbellen", "Terugbellen"
    BRIEF = "brief", "Brief of verklaring"
    LESTIJD = "lestijd", "Andere lestijd of groep"
    SCHOOL_DICHTERBIJ = "school-dichterbij", "School dichterbij"
    REISKOSTEN = "reiskosten", "Reiskosten"
    TOLK = "tolk", "Tolk"
    GESPREK = "gesprek", "Gesprek met de klantmanager"
    LEERROUTE = "leerroute", "Andere leerroute"
    AFSCHALEN = "afschalen", "Afschalen naar A2"
    ANDERE_KLANTMANAGER = "andere-klantmanager", "Andere klantmanager"
    KLACHT = "klacht", "Klacht"
    HERBEOORDELING = "herbeoordeling", "Herbeoordeling"
    OVERIG = "overig", "Iets anders"


class RequestState(models.TextChoices):
    """Where people have brought a request. That it is late, or back from "later", follows from its dates."""

    OPEN = "open", "Wacht op de gemeente"
    AT_PARTIES = "bij-anderen", "Ligt bij anderen"
    LATER = "later", "Komt later terug"
    ANSWERED = "beantwoord", "Beantwoord"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


CLOSED = (RequestState.ANSWERED, RequestState.WITHDRAWN)


class Desk(models.TextChoices):
    """Whose it is when no colleague is named. It follows the case: a new klantmanager finds the requests of the old one."""

    KLANTMANAGER = "klantmanager", "Klantmanager"
    TEAMLEIDER = "teamleider", "Teamleider"


class Via(models.TextChoices):
    PORTAAL = "portaal", "Portaal"
    TELEFOON = "telefoon", "Telefoon"
    BALIE = "balie", "Balie"
    MAIL = "mail", "E-mail"
    BRIEF = "brief", "Brief"
    GESPREK = "gesprek", "In een gesprek"
    SYSTEEM = "systeem", "Een ander systeem"


class Decision(models.TextChoices):
    TOEGEWEZEN = "toegewezen", "Ja"
    DEELS = "deels", "Deels"
    AFGEWEZEN = "afgewezen", "Nee"
    LATER = "later", "Later"


class RefusalCode(models.TextChoices):
    """Why not: five grounds that mean five different things to who asked, and to who buys the courses."""

    BELEID = "beleid", "Het mag niet volgens ons beleid"
    GEEN_AANBOD = "geen_aanbod", "Het is er niet"
    GEEN_BUDGET = "geen_budget", "Er is geen geld voor"
    CONTRACT = "contract", "Het contract met de aanbieder laat het niet toe"
    GEEN_PLEK = "geen_plek", "Er is geen plek"


class Remedy(models.TextChoices):
    """What somebody can do about a refusal."""

    BEZWAAR = "bezwaar", "Bezwaar maken"
    HERBEOORDELING = "herbeoordeling", "Vragen of een ander er nog eens naar kijkt"
    OMBUDSMAN = "ombudsman", "Naar de ombudsman"
    PRATEN = "praten", "Erover praten met de gemeente"


class TranslationSource(models.TextChoices):
    PERSON = "mens", "Vertaald door een mens"
    MACHINE = "automatisch", "Automatisch vertaald"
    NONE = "geen", "Niet vertaald"


class PartyKind(models.TextChoices):
    AANBIEDER = "aanbieder", "Taalaanbieder of school"
    GEMEENTE = "gemeente", "Andere afdeling van de gemeente"
    ANDERS = "anders", "Andere organisatie"


class PartyState(models.TextChoices):
    ASKED = "gevraagd", "Nog geen antwoord"
    AGREED = "akkoord", "Werkt mee"
    REFUSED = "weigert", "Werkt niet mee"
    RETURNED = "terugverwezen", "Verwijst terug naar de gemeente"


class Step(models.TextChoices):
    """What happened to a request: its history, the case events with the same kinds, and the newcomer's timeline."""

    RECEIVED = "verzoek.ontvangen", "Ontvangen"
    ESCALATED = "verzoek.opgeschaald", "Naar de teamleider"
    TRIAGED = "verzoek.bekeken", "Door de teamleider bekeken"
    ASSIGNED = "verzoek.overgedragen", "Aan een collega gegeven"
    TRANSLATED = "verzoek.vertaald", "Vertaling toegevoegd"
    CALLED = "verzoek.gebeld", "Gebeld, en niet bereikt"
    REFERRED = "verzoek.doorverwezen", "Voorgelegd aan een ander"
    PARTY_ANSWERED = "verzoek.antwoord_ander", "Antwoord van een ander"
    CAME_BACK = "verzoek.terug", "Terug bij de gemeente"
    CONFERENCE_DUE = "verzoek.casusoverleg_nodig", "Casusoverleg nodig"
    CONFERENCE_HELD = "verzoek.casusoverleg", "Casusoverleg gehouden"
    LATER = "verzoek.later", "Antwoord komt later"
    TAKES_LONG = "verzoek.duurt_lang", "Gezegd dat het lang duurt"
    ANSWERED = "verzoek.beantwoord", "Beantwoord"
    WITHDRAWN = "verzoek.ingetrokken", "Ingetrokken"
