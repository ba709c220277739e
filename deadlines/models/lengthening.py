"""What lets a term end later, each in rows of its own: questions to others, extensions and suspensions."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from deadlines.models.deadline import Deadline
from deadlines.rules import ThirdParty


class ThirdPartyRequest(models.Model):
    """Information asked of somebody else, without which the PIP can't be made (Besluit inburgering, artikel 5.3 lid 2)."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="third_party_requests")
    party = models.CharField("aan wie", max_length=120)
    what = models.CharField("welke informatie", max_length=300)
    asked_on = models.DateField("gevraagd op")
    received_on = models.DateField("ontvangen op", null=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "vraag aan een ander"
        verbose_name_plural = "vragen aan anderen"
        ordering: ClassVar = ["asked_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="information_is_received_after_it_was_asked",
                condition=Q(received_on=None) | Q(received_on__gte=F("asked_on")),
                violation_error_message="Informatie kan niet ontvangen zijn voordat zij is gevraagd.",
            ),
            models.CheckConstraint(
                name="request_names_party_and_information",
                condition=~Q(party="") & ~Q(what=""),
                violation_error_message="Schrijf op aan wie u welke informatie vroeg.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} ({self.party})"

    @property
    def as_fact(self) -> ThirdParty:
        return ThirdParty(asked_on=self.asked_on, received_on=self.received_on, party=self.party)

    @property
    def is_out(self) -> bool:
        return self.received_on is None and not self.withdrawn_reason
