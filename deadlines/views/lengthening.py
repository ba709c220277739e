"""Extensions and suspensions of a term: recorded, ended and withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from accounts.views import staff_page
from cases.models import Case
from cases.views import editable_dossier_or_403, sent
from deadlines import services
from deadlines.forms import EndSuspensionForm, ExtendForm, SuspendForm, WithdrawForm
from deadlines.models import Deadline, Extension, Suspension
from deadlines.views.terms import act_page, day_in_full, term_or_404


@staff_page()
def extend_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    case, deadline = term_or_404(request, case_id, deadline_id)
    form = ExtendForm(sent(request), case=case)
    return act_page(
        request, case, form,
        lambda: _day_after(services.extend_deadline(deadline=deadline, by=request.user, **form.decision)),
        heading=f"‘{deadline.get_kind_display()}’ verlengen",
        text="Schrijf op wat DUO heeft besloten. Termijnen die aan deze termijn vastzitten, schuiven mee.",
        confirm="Verlenging opslaan",
    )  # fmt: skip


@staff_page()
def withdraw_extension(request: HttpRequest, case_id: int, extension_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    extension = get_object_or_404(
        Extension.objects.select_related("deadline__case"), pk=extension_id, deadline__case=case
    )
    form = WithdrawForm(sent(request))
    return act_page(
        request, case, form,
        lambda: _day_after(services.withdraw_extension(extension=extension, by=request.user, **form.cleaned_data)),
        heading="Verlenging intrekken?",
        text=f"{extension.get_ground_display()}, besluit van {day_in_full(extension.decided_on)}. "
        "De verlenging telt daarna niet meer mee, en blijft te zien.",
        confirm="Ja, trek in",
        variant="danger",
    )  # fmt: skip


@staff_page()
def suspend_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    case, deadline = term_or_404(request, case_id, deadline_id)
    form = SuspendForm(sent(request), case=case)
    return act_page(
        request, case, form,
        lambda: _day_after(services.suspend_deadline(deadline=deadline, by=request.user, **form.cleaned_data)),
        heading=f"‘{deadline.get_kind_display()}’ opschorten",
        text="De termijn staat stil op deze dagen en loopt daarna verder.",
        confirm="Opschorting opslaan",
    )  # fmt: skip


@staff_page()
def end_suspension(request: HttpRequest, case_id: int, suspension_id: int) -> HttpResponse:
    case, suspension = _suspension(request, case_id, suspension_id)
    form = EndSuspensionForm(sent(request))
    return act_page(
        request, case, form,
        lambda: _day_after(services.end_suspension(suspension=suspension, by=request.user, **form.cleaned_data)),
        heading="Opschorting afsluiten",
        text=f"De termijn staat stil vanaf {day_in_full(suspension.from_on)}. Vanaf de dag erna loopt hij weer.",
        confirm="Opschorting afsluiten",
    )  # fmt: skip


@staff_page()
def withdraw_suspension(request: HttpRequest, case_id: int, suspension_id: int) -> HttpResponse:
    case, suspension = _suspension(request, case_id, suspension_id)
    form = WithdrawForm(sent(request))
    return act_page(
        request, case, form,
        lambda: _day_after(services.withdraw_suspension(suspension=suspension, by=request.user, **form.cleaned_data)),
        heading="Opschorting intrekken?",
        text=f"Stil vanaf {day_in_full(suspension.from_on)}. De opschorting telt daarna niet meer mee, en blijft te zien.",
        confirm="Ja, trek in",
        variant="danger",
    )  # fmt: skip


def _day_after(row: Extension | Suspension) -> str:
    """What to say when it is done. A date that DUO gave stays: an extension moves only what we count ourselves."""
    deadline = Deadline.objects.select_related("case").get(pk=row.deadline_id)
    day = day_in_full(deadline.due_on)
    if deadline.known_facts.duo_ends_on is None:
        return f"Opgeslagen. De dag is nu: {day}."
    return (
        f"Opgeslagen. De datum van DUO gaat voor: {day}. Zelf berekenen wij {day_in_full(deadline.own_day)}."
    )


def _suspension(request: HttpRequest, case_id: int, suspension_id: int) -> tuple[Case, Suspension]:
    case = editable_dossier_or_403(request, case_id)
    rows = Suspension.objects.select_related("deadline__case")
    return case, get_object_or_404(rows, pk=suspension_id, deadline__case=case)
