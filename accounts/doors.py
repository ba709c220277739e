"""Where Django, allauth and the API ask us who may come in, by which door, in which language."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.enums import Role
from accounts.models import ApiToken, User
from accounts.selectors import active_token
from accounts.services import choose_language, resident_for
from inburgering.kit.encryption import blind_index
from inburgering.kit.numbers import is_valid_bsn

if TYPE_CHECKING:  # The views of the API ask this module for their defaults when they are imported.
    from rest_framework.views import APIView

Handler = Callable[[HttpRequest], HttpResponse]

_PORTAL = "/mijn/"
LANGUAGE_CHOSEN = "taal"
"""Session key: what somebody chose before logging in, so that it wins from what was remembered."""
# Pages that somebody needs before a second factor exists.
_BEFORE_SECOND_FACTOR = ("/account/", "/static/", "/health/", "/taal/")
# A resident has no password and no second factor here: these are DigiD\'s.
_STAFF_ACCOUNT = ("/account/2fa/", "/account/wachtwoord/", "/account/opnieuw-inloggen/")


class UserLanguageMiddleware:
    """Staff pages are Dutch. The portal speaks the language of the cookie, else of the browser, else Dutch."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_portal = request.path.startswith(_PORTAL)
        language = translation.get_language_from_request(request) if in_portal else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if in_portal:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def remember_language(response: HttpResponse, language: str) -> None:
    """Keeps the language on this device, also after logging out."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


_READING = ("GET", "HEAD")


class LoginMiddleware(LoginRequiredMiddleware):
    """Logging in leads back to a page that can be looked at: for something that was sent, the page with its form."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method in _READING:
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(
            sent_from(request), self.get_login_url(view_func), self.get_redirect_field_name(view_func)
        )


def sent_from(request: HttpRequest) -> str:
    """Where somebody was when this was sent, as the browser says; else the address that it was sent to."""
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.get_host() or not page.path:
        return request.path
    path = f"/{page.path.lstrip('/')}"  # Two slashes would be another site.
    return f"{path}?{page.query}" if page.query else path


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was made before the last login, or has no mark of ours: the way to a fresh one, with what was typed."""
    return render(request, "403_csrf.html", {"page": sent_from(request)}, status=403)


class FormPageMiddleware:
    """An address that only takes forms shows nothing by itself: who goes there comes to the page with the form.

    So a reload, a login in between and the language switch work after each refused form.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.path.startswith(("/api/", "/v1/")):
            return response
        if request.method in _READING and (page := _form_page(request)):
            return redirect(page)
        own = render(request, "405.html", status=405)
        own.headers["Allow"] = response.headers["Allow"]
        return own


def _form_page(request: HttpRequest) -> str:
    """What the view says itself (`accounts.views.form_at`), or else the nearest address above that is a page of ours."""
    here = request.path
    if request.resolver_match and (said := getattr(request.resolver_match.func, "form_at", "")):
        return urljoin(here, said)
    while (here := urljoin(here.rstrip("/"), ".")) not in ("/", ""):
        try:
            resolve(here)
        except Resolver404:
            continue
        return here
    return ""


class SecondFactorMiddleware:
    """Sends staff without a second factor to the page where they set it up, when the product asks for one."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(_STAFF_ACCOUNT) and getattr(request.user, "is_resident", False):
            raise PermissionDenied
        if settings.STAFF_SECOND_FACTOR and self._must_set_up(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated or user.is_resident or request.path.startswith(_BEFORE_SECOND_FACTOR):
            return False
        return not is_mfa_enabled(user)


def shell(request: HttpRequest) -> dict[str, Any]:
    """`roles` of the user, whether this is the demo, when the session ends, and the frame of a page that says what failed."""
    user = getattr(request, "user", None)
    in_portal = request.path.startswith(_PORTAL) and not (
        user and user.is_authenticated and not user.is_resident
    )
    roles = user.roles if user is not None and user.is_authenticated else frozenset()
    return {
        "roles": roles,
        "Role": Role,
        "is_demo": settings.DEMO,
        "session_seconds": settings.SESSION_COOKIE_AGE,
        "error_frame": "portal/base.html" if in_portal else "plain.html",
    }


class StaffAdapter(DefaultAccountAdapter):
    """Nobody signs up: accounts are made by the functioneel beheerder."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
        "too_many_login_attempts": "U probeerde te vaak in te loggen. Wacht een paar minuten en probeer het dan opnieuw.",
        "incorrect_password": "Dit is niet uw wachtwoord. Probeer het opnieuw.",
        "incorrect_code": "Deze code klopt niet. Neem de nieuwste code uit uw app over.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/mijn/" if request.user.is_resident else settings.LOGIN_REDIRECT_URL

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if user.is_resident:
            if chosen := request.session.pop(LANGUAGE_CHOSEN, ""):
                choose_language(user=user, language=chosen)
            remember_language(response, user.language)
        return response

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any,
                    **kwargs: Any) -> None:  # fmt: skip
        """That one is logged in or out is clear from the page."""
        if not (message_template or "").endswith(("logged_in.txt", "logged_out.txt")):
            super().add_message(request, level, message_template, *args, **kwargs)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return "/mijn/inloggen/" if request.POST.get("deur") == "mijn" else "/account/login/"

    def is_safe_url(self, url: str) -> bool:
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={settings.BASE_URL.split("//", 1)[1]}
        ) or super().is_safe_url(url)


class ResidentAdapter(DefaultSocialAccountAdapter):
    """Ties the login to the resident with this BSN; the BSN itself isn't stored with the login."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        claims = sociallogin.account.extra_data
        claims = claims.get("userinfo", claims)
        bsn = str(claims.get("bsn", ""))
        if not is_valid_bsn(bsn):
            raise ImmediateHttpResponse(redirect("/mijn/inloggen/?fout=bsn"))
        index = blind_index(bsn)
        reads = import_string(settings.LANGUAGE_OF_RESIDENT)
        language = reads(index) or translation.get_language_from_request(request)
        user = resident_for(bsn_index=index, name=str(claims.get("name", ""))[:200], language=language)
        if sociallogin.is_existing and sociallogin.user != user:
            raise ImmediateHttpResponse(redirect("/mijn/inloggen/?fout=bsn"))
        if not user.is_active:
            raise ImmediateHttpResponse(redirect("/mijn/inloggen/?fout=geblokkeerd"))
        sociallogin.account.extra_data = {}
        if not sociallogin.is_existing:
            choose_language(
                user=user, language=language
            )  # Of a user who was made before the first login too.
            sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None,
                                extra_context: Any = None) -> None:  # fmt: skip
        raise ImmediateHttpResponse(redirect("/mijn/inloggen/?fout=afgebroken"))


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer inb_…`. `request.user` is the staff user, `request.auth` the token."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        parts = get_authorization_header(request).split()
        if not parts or parts[0].lower() != b"bearer":
            return None
        if len(parts) != 2:
            raise AuthenticationFailed("Stuur precies één token: Authorization: Bearer …")
        token = active_token(parts[1].decode("ascii", "replace"), today=timezone.localdate())
        if token is None:
            raise AuthenticationFailed("Dit token is onbekend, ingetrokken of verlopen.")
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="inburgering"'


class HasScope(BasePermission):
    """The token must hold the `scope` that the act names. An act without a scope is closed to everybody."""

    message = "Dit token mag deze handeling niet doen."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, ApiToken) and getattr(view, "scope", None) in request.auth.scopes
