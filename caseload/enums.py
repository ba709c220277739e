from django.db import models


class Source(models.TextChoices):
    """Why a dossier stands in the work list; also the filter."""

    UNGUIDED = "zonder", "Zonder klantmanager"
    DEADLINE = "termijn", "Termijnen"
    REQUEST = "verzoek", "Verzoeken"
    REMARK = "opmerking", "Opmerkingen"
    RESPONSE = "reactie", "Reacties op het PIP"
    APPROVAL = "akkoord", "Akkoord teamleider"
    TALK = "afspraak", "Gesprekken"
    GROUP = "groep", "Zonder tolk in een groep"
    SUMMONS = "oproep", "Oproepen"
    OBJECTION = "bezwaar", "Bezwaar uitvoeren"
    DUO = "duo", "DUO"
    DIFFERENCE = "verschil", "Verschil met DUO"
    DIED = "overleden", "Overleden"
    ADULT = "achttien", "Wordt 18"
    NEW = "nieuw", "Nieuw"
    INTAKE = "intake", "Intake loopt"


class Phase(models.TextChoices):
    """How far a dossier is. Never stored: it follows from intake and PIP."""

    ARRIVED = "nieuw", "Nieuw"
    INTAKE = "intake", "Intake"
    PLAN = "pip", "PIP maken"
    ROUTE = "traject", "Traject"


class Level(models.IntegerChoices):
    """How much risk there is, most first."""

    NOBODY = 0, "Niemand"
    LATE = 1, "Te laat"
    STUCK = 2, "Vastgelopen"
    SOON = 3, "Bijna te laat"
    TODO = 4, "Te doen"
    WAITING = 5, "Wacht op een ander"
