"""What somebody may choose from."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet


def offer(fields: Mapping[str, Any], name: str, rows: QuerySet[Any]) -> None:
    """Only these rows can be chosen in this field of a form or a serializer; any other is refused as unknown."""
    fields[name].queryset = rows
