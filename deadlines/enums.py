from django.db import models


class Kind(models.TextChoices):
    """What a term is about. A kind outlives its rules: when the law changes it gets a new row, not a new kind."""

    PIP = "pip", "PIP vaststellen"
    PIP_NA_VERHUIZING = "pip-na-verhuizing", "PIP vaststellen na verhuizing"
    TERMIJN = "termijn", "Inburgeringstermijn"
    ROUTEWISSEL = "routewissel", "Wisselen van leerroute"
    VERLENGING_VANAF = "verlenging-vanaf", "Verlenging aanvragen"
    AANBOD = "aanbod", "Inburgeringsaanbod doen"
    TAALSCHAKELTRAJECT = "taalschakeltraject", "Taalschakeltraject laten beginnen"
    BEZWAAR = "bezwaar", "Bezwaar maken"
    BESLISSING_OP_BEZWAAR = "beslissing-op-bezwaar", "Beslissen op bezwaar"


class Nature(models.TextChoices):
    """What it means when the day has passed: somebody is late, a right has ended, or a right has begun."""

    DUTY = "plicht", "Moet uiterlijk op deze dag"
    RIGHT = "recht", "Kan tot en met deze dag"
    OPENING = "opening", "Kan vanaf deze dag"


class Bearer(models.TextChoices):
    """Whose duty or right the term is."""

    GEMEENTE = "gemeente", "Gemeente"
    INBURGERAAR = "inburgeraar", "Inburgeraar"


class Instrument(models.TextChoices):
    """What kind of text sets the term. The Algemene termijnenwet covers only the first two."""

    WET = "wet", "Wet"
    AMVB = "amvb", "Algemene maatregel van bestuur"
    REGELING = "regeling", "Ministeriële regeling"


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
