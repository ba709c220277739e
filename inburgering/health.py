"""Two addresses for whoever watches the product: is the process alive, and can it do its work."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from deadlines.enums import Part
from deadlines.selectors import pulses


@login_not_required
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Touches nothing else: restarting this process doesn't mend a database that is down."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """503 names what doesn't answer or is silent, and says nothing about it that a stranger shouldn't read."""
    state = {"database": _answers(_ask_database), "redis": _answers(_ask_redis)} | _runs()
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (DatabaseError, RedisError):
        return False
    return True


def _runs() -> dict[str, bool]:
    """Whether beat, worker and sweep were seen lately."""
    try:
        seen = {pulse.part: pulse.is_ok for pulse in pulses(now=timezone.now())}
    except DatabaseError:
        seen = {}
    return {part.value: seen.get(part, False) for part in Part}


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_redis() -> None:
    cache.get("health")
