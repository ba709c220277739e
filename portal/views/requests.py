"""Who answers, and when? Asking, following what was asked, taking it back, and asking that somebody else looks again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contact.enums.requests import RequestState, RequestType
from contact.rules.requests import ASKABLE
from contact.services.requests import request_review, submit_request, withdraw_request
from portal.enums import ASKINGS
from portal.forms.requests import AskForm, ReviewForm
from portal.selectors.cases import MyCases, helpers
from portal.selectors.requests import Asked, my_request, my_requests, term_for
from portal.views.case_page import my_form, my_page, shared


@my_page
def overview(request: HttpRequest, mine: MyCases) -> HttpResponse:
    asked = my_requests(request.user, today=timezone.localdate())
    context = shared(mine) | {"asked": asked, "askings": _askings(mine), "helpers": helpers(mine.current)}
    return render(request, "portal/requests.html", context)


def _askings(mine: MyCases) -> list[tuple[RequestType, Any]]:
    """What can be asked now: of a closed case only a complaint is left."""
    types = ASKABLE if mine.current.is_open else (RequestType.KLACHT,)
    return [(type_, ASKINGS[type_]) for type_ in types]


@my_form
def ask(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """Without a type first the choice of one; "hier klopt iets niet" brings what it is about, and is a question."""
    about = request.GET.get("over", "")
    type_ = _askable(request.GET.get("soort", "vraag" if about else ""), mine)
    if type_ is None:
        return render(request, "portal/request_choose.html", shared(mine) | {"askings": _askings(mine)})
    form = AskForm(request.POST if request.method == "POST" else None, initial={"about": about})
    if form.is_valid():
        try:
            asked = submit_request(
                case=mine.current, type_=type_, text=form.full_text(),
                language=form.cleaned_data["language"], by=request.user,
            )  # fmt: skip
        except ValidationError:
            form.add_error(None, _refused())
        else:
            messages.success(request, _("De gemeente heeft uw vraag. U ziet hier wanneer u antwoord krijgt."))
            return redirect("mijn-vraag", asked.pk)
    context = shared(mine) | {
        "form": form,
        "asking": ASKINGS[type_],
        "term": term_for(type_, mine.current, today=timezone.localdate()),
    }
    return render(request, "portal/request_ask.html", context, status=422 if form.is_bound else 200)


def _askable(wanted: str, mine: MyCases) -> RequestType | None:
    return next((type_ for type_, _asking in _askings(mine) if type_ == wanted), None)


def _refused() -> str:
    return _("Dit lukt nu niet. Uw tekst staat hier nog. Probeer het later nog een keer, of bel de gemeente.")


@my_page
def detail(request: HttpRequest, mine: MyCases, request_id: int) -> HttpResponse:
    asked = _found(request, request_id)
    return render(request, "portal/request.html", shared(mine) | {"asked": asked})


@my_form
def withdraw(request: HttpRequest, mine: MyCases, request_id: int) -> HttpResponse:
    asked = _found(request, request_id)
    if request.method == "POST":
        try:
            withdraw_request(request=asked.request, by=request.user)
        except ValidationError:
            asked.request.refresh_from_db(fields=["state"])
            if asked.request.state != RequestState.WITHDRAWN:
                messages.info(request, _("Dit kan niet meer: de gemeente gaf net antwoord."))
        else:
            messages.success(request, _("U hebt uw vraag ingetrokken."))
        return redirect("mijn-vraag", request_id)
    if not asked.is_open:
        return redirect("mijn-vraag", request_id)
    return render(request, "portal/request_withdraw.html", shared(mine) | {"asked": asked})


@my_form
def review(request: HttpRequest, mine: MyCases, request_id: int) -> HttpResponse:
    """Once, after a no: somebody else than the first decider looks."""
    asked = _found(request, request_id)
    if not asked.may_ask_review:
        return redirect("mijn-vraag", request_id)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            again = request_review(request=asked.request, by=request.user, **form.cleaned_data)
        except ValidationError:
            form.add_error(None, _refused())
        else:
            messages.success(request, _("Iemand anders kijkt nu naar uw vraag."))
            return redirect("mijn-vraag", again.pk)
    context = shared(mine) | {"form": form, "asked": asked}
    return render(request, "portal/request_review.html", context, status=422 if form.is_bound else 200)


def _found(request: HttpRequest, request_id: int) -> Asked:
    asked = my_request(request.user, request_id, today=timezone.localdate())
    if asked is None:
        raise Http404
    return asked
