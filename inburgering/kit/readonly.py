"""A page that is only looked at can't change anything: reading is safe to repeat, prefetch and share."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_WRITING_STATEMENTS = ("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE")
# Rows about the visit itself, not about anybody's case.
_ABOUT_THE_VISIT = (
    "django_session",
    "accounts_accesslogentry",
    "account_",
    "socialaccount_",
    "mfa_",
    "accounts_user",
)


class WriteOnGetError(RuntimeError):
    """A view tried to write while answering a GET."""


class ReadOnlyGetMiddleware:
    """Refuses statements that write during GET, HEAD and OPTIONS, except to the tables about the visit itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as stack:
            if request.method in _READING:
                stack.enter_context(connection.execute_wrapper(_refuse_writes))
            return self.get_response(request)


def _refuse_writes(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    statement = str(sql).lstrip().upper()
    if statement.startswith(_WRITING_STATEMENTS) and not any(name in str(sql) for name in _ABOUT_THE_VISIT):
        raise WriteOnGetError(f"A GET may not write: {str(sql)[:120]}")
    return execute(sql, params, many, context)
