"""Mail over SMTP, in steps: so that it is known whether the server can have the message when something breaks."""

import re
import smtplib
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from contact.services.channels import (
    HandOver,
    LaterError,
    OutageError,
    Receipt,
    RefusedError,
    UnknownOutcomeError,
)

UNREACHABLE = "De mailserver is niet bereikbaar."
_NO_ADDRESS = "Dit e-mailadres bestaat niet of kan geen mail krijgen."


class MailPost:
    """The way out for the mails of one run, over one connection as long as that holds."""

    def __init__(self) -> None:
        self._backend = get_connection(fail_silently=False)

    def send(self, message: EmailMessage, hand_over: HandOver) -> Receipt:
        if isinstance(self._backend, EmailBackend):
            self._send_by_smtp(self._backend, message, hand_over)
        else:
            hand_over()
            self._backend.send_messages([message])
        return Receipt()

    def close(self) -> None:
        """The mails that went are gone already; what the server thinks of our goodbye changes nothing."""
        with suppress(OSError, smtplib.SMTPException):
            self._backend.close()

    def _send_by_smtp(self, backend: EmailBackend, message: EmailMessage, hand_over: HandOver) -> None:
        try:
            smtp = _opened(backend)
            sender, to = _address(message.from_email), _address(message.to[0])
            body = _as_sent(message)
            _offer(smtp, sender, to)
            hand_over()
            _give(smtp, body)
        except BaseException:
            self._forget()
            raise

    def _forget(self) -> None:
        """A connection that broke halfway isn't used again."""
        if isinstance(self._backend, EmailBackend) and self._backend.connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._backend.connection.close()
            self._backend.connection = None


def _opened(backend: EmailBackend) -> smtplib.SMTP:
    try:
        backend.open()
    except smtplib.SMTPAuthenticationError as error:
        raise OutageError("De mailserver kent onze gebruiker of ons wachtwoord niet.") from error
    except (OSError, smtplib.SMTPException) as error:
        raise OutageError(UNREACHABLE) from error
    if backend.connection is None:
        raise OutageError(UNREACHABLE)
    return backend.connection


def _address(address: str) -> str:
    try:
        cleaned: str = sanitize_address(address, "utf-8")
        cleaned.encode("ascii")
    except (ValueError, UnicodeError) as error:
        raise RefusedError(_NO_ADDRESS) from error
    return re.sub(r"^.*<(.*)>$", r"\1", cleaned)


def _as_sent(message: EmailMessage) -> bytes:
    """The bytes on the wire: a line with one point would end the mail (RFC 5321, 4.5.2)."""
    made: Any = message.message()  # Django's own class, which knows `linesep`
    body: bytes = made.as_bytes(linesep="\r\n")
    return re.sub(rb"(?m)^\.", b"..", body).removesuffix(b"\r\n") + b"\r\n.\r\n"


def _offer(smtp: smtplib.SMTP, sender: str, to: str) -> None:
    """All that comes before the mail itself. Whatever breaks here, the server has nothing."""
    try:
        smtp.ehlo_or_helo_if_needed()
        code, said = smtp.mail(sender)
        if code != 250:
            raise OutageError(f"De mailserver neemt van ons geen mail aan ({_words(code, said)}).")
        code, said = smtp.rcpt(to)
        if code not in {250, 251}:
            raise _refusal(code, said, _NO_ADDRESS)
        smtp.putcmd("data")
        code, said = smtp.getreply()
        if code != 354:
            raise _refusal(code, said, "De mailserver wil deze mail niet.")
    except (OSError, smtplib.SMTPException) as error:
        raise OutageError("De mailserver verbrak de verbinding of antwoordde te laat.") from error


def _give(smtp: smtplib.SMTP, body: bytes) -> None:
    try:
        smtp.send(body)
        code, said = smtp.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise UnknownOutcomeError(
            "De mailserver kreeg de mail, maar bevestigde die niet. De mail is misschien aangekomen."
        ) from error
    if code != 250:
        raise _refusal(code, said, "De mailserver wil deze mail niet.")


def _refusal(code: int, said: bytes, sentence: str) -> Exception:
    """4xx is "not now", 5xx is "never" (RFC 5321, 4.2.1)."""
    if code < 500:
        return LaterError(f"De mailserver vraagt om later terug te komen ({_words(code, said)}).")
    return RefusedError(f"{sentence} De server zegt: {_words(code, said)}.")


def _words(code: int, said: bytes) -> str:
    return f"{code} {said.decode('utf-8', 'replace')[:120]}".strip()


def mail_is_on() -> bool:
    return bool(settings.MAIL_ADAPTER != "uit")
