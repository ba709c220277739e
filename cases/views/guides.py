"""Who guides a case, who stands in, and who looks for a purpose."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.enums import Role
from accounts.views import staff_page
from cases.enums import AssignmentKind
from cases.forms import AssignForm, PurposeForm
from cases.selectors import CASE_ROLES, cases_of_gemeente, cases_visible_to, guides_for, may_assign
from cases.services import assign_klantmanager, assign_substitute, end_substitution, grant_access
from cases.views.frame import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403


@staff_page(Role.TEAMLEIDER)
def assign(request: StaffRequest, case_id: int) -> HttpResponse:
    case = dossier_or_404(request, case_id)
    if not may_assign(request.user, case):
        raise PermissionDenied("De teamleider van het team van dit dossier kiest de klantmanager.")
    form = AssignForm(request.POST or None, guides=guides_for(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            assign_klantmanager(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"{form.cleaned_data['to'].name} is nu klantmanager.")
            return redirect("dossier", case.pk)
    context = {"case": case, "form": form, "tab": "dossier"}
    return render(request, "cases/assign.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page(Role.KLANTMANAGER, Role.TEAMLEIDER)
def substitute(request: StaffRequest, case_id: int) -> HttpResponse:
    """The klantmanager or the team lead lets somebody stand in."""
    case = editable_dossier_or_403(request, case_id)
    form = AssignForm(request.POST or None, guides=guides_for(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            assign_substitute(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"{form.cleaned_data['to'].name} is nu vervanger.")
            return redirect("dossier", case.pk)
    substitutes = [a for a in case.active_assignments if a.kind == AssignmentKind.VERVANGER]  # type: ignore[attr-defined]
    context = {"case": case, "form": form, "substitutes": substitutes, "tab": "dossier"}
    return render(request, "cases/substitute.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page(Role.KLANTMANAGER, Role.TEAMLEIDER)
@require_POST
def end_substitute(request: StaffRequest, case_id: int, assignment_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    assignment = get_object_or_404(case.assignments, pk=assignment_id, kind=AssignmentKind.VERVANGER)
    end_substitution(assignment=assignment, by=request.user)
    messages.success(request, f"{assignment.user.name} is geen vervanger meer.")
    return redirect("dossier-vervanger", case.pk)


@staff_page(*CASE_ROLES)
def grant(request: StaffRequest, case_id: int) -> HttpResponse:
    """Asks the purpose before a case outside one's own teams opens."""
    if cases_visible_to(request.user).filter(pk=case_id).exists():
        return redirect("dossier", case_id)
    case = get_object_or_404(cases_of_gemeente(request.user).select_related("person", "team"), pk=case_id)
    form = PurposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            grant_access(case=case, user=request.user, purpose=form.cleaned_data["purpose"])
        except ValidationError as refusal:
            form.add_error("purpose", refusal.messages)
        else:
            return redirect("dossier", case.pk)
    context = {"case": case, "form": form}
    return render(request, "cases/purpose.html", context, status=UNPROCESSABLE if form.errors else 200)
