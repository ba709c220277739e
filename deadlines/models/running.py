"""That the work goes on by itself: the pulse of what runs, and how far a long run came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from deadlines.enums import Part
from deadlines.models.deadline import Deadline


class Heartbeat(models.Model):
    """When a part last showed that it works. The migration makes the rows, so that a fresh install gets time to begin."""

    part = models.CharField("onderdeel", max_length=8, choices=Part, unique=True)
    at = models.DateTimeField("laatst gezien op", default=timezone.now)
    figures = models.JSONField("cijfers", default=dict)

    class Meta:
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="heartbeat_is_of_a_known_part",
                condition=Q(part__in=Part.values),
                violation_error_message="Dit onderdeel bestaat niet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.at}"


class RecomputeRun(models.Model):
    """One pass over the terms of all cases, after a change of the rules. `cursor` is the last case that is done."""

    started_at = models.DateTimeField("begonnen op", auto_now_add=True)
    finished_at = models.DateTimeField("klaar op", null=True)
    reason = models.CharField("reden", max_length=200)
    also_reminded = models.BooleanField("ook waar al herinnerd is", default=False)
    cursor = models.BigIntegerField("laatste dossier", default=0)
    cases = models.PositiveIntegerField("dossiers gedaan", default=0)
    moved = models.PositiveIntegerField("termijnen met een andere dag", default=0)

    class Meta:
        verbose_name = "herberekening"
        verbose_name_plural = "herberekeningen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_recompute_run_at_a_time",
                fields=["finished_at"],
                condition=Q(finished_at=None),
                nulls_distinct=False,
                violation_error_message="Er loopt al een herberekening.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} ({self.started_at})"


class HeldBack(models.Model):
    """A term that the run left as it was, mostly because somebody was already reminded of its day. A person decides."""

    run = models.ForeignKey(RecomputeRun, models.CASCADE, related_name="held_back")
    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="+")
    due_on_before = models.DateField("dag die is genoemd", null=True)
    due_on_after = models.DateField("dag volgens de regel van nu", null=True)
    why = models.CharField("waarom", max_length=300)

    class Meta:
        verbose_name = "aangehouden termijn"
        verbose_name_plural = "aangehouden termijnen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "deadline"], name="held_back_once_a_run")
        ]

    def __str__(self) -> str:
        return f"{self.deadline}: {self.due_on_before} → {self.due_on_after}"
