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
from pip_plans.api.advice import KeepAdvice, ReadAdvice, ReadWait, RecordFirstLesson
from pip_plans.api.approvals import AskApproval, OpenApprovals, ReadApprovals
from pip_plans.api.criteria import (
    EndCriterion,
    JudgeCriterion,
    PublishCriterion,
    PublishedCriteria,
    ReadCriteria,
)
from pip_plans.api.objections import Objections, RegisterObjection

__all__ = [
    "AddAgreement",
    "AddGoal",
    "AskApproval",
    "EndCriterion",
    "EstablishPip",
    "JudgeCriterion",
    "KeepAdvice",
    "Objections",
    "OpenApprovals",
    "PublishCriterion",
    "PublishedCriteria",
    "ReadAdvice",
    "ReadApprovals",
    "ReadCriteria",
    "ReadPip",
    "ReadWait",
    "RecordFirstLesson",
    "RecordNeededLevel",
    "RegisterObjection",
    "Respond",
    "ShareConcept",
    "StartConcept",
    "UpdateConcept",
]
