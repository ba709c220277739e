"""Words of a group session."""

from django.db import models


class GroupKind(models.TextChoices):
    INFORMATION = "voorlichting", "Voorlichting"
    PREPARATION = "voorbereiding", "Voorbereiding op de brede intake"
    OTHER = "anders", "Andere bijeenkomst"


class GroupState(models.TextChoices):
    """A decision of people. Whether it has been is derived from its time."""

    CONCEPT = "concept", "Concept"
    PLANNED = "gepland", "Gepland"
    CANCELLED = "afgezegd", "Afgezegd"


NEXT_GROUP_STATES: dict[GroupState, frozenset[GroupState]] = {
    GroupState.CONCEPT: frozenset({GroupState.PLANNED, GroupState.CANCELLED}),
    GroupState.PLANNED: frozenset({GroupState.CANCELLED}),
    GroupState.CANCELLED: frozenset(),
}


class GroupEvent(models.TextChoices):
    """Case events about a group session, in the case of each who was asked."""

    ASKED = "afspraak.groep", "Gevraagd voor een groepsbijeenkomst"
    UNCOVERED = "tolk.groep_zonder", "Groepsbijeenkomst zonder tolk in de eigen taal"
