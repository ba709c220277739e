"""Making an appointment: first a concept, which holds the time of everybody, then confirmed to the newcomer."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import klantmanager_of, may_edit
from cases.services import record_event
from contact.enums.appointments import AppointmentEvent, AppointmentState, Mode, Place, Purpose
from contact.enums.interpreters import InterpreterDecision, InterpreterNeed
from contact.enums.notices import NoticeKind
from contact.models import Appointment, MeetingPreference
from contact.rules.appointments import Obstacle, end_of, time_obstacles, way_obstacles
from contact.rules.interpreters import decision_obstacles, interpreter_need
from contact.selectors.appointments import need_of, tongues, tongues_of
from contact.selectors.preparation import preparation_obstacles
from contact.services.appointments.company import Company, clashes, company_obstacles, participants_for, seat
from contact.services.appointments.introductions import meet_introduction
from contact.services.appointments.refusing import refuse
from contact.services.appointments.telling import in_words, record, tell
from contact.services.preparation import send_pack


def locked_case(case: Case, by: User | None, *, also_resident: bool = False) -> Case:
    """The open case, locked: the first lock of every act on a talk. Staff must be allowed to change the case.

    `also_resident` is for acts that the newcomer does too; whether this one may, is for the act to ask.
    """
    case = (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "gemeente")
        .get(pk=case.pk)
    )
    if not case.is_open:
        raise ValidationError(f"Dossier {case.number} is gesloten. U kunt er geen afspraak meer in wijzigen.")
    may = also_resident if by and by.is_resident else by is None or may_edit(by, case)
    if not may:
        raise ValidationError("U mag dit dossier niet wijzigen.")
    return case


def locked(appointment: Appointment, by: User | None, *, also_resident: bool = False) -> Appointment:
    """The appointment in its locked case; nobody else changes it until the end of the transaction."""
    case = locked_case(appointment.case, by, also_resident=also_resident)
    appointment = (
        Appointment.objects.select_for_update(of=("self",)).select_related("organiser").get(pk=appointment.pk)
    )
    appointment.case = case
    return appointment


@transaction.atomic
def plan_appointment(
    *, case: Case, purpose: Purpose | str, starts_at: datetime, minutes: int, mode: Mode | str, by: User,
    organiser: User | None = None, company: Company | None = None, place_kind: Place | str = "", place: str = "",
    video_url: str = "", wished_mode: Mode | str = "", wish_reason: str = "", subject: str = "",
    interpreter_decision: InterpreterDecision | str = "", interpreter_reason: str = "",
    short_preparation_reason: str = "", as_concept: bool = False, confirmed_without_translation: bool = False,
) -> Appointment:  # fmt: skip
    """Plans a talk and tells the newcomer, or keeps it as a concept that nobody hears of yet.

    The organiser is the klantmanager of the case, unless named. Where no interpreter is needed that is decided by
    itself; else a decision must be given, but for a concept. Raises ValidationError with all that stands in the way.
    """
    case, company = locked_case(case, by), company or Company()
    appointment = Appointment(
        case=case, organiser=organiser or klantmanager_of(case) or by, purpose=purpose, subject=subject.strip(),
        starts_at=starts_at, ends_at=end_of(starts_at, minutes), mode=mode, wished_mode=wished_mode,
        wish_reason="" if wished_mode in {"", mode} else wish_reason.strip(),
        interpreter_decision=interpreter_decision, interpreter_reason=interpreter_reason.strip(),
        short_preparation_reason=short_preparation_reason.strip(),
    )  # fmt: skip
    set_place(appointment, place_kind, place, video_url)
    seats = participants_for(case, appointment.organiser, company)
    obstacles = company_obstacles(case, appointment.organiser, company) + shape_obstacles(appointment)
    if not as_concept:
        staff = [row.user for row in seats if row.user]
        known = tongues(case.person, staff)
        need = interpreter_need(known)
        _decide_what_follows(appointment, need.suggestion)
        obstacles += decision_obstacles(
            need, known, appointment.interpreter_decision, appointment.interpreter_reason
        )
        obstacles += preparation_obstacles(appointment, today=timezone.localdate())
    refuse(obstacles + clashes(seats, appointment.starts_at, appointment.ends_at))
    appointment.save()
    seat(appointment, seats)
    remember_preference(appointment)
    if as_concept:
        record(appointment, AppointmentEvent.CONCEPT, f"Nog niet bevestigd: {in_words(appointment)}.", by)
        return appointment
    return confirm_appointment(
        appointment=appointment, by=by, confirmed_without_translation=confirmed_without_translation
    )


@transaction.atomic
def confirm_appointment(
    *, appointment: Appointment, by: User, short_preparation_reason: str = "",
    confirmed_without_translation: bool = False,
) -> Appointment:  # fmt: skip
    """Makes a concept firm, and tells the newcomer. Confirming twice does nothing.

    Can't without a decision about an interpreter, where one may be needed (PP-68). A brede intake takes the preparation
    pack along, and can't come too soon after it without a reason (PP-26).
    """
    appointment = locked(appointment, by)
    if appointment.is_planned:
        return appointment
    refuse_of_group(appointment)
    refuse_unless_open(appointment)
    appointment.short_preparation_reason = (
        short_preparation_reason.strip() or appointment.short_preparation_reason
    )
    need, known = need_of(appointment), tongues_of(appointment)
    _decide_what_follows(appointment, need.suggestion)
    obstacles = shape_obstacles(appointment)
    obstacles += decision_obstacles(
        need, known, appointment.interpreter_decision, appointment.interpreter_reason
    )
    obstacles += preparation_obstacles(appointment, today=timezone.localdate())
    refuse(obstacles)
    if appointment.purpose == Purpose.BREDE_INTAKE:
        send_pack(case=appointment.case, by=by, confirmed_without_translation=confirmed_without_translation)
    appointment.state, appointment.sequence = AppointmentState.PLANNED, appointment.sequence + 1
    appointment.interpreter_needed = need.answer == InterpreterNeed.NEEDED
    appointment.changed_at = timezone.now()
    appointment.save()
    event = record(appointment, AppointmentEvent.MADE, f"Afspraak gemaakt: {in_words(appointment)}.", by)
    tell(appointment, NoticeKind.APPOINTMENT_NEW, by, event,
         confirmed_without_translation=confirmed_without_translation)  # fmt: skip
    meet_introduction(case=appointment.case, by=by)
    return appointment


def _decide_what_follows(appointment: Appointment, suggestion: str) -> None:
    if not appointment.interpreter_decision:
        appointment.interpreter_decision = suggestion


def refuse_unless_open(appointment: Appointment) -> None:
    if not appointment.is_open:
        raise ValidationError(
            f"Deze afspraak is {appointment.get_state_display().lower()}. U kunt hem niet meer wijzigen."
        )


def refuse_of_group(appointment: Appointment) -> None:
    """The time and the place of a group session are of everybody: one can only not come."""
    if appointment.session_id:
        raise ValidationError("Deze afspraak hoort bij een groepsbijeenkomst. Wijzig de bijeenkomst zelf.")


def set_place(appointment: Appointment, place_kind: str, place: str, video_url: str) -> None:
    """Only what belongs to the way of talking: no room for who phones, no link for who meets."""
    live, video = appointment.mode == Mode.LIVE, appointment.mode == Mode.VIDEO
    appointment.place_kind, appointment.place = (place_kind, place.strip()) if live else ("", "")
    appointment.video_url = video_url.strip() if video else ""


def shape_obstacles(appointment: Appointment) -> list[Obstacle]:
    """What is wrong with the time, the way, or a field by itself."""
    group = appointment.purpose == Purpose.GROEP and appointment.session_id is None
    obstacles = [Obstacle("Een groepsbijeenkomst maakt u niet in één dossier.", "purpose")] if group else []
    obstacles += time_obstacles(appointment.starts_at, appointment.duration, now=timezone.now())
    obstacles += way_obstacles(mode=appointment.mode, place_kind=appointment.place_kind,
                               wished_mode=appointment.wished_mode, wish_reason=appointment.wish_reason)  # fmt: skip
    try:
        check_words(appointment)
    except ValidationError as wrong:
        obstacles += [
            Obstacle(f"{_LABELS[name]}: {sentence}", name)
            for name, sentences in wrong.message_dict.items()
            for sentence in sentences
        ]
    return obstacles


_WORDS = {
    "purpose", "subject", "place_kind", "place", "video_url", "wished_mode", "wish_reason", "interpreter_decision",
    "interpreter_reason", "short_preparation_reason", "said",
}  # fmt: skip


_FIELDS = Appointment._meta.fields  # noqa: SLF001 - Django's own name
_LABELS = {field.name: str(field.verbose_name).capitalize() for field in _FIELDS}


def check_words(appointment: Appointment) -> None:
    """Lengths and choices of what was filled in; raises ValidationError."""
    appointment.clean_fields(exclude={field.name for field in _FIELDS} - _WORDS)


def remember_preference(appointment: Appointment) -> None:
    """The wish and the chosen place are where the next invitation starts (PP-25)."""
    chosen = {"mode": appointment.wished_mode, "place_kind": appointment.place_kind}
    if known := {name: value for name, value in chosen.items() if value}:
        MeetingPreference.objects.update_or_create(
            person=appointment.case.person, defaults=known | {"set_at": timezone.now()}
        )


@transaction.atomic
def set_meeting_preference(
    *, case: Case, mode: Mode | str, place_kind: Place | str, by: User
) -> MeetingPreference:
    """How and where the newcomer of this case likes to talk, as the resident says or a colleague hears it."""
    case = locked_case(case, by, also_resident=True)
    if by.is_resident and case.person.bsn_index != by.bsn_index:
        raise ValidationError("Dit is niet uw dossier.")
    preference = MeetingPreference.objects.filter(person=case.person).first() or MeetingPreference(
        person=case.person
    )
    before = (preference.mode, preference.place_kind)
    preference.mode, preference.place_kind, preference.set_at = mode, place_kind, timezone.now()
    preference.clean_fields(exclude=["person"])
    preference.save()
    if before != (mode, place_kind):
        record_event(case=case, kind=AppointmentEvent.WISH, by=by, text=f"Wens voor gesprekken: {_wish(preference)}.",
                     data={"mode": str(mode), "place_kind": str(place_kind)})  # fmt: skip
    return preference


def _wish(preference: MeetingPreference) -> str:
    words = [preference.get_mode_display(), preference.get_place_kind_display()]
    return ", ".join(word.lower() for word in words if word) or "geen voorkeur"
