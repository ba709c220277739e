"""Filling in: one section at a time, one field at a time, and choosing between two texts."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from intake import services
from intake.enums import Part
from intake.forms import SectionForm, field_name, kept_value, part_of
from intake.models import Intake, IntakeConflict
from intake.rules import NOT_AGAIN, QUESTIONS, SECTION_BY_KEY, SECTION_OF, SECTIONS
from intake.selectors import (
    answers_by_question,
    choices_of,
    conflicts_of,
    current_intake,
    intakes_editable_by,
    intakes_visible_to,
    lists_of_section,
    overview_of,
)
from intake.views.finding import EDITORS, READ_ALOUD, editable_or_403, language_of, log_health


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
    if block.restricted:
        log_health(request, case)
    language = language_of(request, case)
    answers = answers_by_question(current)
    form = SectionForm(
        section=block,
        answers=answers,
        language=language,
        data=request.POST if request.method == "POST" else None,
    )
    if request.method == "POST" and _save_section(request, current, form):
        onward = _next(key) if request.POST.get("actie") == "verder" else key
        target = redirect("intake-onderdeel", case.pk, onward) if onward else redirect("intake", case.pk)
        target["Location"] += f"?taal={language}"
        return target
    overview = overview_of(current)
    form.renew(overview.answers, overview.needed_questions)
    context = {
        "case": case, "intake": current, "section": block, "form": form, "rows": form.rows(), "overview": overview,
        "language": language, "languages": READ_ALOUD, "lbt": overview.lbt, "previous": _previous(key), "next": _next(key),
        "lists": lists_of_section(case, key), "is_not_again": key == NOT_AGAIN and overview.lbt.has_earlier_pip,
        "choices": choices_of(conflicts_of(current).filter(answer__question__in=[q.key for q in block.questions])),
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
    """Autosave of one field: 204, or one sentence with 422, or with 409 when a colleague was first."""
    current = intakes_editable_by(request.user).filter(pk=intake_id).first()
    if current is None:
        # Only now it matters why not; the many saves of who may don't ask.
        get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
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
        # 409 tells the page that the text is kept here, and must not be put back after a reload.
        status = 409 if error.code == "conflict" else 422
        return HttpResponse(error.messages[0], status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@require_POST
@staff_page(*EDITORS)
def settle_conflict(request: StaffRequest, intake_id: int, conflict_id: int) -> HttpResponse:
    """Chooses between the texts of two colleagues."""
    current = editable_or_403(request, intake_id)
    conflict = get_object_or_404(
        IntakeConflict.objects.select_related("answer__intake"), answer__intake=current, pk=conflict_id
    )
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
