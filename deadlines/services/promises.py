"""Promises of the gemeente: how long it gives itself, and the terms that start from them."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline, PromiseTerm
from deadlines.rules import Facts, Length, is_promise, promise_of
from deadlines.selectors import guided_again, promise_length, unguided_cases
from deadlines.services.computing import in_full, locked_case
from deadlines.services.terms import meet_deadline, start_deadline


@transaction.atomic
def set_promise_term(
    *, gemeente: Gemeente, kind: Kind, length: Length, valid_from: date, by: User | None
) -> PromiseTerm:
    """Sets how long a promise is from a day on. What runs keeps the length that it started with.

    Raises ValidationError for a day that has passed: what was promised then, was promised.
    """
    row = PromiseTerm(
        gemeente=gemeente,
        kind=kind,
        number=length.number,
        unit=length.unit,
        valid_from=valid_from,
        set_by=by,
    )
    obstacles = list(_length_obstacles(Kind(kind), length))
    if valid_from < timezone.localdate():
        obstacles.append(
            f"De nieuwe lengte kan niet gelden vanaf {in_full(valid_from)}: die dag is voorbij, en wat toen is "
            "toegezegd verandert niet meer. Kies vandaag of een latere dag."
        )
    if obstacles:
        raise ValidationError(obstacles)
    row.full_clean(exclude=["gemeente", "set_by"])
    row.save()
    return row


def _length_obstacles(kind: Kind, length: Length) -> Iterator[str]:
    if not is_promise(kind):
        yield f"‘{kind.label}’ is geen toezegging: deze termijn staat in de wet."
        return
    longest = promise_of(kind).longest
    if longest and length.in_days > longest.in_days:
        yield f"De wet geeft hiervoor hoogstens {longest}. Kies een kortere lengte."


@transaction.atomic
def start_promise(
    *, case: Case, kind: Kind, on: date, by: User | None, about: str = "", length: Length | None = None
) -> Deadline:
    """Starts a promise on a day, as long as the gemeente set it for that day, or as `length` says.

    A promise that runs stays as it is: promising the same again gives nobody more time. `about` tells promises of
    one kind apart, such as "verzoek:12". Raises ValidationError when the case is closed.
    """
    case = locked_case(case)
    if running := case.deadlines.open().filter(kind=kind, about=about).first():
        return running
    length = length or promise_length(case.gemeente, Kind(kind), on)
    facts = Facts(promised_on=on, promise=length)
    return start_deadline(case=case, kind=kind, facts=facts, by=by, about=about)


def keep_klantmanager_promises(*, today: date) -> None:
    """Starts the promise for each open case that nobody guides, and meets it where somebody does again.

    Finds them by what is, not by what happened: so nothing is missed when a message or a night was.
    """
    for case in unguided_cases():
        with suppress(ValidationError):  # closed a moment ago
            on = _unguided_since(case, today)
            start_promise(case=case, kind=Kind.KLANTMANAGER_AANWEZIG, on=on, by=None)
    for case, guided_at in guided_again():
        on = min(timezone.localdate(guided_at), today)
        meet_deadline(case=case, kind=Kind.KLANTMANAGER_AANWEZIG, on=on, by=None)


def _unguided_since(case: Any, today: date) -> date:
    """Of a klantmanager who can't log in any more nobody wrote down since when: then it counts from today."""
    if not case.is_guided_by_nobody:
        return today
    return timezone.localdate(case.left_at) if case.left_at else case.opened_on
