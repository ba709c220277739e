"""Which intakes there are, and how much of them somebody may see."""

from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.enums import Origin
from cases.models import Case
from cases.selectors import cases_editable_by, cases_visible_to
from intake.models import CoaHandover, Intake
from intake.rules import SECTIONS, Section


def intakes_visible_to(user: User) -> QuerySet[Intake]:
    """Intakes of the cases that a staff user may read. What they hold about health is for `sections_visible_to`."""
    return Intake.objects.filter(case__in=cases_visible_to(user)).select_related("case", "case__person")


def intakes_editable_by(user: User) -> QuerySet[Intake]:
    return Intake.objects.filter(case__in=cases_editable_by(user))


def may_read_health(user: User, case: Case) -> bool:
    """Who needs it for the task: who guides the case or stands in, and the team lead of its team.

    Health is special data (Wet inburgering 2021, art. 37; Besluit 9.11): reading the dossier is not enough.
    """
    if user.is_resident or case.gemeente_id != user.gemeente_id:
        return False
    if case.team_id in user.team_ids(Role.TEAMLEIDER):
        return True
    return user.has_role(Role.KLANTMANAGER) and case.assignments.filter(user=user, ends_at=None).exists()


def sections_visible_to(user: User, case: Case) -> tuple[Section, ...]:
    """All sections for who guides the case; without health for everybody else."""
    if may_read_health(user, case):
        return SECTIONS
    return tuple(section for section in SECTIONS if not section.restricted)


def current_intake(case: Case) -> Intake | None:
    """The intake that runs, else the last that was completed."""
    return (
        Intake.objects.filter(case=case)
        .select_related("completed_by", "private_talk_by")
        .order_by("-id")
        .first()
    )


def coa_handover_of(case: Case) -> CoaHandover | None:
    return CoaHandover.objects.filter(case=case).select_related("by").first()


def awaits_coa_handover(case: Case) -> bool:
    """Somebody came by way of COA and nobody wrote down yet what COA told: work to do."""
    return case.is_open and (case.in_coa or case.origin == Origin.COA)


def earlier_intakes(case: Case) -> QuerySet[Intake]:
    """Other intakes on the same traject: of this person at this gemeente, also in a case that was closed."""
    return Intake.objects.filter(case__person_id=case.person_id, case__gemeente_id=case.gemeente_id).order_by(
        "-id"
    )
