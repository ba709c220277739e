"""The measuring rod: a plain view that does a bare INSERT of the same row, in the same server as the product."""

import uuid

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from inburgering.urls import urlpatterns as product

_INSERT = """
INSERT INTO exchange_incomingmessage
    (message_id, gemeente_id, event, person_index, registered_at, received_at, raw, state, attempts, next_attempt_at, problem)
VALUES (%s, (SELECT min(id) FROM accounts_gemeente), 'SS139', %s, %s, %s, %s, 'ontvangen', 0, %s, '')
"""


@csrf_exempt
@login_not_required
def insert(request: HttpRequest) -> HttpResponse:
    now, key = timezone.now(), uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, (key, key.hex * 2, now, now, request.body, now))
    return HttpResponse(status=201)


urlpatterns = [path("bare", insert), *product]
