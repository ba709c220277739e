from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pip_plans.enums import Factor, Leerroute, Owner
from portal.enums.words import Word

ROUTES: dict[Leerroute, Word] = {
    Leerroute.B: Word.B1_ROUTE,
    Leerroute.O: Word.ONDERWIJSROUTE,
    Leerroute.Z: Word.Z_ROUTE,
}

FACTORS: dict[Factor, Promise] = {
    Factor.WENS: _("wat u zelf wilt"),
    Factor.DOELEN: _("uw doelen voor werk, studie en leven"),
    Factor.OPLEIDING: _("de opleiding die u hebt gedaan"),
    Factor.WERK: _("uw werk en wat u kunt"),
    Factor.TAALNIVEAU: _("hoeveel Nederlands u nu al kent"),
    Factor.LEERERVARING: _("hoe leren eerder voor u ging"),
    Factor.LEZEN_SCHRIJVEN: _("lezen en schrijven"),
    Factor.VOORINBURGERING: _("wat u al leerde in de opvang"),
    Factor.GEZONDHEID: _("uw gezondheid en energie"),
    Factor.GEZIN: _("uw gezin en de zorg voor anderen"),
    Factor.LEEFTIJDSBELEID: _("beleid van de gemeente over leeftijd: dat staat niet in de wet"),
    Factor.TOETS: _("de leerbaarheidstoets: een advies, geen besluit"),
}
"""What the route was chosen on, as the newcomer reads it."""

OWNERS: dict[Owner, Promise] = {
    Owner.NIEUWKOMER: _("U"),
    Owner.GEMEENTE: _("De gemeente"),
    Owner.AANBIEDER: _("De school"),
    Owner.ANDERS: _("Iemand anders"),
}
"""Who does what was agreed, as the newcomer reads it."""
