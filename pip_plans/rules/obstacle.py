"""What a rule says when something can't be done yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Obstacle:
    """A sentence that the klantmanager can act on, and the field on the screen where that is done."""

    field: str
    sentence: str
