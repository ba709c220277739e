from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contact.enums.appointments import CancelReason, Mode, Place, Purpose

PURPOSES: dict[Purpose, Promise] = {
    Purpose.KENNISMAKING: _("Kennismaken met uw klantmanager"),
    Purpose.BREDE_INTAKE: _("Brede intake: praten over wat u kunt en wat u wilt"),
    Purpose.LBT: _("Leerbaarheidstoets: een toets over hoe u leert"),
    Purpose.PIP_GESPREK: _("Gesprek over uw plan"),
    Purpose.VOORTGANGSGESPREK: _("Gesprek over hoe het met u gaat"),
    Purpose.GROEP: _("Bijeenkomst met een groep"),
    Purpose.OVERIG: _("Gesprek met de gemeente"),
}

MODES: dict[Mode, tuple[str, Promise]] = {
    Mode.LIVE: ("users", _("U praat met elkaar op dezelfde plek")),
    Mode.PHONE: ("phone", _("De gemeente belt u op")),
    Mode.VIDEO: ("device-mobile", _("Videobellen")),
}
"""Picture and words of the way of talking."""

PLACES: dict[Place, Promise] = {
    Place.GEMEENTEHUIS: _("Gemeentehuis"),
    Place.SCHOOL: _("School"),
    Place.BIBLIOTHEEK: _("Bibliotheek"),
    Place.THUIS: _("Bij u thuis"),
    Place.ANDERS: _("Een andere plek"),
}

CANCEL_REASONS: dict[CancelReason, Promise] = {
    CancelReason.ZIEK: _("Ik ben ziek"),
    CancelReason.WERK_OF_LES: _("Ik heb werk of les"),
    CancelReason.KINDEREN: _("Ik heb geen opvang voor mijn kinderen"),
    CancelReason.VERVOER: _("Ik kan er niet komen"),
    CancelReason.TIJD: _("De dag of de tijd past niet"),
    CancelReason.GEEN_TOLK: _("Er is geen tolk"),
    CancelReason.MEDEWERKER: _("De medewerker kan niet"),
    CancelReason.ANDERS: _("Iets anders"),
    CancelReason.DOSSIER_GESLOTEN: _("Uw dossier is gesloten"),
}


class Tolk(models.TextChoices):
    """How it stands with an interpreter, as far as the newcomer needs to know."""

    COMES = "komt", _("Er komt een tolk bij het gesprek.")
    PHONES = "belt", _("Een tolk vertaalt via de telefoon.")
    ARRANGING = "regelen", _("De gemeente regelt nog een tolk.")
    SHARED_LANGUAGE = "eigen-taal", _("U praat samen in een taal die u allebei spreekt.")
    WITHOUT = "zonder", _("Er is geen tolk bij dit gesprek.")
