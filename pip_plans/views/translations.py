"""The texts of a concept in the newcomer's own language: each beside its Dutch, and each keeps itself."""

import json

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from inburgering.kit.conflicts import mark_of
from pip_plans import services
from pip_plans.forms import TranslationsForm
from pip_plans.forms.translations import seen_name
from pip_plans.models import PipVersion
from pip_plans.rules.translations import TEXTS, text_of, texts_to_translate
from pip_plans.selectors import concept_of
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import (
    EDITORS,
    GONE,
    UNPROCESSABLE,
    editable_concept,
    is_of_another_version,
    kept_now,
    not_kept,
)


@require_http_methods(["GET", "POST"])
@concept_page
def translations(request: StaffRequest, case_id: int) -> HttpResponse:
    """All of them on one page; the button keeps what was changed, also without JavaScript."""
    case, concept = editable_concept(request, case_id)
    texts = texts_to_translate(concept.as_plan)
    form = TranslationsForm(request.POST if request.method == "POST" else None, texts=texts)
    if request.method == "POST" and form.is_valid() and _keep(request, concept, form):
        messages.success(request, "De vertalingen zijn opgeslagen.")
        return redirect("pip-vertalingen", case_id)
    if form.errors:
        form.show_what_stands()
    agreements = concept.agreements.all()
    context = {
        "case": case,
        "tab": "pip",
        "concept": concept,
        "form": form,
        "rows": [(row, _extra(concept, row.source, row.seen)) for row in form.rows],
        "open": [row for row in form.rows if not row.text.is_translated],
        "translated": sum(one.is_translated for one in texts),
        "agreements_translated": sum(one.is_translated for one in agreements),
    }
    return render(
        request, "pip_plans/translations.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_POST
@staff_page(*EDITORS)
def save_translation(request: StaffRequest, case_id: int) -> HttpResponse:
    """Keeps one translation while somebody types: 204, or one sentence why not."""
    concept = concept_of(editable_dossier_or_403(request, case_id, Act.READ_PIP))
    if concept is None or is_of_another_version(request, concept):
        return not_kept(GONE)
    name = request.POST.get("autosave_field", "")
    if name not in TEXTS:
        return not_kept("Dit veld bestaat niet.")
    form = TranslationsForm(request.POST, texts=[text_of(concept.as_plan, name)])
    if form.is_valid() and _keep(request, concept, form):
        return kept_now({seen_name(name): mark_of(form.cleaned_data[name])})
    return not_kept(next(iter(form.errors.values()))[0])


def _keep(request: StaffRequest, concept: PipVersion, form: TranslationsForm) -> bool:
    try:
        if form.changed:
            services.save_translations(version=concept, translations=form.changed, by=request.user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True


def _extra(concept: PipVersion, *hidden: BoundField) -> str:
    """What goes along when this field keeps itself: of which version it is, which Dutch text lay beside it, and which
    translation stood there.
    """
    return json.dumps({"versie": str(concept.number)} | {field.html_name: field.value() for field in hidden})
