from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.enums import SummonsState

SUMMONS_TEXTS: dict[SummonsState, tuple[Promise, Promise]] = {
    SummonsState.COMING: (
        _("U moet komen."),
        _("Ga naar de afspraak. Kunt u niet? Kies vóór die tijd een andere tijd of zeg het ons."),
    ),
    SummonsState.UNWRITTEN: (_("De afspraak is geweest."), _("U hoeft nu niets te doen.")),
    SummonsState.APPEARED: (_("U was er. Dank u wel."), _("U hoeft nu niets te doen.")),
    SummonsState.HEARING: (
        _("De gemeente schreef op dat u er niet was, of dat u niet genoeg meewerkte."),
        _("Vertel ons waarom. Klopt het niet? Vertel ons dat ook."),
    ),
    SummonsState.JUDGING: (
        _("De gemeente schreef op dat u er niet was, of dat u niet genoeg meewerkte."),
        _("De gemeente kijkt nu naar uw reden. U kunt nog iets toevoegen."),
    ),
    SummonsState.BLAMED: (
        _("De gemeente vindt dat u had moeten komen en meewerken. Deze oproep telt mee."),
        _(
            "U krijgt een nieuwe oproep, of u kreeg die al. Bent u het er niet mee eens? Vertel het uw klantmanager."
        ),
    ),
    SummonsState.EXCUSED: (
        _("U had een goede reden. Deze oproep telt niet mee."),
        _("U krijgt een nieuwe afspraak."),
    ),
    SummonsState.CANCELLED: (
        _("Deze afspraak ging niet door. U hoeft niet te komen."),
        _("U hoort van ons."),
    ),
    SummonsState.WITHDRAWN: (_("Deze oproep geldt niet meer."), _("U hoeft nu niets te doen.")),
}
"""What happened, and what to do now: two sentences for each state of an oproep."""
