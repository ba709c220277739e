"""The moment that a concept becomes a decision: everything in one transaction, or nothing."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case
from cases.services import add_document, record_event
from deadlines.enums import Kind
from deadlines.selectors import open_deadline
from deadlines.services import meet_deadline, start_deadline
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, Leerroute, Status
from pip_plans.models import PipVersion
from pip_plans.rules.obstacles import obstacles
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.terms import met, started
from pip_plans.selectors import current_version, situation_of, with_content
from pip_plans.services.letter import letter_pdf


@transaction.atomic
def establish_pip(
    *, version: PipVersion, on: date, by: User, expected_updated_at: datetime | None = None
) -> PipVersion:
    """Establishes the concept with this day as dagtekening: letter, terms, event and all.

    `expected_updated_at` is the concept as the klantmanager saw it. Raises ValidationError with every obstacle, or when
    somebody else changed or established the concept meanwhile.
    """
    version = _locked(version, by, expected_updated_at)
    case, today = version.pip.case, timezone.localdate()
    situation, plan = situation_of(version.pip, today=today), version.as_plan
    if found := obstacles(plan, situation, on):
        raise ValidationError([obstacle.sentence for obstacle in found])
    earlier = current_version(case)
    pdf = letter_pdf(version=version, situation=situation, on=on, by=by, is_concept=False,
                     before=earlier.as_plan if earlier else None)  # fmt: skip
    version.document = add_document(
        case=case, title=f"Beschikking PIP versie {version.number}", kind=DocumentKind.BESCHIKKING,
        filename=f"PIP-{case.number}-versie-{version.number}.pdf", content=pdf, by=by, visible_to_resident=True,
    )  # fmt: skip
    version.status, version.established_on, version.established_by = Status.VASTGESTELD, on, by
    version.announced_on = today
    version.save(update_fields=["status", "established_on", "announced_on", "established_by", "document"])
    _run_the_clocks(case, plan, situation, on, by)
    record_event(case=case, kind=EventKind.VASTGESTELD, by=by, text=_in_words(version, on),
                 data={"version_id": version.pk, "number": version.number, "leerroute": version.leerroute,
                       "established_on": on.isoformat()})  # fmt: skip
    return version


def _locked(version: PipVersion, by: User, expected: datetime | None) -> PipVersion:
    """The case first, then the version: the same order as everybody else, so that nobody waits for the other for ever."""
    Case.objects.select_for_update(no_key=True).get(pk=version.pip.case_id)
    PipVersion.objects.select_for_update().get(pk=version.pk)
    version = with_content(PipVersion.objects.all()).get(pk=version.pk)
    if not version.is_concept:
        who = "U hebt" if version.established_by_id == by.pk else f"{version.established_by} heeft"
        raise ValidationError(f"{who} versie {version.number} van het PIP al vastgesteld. Er is niets dubbel gedaan.",
                              code="vastgesteld")  # fmt: skip
    if expected and version.updated_at != expected:
        at = timezone.localtime(version.updated_at)
        raise ValidationError(f"{version.updated_by.name} heeft het concept om {at:%H:%M} uur nog gewijzigd. Bekijk het plan "
                              "opnieuw en stel het dan vast.", code="gewijzigd")  # fmt: skip
    return version


def _run_the_clocks(case: Case, plan: Plan, situation: Situation, on: date, by: User) -> None:
    for kind in met(situation):
        meet_deadline(case=case, kind=kind, on=on, by=by)
    for start in started(plan, situation, on):
        # After a removal DUO may have told us the termijn already; its dates go before ours.
        if start.kind == Kind.BEZWAAR or not open_deadline(case, start.kind):
            start_deadline(case=case, kind=start.kind, facts=start.facts, by=by)


def _in_words(version: PipVersion, on: date) -> str:
    route = Leerroute(version.leerroute).label
    return f"PIP versie {version.number} vastgesteld met dagtekening {format_date(on, weekday=False)}. Leerroute: {route}."
