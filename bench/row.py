"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`ok` is None for a figure without a target; `target` is the words of the target, such as "≥ 0,7"."""

    name: str
    value: float
    unit: str
    target: str = ""
    ok: bool | None = None
