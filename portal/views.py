"""The newcomer's pages. Each starts from the resident's own cases; what isn't there is 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect.views import callback as finish_login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from accounts.doors import LANGUAGE_CHOSEN, remember_language
from accounts.services import choose_language
from accounts.views import resident_page
from cases.models import Case
from cases.selectors import cases_of_resident, documents_visible_to
from deadlines.enums import Kind
from pip_plans.models import PipVersion
from portal.enums import EXPLANATIONS, LOGIN_ERRORS, Word
from portal.forms import START, LanguageForm, portal_path
from portal.rules import next_step, parts, route_map
from portal.selectors import (
    MyCases,
    helpers,
    intensity_of,
    journey_of,
    my_cases,
    my_documents,
    my_plans,
    objection_until,
    terms_of,
)

DIGID = "digid"
View = Callable[..., HttpResponse]


@login_not_required
def log_in(request: HttpRequest) -> HttpResponse:
    """Explains in the visitor's language; the button goes on to DigiD."""
    next_path = portal_path(request.POST.get("next") or request.GET.get("next") or START)
    if request.method == "POST":
        try:
            digid = get_adapter().get_provider(request, DIGID)
            return digid.redirect(request, AuthProcess.LOGIN, next_url=next_path)
        except RequestException:
            return _digid_is_down()
    if request.user.is_authenticated and request.user.is_resident:
        return redirect(next_path)
    context = {"error": LOGIN_ERRORS.get(request.GET.get("fout", "")), "next": next_path}
    return render(request, "portal/log_in.html", context)


@login_not_required
def back_from_digid(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Who it is, allauth asks DigiD; `accounts.doors.ResidentAdapter` finds the resident."""
    try:
        return finish_login(request, provider_id)
    except RequestException:
        return _digid_is_down()


def _digid_is_down() -> HttpResponse:
    return redirect(f"{reverse('mijn-inloggen')}?fout=storing")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remembered with the resident; before logging in, until then."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return redirect(START)
    chosen = form.cleaned_data["language"]
    if request.user.is_authenticated and request.user.is_resident:
        choose_language(user=request.user, language=chosen)
    else:
        request.session[LANGUAGE_CHOSEN] = chosen
    response = redirect(form.cleaned_data["next"])
    remember_language(response, chosen)
    return response


def with_my_case(view: View) -> View:
    """A page about the resident's case: `view(request, mine, ...)`. Without a case it says so, kindly."""

    @resident_page
    @require_safe
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mine = my_cases(request.user)
        if mine is None:
            known = cases_of_resident(request.user).exists()
            return render(request, "portal/no_case.html", {"known": known}, status=403 if known else 200)
        return view(request, mine, *args, **kwargs)

    return page


@with_my_case
def start(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """What is my next step, and who helps me?"""
    plan = _plan_of(mine.current, my_plans(request.user, mine.current))
    step = next_step(journey_of(mine.current, plan, today=timezone.localdate()))
    chosen = step.appointment
    agreement = (
        next((one for one in plan.agreements.all() if chosen and one.pk == chosen.id), None) if plan else None
    )
    documents = my_documents(request.user, mine.current)
    context = _shared(mine) | {"step": step, "agreement": agreement, "plan": plan, "documents": documents}
    return render(request, "portal/start.html", context)


@with_my_case
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
    object_until = objection_until(shown) if shown else None
    context = _shared(mine) | {
        "version": shown,
        "is_current": shown == current,
        "others": [version for version in versions if version != shown],
        "journey": journey,
        "step": next_step(journey),
        "object_until": object_until,
        "may_object": object_until is not None and today <= object_until,
        "loose_agreements": [one for one in shown.agreements.all() if one.goal_id is None] if shown else [],
    }
    return render(request, "portal/plan.html", context)


@with_my_case
def route(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """Why this route, and what is in it?"""
    shown = _plan_of(mine.current, my_plans(request.user, mine.current))
    today = timezone.localdate()
    journey = journey_of(mine.current, shown, today=today)
    terms = terms_of(mine.current)
    context = _shared(mine) | {
        "version": shown,
        "journey": journey,
        "parts": parts(route=journey.route, group=journey.group, intensity=intensity_of(shown), on=today),
        "stops": route_map(journey),
        "terms": [
            (kind, terms[kind].due_on) for kind in ROUTE_TERMS if kind in terms and mine.current.is_open
        ],
        "object_until": journey.object_until,
        "may_object": journey.object_until is not None and today <= journey.object_until,
    }
    return render(request, "portal/route.html", context)


ROUTE_TERMS = (Kind.TERMIJN, Kind.VERLENGING_VANAF, Kind.ROUTEWISSEL, Kind.AANBOD, Kind.TAALSCHAKELTRAJECT)


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
    found = get_object_or_404(own, pk=document_id)
    response = HttpResponse(bytes(found.content.data), content_type=found.mime)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=found.filename
    )
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


def _plan_of(case: Case, versions: list[PipVersion]) -> PipVersion | None:
    return next((version for version in versions if version.pip.case_id == case.pk), None)


def _shared(mine: MyCases) -> dict[str, Any]:
    """What every page about a case shows."""
    return {
        "case": mine.current,
        "earlier": mine.earlier,
        "gemeente": mine.current.gemeente,
        "helpers": helpers(mine.current),
    }
