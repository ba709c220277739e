"""DUO's answers as typed values, and our PIP as DUO wants it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

_ASYLUM = "Asielstatushouder"
MAX_TEXTS = 50


@dataclass(frozen=True)
class Duty:
    """Inburgeringsplicht API 1.2.2."""

    has_duty: bool
    starts_on: date | None
    ends_on: date | None
    notified_on: date | None
    reason_without: str


@dataclass(frozen=True)
class TargetGroup:
    """DUO's doelgroep. `is_asylum` is None when DUO doesn't say."""

    is_asylum: bool | None
    starts_on: date | None
    detail: str


@dataclass(frozen=True)
class ExamResult:
    """One leerbaarheidstoets (API 1.2.0)."""

    result: str
    score: Decimal
    needed_score: Decimal
    taken_on: date


@dataclass(frozen=True)
class Term:
    """The inburgeringstermijn (API 1.0.0). DUO's `einddatum` is the first day after it; `last_day` is what people mean."""

    starts_on: date
    last_day: date
    ground: str


@dataclass(frozen=True)
class KnownPip:
    """The PIP that DUO has, of whichever gemeente (API 1.2.0)."""

    gemeente_code: str
    content: Mapping[str, Any]


def read_duty(content: Mapping[str, Any]) -> Duty:
    return Duty(
        has_duty=bool(content["indicatorInburgeringsplicht"]),
        starts_on=_day(content, "begindatum"),
        ends_on=_day(content, "einddatum"),
        notified_on=_day(content, "datumKennisgevingInburgeringsplicht"),
        reason_without=str(content.get("redenGeenInburgeringsplicht", "")),
    )


def read_target_group(content: Mapping[str, Any]) -> TargetGroup:
    kind = content.get("indeling")
    return TargetGroup(
        is_asylum=None if kind is None else kind == _ASYLUM,
        starts_on=_day(content, "begindatum"),
        detail=str(content.get("gedetailleerdeDoelgroep", "")),
    )


def read_exam_results(content: list[Mapping[str, Any]]) -> tuple[ExamResult, ...]:
    """Oldest first."""
    results = (
        ExamResult(
            result=str(row["resultaat"]),
            score=_score(row["behaaldeScore"]),
            needed_score=_score(row["benodigdeScore"]),
            taken_on=date.fromisoformat(row["datumAfname"]),
        )
        for row in content
    )
    return tuple(sorted(results, key=lambda result: result.taken_on))


def read_term(content: Mapping[str, Any]) -> Term:
    ends = date.fromisoformat(content["einddatum"])
    return Term(
        starts_on=date.fromisoformat(content["startdatum"]),
        last_day=date.fromordinal(ends.toordinal() - 1),
        ground=str(content.get("verlengingsgrondomschrijving", "")),
    )


def read_known_pip(content: Mapping[str, Any]) -> KnownPip:
    return KnownPip(gemeente_code=str(content["gemeentecode"]), content=dict(content["pip"]))


def read_texts(content: Any) -> tuple[str, ...]:
    """DUO's reasons for a refusal, as they stand in an array of Foutmelding. Empty when there are none."""
    rows = content if isinstance(content, list) else [content]
    texts = (
        str(row["fouttekst"]).strip()
        for row in rows[:MAX_TEXTS]
        if isinstance(row, dict) and row.get("fouttekst")
    )
    return tuple(text for text in texts if text)


def pip_message(
    *, established_on: date, leerroute: str, niveau: str, intensity_hours: int | None, may_finish_education: bool | None,
    alphabetisation: str, is_asylum: bool,
) -> dict[str, Any]:  # fmt: skip
    """The body of POST PIP, with only what DUO takes: a niveau not for the Z-route at B1, intensity only for B1 and asylum."""
    message: dict[str, Any] = {"dagtekeningPip": established_on.isoformat(), "leerroute": leerroute}
    if niveau:
        message["niveau"] = niveau
    if intensity_hours and leerroute == "B" and is_asylum:
        message["geschatteIntensiteitB1Route"] = intensity_hours
    if may_finish_education is not None:
        message["indicatorMagOpleidingAfmaken"] = may_finish_education
    if alphabetisation:
        message["indicatorAlfabetiseringsonderwijs"] = alphabetisation
    return message


def is_same_pip(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether DUO's PIP is the one that we sent. DUO fills in B1 where we left the level out."""
    return all(theirs.get(name) == value for name, value in ours.items())


def _day(content: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(content[name]) if content.get(name) else None


def _score(text: Any) -> Decimal:
    """ "45,50" as DUO writes it."""
    try:
        return Decimal(str(text).replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(f"Onbekende score: {text}") from error
