from django.db import models


class IncomingState(models.TextChoices):
    """A message that waits for a next attempt is still "received": its `next_attempt_at` says so."""

    RECEIVED = "ontvangen", "Nog te verwerken"
    HANDLED = "verwerkt", "Verwerkt"
    STUCK = "vastgelopen", "Kan niet worden verwerkt"
    SETTLED = "afgedaan", "Door een medewerker afgedaan"


class OutgoingState(models.TextChoices):
    WAITING = "wacht", "Wacht op verzending"
    SENDING = "bezig", "Wordt verzonden"
    ACCEPTED = "aangenomen", "Aangenomen door DUO"
    REFUSED = "geweigerd", "Geweigerd door DUO"
    FAILED = "mislukt", "Niet gelukt"
    WITHDRAWN = "ingetrokken", "Niet meer nodig"
    SETTLED = "afgedaan", "Door een medewerker afgedaan"


class Channel(models.TextChoices):
    """Where an event goes; the name of the delivery too."""

    DUO_PIP = "duo.pip", "PIP naar DUO"
    DUO_PIP_GONE = "duo.pip_weg", "PIP bij DUO verwijderen"
    DUO_LBT = "duo.lbt", "Ontheffing leerbaarheidstoets naar DUO"
    DUO_CONTACT = "duo.contact", "Contactpersoon bij DUO"
    STOP = "keten.stop", "Ketenberichten stoppen"


class Party(models.TextChoices):
    DUO = "duo", "DUO"
    BRP = "brp", "BRP"


class FactKind(models.TextChoices):
    """What DUO told about somebody."""

    DUTY = "plicht", "Inburgeringsplicht"
    GROUP = "doelgroep", "Doelgroep"
    TERM = "termijn", "Inburgeringstermijn"
    PIP = "pip", "PIP"


class EventKind(models.TextChoices):
    """Case events that this app records."""

    NOTIFIED = "duo.melding", "Bericht van DUO"
    TERM = "duo.termijn", "Inburgeringstermijn van DUO"
    DIED = "duo.overleden", "Overleden"
    DIFFERS = "duo.verschil", "Verschil met een gegeven van een medewerker"
    DIFFERENCE_SEEN = "duo.verschil_bekeken", "Verschil met DUO bekeken"
    PIP_ACCEPTED = "duo.pip_aangenomen", "PIP aangenomen door DUO"
    PIP_REFUSED = "duo.pip_geweigerd", "PIP geweigerd door DUO"
    PIP_FAILED = "duo.pip_mislukt", "PIP niet verzonden naar DUO"
    PIP_WITHDRAWN = "duo.pip_ingetrokken", "PIP niet meer naar DUO verzonden"
    PIP_DELETED = "duo.pip_verwijderd", "PIP verwijderd bij DUO"
    DELETION_REFUSED = "duo.pip_weg_geweigerd", "DUO verwijdert het PIP niet"
    DELETION_FAILED = "duo.pip_weg_mislukt", "Vraag om het PIP te verwijderen niet verzonden"
    DELETION_WITHDRAWN = "duo.pip_weg_vervallen", "Vraag om het PIP te verwijderen niet meer nodig"
    LBT_ACCEPTED = "duo.lbt_aangenomen", "DUO weet van de ontheffing van de toets"
    LBT_REFUSED = "duo.lbt_geweigerd", "DUO weigert de ontheffing van de toets"
    LBT_FAILED = "duo.lbt_mislukt", "Ontheffing van de toets niet verzonden naar DUO"
    LBT_WITHDRAWN = "duo.lbt_ingetrokken", "Ontheffing van de toets niet meer naar DUO verzonden"
    CONTACT_ACCEPTED = "duo.contact_aangenomen", "Contactpersoon bij DUO"
    CONTACT_REFUSED = "duo.contact_geweigerd", "DUO weigert de contactpersoon"
    CONTACT_FAILED = "duo.contact_mislukt", "Contactpersoon niet verzonden naar DUO"
    CONTACT_WITHDRAWN = "duo.contact_ingetrokken", "Contactpersoon niet meer naar DUO verzonden"


class Act(models.TextChoices):
    """What we do when DUO tells of an event."""

    OPEN = "openen", "Dossier openen of bijwerken"
    OPEN_AND_START = "openen-en-termijn", "Dossier openen en de PIP-termijn starten"
    OPEN_AFTER_MOVE = "openen-na-verhuizing", "Dossier openen na verhuizing met PIP"
    FETCH_GROUP = "doelgroep", "Doelgroep ophalen"
    FETCH_EXAM_NUMBER = "examennummer", "Examennummer ophalen"
    FETCH_LBT = "leerbaarheidstoets", "Resultaat leerbaarheidstoets ophalen"
    FETCH_TERM = "termijn", "Inburgeringstermijn ophalen"
    CLOSE = "sluiten", "Dossier sluiten"
    SHOW = "tonen", "Tonen in het dossier"
