"""Information of a third party that the PIP can't be made without (Besluit inburgering 2021, artikel 5.3 lid 2)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline, ThirdPartyRequest
from deadlines.services.computing import in_full, locked, locked_open, recompute, refuse_future


@transaction.atomic
def ask_third_party(
    *, case: Case, party: str, what: str, asked_on: date, by: User | None
) -> ThirdPartyRequest:
    """Records that the PIP waits for information of somebody else. Raises ValidationError with all that is wrong."""
    deadline = locked_open(case, Kind.PIP)
    if deadline is None:
        raise ValidationError("Dit dossier heeft geen lopende termijn voor het PIP.")
    obstacles = _asking_obstacles(deadline, party, what, asked_on)
    if obstacles:
        raise ValidationError(obstacles)
    request = ThirdPartyRequest.objects.create(
        deadline=deadline, party=party.strip(), what=what.strip(), asked_on=asked_on, asked_by=by
    )
    asked = f"Gevraagd aan {request.party} op {in_full(asked_on)}: {request.what}."
    recompute(deadline, EventKind.ASKED, asked, by, request_id=request.pk)
    return request


def _asking_obstacles(deadline: Deadline, party: str, what: str, asked_on: date) -> list[str]:
    obstacles = []
    if not party.strip():
        obstacles.append("Schrijf op aan wie u de informatie vroeg.")
    if not what.strip():
        obstacles.append("Schrijf op welke informatie u vroeg.")
    if asked_on > timezone.localdate():
        obstacles.append(
            f"De informatie kan niet gevraagd zijn op {in_full(asked_on)}: die dag moet nog komen."
        )
    if deadline.due_on and asked_on > deadline.due_on and not deadline.awaits_third_party:
        obstacles.append(
            f"De termijn was op {in_full(deadline.due_on)} al om. Informatie die u daarna vraagt, geeft geen extra tijd "
            "(Besluit inburgering 2021, artikel 5.3 lid 2)."
        )
    return obstacles


@transaction.atomic
def receive_from_third_party(
    *, request: ThirdPartyRequest, received_on: date, by: User | None
) -> ThirdPartyRequest:
    """Records that the information came in: from that day the gemeente has two weeks for the PIP."""
    deadline, request = locked(request.deadline), ThirdPartyRequest.objects.get(pk=request.pk)
    if not request.is_out:
        raise ValidationError("Deze vraag is al beantwoord of ingetrokken.")
    if received_on < request.asked_on:
        raise ValidationError(
            f"U vroeg de informatie pas op {in_full(request.asked_on)}. Kies die dag of een latere dag."
        )
    refuse_future("De informatie kan niet ontvangen zijn", received_on)
    request.received_on = received_on
    request.save(update_fields=["received_on"])
    recompute(deadline, EventKind.RECEIVED, f"Ontvangen van {request.party} op {in_full(received_on)}: {request.what}.", by,
               request_id=request.pk)  # fmt: skip
    return request


@transaction.atomic
def withdraw_request(*, request: ThirdPartyRequest, reason: str, by: User | None) -> ThirdPartyRequest:
    """Takes back a request that was recorded by mistake or isn't needed any more; it stays to be seen."""
    if not reason.strip():
        raise ValidationError("Geef een reden waarom u de vraag intrekt.")
    deadline, request = locked(request.deadline), ThirdPartyRequest.objects.get(pk=request.pk)
    if request.withdrawn_reason:
        return request
    request.withdrawn_reason = reason.strip()[:200]
    request.save(update_fields=["withdrawn_reason"])
    recompute(deadline, EventKind.WITHDRAWN, f"Vraag aan {request.party} ingetrokken. Reden: {reason.strip()}", by,
               request_id=request.pk)  # fmt: skip
    return request
