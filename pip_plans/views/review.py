"""How long newcomers may read a concept: the choice of the gemeente."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.views import StaffRequest, acted, sent
from pip_plans import services
from pip_plans.forms import ReviewPeriodForm
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors import review_days, review_periods_of
from pip_plans.views.shared import UNPROCESSABLE


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def review_period(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    form = ReviewPeriodForm(sent(request), initial={"valid_from": today})
    act = partial(services.set_review_period, by=request.user)
    if acted(request, form, act, "De leestijd is ingesteld."):
        return redirect("pip-leestijd")
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    context = {
        "form": form,
        "now": review_days(gemeente, today),
        "periods": review_periods_of(gemeente),
        "ours": norm(NormKind.REVIEW_DAYS, today),
    }
    return render(
        request, "pip_plans/review_period.html", context, status=UNPROCESSABLE if form.errors else 200
    )
