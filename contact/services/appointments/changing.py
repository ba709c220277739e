"""Moving, changing and cancelling a talk, by a colleague or by the newcomer in the portal."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import Status
from contact.enums.appointments import (
    RESIDENT_CANCEL_REASONS,
    STAFF_CANCEL_REASONS,
    AppointmentEvent,
    AppointmentState,
    CancelReason,
    Mode,
    Place,
)
from contact.enums.interpreters import BookingState
from contact.enums.notices import NoticeKind
from contact.models import Appointment
from contact.rules.appointments import HOURS_AHEAD, end_of
from contact.selectors.appointments import active_booking, free_slots, may_change
from contact.selectors.preparation import preparation_obstacles
from contact.services.appointments.booking import set_booking
from contact.services.appointments.company import (
    Company,
    clashes,
    company_obstacles,
    participants_for,
    seat,
)
from contact.services.appointments.planning import (
    locked,
    refuse_of_group,
    refuse_unless_open,
    remember_preference,
    set_place,
    shape_obstacles,
)
from contact.services.appointments.refusing import refuse
from contact.services.appointments.telling import in_words, record, tell
from contact.services.one_by_one import one_by_one

NOT_YOURS = "Deze afspraak kunt u niet meer verplaatsen of afzeggen."


@transaction.atomic
def move_appointment(
    *, appointment: Appointment, starts_at: datetime, by: User, confirmed_without_translation: bool = False
) -> Appointment:  # fmt: skip
    """Another time for the same talk, as long as it was. Its interpreter is asked anew.

    A resident moves the own talk, to one of the `free_slots`; to its own time twice is once.
    """
    appointment = locked(appointment, by, also_resident=True)
    refuse_of_group(appointment)
    if by.is_resident:
        now = timezone.now()
        if not may_change(by, appointment, now=now):
            raise ValidationError(NOT_YOURS)
        if starts_at == appointment.starts_at:
            return appointment
        if starts_at not in free_slots(appointment, now=now):
            raise ValidationError(
                f"Deze tijd is niet meer vrij. Kies een andere tijd, ten minste {HOURS_AHEAD} uur van nu."
            )
    return _change(
        appointment, by=by, starts_at=starts_at, minutes=appointment.minutes, confirmed=confirmed_without_translation
    )  # fmt: skip


@transaction.atomic
def change_appointment(
    *, appointment: Appointment, starts_at: datetime, minutes: int, mode: Mode | str, by: User,
    place_kind: Place | str = "", place: str = "", video_url: str = "", wished_mode: Mode | str = "",
    wish_reason: str = "", subject: str = "", short_preparation_reason: str = "",
    company: Company | None = None, organiser: User | None = None,
    confirmed_without_translation: bool = False,
) -> Appointment:  # fmt: skip
    """Time, way, place and company of a talk at once, by a colleague; `company=None` leaves who comes as it is.

    The newcomer hears of it when the time, the way or the place became another.
    """
    appointment = locked(appointment, by)
    refuse_of_group(appointment)
    appointment.mode, appointment.wished_mode = Mode(mode), wished_mode
    appointment.wish_reason = "" if wished_mode in {"", mode} else wish_reason.strip()
    appointment.short_preparation_reason = short_preparation_reason.strip()
    appointment.subject, appointment.organiser = subject.strip(), organiser or appointment.organiser
    set_place(appointment, place_kind, place, video_url)
    changed = _change(
        appointment, by=by, starts_at=starts_at, minutes=minutes, company=company, confirmed=confirmed_without_translation
    )  # fmt: skip
    remember_preference(changed)
    return changed


def _change(
    appointment: Appointment, *, by: User, starts_at: datetime, minutes: int, company: Company | None = None,
    confirmed: bool,
) -> Appointment:  # fmt: skip
    before = Appointment.objects.get(pk=appointment.pk)
    refuse_unless_open(before)
    appointment.starts_at, appointment.ends_at = starts_at, end_of(starts_at, minutes)
    is_moved = (before.starts_at, before.ends_at) != (appointment.starts_at, appointment.ends_at)
    obstacles = shape_obstacles(appointment)
    if is_moved and appointment.is_planned and not by.is_resident:  # A newcomer knows when they are ready.
        obstacles += preparation_obstacles(appointment, today=timezone.localdate())
    if company:
        obstacles += company_obstacles(appointment.case, appointment.organiser, company)
    company = company or _present_company(appointment)
    seats = participants_for(appointment.case, appointment.organiser, company)
    interpreters = list(appointment.participants.filter(interpreter__isnull=False))
    everybody = [*seats, *interpreters]
    obstacles += clashes(everybody, appointment.starts_at, appointment.ends_at, besides=appointment)
    refuse(obstacles)
    seat(appointment, seats)
    if is_moved:
        _ask_interpreter_anew(appointment, by)
    _publish(appointment, before, by, confirmed)
    return appointment


def _present_company(appointment: Appointment) -> Company:
    rows = list(appointment.participants.select_related("user", "person"))
    return Company(
        colleagues=[row.user for row in rows if row.user],
        persons=[row.person for row in rows if row.person],
        others=[row.name for row in rows if row.name],
    )


def _ask_interpreter_anew(appointment: Appointment, by: User) -> None:
    booking = active_booking(appointment)
    if booking and booking.state == BookingState.CONFIRMED:
        set_booking(booking, BookingState.REQUESTED, by)


_SHOWN = ("starts_at", "ends_at", "mode", "place_kind", "place", "video_url")
"""What somebody who comes must know."""


def _publish(appointment: Appointment, before: Appointment, by: User, confirmed: bool) -> None:
    """Saves it; a new version goes out only when there is news in it."""
    is_news = any(getattr(before, name) != getattr(appointment, name) for name in _SHOWN)
    if is_news:
        appointment.sequence += appointment.is_planned
        appointment.changed_at = timezone.now()
    appointment.save()
    if not is_news:
        record(appointment, AppointmentEvent.CHANGED, f"Afspraak bijgewerkt: {in_words(appointment)}.", by)
        return
    data = {"starts_at_before": before.starts_at.isoformat(), "by_resident": by.is_resident}
    text = f"Afspraak verplaatst: was {in_words(before)}; is nu {in_words(appointment)}."
    event = record(appointment, AppointmentEvent.MOVED, text, by, **data)
    if appointment.is_planned:
        tell(appointment, NoticeKind.APPOINTMENT_MOVED, by, event, confirmed_without_translation=confirmed)


@transaction.atomic
def cancel_appointment(
    *, appointment: Appointment, reason: CancelReason | str, by: User, confirmed_without_translation: bool = False
) -> Appointment:  # fmt: skip
    """The talk doesn't go on; everybody's time is free again. Cancelling twice does nothing.

    A resident gives one of `RESIDENT_CANCEL_REASONS` and no explanation, however late it is.
    """
    appointment = locked(appointment, by, also_resident=True)
    if appointment.state == AppointmentState.CANCELLED:
        return appointment
    if by.is_resident and not may_change(by, appointment, now=timezone.now()):
        raise ValidationError(NOT_YOURS)
    refuse_unless_open(appointment)
    if reason not in (RESIDENT_CANCEL_REASONS if by.is_resident else STAFF_CANCEL_REASONS):
        raise ValidationError("Kies waarom de afspraak niet doorgaat.")
    return call_off(appointment, CancelReason(reason), by, confirmed_without_translation)


def call_off(
    appointment: Appointment, reason: CancelReason, by: User | None, confirmed: bool = False
) -> Appointment:
    was_planned, is_resident = appointment.is_planned, bool(by and by.is_resident)
    appointment.state, appointment.cancel_reason = AppointmentState.CANCELLED, reason
    appointment.cancelled_by_resident = is_resident
    appointment.sequence += was_planned
    appointment.changed_at = timezone.now()
    appointment.save()
    if booking := active_booking(appointment):
        set_booking(booking, BookingState.CANCELLED, by)
    appointment.participants.update(is_active=False)
    text = f"Afspraak afgezegd: {in_words(appointment)}. Reden: {reason.label.lower()}."
    event = record(
        appointment, AppointmentEvent.CANCELLED, text, by, reason=reason.value, by_resident=is_resident
    )
    if was_planned:
        tell(
            appointment, NoticeKind.APPOINTMENT_CANCELLED, by, event, confirmed_without_translation=confirmed
        )
    return appointment


def cancel_talks_of_closed_cases(*, now: datetime) -> int:
    """Gives the time of colleagues and interpreters back when a case was closed; returns how many talks.

    Who closes a case knows nothing of talks, so this looks for what is left over. Safe to run twice, and at once.
    """
    left = Appointment.objects.filter(
        case__status=Status.CLOSED, starts_at__gt=now, state__in=[AppointmentState.CONCEPT, AppointmentState.PLANNED]
    )  # fmt: skip

    def take_off(appointment: Appointment) -> bool:
        free = left.select_for_update(of=("self",), skip_locked=True)
        current = (
            free.select_related("case__person", "case__gemeente", "organiser")
            .filter(pk=appointment.pk)
            .first()
        )
        if current is None:
            return False
        call_off(current, CancelReason.DOSSIER_GESLOTEN, None)
        return True

    return one_by_one(left.order_by("pk"), take_off, failure="talk_of_closed_case_not_cancelled")
