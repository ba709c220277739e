"""The two doors: decorators that say for whom a page is, login being the default; and the page of API tokens."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST

from accounts.enums import Role
from accounts.forms import TokenForm
from accounts.selectors import tokens_visible_to
from accounts.services import issue_token, revoke_token

View = Callable[..., HttpResponse]


def staff_page(*roles: Role) -> Callable[[View], View]:
    """For staff with one of these roles, or with any role when none is named. Residents and role-less users get 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if user.is_resident or not user.roles or (roles and not user.has_role(*roles)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.allowed_roles = roles or tuple(Role)  # type: ignore[attr-defined]
        return guarded

    return decorate


def resident_page(view: View) -> View:
    """For residents; staff get 403. Nothing stays in the browser, since phones and library computers are shared."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_resident:
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    guarded.for_residents = True  # type: ignore[attr-defined]
    guarded.login_url = "/mijn/inloggen/"  # type: ignore[attr-defined]
    return guarded


def form_at(page: str) -> Callable[[View], View]:
    """Says on which page the form of this address stands, seen from here, when it isn't the page above it."""

    def decorate(view: View) -> View:
        view.form_at = page  # type: ignore[attr-defined]
        return view

    return decorate


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def api_tokens(request: HttpRequest) -> HttpResponse:
    """Tokens of the gemeente. A new one is shown once, on the page that answers the form."""
    form = TokenForm(request.POST or None, user=request.user)
    secret = ""
    if form.is_valid():
        try:
            _, secret = issue_token(**form.cleaned_data)
            form = TokenForm(user=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    context = {
        "form": form,
        "secret": secret,
        "tokens": tokens_visible_to(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "accounts/api_tokens.html", context, status=400 if form.errors else 200)


@staff_page(Role.FUNCTIONEEL_BEHEERDER)
@require_POST
def revoke_api_token(request: HttpRequest, token_id: int) -> HttpResponse:
    token = revoke_token(token=get_object_or_404(tokens_visible_to(request.user), pk=token_id))
    messages.success(
        request, f"Het token van {token.system} is ingetrokken. Het systeem komt er niet meer in."
    )
    return redirect("api-tokens")
