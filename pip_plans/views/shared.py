"""What the pages of a concept share: their first lines, and some of their answers."""

import json
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.enums import Act, Role
from accounts.models import User
from cases.models import Case
from cases.views import StaffRequest, dossier_or_404, editable_dossier_or_403
from pip_plans.enums import Status
from pip_plans.models import PipVersion
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacles import needs_study_money, obstacles, relief_ends_on, signals
from pip_plans.rules.responses import consent_obstacles
from pip_plans.rules.switching import carried_over
from pip_plans.selectors import (
    approvals_needed,
    concept_of,
    conflict_obstacles,
    involvement_of,
    situation_of,
    versions_visible_to,
)

EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)
READERS = (*EDITORS, Role.ONTZORGMEDEWERKER)
CONFLICT, UNPROCESSABLE = 409, 422
GONE = (
    "Dit concept is intussen vastgesteld of verwijderd. Wat u typte staat nog op uw scherm: bewaar het zelf, en laad de "
    "bladzijde opnieuw."
)


def readable(request: StaffRequest, case_id: int) -> Case:
    case = dossier_or_404(request, case_id, Act.READ_PIP)
    if case.gemeente_id == request.user.gemeente_id:
        request.user.gemeente = case.gemeente  # The frame of the page names it, and would ask once more.
    return case


class GoneError(Exception):
    """The concept to which something was sent isn't one any more. See `views.gone`."""


def editable_concept(request: StaffRequest, case_id: int) -> tuple[Case, PipVersion]:
    """The case and its concept, for who may change them; 404 when there is no concept.

    Raises GoneError for who sends something to a concept that is gone: a `concept_page` gives it back.
    """
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    concept = concept_of(case)
    if request.method == "POST" and (concept is None or is_of_another_version(request, concept)):
        raise GoneError
    if concept is None:
        raise Http404("Er is geen concept van dit PIP.")
    concept.pip.case = case
    return case, concept


def is_of_another_version(request: StaffRequest, concept: PipVersion) -> bool:
    """The page was opened for a concept that has been established since; the next one mustn't get its words."""
    return request.POST.get("versie", str(concept.number)) != str(concept.number)


def not_kept(sentence: str, status: int = UNPROCESSABLE) -> HttpResponse:
    """For a field that keeps itself: one sentence why it couldn't."""
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")


def kept_now(known: dict[str, str]) -> HttpResponse:
    """A field kept itself: 204, and what the page must send along with the next words, by the name of its hidden field."""
    return HttpResponse(status=204, headers={"X-Autosave-Extra": json.dumps(known)})


def established_or_404(request: StaffRequest, case: Case, number: int) -> PipVersion:
    versions = versions_visible_to(request.user).filter(pip__case=case, status=Status.VASTGESTELD)
    return get_object_or_404(versions, number=number)


def what_is_missing(concept: PipVersion, user: User) -> dict[str, Any]:
    """For the panel beside the plan: obstacles, each with the place on the page, and signals."""
    today, plan = timezone.localdate(), concept.as_plan
    situation = situation_of(concept.pip, today=today)
    return {
        "obstacles": [*conflict_obstacles(concept), *obstacles(plan, situation, today)],
        "consent": list(consent_obstacles(involvement_of(concept, today=today), today)),
        "approvals": approvals_needed(concept, today, user),
        "signals": signals(plan, situation),
        "has_perspective": plan.has_perspective,
        "carried_over": carried_over(situation.current_leerroute, plan.leerroute),
        "situation": situation,
        "needs_study_money": needs_study_money(plan, situation, today),
        "study_grant": norm(NormKind.STUDY_GRANT_AGE, today),
        "relief_until": relief_ends_on(plan.benefit_from) if plan.benefit_from else None,
    }


def posted(request: HttpRequest) -> tuple[Any, Any]:
    """What was sent with this request, also when that was nothing at all; on a first look None."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def back_to(case_id: int, anchor: str) -> HttpResponse:
    """To a place on the page where the concept is written."""
    return redirect(f"{redirect('pip-concept', case_id).url}#{anchor}")


def confirm(request: StaffRequest, case_id: int, *, heading: str, text: str, confirm: str) -> HttpResponse:
    """Asks before something of the concept goes away."""
    back = redirect("pip-concept", case_id).url
    return render(
        request, "confirm.html", {"heading": heading, "text": text, "confirm": confirm, "back_url": back}
    )


def to_sign_again(form: Form, now: str, sentence: str) -> None:
    """Makes a refused answer one to the text of now, which the page shows: the words stay, the signature doesn't.

    `sentence` stands at the signature when there was one for another text.
    """
    if form.data.get("expected_hash") == now:
        return
    was_signed = bool(form.data.get("means"))
    kept = {name: value for name, value in form.data.items() if name not in ("means", "strokes")}
    form.data = kept | {"expected_hash": now}
    if was_signed:
        form.add_error("means", sentence)


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    """Shown in the browser, under a name that can be kept; never cached, since it is about a person."""
    headers = {"Content-Disposition": f'inline; filename="{filename}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
