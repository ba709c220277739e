from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deadlines.enums import Kind

TERM_SENTENCES: dict[Kind, Promise] = {
    Kind.PIP: _("De gemeente moet uw plan uiterlijk op %(date)s klaar hebben."),
    Kind.PIP_NA_VERHUIZING: _(
        "U bent verhuisd. Uw nieuwe gemeente moet uw plan uiterlijk op %(date)s klaar hebben. Uw leerroute blijft dezelfde."
    ),
    Kind.TERMIJN: _("U moet uiterlijk op %(date)s klaar zijn met inburgeren."),
    Kind.ROUTEWISSEL: _(
        "Gaat het sneller of langzamer dan gedacht? De gemeente kan uw route veranderen tot en met %(date)s."
    ),
    Kind.VERLENGING_VANAF: _("Heeft u meer tijd nodig? U kunt dit aan DUO vragen vanaf %(date)s."),
    Kind.AANBOD: _("De gemeente moet u uiterlijk op %(date)s een plek in een cursus geven."),
    Kind.TAALSCHAKELTRAJECT: _("Uw lessen in de onderwijsroute moeten uiterlijk op %(date)s beginnen."),
    Kind.BEZWAAR: _("Bent u het niet eens met uw plan? U kunt bezwaar maken tot en met %(date)s."),
    Kind.KLANTMANAGER_AANWEZIG: _("De gemeente moet u uiterlijk op %(date)s een klantmanager geven."),
    Kind.KENNISMAKING: _("Uw klantmanager moet uiterlijk op %(date)s een eerste gesprek met u afspreken."),
    Kind.VOORTGANGSGESPREK: _("De gemeente moet uiterlijk op %(date)s met u praten over hoe het gaat."),
    Kind.VOLGEND_BERICHT: _("U krijgt uiterlijk op %(date)s weer bericht van de gemeente."),
    Kind.DOORLEREN: _("De gemeente moet uiterlijk op %(date)s besluiten of u verder mag leren."),
    Kind.PERSPECTIEFGESPREK: _("De gemeente moet uiterlijk op %(date)s met u praten over school en werk."),
    Kind.VERVOLGSTAP: _("De gemeente moet uiterlijk op %(date)s met u praten over een volgende stap."),
    Kind.PVT: _("U moet uiterlijk op %(date)s klaar zijn met de PVT."),
    Kind.MAP: _("U moet uiterlijk op %(date)s klaar zijn met de MAP."),
    Kind.NIEUWE_TERMIJN: _(
        "U hebt een nieuwe termijn. U moet uiterlijk op %(date)s klaar zijn met inburgeren."
    ),
    Kind.ONTZORGEN: _("De gemeente betaalt uw vaste kosten tot en met %(date)s."),
    Kind.BESLISSING_OP_BEZWAAR: _("De gemeente moet uiterlijk op %(date)s antwoorden op uw bezwaar."),
}
"""What a term means for the newcomer, for every kind. The staff's sentence with its articles stands in `deadlines`."""
