"""`manage.py retourmail < mail.eml`: a mail that came back, as the mail server hands it over."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from contact.rules.bounces import parse_bounce
from contact.services.notices.outcomes import record_bounce


class Command(BaseCommand):
    help = "Verwerkt een teruggekomen e-mail, gelezen van de standaardinvoer."

    def handle(self, *args: Any, **options: Any) -> None:
        bounce = parse_bounce(sys.stdin.buffer.read())
        if bounce is None:
            self.stdout.write("Dit is geen melding over een bericht van ons.")
            return
        notice = record_bounce(
            message_id=bounce.message_id, reason=bounce.reason, is_permanent=bounce.is_permanent
        )
        if notice is None:
            self.stdout.write("Dit bericht staat niet in de berichten.")
            return
        self.stdout.write(f"Verwerkt: bericht {notice.pk} ({notice.get_state_display().lower()}).")
