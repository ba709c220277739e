"""All addresses. Pages have Dutch words and a trailing slash; the API has neither.

An app's `urls.py` has `urlpatterns` for pages; `api_urlpatterns` for its acts under `/api/v1/`, where it has any.
"""

from importlib import import_module

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

PAGE_APPS = ["accounts", "deadlines", "intake", "pip_plans", "portal"]
API_APPS = ["intake", "pip_plans"]


def _api() -> list[URLPattern | URLResolver]:
    return [pattern for app in API_APPS for pattern in import_module(f"{app}.urls").api_urlpatterns]


urlpatterns = [
    path("beheer/techniek/", admin.site.urls),
    *[path("", include(f"{app}.urls")) for app in PAGE_APPS],
    path("api/v1/", include(_api())),
]
