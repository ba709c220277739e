"""Read by gunicorn itself, however it is started."""

import gc
from typing import Any


def pre_fork(_server: Any, _worker: Any) -> None:
    """With `--preload` the workers share what was loaded; a garbage collection would give each a copy of it."""
    gc.freeze()
