"""The head of each dossier page: who this is, who guides, and the tabs."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from accounts.enums import Act
from cases.enums import AssignmentKind
from cases.models import Assignment, Case
from cases.rules.languages import dutch_name
from cases.selectors import may_edit

register = template.Library()

# URL names of the pages behind the tabs; each is left out as long as its page isn't there.
_TABS = [
    ("dossier", "Overzicht", "user"),
    ("intake", "Intake", "messages"),
    ("pip", "PIP", "road"),
    ("dossier-contact", "Contact", "message-circle"),
    ("termijnen", "Termijnen", "calendar-due"),
    ("dossier-documenten", "Documenten", "paperclip"),
    ("dossier-ketenberichten", "Ketenberichten", "switch-horizontal"),
    ("dossier-logboek", "Logboek", "history"),
]


@register.inclusion_tag("cases/_header.html", takes_context=True)
def dossier_header(context: dict[str, Any], case: Case) -> dict[str, Any]:
    """Name, number, group, languages and guides of a case; the acts only for who may change it."""
    active: list[Assignment] | None = getattr(case, "active_assignments", None)
    if active is None:
        active = list(case.assignments.filter(ends_at=None).select_related("user"))
    user = context["request"].user
    return {
        "case": case,
        "person": case.person,
        "klantmanager": next((a.user for a in active if a.kind == AssignmentKind.KLANTMANAGER), None),
        "substitutes": [a.user for a in active if a.kind == AssignmentKind.VERVANGER],
        "may_edit": context["may_edit"] if "may_edit" in context else may_edit(user, case),
    }


@register.inclusion_tag("cases/_tabs.html", takes_context=True)
def dossier_tabs(context: dict[str, Any], case: Case) -> dict[str, Any]:
    """The tabs; the current one is `tab` in the context (a URL name), or the one whose address the page stands under."""
    path = context["request"].path
    tabs: list[dict[str, Any]] = []
    for name, label, icon in _TABS:
        try:
            tabs.append({"name": name, "label": label, "icon": icon, "href": reverse(name, args=[case.pk])})
        except NoReverseMatch:
            continue
    under = [tab for tab in tabs if path.startswith(tab["href"])]
    current = context.get("tab") or max(under, key=lambda tab: len(tab["href"]), default={"name": ""})["name"]
    for tab in tabs:
        tab["is_current"] = tab["name"] == current
    return {"tabs": tabs}


@register.filter
def taal(code: str) -> str:
    """The Dutch name of a language code: `ti` → Tigrinya."""
    return dutch_name(code)


@register.filter
def handeling(act: str) -> str:
    """What the access log calls a look: `gelezen` → Dossier bekeken."""
    return dict(Act.choices).get(act, act)


# By the first part of an event's kind.
_ICONS = {
    "dossier": "folder",
    "intake": "messages",
    "pip": "road",
    "termijn": "calendar-due",
    "duo": "switch-horizontal",
    "afspraak": "calendar-event",
    "tolk": "language",
    "bericht": "mail",
    "verzoek": "message",
}
_TROUBLE = ("geweigerd", "mislukt")


@register.filter
def icoon(kind: str) -> str:
    """The icon of an event: `duo.pip_geweigerd` → switch-horizontal."""
    return _ICONS.get(kind.partition(".")[0], "circle")


@register.filter
def toon(kind: str) -> str:
    """How an event stands out in a timeline: `error` for what went wrong, else nothing."""
    return "error" if kind.endswith(_TROUBLE) else ""
