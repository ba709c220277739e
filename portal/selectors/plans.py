"""The plan, and the facts of the way from arrival to after the exam."""

from datetime import date

from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from intake.models import Intake, LbtResult
from pip_plans.enums import Owner
from pip_plans.models import Pip, PipVersion
from pip_plans.selectors import versions_for_resident
from portal.rules import Appointment, Intensity, Journey
from portal.selectors.cases import terms_of
from portal.selectors.talks import Talk


def my_plans(user: User, case: Case) -> list[PipVersion]:
    """Established versions, the one that holds now first: of this case, then of earlier ones."""
    return sorted(versions_for_resident(user), key=lambda version: version.pip.case_id != case.pk)


def objection_until(version: PipVersion) -> date | None:
    """The last day to object to this version: its term is about the day that the letter was there."""
    if version.document is None:
        return None
    about = timezone.localtime(version.document.created_at).date().isoformat()
    terms = version.pip.case.deadlines.filter(kind=Kind.BEZWAAR, about=about, stopped_on=None)
    return terms.values_list("due_on", flat=True).last()


def journey_of(case: Case, plan: PipVersion | None, *, today: date, talk: Talk | None = None) -> Journey:
    """The facts for the next step and the way, with the plan that holds in this case."""
    intake = Intake.objects.filter(case=case).order_by("started_on", "id").last()
    test = LbtResult.objects.filter(case=case).order_by("taken_on", "id").last()
    terms = terms_of(case)
    pip = Pip.objects.filter(case=case).first()
    plan_term = terms.get(Kind.PIP_NA_VERHUIZING) or terms.get(Kind.PIP)
    return Journey(
        today=today,
        is_open=case.is_open,
        group=case.group,
        notified_on=case.notified_on,
        registered_on=case.brp_registered_on,
        intake_started_on=intake.started_on if intake else None,
        intake_done_on=timezone.localtime(intake.completed_at).date()
        if intake and intake.completed_at
        else None,
        test_on=test.taken_on if test else None,
        plan_due_on=plan_term.due_on if plan_term else None,
        plan_awaits_others=plan_term.awaits_third_party if plan_term else False,
        has_moved=Kind.PIP_NA_VERHUIZING in terms,
        first_plan_on=_first_plan_on(pip),
        plan_on=plan.established_on if plan else None,
        route=plan.leerroute if plan else pip.previous_leerroute if pip else "",
        object_until=objection_until(plan) if plan else None,
        term_until=_due(terms, Kind.TERMIJN),
        next_talk_on=talk.on if talk else None,
        appointments=_appointments(plan),
    )


def _due(terms: dict[Kind, Deadline], kind: Kind) -> date | None:
    return terms[kind].due_on if kind in terms else None


def _first_plan_on(pip: Pip | None) -> date | None:
    if pip is None:
        return None
    own = pip.versions.filter(established_on__isnull=False).order_by("established_on").first()
    days = [day for day in (pip.previous_dated_on, own.established_on if own else None) if day]
    return min(days, default=None)


def _appointments(plan: PipVersion | None) -> tuple[Appointment, ...]:
    agreements = plan.agreements.all() if plan else []
    return tuple(
        Appointment(id=one.pk, on=one.due_on, is_mine=one.owner == Owner.NIEUWKOMER) for one in agreements
    )


def intensity_of(plan: PipVersion | None) -> Intensity:
    if plan is None:
        return Intensity()
    return Intensity(
        alphabetisation=plan.alphabetisation,
        lesson_hours=plan.intensity_hours,
        pvt_hours=plan.pvt_hours,
        map_hours=plan.map_hours,
        talks_a_year=plan.talks_per_year,
    )
