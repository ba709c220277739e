"""Logging in with DigiD, and the language of the pages."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect.views import callback as finish_login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from requests import RequestException

from accounts.doors import LANGUAGE_CHOSEN, remember_language
from accounts.services import choose_language
from portal.enums import LOGIN_ERRORS
from portal.forms.language import START, LanguageForm, portal_path

DIGID = "digid"


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
