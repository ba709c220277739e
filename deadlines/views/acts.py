"""Acts on a term: add one that nothing starts by itself, correct its facts, say that it is done, stop it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.models import User
from accounts.views import staff_page
from cases.models import Case
from cases.views import UNPROCESSABLE, editable_dossier_or_403, sent
from deadlines import services
from deadlines.enums import Kind
from deadlines.forms import (
    BY_HAND,
    OF_THE_CASE,
    AddForm,
    CorrectForm,
    DespiteForm,
    KindForm,
    MeetForm,
    ReopenForm,
    StopForm,
)
from deadlines.models import Deadline
from deadlines.rules import CATALOGUE, Facts, FactsError, due_date, facts_used_by, is_promise
from deadlines.selectors import Correction, calendar, corrections, facts_of, followers_of_term
from deadlines.views.terms import act_page, day_in_full, term_or_404

# --- Adding -------------------------------------------------------------------------------------------------


@staff_page()
def add_term(request: HttpRequest, case_id: int) -> HttpResponse:
    """First which term, in the address; then the facts that it starts from."""
    case = editable_dossier_or_403(request, case_id)
    chosen = KindForm(request.GET or None)
    if not chosen.is_valid():
        context = {"case": case, "form": chosen}
        return render(
            request, "deadlines/add_kind.html", context, status=UNPROCESSABLE if request.GET else 200
        )
    kind = Kind(chosen.cleaned_data["soort"])
    form = AddForm(sent(request), kind=kind, known=facts_of(case))
    if form.is_valid() and _has_a_day(kind, form):
        try:
            deadline = _start(case, kind, form, request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            day = day_in_full(deadline.due_on)
            messages.success(request, f"De termijn ‘{kind.label}’ staat in het dossier. Dag: {day}.")
            return redirect("termijnen", case_id)
    context = {"case": case, "form": form, "kind": kind}
    return render(request, "deadlines/add_term.html", context, status=UNPROCESSABLE if form.errors else 200)


def _has_a_day(kind: Kind, form: AddForm) -> bool:
    """A term by hand has a last day, else nobody would ever look at it again; nonsense is for the service to refuse."""
    try:
        missing = () if is_promise(kind) else due_date(kind, form.facts, calendar()).missing
    except FactsError:
        return True
    form.ask_for(missing)
    return not missing


def _start(case: Case, kind: Kind, form: AddForm, by: User) -> Deadline:
    about = form.cleaned_data["about"]
    if not is_promise(kind):
        return services.start_deadline(case=case, kind=kind, facts=form.facts, by=by, about=about)
    if not (on := form.facts.promised_on):
        raise ValidationError("Vul in op welke dag de afspraak begint.")
    return services.start_promise(case=case, kind=kind, on=on, by=by, about=about)


# --- Correcting -----------------------------------------------------------------------------------------------


@staff_page()
def correct_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    """A form with the facts, then what would change, and only then the change."""
    case, deadline = term_or_404(request, case_id, deadline_id)
    kind = Kind(deadline.kind)
    known = Facts.from_json(deadline.facts)
    form = CorrectForm(sent(request), kind=kind, known=known)
    context: dict[str, Any] = {
        "case": case,
        "deadline": deadline,
        "form": form,
        "despite_form": DespiteForm(),
        "of_the_case": [CATALOGUE[name].label for name in facts_used_by(kind) if name in OF_THE_CASE],
    }
    if form.is_valid() and (preview := _preview(deadline, form)) is not None:
        context["preview"] = preview
        context["reminded"] = [one for one in preview if one.contradicts_reminders]
        if _is_confirmed(request, form, bool(context["reminded"])) and _correct(request, deadline, form):
            return redirect("termijnen", case_id)
        context["is_unchanged"] = form.facts == known
        return render(
            request, "deadlines/correct_confirm.html", context, status=UNPROCESSABLE if form.errors else 200
        )
    return render(request, "deadlines/correct.html", context, status=UNPROCESSABLE if form.errors else 200)


def _preview(deadline: Deadline, form: CorrectForm) -> list[Correction] | None:
    deadline.calendar = calendar()
    try:
        preview = corrections(deadline, form.facts, followers_of_term(deadline))
    except FactsError as wrong:
        form.add_error(None, ValidationError(list(wrong.obstacles)))
        return None
    if deadline.due_on and (missing := [name for one in preview[:1] for name in one.after.missing]):
        form.ask_for(missing)
        return None
    return preview


def _is_confirmed(request: HttpRequest, form: CorrectForm, needs_tick: bool) -> bool:
    if "bevestigd" not in request.POST:
        return False
    if needs_tick and "toch" not in request.POST:
        form.add_error(
            None, "Er zijn al herinneringen verstuurd. Zet een vinkje als u de dag toch verandert."
        )
        return False
    return True


def _correct(request: HttpRequest, deadline: Deadline, form: CorrectForm) -> bool:
    try:
        services.correct_facts(
            deadline=deadline, facts=form.facts, reason=form.cleaned_data["reason"], by=request.user,
            despite_reminders="toch" in request.POST,
        )  # fmt: skip
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    deadline.refresh_from_db()
    messages.success(request, f"De gegevens zijn verbeterd. De dag is nu: {day_in_full(deadline.due_on)}.")
    return True


# --- Done, and stopped ------------------------------------------------------------------------------------------


@staff_page()
def meet_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    case, deadline = _by_hand(request, case_id, deadline_id)
    form = MeetForm(sent(request), began_on=deadline.began_on)

    def meet() -> str:
        kind, on = Kind(deadline.kind), form.cleaned_data["on"]
        services.meet_deadline(case=case, kind=kind, on=on, by=request.user, about=deadline.about)
        return f"‘{kind.label}’ is gedaan."

    return act_page(
        request, case, form, meet,
        heading=f"‘{deadline.get_kind_display()}’ is gedaan",
        text="De termijn is daarmee klaar. Er komen geen herinneringen meer.",
        confirm="Ja, het is gedaan",
    )  # fmt: skip


@staff_page()
def reopen_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    case, deadline = _by_hand(request, case_id, deadline_id)
    form = ReopenForm(sent(request))

    def reopen() -> str:
        reopened = services.reopen_deadline(
            deadline=deadline, reason=form.cleaned_data["reason"], by=request.user
        )
        return f"‘{reopened.get_kind_display()}’ loopt weer. De dag is: {day_in_full(reopened.due_on)}."

    return act_page(
        request, case, form, reopen,
        heading=f"‘{deadline.get_kind_display()}’ is toch niet gedaan",
        text="De termijn loopt dan weer, en de herinneringen komen weer.",
        confirm="Ja, laat de termijn weer lopen",
    )  # fmt: skip


@staff_page()
def stop_term(request: HttpRequest, case_id: int, deadline_id: int) -> HttpResponse:
    case, deadline = _by_hand(request, case_id, deadline_id)
    form = StopForm(sent(request))

    def stop() -> str:
        services.stop_deadline(deadline=deadline, reason=form.cleaned_data["reason"], by=request.user)
        return f"‘{deadline.get_kind_display()}’ is gestopt. U ziet de termijn nog wel in de lijst."

    return act_page(
        request, case, form, stop,
        heading=f"‘{deadline.get_kind_display()}’ stoppen?",
        text="Een gestopte termijn kunt u niet meer starten. Er komen geen herinneringen meer.",
        confirm="Ja, stop de termijn",
        variant="danger",
    )  # fmt: skip


def _by_hand(request: HttpRequest, case_id: int, deadline_id: int) -> tuple[Case, Deadline]:
    case, deadline = term_or_404(request, case_id, deadline_id)
    if Kind(deadline.kind) not in BY_HAND:
        raise PermissionDenied("Deze termijn begint en eindigt vanzelf.")
    return case, deadline
