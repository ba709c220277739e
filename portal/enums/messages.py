from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contact.enums.notices import Channel

CHANNELS: dict[Channel, tuple[str, Promise]] = {
    Channel.MAIL: ("mail", _("E-mail")),
    Channel.SMS: ("device-mobile", _("Sms op mijn telefoon")),
    Channel.LETTER: ("file-text", _("Brief met de post")),
}
"""Picture and words of the ways that a message can take; the portal always has it too."""
