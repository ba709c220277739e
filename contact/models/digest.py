"""The daily mail to a colleague."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from contact.enums.notices import NoticeState
from contact.models.notices import UNDER_WAY
from deadlines.models import Reminder


class StaffDigest(models.Model):
    """What one colleague was told on one day: once, with dossier numbers and links, never a name.

    Without text there was nothing to tell, and no mail went.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="digests")
    day = models.DateField("dag")
    text = models.TextField("tekst", blank=True)
    reminders = models.ManyToManyField(Reminder, related_name="+", verbose_name="herinneringen erin")
    made_at = models.DateTimeField("gemaakt", default=timezone.now)
    state = models.CharField("stand", max_length=12, choices=NoticeState, default=NoticeState.WAITING)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    attempt = models.UUIDField("deze poging", null=True, editable=False)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    may_have_arrived = models.BooleanField("misschien aangekomen", default=False)
    problem = models.CharField("wat er misging", max_length=500, blank=True)
    sent_at = models.DateTimeField("verstuurd", null=True)

    class Meta:
        verbose_name = "dagbericht"
        verbose_name_plural = "dagberichten"
        indexes: ClassVar = [
            models.Index(fields=["next_attempt_at"], name="digests_to_send", condition=Q(state__in=UNDER_WAY))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_colleague_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.day}"
