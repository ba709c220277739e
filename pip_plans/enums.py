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


class CommentKind(models.TextChoices):
    DOEL = "doel", "Over een doel"
    AFSPRAAK = "afspraak", "Over een afspraak"
    ALGEMEEN = "algemeen", "Over het plan"
    ONTBREEKT = "ontbreekt", "Hier mist een afspraak"


class Ground(models.TextChoices):
    """What a klantmanager may only do with the approval of the team lead."""

    EENZIJDIG = "eenzijdig", "Vaststellen zonder akkoord van de nieuwkomer"


class ApprovalDecision(models.TextChoices):
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    VERVALLEN = "vervallen", "Vervallen: de tekst veranderde"


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
    AKKOORD_GEVRAAGD = "pip.akkoord_gevraagd", "Akkoord van de teamleider gevraagd"
    AKKOORD_BESLIST = "pip.akkoord_beslist", "Teamleider besliste"
    EENZIJDIG = "pip.eenzijdig", "PIP eenzijdig vastgesteld"
    WEG_BIJ_DUO = "pip.weg_bij_duo", "Gevraagd om het PIP bij DUO te verwijderen"
    TERMIJN = "duo.termijn", "DUO stelde de inburgeringstermijn vast"
    VERWIJDERD_BIJ_DUO = "duo.pip_verwijderd", "DUO verwijderde het PIP"
    AANGENOMEN = "duo.pip_aangenomen", "DUO nam het PIP aan"
    GEWEIGERD = "duo.pip_geweigerd", "DUO weigerde het PIP"
    MISLUKT = "duo.pip_mislukt", "Het PIP kwam niet bij DUO"
