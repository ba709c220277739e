"""Talks of an intake: adding one, what was promised in it, and closing its report."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, acted, sent
from intake import services
from intake.forms import PrivateTalkForm, PromiseForm, SettlePromiseForm, TalkForm, UnderstoodForm
from intake.models import Intake, TalkPromise
from intake.selectors import promises_of, talks_of
from intake.views.finding import EDITORS, READERS, editable_or_403, readable_or_404


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def add_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    person = current.case.person
    language = person.interpreter_language or next(
        (lang.code for lang in person.languages.all() if lang.preferred), ""
    )
    form = TalkForm(sent(request), initial={"interpreter_language": language})
    act = partial(services.add_talk, intake=current, by=request.user)
    if talk := acted(request, form, act, "Gesprek opgeslagen. Leg ook de toezeggingen vast."):
        return redirect("intake-gesprek-lezen", current.pk, talk.pk)
    context = {"case": current.case, "intake": current, "tab": "intake", "form": form}
    return render(request, "intake/talk.html", context, status=422 if form.errors else 200)


@require_POST
@staff_page(*EDITORS)
def private_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    form = PrivateTalkForm(request.POST)
    done = "Vastgelegd dat u op het gesprek alleen hebt gewezen."
    if not acted(request, form, partial(services.record_private_talk, intake=current, by=request.user), done):
        messages.error(
            request, " ".join(str(message) for errors in form.errors.values() for message in errors)
        )
    return redirect("intake", current.case_id)


@require_GET
@staff_page(*READERS)
def read_talk(request: StaffRequest, intake_id: int, talk_id: int) -> HttpResponse:
    """The report of one talk: who was there, and each promise with what became of it."""
    current = readable_or_404(request, intake_id)
    return _report(request, current, talk_id, PromiseForm())


def _report(request: StaffRequest, current: Intake, talk_id: int, form: PromiseForm) -> HttpResponse:
    talk = get_object_or_404(talks_of(current), pk=talk_id)
    works = current.is_open and current.case.is_open and may_edit(request.user, current.case)
    context = {
        "case": current.case, "intake": current, "tab": "intake", "talk": talk, "promises": promises_of(talk),
        "works": works and not talk.is_closed, "form": form, "understood_form": UnderstoodForm(auto_id="id_begrepen_%s"),
    }  # fmt: skip
    return render(request, "intake/talk_report.html", context, status=422 if form.errors else 200)


@require_POST
@staff_page(*EDITORS)
def understood(request: StaffRequest, intake_id: int, talk_id: int) -> HttpResponse:
    """Whether the newcomer knew what the talk was for, asked or written down afterwards."""
    current = editable_or_403(request, intake_id)
    talk = get_object_or_404(current.talks, pk=talk_id)
    form = UnderstoodForm(request.POST)
    if not acted(
        request, form, partial(services.record_understood, talk=talk, by=request.user), "Opgeslagen."
    ):
        messages.error(request, " ".join(str(one) for errors in form.errors.values() for one in errors))
    return redirect("intake-gesprek-lezen", current.pk, talk.pk)


@require_POST
@staff_page(*EDITORS)
def add_promise(request: StaffRequest, intake_id: int, talk_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    talk = get_object_or_404(current.talks, pk=talk_id)
    form = PromiseForm(request.POST)
    if acted(
        request, form, partial(services.add_promise, talk=talk, by=request.user), "Toezegging opgeslagen."
    ):
        return redirect("intake-gesprek-lezen", current.pk, talk.pk)
    return _report(request, current, talk_id, form)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def settle_promise(request: StaffRequest, intake_id: int, promise_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    promise = get_object_or_404(
        TalkPromise.objects.select_related("talk"), pk=promise_id, talk__intake=current
    )
    form = SettlePromiseForm(sent(request), initial={"outcome": promise.outcome, "note": promise.note})
    act = partial(services.settle_promise, promise=promise, by=request.user)
    if acted(request, form, act, "De toezegging is afgehandeld."):
        return redirect("intake-gesprek-lezen", current.pk, promise.talk_id)
    context = {"case": current.case, "intake": current, "tab": "intake", "promise": promise, "form": form}
    return render(request, "intake/promise.html", context, status=422 if form.errors else 200)


@require_POST
@staff_page(*EDITORS)
def close_talk(request: StaffRequest, intake_id: int, talk_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    talk = get_object_or_404(current.talks, pk=talk_id)
    try:
        services.close_talk(talk=talk, by=request.user)
        messages.success(request, "Het verslag van dit gesprek is afgesloten.")
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    return redirect("intake-gesprek-lezen", current.pk, talk.pk)
