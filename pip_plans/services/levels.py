"""Which level a profession asks, and what that does to the decision about going on learning."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from deadlines.enums import Kind
from deadlines.rules import Length, Unit
from deadlines.selectors import open_deadline
from deadlines.services import meet_deadline, start_promise, stop_deadline
from pip_plans.enums import EventKind, FurtherLearning, Level, LevelSource, Status
from pip_plans.models import LevelNeed, Pip, PipVersion
from pip_plans.rules.levels import highest, level_gap, rank
from pip_plans.rules.plan import Plan
from pip_plans.selectors.versions import current_version


@transaction.atomic
def record_needed_level(
    *, case: Case, level: Level | str, source: LevelSource | str, occupation: str, by: User, said_by: str = "", remark: str = ""
) -> LevelNeed:  # fmt: skip
    """Keeps which level an employer, werkcoach or law asks. The same sentence of the same source twice is one.

    Higher than the plan that holds, it opens the decision about going on again: a term with its reminders, and an event.
    The version itself stays as it is (PP-61, PP-107).
    """
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if not case.is_open:
        raise ValidationError("Het dossier is gesloten.")
    pip, _ = Pip.objects.get_or_create(case=case)
    before = highest(*pip.level_needs.values_list("level", flat=True))
    said = {"level": level, "source": source, "occupation": occupation.strip(), "said_by": said_by.strip()}
    if same := pip.level_needs.filter(**said).first():
        return same
    need = LevelNeed(pip=pip, remark=remark.strip(), noted_by=by, **said)
    need.full_clean()
    need.save()
    record_event(case=case, kind=EventKind.NIVEAU_NODIG, by=by, data={"level": need.level, "source": need.source},
                 text=f"Voor {need.occupation} is niveau {need.level} nodig ({need.who}).")  # fmt: skip
    for concept in PipVersion.objects.select_for_update().filter(pip=pip, status=Status.CONCEPT):
        take_over_needed_level(concept)
    if rank(need.level) > rank(before):
        _reopen(pip, need, by)
    return need


def take_over_needed_level(version: PipVersion) -> None:
    """Puts the highest level that was named into the concept, with who named it."""
    needs = list(version.pip.level_needs.all())
    top = max(needs, key=lambda need: rank(need.level), default=None)
    if top and rank(top.level) > rank(version.needed_level):
        version.needed_level, version.needed_level_source = top.level, top.source
        version.needed_level_by = top.said_by
        version.save(update_fields=["needed_level", "needed_level_source", "needed_level_by"])


def _reopen(pip: Pip, need: LevelNeed, by: User) -> None:
    """What was decided about an easier goal doesn't answer this one."""
    current = current_version(pip.case)
    if current is None or rank(need.level) <= rank(highest(current.needed_level, current.wished_level)):
        return
    gap = level_gap(
        leerroute=current.leerroute, niveau=current.niveau, wished=current.wished_level, needed=need.level
    )
    if gap is None:
        return
    start_promise(case=pip.case, kind=Kind.DOORLEREN, on=timezone.localdate(), by=by)
    record_event(case=pip.case, kind=EventKind.DOORLEREN_OPEN, by=by, data={"version_id": current.pk, "level": need.level},
                 text=f"Het besluit over doorleren is weer open: voor {need.occupation} is niveau {need.level} nodig "
                      f"({need.who}). PIP versie {current.number} gaat tot {gap.required}.")  # fmt: skip


def follow_decision(*, case: Case, plan: Plan, on: date, by: User) -> None:
    """What a PIP says about going on: decided meets the term, "not yet" starts it for the day that was named (PP-03)."""
    if plan.further_learning and plan.further_learning != FurtherLearning.NIET_BESLIST:
        meet_deadline(case=case, kind=Kind.DOORLEREN, on=on, by=by)
    if plan.further_learning != FurtherLearning.NIET_BESLIST or plan.further_learning_decide_on is None:
        return
    today = timezone.localdate()
    running = open_deadline(case, Kind.DOORLEREN)
    if running and running.due_on != plan.further_learning_decide_on:
        stop_deadline(
            deadline=running,
            by=by,
            reason="In het nieuwe PIP staat een andere dag voor het besluit over doorleren.",
        )
    days = Length((plan.further_learning_decide_on - today).days, Unit.DAYS)
    start_promise(case=case, kind=Kind.DOORLEREN, on=today, by=by, length=days)
