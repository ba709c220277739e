"""The two doors: decorators that say for whom a page is. Login itself is the default on every page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from accounts.enums import Role

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
    """For residents; staff get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_resident:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    guarded.for_residents = True  # type: ignore[attr-defined]
    return guarded
