"""Notes of a case."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.views import staff_page
from cases.forms import NoteForm
from cases.selectors import CASE_ROLES, may_edit
from cases.services import add_note
from cases.views.frame import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403


@staff_page(*CASE_ROLES)
def notes(request: StaffRequest, case_id: int) -> HttpResponse:
    """All notes. Who guides the case adds one, here or on the overview."""
    post = request.method == "POST"
    case = (editable_dossier_or_403 if post else dossier_or_404)(request, case_id)
    form = NoteForm(request.POST or None)
    if post and form.is_valid():
        try:
            add_note(case=case, text=form.cleaned_data["text"], by=request.user)
        except ValidationError as refusal:
            form.add_error("text", refusal.messages)
        else:
            messages.success(request, "De notitie is opgeslagen.")
            return redirect("dossier", case.pk)
    context = {
        "case": case,
        "form": form,
        "notes": case.notes.select_related("by")[:200],
        "may_edit": may_edit(request.user, case),
        "tab": "dossier",
    }
    return render(request, "cases/notes.html", context, status=UNPROCESSABLE if form.errors else 200)
