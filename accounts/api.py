"""Who calls the API, and what the token may do."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.enums import Scope
from accounts.models import ApiToken, User
from accounts.selectors import active_token


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


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class HasScope(BasePermission):
    """The token must hold the `scope` that the act names. An act without a scope is closed to everybody."""

    message = "Dit token mag deze handeling niet doen."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, ApiToken) and getattr(view, "scope", None) in request.auth.scopes


class ActView(APIView):
    """Base of each act in the API: one class an act, one scope, and the version of the API on every answer."""

    scope: Scope

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["API-Version"] = settings.API_VERSION
        response["Cache-Control"] = "no-store"
        return response
