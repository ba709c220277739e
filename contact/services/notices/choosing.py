"""Over which channels somebody can be reached now."""

from cases.models import Person
from contact.enums.notices import Channel
from contact.rules.preferences import reachable
from contact.selectors.preferences import preference_of
from contact.services.channels.mail import mail_is_on
from contact.services.channels.sms import sms_is_on


def channels_for(person: Person) -> list[Channel]:
    """In the order that the person wants; what the gemeente hasn't set up is left out. The last is always a letter."""
    preference = preference_of(person)
    return reachable(
        preference.channels,
        email=person.email if mail_is_on() else "",
        phone=person.phone if sms_is_on() else "",
        refused_email=preference.refused_email,
        refused_phone=preference.refused_phone,
    )


def first_channels(person: Person) -> list[Channel]:
    """Where a message goes first: the best channel, and a letter beside it for who asked that."""
    best = channels_for(person)[0]
    also = [Channel.LETTER] if preference_of(person).wants_letters else []
    return list(dict.fromkeys([best, *also]))
