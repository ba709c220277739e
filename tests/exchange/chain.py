"""The sandbox over real HTTP, and the official files of DUO and the BRP."""

import json
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from django.conf import settings as django_settings
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from exchange.management.sandbox import persons
from exchange.management.sandbox.server import Sandbox, serve
from exchange.management.sandbox.world import World
from exchange.services.outgoing import read_events, send_waiting_messages

OWN_OIN, OTHER_OIN = "00000001999901000000", "00000001999902000000"
DUO_OIN = "00000001003214345000"
MESSAGE_ID = "6f1cbb3c-0e7c-4b8e-9b8e-1f2d3c4b5a69"
YUSUF, SELAM, LEYLA, HAMID, ELSEWHERE, EXEMPT = (
    "999986387", "999917602", "999999291", "999955482", "999931805", "999962644",
)  # fmt: skip
# One for all: making its TLS context costs more than a test.
_client = httpx.Client(trust_env=False, timeout=10)
SHARED = Path(django_settings.BASE_DIR).parent / "shared"


@dataclass(frozen=True)
class Chain:
    """The running sandbox: its world to look into, its address to call."""

    world: World
    url: str

    def ask(self, method: str, path: str, **kwargs: Any) -> httpx.Response:
        headers = {"bron": OWN_OIN, "doel": DUO_OIN, "berichtId": MESSAGE_ID} | kwargs.pop("headers", {})
        return _client.request(method, self.url + path, headers=headers, **kwargs)

    def control(self, path: str, **values: Any) -> Any:
        response = self.ask("POST", f"/beheer/{path}", json=values)
        assert response.status_code == 200, response.text
        return response.json()

    def received(self, path: str, method: str = "POST") -> list[str]:
        """Bodies of what reached an address that ends like this."""
        return [one.body for one in self.world.received if one.path.endswith(path) and one.method == method]


def start_chain(cast: persons.Cast, **options: Any) -> Iterator[Chain]:
    world = World(cast)
    server = serve(Sandbox(world, **options), socket.create_server(("127.0.0.1", 0)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Chain(world, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


def tell_contact() -> None:
    """DUO hears who guides the new dossier, so that a test sees only what it does itself."""
    read_events()
    send_waiting_messages()


# --- The official files -----------------------------------------------------------------------------


def official(name: str) -> Path:
    """One of the official files. Absent: skip with a word about it, but never in CI."""
    path = SHARED / name
    if not path.exists():
        report = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        report(f"Het officiële bestand {name} ontbreekt; de ketentest is niet uitgevoerd.")
    return path


# Unicode classes that Python's `re` doesn't know, as letters and dashes.
_CLASSES = {r"\\p{L}": "A-Za-zÀ-ÖØ-öø-ɏͰ-῿", r"\\p{Pd}": "‐-―-"}


@lru_cache
def specification(path: Path) -> OpenAPI:
    text = path.read_text(encoding="utf-8")
    for name, letters in _CLASSES.items():
        text = text.replace(name, letters)
    content = yaml.safe_load(text)
    content.pop("servers", None)  # addresses of the real environments
    return OpenAPI.from_dict(
        content, Config(extra_media_type_deserializers={"application/problem+json": json.loads})
    )


def assert_conforms(file: Path, path: str, response: httpx.Response) -> None:
    """Request and answer are as the official file says. `path` is that of the file, filled in."""
    api, request = specification(file), response.request
    asked = MockRequest(
        "http://localhost", request.method.lower(), path,
        headers={name: value for name, value in request.headers.items() if name != "content-type"},
        data=request.content or None,
        content_type=request.headers.get("content-type", "application/json"),
    )  # fmt: skip
    if response.status_code < 400:
        api.validate_request(asked)
    answer = MockResponse(
        response.content, response.status_code, dict(response.headers),
        content_type=response.headers.get("content-type", "application/json"),
    )  # fmt: skip
    api.validate_response(asked, answer)
