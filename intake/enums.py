from enum import StrEnum

from django.db import models


class IntakeStatus(models.TextChoices):
    OPEN = "open", "Bezig"
    AFGEROND = "afgerond", "Afgerond"


class Source(models.TextChoices):
    """Where an answer comes from. What the newcomer says is the first source, a test one of several."""

    NIEUWKOMER = "nieuwkomer", "Nieuwkomer"
    DOCUMENT = "document", "Document"
    BRP = "brp", "BRP"
    COA = "coa", "COA"
    TOETS = "toets", "Toets"
    KLANTMANAGER = "klantmanager", "Klantmanager"


class TalkMode(models.TextChoices):
    KANTOOR = "kantoor", "Op het gemeentehuis"
    AZC = "azc", "In het azc"
    THUIS = "thuis", "Bij de nieuwkomer thuis"
    VIDEO = "video", "Videobellen"
    TELEFOON = "telefoon", "Telefoon"


class Interpreter(models.TextChoices):
    AANWEZIG = "aanwezig", "Tolk aanwezig"
    TELEFOON = "telefoon", "Tolk per telefoon"
    VIDEO = "video", "Tolk per video"
    GEEN = "geen", "Geen tolk"


class LbtOutcome(models.TextChoices):
    """DUO's three results of the leerbaarheidstoets; the labels are DUO's words."""

    HAALBAAR = "haalbaar", "B1-route haalbaar"
    NIET_HAALBAAR = "niet_haalbaar", "B1-route niet haalbaar"
    ONBEKEND = "onbekend", "Onbekend"


class ExemptionGround(models.TextChoices):
    """Grounds on which the college exempts from the leerbaarheidstoets (Wet inburgering 2021, art. 14 lid 6-7)."""

    VISUEEL = "visueel", "Visuele beperking"
    AUDITIEF = "auditief", "Auditieve beperking, en de toets kan daardoor niet"


class EventKind(models.TextChoices):
    STARTED = "intake.gestart", "Brede intake gestart"
    TALK = "intake.gesprek", "Gesprek van de brede intake"
    PRIVATE_TALK = "intake.alleen_gesprek", "Gewezen op gesprek alleen"
    COMPLETED = "intake.afgerond", "Brede intake afgerond"
    REOPENED = "intake.heropend", "Brede intake heropend"
    PROMISED = "intake.toezegging", "Toezegging in een gesprek"
    PROMISE_SETTLED = "intake.toezegging_af", "Toezegging afgehandeld"
    TALK_CLOSED = "intake.gesprek_klaar", "Verslag van gesprek afgesloten"
    LBT_REGISTERED = "intake.lbt_aangemeld", "Aangemeld voor de leerbaarheidstoets"
    LBT_RESULT = "intake.lbt_resultaat", "Uitslag leerbaarheidstoets"
    LBT_EXEMPTION = "intake.lbt_ontheffing", "Ontheffing leerbaarheidstoets"


class QuestionKind(StrEnum):
    """How a question is answered. OWN_WORDS keeps the original beside its translation."""

    OWN_WORDS = "eigen_woorden"
    TEXT = "tekst"
    CHOICE = "keuze"
    NUMBER = "getal"
    YES_NO = "ja_nee"


class Part(StrEnum):
    """The fields of an answer that are saved one by one; the values are those of `IntakeAnswer`."""

    ORIGINAL = "original"
    LANGUAGE = "original_language"
    TRANSLATION = "translation"
    SOURCE = "source"
    DECLINED = "declined"


class PromiseSide(models.TextChoices):
    """Who promised something in a talk."""

    GEMEENTE = "gemeente", "De gemeente"
    NIEUWKOMER = "nieuwkomer", "De nieuwkomer"
    ANDER = "ander", "Iemand anders, bijvoorbeeld de taalschool"


class PromiseOutcome(models.TextChoices):
    """What became of a promise. Nothing said in a talk may just be forgotten."""

    OPEN = "open", "Nog niet afgehandeld"
    IN_PIP = "in_pip", "Komt in het PIP"
    APART = "apart", "Apart vastgelegd"
    VERVALLEN = "vervallen", "Vervallen"
