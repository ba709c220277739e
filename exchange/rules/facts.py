"""What DUO told, as words for the dossier."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from exchange.enums import FactKind
from inburgering.kit.dutch import format_date

ROUTES: Mapping[str, str] = {"B": "B1-route", "O": "Onderwijsroute", "Z": "Zelfredzaamheidsroute (Z-route)"}
_ALPHABETISATION = {"A": "ja, eerste keer", "AA": "ja, ander schrift", "NVT": "nee"}
_LABELS: Mapping[FactKind, tuple[tuple[str, str], ...]] = {
    FactKind.DUTY: (
        ("has_duty", "Inburgeringsplichtig"),
        ("starts_on", "Plicht vanaf"),
        ("ends_on", "Plicht tot en met"),
        ("notified_on", "Kennisgeving verstuurd"),
        ("reason_without", "Reden van geen plicht"),
    ),
    FactKind.GROUP: (("is_asylum", "Asielstatushouder"), ("detail", "Doelgroep in detail")),
    FactKind.TERM: (
        ("starts_on", "Inburgeringstermijn vanaf"),
        ("last_day", "Inburgeringstermijn tot en met"),
        ("ground", "Reden van verlenging"),
    ),
    FactKind.PIP: (
        ("gemeente_code", "PIP van gemeente"),
        ("dagtekeningPip", "Dagtekening van het PIP"),
        ("leerroute", "Leerroute"),
        ("niveau", "Niveau"),
        ("geschatteIntensiteitB1Route", "Uren B1-route"),
        ("indicatorAlfabetiseringsonderwijs", "Alfabetisering"),
    ),
}


def in_words(kind: FactKind, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Label and words of each part that DUO filled in."""
    return [
        (label, _words(name, content[name])) for name, label in _LABELS[kind] if _is_known(content.get(name))
    ]


def _is_known(value: Any) -> bool:
    return value not in (None, "")


def _words(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if name == "leerroute":
        return ROUTES.get(value, str(value))
    if name == "indicatorAlfabetiseringsonderwijs":
        return _ALPHABETISATION.get(value, str(value))
    if name.endswith(("_on", "_day", "Pip")):
        return format_date(date.fromisoformat(value), weekday=False)
    return str(value)
