from django.db import models


class Door(models.TextChoices):
    STAFF = "staff", "Medewerker"
    RESIDENT = "resident", "Inwoner"


class Role(models.TextChoices):
    KLANTMANAGER = "klantmanager", "Klantmanager"
    TEAMLEIDER = "teamleider", "Teamleider"
    ONTZORGMEDEWERKER = "ontzorgmedewerker", "Ontzorgmedewerker"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer"


class Scope(models.TextChoices):
    """What a system may do with a token; the rights of the token's user still apply."""

    DOSSIERS_LEZEN = "dossiers:lezen", "Dossiers lezen"
    DOSSIERS_SCHRIJVEN = "dossiers:schrijven", "Dossiers openen en bijwerken"
    INTAKE_LEZEN = "intake:lezen", "Brede intake lezen"
    INTAKE_SCHRIJVEN = "intake:schrijven", "Brede intake invullen"
    PIP_LEZEN = "pip:lezen", "PIP lezen"
    PIP_SCHRIJVEN = "pip:schrijven", "PIP opstellen en vaststellen"
    AFSPRAKEN_LEZEN = "afspraken:lezen", "Afspraken lezen"
    AFSPRAKEN_SCHRIJVEN = "afspraken:schrijven", "Afspraken maken, verplaatsen en afzeggen"
    TERMIJNEN_LEZEN = "termijnen:lezen", "Termijnen lezen en berekenen"


class Act(models.TextChoices):
    """What the access log says that somebody did with a dossier."""

    READ = "gelezen", "Dossier bekeken"
    READ_INTAKE = "intake_gelezen", "Intake bekeken"
    READ_HEALTH = "gezondheid_gelezen", "Gezondheid in de intake bekeken"
    READ_PIP = "pip_gelezen", "PIP bekeken"
    READ_DOCUMENT = "document_gelezen", "Document bekeken"
    READ_LOG = "logboek_gelezen", "Logboek bekeken"
    PURPOSE = "doel_opgegeven", "Toegang met doel"
    FOUND = "gevonden", "Gevonden bij zoeken"
    SAW_NUMBER = "nummer_gezien", "Nummer van een onbekende bekeken"
