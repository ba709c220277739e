"""How long the gemeente gives itself, for the functioneel beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.enums import Role
from accounts.views import staff_page
from cases.views import UNPROCESSABLE, sent
from deadlines import services
from deadlines.forms import PromiseForm
from deadlines.rules import PROMISES
from deadlines.selectors import delivery, promise_settings
from inburgering.kit.dutch import format_date


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def promises(request: HttpRequest) -> HttpResponse:
    """Every promise with its default and what this gemeente chose; the form sets a length from a day on.

    Here also stands when figures go to the CBS: a term of the gemeente, and of no dossier.
    """
    gemeente = request.user.gemeente
    form = PromiseForm(sent(request), kinds=[promise.kind for promise in PROMISES])
    if form.is_valid():
        try:
            row = services.set_promise_term(gemeente=gemeente, by=request.user, **form.setting)
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
        else:
            day = format_date(row.valid_from, weekday=False)
            messages.success(request, f"‘{row.get_kind_display()}’ is {row.length} vanaf {day}.")
            return redirect("toezeggingen")
    today = timezone.localdate()
    context = {
        "settings": promise_settings(gemeente, on=today),
        "delivery": delivery(today=today),
        "form": form,
    }
    return render(request, "deadlines/promises.html", context, status=UNPROCESSABLE if form.errors else 200)
