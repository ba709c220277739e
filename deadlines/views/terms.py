"""The terms of a dossier, each with its reason and its history."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.views import staff_page
from cases.models import Case
from cases.selectors import may_edit
from cases.views import UNPROCESSABLE, dossier_or_404, editable_dossier_or_403
from deadlines.enums import Kind
from deadlines.forms import BY_HAND, AskForm, ReceiveForm, WithdrawForm
from deadlines.models import Deadline
from deadlines.rules import takes_extensions, takes_suspensions
from deadlines.selectors import Story, stories
from inburgering.kit.dutch import format_date


@staff_page()
def termijnen(request: HttpRequest, case_id: int) -> HttpResponse:
    """All terms of a dossier, each with its reason, who was reminded, and what ever changed."""
    return terms_page(request, dossier_or_404(request, case_id))


def terms_page(
    request: HttpRequest, case: Case, *, ask_form: AskForm | None = None, errors_of: Any = None
) -> HttpResponse:
    """The page itself, also when a form on it comes back with what is wrong."""
    shown = stories(case, today=timezone.localdate())
    running = [_row(story) for story in shown if not story.clock.is_over]
    over = [_row(story) for story in shown if story.clock.is_over]
    context = {
        "case": case,
        "running": running,
        "over": over,
        "requests": [
            asked
            for row in [*running, *over]
            for asked in row["story"].clock.deadline.third_party_requests.all()
        ],
        "can_ask": any(row["kind"] == Kind.PIP for row in running),
        "may_edit": may_edit(request.user, case),
        "ask_form": ask_form or AskForm(),
        "receive_form": ReceiveForm(initial={"received_on": timezone.localdate()}),
        "withdraw_form": WithdrawForm(),
        "errors_of": errors_of,
    }
    return render(request, "deadlines/termijnen.html", context, status=UNPROCESSABLE if errors_of else 200)


def _row(story: Story) -> dict[str, Any]:
    """A term with what can be done to it now."""
    deadline = story.clock.deadline
    kind, is_open = Kind(deadline.kind), deadline.is_open
    return {
        "story": story,
        "kind": kind,
        "can_extend": is_open and takes_extensions(kind) and deadline.leader is None,
        "can_suspend": is_open and takes_suspensions(kind),
        "can_correct": deadline.stopped_on is None,
        "can_meet": is_open and kind in BY_HAND,
        "can_reopen": deadline.met_on is not None and kind in BY_HAND,
        "can_stop": is_open and kind in BY_HAND,
    }


def term_or_404(request: HttpRequest, case_id: int, deadline_id: int) -> tuple[Case, Deadline]:
    """A term of a case that this user may change."""
    case = editable_dossier_or_403(request, case_id)
    return case, get_object_or_404(Deadline.objects.select_related("case"), pk=deadline_id, case=case)


def act_page(
    request: HttpRequest, case: Case, form: forms.Form, act: Callable[[], str], *,
    heading: str, text: str, confirm: str, variant: str = "primary",
) -> HttpResponse:  # fmt: skip
    """A page that asks first: filling it in is the confirmation. `act` does it, and answers what to say then."""
    if form.is_valid():
        try:
            messages.success(request, act())
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
        else:
            return redirect("termijnen", case.pk)
    context = {
        "case": case,
        "form": form,
        "heading": heading,
        "text": text,
        "confirm": confirm,
        "variant": variant,
    }
    return render(request, "deadlines/act.html", context, status=UNPROCESSABLE if form.errors else 200)


def day_in_full(day: date | None) -> str:
    return format_date(day) if day else "nog niet bekend"
