"""The form of each list of the intake, made of its model."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.db import transaction

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case, Document
from cases.selectors import documents_visible_to
from cases.services import Upload, add_document
from inburgering.kit.widgets import Textarea
from intake.enums import Weekday
from intake.models import ENTRY_MODELS, Entry

_MOST_RADIOS = 7
_LONG = 500


class EntryForm(forms.ModelForm):
    """A document is chosen from the dossier, or added to it here: once, whatever it proves later."""

    use_required_attribute = False
    document_fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, case: Case, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.by = case, by
        self.instance.case = case
        for name, field in list(self.fields.items()):
            field.label = str(field.label).capitalize()
            if isinstance(field, forms.ModelChoiceField):
                self._offer_documents(name, field)
            elif isinstance(field, forms.TypedChoiceField):
                as_radios(field)
        if "weekdays" in self.fields:
            self.fields["weekdays"] = forms.TypedMultipleChoiceField(
                label="Dagen", choices=Weekday, coerce=int, widget=forms.CheckboxSelectMultiple
            )

    def _offer_documents(self, name: str, field: Any) -> None:
        field.queryset = documents_visible_to(self.by).filter(case=self.case)
        field.empty_label = "Geen document"
        self.fields[f"{name}_file"] = forms.FileField(
            label=f"{field.label} toevoegen", required=False, help_text="PDF, JPEG of PNG, hoogstens 10 MB."
        )

    @transaction.atomic
    def save_with(self, act: Callable[..., Entry]) -> Entry:
        """Adds the files to the dossier and does the act. Raises ValidationError, at the field when it is about a file."""
        fields = {name: self.cleaned_data[name] for name in self.fields if not name.endswith("_file")}
        for name in [name for name in fields if f"{name}_file" in self.fields]:
            if file := self.cleaned_data[f"{name}_file"]:
                fields[name] = self._added(name, file)
        return act(**fields)

    def _added(self, name: str, file: Any) -> Document:
        title, upload = str(self.fields[name].label).split(" ")[0], Upload.of(file)
        try:
            return add_document(
                case=self.case, title=f"{title} ({file.name[-120:]})", kind=DocumentKind.BEWIJS, filename=upload.filename,
                content=upload.content, by=self.by,
            )  # fmt: skip
        except forms.ValidationError as refusal:
            raise forms.ValidationError({f"{name}_file": refusal.messages}) from refusal


def as_radios(field: forms.TypedChoiceField) -> None:
    """Few choices stand in sight; what needn't be answered can be left out again."""
    offered: Any = field.choices
    choices = [(value, label) for value, label in offered if value not in ("", None)]
    if not field.required:
        choices.insert(0, ("", "Niet bekend"))
    if len(choices) <= _MOST_RADIOS:
        field.widget = forms.RadioSelect()
    else:
        choices = [*([("", "Kies")] if field.required else []), *choices]
    field.choices = choices


_WIDGETS: dict[type[forms.Field], Callable[[], forms.Widget]] = {
    forms.DateField: forms.DateInput,
    forms.TimeField: lambda: forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
}


def plain_field(field: Any, **kwargs: Any) -> Any:
    if getattr(field, "max_length", None) and not field.choices:
        long = field.max_length >= _LONG
        attrs = {"dir": "auto"} | ({"rows": 3} if long else {})
        kwargs["widget"] = Textarea(attrs=attrs) if long else forms.TextInput(attrs=attrs)
    found = field.formfield(**kwargs)
    if made := _WIDGETS.get(type(found)):
        found.widget = made()
    return found


ENTRY_FORMS: dict[str, Any] = {
    key: forms.modelform_factory(
        model, form=EntryForm, exclude=["case", "by", "at"], formfield_callback=plain_field
    )
    for key, model in ENTRY_MODELS.items()
}


class RemoveEntryForm(forms.Form):
    reason = forms.CharField(
        label="Waarom haalt u dit weg?", max_length=500, widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Het blijft bewaard in de geschiedenis.",
    )  # fmt: skip
