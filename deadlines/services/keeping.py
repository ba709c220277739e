"""Starts the duty to destroy data, when a dossier closes."""

from datetime import date

from django.db import transaction

from accounts.models import User
from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from deadlines.services.terms import start_deadline

_KINDS = (Kind.BEWAREN, Kind.BEWAREN_KERN)


@transaction.atomic
def start_keeping(
    *, case: Case, plicht_ended_on: date | None, by: User | None, by_death: bool = False
) -> list[Deadline]:
    """Five years after the end of the plicht or at death, and what may stay longer (Besluit inburgering 2021, artikel 9.9).

    Who moves takes the plicht along: without its last day the terms wait for that day. What runs already stays as it is.
    """
    facts = Facts(plicht_ended_on=plicht_ended_on, by_death=by_death)
    running = set(case.deadlines.filter(kind__in=_KINDS, stopped_on=None).values_list("kind", flat=True))
    return [
        start_deadline(case=case, kind=kind, facts=facts, by=by) for kind in _KINDS if kind not in running
    ]
