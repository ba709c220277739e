"""`manage.py migrate`: Django's own, and afterwards nobody but the owner of the tables passes over a trigger."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from inburgering.kit.database_role import ONLY_THE_OWNER_IGNORES


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        """Each time, because a migration with a trigger puts pgtrigger's own function back."""
        super().handle(*args, **options)
        if any(options[name] for name in ("check_unapplied", "plan", "prune")):
            return
        with connections[options["database"]].cursor() as cursor:
            cursor.execute(ONLY_THE_OWNER_IGNORES)
