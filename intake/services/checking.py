"""What every row is asked before it is kept: text that can be kept, and all faults in sentences at once."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from intake.rules import AnswerError, clean_text


def cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields with their text as it is kept. Raises ValidationError."""
    try:
        return {
            name: clean_text(value).strip() if isinstance(value, str) else value
            for name, value in fields.items()
        }
    except AnswerError as error:
        raise ValidationError(str(error)) from error


def faults_of(row: models.Model) -> list[str]:
    """What its fields and constraints refuse, each with the name of the field in front."""
    try:
        row.full_clean(exclude=["case", "by"])
    except ValidationError as error:
        return [
            message if name == NON_FIELD_ERRORS else f"{_label(row, name)}: {message}"
            for name, messages in error.message_dict.items()
            for message in messages
        ]
    return []


def _label(row: models.Model, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name)).capitalize()  # noqa: SLF001
