"""What was established: to read, to download and to compare."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.enums import Act
from accounts.services import log_access
from accounts.views import staff_page
from cases.models import Case, DocumentContent
from cases.selectors import may_edit
from cases.views import StaffRequest
from pip_plans.enums import Status
from pip_plans.models import Pip
from pip_plans.rules.changes import changes
from pip_plans.selectors import (
    answer_of_duo,
    comments_on,
    fill,
    gap_in,
    has_completed_intake,
    responses_to,
    revoked_at_duo,
    versions_of,
)
from pip_plans.services import comparison_pdf
from pip_plans.views.shared import READERS, established_or_404, pdf_response, readable


@require_GET
@staff_page(*READERS)
def overview(request: StaffRequest, case_id: int) -> HttpResponse:
    """The PIP that holds, the concept that is being written, and every version before."""
    case = readable(request, case_id)
    versions = list(versions_of(case))
    established = [version for version in versions if not version.is_concept]
    holding = next((version for version in established if not version.is_revoked), None)  # type: ignore[attr-defined]
    current = fill(holding) if holding else None
    pip = versions[0].pip if versions else Pip.objects.filter(case=case).first()
    if shown := (current or next(iter(versions), None)):
        case.level_gap = gap_in(shown, shown.needed_levels)  # type: ignore[attr-defined]
    context = {
        "case": case,
        "pip": pip,
        "current": current,
        "concept": next((version for version in versions if version.is_concept), None),
        "versions": established,
        "answer": answer_of_duo(current) if current else None,
        "revoked_at_duo": revoked_at_duo(case) if established and established[0] is not holding else None,
        "objected": next((version for version in established if version.owes_version), None),  # type: ignore[attr-defined]
        "awaits_intake": not (established or (pip and pip.previous) or has_completed_intake(case)),
        "may_edit": case.is_open and may_edit(request.user, case),
    }
    return render(request, "pip_plans/overview.html", context)


@require_GET
@staff_page(*READERS)
def version(request: StaffRequest, case_id: int, number: int) -> HttpResponse:
    case = readable(request, case_id)
    shown = established_or_404(request, case, number)
    others = versions_of(case).filter(status=Status.VASTGESTELD).exclude(pk=shown.pk)
    context = {"case": case, "tab": "pip", "version": shown, "others": others,
               "responses": responses_to(shown), "comments": comments_on(shown)}  # fmt: skip
    return render(request, "pip_plans/version.html", context)


@require_GET
@staff_page(*READERS)
def compare(request: StaffRequest, case_id: int, number: int, other: int) -> HttpResponse:
    """What changed from the older of two versions to the newer."""
    case = readable(request, case_id)
    older, newer = sorted((number, other))
    before, after = established_or_404(request, case, older), established_or_404(request, case, newer)
    context = {"case": case, "tab": "pip", "before": before, "after": after,
               "changes": changes(before.as_plan, after.as_plan)}  # fmt: skip
    return render(request, "pip_plans/compare.html", context)


@require_GET
@staff_page(*READERS)
def compare_pdf(request: StaffRequest, case_id: int, number: int, other: int) -> HttpResponse:
    case = readable(request, case_id)
    older, newer = sorted((number, other))
    before, after = established_or_404(request, case, older), established_or_404(request, case, newer)
    pdf = comparison_pdf(before=before, after=after, on=timezone.localdate())
    return pdf_response(pdf, f"PIP-{case.number}-verschil-{older}-{newer}.pdf")


@require_GET
@staff_page(*READERS)
def letter(request: StaffRequest, case_id: int, number: int) -> HttpResponse:
    """The beschikking as it was made that day."""
    case = readable(request, case_id)
    return _as_kept(request, case, established_or_404(request, case, number).document_id)


@require_GET
@staff_page(*READERS)
def companion(request: StaffRequest, case_id: int, number: int) -> HttpResponse:
    """What went along with the beschikking in the language of the newcomer; older versions have none."""
    case = readable(request, case_id)
    return _as_kept(request, case, established_or_404(request, case, number).companion_id)


def _as_kept(request: StaffRequest, case: Case, document_id: int | None) -> HttpResponse:
    content = get_object_or_404(DocumentContent.objects.select_related("document"), document__pk=document_id)
    log_access(user=request.user, case_id=case.pk, act=Act.READ_DOCUMENT)
    return pdf_response(bytes(content.data), content.document.filename)
