from django.db import models


class Status(models.TextChoices):
    """A version is written, and then it stands. There is no way back: a change is a new version."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class Leerroute(models.TextChoices):
    """The three routes, by DUO's codes (Wet inburgering 2021, artikelen 7, 8 en 9)."""

    B = "B", "B1-route"
    O = "O", "Onderwijsroute"  # noqa: E741 - DUO's code
    Z = "Z", "Zelfredzaamheidsroute (Z-route)"


class Wish(models.TextChoices):
    """Which route the newcomer wants; not knowing yet is an answer too."""

    B = "B", "B1-route"
    O = "O", "Onderwijsroute"  # noqa: E741 - DUO's code
    Z = "Z", "Zelfredzaamheidsroute (Z-route)"
    WEET_NIET = "weet_niet", "Weet het nog niet"


class Niveau(models.TextChoices):
    A2 = "A2", "A2"
    B1 = "B1", "B1"


class SwitchGround(models.TextChoices):
    """Why the leerroute may change (Besluit inburgering 2021, artikel 5.4)."""

    ONVOLDOENDE = "onvoldoende", "Het gaat minder snel dan verwacht"
    GROTER = "groter", "Het gaat sneller dan verwacht"
    OPLEIDING = "opleiding", "Na een opleiding die iemand mocht afmaken (lid 2)"
    BIJZONDER = "bijzonder", "Er is een bijzondere situatie (lid 3)"


class HoursSource(models.TextChoices):
    """Where the number of course hours comes from."""

    VERKLARING = "verklaring", "Verklaring van de school of aanbieder"
    REGISTRATIE = "registratie", "Eigen registratie van de gemeente"


class Alphabetisation(models.TextChoices):
    """DUO's codes. The labels say what somebody is going to learn, not what he or she is."""

    A = "A", "Ja, leert voor het eerst lezen en schrijven"
    AA = "AA", "Ja, leert het Latijnse schrift (kan al lezen in een ander schrift)"
    NVT = "NVT", "Nee, niet nodig"


class Factor(models.TextChoices):
    """What a leerroute may be chosen on. The law has no age limit for any route: age is only there as a policy of the
    gemeente about something else, with its document and the approval of the team lead (PP-39).
    """

    WENS = "wens", "Eigen wens"
    DOELEN = "doelen", "Doelen voor werk, studie en leven"
    OPLEIDING = "opleiding", "Opleiding en diploma's"
    WERK = "werk", "Werkervaring en vaardigheden"
    TAALNIVEAU = "taalniveau", "Taal: wat iemand nu al kan"
    LEERERVARING = "leerervaring", "Hoe leren eerder ging"
    LEZEN_SCHRIJVEN = "lezen_schrijven", "Lezen en schrijven"
    VOORINBURGERING = "voorinburgering", "Wat iemand al leerde in de opvang"
    GEZONDHEID = "gezondheid", "Belastbaarheid"
    GEZIN = "gezin", "Gezin en zorg voor anderen"
    TOETS = "toets", "Leerbaarheidstoets (advies)"
    LEEFTIJDSBELEID = (
        "leeftijdsbeleid",
        "Leeftijd: beleid van de gemeente over studeren met behoud van uitkering",
    )


class TranslationState(models.TextChoices):
    ONTBREEKT = "ontbreekt", "Nog niet vertaald"
    AUTOMATISCH = "automatisch", "Automatisch vertaald, niet nagekeken"
    GECONTROLEERD = "gecontroleerd", "Nagekeken door een mens"


class Owner(models.TextChoices):
    """Who does what was agreed."""

    NIEUWKOMER = "nieuwkomer", "De nieuwkomer zelf"
    GEMEENTE = "gemeente", "De gemeente"
    AANBIEDER = "aanbieder", "De school of aanbieder"
    ANDERS = "anders", "Iemand anders"


class Reaction(models.TextChoices):
    """What the newcomer says about one text of the plan."""

    AKKOORD = "akkoord", "Akkoord"
    ONDER_VOORWAARDE = "onder_voorwaarde", "Akkoord onder voorwaarde"
    NIET_AKKOORD = "niet_akkoord", "Niet akkoord"
    GEEN_REACTIE = "geen_reactie", "Geen reactie"


class Means(models.TextChoices):
    """How a reaction was given. Said in a talk is enough for a "no", never for an akkoord."""

    GETEKEND = "getekend", "Getekend op het scherm"
    DIGID = "digid", "Bevestigd na inloggen met DigiD"
    PAPIER = "papier", "Getekend op papier"
    MONDELING = "mondeling", "Verteld in een gesprek"


class Level(models.TextChoices):
    """Levels of Dutch on the scale of the ERK (CEFR), from low to high."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"


class LevelSource(models.TextChoices):
    """Who says which level a profession or an education asks."""

    WERKGEVER = "werkgever", "Werkgever"
    WERKCOACH = "werkcoach", "Werkcoach"
    WET = "wet", "Wet of beroepsregister"
    OPLEIDING = "opleiding", "School of opleiding"
    DOCENT = "docent", "Docent"
    NIEUWKOMER = "nieuwkomer", "De nieuwkomer zelf"


class FurtherLearning(models.TextChoices):
    """Whether somebody may go on learning above the level of the route. Each "no" has its own word (PP-03)."""

    TOEGEZEGD = "toegezegd", "Ja: de gemeente regelt lessen tot dit niveau"
    BELEID = "beleid", "Nee: niet toegestaan (beleid)"
    GEEN_AANBOD = "geen_aanbod", "Nee: geen aanbod"
    GEEN_BUDGET = "geen_budget", "Nee: geen budget"
    NIET_BESLIST = "niet_beslist", "Nog niet beslist"


REFUSALS = (FurtherLearning.BELEID, FurtherLearning.GEEN_AANBOD, FurtherLearning.GEEN_BUDGET)


class StudyGoal(models.TextChoices):
    """Which education somebody wants to do in the end."""

    GEEN = "geen", "Geen opleiding"
    MBO = "mbo", "Mbo"
    HBO = "hbo", "Hbo"
    WO = "wo", "Universiteit"
    WEET_NIET = "weet_niet", "Weet het nog niet"


class StudyWithBenefit(models.TextChoices):
    """Whether somebody may study and keep the benefit."""

    JA = "ja", "Ja, met behoud van uitkering"
    NEE = "nee", "Nee"
    NIET_NODIG = "niet_nodig", "Niet nodig: er is geen uitkering"


class PathwayKind(models.TextChoices):
    """What comes after the route."""

    MBO = "mbo", "Mbo"
    LEERWERK = "leerwerk", "Leerwerktraject"
    SCHAKEL = "schakel", "Voorbereiden op hbo of universiteit"
    HBO = "hbo", "Hbo"
    WO = "wo", "Universiteit"
    TAAL = "taal", "Verder met de taal"
    WERK = "werk", "Werk"
    BEDRIJF = "bedrijf", "Eigen bedrijf"


class Participation(models.TextChoices):
    """Whether taking part goes together with learning the language."""

    TEGELIJK = "tegelijk", "Tegelijk met de taal"
    NIET_TEGELIJK = "niet_tegelijk", "Niet tegelijk"


class Benefit(models.TextChoices):
    JA = "ja", "Ja, bijstand"
    NEE = "nee", "Nee"


class Relief(models.TextChoices):
    """How far the gemeente takes care of the fixed costs (Participatiewet, artikel 56a)."""

    VOLLEDIG = "volledig", "De gemeente betaalt alle vaste kosten"
    DEELS = "deels", "De gemeente betaalt een deel"
    VOLGEN = "volgen", "De nieuwkomer betaalt zelf, de gemeente kijkt mee"
    NIET = "niet", "De nieuwkomer betaalt alles zelf"


class ReliefCost(models.TextChoices):
    """The costs that the law names."""

    HUUR = "huur", "Huur"
    GAS = "gas", "Gas"
    WATER = "water", "Water"
    STROOM = "stroom", "Stroom"
    ZORGVERZEKERING = "zorgverzekering", "Zorgverzekering"


class CommentKind(models.TextChoices):
    DOEL = "doel", "Over een doel"
    AFSPRAAK = "afspraak", "Over een afspraak"
    ALGEMEEN = "algemeen", "Over het plan"
    ONTBREEKT = "ontbreekt", "Hier mist een afspraak"


class Ground(models.TextChoices):
    """What a klantmanager may only do with the approval of the team lead."""

    EENZIJDIG = "eenzijdig", "Vaststellen zonder akkoord van de nieuwkomer"
    LEZEN_SCHRIJVEN = "lezen_schrijven", "B1-route zonder alfabetisering voor wie nog niet leest en schrijft"
    LEEFTIJD = "leeftijd", "Beleid van de gemeente over leeftijd"
    JONGERE_Z = "jongere_z", "Jongere in de Z-route"
    LEERROUTE = "leerroute", "Andere leerroute"
    AFSCHALEN = "afschalen", "Afschalen naar A2"


class ApprovalDecision(models.TextChoices):
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    VERVALLEN = "vervallen", "Vervallen: de tekst veranderde"


class NextStep(models.TextChoices):
    """What came of the talk with somebody who is ahead of the plan (PP-07)."""

    AFGESPROKEN = "afgesproken", "Er is een vervolgstap afgesproken"
    GEEN = "geen", "Er komt geen vervolgstap"


class ObjectionVia(models.TextChoices):
    """How a bezwaar came in."""

    PORTAAL = "portaal", "Portaal"
    BRIEF = "brief", "Brief"
    BALIE = "balie", "Afgegeven aan de balie"


class Excuse(models.TextChoices):
    """What a person judged of a bezwaar that came too late (Awb, artikel 6:11)."""

    VERSCHOONBAAR = "verschoonbaar", "Te laat, maar te verontschuldigen"
    NIET_VERSCHOONBAAR = "niet_verschoonbaar", "Te laat, en niet te verontschuldigen"


class WaiveGround(models.TextChoices):
    """Why nobody has to be heard (Awb, artikel 7:3)."""

    NIET_ONTVANKELIJK = "a", "Het bezwaar is kennelijk niet-ontvankelijk (7:3 onder a)"
    ONGEGROND = "b", "Het bezwaar is kennelijk ongegrond (7:3 onder b)"
    WIL_NIET = "c", "De nieuwkomer wil niet gehoord worden (7:3 onder c)"
    GEEN_ANTWOORD = "d", "De nieuwkomer zei niet op tijd dat hij gehoord wil worden (7:3 onder d)"
    TEGEMOETGEKOMEN = "e", "De gemeente doet alles wat de nieuwkomer vraagt (7:3 onder e)"


class ObjectionDecision(models.TextChoices):
    GEGROND = "gegrond", "Gegrond"
    DEELS = "deels", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Effect(models.TextChoices):
    """What a decision on a bezwaar does to the PIP (Awb, artikel 7:11)."""

    NIEUW_PIP = "nieuw_pip", "Er komt een nieuwe versie van het PIP"
    HERROEPEN = "herroepen", "Het PIP is herroepen en geldt niet meer"
    GEEN = "geen", "Het PIP blijft zoals het is"


class Bridge(models.TextChoices):
    """What somebody does while waiting for the first lesson."""

    ONLINE = "online", "Online cursus"
    TAALMAATJE = "taalmaatje", "Taalmaatje"
    MAP = "map", "MAP"
    ANDERS = "anders", "Iets anders"


class EventKind(models.TextChoices):
    """Case events that this app records, and DUO's answers, which it shows."""

    CONCEPT = "pip.concept", "Concept van het PIP gemaakt"
    VASTGESTELD = "pip.vastgesteld", "PIP vastgesteld"
    VERWIJDERD = "pip.concept_verwijderd", "Concept van het PIP verwijderd"
    VORIG = "pip.vorige_gemeente", "PIP van de vorige gemeente vastgelegd"
    GEDEELD = "pip.gedeeld", "Concept van het PIP gedeeld"
    NIET_GEDEELD = "pip.niet_gedeeld", "Concept van het PIP niet meer gedeeld"
    OPMERKING = "pip.opmerking", "Opmerking bij het PIP"
    OPMERKING_BEANTWOORD = "pip.opmerking_antwoord", "Opmerking bij het PIP beantwoord"
    REACTIE = "pip.reactie", "Reactie op het PIP"
    LESUREN = "pip.lesuren", "Lesuren vastgelegd"
    EERSTE_LES = "pip.eerste_les", "Eerste les vastgelegd"
    OVERBRUGGING = "pip.overbrugging", "Overbruggende activiteit vastgelegd"
    OVERBRUGGING_GESTOPT = "pip.overbrugging_gestopt", "Overbruggende activiteit gestopt"
    NIVEAU_NODIG = "pip.niveau_nodig", "Taalniveau dat nodig is vastgelegd"
    DOORLEREN_OPEN = "pip.doorleren_open", "Besluit over doorleren weer open"
    VOOR_OP_SCHEMA = "pip.voor_op_schema", "Niveau van het plan ruim op tijd gehaald"
    VERVOLGSTAP = "pip.vervolgstap", "Vervolgstap besproken"
    AKKOORD_GEVRAAGD = "pip.akkoord_gevraagd", "Akkoord van de teamleider gevraagd"
    AKKOORD_BESLIST = "pip.akkoord_beslist", "Teamleider besliste"
    CRITERIUM = "pip.criterium", "Oordeel over een criterium van de onderwijsroute"
    EENZIJDIG = "pip.eenzijdig", "PIP eenzijdig vastgesteld"
    WEG_BIJ_DUO = "pip.weg_bij_duo", "Gevraagd om het PIP bij DUO te verwijderen"
    BEZWAAR = "bezwaar.ontvangen", "Bezwaar ontvangen"
    BEZWAAR_STAP = "bezwaar.stap", "Stap in een bezwaar"
    BEZWAAR_BESLIST = "bezwaar.beslist", "Beslist op bezwaar"
    TERMIJN = "duo.termijn", "DUO stelde de inburgeringstermijn vast"
    VERWIJDERD_BIJ_DUO = "duo.pip_verwijderd", "DUO verwijderde het PIP"
    AANGENOMEN = "duo.pip_aangenomen", "DUO nam het PIP aan"
    GEWEIGERD = "duo.pip_geweigerd", "DUO weigerde het PIP"
    HERROEPEN_BIJ_DUO = "duo.pip_herroepen", "Herroepen PIP staat nog bij DUO"
    MISLUKT = "duo.pip_mislukt", "Het PIP kwam niet bij DUO"
