"""What the frame and the components need: one field of a form, the menu of staff, initials."""

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template import Context
from django.urls import resolve, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

register = template.Library()

_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input choice__input"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.ClearableFileInput, "file-input"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
]


_PART_LABELS = {"day": gettext_lazy("Dag"), "month": gettext_lazy("Maand"), "year": gettext_lazy("Jaar")}


@dataclass(frozen=True)
class Choice:
    """One radio button or checkbox of a group, or one part of a field with parts."""

    tag: SafeString
    label: str
    id: str


@dataclass(frozen=True)
class Control:
    """What the template must know of a field: `kind` is single, checkbox, group or parts."""

    kind: str
    tag: SafeString
    choices: list[Choice]
    described_by: str
    hint_id: str
    error_id: str


@register.simple_tag
def form_control(field: BoundField, hint: str = "", rows: str = "", described: str = "") -> Control:
    """The widget with the classes of the design system, linked to its hint and its errors."""
    widget = field.field.widget
    hint_id, error_id = f"{field.auto_id}_helptext", f"{field.auto_id}_error"
    linked = [hint_id] if hint or field.help_text else []
    linked += [error_id] if field.errors else []
    linked += [described] if described else []
    described_by = " ".join(linked)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return Control("group", SafeString(""), _choices(field), described_by, hint_id, error_id)
    # No maxlength: a browser cuts off what is pasted, or dictated, without a word. The server says that it is too long.
    attrs: dict[str, Any] = {"class": _class_of(widget, bool(field.errors)), "maxlength": False}
    if described_by:
        attrs["aria-describedby"] = described_by
    if widget.attrs.get("placeholder") == field.label:
        del widget.attrs["placeholder"]  # says what the label says already
    if rows and isinstance(widget, forms.Textarea):
        attrs["rows"] = rows
    if isinstance(widget, forms.DateInput):
        # The native field shows the browser's own way of writing a date and always sends and takes this one.
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    if isinstance(widget, forms.SelectDateWidget | forms.MultiWidget):
        return Control("parts", SafeString(""), _parts(field), described_by, hint_id, error_id)
    kind = "checkbox" if isinstance(widget, forms.CheckboxInput) else "single"
    return Control(kind, field.as_widget(attrs=attrs), [], described_by, hint_id, error_id)


def _choices(field: BoundField) -> list[Choice]:
    radio = isinstance(field.field.widget, forms.RadioSelect)
    kind = "utrecht-radio-button utrecht-radio-button--html-input" if radio else "utrecht-checkbox"
    field.field.widget.attrs["class"] = f"{kind} choice__input"
    return [
        Choice(SafeString(option.tag()), str(option.choice_label), str(option.id_for_label))
        for option in field.subwidgets
    ]


def _parts(field: BoundField) -> list[Choice]:
    """The pieces of a date or another widget of widgets, each with a label of its own."""
    widget = field.field.widget
    context = widget.get_context(
        field.html_name, field.value(), field.build_widget_attrs({"id": field.auto_id})
    )
    labels = getattr(widget, "part_labels", {})
    parts = []
    for part in context["widget"]["subwidgets"]:
        select = "select" in part["template_name"]
        look = (
            "utrecht-select utrecht-select--html-select"
            if select
            else "utrecht-textbox utrecht-textbox--html-input"
        )
        part["attrs"] |= {"class": look + (f" {look.split(maxsplit=1)[0]}--invalid" if field.errors else "")}
        suffix = part["name"].rpartition("_")[2]
        label = labels.get(suffix) or _PART_LABELS.get(suffix, suffix)
        tag = SafeString(field.form.renderer.render(part["template_name"], {"widget": part}))
        parts.append(Choice(tag, str(label), part["attrs"]["id"]))
    return parts


def _class_of(widget: forms.Widget, invalid: bool) -> str:
    classes = next(classes for kind, classes in _CLASSES if isinstance(widget, kind))
    return f"{classes} {classes.split()[0]}--invalid" if invalid else classes


# Name of the page, label and icon.
MENU = [
    ("werkvoorraad", "Werkvoorraad", "checklist"),
    ("verzoeken", "Verzoeken", "message"),
    ("agenda", "Mijn agenda", "calendar-event"),
    ("zoeken", "Zoeken", "search"),
    ("dossier-nieuw", "Nieuw dossier", "folder-plus"),
    ("berichten", "Berichten", "send"),
    ("ketenberichten", "Ketenberichten", "switch-horizontal"),
    ("pip-goedkeuren", "Goedkeuren", "gavel"),
    ("bezwaren", "Bezwaren", "speakerphone"),
    ("pip-plannen", "Plannen van het team", "road"),
    ("pip-wachttijden", "Wachttijden", "hourglass"),
    ("pip-toets", "Uitslagen van de toets", "clipboard-check"),
    ("intake-herhaald", "Herhaalde stappen", "history"),
    ("logboek", "Logboek", "eye"),
    ("tolken", "Tolken", "language"),
    ("gelijkgestelde-dagen", "Gelijkgestelde dagen", "calendar-event"),
    ("toezeggingen", "Toezeggingen", "clock"),
    ("briefteksten", "Tekst van de beschikking", "file-text"),
    ("pip-leestijd", "Leestijd concept-PIP", "hourglass"),
    ("pip-vooruit", "Voor op schema", "hourglass"),
    ("pip-wegen", "Wegen na de route", "route"),
    ("voorbereidingstijd", "Tijd om voor te bereiden", "hourglass"),
    ("opnamen", "Opnamen van het pakket", "microphone"),
    ("pip-criteria-beheer", "Criteria onderwijsroute", "list-check"),
    ("pip-jongeren", "Jongeren in de Z-route", "users"),
    ("toetsversies", "Versies van de toets", "clipboard-check"),
    ("mandaten", "Mandaat", "gavel"),
    ("api-tokens", "API-tokens", "key"),
]


@dataclass(frozen=True)
class MenuItem:
    """One line of the menu."""

    href: str
    label: str
    icon: str
    is_current: bool


@register.simple_tag(takes_context=True)
def staff_menu(context: Context) -> list[MenuItem]:
    """The pages that this user's roles may open: the views themselves say for whom they are (`staff_page`)."""
    path = context["request"].path
    roles = frozenset(context.get("roles") or ())
    items = []
    for name, label, icon in MENU:
        href = reverse(name)
        if roles & frozenset(getattr(resolve(href).func, "allowed_roles", ())):
            current = path == href or (href != "/" and path.startswith(href))
            items.append(MenuItem(href, label, icon, current))
    return items


@register.filter
def initials(name: str) -> str:
    """Two letters for the round sign beside a name: first and last word."""
    words = [word for word in str(name).split() if word[:1].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
