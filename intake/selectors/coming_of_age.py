"""The preparation of somebody who turns 18 soon: what is there already, and what to do (PP-124)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, Exists, F, Func, IntegerField, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from cases.enums import Status
from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.enums.notices import Channel, NoticeKind
from contact.models import Appointment, Notice
from contact.selectors.preparation import pack_of
from intake.models import Diploma, Intake, SkillLevel
from intake.rules import ADULT, ComingOfAge, coming_of_age, months_of_birth


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


def cases_turning_18(*, today: date) -> QuerySet[Any]:
    """Open cases without an intake of who turns 18 soon, as `turning_18` says of one case.

    Each has `intake_from`, the first day of the month in which the intake can be, `has_pack` and `has_talk`.
    """
    months = months_of_birth(today)
    years = {
        month // 12 for month in months
    }  # said apart, for the index: few of a gemeente were born in them
    packs = Notice.objects.filter(case=OuterRef("pk"), kind=NoticeKind.PREPARATION, channel=Channel.PORTAL)
    month = Coalesce(F("person__birth_month"), 1, output_field=IntegerField())
    return (
        Case.objects.filter(status=Status.OPEN, person__died_on=None, person__birth_year__in=years)
        .filter(~Exists(Intake.objects.filter(case=OuterRef("pk"))))
        .annotate(
            born_in=F("person__birth_year") * 12 + month - 1,
            intake_from=Func(
                F("person__birth_year") + ADULT, month, 1, function="make_date", output_field=DateField()
            ),
            has_pack=Exists(packs),
            has_talk=Exists(_talks_planned().filter(case=OuterRef("pk"))),
        )
        .filter(born_in__gte=months.start, born_in__lt=months.stop)
    )


def _talks_planned() -> QuerySet[Appointment]:
    return Appointment.objects.filter(
        purpose=Purpose.BREDE_INTAKE, state__in=[AppointmentState.CONCEPT, AppointmentState.PLANNED]
    )


def turning_18(case: Case, *, today: date) -> Preparation18 | None:
    """None when it isn't time, or the intake was started: then the intake says itself what is missing."""
    days = coming_of_age(case.person.birth, today=today)
    if days is None or not case.is_open or Intake.objects.filter(case=case).exists():
        return None
    planned = _talks_planned().filter(case=case)
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
