"""The terms of a dossier, the information that a PIP waits for, and the table of equated days."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.enums import Role
from accounts.views import staff_page
from cases.models import Case
from cases.selectors import may_edit
from cases.views import dossier_or_404, editable_dossier_or_403
from deadlines import services
from deadlines.enums import Kind
from deadlines.forms import AskForm, EquatedDayForm, ReceiveForm, WithdrawForm
from deadlines.models import EquatedDay, ThirdPartyRequest
from deadlines.selectors import changed_by, clocks, open_deadline, requests_of, with_day, without_day
from inburgering.kit.dutch import format_date

UNPROCESSABLE = 422

# --- Terms of a dossier -------------------------------------------------------------------------------


@staff_page()
def termijnen(request: HttpRequest, case_id: int) -> HttpResponse:
    """All terms of a dossier, each with its reason."""
    return _page(request, dossier_or_404(request, case_id))


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
    return _page(request, case, ask_form=form, errors_of=form)


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
                request, f"Ontvangst opgeslagen. Uiterste dag voor het PIP: {_day(deadline.due_on)}."
            )
            return redirect("termijnen", case_id)
    return _page(request, case, errors_of=form)


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
    return _page(request, case, errors_of=form)


def _page(
    request: HttpRequest, case: Case, *, ask_form: AskForm | None = None, errors_of: Any = None
) -> HttpResponse:
    shown = clocks(case, today=timezone.localdate())
    context = {
        "case": case,
        "open_clocks": [clock for clock in shown if not clock.is_over],
        "closed_clocks": [clock for clock in shown if clock.is_over],
        "requests": requests_of(case),
        "can_ask": open_deadline(case, Kind.PIP) is not None,
        "may_edit": may_edit(request.user, case),
        "ask_form": ask_form or AskForm(),
        "receive_form": ReceiveForm(initial={"received_on": timezone.localdate()}),
        "withdraw_form": WithdrawForm(),
        "errors_of": errors_of,
    }
    return render(request, "deadlines/termijnen.html", context, status=UNPROCESSABLE if errors_of else 200)


# --- Equated days ---------------------------------------------------------------------------------------


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def equated_days(request: HttpRequest) -> HttpResponse:
    context = {
        "days": EquatedDay.objects.select_related("added_by").order_by("-day"),
        "form": EquatedDayForm(),
    }
    return render(request, "deadlines/equated_days.html", context)


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def add_equated_day(request: HttpRequest) -> HttpResponse:
    """Says first how many terms will move; the day and its source are in the address of the page that asks."""
    form = EquatedDayForm(request.GET)
    if not form.is_valid():
        context = {"days": EquatedDay.objects.select_related("added_by").order_by("-day"), "form": form}
        return render(request, "deadlines/equated_days.html", context, status=UNPROCESSABLE)
    day, source = form.cleaned_data["day"], form.cleaned_data["source"]
    if request.method == "POST":
        return _change_table(
            request, lambda: services.add_equated_day(day=day, source=source, by=request.user)
        )
    moving = sum(1 for _ in changed_by(with_day(day, source), day=day))
    text = f"{_day(day).capitalize()} telt dan niet meer als werkdag. {_how_many(moving)}"
    return _confirm(request, f"{_day(day).capitalize()} toevoegen?", text, "Ja, voeg toe", "primary")


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def remove_equated_day(request: HttpRequest, day_id: int) -> HttpResponse:
    equated_day = get_object_or_404(EquatedDay, pk=day_id)
    if request.method == "POST":
        return _change_table(
            request, lambda: services.remove_equated_day(equated_day=equated_day, by=request.user)
        )
    day = equated_day.day
    moving = sum(1 for _ in changed_by(without_day(day), day=day))
    text = f"{_day(day).capitalize()} telt dan weer als werkdag. {_how_many(moving)}"
    return _confirm(request, f"{_day(day).capitalize()} verwijderen?", text, "Ja, verwijder", "danger")


def _change_table(request: HttpRequest, change: Any) -> HttpResponse:
    try:
        messages.success(request, f"De tabel is bijgewerkt. {_how_many(change(), 'kreeg', 'kregen')}")
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    return redirect("gelijkgestelde-dagen")


def _how_many(moving: int, one: str = "krijgt", more: str = "krijgen") -> str:
    if not moving:
        return "Geen enkele lopende termijn verandert."
    return (
        f"{moving} lopende {f'termijn {one}' if moving == 1 else f'termijnen {more}'} een andere laatste dag."
    )


def _confirm(request: HttpRequest, heading: str, text: str, confirm: str, variant: str) -> HttpResponse:
    context = {"heading": heading, "text": text, "confirm": confirm, "variant": variant,
               "back_url": "/beheer/gelijkgestelde-dagen/"}  # fmt: skip
    return render(request, "confirm.html", context)


def _day(day: Any) -> str:
    return format_date(day) if day else "nog niet bekend"
