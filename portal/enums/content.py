"""What a plan says about money, taking part and what comes after, in plain words for the newcomer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pip_plans.enums import FurtherLearning, LevelSource, Participation, Relief, ReliefCost, StudyWithBenefit

FURTHER_LEARNING: dict[str, Promise] = {
    FurtherLearning.TOEGEZEGD: _("Ja, u mag verder leren. De gemeente regelt daarna lessen voor u."),
    FurtherLearning.BELEID: _("Nee. De regels van de gemeente staan dit nu niet toe."),
    FurtherLearning.GEEN_AANBOD: _("Nee. Er is nu geen cursus op dat niveau. Het is niet verboden."),
    FurtherLearning.GEEN_BUDGET: _("Nee. De gemeente heeft hier nu geen geld voor. Het is niet verboden."),
    FurtherLearning.NIET_BESLIST: _("De gemeente heeft nog niet besloten of u verder mag leren."),
}
LEVEL_SOURCES: dict[str, Promise] = {
    LevelSource.WERKGEVER: _("Uw werkgever zegt dat."),
    LevelSource.WERKCOACH: _("Uw werkcoach zegt dat."),
    LevelSource.WET: _("Dat staat in de wet."),
    LevelSource.OPLEIDING: _("Uw school zegt dat."),
    LevelSource.DOCENT: _("Uw docent zegt dat."),
    LevelSource.NIEUWKOMER: _("U zei dat zelf."),
}
PARTICIPATION: dict[str, Promise] = {
    Participation.TEGELIJK: _("U leert de taal en u doet tegelijk mee."),
    Participation.NIET_TEGELIJK: _("U leert eerst de taal. Meedoen komt later."),
}
RELIEF: dict[str, Promise] = {
    Relief.VOLLEDIG: _("De gemeente betaalt deze kosten voor u, uit uw uitkering:"),
    Relief.DEELS: _("De gemeente betaalt deze kosten voor u, uit uw uitkering. De rest betaalt u zelf:"),
    Relief.VOLGEN: _("U betaalt uw vaste kosten zelf. De gemeente kijkt met u mee."),
    Relief.NIET: _("U betaalt uw vaste kosten zelf."),
}
RELIEF_COSTS: dict[str, Promise] = {
    ReliefCost.HUUR: _("Huur"),
    ReliefCost.GAS: _("Gas"),
    ReliefCost.WATER: _("Water"),
    ReliefCost.STROOM: _("Stroom"),
    ReliefCost.ZORGVERZEKERING: _("Zorgverzekering"),
}
STUDY_WITH_BENEFIT: dict[str, Promise] = {
    StudyWithBenefit.JA: _("Ja, u mag studeren en uw uitkering houden."),
    StudyWithBenefit.NEE: _("Nee, studeren met een uitkering mag niet."),
}
PATHWAYS: dict[str, Promise] = {
    "Mbo-opleiding op school (bol)": _("Een beroep leren op school, met stages (mbo-bol)"),
    "Mbo-opleiding met werk (bbl)": _("Werken en een beroep leren tegelijk (mbo-bbl)"),
    "Leerwerktraject bij een werkgever": _("Het vak leren bij een werkgever, met hulp bij de taal"),
    "Schakeljaar voor hbo of universiteit": _("Een jaar om u voor te bereiden op hbo of universiteit"),
    "Hbo-opleiding": _("Een opleiding op een hogeschool (hbo)"),
    "Universiteit": _("Studeren aan een universiteit"),
    "Taalcursus naar B2": _("Verder Nederlands leren tot B2"),
    "Betaald werk": _("Betaald werk"),
    "Vrijwilligerswerk of werkervaringsplek": _("Vrijwilligerswerk of ervaring opdoen"),
    "Eigen bedrijf beginnen": _("Een eigen bedrijf beginnen"),
}
"""The ways that exist everywhere; those of the gemeente itself stand in Dutch."""
