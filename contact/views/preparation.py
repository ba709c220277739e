"""The preparation pack of the brede intake: send it, and choose how early it must be there."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.views import UNPROCESSABLE, StaffRequest, acted, editable_dossier_or_403, sent
from contact.forms.preparation import PackPeriodForm, SendPackForm
from contact.rules.preparation import first_talk_day, pack_norm
from contact.selectors.preparation import pack_days, pack_of, pack_periods_of
from contact.services.preparation import send_pack, set_pack_period
from contact.views.appointments import EDITORS, tell


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def pack(request: StaffRequest, case_id: int) -> HttpResponse:
    """Before there is a day for the talk: the earlier it goes out, the earlier the talk can be."""
    case = editable_dossier_or_403(request, case_id)
    form = SendPackForm(sent(request))
    if request.method == "POST" and form.is_valid() and tell(
        form, lambda: send_pack(case=case, by=request.user, **form.cleaned_data)
    ):  # fmt: skip
        messages.success(request, "Het voorbereidingspakket is verstuurd.")
        return redirect("dossier-contact", case.pk)
    today = timezone.localdate()
    days = pack_days(case.gemeente, today)
    context = {
        "case": case, "tab": "dossier-contact", "form": form, "pack": pack_of(case), "days": days,
        "first_talk_on": first_talk_day(today, days),
    }  # fmt: skip
    return render(
        request, "contact/preparation/pack.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def period(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    form = PackPeriodForm(sent(request), initial={"valid_from": today})
    act = partial(set_pack_period, by=request.user)
    if acted(request, form, act, "Het aantal dagen is ingesteld."):
        return redirect("voorbereidingstijd")
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    context = {
        "form": form,
        "now": pack_days(gemeente, today),
        "periods": pack_periods_of(gemeente),
        "ours": pack_norm(today),
    }
    return render(
        request, "contact/preparation/period.html", context, status=UNPROCESSABLE if form.errors else 200
    )
