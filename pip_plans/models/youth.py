"""Until which age a gemeente looks twice at a young person in the Z-route."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from accounts.models import Gemeente, User

OLDEST_YOUNG = 30


class YouthBounds(models.Model):
    """From a day on, somebody from one age up to and with another is young. It keeps nobody from any route (PP-47)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    from_age = models.PositiveSmallIntegerField(
        "vanaf leeftijd", validators=[MaxValueValidator(OLDEST_YOUNG)]
    )
    until_age = models.PositiveSmallIntegerField(
        "tot en met leeftijd", validators=[MaxValueValidator(OLDEST_YOUNG)]
    )
    source = models.CharField("waar staat dit?", max_length=300)
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ingesteld door")
    set_at = models.DateTimeField("ingesteld", auto_now=True)

    class Meta:
        verbose_name = "leeftijd van jongeren"
        verbose_name_plural = "leeftijden van jongeren"
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "valid_from"], name="one_youth_bounds_a_day"),
            models.CheckConstraint(
                name="youth_bounds_are_in_order",
                condition=Q(from_age__lte=F("until_age"), until_age__lte=OLDEST_YOUNG) & ~Q(source=""),
                violation_error_message="De eerste leeftijd is niet hoger dan de laatste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_age} tot en met {self.until_age} jaar"
