from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """Where a milestone is on the way; the values are the kinds of the step component."""

    DONE = "done", _("Gedaan")
    NOW = "now", _("Nu")
    LATER = "later", _("Later")


class Milestone(models.TextChoices):
    """A point on the way from arrival to after the exam."""

    NOTICE = "brief", _("Brief van DUO: u moet inburgeren")
    REGISTERED = "inschrijving", _("U woont in de gemeente")
    INTAKE = "intake", _("Brede intake: gesprekken met de gemeente")
    TEST = "toets", _("Leerbaarheidstoets")
    PLAN = "plan", _("Uw plan (PIP) is klaar")
    START = "start", _("Uw drie jaar begint")
    LESSONS = "lessen", _("U leert Nederlands")
    PVT = "pvt", _("Participatieverklaring (PVT)")
    MAP = "map", _("Werk en meedoen (MAP)")
    EXAMS = "examens", _("Examens")
    CLOSING_TALK = "eindgesprek", _("Eindgesprek met de gemeente")
    END = "einde", _("Laatste dag om in te burgeren")
    AFTER = "daarna", _("Na de inburgering")


MILESTONES: dict[Milestone, tuple[str, Promise]] = {
    Milestone.NOTICE: ("mail", _("DUO heeft u een brief gestuurd.")),
    Milestone.REGISTERED: ("home", _("Uw gemeente helpt u met inburgeren.")),
    Milestone.INTAKE: ("messages", _("U vertelt wat u kunt, wat u hebt geleerd en wat u wilt.")),
    Milestone.TEST: ("device-mobile", _("Een toets op de computer. U kunt niet zakken.")),
    Milestone.PLAN: ("clipboard-list", _("In uw plan staat wat u gaat doen en wie u helpt.")),
    Milestone.START: ("player-play", _("De tijd om in te burgeren begint op de dag na uw plan.")),
    Milestone.LESSONS: ("school", _("U gaat naar de lessen van uw route.")),
    Milestone.PVT: ("users-group", _("U leert over meedoen in Nederland en u zet uw handtekening.")),
    Milestone.MAP: ("briefcase", _("U leert over werk en u oefent in de praktijk.")),
    Milestone.EXAMS: ("certificate", _("U doet examen als u eraan toe bent. U meldt zich aan bij DUO.")),
    Milestone.CLOSING_TALK: (
        "messages",
        _("U bespreekt met de gemeente wat u hebt geleerd en wat u hierna gaat doen."),
    ),
    Milestone.END: (
        "flag",
        _("Heeft u meer tijd nodig? Vraag het op tijd aan DUO. Uw klantmanager helpt u."),
    ),
    Milestone.AFTER: (
        "star",
        _(
            "U krijgt uw diploma of certificaat. U kunt werken of verder leren. Een uitkering stopt niet omdat u klaar bent."
        ),
    ),
}
"""Picture and explanation of each milestone."""
