from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from inburgering.kit.database_role import ONLY_THE_OWNER_IGNORES


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Medewerkers en toegang"

    def ready(self) -> None:
        post_migrate.connect(_keep_triggers_from_being_passed_over, sender=self)


def _keep_triggers_from_being_passed_over(using: str, **_: Any) -> None:
    """After each migration, because a migration with a trigger puts pgtrigger's own function back."""
    with connections[using].cursor() as cursor:
        cursor.execute(ONLY_THE_OWNER_IGNORES)
