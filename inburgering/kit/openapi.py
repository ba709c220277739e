"""The description of the API, for everybody to read."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.request import Request
from rest_framework.response import Response


class DescribeApi(SpectacularJSONAPIView):
    """OpenAPI 3, with the version of the API as on every other answer."""

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        response: Response = super().get(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        response["API-Version"] = settings.API_VERSION
        response["Access-Control-Allow-Origin"] = "*"
        return response
