from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    """The one next step that the start page shows."""

    WAIT_FOR_INVITATION = "uitnodiging", _("U krijgt een uitnodiging voor een gesprek")
    INTAKE = "intake", _("Gesprekken met de gemeente")
    WAIT_FOR_PLAN = "wacht-op-plan", _("De gemeente maakt uw plan")
    PLAN_LATE = "plan-te-laat", _("Uw plan is nog niet klaar")
    READ_CONCEPT = "lees-concept", _("Lees uw plan en zeg wat u ervan vindt")
    READ_PLAN = "lees-plan", _("Lees uw plan")
    TALK = "gesprek", _("U hebt een afspraak")
    AGREEMENT = "afspraak", _("Dit gaat u doen")
    FOLLOW_ROUTE = "route", _("Volg uw route")
    CLOSED = "gesloten", _("Deze gemeente helpt u niet meer met inburgeren")


STEPS: dict[Step, Promise] = {
    Step.WAIT_FOR_INVITATION: _(
        "Uw klantmanager nodigt u uit. U hoeft nu niets te doen. Heeft u vragen? Bel of mail gerust."
    ),
    Step.INTAKE: _(
        "U praat met uw klantmanager over wat u kunt en wat u wilt. Neem diploma's en andere papieren mee. "
        "U mag een tolk vragen. U mag ook vragen om een gesprek alleen, zonder uw familie."
    ),
    Step.WAIT_FOR_PLAN: _("De gesprekken zijn klaar. Uw klantmanager schrijft nu uw plan met u."),
    Step.PLAN_LATE: _(
        "De gemeente is te laat met uw plan. Dat is niet uw fout. Uw drie jaar begint pas als het plan klaar is. "
        "Vraag uw klantmanager wanneer uw plan komt."
    ),
    Step.READ_CONCEPT: _(
        "Uw klantmanager schreef een plan voor u. Het is nog niet af. Klopt het? Mist er iets? Zeg het."
    ),
    Step.READ_PLAN: _(
        "Uw plan is klaar. Lees wat u en de gemeente hebben afgesproken. Klopt er iets niet? Zeg het."
    ),
    Step.TALK: _("Kunt u niet? U kunt zelf een andere tijd kiezen of zeggen dat u niet komt."),
    Step.AGREEMENT: _("Dit heeft u afgesproken in uw plan:"),
    Step.FOLLOW_ROUTE: _(
        "Ga naar uw lessen en houd uw afspraken. Gaat iets niet goed? Vertel het uw klantmanager."
    ),
    Step.CLOSED: _(
        "Uw dossier bij deze gemeente is gesloten. U kunt hier nog lezen wat er is afgesproken. "
        "Bent u verhuisd? Dan helpt uw nieuwe gemeente u verder."
    ),
}

LOGIN_ERRORS: dict[str, Promise] = {
    "afgebroken": _("Het inloggen is niet gelukt of u bent gestopt. Probeer het nog een keer."),
    "storing": _(
        "Inloggen met DigiD werkt nu niet. Probeer het over een paar minuten nog een keer, of bel de gemeente."
    ),
    "bsn": _("DigiD gaf geen goed burgerservicenummer door. Bel de gemeente als dit nog een keer gebeurt."),
    "geblokkeerd": _("U kunt hier niet meer inloggen. Bel de gemeente als u denkt dat dit niet klopt."),
}
"""By the value of `?fout=` on the login page."""
