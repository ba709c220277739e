"""A refusal with all reasons at once, each with the field that it is about as its code."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from contact.rules.appointments import Obstacle


def refuse(obstacles: Sequence[Obstacle]) -> None:
    """Raises ValidationError when there is an obstacle."""
    if obstacles:
        raise ValidationError([ValidationError(sentence, code=field) for sentence, field in obstacles])
