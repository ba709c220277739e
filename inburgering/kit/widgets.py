"""A box for text of more than one line."""

from collections.abc import Mapping
from typing import Any

from django import forms


class Textarea(forms.Textarea):
    """A browser sends each end of a line as two signs: it is kept, and counts for the longest that fits, as one."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
