"""The oproepen of a dossier: where they stand, and the acts on them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act, Role
from accounts.views import staff_page
from cases.models import Case
from cases.selectors import may_edit
from cases.views import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403, sent
from contact.forms.appointments import ConfirmedForm, add_refusal
from intake import services
from intake.forms.summons import (
    AbsenceForm,
    AttemptForm,
    JudgeForm,
    SummonForm,
    SummonsOutcomeForm,
    SummonsReasonForm,
    WithdrawSummonsForm,
)
from intake.models import Summons
from intake.rules import NO_SUSPENSION, SUMMONS_ARTICLES, WARNING, ladder_terms
from intake.selectors import current_intake, may_read_health
from intake.selectors.summons import (
    attempts_of,
    ladder_of,
    may_complete_in_absence,
    pip_term_of,
    summonses_visible_to,
    talks_to_call_to,
)
from intake.views.finding import EDITORS, READERS, log_health


@require_GET
@staff_page(*READERS)
def summonses(request: StaffRequest, case_id: int) -> HttpResponse:
    """Who was called and didn't come, what was tried, and what may come next. The reasons are for who guides the case."""
    case = dossier_or_404(request, case_id, Act.READ_INTAKE)
    ladder = ladder_of(case, now=timezone.now())
    reads_reasons = may_read_health(request.user, case)
    if reads_reasons and any(rung.summons.reasons.all() for rung in ladder.rungs):
        log_health(request, case)
    today = timezone.localdate()
    context = _common(case) | {
        "ladder": ladder,
        "rungs": reversed(ladder.rungs),
        "attempts": attempts_of(case),
        "may_edit": may_edit(request.user, case),
        "reads_reasons": reads_reasons,
        "may_complete": may_complete_in_absence(request.user, case),
        "intake": current_intake(case),
        "terms": ladder_terms(today),
        "articles": SUMMONS_ARTICLES,
    }
    return render(request, "intake/summonses.html", context)


def _common(case: Case) -> dict[str, Any]:
    return {"case": case, "tab": "intake", "pip_term": pip_term_of(case), "no_suspension": NO_SUSPENSION}


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def summon(request: StaffRequest, case_id: int) -> HttpResponse:
    """The next oproep, to a talk that was planned before."""
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    number = ladder_of(case, now=timezone.now()).due
    form = SummonForm(sent(request), case=case, number=number)
    what = "Waarschuwing en oproep 2" if number == WARNING else f"Oproep {number}"
    return _act(
        request, case, form, partial(services.summon, case=case, by=request.user), f"{what} is verstuurd.",
        heading=f"{what} sturen", confirm=f"Ja, verstuur {what.lower()}", icon="send",
        text="De nieuwkomer krijgt een brief met de afspraak, de termijn en het artikel van de wet. U kunt hem niet terughalen.",
        plan_first=not talks_to_call_to(case, number=number).exists(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def summons_outcome(request: StaffRequest, case_id: int, summons_id: int) -> HttpResponse:
    case, summons = _found(request, case_id, summons_id)
    act = partial(services.record_summons_outcome, summons=summons, by=request.user)
    return _act(
        request, case, SummonsOutcomeForm(sent(request)), act, "Opgeschreven hoe het ging.", summons=summons,
        heading="Hoe ging de afspraak?", confirm="Opslaan", icon="device-floppy",
        text="Kwam de nieuwkomer niet? Dan vragen wij meteen in een bericht waarom.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def summons_reason(request: StaffRequest, case_id: int, summons_id: int) -> HttpResponse:
    case, summons = _found(request, case_id, summons_id)
    act = partial(services.give_reason, summons=summons, by=request.user)
    return _act(
        request, case, SummonsReasonForm(sent(request)), act, "De reden is opgeschreven.", summons=summons,
        heading="Reden van niet komen", confirm="Opslaan", icon="device-floppy",
        text="Schrijf op wat de nieuwkomer zelf zei. De nieuwkomer kan dit ook in het portaal vertellen.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def judge_summons(request: StaffRequest, case_id: int, summons_id: int) -> HttpResponse:
    case, summons = _found(request, case_id, summons_id)
    act = partial(services.judge_summons, summons=summons, by=request.user)
    return _act(
        request, case, JudgeForm(sent(request)), act, "Uw oordeel is opgeslagen.", summons=summons,
        heading="Oordelen over niet komen", confirm="Sla het oordeel op", icon="list-check",
        text="Eerst heeft de nieuwkomer kunnen zeggen waarom. U oordeelt één keer; alleen intrekken kan daarna nog.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def withdraw_summons(request: StaffRequest, case_id: int, summons_id: int) -> HttpResponse:
    case, summons = _found(request, case_id, summons_id)
    act = partial(services.withdraw_summons, summons=summons, by=request.user)
    return _act(
        request, case, WithdrawSummonsForm(sent(request)), act, "De oproep is ingetrokken. De nieuwkomer krijgt bericht.",
        heading=f"Oproep {summons.number} intrekken", confirm="Ja, trek de oproep in", icon="ban", variant="danger",
        text="De oproep telt dan niet meer mee. De afspraak zelf blijft staan; zeg die apart af als zij niet doorgaat.",
        summons=summons,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def log_attempt(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    act = partial(services.log_attempt, case=case, by=request.user)
    return _act(
        request, case, AttemptForm(sent(request)), act, "De poging is opgeschreven.",
        heading="Poging om te bereiken", confirm="Opslaan", icon="device-floppy",
        text="Schrijf ook op wat niet lukte: zo ziet iedereen wie wanneer en hoe is geprobeerd.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(Role.TEAMLEIDER)
def complete_in_absence(request: StaffRequest, case_id: int) -> HttpResponse:
    """The team lead of the team ends the intake without the newcomer."""
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    if not may_complete_in_absence(request.user, case):
        raise PermissionDenied
    act = partial(services.complete_in_absence, case=case, by=request.user)
    return _act(
        request, case, AbsenceForm(sent(request)), act, "De brede intake is afgerond zonder de nieuwkomer.",
        heading="Intake afronden zonder de nieuwkomer", confirm="Ja, rond de intake af", icon="check", variant="danger",
        text="Dat kan pas na drie oproepen die meetellen. Wat u niet weet, blijft leeg. Daarna volgt het PIP zonder akkoord "
        "(eenzijdig vaststellen). De nieuwkomer krijgt een brief.",
    )  # fmt: skip


def _found(request: StaffRequest, case_id: int, summons_id: int) -> tuple[Case, Summons]:
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    found = summonses_visible_to(request.user).filter(case=case).select_related("appointment")
    summons = get_object_or_404(found, pk=summons_id)
    summons.case = case
    return case, summons


def _act(
    request: StaffRequest, case: Case, form: forms.Form, act: Callable[..., object], done: str, **shown: Any
) -> HttpResponse:  # fmt: skip
    """Acts when the form was sent and complete; else shows it, with every refusal at its field."""
    if request.method == "POST" and form.is_valid():
        try:
            act(**form.cleaned_data)
        except ValidationError as refusal:
            _refused(form, refusal)
        else:
            messages.success(request, done)
            return redirect("oproepen", case.pk)
    context = _common(case) | {"form": form} | shown
    return render(request, "intake/summons_act.html", context, status=UNPROCESSABLE if form.errors else 200)


def _refused(form: forms.Form, refusal: ValidationError) -> None:
    if isinstance(form, ConfirmedForm):
        form.refused(refusal)
    else:
        add_refusal(form, refusal)
