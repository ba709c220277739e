"""The preparation of somebody who turns 18 soon: what is there already, and what to do (PP-124)."""

from dataclasses import dataclass
from datetime import date

from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.models import Appointment
from contact.selectors.preparation import pack_of
from intake.models import Diploma, Intake, SkillLevel
from intake.rules import ComingOfAge, coming_of_age


@dataclass(frozen=True)
class Task:
    """Something to do before the birthday; done or not follows from the dossier."""

    text: str
    url_name: str
    is_done: bool
    list_key: str = ""


@dataclass(frozen=True)
class Preparation18:
    days: ComingOfAge
    tasks: tuple[Task, ...]
    may_have_intake: bool


def turning_18(case: Case, *, today: date) -> Preparation18 | None:
    """None when it isn't time, or the intake was started: then the intake says itself what is missing."""
    days = coming_of_age(case.person.birth, today=today)
    if days is None or not case.is_open or Intake.objects.filter(case=case).exists():
        return None
    planned = Appointment.objects.filter(
        case=case,
        purpose=Purpose.BREDE_INTAKE,
        state__in=[AppointmentState.CONCEPT, AppointmentState.PLANNED],
    )
    tasks = (
        Task("Stuur het voorbereidingspakket.", "voorbereidingspakket", pack_of(case) is not None),
        Task(
            "Leg vast wat de jongere zelf al heeft geleerd.", "intake-lijst-toevoegen",
            SkillLevel.objects.filter(case=case, removed_at=None).exists(), "niveaus",
        ),
        Task(
            "Leg de diploma's vast en vraag de waardering aan.", "intake-lijst-toevoegen",
            Diploma.objects.filter(case=case, removed_at=None).exists(), "diplomas",
        ),
        Task("Plan de brede intake in de maand van de verjaardag.", "afspraak-nieuw", planned.exists()),
    )  # fmt: skip
    return Preparation18(days, tasks, days.may_have_intake(today))
