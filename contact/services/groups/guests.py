"""Asking a newcomer to a group session, and who came."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.enums.appointments import AppointmentState, Mode, ParticipantRole, Purpose
from contact.models import Appointment, GroupSession, Participant
from contact.rules.appointments import Obstacle
from contact.rules.groups import MOST_GUESTS, uncovered_obstacles
from contact.selectors.groups import appointments_of_group, covers_of
from contact.services.appointments.company import clashes, seat
from contact.services.appointments.outcome import record_outcome
from contact.services.appointments.planning import locked_case
from contact.services.appointments.refusing import refuse
from contact.services.groups.planning import invite, locked_group


@transaction.atomic
def ask_guest(
    *,
    session: GroupSession,
    case: Case,
    by: User,
    reason: str = "",
    confirmed_without_translation: bool = False,
) -> Appointment:
    """Adds a newcomer of a case that this colleague may change, and holds the hour. Adding twice is once.

    To a session that was confirmed already they are invited at once: then somebody who can't follow it needs a `reason`.
    """
    session = locked_group(session, by, leads=False)
    case = locked_case(case, by)
    if known := session.appointments.filter(case=case).exclude(state=AppointmentState.CANCELLED).first():
        return known
    obstacles = _obstacles(session, case)
    place = Participant(role=ParticipantRole.NIEUWKOMER, person=case.person)
    refuse(obstacles + clashes([place], session.starts_at, session.ends_at))
    guest = Appointment.objects.create(
        case=case, session=session, organiser=session.organiser, purpose=Purpose.GROEP, starts_at=session.starts_at,
        ends_at=session.ends_at, mode=Mode.LIVE, place_kind=session.place_kind, place=session.place,
    )  # fmt: skip
    seat(guest, [place])
    if session.is_planned:
        guest = appointments_of_group(session).get(pk=guest.pk)
        cover = covers_of(session, [guest], {case.pk})[0]
        found = uncovered_obstacles([cover], {guest.pk: reason})
        refuse([Obstacle(one.sentence, "reason") for one in found])
        invite(guest, cover, reason, by, confirmed=confirmed_without_translation)
    return guest


def _obstacles(session: GroupSession, case: Case) -> list[Obstacle]:
    obstacles = []
    if case.gemeente_id != session.gemeente_id:
        obstacles.append(Obstacle("Dit dossier is van een andere gemeente.", "case"))
    if session.starts_at <= timezone.now():
        obstacles.append(Obstacle("De bijeenkomst is al begonnen."))
    if session.appointments.exclude(state=AppointmentState.CANCELLED).count() >= MOST_GUESTS:
        obstacles.append(Obstacle(f"Er komen al {MOST_GUESTS} mensen. Maak een tweede bijeenkomst."))
    return obstacles


@transaction.atomic
def record_attendance(*, appointment: Appointment, came: bool, by: User) -> Appointment:
    """Whether one newcomer was there, by who may change that case; of the others nothing changes."""
    if appointment.session_id is None:
        raise ValidationError("Deze afspraak hoort niet bij een groepsbijeenkomst.")
    outcome = AppointmentState.DONE if came else AppointmentState.NO_SHOW
    return record_outcome(appointment=appointment, outcome=outcome, by=by, said=appointment.said)
