"""What every page about the resident's case starts with."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.views import resident_page
from cases.selectors import cases_of_resident
from portal.selectors.cases import MyCases, my_cases

View = Callable[..., HttpResponse]


def _for(*methods: str) -> Callable[[View], View]:
    """A page about the resident's case: `view(request, mine, ...)`. Without a case it says so, kindly."""

    def decorate(view: View) -> View:
        @resident_page
        @require_http_methods(methods)
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            mine = my_cases(request.user)
            if mine is None:
                known = cases_of_resident(request.user).exists()
                return render(request, "portal/no_case.html", {"known": known}, status=403 if known else 200)
            return view(request, mine, *args, **kwargs)

        return page

    return decorate


my_page = _for("GET", "HEAD")
my_form = _for("GET", "HEAD", "POST")
my_act = _for("POST")


def shared(mine: MyCases) -> dict[str, Any]:
    """What every page about a case shows."""
    return {"case": mine.current, "gemeente": mine.current.gemeente}
