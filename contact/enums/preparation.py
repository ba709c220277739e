from django.db import models


class PreparationEvent(models.TextChoices):
    """Case events about the preparation of the brede intake."""

    SENT = "voorbereiding.verstuurd", "Voorbereidingspakket verstuurd"
