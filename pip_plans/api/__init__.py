"""Acts on a PIP for other systems: the same services and rights as the pages, one class an act."""

from pip_plans.api.acts import (
    AddAgreement,
    AddGoal,
    EstablishPip,
    ReadPip,
    RecordNeededLevel,
    Respond,
    ShareConcept,
    StartConcept,
    UpdateConcept,
)
from pip_plans.api.objections import Objections, RegisterObjection

__all__ = [
    "AddAgreement",
    "AddGoal",
    "EstablishPip",
    "Objections",
    "ReadPip",
    "RecordNeededLevel",
    "RegisterObjection",
    "Respond",
    "ShareConcept",
    "StartConcept",
    "UpdateConcept",
]
