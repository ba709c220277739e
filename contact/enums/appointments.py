"""Words of an appointment, and which state may follow which."""

from django.db import models


class Purpose(models.TextChoices):
    KENNISMAKING = "kennismaking", "Kennismaking"
    BREDE_INTAKE = "brede-intake", "Brede intake"
    LBT = "lbt", "Leerbaarheidstoets"
    PIP_GESPREK = "pip-gesprek", "Gesprek over het PIP"
    VOORTGANGSGESPREK = "voortgang", "Voortgangsgesprek"
    GROEP = "groep", "Groepsbijeenkomst"
    OVERIG = "overig", "Ander gesprek"


class Mode(models.TextChoices):
    LIVE = "live", "Elkaar zien"
    PHONE = "telefoon", "Bellen"
    VIDEO = "video", "Videobellen"


class Place(models.TextChoices):
    """Where people see each other. The gemeentehuis itself makes some people tense, so there is always a choice."""

    GEMEENTEHUIS = "gemeentehuis", "Gemeentehuis"
    SCHOOL = "school", "School"
    BIBLIOTHEEK = "bibliotheek", "Bibliotheek"
    THUIS = "thuis", "Bij de nieuwkomer thuis"
    ANDERS = "anders", "Een andere plek"


class ParticipantRole(models.TextChoices):
    KLANTMANAGER = "klantmanager", "Klantmanager"
    COLLEGA = "collega", "Collega"
    NIEUWKOMER = "nieuwkomer", "Nieuwkomer"
    PARTNER = "partner", "Partner"
    TOLK = "tolk", "Tolk"
    ANDER = "ander", "Iemand anders"


class AppointmentState(models.TextChoices):
    CONCEPT = "concept", "Concept"
    PLANNED = "gepland", "Gepland"
    DONE = "gehouden", "Gehouden"
    NO_SHOW = "niet-verschenen", "Niet verschenen"
    CANCELLED = "afgezegd", "Afgezegd"


NEXT_APPOINTMENT_STATES: dict[AppointmentState, frozenset[AppointmentState]] = {
    # A concept holds the time of everybody, but nobody was told of it.
    AppointmentState.CONCEPT: frozenset({AppointmentState.PLANNED, AppointmentState.CANCELLED}),
    AppointmentState.PLANNED: frozenset(
        {AppointmentState.DONE, AppointmentState.NO_SHOW, AppointmentState.CANCELLED}
    ),
    # Somebody who was waiting in another room: the outcome was wrong, the talk was held after all.
    AppointmentState.NO_SHOW: frozenset({AppointmentState.DONE}),
    AppointmentState.DONE: frozenset(),
    AppointmentState.CANCELLED: frozenset(),
}


class CancelReason(models.TextChoices):
    """Why an appointment doesn't go on. A newcomer chooses one, and needn't explain."""

    ZIEK = "ziek", "Ziek"
    WERK_OF_LES = "werk-of-les", "Werk of les"
    KINDEREN = "kinderen", "Geen opvang voor de kinderen"
    VERVOER = "vervoer", "Kan er niet komen"
    TIJD = "tijd", "De tijd past niet"
    GEEN_TOLK = "geen-tolk", "Er is geen tolk"
    MEDEWERKER = "medewerker", "De medewerker kan niet"
    ANDERS = "anders", "Iets anders"
    DOSSIER_GESLOTEN = "gesloten", "Het dossier is gesloten"


STAFF_CANCEL_REASONS = tuple(reason for reason in CancelReason if reason != CancelReason.DOSSIER_GESLOTEN)
RESIDENT_CANCEL_REASONS = tuple(
    reason for reason in STAFF_CANCEL_REASONS if reason != CancelReason.MEDEWERKER
)


class AppointmentEvent(models.TextChoices):
    """Case events about appointments and interpreters."""

    CONCEPT = "afspraak.concept", "Afspraak als concept bewaard"
    MADE = "afspraak.gemaakt", "Afspraak gemaakt"
    MOVED = "afspraak.verplaatst", "Afspraak verplaatst"
    CHANGED = "afspraak.gewijzigd", "Afspraak gewijzigd"
    CANCELLED = "afspraak.afgezegd", "Afspraak afgezegd"
    HELD = "afspraak.gehouden", "Gesprek gehouden"
    NO_SHOW = "afspraak.niet_verschenen", "Niet verschenen"
    WISH = "afspraak.wens", "Wens voor gesprekken"
    INTERPRETER_DECIDED = "tolk.besloten", "Besloten over de tolk"
    INTERPRETER_REQUESTED = "tolk.gevraagd", "Tolk gevraagd"
    INTERPRETER_CONFIRMED = "tolk.bevestigd", "Tolk komt"
    INTERPRETER_DECLINED = "tolk.kan_niet", "Tolk kan niet"
    INTERPRETER_CANCELLED = "tolk.afgezegd", "Tolk afgezegd"
    INTERPRETER_NO_SHOW = "tolk.niet_verschenen", "Tolk niet verschenen"
