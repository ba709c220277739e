"""API errors as RFC 9457 problems, each a sentence that a person can act on."""

import math
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler

_TITLES = {
    400: "De vraag klopt niet",
    401: "Wie vraagt dit?",
    403: "Dit mag u niet",
    404: "Niet gevonden",
    405: "Deze handeling bestaat hier niet",
    406: "Dit formaat is er niet",
    409: "Dit kan nu niet",
    413: "Dit is te groot",
    415: "Dit formaat lezen wij niet",
    429: "Te veel vragen",
    500: "Er ging iets mis bij ons",
}


def problem(code: int, detail: str, **extra: Any) -> dict[str, Any]:
    """The members of RFC 9457; `errors` holds one entry for each obstacle."""
    return {
        "type": "about:blank",
        "title": _TITLES.get(code, "Fout"),
        "status": code,
        "detail": detail,
        **extra,
    }


def problem_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF exception handler. A refusal of a service (`ValidationError`) is 409: the input was fine, the act wasn't."""
    if isinstance(error, ValidationError):
        return _response(
            status.HTTP_409_CONFLICT, error.messages[0], errors=[{"detail": m} for m in error.messages]
        )
    if isinstance(error, RequestDataTooBig):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1_000_000
        return _response(
            status.HTTP_413_REQUEST_ENTITY_TOO_LARGE, f"Stuur hoogstens {limit:.1f} MB.".replace(".", ",", 1)
        )
    if isinstance(error, Http404):
        error = exceptions.NotFound("Dit bestaat niet, of u mag het niet zien.")
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied("Hiervoor hebt u geen rechten.")
    response = exception_handler(error, context)
    if response is None:
        return None
    errors = _flatten(error.detail) if isinstance(error, exceptions.APIException) else []
    detail = _own_sentence(error) or (
        errors[0]["detail"] if errors else _TITLES.get(response.status_code, "Fout")
    )
    extra = {"errors": errors} if isinstance(error, exceptions.ValidationError) else {}
    answer = _response(response.status_code, detail, **extra)
    for name, value in response.items():
        if name in {"WWW-Authenticate", "Retry-After", "Allow"}:
            answer[name] = value
    return answer


def _own_sentence(error: Exception) -> str:
    """For what the framework itself refuses, whose sentences are half English and say nothing of what to do."""
    match error:
        case exceptions.ParseError():
            return "De inhoud is geen geldige JSON. Kijk de komma's, haakjes en aanhalingstekens na."
        case exceptions.UnsupportedMediaType():
            return "Stuur JSON, met de header Content-Type: application/json."
        case exceptions.NotAcceptable():
            return "Wij antwoorden alleen in JSON. Vraag daarom met de header Accept: application/json."
        case exceptions.MethodNotAllowed():
            return "Dit adres kent deze methode niet. De header Allow noemt welke er wel zijn."
        case exceptions.Throttled():
            wait = getattr(error, "wait", None)
            when = f"over {math.ceil(wait)} seconden" if wait else "later"
            return f"U vraagt te veel achter elkaar. Probeer het {when} opnieuw."
        case exceptions.NotAuthenticated():
            return "Stuur een token mee: Authorization: Bearer …"
    return ""


def _response(code: int, detail: str, **extra: Any) -> Response:
    answer = Response(problem(code, detail, **extra), status=code, content_type="application/problem+json")
    answer["API-Version"] = settings.API_VERSION
    return answer


def _flatten(detail: Any, pointer: str = "") -> list[dict[str, str]]:
    if isinstance(detail, dict):
        return [row for name, value in detail.items() for row in _flatten(value, f"{pointer}/{name}")]
    if isinstance(detail, list):
        return [row for value in detail for row in _flatten(value, pointer)]
    return [{"detail": str(detail), **({"pointer": f"#{pointer}"} if pointer else {})}]


@login_not_required
def api_not_found(request: HttpRequest, *_: Any) -> JsonResponse:
    """For paths under /api/ that don't exist."""
    return JsonResponse(
        problem(404, f"Het adres {request.path} bestaat niet in deze API."),
        status=404, content_type="application/problem+json", headers={"API-Version": settings.API_VERSION},
    )  # fmt: skip
