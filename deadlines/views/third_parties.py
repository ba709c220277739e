"""Information of somebody else that the PIP waits for: asked, received, withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.views import staff_page
from cases.views import editable_dossier_or_403
from deadlines import services
from deadlines.forms import AskForm, ReceiveForm, WithdrawForm
from deadlines.models import ThirdPartyRequest
from deadlines.views.terms import day_in_full, terms_page


@staff_page()
@require_POST
def ask_third_party(request: HttpRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    form = AskForm(request.POST)
    if form.is_valid():
        try:
            services.ask_third_party(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(
                request, "De vraag staat in het dossier. Schrijf het hier ook op als het antwoord er is."
            )
            return redirect("termijnen", case_id)
    return terms_page(request, case, ask_form=form, errors_of=form)


@staff_page()
@require_POST
def receive_from_third_party(request: HttpRequest, case_id: int, request_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    asked = get_object_or_404(ThirdPartyRequest, pk=request_id, deadline__case=case)
    form = ReceiveForm(request.POST)
    if form.is_valid():
        try:
            services.receive_from_third_party(request=asked, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            deadline = asked.deadline
            deadline.refresh_from_db()
            messages.success(
                request, f"Ontvangst opgeslagen. Uiterste dag voor het PIP: {day_in_full(deadline.due_on)}."
            )
            return redirect("termijnen", case_id)
    return terms_page(request, case, errors_of=form)


@staff_page()
@require_POST
def withdraw_request(request: HttpRequest, case_id: int, request_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    asked = get_object_or_404(ThirdPartyRequest, pk=request_id, deadline__case=case)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        services.withdraw_request(request=asked, by=request.user, **form.cleaned_data)
        messages.success(request, "De vraag is ingetrokken. U ziet haar nog wel in de lijst.")
        return redirect("termijnen", case_id)
    return terms_page(request, case, errors_of=form)
