from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Word(models.TextChoices):
    """A word of inburgering as it stands in letters: Dutch in every language, with an explanation that isn't."""

    INBURGERING = "inburgering", "Inburgering"
    DUO = "duo", "DUO"
    KLANTMANAGER = "klantmanager", "Klantmanager"
    TOLK = "tolk", "Tolk"
    BREDE_INTAKE = "brede-intake", "Brede intake"
    LEERBAARHEIDSTOETS = "leerbaarheidstoets", "Leerbaarheidstoets"
    PIP = "pip", "PIP: Persoonlijk plan Inburgering en Participatie"
    LEERROUTE = "leerroute", "Leerroute"
    B1_ROUTE = "b1-route", "B1-route"
    ONDERWIJSROUTE = "onderwijsroute", "Onderwijsroute"
    Z_ROUTE = "z-route", "Z-route: zelfredzaamheidsroute"
    TAALNIVEAU = "taalniveau", "Taalniveau: A1, A2, B1"
    TAALCURSUS = "taalcursus", "Taalcursus"
    ALFABETISERING = "alfabetisering", "Alfabetisering"
    TAALSCHAKELTRAJECT = "taalschakeltraject", "Taalschakeltraject"
    KNM = "knm", "KNM: Kennis van de Nederlandse Maatschappij"
    MAP = "map", "MAP: Module Arbeidsmarkt en Participatie"
    PVT = "pvt", "PVT: participatieverklaringstraject"
    MEEDOEN = "meedoen", "Participatie-uren"
    EXAMENS = "examens", "Inburgeringsexamen"
    EINDGESPREK = "eindgesprek", "Eindgesprek"
    VOORTGANGSGESPREK = "voortgangsgesprek", "Voortgangsgesprek"
    TERMIJN = "termijn", "Inburgeringstermijn"
    VERLENGING = "verlenging", "Verlenging"
    BEGELEIDING = "begeleiding", "Maatschappelijke begeleiding"
    ONTZORGEN = "ontzorgen", "Financieel ontzorgen"
    BESCHIKKING = "beschikking", "Beschikking"
    BEZWAAR = "bezwaar", "Bezwaar"


EXPLANATIONS: dict[Word, Promise] = {
    Word.INBURGERING: _(
        "U leert de Nederlandse taal en hoe Nederland werkt. De wet zegt wie moet inburgeren."
    ),
    Word.DUO: _(
        "Een organisatie van de overheid. DUO zegt of u moet inburgeren, maakt de examens en geeft het diploma."
    ),
    Word.KLANTMANAGER: _("De medewerker van de gemeente die u helpt met uw inburgering."),
    Word.TOLK: _("Iemand die vertaalt tijdens een gesprek. Zeg het als u een tolk nodig heeft."),
    Word.BREDE_INTAKE: _(
        "Een of meer gesprekken met de gemeente. U vertelt wat u kunt, wat u hebt geleerd en wat u wilt."
    ),
    Word.LEERBAARHEIDSTOETS: _(
        "Een toets op de computer, zonder Nederlands. Hij laat zien hoe snel u een taal kunt leren. "
        "U kunt er niet voor zakken."
    ),
    Word.PIP: _("Uw eigen plan. Er staat in wat u gaat doen en wat de gemeente voor u doet."),
    Word.LEERROUTE: _("De manier waarop u inburgert. Er zijn drie leerroutes: B1, onderwijs en Z."),
    Word.B1_ROUTE: _(
        "U leert Nederlands tot niveau B1 en u leert over werk. Daarna kunt u werken of verder leren."
    ),
    Word.ONDERWIJSROUTE: _(
        "U leert Nederlands en andere vakken op een school. Daarna kunt u een opleiding doen voor een diploma."
    ),
    Word.Z_ROUTE: _(
        "U leert Nederlands dat u elke dag nodig heeft en u doet mee in uw buurt. U krijgt meer tijd en hulp. "
        "U hoeft geen taalexamen te doen."
    ),
    Word.TAALNIVEAU: _(
        "Hoe goed u de taal kent. A1 is het begin. Met A2 redt u zich elke dag. Met B1 kunt u werken of leren."
    ),
    Word.TAALCURSUS: _("Lessen Nederlands op een taalschool: lezen, luisteren, schrijven en spreken."),
    Word.ALFABETISERING: _("Lessen om te leren lezen en schrijven met onze letters."),
    Word.TAALSCHAKELTRAJECT: _(
        "De lessen van de onderwijsroute: Nederlands, rekenen, Engels en leren studeren."
    ),
    Word.KNM: _("U leert hoe Nederland werkt: werk, wonen, gezondheid, school, geschiedenis en de regels."),
    Word.MAP: _(
        "U leert hoe u werk zoekt in Nederland en u oefent in de praktijk. "
        "Aan het einde heeft u een gesprek met de gemeente."
    ),
    Word.PVT: _(
        "U leert over vrijheid, gelijkheid, solidariteit en meedoen in Nederland. "
        "Aan het einde zet u uw handtekening onder een verklaring."
    ),
    Word.MEEDOEN: _(
        "Uren waarin u Nederlands gebruikt: bijvoorbeeld vrijwilligerswerk, een stage of een taalmaatje."
    ),
    Word.EXAMENS: _("De examens van DUO: lezen, luisteren, schrijven, spreken en KNM."),
    Word.EINDGESPREK: _(
        "Het laatste gesprek met de gemeente. U bespreekt wat u hebt geleerd en wat u hierna gaat doen."
    ),
    Word.VOORTGANGSGESPREK: _("Een gesprek met uw klantmanager over hoe het gaat en of uw plan nog goed is."),
    Word.TERMIJN: _("De tijd die u hebt om in te burgeren: meestal drie jaar. De tijd begint na uw plan."),
    Word.VERLENGING: _(
        "Meer tijd om in te burgeren. U vraagt dit aan DUO, bijvoorbeeld als u lang ziek was."
    ),
    Word.BEGELEIDING: _(
        "Praktische hulp in het begin: bijvoorbeeld met de huisarts, de school van uw kinderen, verzekeringen en post."
    ),
    Word.ONTZORGEN: _(
        "De gemeente betaalt de eerste zes maanden uw huur, gas, water, stroom en zorgverzekering uit uw bijstand. "
        "Dit is voor mensen met een asielvergunning en bijstand."
    ),
    Word.BESCHIKKING: _(
        "Een brief met een besluit van de gemeente of van DUO. U kunt er bezwaar tegen maken."
    ),
    Word.BEZWAAR: _(
        "U schrijft dat u het niet eens bent met een besluit, en waarom. Dat kan zes weken lang."
    ),
}

ICONS: dict[Word, str] = {
    Word.BREDE_INTAKE: "messages",
    Word.LEERBAARHEIDSTOETS: "device-mobile",
    Word.PIP: "clipboard-list",
    Word.TAALCURSUS: "school",
    Word.ALFABETISERING: "writing",
    Word.TAALSCHAKELTRAJECT: "school",
    Word.KNM: "building",
    Word.MAP: "briefcase",
    Word.PVT: "users-group",
    Word.MEEDOEN: "heart",
    Word.EXAMENS: "certificate",
    Word.EINDGESPREK: "messages",
    Word.VOORTGANGSGESPREK: "message",
    Word.BEGELEIDING: "home",
}
"""Pictures of the words that can be a part of a route."""

B1_ROUTE_ON_A2 = _(
    "U leert Nederlands tot niveau A2 en u leert over werk. Daarna kunt u werken of verder leren."
)
"""After the level was lowered (Wet inburgering 2021, artikel 17 lid 3)."""
