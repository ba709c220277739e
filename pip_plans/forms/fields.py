"""Fields that the forms of a plan share: their limits and labels are those of the database."""

from datetime import date
from typing import cast

from django import forms
from django.db.models import TextField

from cases.enums import Language
from inburgering.kit.widgets import Textarea
from pip_plans.models import PipVersion, label_of

EARLIEST, LATEST = date(2022, 1, 1), date(2099, 12, 31)
LANGUAGES = [("", "Kies een taal"), *sorted(Language.choices, key=lambda choice: str(choice[1]))]


class LawYears(forms.DateField):
    """A date in the years that the law knows; others are typing errors."""

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= LATEST:
            raise forms.ValidationError("Deze datum kan niet. Kijk het jaar na.")


def area(rows: int) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


def text(name: str, *, help_text: str = "", required: bool = False) -> forms.CharField:
    field = cast("TextField[str, str]", PipVersion._meta.get_field(name))  # noqa: SLF001 - Django's own way to a field
    return forms.CharField(
        label=label_of(name), max_length=field.max_length, required=required, help_text=help_text,
        widget=area(4),
    )  # fmt: skip
