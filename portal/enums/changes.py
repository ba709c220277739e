"""What can differ between two plans, in the language of the page."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pip_plans.enums import Relief
from portal.enums.content import (
    ALPHABETISATION,
    FURTHER_LEARNING,
    LEVEL_SOURCES,
    PARTICIPATION,
    PATHWAYS,
    RELIEF,
    RELIEF_COSTS,
    STUDY_GOALS,
    STUDY_WITH_BENEFIT,
    SWITCH_GROUNDS,
)
from portal.enums.plan import FACTORS

# By the Dutch label of `pip_plans.rules.changes`, which letters and staff read.
CHANGES: dict[str, Promise] = {
    "Doel": _("Doel"),
    "Afspraak": _("Afspraak"),
    "Leerroute": _("Leerroute"),
    "Gewenste leerroute": _("Gewenste leerroute"),
    "Waarom anders dan de wens": _("Waarom anders dan de wens"),
    "Waarom niet de B1-route": _("Waarom niet de B1-route"),
    "Waarom niet de onderwijsroute": _("Waarom niet de onderwijsroute"),
    "Waarom niet de Z-route": _("Waarom niet de Z-route"),
    "Advies over de leerroute": _("Advies over de leerroute"),
    "Waarom anders dan het advies": _("Waarom anders dan het advies"),
    "Beleid over leeftijd": _("Beleid over leeftijd"),
    "Waar dit beleid staat": _("Waar dit beleid staat"),
    "Niveau": _("Niveau"),
    "Intensiteit": _("Intensiteit"),
    "Leren lezen en schrijven": _("Leren lezen en schrijven"),
    "Mag eerst een opleiding afmaken": _("Mag eerst een opleiding afmaken"),
    "Redenen": _("Redenen"),
    "Uitleg over de leerroute": _("Uitleg over de leerroute"),
    "Uitleg in de eigen taal": _("Uitleg in de eigen taal"),
    "PVT": _("PVT"),
    "MAP": _("MAP"),
    "Mag examen doen op A2": _("Mag examen doen op A2"),
    "Mag examen doen in KNM": _("Mag examen doen in KNM"),
    "Voortgangsgesprekken in een jaar": _("Voortgangsgesprekken in een jaar"),
    "Hulp en begeleiding": _("Hulp en begeleiding"),
    "Voorschoolse educatie": _("Voorschoolse educatie"),
    "Afspraken over meedoen en werk": _("Afspraken over meedoen en werk"),
    "Opvang van de kinderen": _("Opvang van de kinderen"),
    "Meedoen en taal": _("Meedoen en taal"),
    "Wat iemand doet om mee te doen": _("Wat iemand doet om mee te doen"),
    "Uren meedoen in een week": _("Uren meedoen in een week"),
    "Spreekt daar Nederlands": _("Spreekt daar Nederlands"),
    "Waarom niet tegelijk": _("Waarom niet tegelijk"),
    "Bijstandsuitkering": _("Bijstandsuitkering"),
    "Recht op bijstand vanaf": _("Recht op bijstand vanaf"),
    "Plichten bij de uitkering": _("Plichten bij de uitkering"),
    "Vaste kosten (ontzorgen)": _("Vaste kosten (ontzorgen)"),
    "Kosten die de gemeente betaalt": _("Kosten die de gemeente betaalt"),
    "Ontzorgen vanaf": _("Ontzorgen vanaf"),
    "Ontzorgen tot en met": _("Ontzorgen tot en met"),
    "Uitleg bij het ontzorgen": _("Uitleg bij het ontzorgen"),
    "Gewenst taalniveau": _("Gewenst taalniveau"),
    "Taalniveau voor het beroep": _("Taalniveau voor het beroep"),
    "Wie dat niveau noemde": _("Wie dat niveau noemde"),
    "Naam bij dat niveau": _("Naam bij dat niveau"),
    "Doorleren": _("Doorleren"),
    "Uitleg over doorleren": _("Uitleg over doorleren"),
    "Besluit over doorleren uiterlijk op": _("Besluit over doorleren uiterlijk op"),
    "Na de inburgering": _("Na de inburgering"),
    "Beroep of doel": _("Beroep of doel"),
    "Volgende stap": _("Volgende stap"),
    "Wie daarbij helpt": _("Wie daarbij helpt"),
    "Volgende stap op": _("Volgende stap op"),
    "Gewenste opleiding": _("Gewenste opleiding"),
    "Wegen na de route": _("Wegen na de route"),
    "Waarom geen weg na de route": _("Waarom geen weg na de route"),
    "Studeren met behoud van uitkering": _("Studeren met behoud van uitkering"),
    "Uitleg over studeren en uitkering": _("Uitleg over studeren en uitkering"),
    "Waarom er een nieuw plan is": _("Waarom er een nieuw plan is"),
    "Waarom de route mag veranderen": _("Waarom de route mag veranderen"),
    "Uitleg bij een andere route": _("Uitleg bij een andere route"),
    "Wat er al is gedaan": _("Wat er al is gedaan"),
    "Eigen taal": _("Eigen taal"),
    "Document met dit beleid": _("Document met dit beleid"),
    "Vertaling": _("Vertaling"),
}

CHOICES: dict[str, Mapping[Any, Promise]] = {
    "alphabetisation": ALPHABETISATION,
    "benefit": {"ja": _("Ja"), "nee": _("Nee")},
    "factors": FACTORS,
    "further_learning": FURTHER_LEARNING,
    "needed_level_source": LEVEL_SOURCES,
    "participation": PARTICIPATION,
    "pathways": PATHWAYS,
    "relief": RELIEF
    | {
        Relief.VOLLEDIG: _("De gemeente betaalt uw vaste kosten, uit uw uitkering."),
        Relief.DEELS: _("De gemeente betaalt een deel van uw vaste kosten, uit uw uitkering."),
    },
    "relief_costs": RELIEF_COSTS,
    "study_goal": STUDY_GOALS,
    "study_with_benefit": STUDY_WITH_BENEFIT,
    "switch_ground": SWITCH_GROUNDS,
    "wished_leerroute": {"weet_niet": _("U wist nog niet welke route u wilde.")},
}
"""By the name of a field: what each choice says. A way of the gemeente itself, and the name of a route, stay Dutch."""
HOURS = frozenset({"intensity_hours", "pvt_hours", "map_hours", "participation_hours"})
NUMBERS = frozenset({"talks_per_year"})
LEVELS = frozenset({"niveau", "wished_level", "needed_level"})
ROUTES = frozenset({"leerroute", "wished_leerroute"})
