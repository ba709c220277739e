"""Long texts with an end."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models

from inburgering.kit.typed import typed


class _TypedText(models.TextField):
    """For the database and its migrations a TextField like any other."""

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        return typed(found) if isinstance(found, str) else found

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


def long_text(label: str, most: int, **options: Any) -> "models.TextField[str, str]":
    """Django holds only a form to `max_length` of a TextField; this holds everybody to it who checks the row. Signs that
    nobody sees are no text.
    """
    return _TypedText(label, max_length=most, validators=[MaxLengthValidator(most)], **options)
