from django.db import models


class Kind(models.TextChoices):
    """What a term is about. A kind outlives its rules: when the law changes it gets a new row, not a new kind."""

    # --- PIP and traject
    PIP = "pip", "PIP vaststellen"
    PIP_NA_VERHUIZING = "pip-na-verhuizing", "PIP vaststellen na verhuizing"
    NIEUWE_OPROEP = "nieuwe-oproep", "Meewerken na een boete bij de intake"
    TERMIJN = "termijn", "Inburgeringstermijn"
    PVT = "pvt", "Participatieverklaringstraject afronden"
    MAP = "map", "Module Arbeidsmarkt en Participatie afronden"
    ROUTEWISSEL = "routewissel", "Wisselen van leerroute"
    VERLENGING_VANAF = "verlenging-vanaf", "Verlenging aanvragen"
    AANBOD = "aanbod", "Inburgeringsaanbod doen"
    TAALSCHAKELTRAJECT = "taalschakeltraject", "Taalschakeltraject laten beginnen"
    SCHOOLUREN_VANAF = "schooluren-vanaf", "Uren op school die meetellen"
    ONDERBREKING = "onderbreking", "Onderbreking van de inburgeringsplicht"
    NIEUWE_TERMIJN = "nieuwe-termijn", "Nieuwe termijn na een boete van DUO"

    # --- What DUO decides
    BESLISSING_VRIJSTELLING = "beslissing-vrijstelling", "DUO beslist over vrijstelling"
    BESLISSING_ONTHEFFING = "beslissing-ontheffing", "DUO beslist over ontheffing"
    VERKLARING_ARTS = "verklaring-arts", "Verklaring van de arts afgeven"
    BESLISSING_VERLENGING = "beslissing-verlenging", "DUO beslist over verlenging"
    BESLISSING_LENING = "beslissing-lening", "DUO beslist over de lening"

    # --- Bezwaar, beroep and requests
    BEZWAAR = "bezwaar", "Bezwaar maken"
    BESLISSING_OP_BEZWAAR = "beslissing-op-bezwaar", "Beslissen op bezwaar"
    BEROEP = "beroep", "Beroep instellen"
    AANVRAAG = "aanvraag", "Beslissen op een aanvraag"
    INGEBREKESTELLING = "ingebrekestelling", "Beslissen na een ingebrekestelling"
    DWANGSOM = "dwangsom", "Dwangsom loopt op"

    # --- Boete of the gemeente
    BOETEBESLUIT = "boetebesluit", "Beslissen over een boete"
    BOETEBEVOEGDHEID = "boetebevoegdheid", "Een boete kunnen opleggen"
    RECIDIVE_VANAF = "recidive-vanaf", "Eerdere overtredingen die meetellen"
    BETALING = "betaling", "Boete betalen"
    AANMANING = "aanmaning", "Boete betalen na een aanmaning"
    VERJARING = "verjaring", "Boete kunnen invorderen"

    # --- Money, and keeping data
    ONTZORGEN = "ontzorgen", "Financieel ontzorgen"
    LENING_TOT = "lening-tot", "Recht op de lening"
    TERUGBETALEN_VANAF = "terugbetalen-vanaf", "Lening gaan terugbetalen"
    TERUGBETALEN_TOT = "terugbetalen-tot", "Lening hebben terugbetaald"
    BEWAREN = "bewaren", "Persoonsgegevens vernietigen"
    BEWAREN_KERN = "bewaren-kern", "Kerngegevens vernietigen"
    SWI_LEVERING = "swi-levering", "Gegevens leveren aan het CBS"

    # --- What the gemeente sets or promises itself
    OPROEP = "oproep", "Verschijnen na een oproep"
    ZIENSWIJZE = "zienswijze", "Zienswijze geven"
    ANTWOORD_OP_VERZOEK = "antwoord-op-verzoek", "Antwoord geven op een verzoek"
    TERUGBELLEN = "terugbellen", "Terugbellen"
    EERSTE_INFORMATIE = "eerste-informatie", "Eerste informatie sturen"
    KLANTMANAGER_AANWEZIG = "klantmanager-aanwezig", "Een klantmanager aanwijzen"
    KENNISMAKING = "kennismaking", "Kennismaken"
    VOORTGANGSGESPREK = "voortgangsgesprek", "Voortgangsgesprek voeren"
    PERSPECTIEFGESPREK = "perspectiefgesprek", "Gesprek over onderwijs en werk (jongere in de Z-route)"
    ANDERE_KLANTMANAGER = "andere-klantmanager", "Antwoord op ‘andere klantmanager’"
    KLACHT = "klacht", "Klacht afhandelen"
    VOLGEND_BERICHT = "volgend-bericht", "Volgend bericht sturen"
    DOORLEREN = "doorleren", "Besluiten over doorleren"
    VERVOLGSTAP = "vervolgstap", "Vervolgstap bespreken"


class Nature(models.TextChoices):
    """What it means when the day has passed: somebody is late, a right has ended, or a right has begun."""

    DUTY = "plicht", "Moet uiterlijk op deze dag"
    RIGHT = "recht", "Kan tot en met deze dag"
    OPENING = "opening", "Kan vanaf deze dag"


class Bearer(models.TextChoices):
    """Whose duty or right the term is."""

    GEMEENTE = "gemeente", "Gemeente"
    INBURGERAAR = "inburgeraar", "Inburgeraar"
    DUO = "duo", "DUO"
    BEHEER = "beheer", "Gemeente (beheer van gegevens)"
    ANDER = "ander", "Een ander"


class Instrument(models.TextChoices):
    """What kind of text sets the term. The Algemene termijnenwet covers only the first two."""

    WET = "wet", "Wet"
    AMVB = "amvb", "Algemene maatregel van bestuur"
    REGELING = "regeling", "Ministeriële regeling"
    AFSPRAAK = "afspraak", "Afspraak, protocol of richtlijn"


class Route(models.TextChoices):
    """The leerroutes, for terms that hold in some of them only. By DUO's codes."""

    B = "B", "B1-route"
    O = "O", "Onderwijsroute"  # noqa: E741 - DUO's code
    Z = "Z", "Zelfredzaamheidsroute (Z-route)"


class Audience(models.TextChoices):
    """Who is warned about a term."""

    KLANTMANAGER = "klantmanager", "Klantmanager"
    TEAMLEIDER = "teamleider", "Teamleider"
    INBURGERAAR = "inburgeraar", "Inburgeraar"
    BEHEERDER = "beheerder", "Functioneel beheerder"


class Ground(models.TextChoices):
    """Why DUO makes the inburgeringstermijn longer (Besluit, hoofdstuk 4; Regeling, artikelen 4.1 en 4.2)."""

    ZIEKTE = "R-22a", "Langdurige ziekte"
    OVERLIJDEN = "R-22b", "Overlijden van partner of familie"
    BEVALLING = "R-22c", "Bevalling"
    OPVANG = "R-22d", "Verblijf in een blijf-van-mijn-lijfhuis"
    ALFABETISERING = "R-22e", "Alfabetiseringscursus"
    DAKLOOSHEID = "R-22f", "Dakloosheid"
    GEEN_AANBOD = "R-22g", "Geen inburgeringsaanbod binnen 3 maanden"
    GEEN_TAALSCHAKELTRAJECT = "R-22g-O", "Taalschakeltraject niet begonnen binnen 6 maanden"
    SCHULD_VAN_SCHOOL = "R-22h", "Vertraging door de cursusinstelling"
    BIJZONDER = "R-22i", "Bijzondere individuele omstandigheden"
    SAMEN = "R-22j", "Omstandigheden die samen 3 maanden duren"
    OPLEIDING = "R-23", "Niet-vrijstellende opleiding, beëindigd"
    OPLEIDING_LOOPT = "R-23-loopt", "Niet-vrijstellende opleiding, loopt nog"
    ENTREE = "R-23-entree", "Entreeopleiding"
    ONDERBREKING = "R-24", "Onderbreking van de plicht"
    BIJNA_KLAAR = "R-25", "Bijna klaar"
    AMBTSHALVE = "R-26", "Ambtshalve verlengd door DUO"


class Confidence(models.TextChoices):
    """How sure we are that the rule is what the law says."""

    HIGH = "hoog", "Staat zo in de wettekst"
    MEDIUM = "midden", "Uitleg van een tekst die niet alles zegt"
    LOW = "laag", "Niet bevestigd: controleer dit zelf"


class Standing(models.TextChoices):
    """How a term stands today. Never stored: it follows from the dates."""

    WAITING = "wacht", "Nog niet begonnen"
    RUNNING = "loopt", "Loopt"
    DUE_SOON = "bijna", "Bijna om"
    AWAITS_THIRD_PARTY = "wacht-op-derde", "Wacht op informatie van een ander"
    OVERDUE = "te-laat", "Te laat"
    NOT_YET = "nog-niet", "Kan nog niet"
    OPEN_NOW = "open", "Kan nu"
    PASSED = "voorbij", "Voorbij"
    MET = "gehaald", "Op tijd gedaan"
    MET_LATE = "te-laat-gehaald", "Te laat gedaan"
    STOPPED = "gestopt", "Gestopt"


class EventKind(models.TextChoices):
    """Case events that this app records."""

    STARTED = "termijn.gestart", "Termijn gestart"
    MET = "termijn.gehaald", "Termijn gehaald"
    REOPENED = "termijn.toch_niet_gedaan", "Toch niet gedaan"
    CORRECTED = "termijn.verbeterd", "Gegevens van een termijn verbeterd"
    RECOMPUTED = "termijn.herrekend", "Termijn opnieuw berekend"
    STOPPED = "termijn.gestopt", "Termijn gestopt"
    ASKED = "termijn.derde_gevraagd", "Informatie van een ander gevraagd"
    RECEIVED = "termijn.derde_ontvangen", "Informatie van een ander ontvangen"
    WITHDRAWN = "termijn.derde_ingetrokken", "Vraag aan een ander ingetrokken"
    REMINDED = "termijn.herinnering", "Herinnering aan een termijn"
    EXTENDED = "termijn.verlengd", "Termijn verlengd"
    EXTENSION_WITHDRAWN = "termijn.verlenging_ingetrokken", "Verlenging ingetrokken"
    SUSPENDED = "termijn.opgeschort", "Termijn opgeschort"
    SUSPENSION_ENDED = "termijn.opschorting_geeindigd", "Opschorting geëindigd"
    SUSPENSION_WITHDRAWN = "termijn.opschorting_ingetrokken", "Opschorting ingetrokken"


class Part(models.TextChoices):
    """What must run for terms to be watched."""

    BEAT = "beat", "Planner van taken"
    WORKER = "worker", "Uitvoerder van taken"
    SWEEP = "sweep", "Ronde langs de termijnen"
