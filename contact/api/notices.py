"""The door for the SMS service, which tells how a message ended. It has no user: a token of its own lets it in."""

import json
from hmac import compare_digest

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from contact.services.notices.outcomes import record_sms_status

MAX_BYTES = 20_000


@csrf_exempt
@login_not_required
@require_POST
def sms_status(request: HttpRequest) -> HttpResponse:
    """The delivery receipt of NotifyNL: `{"reference": ..., "status": ...}` and more. 204 also for what isn't ours:
    repeating it wouldn't help.
    """
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.NOTIFY_CALLBACK_TOKEN or not compare_digest(
        given.encode(), settings.NOTIFY_CALLBACK_TOKEN.encode()
    ):
        return HttpResponse(status=401)
    if len(request.body) > MAX_BYTES:
        return HttpResponse(status=413)
    try:
        receipt = json.loads(request.body)
        reference, status = receipt["reference"], receipt["status"]
    except (ValueError, KeyError, TypeError):
        return HttpResponse(status=400)
    if isinstance(reference, str) and isinstance(status, str) and "\x00" not in reference:
        record_sms_status(reference=reference, status=status)
    return HttpResponse(status=204)
