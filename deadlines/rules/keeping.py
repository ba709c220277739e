"""Whether the inburgeringsplicht ended with a dossier: from then on its data may be kept five more years."""

DEATH = "Overleden"
# Reasons to close a dossier with which the plicht ends too. Who moves takes it along, and who leaves Nederland keeps
# it for a year (Besluit inburgering 2021, artikel 2.1).
PLICHT_ENDS = ("Inburgeringsplicht vervuld", "Vrijgesteld of ontheven", "Geen inburgeringsplicht meer", DEATH)


def ends_plicht(reason: str) -> bool:
    return reason.startswith(PLICHT_ENDS)


def is_death(reason: str) -> bool:
    return reason.startswith(DEATH)
