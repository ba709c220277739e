"""SMS: by NotifyNL, or to a file in the demo. Our reference makes it safe to ask whether a message is there already."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
import jwt
from django.conf import settings

from contact.enums.notices import NoticeState
from contact.services.channels import (
    HandOver,
    LaterError,
    OutageError,
    Receipt,
    RefusedError,
    UnknownOutcomeError,
)

TIMEOUT = httpx.Timeout(connect=5, read=15, write=10, pool=5)
UNREACHABLE = "De sms-dienst is niet bereikbaar."

# NotifyNL's words (the API of GOV.UK Notify); what isn't here is still on its way.
OUTCOMES: dict[str, tuple[NoticeState, str]] = {
    "delivered": (NoticeState.DELIVERED, ""),
    "permanent-failure": (NoticeState.BOUNCED, "Dit nummer bestaat niet of kan geen sms krijgen."),
    "temporary-failure": (NoticeState.FAILED, "De telefoon was te lang niet bereikbaar."),
    "technical-failure": (NoticeState.FAILED, "Er was een storing bij de sms-dienst."),
    "validation-failed": (NoticeState.FAILED, "De sms-dienst wil dit bericht niet versturen."),
}


@dataclass(frozen=True)
class Found:
    """A message that the service has: its number there, and how it stands."""

    ref: str
    status: str


class SmsPost(Protocol):
    def send(self, *, number: str, text: str, reference: str, hand_over: HandOver) -> Receipt: ...

    def find(self, reference: str) -> Found | None:
        """What the service has under our reference, if anything."""
        ...

    def status(self, ref: str) -> str: ...

    def close(self) -> None: ...


class NotifyNL:
    """The HTTP API of NotifyNL. The gemeente makes one template there, of which the text is `((bericht))`."""

    def __init__(self) -> None:
        # The key is `name-<service id>-<secret>`, both of them UUIDs.
        self._service, self._secret = settings.NOTIFY_API_KEY[-73:-37], settings.NOTIFY_API_KEY[-36:]
        self._client = httpx.Client(
            base_url=settings.NOTIFY_BASE_URL, timeout=TIMEOUT, trust_env=False, follow_redirects=False
        )

    def send(self, *, number: str, text: str, reference: str, hand_over: HandOver) -> Receipt:
        body = {
            "phone_number": number,
            "template_id": settings.NOTIFY_SMS_TEMPLATE_ID,
            "personalisation": {"bericht": text},
            "reference": reference,
        }
        hand_over()
        return Receipt(ref=str(self._ask("POST", "/v2/notifications/sms", json=body)["id"]))

    def find(self, reference: str) -> Found | None:
        found = self._ask("GET", "/v2/notifications", params={"reference": reference})["notifications"]
        return Found(ref=str(found[0]["id"]), status=str(found[0]["status"])) if found else None

    def status(self, ref: str) -> str:
        return str(self._ask("GET", f"/v2/notifications/{ref}")["status"])

    def close(self) -> None:
        self._client.close()

    def _ask(self, method: str, path: str, **what: Any) -> dict[str, Any]:
        token = jwt.encode({"iss": self._service, "iat": int(time.time())}, self._secret, algorithm="HS256")
        try:
            response = self._client.request(
                method, path, headers={"Authorization": f"Bearer {token}"}, **what
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise OutageError(UNREACHABLE) from error
        except httpx.TransportError as error:
            raise UnknownOutcomeError("De sms-dienst gaf geen antwoord.") from error
        return _answer(response)


def _answer(response: httpx.Response) -> dict[str, Any]:
    if response.status_code >= 500:
        raise UnknownOutcomeError(f"De sms-dienst heeft een storing ({response.status_code}).")
    if response.status_code == 429:
        raise OutageError("De sms-dienst neemt nu niet meer berichten aan (429).")
    if response.status_code in {401, 403}:
        raise OutageError("De sms-dienst kent onze sleutel niet.")
    try:
        said = response.json()
    except ValueError as error:
        raise UnknownOutcomeError("De sms-dienst gaf een antwoord dat wij niet begrijpen.") from error
    if response.status_code == 400:
        raise RefusedError(f"De sms-dienst weigert dit bericht: {_reasons(said)}.")
    if not response.is_success or not isinstance(said, dict):
        raise LaterError(f"De sms-dienst gaf een onverwacht antwoord ({response.status_code}).")
    return said


def _reasons(said: Any) -> str:
    errors = said.get("errors") if isinstance(said, dict) else None
    words = [str(error.get("message", "")) for error in errors or [] if isinstance(error, dict)]
    return " ".join(words)[:200] or "zonder reden"


class SmsToFile:
    """Writes each SMS to a file of its own, for the demo."""

    def __init__(self) -> None:
        self._folder = Path(settings.MESSAGE_FOLDER) / "sms"

    def send(self, *, number: str, text: str, reference: str, hand_over: HandOver) -> Receipt:
        self._folder.mkdir(parents=True, exist_ok=True)
        hand_over()
        self._file(reference).write_text(f"Aan: {number}\n\n{text}\n", encoding="utf-8")
        return Receipt(ref=reference, is_delivered=True)

    def find(self, reference: str) -> Found | None:
        return Found(ref=reference, status="delivered") if self._file(reference).exists() else None

    def status(self, ref: str) -> str:
        return "delivered"

    def close(self) -> None:
        """Nothing stays open."""

    def _file(self, reference: str) -> Path:
        return self._folder / f"{reference}.txt"


def sms_post() -> SmsPost:
    return NotifyNL() if settings.SMS_ADAPTER == "notifynl" else SmsToFile()


def sms_is_on() -> bool:
    return bool(settings.SMS_ADAPTER != "uit")
