"""Parts that must run say that they do."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from deadlines.enums import Part
from deadlines.models import Heartbeat


def beat(*, part: Part, figures: Mapping[str, Any] | None = None) -> None:
    """Keeps the moment, and the figures of what the part just did."""
    Heartbeat.objects.update_or_create(
        part=part, defaults={"at": timezone.now(), "figures": dict(figures or {})}
    )
