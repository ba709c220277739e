"""Who guides a case, and who may look at it for a purpose."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.enums import Act, Role
from accounts.models import User
from accounts.services import log_access
from cases.enums import AssignmentKind, EventKind
from cases.models import Assignment, Case, PurposeAccess
from cases.selectors import cases_of_gemeente
from cases.services.events import record_event


@transaction.atomic
def assign_klantmanager(*, case: Case, to: User, by: User | None, reason: str) -> Assignment:
    """Gives the case to a klantmanager; the one before ends at the same moment. Assigning twice to the same does nothing."""
    case = locked_open(case)
    now = timezone.now()
    current = case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).first()
    if current and current.user_id == to.pk:
        return current
    _check_can_guide(to, case)
    case.assignments.filter(Q(kind=AssignmentKind.KLANTMANAGER) | Q(user=to), ends_at=None).update(
        ends_at=now
    )
    assignment = Assignment.objects.create(case=case, user=to, starts_at=now, reason=reason)
    if not case.has_klantmanager:
        case.has_klantmanager = True
        case.save(update_fields=["has_klantmanager"])
    record_event(case=case, kind=EventKind.ASSIGNED, by=by, text=f"{to.name} is klantmanager. {reason}.".replace("..", "."),
                 data={"user_id": to.pk, "before": current.user_id if current else None})  # fmt: skip
    return assignment


@transaction.atomic
def assign_substitute(*, case: Case, to: User, by: User | None, reason: str) -> Assignment:
    """Adds a substitute (vervanger), who may do what the klantmanager may."""
    case = locked_open(case)
    _check_can_guide(to, case)
    if case.assignments.filter(user=to, ends_at=None).exists():
        raise ValidationError(f"{to.name} begeleidt dit dossier al.")
    assignment = Assignment.objects.create(case=case, user=to, kind=AssignmentKind.VERVANGER, reason=reason)
    record_event(case=case, kind=EventKind.ASSIGNED, by=by, text=f"{to.name} is vervanger. {reason}")
    return assignment


@transaction.atomic
def end_substitution(*, assignment: Assignment, by: User | None) -> Assignment:
    """Ending twice keeps the first moment."""
    case = locked_open(assignment.case)
    assignment = case.assignments.select_related("user").get(pk=assignment.pk, kind=AssignmentKind.VERVANGER)
    if assignment.ends_at is None:
        assignment.ends_at = timezone.now()
        assignment.save(update_fields=["ends_at"])
        record_event(
            case=case, kind=EventKind.ASSIGNED, by=by, text=f"{assignment.user.name} is geen vervanger meer."
        )
    return assignment


def locked_open(case: Case) -> Case:
    """The case, locked. Raises ValidationError when it is closed: nothing is added to a finished story."""
    case = Case.objects.select_for_update(of=("self",)).select_related("person", "gemeente").get(pk=case.pk)
    if not case.is_open:
        raise ValidationError(f"Dossier {case.number} is gesloten. U kunt er niets meer in wijzigen.")
    return case


def _check_can_guide(user: User, case: Case) -> None:
    if (
        not user.is_active
        or user.gemeente_id != case.gemeente_id
        or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER)
    ):
        raise ValidationError(
            f"{user.name} kan dit dossier niet krijgen: kies een actieve klantmanager van deze gemeente."
        )


@transaction.atomic
def grant_access(*, case: Case, user: User, purpose: str) -> PurposeAccess:
    """Lets somebody of the same gemeente read a case until midnight, for a purpose that stands in the log of the case."""
    purpose = purpose.strip()
    if len(purpose) < 10:
        raise ValidationError("Schrijf in een zin waarvoor u dit dossier nodig hebt.")
    if not cases_of_gemeente(user).filter(pk=case.pk).exists():
        raise ValidationError("Dit dossier is niet van uw gemeente.")
    midnight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
    access = PurposeAccess.objects.create(case=case, user=user, purpose=purpose[:300], until=midnight)
    log_access(user=user, case_id=case.pk, act=Act.PURPOSE, purpose=access.purpose)
    record_event(
        case=case,
        kind=EventKind.PURPOSE,
        by=user,
        text=f"{user.name} mag dit dossier vandaag inzien. Doel: {purpose}",
    )
    return access
