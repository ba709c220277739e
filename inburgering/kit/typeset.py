"""Letters as PDF/A-2a and PDF/UA-1: readable by everybody, and for as long as the law keeps them."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from inburgering.kit.script import covered_by, printable

FONTS = Path(settings.BASE_DIR) / "templates" / "fonts"


def typeset(template: Path, data: dict[str, Any], *, instead: str, language: str = "nl") -> bytes:
    """The letter as PDF. Each text goes in as data, never as typst code; what no font can show becomes `instead`.

    Where that happens in a part that has a `lang`, the part is marked as `language`, in which `instead` is written.
    """
    pdf: bytes = typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        sys_inputs={"letter": json.dumps(_printable(data, instead, language), ensure_ascii=False)},
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
    )
    return pdf


def _printable(data: Any, instead: str, language: str) -> Any:
    if isinstance(data, list | tuple):
        return [_printable(value, instead, language) for value in data]
    if isinstance(data, dict):
        shown = {key: _printable(value, instead, language) for key, value in data.items()}
        return shown | {"lang": language, "rtl": False} if shown.get("text") == instead else shown
    return printable(data, covered(), instead=instead) if isinstance(data, str) else data


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that our fonts can show."""
    return frozenset().union(*(covered_by(path.read_bytes()) for path in FONTS.glob("*-Regular.ttf")))
