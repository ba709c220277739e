from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contact.enums.requests import Decision, RefusalCode, RequestType


@dataclass(frozen=True)
class Asking:
    """How the newcomer chooses what to ask: a picture, words of one's own, and what happens with it."""

    icon: str
    title: Promise
    text: Promise


_BY_TEAM_LEAD = _(
    "De teamleider leest dit. Uw klantmanager ziet het niet, behalve als de teamleider en u dat goed vinden."
)

ASKINGS: dict[RequestType, Asking] = {
    RequestType.VRAAG: Asking("help-circle", _("Ik heb een vraag"), _("Vraag alles wat u wilt weten.")),
    RequestType.TERUGBELLEN: Asking(
        "phone-call", _("Bel mij terug"), _("Schrijf waarover het gaat, en wanneer u kunt praten.")
    ),
    RequestType.GESPREK: Asking(
        "messages", _("Ik wil een gesprek"), _("Schrijf waarover u wilt praten, en wanneer u kunt.")
    ),
    RequestType.TOLK: Asking(
        "language", _("Ik wil een tolk"), _("Schrijf in welke taal, en voor welk gesprek.")
    ),
    RequestType.LESTIJD: Asking(
        "clock", _("Ik wil andere lessen"), _("Een andere tijd of een andere groep. Schrijf waarom.")
    ),
    RequestType.SCHOOL_DICHTERBIJ: Asking(
        "school",
        _("Ik wil een school dichterbij"),
        _("Schrijf hoe lang u nu reist, en welke school beter is."),
    ),
    RequestType.REISKOSTEN: Asking(
        "cash", _("Ik heb reiskosten"), _("Schrijf waar u heen moet, hoe vaak, en wat het kost.")
    ),
    RequestType.BRIEF: Asking(
        "file-text",
        _("Ik heb een brief nodig"),
        _("Schrijf wat er in de brief moet staan, en voor wie hij is."),
    ),
    RequestType.LEERROUTE: Asking(
        "route",
        _("Ik wil een andere leerroute"),
        _("Schrijf welke route u wilt, en waarom. De gemeente beslist en stuurt u een brief."),
    ),
    RequestType.AFSCHALEN: Asking(
        "stairs",
        _("Ik wil examen doen op niveau A2"),
        _("Is niveau B1 te moeilijk? Schrijf waarom. De gemeente beslist en stuurt u een brief."),
    ),
    RequestType.ANDERE_KLANTMANAGER: Asking(
        "user-question", _("Ik wil een andere klantmanager"), _BY_TEAM_LEAD
    ),
    RequestType.KLACHT: Asking("message-report", _("Ik heb een klacht"), _BY_TEAM_LEAD),
    RequestType.HERBEOORDELING: Asking(
        "eye",
        _("Kijk er nog een keer naar"),
        _("Iemand anders dan de eerste keer kijkt naar uw vraag."),
    ),
    RequestType.OVERIG: Asking("dots", _("Iets anders"), _("Schrijf wat u nodig heeft.")),
}


class Progress(models.TextChoices):
    """How a request stands, as the newcomer reads it; that the gemeente is late is said aloud."""

    WORKING = "bezig", _("De gemeente is ermee bezig")
    LATE = "te-laat", _("De gemeente is te laat met uw antwoord")
    WITH_OTHERS = "bij-anderen", _("De gemeente vraagt het aan een ander")
    LATER = "later", _("U krijgt later antwoord")
    ANSWERED = "beantwoord", _("U hebt antwoord")
    WITHDRAWN = "ingetrokken", _("U hebt deze vraag ingetrokken")


PROGRESS_LOOKS: dict[Progress, tuple[str, str]] = {
    Progress.WORKING: ("info", "clock"),
    Progress.LATE: ("warning", "clock-exclamation"),
    Progress.WITH_OTHERS: ("info", "switch-horizontal"),
    Progress.LATER: ("info", "calendar-time"),
    Progress.ANSWERED: ("ok", "check"),
    Progress.WITHDRAWN: ("neutral", "x"),
}
"""Kind of badge and picture."""

DECISIONS: dict[Decision, Promise] = {
    Decision.TOEGEWEZEN: _("Ja"),
    Decision.DEELS: _("Een deel wel, een deel niet"),
    Decision.AFGEWEZEN: _("Nee"),
    Decision.LATER: _("Later"),
}

REFUSALS: dict[RefusalCode, Promise] = {
    RefusalCode.BELEID: _("De regels van de gemeente laten het niet toe."),
    RefusalCode.GEEN_AANBOD: _("Het is er niet."),
    RefusalCode.GEEN_BUDGET: _("De gemeente heeft er geen geld voor."),
    RefusalCode.CONTRACT: _("De gemeente heeft iets anders afgesproken met de school."),
    RefusalCode.GEEN_PLEK: _("Er is geen plek."),
}

HAPPENINGS: dict[str, Promise] = {
    "ontvangen": _("De gemeente kreeg uw vraag. U krijgt antwoord uiterlijk op %(due_on)s."),
    "opgeschaald": _("Uw vraag ging naar de teamleider. De teamleider beslist."),
    "bekeken": _("De teamleider las uw vraag. %(handler)s werkt eraan."),
    "gebeld": _("De gemeente belde u, maar u nam niet op. Wij proberen het nog een keer."),
    "doorverwezen": _("De gemeente vroeg het aan %(party)s."),
    "antwoord_ander": _("%(party)s gaf antwoord aan de gemeente."),
    "terug": _("Uw vraag is weer bij de gemeente. U krijgt antwoord uiterlijk op %(due_on)s."),
    "casusoverleg_nodig": _(
        "De gemeente en de anderen gaan samen praten over uw vraag, uiterlijk op %(due_on)s."
    ),
    "casusoverleg": _("De gemeente en de anderen praatten samen over uw vraag. %(decider)s beslist."),
    "later": _("De gemeente kan nog niet beslissen. U krijgt antwoord op %(later_on)s."),
    "duurt_lang": _("U wacht al lang. De gemeente liet u weten hoe het staat."),
    "beantwoord": _("De gemeente gaf antwoord. %(decided_by)s nam de beslissing."),
    "ingetrokken": _("U trok uw vraag in."),
}
"""What happened to a request, by the key of a line of its timeline."""

SUBJECTS: dict[str, tuple[Promise, str]] = {
    "afspraak": (_("Over een gesprek met de gemeente"), "Over afspraak"),
    "vraag": (_("Over een eerdere vraag"), "Over verzoek"),
    "bericht": (_("Over een bericht"), "Over bericht"),
    "pipbericht": (_("Dit past niet bij mijn plan"), "Past niet bij het PIP: bericht"),
    "plan": (_("Over mijn plan"), "Over het plan"),
    "mist": (_("Hier mist een afspraak"), "Mist een afspraak in het plan"),
    "route": (_("Over mijn route"), "Over de leerroute"),
    "gegevens": (_("Over mijn gegevens"), "Over de gegevens: telefoon, e-mail of adres"),
}
"""What "hier klopt iets niet" can be about: as the newcomer reads it, and as the klantmanager does."""
