"""The start, the plan and the route, with the words and the letters that belong to them."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.views import resident_page
from cases.models import Case
from cases.selectors import documents_visible_to
from cases.views import as_download
from contact.selectors.preparation import pack_of
from pip_plans.models import PipVersion
from pip_plans.rules.plan import DUTCH
from pip_plans.selectors import comments_on, has_shared_concept, responses_to
from portal.enums import EXPLANATIONS, Word
from portal.rules import READING_DAYS, decision_is_new, next_step, parts, route_map
from portal.selectors.cases import MyCases, explained_terms, helpers, running_terms
from portal.selectors.letters import my_letters
from portal.selectors.plans import (
    changes_for_resident,
    intensity_of,
    journey_of,
    my_next_step,
    my_plans,
    objection_until,
)
from portal.selectors.promises import has_promises, my_promises
from portal.selectors.summons import open_summons
from portal.selectors.talks import next_talk
from portal.views.case_page import my_page, shared


@my_page
def start(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """What is my next step, and who helps me?"""
    plans = my_plans(request.user, mine.current)
    plan = _plan_of(mine.current, plans)
    talk = next_talk(request.user, now=timezone.now())
    running = running_terms(mine.current)
    journey = replace(
        journey_of(mine.current, plan, today=timezone.localdate(), running=running),
        next_talk_on=talk.on if talk else None,
        concept_is_shared=has_shared_concept(request.user, mine.current),
    )
    step = next_step(journey)
    chosen = step.agreement
    agreement = (
        next((one for one in plan.agreements.all() if chosen and one.pk == chosen.id), None) if plan else None
    )
    pack = pack_of(mine.current) if journey.is_open and journey.intake_done_on is None else None
    context = shared(mine) | {
        "step": step,
        "decision_is_new": decision_is_new(journey),
        "object_until": journey.object_until,
        "may_object": journey.object_until is not None and journey.today <= journey.object_until,
        "pack": pack,
        "preparing": pack is not None and journey.plan_on is None,
        "talk": talk,
        "summons": open_summons(mine.current, now=timezone.now()) if mine.current.is_open else None,
        "agreement": agreement,
        "ahead": my_next_step(mine.current, running, since=journey.today - READING_DAYS)
        if journey.is_open
        else None,
        "plan": plan,
        "letters": my_letters(request.user, mine.current, plans, language=get_language() or DUTCH),
        "earlier": mine.earlier,
        "helpers": helpers(mine.current),
        "has_promises": has_promises(request.user, mine.current),
    }
    return render(request, "portal/start.html", context)


@my_page
def plan(request: HttpRequest, mine: MyCases, version_id: int | None = None) -> HttpResponse:
    """What did we agree? Without a number: the plan that holds now."""
    versions = my_plans(request.user, mine.current)
    current = _plan_of(mine.current, versions)
    shown = current
    if version_id is not None:
        shown = next((version for version in versions if version.pk == version_id), None)
        if shown is None:
            raise Http404
    today = timezone.localdate()
    journey = journey_of(mine.current, current, today=today)
    object_until = journey.object_until
    if shown and shown != current:
        object_until = objection_until(shown)
    context = shared(mine) | {
        "version": shown,
        "is_current": shown == current,
        "revoked": _revoked_since(mine.current, versions, current),
        "others": [version for version in versions if version != shown],
        "journey": journey,
        "step": next_step(journey),
        "object_until": object_until,
        "may_object": object_until is not None and today <= object_until,
        "comments": comments_on(shown) if shown else [],
        "responses": responses_to(shown) if shown else [],
        "has_promises": has_promises(request.user, mine.current),
        "changes": changes_for_resident(shown, versions) if shown else [],
        "loose_agreements": [one for one in shown.agreements.all() if one.goal_id is None] if shown else [],
    }
    return render(request, "portal/plan.html", context)


@my_page
def promises(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """What was promised in the talks, and what became of it? (PP-02)"""
    context = shared(mine) | {"promises": my_promises(request.user, mine.current)}
    return render(request, "portal/promises.html", context)


@my_page
def route(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """Why this route, and what is in it?"""
    shown = _plan_of(mine.current, my_plans(request.user, mine.current))
    today = timezone.localdate()
    running = running_terms(mine.current)
    journey = journey_of(mine.current, shown, today=today, running=running)
    context = shared(mine) | {
        "version": shown,
        "level": shown.niveau if shown else "",
        "journey": journey,
        "parts": parts(route=journey.route, group=journey.group, intensity=intensity_of(shown), on=today),
        "stops": route_map(journey),
        "ahead": my_next_step(mine.current, running) if mine.current.is_open else None,
        "terms": explained_terms(mine.current, today=today) if mine.current.is_open else [],
        "object_until": journey.object_until,
        "may_object": journey.object_until is not None and today <= journey.object_until,
    }
    return render(request, "portal/route.html", context)


@resident_page
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """The words of inburgering; for everybody who is logged in, with or without a case."""
    return render(request, "portal/words.html", {"words": [(word, EXPLANATIONS[word]) for word in Word]})


@resident_page
@require_safe
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """A letter that was shared with this resident, as it was sent."""
    own = documents_visible_to(request.user).filter(case__person__died_on=None).select_related("content")
    return as_download(get_object_or_404(own, pk=document_id))


def _revoked_since(case: Case, versions: list[PipVersion], current: PipVersion | None) -> PipVersion | None:
    """A version that came after the one that holds, and was revoked: the newcomer may still have it on paper."""
    newest = next((one for one in versions if one.pip.case_id == case.pk), None)
    return newest if newest != current else None


def _plan_of(case: Case, versions: list[PipVersion]) -> PipVersion | None:
    """The one that holds: the newest of this case that wasn't revoked after a bezwaar."""
    mine = (one for one in versions if one.pip.case_id == case.pk)
    return next((one for one in mine if not one.is_revoked), None)  # type: ignore[attr-defined]
