from django.db import models


class Group(models.TextChoices):
    """DUO's two groups (Wet inburgering 2021, art. 13 and 19). Empty means: not known yet."""

    ASIELSTATUSHOUDER = "asielstatushouder", "Asielstatushouder"
    GEZINSMIGRANT = "gezinsmigrant", "Gezinsmigrant of overige migrant"


class Status(models.TextChoices):
    OPEN = "open", "Open"
    CLOSED = "gesloten", "Gesloten"


class Origin(models.TextChoices):
    DUO = "duo", "Bericht van DUO"
    COA = "coa", "Koppeling door COA"
    VERHUIZING = "verhuizing", "Verhuizing uit een andere gemeente"
    HAND = "hand", "Met de hand gemaakt"


class AssignmentKind(models.TextChoices):
    KLANTMANAGER = "klantmanager", "Klantmanager"
    VERVANGER = "vervanger", "Vervanger"


class Gender(models.TextChoices):
    MALE = "M", "Man"
    FEMALE = "V", "Vrouw"
    UNKNOWN = "O", "Onbekend"


class Relation(models.TextChoices):
    PARTNER = "partner", "Partner"
    CHILD = "kind", "Kind"
    PARENT = "ouder", "Ouder"
    OTHER = "anders", "Anders"


class DocumentKind(models.TextChoices):
    BESCHIKKING = "beschikking", "Beschikking"
    INTAKE = "intake", "Stuk bij de intake"
    BEWIJS = "bewijs", "Diploma of bewijs"
    OVERIG = "overig", "Overig"


class EventKind(models.TextChoices):
    """Events that this app records. Other apps have their own kinds in the same column."""

    OPENED = "dossier.geopend", "Dossier geopend"
    UPDATED = "dossier.bijgewerkt", "Gegevens bijgewerkt"
    ASSIGNED = "dossier.toegewezen", "Klantmanager toegewezen"
    CLOSED = "dossier.gesloten", "Dossier gesloten"
    NOTE = "dossier.notitie", "Notitie"
    DOCUMENT = "dossier.document", "Document toegevoegd"
    PURPOSE = "dossier.inzage", "Ingezien met doel"
    HOUSEHOLD = "dossier.huishouden", "Huishouden gewijzigd"
