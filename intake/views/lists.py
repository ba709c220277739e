"""Rows of the lists of the intake: add, change, take out."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from intake import services
from intake.forms import ENTRY_FORMS, EntryForm, RemoveEntryForm
from intake.models import Entry
from intake.rules import LIST_BY_KEY, EntryList
from intake.selectors import current_intake, entries_of
from intake.views.finding import EDITORS


def _list_or_404(key: str) -> EntryList:
    if key not in LIST_BY_KEY:
        raise Http404
    return LIST_BY_KEY[key]


def _back(case_id: int, entry_list: EntryList, *, works: bool) -> str:
    """Where the list stands: its section while the intake is open, else the record of the intake."""
    return f"{_address(case_id, entry_list, works=works)}#lijst-{entry_list.key}"


def _address(case_id: int, entry_list: EntryList, *, works: bool) -> str:
    if works:
        return reverse("intake-onderdeel", args=[case_id, entry_list.section])
    return reverse("intake", args=[case_id])


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def add_entry(request: StaffRequest, case_id: int, key: str) -> HttpResponse:
    entry_list = _list_or_404(key)
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    form = ENTRY_FORMS[key](sent(request), request.FILES or None, case=case, by=request.user)
    act = partial(services.add_entry, list_key=key, case=case, by=request.user)
    return _page(request, form, act, entry_list, f"{entry_list.one.capitalize()} toevoegen")


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def change_entry(request: StaffRequest, case_id: int, key: str, entry_id: int) -> HttpResponse:
    entry_list = _list_or_404(key)
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    entry = get_object_or_404(entries_of(case, key), pk=entry_id)
    form = ENTRY_FORMS[key](sent(request), request.FILES or None, instance=entry, case=case, by=request.user)
    act = partial(services.change_entry, entry=entry, by=request.user)
    return _page(request, form, act, entry_list, f"{entry_list.one.capitalize()} wijzigen")


def _page(
    request: StaffRequest, form: EntryForm, act: Callable[..., Entry], entry_list: EntryList, heading: str
) -> HttpResponse:
    case = form.case
    current = current_intake(case)
    back = _back(case.pk, entry_list, works=current is not None and current.is_open)
    if request.method == "POST" and form.is_valid():
        try:
            form.save_with(act)
        except ValidationError as error:
            for name, texts in _errors_of(error).items():
                form.add_error(name, texts)
        else:
            messages.success(request, f"{entry_list.one.capitalize()} opgeslagen.")
            return redirect(back)
    context = {
        "case": case,
        "tab": "intake",
        "form": form,
        "list": entry_list,
        "heading": heading,
        "back": back,
    }
    return render(request, "intake/entry.html", context, status=422 if form.errors else 200)


def _errors_of(error: ValidationError) -> dict[str | None, list[str]]:
    if not hasattr(error, "error_dict"):
        return {None: error.messages}
    return {None if name == NON_FIELD_ERRORS else name: texts for name, texts in error.message_dict.items()}


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def remove_entry(request: StaffRequest, case_id: int, key: str, entry_id: int) -> HttpResponse:
    entry_list = _list_or_404(key)
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    entry = get_object_or_404(entries_of(case, key), pk=entry_id)
    current = current_intake(case)
    back = _back(case.pk, entry_list, works=current is not None and current.is_open)
    form = RemoveEntryForm(sent(request))
    if acted(request, form, partial(services.remove_entry, entry=entry, by=request.user), "Weggehaald."):
        return redirect(back)
    context = {"case": case, "tab": "intake", "form": form, "list": entry_list, "entry": entry, "back": back}
    return render(request, "intake/entry_remove.html", context, status=422 if form.errors else 200)
