"""How somebody wants to be reached."""

from datetime import time
from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Person
from contact.enums.notices import Channel
from contact.rules.preferences import CHOSEN_FIRST, DAILY_CAP, QUIET_FROM, QUIET_UNTIL


def usual_channels() -> list[str]:
    return [channel.value for channel in CHOSEN_FIRST]


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    model_name="ContactPreferenceHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
)
class ContactPreference(models.Model):
    """Channels in order, the quiet hours, and how many messages a day are enough. The portal always has them all."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="contact_preference")
    channels = ArrayField(models.CharField(max_length=8, choices=Channel), default=usual_channels,
                          verbose_name="kanalen, in volgorde")  # fmt: skip
    quiet_from = models.TimeField("stil vanaf", default=QUIET_FROM)
    quiet_until = models.TimeField("stil tot", default=QUIET_UNTIL)
    daily_cap = models.PositiveSmallIntegerField(
        "hoogstens per dag", default=DAILY_CAP, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    wants_letters = models.BooleanField("wil ook een brief", default=False)
    # An address that gave a message back: not used again until it is another one.
    refused_email = models.CharField(max_length=254, blank=True, editable=False)
    refused_phone = models.CharField(max_length=30, blank=True, editable=False)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "voorkeur voor berichten"
        verbose_name_plural = "voorkeuren voor berichten"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="preference_names_a_channel",
                condition=Q(channels__len__gte=1) & ~Q(channels__contains=[Channel.PORTAL.value]),
                violation_error_message="Kies ten minste één kanaal: e-mail, sms of brief.",
            ),
            models.CheckConstraint(
                name="preference_allows_a_message_a_day",
                condition=Q(daily_cap__range=(1, 20)),
                violation_error_message="Kies een getal van 1 tot en met 20.",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(str(Channel(channel).label) for channel in self.channels)

    @property
    def quiet(self) -> tuple[time, time]:
        return self.quiet_from, self.quiet_until
