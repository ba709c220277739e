from enum import StrEnum

from django.db import models


class IntakeStatus(models.TextChoices):
    OPEN = "open", "Bezig"
    AFGEROND = "afgerond", "Afgerond"


class Source(models.TextChoices):
    """Where an answer comes from. What the newcomer says is the first source, a test one of several."""

    NIEUWKOMER = "nieuwkomer", "Nieuwkomer"
    DOCUMENT = "document", "Document"
    BRP = "brp", "BRP"
    COA = "coa", "COA"
    TOETS = "toets", "Toets"
    KLANTMANAGER = "klantmanager", "Klantmanager"


class TalkMode(models.TextChoices):
    KANTOOR = "kantoor", "Op het gemeentehuis"
    AZC = "azc", "In het azc"
    THUIS = "thuis", "Bij de nieuwkomer thuis"
    VIDEO = "video", "Videobellen"
    TELEFOON = "telefoon", "Telefoon"


class Interpreter(models.TextChoices):
    AANWEZIG = "aanwezig", "Tolk aanwezig"
    TELEFOON = "telefoon", "Tolk per telefoon"
    VIDEO = "video", "Tolk per video"
    GEEN = "geen", "Geen tolk"


class LbtOutcome(models.TextChoices):
    """DUO's three results of the leerbaarheidstoets; the labels are DUO's words."""

    HAALBAAR = "haalbaar", "B1-route haalbaar"
    NIET_HAALBAAR = "niet_haalbaar", "B1-route niet haalbaar"
    ONBEKEND = "onbekend", "Onbekend"


class ExemptionGround(models.TextChoices):
    """Grounds on which the college exempts from the leerbaarheidstoets (Wet inburgering 2021, art. 14 lid 6-7)."""

    VISUEEL = "visueel", "Visuele beperking"
    AUDITIEF = "auditief", "Auditieve beperking, en de toets kan daardoor niet"


class EventKind(models.TextChoices):
    STARTED = "intake.gestart", "Brede intake gestart"
    TALK = "intake.gesprek", "Gesprek van de brede intake"
    PRIVATE_TALK = "intake.alleen_gesprek", "Gewezen op gesprek alleen"
    COMPLETED = "intake.afgerond", "Brede intake afgerond"
    REOPENED = "intake.heropend", "Brede intake heropend"
    PROMISED = "intake.toezegging", "Toezegging in een gesprek"
    PROMISE_SETTLED = "intake.toezegging_af", "Toezegging afgehandeld"
    TALK_CLOSED = "intake.gesprek_klaar", "Verslag van gesprek afgesloten"
    COA = "intake.coa_overdracht", "Overdracht van COA"
    LIST = "intake.lijst", "Gegeven van de intake"
    TEST_ASKED = "intake.toets_gevraagd", "Toets gevraagd"
    SHEET = "intake.voorbereidingsblad", "Voorbereidingsblad"
    UNDERSTOOD = "intake.begrepen", "Gevraagd of de intake duidelijk is"
    LBT_REGISTERED = "intake.lbt_aangemeld", "Aangemeld voor de leerbaarheidstoets"
    LBT_RESULT = "intake.lbt_resultaat", "Uitslag leerbaarheidstoets"
    LBT_SKIP = "intake.lbt_overslaan", "Leerbaarheidstoets gaat niet door"
    LBT_VERSION = "intake.lbt_versie", "Versie van de leerbaarheidstoets gekozen"
    LBT_EXEMPTION = "intake.lbt_ontheffing", "Ontheffing leerbaarheidstoets"
    SUMMONED = "intake.oproep", "Opgeroepen"
    SUMMONS_MET = "intake.oproep_verschenen", "Verschenen na een oproep"
    SUMMONS_MISSED = "intake.oproep_gemist", "Niet verschenen na een oproep"
    SUMMONS_ATTEMPT = "intake.oproep_poging", "Geprobeerd te bereiken"
    SUMMONS_REASON = "intake.oproep_reden", "Reden van niet komen"
    SUMMONS_JUDGED = "intake.oproep_oordeel", "Oordeel over niet komen"
    SUMMONS_WITHDRAWN = "intake.oproep_ingetrokken", "Oproep ingetrokken"
    ABSENT = "intake.afwezig_afgerond", "Brede intake afgerond in afwezigheid"


class QuestionKind(StrEnum):
    """How a question is answered. OWN_WORDS keeps the original beside its translation."""

    OWN_WORDS = "eigen_woorden"
    TEXT = "tekst"
    CHOICE = "keuze"
    NUMBER = "getal"
    YES_NO = "ja_nee"


class Part(StrEnum):
    """The fields of an answer that are saved one by one; the values are those of `IntakeAnswer`."""

    ORIGINAL = "original"
    LANGUAGE = "original_language"
    TRANSLATION = "translation"
    SOURCE = "source"
    DECLINED = "declined"


class PromiseSide(models.TextChoices):
    """Who promised something in a talk."""

    GEMEENTE = "gemeente", "De gemeente"
    NIEUWKOMER = "nieuwkomer", "De nieuwkomer"
    ANDER = "ander", "Iemand anders, bijvoorbeeld de taalschool"


class PromiseOutcome(models.TextChoices):
    """What became of a promise. Nothing said in a talk may just be forgotten."""

    OPEN = "open", "Nog niet afgehandeld"
    IN_PIP = "in_pip", "Komt in het PIP"
    APART = "apart", "Apart vastgelegd"
    VERVALLEN = "vervallen", "Vervallen"


class Skill(models.TextChoices):
    """The four skills in which the law measures Dutch (Wet inburgering 2021, art. 7)."""

    LUISTEREN = "luisteren", "Luisteren"
    SPREKEN = "spreken", "Spreken"
    LEZEN = "lezen", "Lezen"
    SCHRIJVEN = "schrijven", "Schrijven"


class Level(models.TextChoices):
    """Levels of the ERK in their order; A0 is less than A1."""

    GEEN = "geen", "Nog niet"
    A0 = "A0", "Onder A1"
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"


class LevelSource(models.TextChoices):
    """Who or what says so, the strongest proof first."""

    EXAMEN = "examen", "Examen"
    TOETS = "toets", "Toets"
    DOCENT = "docent", "Docent"
    VOORINBURGERING = "voorinburgering", "Voorinburgering (COA)"
    WERKGEVER = "werkgever", "Werkgever"
    KLANTMANAGER = "klantmanager", "Klantmanager"
    ZELF = "zelf", "De nieuwkomer zelf"


class Judge(models.TextChoices):
    """Who saw how somebody reads and writes a script: always a person."""

    KLANTMANAGER = "klantmanager", "Klantmanager"
    DOCENT = "docent", "Docent"
    DESKUNDIGE = "deskundige", "Andere deskundige"


class Valuation(models.TextChoices):
    NIET = "niet", "Nog niet aangevraagd"
    AANGEVRAAGD = "aangevraagd", "Aangevraagd"
    GEWAARDEERD = "gewaardeerd", "Gewaardeerd"
    NIET_MOGELIJK = "niet_mogelijk", "Waardering is niet mogelijk"


class ValuedBy(models.TextChoices):
    """Who values foreign diplomas; IDW is the desk of the two others."""

    IDW = "idw", "IDW"
    NUFFIC = "nuffic", "Nuffic"
    SBB = "sbb", "SBB"


class Arranger(models.TextChoices):
    """Who arranges the childcare: the documents name all of these, so it is asked."""

    OUDER = "ouder", "De ouder zelf"
    GEMEENTE = "gemeente", "De gemeente"
    TAALSCHOOL = "taalschool", "De taalschool"
    ANDERS = "anders", "Iemand anders"


class SlotKind(models.TextChoices):
    """What takes a fixed time of the week, so that lessons can be planned around it."""

    WERK = "werk", "Werk"
    OPVANG = "opvang", "Opvang of voorschool"
    SCHOOL = "school", "Basisschool"
    ZORG = "zorg", "Zorg voor iemand"
    ANDERS = "anders", "Iets anders"


class Weekday(models.IntegerChoices):
    MA = 1, "Maandag"
    DI = 2, "Dinsdag"
    WO = 3, "Woensdag"
    DO = 4, "Donderdag"
    VR = 5, "Vrijdag"
    ZA = 6, "Zaterdag"
    ZO = 7, "Zondag"


class Criterion(models.TextChoices):
    """What a test is to prove. A second test of the same needs a purpose."""

    LEERBAARHEID = "leerbaarheid", "Leerbaarheid"
    LUISTEREN = "luisteren", "Nederlands luisteren"
    SPREKEN = "spreken", "Nederlands spreken"
    LEZEN = "lezen", "Nederlands lezen"
    SCHRIJVEN = "schrijven", "Nederlands schrijven"
    ALFABETISERING = "alfabetisering", "Lezen en schrijven per schrift"
    OPLEIDING = "opleiding", "Niveau van opleiding"
    STUDIE = "studie", "Studievaardigheden"


class Indicator(models.TextChoices):
    """The fourteen parts of life in which somebody finds a place (Indicators of Integration, Home Office 2019)."""

    WERK = "werk", "Werk"
    ONDERWIJS = "onderwijs", "Onderwijs"
    HUISVESTING = "huisvesting", "Wonen"
    ZORG = "zorg", "Zorg en welzijn"
    VRIJE_TIJD = "vrije_tijd", "Vrije tijd"
    SOCIALE_BANDEN = "sociale_banden", "Sociale banden: familie en mensen met dezelfde achtergrond"
    SOCIALE_BRUGGEN = "sociale_bruggen", "Sociale bruggen: buren en andere Nederlanders"
    SOCIALE_CONNECTIES = "sociale_connecties", "Sociale connecties: contact met instanties"
    TAAL = "taal", "Taal"
    CULTUUR = "cultuur", "Cultuur"
    DIGITAAL = "digitaal", "Digitale vaardigheden"
    VEILIGHEID = "veiligheid", "Veiligheid"
    STABILITEIT = "stabiliteit", "Stabiliteit"
    RECHTEN = "rechten", "Rechten en verantwoordelijkheden"


class SummonsState(models.TextChoices):
    """How an oproep stands. Never stored: it follows from the talk and from what people wrote down."""

    COMING = "komt", "De afspraak moet nog komen"
    UNWRITTEN = "opschrijven", "Schrijf op hoe het ging"
    APPEARED = "verschenen", "Verschenen"
    HEARING = "horen", "Niet verschenen: vraag eerst waarom"
    JUDGING = "oordelen", "Niet verschenen: nog geen oordeel"
    BLAMED = "telt", "Niet verschenen: telt mee"
    EXCUSED = "telt-niet", "Niet verschenen, met een goede reden: telt niet mee"
    CANCELLED = "ging-niet-door", "De afspraak ging niet door: telt niet mee"
    WITHDRAWN = "ingetrokken", "Ingetrokken: telt niet mee"


class SummonsOutcome(models.TextChoices):
    """What a person writes down after the talk to which somebody was called."""

    APPEARED = "verschenen", "Verschenen"
    ABSENT = "niet-verschenen", "Niet verschenen"
    UNCOOPERATIVE = "niet-meegewerkt", "Wel gekomen, maar niet genoeg meegewerkt"


class Blame(models.TextChoices):
    """Whether somebody is to blame for not coming: a person judges, never a rule."""

    BLAMED = "verwijtbaar", "Verwijtbaar: deze oproep telt mee"
    EXCUSED = "niet-verwijtbaar", "Niet verwijtbaar: deze oproep telt niet mee"


class AttemptChannel(models.TextChoices):
    """How a colleague tried to reach somebody."""

    PHONE = "telefoon", "Bellen"
    VISIT = "huisbezoek", "Langsgaan"
    SMS = "sms", "Sms of app"
    MAIL = "mail", "E-mail"
    LETTER = "brief", "Brief"
    OTHER = "ander", "Via iemand anders, bijvoorbeeld de school"


class ReasonVia(models.TextChoices):
    """How the newcomer told why they couldn't come."""

    PORTAL = "portaal", "In het portaal"
    TALK = "gesprek", "In een gesprek"
    PHONE = "telefoon", "Aan de telefoon"
    WRITTEN = "geschreven", "Brief, e-mail of sms"
    OTHER = "ander", "Via iemand anders"


class Importance(models.TextChoices):
    """How much an area matters to the newcomer. Another question than `Feeling`: people confuse the two."""

    ESSENTIEEL = "essentieel", "Essentieel"
    BELANGRIJK = "belangrijk", "Belangrijk"
    INTERESSANT = "interessant", "Interessant"
    NIET = "niet", "Niet belangrijk"
    WEIGERT = "wil-niet", "Wilde niet vertellen"


class Feeling(models.TextChoices):
    """How an area goes now."""

    GROEN = "groen", "Gaat goed"
    GEEL = "geel", "Gaat niet goed en niet slecht"
    ROOD = "rood", "Gaat slecht"
    WEIGERT = "wil-niet", "Wilde niet vertellen"


class Understood(models.TextChoices):
    """What the newcomer answered to the first question of a talk: is it clear what the brede intake and the PIP are?"""

    JA = "ja", "Ja, de nieuwkomer kon het zelf zeggen"
    DEELS = "deels", "Voor een deel, ik heb het nog een keer uitgelegd"
    NEE = "nee", "Nee, ik leg het nog een keer uit"
