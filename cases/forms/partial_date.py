"""A date of which the day, or the day and the month, may be unknown."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from inburgering.kit.partial_date import PartialDate


class PartialDateWidget(forms.MultiWidget):
    """Day, month and year, each of which may be unknown."""

    use_fieldset = True
    _LABELS = ("Dag", "Maand", "Jaar")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        number = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 2, "size": 2})
        year = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4, "size": 4})
        super().__init__({"dag": number, "maand": number, "jaar": year}, attrs)

    def decompress(self, value: PartialDate | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        parts = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        return format_html_join(
            "",
            '<label class="part" for="{}"><span>{}</span>{}</label>',
            [
                (
                    part["attrs"]["id"],
                    label,
                    widget.render(part["name"], part["value"], part["attrs"], renderer),
                )
                for label, widget, part in zip(self._LABELS, self.widgets, parts, strict=True)
            ],
        )


class PartialDateField(forms.MultiValueField):
    """A `PartialDate`, or None when not even the year is known."""

    widget = PartialDateWidget

    def __init__(self, **kwargs: Any) -> None:
        whole = {"invalid": "Gebruik alleen cijfers."}
        fields = tuple(
            forms.IntegerField(required=False, min_value=0, error_messages=whole) for _ in range(3)
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[int | None]) -> PartialDate | None:
        # A zero is how the BRP writes "unknown".
        day, month, year = (part or None for part in data_list or (None, None, None))
        if year is None:
            if day or month:
                raise ValidationError("Vul het jaar in. Is het jaar onbekend? Laat dan alles leeg.")
            return None
        try:
            return PartialDate(year, month, day)
        except ValueError as error:
            raise ValidationError(str(error)) from error
