"""Asking the BRP about one person."""

from django.conf import settings

from accounts.models import Gemeente
from exchange.enums import Party
from exchange.rules.brp import FIELDS, BrpPerson, read_person
from exchange.services.http import NotOursError, OutageError, Question, RefusedError, UnknownPersonError, ask

_KIND = "RaadpleegMetBurgerservicenummer"


def fetch_person(*, gemeente: Gemeente, bsn: str) -> BrpPerson:
    """The person with this BSN, with the fields of `rules.brp.FIELDS`. UnknownPersonError when the BRP has nobody."""
    response = ask(
        Question(
            party=Party.BRP,
            gemeente=gemeente,
            act="Persoon raadplegen",
            purpose=settings.BRP_PURPOSE,
            bsn=bsn,
            method="POST",
            url=f"{settings.BRP_BASE_URL}/personen",
            headers=_headers(gemeente),
            body={"type": _KIND, "burgerservicenummer": [bsn], "fields": list(FIELDS)},
        )
    )
    if response.status_code in (401, 403):
        raise NotOursError(
            "De BRP geeft dit programma geen toegang. De functioneel beheerder kan de aansluiting nakijken."
        )
    if response.is_error:
        raise RefusedError(f"De BRP begrijpt de vraag niet ({response.status_code}).")
    try:
        found = response.json()["personen"]
        if found:
            return read_person(found[0])
    except (ValueError, KeyError, TypeError) as error:
        raise OutageError("De BRP gaf een antwoord dat niet klopt met de afspraken.") from error
    raise UnknownPersonError("De BRP kent niemand met dit BSN.")


def _headers(gemeente: Gemeente) -> dict[str, str]:
    """Who asks, and what for: the BRP logs it (Wet BRP art. 3.11)."""
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json; charset=utf-8",
        "x-origin-oin": gemeente.oin,
        "x-doelbinding": settings.BRP_PURPOSE,
        "x-verwerking": settings.BRP_TASK,
    }
    return headers | ({"X-API-KEY": settings.BRP_API_KEY} if settings.BRP_API_KEY else {})
