"""Brings database, translations and static files up to date: the one module here that runs inside Django."""

from __future__ import annotations

import sys
from pathlib import Path

from runtime import PROJECT


def compile_translations() -> None:
    """Write each .mo that is older than its .po, without gettext's own programs."""
    import polib  # noqa: PLC0415 - the entry script must start without it

    for source in sorted((PROJECT / "locale").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def prepare_demo() -> None:
    """Everything before the first page, in one process: starting Django is the slow part."""
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    sys.path.insert(0, str(PROJECT))
    compile_translations()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo_data")
