"""Reading: the overview, the written record, and the history of an answer."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.enums import Act, Role
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, dossier_or_404
from contact.selectors.preparation import pack_of
from intake.forms import PrivateTalkForm
from intake.rules import RESTRICTED, SECTION_OF, SHEET_STEPS
from intake.selectors import (
    answers_by_question,
    answers_visible_to,
    awaits_coa_handover,
    choices_of,
    coa_handover_of,
    conflicts_of,
    current_intake,
    earlier_intakes,
    goals_known_before_housing,
    holds_health,
    lbt_advice,
    may_read_health,
    overview_of,
    record_of,
    repeated_steps,
    repeated_steps_for,
    sheet_for_staff,
    sheet_is_writable,
    sheet_of,
    sheets_filled,
    talks_of,
    turning_18,
    versions_of,
)
from intake.selectors.summons import ladder_of
from intake.views.finding import READERS, language_of, log_health, readable_or_404

_YEAR = timedelta(days=365)
"""How far back the team's numbers count intakes."""


@require_GET
@staff_page(*READERS)
def intake(request: StaffRequest, case_id: int) -> HttpResponse:
    """Where the intake stands: to work on for who guides the case, to read for a colleague."""
    case = dossier_or_404(request, case_id, Act.READ_INTAKE)
    editable = may_edit(request.user, case)
    current = current_intake(case)
    coa = coa_handover_of(case)
    context: dict[str, Any] = {
        "case": case, "may_edit": editable, "language": language_of(request, case), "coa": coa,
        "sheet_steps": sheet_for_staff(request.user, case), "sheet": sheet_of(case), "pack": pack_of(case),
        "turning_18": turning_18(case, today=timezone.localdate()),
        "sheet_is_writable": sheet_is_writable(case), "sheet_total": len(SHEET_STEPS),
        "coa_is_awaited": coa is None and awaits_coa_handover(case), "sees_health": may_read_health(request.user, case),
        "summons": ladder_of(case, now=timezone.now()).last,
    }  # fmt: skip
    if current is None:
        return render(request, "intake/empty.html", context | {"lbt": lbt_advice(case, {})})
    current.case = case
    overview = overview_of(current)
    works = editable and current.is_open and case.is_open
    talks = list(talks_of(current))
    record = () if works else record_of(request.user, current)
    if holds_health(record):
        log_health(request, case)
    context |= {
        "intake": current,
        "overview": overview,
        "lbt": overview.lbt,
        "talks": talks,
        "last_talk": talks[-1] if talks else None,
        "choices": choices_of(conflicts_of(current)) if works else (),
        "earlier": earlier_intakes(case).exclude(pk=current.pk),
        "steps": repeated_steps(case),
        "private_talk_form": PrivateTalkForm(),
        "works": works,
        "record": record,
    }
    return render(request, "intake/intake.html", context)


@require_GET
@staff_page(*READERS)
def read_intake(request: StaffRequest, intake_id: int) -> HttpResponse:
    """The written record: all answers that this reader may see, in a form that prints well."""
    current = readable_or_404(request, intake_id)
    record = record_of(request.user, current)
    if holds_health(record):
        log_health(request, current.case)
    context = {
        "case": current.case,
        "intake": current,
        "tab": "intake",
        "talks": talks_of(current).prefetch_related("promises"),
        "record": record,
        "lbt": lbt_advice(current.case, answers_by_question(current)),
        "coa": coa_handover_of(current.case),
        "sees_health": may_read_health(request.user, current.case),
        "may_edit": may_edit(request.user, current.case),
        "today": timezone.localdate(),
    }
    return render(request, "intake/record.html", context)


@require_GET
@staff_page(Role.TEAMLEIDER)
def repeats(request: StaffRequest) -> HttpResponse:
    """What newcomers of the team had to tell or show again, and of whom the goals are known before there is a house."""
    context = {
        "steps": repeated_steps_for(request.user),
        "goals": goals_known_before_housing(request.user),
        "sheets": sheets_filled(request.user, since=timezone.localdate() - _YEAR),
        "since": timezone.localdate() - _YEAR,
    }
    return render(request, "intake/repeats.html", context)


@require_GET
@staff_page(*READERS)
def answer_history(request: StaffRequest, intake_id: int, question: str) -> HttpResponse:
    """Who gave which answer when, latest first."""
    current = readable_or_404(request, intake_id)
    answer = answers_visible_to(request.user, current).get(question)
    if answer is None or answer.definition is None:
        raise Http404
    if question in RESTRICTED:
        log_health(request, current.case)
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
