"""A full disk: the reason behind most failures that don't name it."""

import shutil
from pathlib import Path

from runtime import Problem

NEEDED_MB = 200


def problem(sentence: str, *, at: Path) -> Problem:
    """What to tell when something failed that writes here: that the disk is full, or else this sentence."""
    return Problem(_full(at) if _free_mb(at) < 20 else sentence)


def require_space(folder: Path) -> None:
    if _free_mb(folder) < NEEDED_MB:
        raise Problem(_full(folder))


def _free_mb(folder: Path) -> int:
    return shutil.disk_usage(folder).free // 2**20


def _full(folder: Path) -> str:
    return (
        f"De schijf is vol: er is {_free_mb(folder)} MB vrij in {folder} en er is {NEEDED_MB} MB nodig; "
        "maak ruimte vrij en start opnieuw."
    )
