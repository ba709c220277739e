"""Asking DUO, and telling it the PIP. Each function is one operation of DUO's APIs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import httpx
from django.conf import settings

from accounts.models import Gemeente
from exchange.enums import Party
from exchange.rules import duo as reading
from exchange.rules.contact import ContactDetails, read_contact_id
from exchange.services.http import (
    NotOursError,
    OutageError,
    Question,
    RefusedError,
    UnknownPersonError,
    ask,
)

_CONTACT = "contactpersoon"
_MAY_REPEAT = frozenset({"GET", "PUT"})
PURPOSE = "Uitvoering Wet inburgering 2021"
Result = TypeVar("Result")


@dataclass(frozen=True)
class Operation:
    """One operation of DUO's APIs; `act` is its name in our log."""

    act: str
    api: str
    path: str
    method: str = "GET"


def fetch_duty(*, gemeente: Gemeente, bsn: str) -> reading.Duty:
    operation = Operation("Inburgeringsplicht opvragen", "inburgeringsplicht", "inburgeringsplicht")
    return _fetch(operation, gemeente, bsn, reading.read_duty)


def fetch_target_group(*, gemeente: Gemeente, bsn: str) -> reading.TargetGroup:
    operation = Operation("Doelgroep opvragen", "inburgeringsplicht", "doelgroep")
    return _fetch(operation, gemeente, bsn, reading.read_target_group)


def fetch_exam_number(*, gemeente: Gemeente, bsn: str) -> str:
    """The number with which a leerbaarheidstoets is booked. UnknownPersonError also when there is none."""
    operation = Operation("Examennummer opvragen", "leerbaarheidstoets", "lbt/examennummer")
    return _fetch(operation, gemeente, bsn, lambda content: str(content["examennummer"]))


def skip_exam(*, gemeente: Gemeente, bsn: str) -> None:
    """Tells DUO that the leerbaarheidstoets is skipped (exemption by the college, Wet inburgering 2021 art. 14 lid 6-7)."""
    operation = Operation("Leerbaarheidstoets overslaan", "leerbaarheidstoets", "lbt/examennummer", "DELETE")
    _checked(_ask_about(operation, gemeente, bsn))


def fetch_exam_results(*, gemeente: Gemeente, bsn: str) -> tuple[reading.ExamResult, ...]:
    operation = Operation("Resultaat leerbaarheidstoets opvragen", "leerbaarheidstoets", "lbt/resultaten")
    return _fetch(operation, gemeente, bsn, reading.read_exam_results)


def fetch_term(*, gemeente: Gemeente, bsn: str) -> reading.Term:
    operation = Operation("Inburgeringstermijn opvragen", "inburgeringstermijn", "inburgeringstermijn")
    return _fetch(operation, gemeente, bsn, reading.read_term)


def fetch_pip(*, gemeente: Gemeente, bsn: str) -> reading.KnownPip | None:
    """The PIP that DUO has now, perhaps of an earlier gemeente."""
    try:
        return _fetch(Operation("PIP opvragen", "pip", "PIP"), gemeente, bsn, reading.read_known_pip)
    except UnknownPersonError:
        return None


def register_pip(*, gemeente: Gemeente, bsn: str, message: Mapping[str, Any]) -> None:
    """Registers a PIP. Not safe to repeat after an OutageError with `may_have_arrived`: ask `fetch_pip` first.

    Raises RefusedError with DUO's own words.
    """
    _checked(_ask_about(Operation("PIP registreren", "pip", "PIP", "POST"), gemeente, bsn, body=message))


def delete_pip(*, gemeente: Gemeente, bsn: str) -> None:
    """Deletes the current PIP. DUO refuses once a termijn was set or course hours were registered."""
    _checked(_ask_about(Operation("PIP verwijderen", "pip", "PIP", "DELETE"), gemeente, bsn))


# --- The contactpersoon ------------------------------------------------------------------------------------------


def register_contact(*, gemeente: Gemeente, details: ContactDetails) -> int:
    """Makes a colleague known, and answers DUO's number. Repeating makes a second record: DUO has no question to look first."""
    operation = Operation("Contactpersoon registreren", _CONTACT, "contactpersonen", "POST")
    response = _checked(_ask(operation, gemeente, body=details.as_message()))
    try:
        return read_contact_id(response.json())
    except (ValueError, KeyError, TypeError) as error:
        raise OutageError(
            "DUO gaf een antwoord zonder nummer van de contactpersoon.", may_have_arrived=True
        ) from error


def change_contact(*, gemeente: Gemeente, contact_id: int, details: ContactDetails) -> None:
    operation = Operation("Contactpersoon wijzigen", _CONTACT, f"contactpersonen/{contact_id}", "PUT")
    _checked(_ask(operation, gemeente, body=details.as_message()))


def delete_contact(*, gemeente: Gemeente, contact_id: int) -> None:
    """UnknownPersonError when it was gone already."""
    operation = Operation("Contactpersoon verwijderen", _CONTACT, f"contactpersonen/{contact_id}", "DELETE")
    _checked(_ask(operation, gemeente))


def link_contact(*, gemeente: Gemeente, bsn: str, contact_id: int) -> None:
    """Ties a contactpersoon to a person. Not safe to repeat: `unlink_contact` first."""
    path = f"contactpersonen/{contact_id}/personen/{bsn}"
    _checked(_ask(Operation("Contactpersoon koppelen", _CONTACT, path, "POST"), gemeente, bsn))


def unlink_contact(*, gemeente: Gemeente, bsn: str, contact_id: int) -> None:
    """UnknownPersonError when it wasn't tied."""
    path = f"contactpersonen/{contact_id}/personen/{bsn}"
    _checked(_ask(Operation("Contactpersoon ontkoppelen", _CONTACT, path, "DELETE"), gemeente, bsn))


def _fetch(operation: Operation, gemeente: Gemeente, bsn: str, read: Callable[[Any], Result]) -> Result:
    response = _checked(_ask_about(operation, gemeente, bsn))
    try:
        return read(response.json())
    except (ValueError, KeyError, TypeError) as error:
        raise OutageError("DUO gaf een antwoord dat niet klopt met de afspraken.") from error


def _ask_about(
    operation: Operation, gemeente: Gemeente, bsn: str, *, body: Mapping[str, Any] | None = None
) -> httpx.Response:
    """Most operations are about one person."""
    return _ask(replace(operation, path=f"personen/{bsn}/{operation.path}"), gemeente, bsn, body=body)


def _ask(
    operation: Operation, gemeente: Gemeente, bsn: str = "", *, body: Mapping[str, Any] | None = None
) -> httpx.Response:
    return ask(
        Question(
            party=Party.DUO,
            gemeente=gemeente,
            act=operation.act,
            purpose=PURPOSE,
            bsn=bsn,
            method=operation.method,
            url=f"{settings.DUO_BASE_URL}/{operation.api}/v1/{operation.path}",
            headers={"bron": gemeente.oin, "doel": settings.DUO_OIN, "Accept": "application/json"},
            body=body,
            may_repeat=operation.method in _MAY_REPEAT,
        )
    )


def _checked(response: httpx.Response) -> httpx.Response:
    """The answer when it is good. Reasons may come with a 400 or a 403: DUO's file has them at 403."""
    if response.is_success:
        return response
    if reasons := _reasons(response):
        raise RefusedError("DUO weigert dit bericht.", reasons)
    if response.status_code == 404:
        raise UnknownPersonError("DUO kent deze persoon niet, of heeft dit gegeven niet.")
    if response.status_code in (401, 403):
        raise NotOursError(
            "DUO geeft deze gemeente geen gegevens over deze persoon. Woont of woonde de persoon hier, of heeft COA "
            "de persoon aan uw gemeente gekoppeld?"
        )
    raise RefusedError(f"DUO begrijpt dit bericht niet ({response.status_code}).")


def _reasons(response: httpx.Response) -> tuple[str, ...]:
    try:
        return reading.read_texts(response.json())
    except ValueError:
        return ()
