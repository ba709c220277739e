"""Making a group session, and confirming it once everybody can follow it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import CASE_ROLES, cases_visible_to
from contact.enums.appointments import AppointmentState, Mode, ParticipantRole, Place
from contact.enums.groups import GroupEvent, GroupKind, GroupState
from contact.enums.interpreters import InterpreterDecision
from contact.enums.notices import NoticeKind
from contact.models import Appointment, GroupSession, Participant
from contact.rules.appointments import Obstacle, end_of, time_obstacles, way_obstacles
from contact.rules.groups import Cover, uncovered_obstacles
from contact.selectors.groups import appointments_of_group, covers_of, may_lead
from contact.services.appointments.company import clashes
from contact.services.appointments.refusing import refuse
from contact.services.appointments.telling import in_words, record, tell

LONGEST_REASON = 300


def locked_group(session: GroupSession, by: User, *, leads: bool = True) -> GroupSession:
    """The session, locked: the first lock of every act on it; then the cases, then the people."""
    session = (
        GroupSession.objects.select_for_update(of=("self",))
        .select_related("gemeente", "organiser")
        .get(pk=session.pk)
    )
    if leads and not may_lead(by, session):
        raise ValidationError("Alleen wie de bijeenkomst maakte of een teamleider daarvan kan dit doen.")
    if not session.is_open:
        raise ValidationError(
            f"Deze bijeenkomst is {session.get_state_display().lower()}. U kunt hem niet meer wijzigen."
        )
    return session


def locked_guests(session: GroupSession) -> list[Appointment]:
    """The appointments that still go on, each under the lock of its case, in one order everywhere."""
    open_states = [AppointmentState.CONCEPT, AppointmentState.PLANNED]
    cases = session.appointments.filter(state__in=open_states).values("case_id")
    list(
        Case.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=cases)
        .order_by("pk")
        .values_list("pk")
    )
    return list(appointments_of_group(session).filter(state__in=open_states))


def span_of(session: GroupSession) -> DateTimeTZRange:
    return DateTimeTZRange(session.starts_at, session.ends_at, "[)")


@transaction.atomic
def plan_group(
    *, kind: GroupKind | str, starts_at: datetime, minutes: int, place_kind: Place | str, by: User,
    place: str = "", colleagues: Sequence[User] = (),
) -> GroupSession:  # fmt: skip
    """A concept that holds the time of the colleagues; nobody is told yet."""
    session = GroupSession(
        gemeente=by.gemeente, organiser=by, kind=kind, starts_at=starts_at, ends_at=end_of(starts_at, minutes),
        place_kind=place_kind, place=place.strip(),
    )  # fmt: skip
    staff = {user.pk: user for user in (by, *colleagues)}.values()
    seats = [
        Participant(role=ParticipantRole.KLANTMANAGER if user == by else ParticipantRole.COLLEGA, user=user)
        for user in staff
    ]
    obstacles = shape_obstacles(session) + _staff_obstacles(session, list(staff))
    refuse(obstacles + clashes(seats, session.starts_at, session.ends_at))
    session.save()
    for seat in seats:
        seat.session, seat.during = session, span_of(session)
    Participant.objects.bulk_create(seats)
    return session


def shape_obstacles(session: GroupSession) -> list[Obstacle]:
    obstacles = time_obstacles(session.starts_at, session.ends_at - session.starts_at, now=timezone.now())
    obstacles += way_obstacles(mode=Mode.LIVE, place_kind=session.place_kind, wished_mode="", wish_reason="")
    names = {"kind", "place_kind", "place"}
    fields = {field.name for field in session._meta.fields}  # noqa: SLF001 - Django's own name
    try:
        session.clean_fields(exclude=fields - names)
    except ValidationError as wrong:
        obstacles += [
            Obstacle(sentence, name)
            for name, sentences in wrong.message_dict.items()
            for sentence in sentences
        ]
    return obstacles


def _staff_obstacles(session: GroupSession, staff: list[User]) -> list[Obstacle]:
    return [
        Obstacle(f"{user.name} is geen actieve medewerker van deze gemeente die met dossiers werkt.", "colleagues")
        for user in staff
        if user.is_resident or not user.is_active or user.gemeente_id != session.gemeente_id
        or not user.has_role(*CASE_ROLES)
    ]  # fmt: skip


@transaction.atomic
def confirm_group(
    *, session: GroupSession, by: User, reasons: Mapping[int, str] | None = None, confirmed_without_translation: bool = False
) -> GroupSession:  # fmt: skip
    """Invites everybody, each with a message of the own. Confirming twice does nothing.

    Refuses as long as somebody couldn't follow it (PP-67), unless `reasons` says why it goes on: by appointment. Who
    comes without an interpreter so stands in the work list until a talk of the own is planned.
    """
    session, reasons = locked_group(session, by), reasons or {}
    if session.is_planned:
        return session
    guests = locked_guests(session)
    readable = _readable(by, guests)
    covers = covers_of(session, guests, readable)
    obstacles = shape_obstacles(session) + uncovered_obstacles(covers, reasons)
    if not guests:
        obstacles.append(Obstacle("Vraag eerst ten minste één nieuwkomer."))
    refuse(obstacles)
    session.state, session.changed_at = GroupState.PLANNED, timezone.now()
    session.save(update_fields=["state", "changed_at"])
    for guest, cover in zip(guests, covers, strict=True):
        invite(guest, cover, reasons.get(guest.pk, ""), by, confirmed=confirmed_without_translation)
    return session


def _readable(by: User, guests: Sequence[Appointment]) -> set[int]:
    cases = [guest.case_id for guest in guests]
    return set(cases_visible_to(by).filter(pk__in=cases).values_list("pk", flat=True))


def invite(guest: Appointment, cover: Cover, reason: str, by: User, *, confirmed: bool) -> None:
    """Makes the place of one newcomer firm and tells only them."""
    reason = reason.strip()[:LONGEST_REASON]
    guest.interpreter_decision = cover.decision or InterpreterDecision.NONE
    guest.interpreter_reason = reason if cover.is_uncovered else ""
    guest.interpreter_needed = cover.decision in {"", InterpreterDecision.INTERPRETER}
    guest.state, guest.sequence, guest.changed_at = (
        AppointmentState.PLANNED,
        guest.sequence + 1,
        timezone.now(),
    )
    guest.save()
    event = record(
        guest, GroupEvent.ASKED, f"Uitgenodigd: {in_words(guest)}.", by, session_id=guest.session_id
    )
    if cover.is_uncovered:
        record(guest, GroupEvent.UNCOVERED, f"Zonder tolk in de eigen taal. Reden: {reason}", by)
    tell(guest, NoticeKind.GROUP_INVITED, by, event, confirmed_without_translation=confirmed)
