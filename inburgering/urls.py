"""All addresses. Pages have Dutch words and a trailing slash; the API has neither.

An app's `urls.py` has `urlpatterns` for pages; `api_urlpatterns` for its acts under `/api/v1/`, where it has any.
"""

from importlib import import_module

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path

from inburgering import health
from inburgering.kit.openapi import DescribeApi
from inburgering.kit.problems import api_not_found

PAGE_APPS = [
    "accounts",
    "cases",
    "deadlines",
    "contact",
    "intake",
    "pip_plans",
    "exchange",
    "portal",
    "caseload",
]
API_APPS = ["cases", "deadlines", "contact", "intake", "pip_plans", "caseload"]


def _api() -> list[URLPattern | URLResolver]:
    return [pattern for app in API_APPS for pattern in import_module(f"{app}.urls").api_urlpatterns]


urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("beheer/techniek/", admin.site.urls),
    *[path("", include(f"{app}.urls")) for app in PAGE_APPS],
    path("api/v1/openapi.json", DescribeApi.as_view(), name="openapi"),
    path("api/v1/", include(_api())),
    re_path(r"^api/", api_not_found, name="api-onbekend"),
]
