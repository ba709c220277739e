"""The table of equated days, for the functioneel beheerder."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.enums import Role
from accounts.views import staff_page
from cases.views import UNPROCESSABLE
from deadlines import services
from deadlines.forms import EquatedDayForm
from deadlines.models import EquatedDay
from deadlines.selectors import changed_by, with_day, without_day
from deadlines.views.terms import day_in_full


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
    text = f"{day_in_full(day).capitalize()} telt dan niet meer als werkdag. {_how_many(moving)}"
    return _confirm(request, f"{day_in_full(day).capitalize()} toevoegen?", text, "Ja, voeg toe", "primary")


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def remove_equated_day(request: HttpRequest, day_id: int) -> HttpResponse:
    equated_day = get_object_or_404(EquatedDay, pk=day_id)
    if request.method == "POST":
        return _change_table(
            request, lambda: services.remove_equated_day(equated_day=equated_day, by=request.user)
        )
    day = equated_day.day
    moving = sum(1 for _ in changed_by(without_day(day), day=day))
    text = f"{day_in_full(day).capitalize()} telt dan weer als werkdag. {_how_many(moving)}"
    return _confirm(request, f"{day_in_full(day).capitalize()} verwijderen?", text, "Ja, verwijder", "danger")


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
