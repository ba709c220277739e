"""The course hours on which scaling down to A2 rests."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Act
from accounts.views import staff_page
from cases.services import Upload
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import CourseHoursForm
from pip_plans.models import CourseHours
from pip_plans.rules.norms import NormKind, norm
from pip_plans.views.shared import EDITORS, UNPROCESSABLE


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def course_hours(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    form = CourseHoursForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            services.add_course_hours(
                case=case, upload=Upload.of(fields.pop("upload")), by=request.user, **fields
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De lesuren staan in het dossier.")
            return redirect("pip-lesuren", case_id)
    rows = CourseHours.objects.filter(pip__case=case).select_related("by")
    context = {
        "case": case, "tab": "pip", "form": form, "rows": rows, "total": sum(row.hours for row in rows),
        "needed": norm(NormKind.SCALING_DOWN_HOURS, timezone.localdate()),
    }  # fmt: skip
    return render(
        request, "pip_plans/course_hours.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def remove_course_hours(request: StaffRequest, case_id: int, row_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    row = get_object_or_404(CourseHours, pk=row_id, pip__case=case)
    if request.method == "POST":
        try:
            services.remove_course_hours(row=row, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            messages.success(request, "De lesuren zijn weggehaald.")
        return redirect("pip-lesuren", case_id)
    context = {"heading": "Lesuren weghalen?", "text": str(row), "confirm": "Ja, haal weg",
               "back_url": redirect("pip-lesuren", case_id).url}  # fmt: skip
    return render(request, "confirm.html", context)
