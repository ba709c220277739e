"""Pages of the brede intake: overview, one section at a time, talks, the test, and the record to read or print."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Act, Role
from accounts.views import staff_page
from cases.models import Case
from cases.selectors import CASE_ROLES, may_edit
from cases.views import StaffRequest, dossier_or_404, editable_dossier_or_403
from intake import services
from intake.enums import Part
from intake.forms import (
    CompleteForm,
    ExemptionForm,
    PrivateTalkForm,
    ReopenForm,
    SectionForm,
    StartAgainForm,
    TalkForm,
    field_name,
    kept_value,
    part_of,
)
from intake.models import Intake
from intake.rules import QUESTIONS, SECTION_BY_KEY, SECTION_OF, SECTIONS
from intake.selectors import (
    answers_by_question,
    answers_visible_to,
    conflicts_of,
    current_intake,
    earlier_intakes,
    intakes_visible_to,
    lbt_advice,
    overview_of,
    record_of,
    versions_of,
)

READERS = CASE_ROLES
EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)
READ_ALOUD = (("nl", "Alleen Nederlands"), ("ar", "Arabisch"), ("en", "Engels"))
"""Languages in which the questions can stand beside the Dutch ones."""


def _readable(request: StaffRequest, intake_id: int) -> Intake:
    intake = get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
    intake.case = dossier_or_404(request, intake.case_id, Act.READ_INTAKE)
    return intake


def _editable(request: StaffRequest, intake_id: int) -> Intake:
    intake = get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
    intake.case = editable_dossier_or_403(request, intake.case_id, Act.READ_INTAKE)
    return intake


def _language(request: StaffRequest, case: Case) -> str:
    """The language beside the Dutch: as asked, else the one that the newcomer prefers, where we have the questions in it."""
    known = [code for code, _ in READ_ALOUD]
    preferred = next((language.code for language in case.person.languages.all() if language.preferred), "nl")
    return next((code for code in (request.GET.get("taal"), preferred) if code in known), "nl")


# --- Reading ---------------------------------------------------------------------------------------


@require_GET
@staff_page(*READERS)
def intake(request: StaffRequest, case_id: int) -> HttpResponse:
    """Where the intake stands: to work on for who guides the case, to read for a colleague."""
    case = dossier_or_404(request, case_id, Act.READ_INTAKE)
    editable = may_edit(request.user, case)
    current = current_intake(case)
    context: dict[str, Any] = {
        "case": case,
        "may_edit": editable,
        "lbt": lbt_advice(case),
        "language": _language(request, case),
    }
    if current is None:
        return render(request, "intake/empty.html", context)
    current.case = case
    overview = overview_of(current)
    context |= {
        "intake": current,
        "overview": overview,
        "talks": current.talks.all(),
        "conflicts": conflicts_of(current) if editable else (),
        "earlier": earlier_intakes(case).exclude(pk=current.pk),
        "private_talk_form": PrivateTalkForm(),
        "works": editable and current.is_open and case.is_open,
        "record": record_of(request.user, current),
    }
    return render(request, "intake/intake.html", context)


@require_GET
@staff_page(*READERS)
def read_intake(request: StaffRequest, intake_id: int) -> HttpResponse:
    """The written record: all answers that this reader may see, in a form that prints well."""
    current = _readable(request, intake_id)
    context = {
        "case": current.case,
        "intake": current,
        "tab": "intake",
        "talks": current.talks.select_related("by"),
        "record": record_of(request.user, current),
        "lbt": lbt_advice(current.case, answers_by_question(current)),
        "may_edit": may_edit(request.user, current.case),
        "today": timezone.localdate(),
    }
    return render(request, "intake/record.html", context)


@require_GET
@staff_page(*READERS)
def answer_history(request: StaffRequest, intake_id: int, question: str) -> HttpResponse:
    """Who gave which answer when, latest first."""
    current = _readable(request, intake_id)
    answer = answers_visible_to(request.user, current).get(question)
    if answer is None or answer.definition is None:
        raise Http404
    versions = [(version, answer.definition.shown(version.original)) for version in versions_of(answer)]
    context = {
        "case": current.case,
        "intake": current,
        "tab": "intake",
        "question": answer.definition,
        "section": SECTION_OF[question],
        "versions": versions,
        "others": answer.conflicts.select_related("by"),
    }
    return render(request, "intake/answer_history.html", context)


# --- Starting, and the sections --------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def start(request: StaffRequest, case_id: int) -> HttpResponse:
    """Starts the brede intake; a second one on the same traject asks why."""
    case = editable_dossier_or_403(request, case_id)
    form = StartAgainForm(request.POST or None)
    if request.method == "POST":
        try:
            services.open_intake(case=case, by=request.user, reason_again=request.POST.get("reason", ""))
        except ValidationError as error:
            form.add_error("reason" if error.code == "reason" else None, error.messages)
        else:
            return redirect("intake-onderdeel", case.pk, SECTIONS[0].key)
    context = {"case": case, "form": form, "again": earlier_intakes(case).exists()}
    return render(request, "intake/start.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def section(request: StaffRequest, case_id: int, key: str) -> HttpResponse:
    """One block of the law's list. Works without JavaScript: a button saves the whole section."""
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    current = current_intake(case)
    if key not in SECTION_BY_KEY or current is None:
        raise Http404
    if not current.is_open or not case.is_open:
        return redirect("intake", case.pk)
    current.case = case
    block = SECTION_BY_KEY[key]
    language = _language(request, case)
    answers = answers_by_question(current)
    form = SectionForm(section=block, answers=answers, language=language, data=request.POST or None)
    if request.method == "POST" and _save_section(request, current, form):
        onward = _next(key) if "verder" in request.POST else key
        target = redirect("intake-onderdeel", case.pk, onward) if onward else redirect("intake", case.pk)
        target["Location"] += f"?taal={language}"
        return target
    form.renew(answers_by_question(current))
    overview = overview_of(current)
    context = {
        "case": case, "intake": current, "section": block, "form": form, "rows": form.rows(), "overview": overview,
        "language": language, "languages": READ_ALOUD, "lbt": overview.lbt, "previous": _previous(key), "next": _next(key),
        "conflicts": conflicts_of(current).filter(answer__question__in=[q.key for q in block.questions]),
    }  # fmt: skip
    return render(request, "intake/section.html", context, status=422 if form.errors else 200)


def _save_section(request: StaffRequest, current: Intake, form: SectionForm) -> bool:
    """Saves each changed field; a refused one keeps what was typed. True when nothing was refused."""
    conflicts = 0
    for question, part, value, seen in form.changes():
        try:
            services.save_answer(
                intake=current,
                question=question.key,
                by=request.user,
                seen={part: seen},
                **_given(part, value),
            )
        except ValidationError as error:
            if error.code == "conflict":
                conflicts += 1
            else:
                form.add_error(field_name(question.key, part), error.messages)
    if conflicts:
        messages.warning(
            request, "Een collega heeft intussen ook iets gewijzigd. Kies hieronder welke tekst blijft."
        )
    elif not form.errors:
        messages.success(request, f"'{form.section.title}' is opgeslagen.")
    return not form.errors


def _given(part: Part, value: str) -> dict[str, Any]:
    return {part.value: bool(value) if part is Part.DECLINED else value}


def _next(key: str) -> str:
    keys = [block.key for block in SECTIONS]
    return "" if key == keys[-1] else keys[keys.index(key) + 1]


def _previous(key: str) -> str:
    keys = [block.key for block in SECTIONS]
    return "" if key == keys[0] else keys[keys.index(key) - 1]


@require_POST
@staff_page(*EDITORS)
def save_answer(request: StaffRequest, intake_id: int, question: str) -> HttpResponse:
    """Autosave of one field: 204, or 422 with one sentence."""
    current = get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
    if not may_edit(request.user, current.case):
        raise PermissionDenied
    if question not in QUESTIONS:
        raise Http404
    name = request.POST.get("autosave_field", question)
    part = part_of(name)
    seen = {part: request.POST["gezien"]} if "gezien" in request.POST else {}
    try:
        given = _given(part, kept_value(part, request.POST.get(name, "")))
        services.save_answer(intake=current, question=question, by=request.user, seen=seen, **given)
    except ValidationError as error:
        return HttpResponse(error.messages[0], status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@require_POST
@staff_page(*EDITORS)
def settle_conflict(request: StaffRequest, intake_id: int, conflict_id: int) -> HttpResponse:
    """Chooses between the texts of two colleagues."""
    current = _editable(request, intake_id)
    conflict = get_object_or_404(conflicts_of(current), pk=conflict_id)
    question = conflict.answer.question
    try:
        services.settle_conflict(
            conflict=conflict, keep_mine=request.POST.get("keuze") == "nieuw", by=request.user
        )
        messages.success(
            request, f"Gekozen bij '{QUESTIONS[question].label}'. De andere tekst blijft in de geschiedenis."
        )
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("intake-onderdeel", current.case_id, SECTION_OF[question].key)


# --- Acts ------------------------------------------------------------------------------------------------


def _act(request: StaffRequest, form: forms.Form, act: Callable[..., object], done: str) -> bool:
    """Does the act with what was filled in, when it was sent and is complete; a refusal becomes an error of the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    messages.success(request, done)
    return True


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def add_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = _editable(request, intake_id)
    person = current.case.person
    language = person.interpreter_language or next(
        (lang.code for lang in person.languages.all() if lang.preferred), ""
    )
    form = TalkForm(request.POST or None, initial={"interpreter_language": language})
    if _act(
        request, form, partial(services.add_talk, intake=current, by=request.user), "Gesprek opgeslagen."
    ):
        return redirect("intake", current.case_id)
    context = {"case": current.case, "intake": current, "tab": "intake", "form": form}
    return render(request, "intake/talk.html", context, status=422 if form.errors else 200)


@require_POST
@staff_page(*EDITORS)
def private_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = _editable(request, intake_id)
    form = PrivateTalkForm(request.POST)
    done = "Vastgelegd dat u op het gesprek alleen hebt gewezen."
    if not _act(request, form, partial(services.record_private_talk, intake=current, by=request.user), done):
        messages.error(
            request, " ".join(str(message) for errors in form.errors.values() for message in errors)
        )
    return redirect("intake", current.case_id)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def complete(request: StaffRequest, intake_id: int) -> HttpResponse:
    """Asks for confirmation, and shows all that is missing at once."""
    current = _editable(request, intake_id)
    form = CompleteForm(request.POST or None)
    done = "De brede intake is afgerond. U kunt nu het PIP maken."
    if _act(request, form, partial(services.complete_intake, intake=current, by=request.user), done):
        return redirect("intake", current.case_id)
    context = {
        "case": current.case,
        "intake": current,
        "tab": "intake",
        "form": form,
        "overview": overview_of(current),
    }
    return render(request, "intake/complete.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def reopen(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = _editable(request, intake_id)
    form = ReopenForm(request.POST or None)
    if _act(
        request,
        form,
        partial(services.reopen_intake, intake=current, by=request.user),
        "De intake is weer open.",
    ):
        return redirect("intake", current.case_id)
    context = {"case": current.case, "intake": current, "tab": "intake", "form": form}
    return render(request, "intake/reopen.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def exempt(request: StaffRequest, case_id: int) -> HttpResponse:
    """The college's exemption from the leerbaarheidstoets."""
    case = editable_dossier_or_403(request, case_id)
    form = ExemptionForm(request.POST or None)
    done = "De ontheffing van de leerbaarheidstoets is vastgelegd."
    if _act(request, form, partial(services.record_lbt_exemption, case=case, by=request.user), done):
        return redirect("intake", case.pk)
    context = {"case": case, "tab": "intake", "form": form}
    return render(request, "intake/exemption.html", context, status=422 if form.errors else 200)
