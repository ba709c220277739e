"""The kinds of blocks that a letter is made of: plain data, to which the typst template gives its looks."""

from datetime import date
from typing import Any

from cases.rules.languages import RIGHT_TO_LEFT
from inburgering.kit.dutch import format_date

Block = dict[str, Any]


def heading(text: str) -> Block:
    return {"kind": "heading", "text": text}


def text(text: str) -> Block:
    return {"kind": "text", "text": text}


def bullets(items: list[str]) -> Block:
    return {"kind": "list", "items": items}


def quote(text: str, language: str, caption: str = "") -> Block:
    return {
        "kind": "quote",
        "text": text,
        "lang": language,
        "rtl": language in RIGHT_TO_LEFT,
        "caption": caption,
    }


def pairs(rows: list[tuple[str, str]]) -> Block:
    return {"kind": "pairs", "rows": [list(row) for row in rows]}


def table(header: list[str], widths: list[int], rows: list[list[str]]) -> Block:
    return {"kind": "table", "header": header, "widths": widths, "rows": rows}


def in_words(day: date) -> str:
    return format_date(day, weekday=False)
