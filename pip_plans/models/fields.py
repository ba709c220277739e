"""Long texts with an end."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models


def long_text(label: str, most: int, **options: Any) -> "models.TextField[str, str]":
    """Django holds only a form to `max_length` of a TextField; this holds everybody to it who checks the row."""
    return models.TextField(label, max_length=most, validators=[MaxLengthValidator(most)], **options)
