"""Establishing without akkoord, and what a team lead decides about it."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act, Role
from accounts.models import User
from accounts.services import log_access
from accounts.views import staff_page
from cases.views import StaffRequest
from pip_plans import services
from pip_plans.enums import ApprovalDecision, Ground
from pip_plans.forms import AskForm, DecisionForm, EstablishForm
from pip_plans.models import PipVersion
from pip_plans.rules.approvals import Standing, judging_obstacle
from pip_plans.rules.changes import changes
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.obstacles import obstacles
from pip_plans.rules.responses import unilateral_obstacles
from pip_plans.selectors import (
    approval_obstacles,
    approval_standing,
    approvals_of,
    approvals_visible_to,
    companion_missing,
    conflict_obstacles,
    current_version,
    deviations_for,
    involvement_of,
    judge_of,
    open_approvals_for,
    open_conditions,
    open_objections_for,
    other_decisions,
    refused_for,
    responses_to,
    situation_of,
    text_hash,
    to_carry_out_for,
    unilateral_for,
    version_with_text,
    wishes_not_followed_for,
    young_in_z_for,
)
from pip_plans.views.gone import concept_page, typed_in
from pip_plans.views.shared import UNPROCESSABLE, editable_concept


@require_http_methods(["GET", "POST"])
@concept_page
def unilateral(request: StaffRequest, case_id: int) -> HttpResponse:
    """A separate act with a separate page: first the question to the team lead, then the decision itself."""
    case, concept = editable_concept(request, case_id)
    found = approval_standing(concept, Ground.EENZIJDIG)
    form = _form_at(found, concept, request)
    if request.method == "POST" and form.is_valid():
        try:
            return _ask_or_establish(request, concept, form)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
    context = {
        "case": case, "tab": "pip", "concept": concept, "form": form, "standing": found,
        "obstacles": _lacking(concept, request.user, answers_here=isinstance(form, AskForm)),
        "approval": approvals_of(concept, Ground.EENZIJDIG).last(), "Standing": {one.name: one for one in Standing},
        "responses": responses_to(concept),
    }  # fmt: skip
    return render(request, "pip_plans/unilateral.html", context, status=UNPROCESSABLE if form.errors else 200)


def _form_at(standing: Standing, concept: PipVersion, request: StaffRequest) -> AskForm | EstablishForm:
    if standing == Standing.APPROVED:
        initial = {"on": timezone.localdate()}
        return EstablishForm(
            request.POST or None, initial=initial, missing=companion_missing(concept.pip.case.person)
        )
    conditions = open_conditions(responses_to(concept))
    return AskForm(request.POST or None, conditions=conditions, language=concept.own_language)


def _ask_or_establish(
    request: StaffRequest, concept: PipVersion, form: AskForm | EstablishForm
) -> HttpResponse:
    if isinstance(form, EstablishForm):
        version = services.establish_unilaterally(version=concept, by=request.user, **form.cleaned_data)
        messages.success(request, f"PIP versie {version.number} is eenzijdig vastgesteld. De nieuwkomer krijgt bericht, met "
                                  "wat er verandert en hoe bezwaar maken gaat.")  # fmt: skip
        return redirect("pip", concept.pip.case_id)
    services.ask_unilateral(version=concept, motivation=form.why, answers=form.answers, by=request.user)
    messages.success(request, "De teamleider krijgt uw vraag op de lijst ‘Goedkeuren’.")
    return redirect("pip-eenzijdig", concept.pip.case_id)


def _lacking(concept: PipVersion, user: User, *, answers_here: bool) -> list[Obstacle]:
    """What must be done before this page is; not the conditions, when they are answered on this very page."""
    today = timezone.localdate()
    involvement = involvement_of(concept, today=today)
    if answers_here:
        involvement = replace(involvement, open_conditions=0)
    return [
        *obstacles(concept.as_plan, situation_of(concept.pip, today=today), today),
        *conflict_obstacles(concept),
        *approval_obstacles(concept, today, user),
        *unilateral_obstacles(involvement, today),
    ]


@require_GET
@staff_page(Role.TEAMLEIDER)
def to_approve(request: StaffRequest) -> HttpResponse:
    """Which cases need the team lead: what was asked, what was established without akkoord, who doesn't agree."""
    context = {
        "asked": open_approvals_for(request.user),
        "unilateral": unilateral_for(request.user),
        "refused": refused_for(request.user),
        "objections": open_objections_for(request.user),
        "owed": to_carry_out_for(request.user),
        "young": young_in_z_for(request.user),
        "wishes": wishes_not_followed_for(request.user),
        "deviations": deviations_for(request.user),
    }
    return render(request, "pip_plans/to_approve.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(Role.TEAMLEIDER)
def approval(request: StaffRequest, approval_id: int) -> HttpResponse:
    """The whole question on one page: the plan, what changes, what the newcomer said, why the klantmanager asks it."""
    asked = get_object_or_404(approvals_visible_to(request.user), pk=approval_id)
    version = version_with_text(asked.version_id)
    case = version.pip.case
    log_access(user=request.user, case_id=case.pk, act=Act.READ_PIP)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decision = ApprovalDecision(form.cleaned_data["decision"])
        try:
            services.decide_approval(
                approval=asked, decision=decision, by=request.user, reason=form.cleaned_data["reason"]
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"Uw besluit is bewaard: {decision.label.lower()}.")
            return redirect("pip-goedkeuren")
    before = current_version(case)
    context = {
        "case": case, "tab": "pip", "approval": asked, "version": version, "form": form,
        "before": before, "changes": changes(before.as_plan, version.as_plan) if before else [],
        "responses": responses_to(version), "is_same_text": asked.content_hash == text_hash(version),
        "others": other_decisions(asked), "words": typed_in(form),
        "hindrance": judging_obstacle(judge_of(asked, request.user)),
    }  # fmt: skip
    return render(request, "pip_plans/approval.html", context, status=UNPROCESSABLE if form.errors else 200)
