"""Terms for other systems: those of a dossier, any computation from facts, and the information that a PIP waits for."""

from deadlines.api.acts import AskThirdParty, ListTermijnen, ReceiveFromThirdParty, WithdrawRequest
from deadlines.api.computing import ComputationIn, ComputeTermijn
from deadlines.api.shapes import OutcomeOut

__all__ = [
    "AskThirdParty",
    "ComputationIn",
    "ComputeTermijn",
    "ListTermijnen",
    "OutcomeOut",
    "ReceiveFromThirdParty",
    "WithdrawRequest",
]
