"""What a plan says by choosing from a list, in plain words for the newcomer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pip_plans.enums import (
    Alphabetisation,
    FurtherLearning,
    LevelSource,
    Participation,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
    SwitchGround,
)

ALPHABETISATION: dict[str, Promise] = {
    Alphabetisation.A: _("U leert voor het eerst lezen en schrijven."),
    Alphabetisation.AA: _(
        "U kunt al lezen in een ander schrift. U leert lezen en schrijven met onze letters."
    ),
    Alphabetisation.NVT: _("U hebt hier geen aparte lessen voor nodig."),
}
SWITCH_GROUNDS: dict[str, Promise] = {
    SwitchGround.ONVOLDOENDE: _("Leren gaat minder snel dan verwacht."),
    SwitchGround.GROTER: _("Leren gaat sneller dan verwacht."),
    SwitchGround.OPLEIDING: _("U mocht eerst een opleiding afmaken."),
    SwitchGround.BIJZONDER: _("Uw situatie is bijzonder."),
}
STUDY_GOALS: dict[str, Promise] = {
    StudyGoal.GEEN: _("U wilt geen opleiding doen."),
    StudyGoal.MBO: _("U wilt een opleiding doen op het mbo."),
    StudyGoal.HBO: _("U wilt een opleiding doen op het hbo."),
    StudyGoal.WO: _("U wilt studeren aan een universiteit."),
    StudyGoal.WEET_NIET: _("U weet nog niet of u een opleiding wilt doen."),
}
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
    StudyWithBenefit.NIET_NODIG: _("U hebt geen uitkering. Voor een studie hoeft u dus niets te vragen."),
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
