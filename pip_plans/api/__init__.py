"""Acts on a PIP for other systems: the same services and rights as the pages, one class an act."""

from pip_plans.api.acts import (
    AddAgreement,
    AddGoal,
    EstablishPip,
    ReadPip,
    Respond,
    ShareConcept,
    StartConcept,
    UpdateConcept,
)

__all__ = [
    "AddAgreement",
    "AddGoal",
    "EstablishPip",
    "ReadPip",
    "Respond",
    "ShareConcept",
    "StartConcept",
    "UpdateConcept",
]
