"""Everything that was said and promised in a case, from its history."""

from django.db.models import Q, QuerySet

from accounts.models import User
from cases.enums import EventKind
from cases.models import Case, CaseEvent
from cases.selectors import events_visible_to

_PREFIXES = ("afspraak.", "tolk.", "bericht.", "verzoek.")


def contact_events(user: User, case: Case) -> QuerySet[CaseEvent]:
    """Talks, interpreters, messages, requests and notes, the last first."""
    kinds = Q(kind=EventKind.NOTE)
    for prefix in _PREFIXES:
        kinds |= Q(kind__startswith=prefix)
    return events_visible_to(user).filter(kinds, case=case)
