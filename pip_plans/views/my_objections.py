"""The newcomer makes bezwaar in the portal, and follows it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.views import resident_page
from cases.services import Upload
from pip_plans import services
from pip_plans.enums import ObjectionDecision, ObjectionVia
from pip_plans.forms.objections import MyObjectionForm
from pip_plans.models import Objection, PipVersion
from pip_plans.rules.objections import is_late
from pip_plans.selectors import (
    last_day_to_object,
    objections_of_resident,
    replaced_by,
    representative_of,
    versions_for_resident,
)
from pip_plans.views.shared import UNPROCESSABLE, posted


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def my_new_objection(request: HttpRequest, version_id: int) -> HttpResponse:
    """Own words, with a file when there is one. Too late is allowed: then the page asks why."""
    version = get_object_or_404(
        versions_for_resident(request.user).filter(pip__case__person__died_on=None), pk=version_id
    )
    if made := _made_already(request, version):
        return redirect("mijn-bezwaar", made.pk)
    today, last_day = timezone.localdate(), last_day_to_object(version)
    late = last_day is not None and is_late(today, last_day)
    form = MyObjectionForm(*posted(request), late=late)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        scan = facts.pop("scan")
        try:
            found = services.register_objection(
                version=version, received_on=today, via=ObjectionVia.PORTAAL, by=request.user,
                scan=Upload.of(scan) if scan else None, **facts,
            )  # fmt: skip
        except ValidationError:
            if made := _made_already(request, version):  # By a second click on the button.
                return redirect("mijn-bezwaar", made.pk)
            form.add_error("scan" if scan else None, _refused(bool(scan)))
        else:
            messages.success(
                request, _("De gemeente heeft uw bezwaar. U ziet hier wanneer u een besluit krijgt.")
            )
            return redirect("mijn-bezwaar", found.pk)
    context = {
        "version": version,
        "form": form,
        "last_day": last_day,
        "late": late,
        "gemeente": version.pip.case.gemeente,
    }
    return render(
        request, "pip_plans/my_new_objection.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@resident_page
@require_safe
def my_objection(request: HttpRequest, objection_id: int) -> HttpResponse:
    found = _own(request, objection_id)
    context = {
        "objection": found, "outcome": found.deadline.outcome, "gemeente": found.version.pip.case.gemeente,
        "is_overdue": found.is_open and found.decide_by < timezone.localdate(),
        "to_mend": [row for row in found.omissions.all() if row.runs_on(timezone.localdate())],
        "replaced_by": replaced_by(found.version) if found.is_open else None,
        "representative": representative_of(found),
    }  # fmt: skip
    return render(request, "pip_plans/my_objection.html", context)


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def my_withdrawal(request: HttpRequest, objection_id: int) -> HttpResponse:
    """Asks first: a bezwaar that was taken back doesn't come back by itself."""
    found = _own(request, objection_id)
    if request.method == "POST":
        try:
            services.withdraw_objection(objection=found, reason="", by=request.user)
        except ValidationError:
            messages.info(request, _("Dit kan niet meer: de gemeente nam net een besluit."))
        else:
            messages.success(request, _("U hebt uw bezwaar ingetrokken."))
        return redirect("mijn-bezwaar", objection_id)
    if not found.is_open:
        return redirect("mijn-bezwaar", objection_id)
    return render(
        request,
        "pip_plans/my_withdrawal.html",
        {"objection": found, "gemeente": found.version.pip.case.gemeente},
    )


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def my_representative(request: HttpRequest, objection_id: int) -> HttpResponse:
    """Whom the newcomer asked to act for them, they can also tell to stop."""
    found = _own(request, objection_id)
    representative = representative_of(found)
    if not found.is_open or representative is None:
        return redirect("mijn-bezwaar", objection_id)
    if request.method == "POST":
        try:
            services.end_representative(objection=found, by=request.user)
        except ValidationError:
            messages.info(request, _("Dit kan niet meer: er is net iets veranderd."))
        else:
            messages.success(request, _("Deze persoon krijgt geen brieven meer over uw bezwaar."))
        return redirect("mijn-bezwaar", objection_id)
    context = {
        "objection": found,
        "representative": representative,
        "gemeente": found.version.pip.case.gemeente,
    }
    return render(request, "pip_plans/my_representative.html", context)


def _made_already(request: HttpRequest, version: PipVersion) -> Objection | None:
    mine = objections_of_resident(request.user).filter(version=version)
    return mine.exclude(decision=ObjectionDecision.INGETROKKEN).first()


def _own(request: HttpRequest, objection_id: int) -> Objection:
    return get_object_or_404(objections_of_resident(request.user), pk=objection_id)


def _refused(has_file: bool) -> str:
    if has_file:
        return _("Dit lukt niet met dit bestand. Wij nemen alleen PDF, JPEG en PNG aan, van hoogstens 10 MB.")
    return _("Dit lukt nu niet. Uw tekst staat hier nog. Probeer het later nog een keer, of bel de gemeente.")
