"""One request to a partner in the chain: with time-outs, another try where that is safe, and a line in the log."""

import logging
import random
import ssl
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from django.conf import settings

from accounts.models import Gemeente
from exchange.enums import Party
from exchange.models import ExchangeLog
from inburgering.kit.encryption import blind_index

# It logs each address, and DUO's addresses hold a BSN. `ExchangeLog` says what was asked.
logging.getLogger("httpx").setLevel(logging.WARNING)

TIMEOUT = httpx.Timeout(connect=5, read=20, write=10, pool=5)
PAUSES = (0.3, 1.5)
"""Seconds before the second and third try of a question. A longer outage is the work of the queues."""

_clients: dict[Party, httpx.Client] = {}
_clients_lock = threading.Lock()


class ChainError(Exception):
    """The chain didn't give what we asked. The text is a Dutch sentence for staff."""

    sentence = ""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class OutageError(ChainError):
    """No answer, or a fault at their side: later it can go well. `may_have_arrived` when the work may be done already."""

    def __init__(self, sentence: str, *, may_have_arrived: bool = False) -> None:
        super().__init__(sentence)
        self.may_have_arrived = may_have_arrived


class UnknownPersonError(ChainError):
    """404."""


class NotOursError(ChainError):
    """403 without reasons: not a person of this gemeente, or our certificate isn't right."""


class RefusedError(ChainError):
    """They understood and said no; `reasons` are their own words."""

    def __init__(self, sentence: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.reasons = reasons


@dataclass(frozen=True)
class Question:
    """What to ask. `act` is how the log names it; `bsn` is for the index in the log only."""

    party: Party
    gemeente: Gemeente
    act: str
    purpose: str
    bsn: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: Mapping[str, Any] | None = None
    may_repeat: bool = True


def ask(question: Question) -> httpx.Response:
    """The answer, whatever its status below 500. Raises OutageError after the last try."""
    pauses = (*PAUSES, None) if question.may_repeat else (None,)
    for pause in pauses:
        try:
            return _ask_once(question)
        except OutageError:
            if pause is None:
                raise
            time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311
    raise AssertionError("the last try returns or raises")


def _ask_once(question: Question) -> httpx.Response:
    message_id = uuid.uuid4()
    started = time.monotonic()
    status = None
    name = question.party.label
    try:
        response = _client(question.party).request(
            question.method,
            question.url,
            headers={**question.headers, "berichtId": str(message_id)},
            json=question.body,
        )
        status = response.status_code
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise OutageError(f"{name} is niet bereikbaar.") from error
    except httpx.TransportError as error:
        raise OutageError(f"{name} gaf geen antwoord.", may_have_arrived=True) from error
    finally:
        ExchangeLog.objects.create(
            party=question.party,
            gemeente=question.gemeente,
            person_index=blind_index(question.bsn) if question.bsn else "",
            act=question.act,
            purpose=question.purpose,
            message_id=message_id,
            status=status,
            milliseconds=int((time.monotonic() - started) * 1000),
        )
    if status in {429, 503}:
        raise OutageError(f"{name} is tijdelijk niet beschikbaar ({status}).")
    if status >= 500:
        raise OutageError(f"{name} heeft een storing ({status}).", may_have_arrived=True)
    return response


def _client(party: Party) -> httpx.Client:
    """One for each party and process: it keeps its connections."""
    with _clients_lock:
        if party not in _clients:
            # The addresses of the chain are named in the settings; a proxy of the environment isn't meant for them.
            _clients[party] = httpx.Client(
                timeout=TIMEOUT, verify=_tls(), trust_env=False, follow_redirects=False
            )
        return _clients[party]


def _tls() -> ssl.SSLContext:
    """Our PKIoverheid certificate, and theirs to trust, when the settings name them."""
    context = ssl.create_default_context(cafile=settings.DUO_CA or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.DUO_CLIENT_CERT:
        context.load_cert_chain(settings.DUO_CLIENT_CERT, settings.DUO_CLIENT_KEY or None)
    return context


def forget_clients() -> None:
    """Closes the connections; the next question opens new ones, by the settings of that moment."""
    with _clients_lock:
        for client in _clients.values():
            client.close()
        _clients.clear()
