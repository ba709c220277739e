"""What every act of the API has. Who calls, and what the token may do, is asked in `accounts.doors`."""

from typing import Any, cast

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.enums import Scope
from accounts.models import User

REFUSED = OpenApiResponse(description="Problem (RFC 9457): dit kan nu niet, met elke belemmering in een zin.")


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "accounts.doors.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class ActView(APIView):
    """Base of each act in the API: one class an act, one scope, and the version of the API on every answer."""

    scope: Scope

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["API-Version"] = settings.API_VERSION
        response["Cache-Control"] = "no-store"
        return response


def user_of(request: Request) -> User:
    """Who calls: nobody comes in without an account."""
    return cast("User", request.user)


def checked(shape: serializers.Serializer[Any]) -> dict[str, Any]:
    """What was sent, by the names of the service. Raises rest_framework's ValidationError, which the API answers with 400."""
    shape.is_valid(raise_exception=True)
    return dict(shape.validated_data)
