"""The national tables of the BRP, from the CSV files as they are published."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from cases.models import Country, Municipality, Nationality, NationalTable, ResidencePermit

TABLES: dict[str, tuple[type[NationalTable], str, int]] = {
    "gemeenten": (Municipality, "Gemeentecode", 4),
    "landen": (Country, "Landcode", 4),
    "nationaliteiten": (Nationality, "Nationaliteitscode", 4),
    "verblijfstitels": (ResidencePermit, "Verblijfstitel", 2),
}
"""Per file: its model, the name of its code column, and how many digits a code has."""

_NAME, _STARTS, _ENDS, _NEW_CODE = "Omschrijving", "Datum ingang", "Datum einde", "Nieuwe code"


class TableError(ValueError):
    """A file that can't be read as its table, in a sentence."""


@transaction.atomic
def load_table(name: str, path: Path) -> int:
    """Adds and updates the rows of one table, and returns how many the file has. Doing it twice changes nothing."""
    model, code_column, digits = TABLES[name]
    rows = {}
    for line, raw in _read(path, code_column):
        try:
            row = _row(raw, code_column, digits)
        except ValueError as error:
            raise TableError(f"{path}, regel {line}: {error}") from error
        rows[row["code"]] = (
            row if model is Municipality else {k: v for k, v in row.items() if k != "new_code"}
        )
    fields = ["name", "starts_on", "ends_on", *(["new_code"] if model is Municipality else [])]
    model.objects.bulk_create(  # type: ignore[attr-defined]
        [model(**row) for row in rows.values()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=fields,
    )
    return len(rows)


def _read(path: Path, code_column: str) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TableError(f"Het bestand {path} is er niet.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"Het bestand {path} is niet te lezen: {error}.") from error
    reader = csv.DictReader(text.splitlines())
    # The published headings start with the number of the BRP element: "92.10 Gemeentecode".
    reader.fieldnames = [heading.lstrip("0123456789. ") for heading in reader.fieldnames or []]
    if missing := [
        column for column in (code_column, _NAME, _STARTS, _ENDS) if column not in reader.fieldnames
    ]:
        raise TableError(f"In {path} ontbreken deze kolommen: {', '.join(missing)}.")
    return [(reader.line_num, row) for row in reader]


def _row(raw: dict[str, str], code_column: str, digits: int) -> dict[str, Any]:
    code, name = (raw[code_column] or "").strip(), (raw[_NAME] or "").strip()
    if len(code) != digits or not (code.isascii() and code.isdigit()) or not name:
        raise ValueError(f"een rij heeft een code van {digits} cijfers en een omschrijving.")
    return {
        "code": code,
        "name": name,
        "starts_on": _day(raw[_STARTS]),
        "ends_on": _day(raw[_ENDS]),
        "new_code": (raw.get(_NEW_CODE) or "").strip(),
    }


def _day(text: str | None) -> date | None:
    """A day as 19900101. An unknown month or day is written 00 and becomes the first: the earliest that it can be."""
    text = (text or "").strip()
    if not text.strip("0"):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]) or 1, int(text[6:8]) or 1)
    except ValueError:
        raise ValueError(f"{text} is geen datum. Schrijf een datum als 20260316.") from None
