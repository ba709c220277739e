"""How somebody wants to be reached."""

from django.conf import settings
from django.db.models.functions import Lower

from cases.models import Person
from contact.models.preferences import ContactPreference


def preference_of(person: Person) -> ContactPreference:
    """Theirs, or the usual one when nobody has set any."""
    return ContactPreference.objects.filter(person=person).first() or ContactPreference(person=person)


def languages_read(person: Person) -> list[str]:
    """Best first: the language that the person prefers, then the others that they read."""
    known = person.languages.order_by("-preferred", "id")
    codes = [row.code for row in known if row.preferred or row.reads]
    return codes or [code for code in (person.interpreter_language,) if code]


def portal_language_of(bsn_index: str) -> str:
    """The best language of the portal that the person with this BSN reads, by the dossier; empty when it says none."""
    person = Person.objects.filter(bsn_index=bsn_index).order_by("-id").first()
    spoken = dict(settings.LANGUAGES)
    return next((code for code in languages_read(person) if code in spoken), "") if person else ""


def shares_address(person: Person, *, email: str = "", phone: str = "") -> bool:
    """Whether somebody else has the same address, however it is written, or number: a family with one phone."""
    others = Person.objects.exclude(pk=person.pk).filter(died_on=None)
    same_mailbox = others.alias(mailbox=Lower("email")).filter(mailbox=email.lower())
    return bool((email and same_mailbox.exists()) or (phone and others.filter(phone=phone).exists()))
