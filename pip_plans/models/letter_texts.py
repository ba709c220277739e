"""The sentences of the beschikking as a gemeente writes them. A text never changes: what was sent can be read for ever."""

from typing import ClassVar

import pgtrigger
from django.db import models

from accounts.models import Gemeente, User


class LetterText(models.Model):
    """One version of all texts. `texts` holds them by the key of `rules.letter.texts.PARTS`."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("versie")
    texts = models.JSONField("teksten")
    note = models.CharField("wat is er anders?", max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gemaakt door")
    made_at = models.DateTimeField("gemaakt", auto_now_add=True)

    class Meta:
        verbose_name = "tekst van de beschikking"
        verbose_name_plural = "teksten van de beschikking"
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "number"], name="letter_text_number_once",
                                    violation_error_message="Iemand bewaarde net een andere tekst. Probeer het opnieuw."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(name="letter_text_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"Brieftekst {self.number}"


class LetterActivation(models.Model):
    """From a day on letters are made with this text. The last choice for a day counts; an earlier text can come back."""

    text = models.ForeignKey(LetterText, models.PROTECT, related_name="activations")
    valid_from = models.DateField("geldt vanaf")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="door")
    at = models.DateTimeField("ingesteld", auto_now_add=True)

    class Meta:
        verbose_name = "ingang van een brieftekst"
        verbose_name_plural = "ingangen van briefteksten"
        ordering: ClassVar = ["-valid_from", "-id"]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="letter_activation_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.text} vanaf {self.valid_from:%d-%m-%Y}"
