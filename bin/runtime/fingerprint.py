"""Whether anything of the product changed since the last start: a start without news skips its slowest step."""

import hashlib
import os
from pathlib import Path

from runtime import PROJECT

ELSEWHERE = frozenset({"node_modules", "staticfiles", "tests", "bench", "docs", "__pycache__"})


def of_project(data: Path) -> str:
    """Of the project's files and the file that marks this data, by name, size and time: reading all costs what it saves."""
    seen = hashlib.sha256(_facts(data))
    for folder, folders, files in os.walk(PROJECT):
        folders[:] = sorted(name for name in folders if name not in ELSEWHERE and not name.startswith("."))
        for name in sorted(files):
            if not name.endswith(".mo"):  # made by the step itself
                seen.update(_facts(Path(folder, name)))
    return seen.hexdigest()


def _facts(path: Path) -> bytes:
    stat = path.stat()
    return f"{path} {stat.st_ino} {stat.st_size} {stat.st_mtime_ns}\n".encode()
