"""The little HTTP that the sandbox needs: a request, an answer, and a table of routes."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    base_url: str

    def json(self) -> Any:
        """The body as JSON. ValueError when it isn't."""
        return json.loads(self.body or b"null")

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def values(self) -> dict[str, Any]:
        """What was posted, as JSON or as a form."""
        if self.headers.get("content-type", "").startswith("application/json"):
            return dict(self.json() or {})
        return dict(self.form())


@dataclass(frozen=True)
class Response:
    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[..., Response]


def as_json(
    value: Any, status: int = 200, content_type: str = JSON, *, headers: Mapping[str, str] | None = None
) -> Response:
    body = json.dumps(value, ensure_ascii=False, default=str).encode()
    return Response(status, body, {"Content-Type": content_type, **(headers or {})})


def as_html(text: str, status: int = 200) -> Response:
    return Response(status, text.encode(), {"Content-Type": HTML, "Cache-Control": "no-store"})


def redirect(url: str) -> Response:
    return Response(303, b"", {"Location": url})


class Routes:
    """Finds the handler by method and path; `{bsn}` in a pattern becomes an argument."""

    def __init__(self) -> None:
        self._routes: list[tuple[str, re.Pattern[str], Handler]] = []

    def add(self, method: str, pattern: str, handler: Handler) -> None:
        expression = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern)
        self._routes.append((method, re.compile(expression), handler))

    def answer(self, request: Request) -> Response:
        methods: list[str] = []
        for method, expression, handler in self._routes:
            if match := expression.fullmatch(request.path):
                if method == request.method:
                    return handler(request, **match.groupdict())
                methods.append(method)
        if methods:
            return Response(405, headers={"Allow": ", ".join(methods)})
        return Response(404)
