"""From the start of a brede intake to its end, and open again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from intake.enums import EventKind, IntakeStatus, Interpreter, TalkMode, Understood
from intake.models import Intake, IntakeAnswer, IntakeTalk
from intake.rules import day_obstacles, talk_obstacles
from intake.selectors import answers_by_question, earlier_intakes, overview_of
from intake.services.prefilling import prefill


def writable(intake: Intake) -> Intake:
    """The intake, locked until the end of the transaction. Raises ValidationError when nothing may be written any more."""
    intake = (
        Intake.objects.select_for_update(of=("self",))
        .select_related("case", "case__person")
        .get(pk=intake.pk)
    )
    check_writable(intake)
    return intake


def check_writable(intake: Intake) -> None:
    """Raises ValidationError when nothing may be written any more; for who has the intake under lock."""
    if not intake.case.is_open:
        raise ValidationError("Dit dossier is gesloten. De intake kan niet meer wijzigen.", code="closed")
    if not intake.is_open:
        raise ValidationError("De intake is afgerond. Heropen de intake om iets te wijzigen.", code="closed")


@transaction.atomic
def open_intake(*, case: Case, by: User | None, on: date | None = None, reason_again: str = "") -> Intake:
    """Starts the brede intake, or returns the one that runs.

    After a completed one a reason is needed; the answers of that one are where the new one starts, so that nobody has
    to tell everything twice.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if running := Intake.objects.filter(case=case, status=IntakeStatus.OPEN).first():
        return running
    if not case.is_open:
        raise ValidationError("Dit dossier is gesloten. Er kan geen intake meer starten.")
    earlier = earlier_intakes(case).first()
    reason_again = reason_again.strip()
    if earlier and not says_something(reason_again):
        raise ValidationError(
            "Er is al een brede intake gedaan. Schrijf op waarom een nieuwe nodig is.", code="reason"
        )
    intake = Intake.objects.create(
        case=case,
        started_on=on or timezone.localdate(),
        started_by=by,
        reason_again=reason_again[:1000] if earlier else "",
    )
    if earlier:
        _copy_answers(earlier, intake)
    prefill(intake)
    text = (
        f"Brede intake opnieuw gestart. Reden: {intake.reason_again}" if earlier else "Brede intake gestart."
    )
    record_event(case=case, kind=EventKind.STARTED, by=by, text=text,
                 data={"intake_id": intake.pk, "again": earlier is not None})  # fmt: skip
    return intake


def _copy_answers(earlier: Intake, intake: Intake) -> None:
    """Not the check whether the newcomer understood: that is about the talk that is still to come."""
    answers = [answer for key, answer in answers_by_question(earlier).items() if key != "terugvertellen"]
    for answer in answers:
        answer.pk, answer.intake, answer._state.adding = None, intake, True  # noqa: SLF001
    IntakeAnswer.objects.bulk_create(answers)


@transaction.atomic
def add_talk(
    *, intake: Intake, held_on: date, mode: TalkMode | str, interpreter: Interpreter | str, by: User, others: str = "",
    interpreter_language: str = "", no_interpreter_reason: str = "", understood: Understood | str = "",
) -> IntakeTalk:  # fmt: skip
    """Records a talk. Without an interpreter it says why not. The same talk sent twice is one talk.

    `understood` is the first question of the talk: does the newcomer know what this is (PP-26)? It can come later.
    """
    intake = writable(intake)
    obstacles = talk_obstacles(held_on=held_on, has_interpreter=interpreter != Interpreter.GEEN,
                               no_interpreter_reason=no_interpreter_reason, today=timezone.localdate())  # fmt: skip
    if mode not in TalkMode.values:
        obstacles.append("Kies waar het gesprek was.")
    if interpreter not in Interpreter.values:
        obstacles.append("Kies of er een tolk bij was.")
    if understood not in {"", *Understood.values}:
        obstacles.append("Kies of het doel van het gesprek duidelijk was.")
    if obstacles:
        raise ValidationError(obstacles)
    talk, is_new = IntakeTalk.objects.get_or_create(
        intake=intake, held_on=held_on, mode=mode, interpreter=interpreter, others=others.strip(),
        interpreter_language=interpreter_language.strip(), no_interpreter_reason=no_interpreter_reason.strip(),
        defaults={"by": by, "understood": understood},
    )  # fmt: skip
    if is_new:
        record_event(
            case=intake.case, kind=EventKind.TALK, by=by, data={"intake_id": intake.pk, "talk_id": talk.pk},
            text=f"Gesprek voor de brede intake op {format_date(held_on)}: {talk.get_mode_display().lower()}, "
                 f"{talk.get_interpreter_display().lower()}.",
        )  # fmt: skip
    return talk


@transaction.atomic
def record_understood(*, talk: IntakeTalk, understood: Understood | str, by: User) -> IntakeTalk:
    """Keeps whether the newcomer knew what the talk was for, when that wasn't written down with the talk (PP-26)."""
    writable(talk.intake)
    talk = IntakeTalk.objects.select_for_update(of=("self",)).select_related("intake__case").get(pk=talk.pk)
    if understood not in Understood.values:
        raise ValidationError("Kies of het doel van het gesprek duidelijk was.")
    if talk.is_closed:
        raise ValidationError("Het verslag van dit gesprek is afgesloten.")
    if talk.understood != understood:
        talk.understood = understood
        talk.save(update_fields=["understood"])
        record_event(
            case=talk.intake.case, kind=EventKind.UNDERSTOOD, by=by, data={"talk_id": talk.pk},
            text=f"Gevraagd of het doel van het gesprek duidelijk was: {Understood(understood).label[0].lower()}"
                 f"{Understood(understood).label[1:]}.",
        )  # fmt: skip
    return talk


@transaction.atomic
def record_private_talk(*, intake: Intake, on: date, by: User) -> Intake:
    """The newcomer was pointed to the right to talk alone (Besluit inburgering 2021, art. 5.2 lid 2)."""
    intake = writable(intake)
    if obstacles := day_obstacles(on, today=timezone.localdate()):
        raise ValidationError(obstacles)
    if intake.private_talk_on == on:
        return intake
    intake.private_talk_on, intake.private_talk_by = on, by
    intake.save(update_fields=["private_talk_on", "private_talk_by"])
    record_event(case=intake.case, kind=EventKind.PRIVATE_TALK, by=by, data={"intake_id": intake.pk},
                 text=f"De nieuwkomer is op {format_date(on)} gewezen op het recht om alleen te praten.")  # fmt: skip
    return intake


@transaction.atomic
def complete_intake(*, intake: Intake, by: User, without_lbt_reason: str = "") -> Intake:
    """Completes the written record (R-11). Completing twice does nothing.

    Raises ValidationError with everything that is missing. Without a result of the leerbaarheidstoets and without an
    exemption it asks `without_lbt_reason`.
    """
    if not Intake.objects.select_for_update().get(pk=intake.pk).is_open:
        return Intake.objects.get(pk=intake.pk)
    intake = writable(intake)
    intake.without_lbt_reason = without_lbt_reason.strip()[:1000]
    overview = overview_of(intake)
    if overview.missing:
        raise ValidationError([item.sentence for item in overview.missing])
    if overview.lbt.is_known:
        intake.without_lbt_reason = ""
    intake.status, intake.completed_at, intake.completed_by = IntakeStatus.AFGEROND, timezone.now(), by
    intake.in_absence = False
    intake.save(update_fields=["status", "completed_at", "completed_by", "without_lbt_reason", "in_absence"])
    intake.talks.filter(closed_at=None).update(closed_at=intake.completed_at, closed_by=by)
    again = " Leg nog een keer uit wat er nu gebeurt." if overview.needs_explaining_again else ""
    record_event(
        case=intake.case, kind=EventKind.COMPLETED, by=by, text=f"Brede intake afgerond.{again}",
        data={"intake_id": intake.pk, "explain_again": overview.needs_explaining_again, "with_lbt": overview.lbt.is_known},
    )  # fmt: skip
    return intake


@transaction.atomic
def reopen_intake(*, intake: Intake, reason: str, by: User) -> Intake:
    """Opens a completed intake again, for a correction; a new talk about everything is a new intake."""
    intake = Intake.objects.select_for_update(of=("self",)).select_related("case").get(pk=intake.pk)
    if intake.is_open:
        return intake
    obstacles = []
    if not says_something(reason):
        obstacles.append("Schrijf op waarom u de intake heropent.")
    if not intake.case.is_open:
        obstacles.append("Dit dossier is gesloten. De intake kan niet meer open.")
    if Intake.objects.filter(case=intake.case, id__gt=intake.pk).exists():
        obstacles.append("Er is een nieuwere intake. Wijzig die.")
    if obstacles:
        raise ValidationError(obstacles)
    intake.status, intake.completed_at, intake.completed_by = IntakeStatus.OPEN, None, None
    intake.save(update_fields=["status", "completed_at", "completed_by"])
    record_event(case=intake.case, kind=EventKind.REOPENED, by=by, data={"intake_id": intake.pk},
                 text=f"Brede intake heropend. Reden: {reason.strip()}")  # fmt: skip
    return intake
