"""What somebody sent from a page of a concept that is no concept any more: nothing of it is written, nothing is lost."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans.forms import (
    AgePolicyForm,
    AgreementForm,
    AnswerForm,
    AskForm,
    CommentForm,
    GoalForm,
    PlanForm,
    ResponseForm,
)
from pip_plans.models import PipVersion
from pip_plans.selectors import current_version
from pip_plans.views.shared import EDITORS, UNPROCESSABLE, GoneError

ConceptView = Callable[..., HttpResponse]

_FORMS = (AgePolicyForm, CommentForm, AgreementForm, GoalForm, AnswerForm, AskForm, ResponseForm, PlanForm)
_FIELDS: dict[str, forms.Field] = {name: field for form in _FORMS for name, field in form.base_fields.items()}
_MADE_FOR_EACH = {"voorwaarde": "Uw reactie op een voorwaarde", "own": "Hetzelfde in de eigen taal"}
"""Fields that are made for each condition or remark of the newcomer: `voorwaarde-12`, `opmerking-12-own`."""
SENTENCE = "Dit concept is intussen vastgesteld of verwijderd. Hieronder staat wat u typte. Neem het over als het nog nodig is."


def concept_page(view: ConceptView) -> ConceptView:
    """A page for who may change the concept. Was the concept established or thrown away since the page was opened, then
    what was sent is shown back; who typed nothing, as with a second click, goes to the PIP as it is now.
    """

    @staff_page(*EDITORS)
    @wraps(view)
    def wrapped(request: StaffRequest, case_id: int, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, case_id, *args, **kwargs)
        except (GoneError, PipVersion.DoesNotExist):
            return _gone(request, case_id)

    return wrapped


def _gone(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    if words := _words(request.POST):
        context = {"case": case, "tab": "pip", "sentence": SENTENCE, "words": words}
        return render(request, "pip_plans/gone.html", context, status=UNPROCESSABLE)
    now = current_version(case)
    holds = f"PIP versie {now.number} geldt nu." if now else "Er is geen concept meer."
    messages.info(request, f"Dit concept is al vastgesteld of verwijderd. {holds}")
    return redirect("pip", case_id)


def typed_in(form: forms.Form) -> list[tuple[str, str]]:
    """What somebody typed in a form that has no place on the page any more, each with the label of its field."""
    if not form.is_bound:
        return []
    texts = [field for field in form if isinstance(field.field, forms.CharField) and not field.is_hidden]
    return [(str(field.label), str(field.value())) for field in texts if str(field.value() or "").strip()]


def _words(sent: QueryDict) -> list[tuple[str, str]]:
    """What somebody typed, each with the label of its field; choices and days are quickly made again."""
    found = []
    for name, value in sent.items():
        parts = name.split("-")
        field = _FIELDS.get(parts[-1])
        if made_for := [part for part in parts if part in _MADE_FOR_EACH]:
            label = _MADE_FOR_EACH[made_for[0]]
        elif isinstance(field, forms.CharField) and not field.widget.is_hidden:
            label = str(field.label)
        else:
            continue
        if str(value).strip():
            found.append((label, str(value)))
    return found
