"""One round along the terms, now: the same that the clock makes every hour."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deadlines import services


class Command(BaseCommand):
    help = "Loopt nu de termijnen na en geeft de herinneringen die vandaag nodig zijn. Mag altijd, ook twee keer."

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        done = services.sweep(today=today)
        services.keep_klantmanager_promises(today=today)
        self.stdout.write(
            f"{done.looked} termijnen bekeken in {done.batches} groepen en {done.seconds:.1f} s: "
            f"{done.given} herinneringen gegeven, {done.stopped} termijnen gestopt."
        )
