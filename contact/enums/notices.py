from django.db import models


class NoticeKind(models.TextChoices):
    """What a message tells. Each has its texts in `templates/contact/notices/<value>/`, in every language."""

    DEADLINE_REMINDER = "termijn-herinnering", "Een termijn komt dichterbij"
    DEADLINE_CHANGED = "termijn-gewijzigd", "Een termijn is anders geworden"
    PIP_ESTABLISHED = "pip-vastgesteld", "Uw plan is klaar"
    PIP_UNILATERAL = "pip-eenzijdig", "Uw plan is vastgesteld zonder uw akkoord"
    PIP_RESPONSE = "pip-reactie", "Uw antwoord op het plan is vastgelegd"
    PIP_CONCEPT = "pip-concept", "Er staat een plan klaar om te lezen"
    OBJECTION_RECEIVED = "bezwaar-ontvangen", "Wij hebben uw bezwaar"
    OBJECTION_INCOMPLETE = "bezwaar-aanvullen", "Uw bezwaar is nog niet compleet"
    OBJECTION_LATER = "bezwaar-later", "Het besluit over uw bezwaar komt later"
    OBJECTION_DECIDED = "bezwaar-beslist", "Er is een besluit over uw bezwaar"
    NO_KLANTMANAGER = "geen-klantmanager", "U hebt nog geen nieuwe klantmanager"
    NEW_KLANTMANAGER = "nieuwe-klantmanager", "U hebt een nieuwe klantmanager"
    FIRST_INFORMATION = "eerste-informatie", "Eerste informatie over de inburgering"
    PREPARATION = "voorbereiding-intake", "Bereid u voor op het eerste gesprek"
    APPOINTMENT_NEW = "afspraak-nieuw", "U hebt een afspraak"
    APPOINTMENT_MOVED = "afspraak-verplaatst", "Uw afspraak is anders geworden"
    APPOINTMENT_CANCELLED = "afspraak-afgezegd", "Uw afspraak gaat niet door"
    APPOINTMENT_REMINDER = "afspraak-herinnering", "Uw afspraak is binnenkort"
    REQUEST_RECEIVED = "verzoek-ontvangen", "Wij hebben uw verzoek"
    REQUEST_REFERRED = "verzoek-doorgestuurd", "Uw verzoek ligt bij een ander"
    REQUEST_TO_TEAM_LEAD = "verzoek-naar-teamleider", "De teamleider beslist over uw verzoek"
    REQUEST_LATER = "verzoek-later", "U krijgt later antwoord op uw verzoek"
    REQUEST_TAKES_LONG = "verzoek-duurt-lang", "Uw verzoek duurt lang"
    REQUEST_WITHDRAWN = "verzoek-ingetrokken", "Uw verzoek is ingetrokken"
    REQUEST_ANSWERED = "verzoek-beantwoord", "Antwoord op uw verzoek"
    GROUP_INVITED = "groep-uitnodiging", "U bent uitgenodigd voor een bijeenkomst"
    SUMMONS_FIRST = "oproep", "Oproep voor de brede intake"
    SUMMONS_WARNING = "oproep-waarschuwing", "Waarschuwing en tweede oproep"
    SUMMONS_LAST = "oproep-laatste", "Derde en laatste oproep"
    SUMMONS_MISSED = "oproep-gemist", "U was er niet. Vertel ons waarom"
    SUMMONS_WITHDRAWN = "oproep-ingetrokken", "Uw oproep geldt niet meer"
    INTAKE_WITHOUT_YOU = "intake-zonder-u", "De intake is klaar zonder u"
    FREE = "vrij-bericht", "Bericht van de klantmanager"


class Channel(models.TextChoices):
    PORTAL = "portaal", "Portaal"
    MAIL = "mail", "E-mail"
    SMS = "sms", "Sms"
    LETTER = "brief", "Brief"


class NoticeState(models.TextChoices):
    WAITING = "wacht", "Wacht op verzending"
    SENDING = "bezig", "Wordt verzonden"
    SENT = "verstuurd", "Verstuurd"
    DELIVERED = "aangekomen", "Aangekomen"
    BOUNCED = "teruggekomen", "Niet aangekomen"
    FAILED = "mislukt", "Niet gelukt"
    DROPPED = "vervallen", "Niet meer nodig"


class NoticeEventKind(models.TextChoices):
    """Case events about messages to the newcomer."""

    SENT = "bericht.verstuurd", "Bericht verstuurd"
    DROPPED = "bericht.vervallen", "Bericht niet meer verstuurd"
    FAILED = "bericht.mislukt", "Bericht niet aangekomen"
    RETRIED = "bericht.opnieuw", "Bericht opnieuw geprobeerd"
    PREFERENCE = "bericht.voorkeur", "Voorkeur voor berichten gewijzigd"
