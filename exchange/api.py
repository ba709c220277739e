"""Our Notificatie API, exactly as DUO's file describes it (version 1.8.0). A plain view: DUO sends in bursts."""

import uuid

import structlog
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from exchange.rules.notification import MAX_BYTES, NotValidError, is_message_id, parse
from exchange.services.incoming import gemeente_id_of, keep_notification, wake_up

logger = structlog.get_logger(__name__)

API_VERSION = "1.8.0"


@csrf_exempt
@login_not_required
def notificaties(request: HttpRequest) -> HttpResponse:
    """POST /v1/notificaties. 201 means: it stands in the database. Bodies only where the file has one."""
    try:
        response = _answer(request)
    except Exception:
        logger.exception("notification_not_stored")
        response = HttpResponse(status=500)
    response.headers["API-Version"] = API_VERSION
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    if settings.CHAIN_MAINTENANCE:
        return JsonResponse({"fouttekst": "Gepland onderhoud. Stuur het bericht later nog eens."}, status=503)
    sender, target, message_id = (_header(request, name) for name in ("bron", "doel", "berichtId"))
    if not (known := _verified_sender(request)):
        return HttpResponse(status=401)
    if len(sender) != 20 or len(target) != 20 or not is_message_id(message_id):
        return HttpResponse(status=400)
    gemeente_id = gemeente_id_of(target)
    if known != sender or sender != settings.DUO_OIN or gemeente_id is None:
        return HttpResponse(status=403)
    try:
        body = _body(request)
        notification = parse(body)
    except NotValidError:
        return HttpResponse(status=400)
    row_id = keep_notification(
        message_id=uuid.UUID(message_id), gemeente_id=gemeente_id, notification=notification, body=body
    )
    if row_id is not None:
        wake_up()
    return HttpResponse(status=201)


def _verified_sender(request: HttpRequest) -> str:
    """The OIN of the client certificate, as the proxy before us checked it. The demo has no proxy and takes `bron`."""
    if settings.CLIENT_OIN_HEADER:
        return _header(request, settings.CLIENT_OIN_HEADER)
    return _header(request, "bron") if settings.DEMO else ""


def _header(request: HttpRequest, name: str) -> str:
    """Straight from the environment: `request.headers` makes a dictionary of all of them, for each request anew."""
    return str(request.META.get(f"HTTP_{name.upper().replace('-', '_')}", ""))


def _body(request: HttpRequest) -> bytes:
    """What was sent, unless it is no notification by its size alone: then it isn't even read."""
    if not request.META.get("CONTENT_TYPE", "").lower().startswith("application/json"):
        raise NotValidError("content type")
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError as error:
        raise NotValidError("length") from error
    if length > MAX_BYTES:
        raise NotValidError("too long")
    # Django takes a body without a length for an empty one; a server that says so reads a chunked body to its end.
    source = (
        request.META["wsgi.input"] if not length and request.META.get("wsgi.input_terminated") else request
    )
    body = bytes(source.read(MAX_BYTES + 1))
    if len(body) > MAX_BYTES:
        raise NotValidError("too long")
    return body
