"""What kind of letter or document lies in the portal, in the language of the page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterKind(models.TextChoices):
    DECISION = "besluit", _("Besluit over uw plan")
    EXPLANATION = "uitleg", _("Uitleg bij het besluit over uw plan")
    OBJECTION = "bezwaar", _("Brief over uw bezwaar")
    NOTICE = "brief", _("Brief van de gemeente")
    INTAKE = "intake", _("Document bij de brede intake")
    PROOF = "bewijs", _("Document van u")
    OTHER = "overig", _("Ander document")
