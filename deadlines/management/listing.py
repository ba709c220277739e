"""All kinds of terms as data: which facts they need, their rows, their defaults and who is warned."""

from typing import Any

from deadlines.enums import Kind
from deadlines.management.facts import options_of
from deadlines.rules import (
    CATALOGUE,
    GROUNDS,
    GroundRule,
    Rung,
    Term,
    bearer_of,
    is_promise,
    ladder_of,
    nature_of,
    promise_of,
    takes_extensions,
    terms_of,
)


def every_kind() -> list[dict[str, Any]]:
    return [_kind(kind) for kind in Kind]


def _kind(kind: Kind) -> dict[str, Any]:
    row: dict[str, Any] = {
        "soort": kind.value,
        "naam": str(kind.label),
        "aard": nature_of(kind).value,
        "vanWie": bearer_of(kind).value,
        "gegevens": [f"--{name}" for name in options_of(kind)],
        "regels": [_rule(term) for term in terms_of(kind)],
        "waarschuwingen": [_rung(rung) for rung in ladder_of(kind)],
    }
    if is_promise(kind):
        promise = promise_of(kind)
        row |= {"standaard": str(promise.default), "begintBij": promise.start, "bron": promise.source}
        row |= {"waarvoor": promise.purpose}
    if takes_extensions(kind):
        row["verlengingen"] = [_ground(rule) for rule in GROUNDS.values()]
    return row


def _rule(term: Term) -> dict[str, Any]:
    conditions = {CATALOGUE[fact].name: value for fact, value in term.when.items()}
    conditions |= {CATALOGUE[fact].name: _among(allowed) for fact, allowed in term.among.items()}
    return {
        "regel": term.id,
        "alleenAls": conditions,
        "leerroutes": list(term.routes),
        "lengte": str(term.length) if term.length else "",
        "telling": term.counting.value,
        "artikelen": [str(article) for article in term.articles],
        "schuiftNaarWerkdag": term.moves_to_working_day,
        "geldtVanaf": term.valid_from.isoformat(),
        "geldtTotEnMet": term.valid_until.isoformat() if term.valid_until else None,
        "zekerheid": term.confidence.value,
        "opmerking": term.note,
    }


def _among(allowed: Any) -> str:
    return str(allowed.start) if len(allowed) == 1 else f"{allowed.start} t/m {allowed.stop - 1}"


def _rung(rung: Rung) -> dict[str, Any]:
    counts_from = "begin" if rung.from_start else "laatste dag"
    return {"dagen": rung.days, "vanaf": counts_from, "wie": rung.audience.value}


def _ground(rule: GroundRule) -> dict[str, Any]:
    return {
        "grond": rule.ground.value,
        "naam": str(rule.ground.label),
        "artikel": str(rule.article),
        "lengte": [str(length) for length in rule.fixed],
        "tenMinste": str(rule.at_least or ""),
        "hoogstens": str(rule.at_most or ""),
        "alleenVoor": rule.only_for.value if rule.only_for else "",
        "leerroutes": list(rule.routes),
        "geldtVanaf": rule.valid_from.isoformat(),
        "zekerheid": rule.confidence.value,
        "opmerking": rule.note,
    }
