"""Who may decide on what: the table of the gemeente, for the functioneel beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.views import staff_page
from cases.views import UNPROCESSABLE, StaffRequest
from contact.enums.mandates import DECIDING_ROLES
from contact.forms.mandates import MandateForm
from contact.selectors.mandates import mandate_lines, mandates_visible_to
from contact.services.mandates import set_mandate
from inburgering.kit.dutch import format_date


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def mandates(request: StaffRequest) -> HttpResponse:
    form = MandateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = set_mandate(gemeente=request.user.gemeente, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"Het mandaat verandert op {format_date(row.valid_from)}.")
            return redirect("mandaten")
    context = {
        "form": form,
        "roles": DECIDING_ROLES,
        "lines": mandate_lines(request.user.gemeente, today=timezone.localdate()),
        "rows": mandates_visible_to(request.user)[:100],
    }
    return render(
        request, "contact/requests/mandates.html", context, status=UNPROCESSABLE if form.errors else 200
    )
