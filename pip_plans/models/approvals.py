"""What the team lead must agree with before a klantmanager may do it. One shape for every ground."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from pip_plans.enums import ApprovalDecision, Ground
from pip_plans.models.fields import long_text
from pip_plans.models.protection import protect_content
from pip_plans.models.versions import PipVersion


class Approval(models.Model):
    """Asked for exactly one text of a version: another text needs another approval."""

    version = models.ForeignKey(PipVersion, models.PROTECT, related_name="approvals")
    ground = models.CharField("waarvoor", max_length=24, choices=Ground)
    motivation = long_text("waarom?", 4000)
    content_hash = models.CharField(max_length=64)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gevraagd door")
    asked_at = models.DateTimeField("gevraagd", auto_now_add=True)
    decision = models.CharField("besluit", max_length=11, choices=ApprovalDecision, blank=True)
    decision_reason = long_text("toelichting", 2000, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name="besloten door")  # fmt: skip
    decided_at = models.DateTimeField("besloten", null=True, blank=True)

    class Meta:
        verbose_name = "akkoord van de teamleider"
        verbose_name_plural = "akkoorden van de teamleider"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "ground"], condition=Q(decision=""),
                                    name="one_open_approval_a_version_and_ground",
                                    violation_error_message="Dit akkoord is al gevraagd."),
            models.CheckConstraint(
                name="approval_is_decided_by_somebody_or_not_at_all",
                condition=Q(decision="", decided_by=None, decided_at=None)
                | Q(decision__in=ApprovalDecision.values, decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_approves_what_he_asked",
                condition=Q(decided_by=None) | Q(decision=ApprovalDecision.VERVALLEN) | ~Q(decided_by=F("asked_by")),
                violation_error_message="U kunt niet beslissen over wat u zelf vroeg.",
            ),
            models.CheckConstraint(name="approval_says_why", condition=~Q(motivation="")),
            models.CheckConstraint(
                name="refused_approval_says_why",
                condition=~Q(decision=ApprovalDecision.AFGEWEZEN, decision_reason=""),
                violation_error_message="Schrijf op waarom u dit afwijst.",
            ),
        ]  # fmt: skip
        triggers: ClassVar = [protect_content("approval_of_established_pip_never_changes")]

    def __str__(self) -> str:
        return f"{self.get_ground_display()}: {self.get_decision_display() or 'nog niet besloten'}"
