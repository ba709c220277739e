"""What every step of a bezwaar does: lock, keep the letter and write the history."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case, Document
from cases.selectors import klantmanager_of
from cases.services import add_document, record_event
from pip_plans.enums import EventKind
from pip_plans.models import Objection, PipVersion
from pip_plans.rules.objection_letters import Frame
from pip_plans.selectors import may_handle
from pip_plans.services.letter import render, sender_of


def locked(objection: Objection) -> Objection:
    """The case first, then the bezwaar, as everywhere."""
    Case.objects.select_for_update(no_key=True).get(pk=objection.version.pip.case_id)
    rows = Objection.objects.select_for_update(of=("self",)).select_related(
        "version__pip__case__person", "version__pip__case__gemeente", "version__established_by", "deadline"
    )
    return rows.get(pk=objection.pk)


def refuse(found: Iterable[str]) -> None:
    if obstacles := list(found):
        raise ValidationError(obstacles)


def refuse_others(by: User, case: Case) -> None:
    if not may_handle(by, case):
        raise ValidationError("U mag in dit dossier niets doen met een bezwaar.", code="mag_niet")


def frame(version: PipVersion, number: str, received_on: date, on: date, by: User) -> Frame:
    """`by` signs when nobody guides the case, unless it is the newcomer."""
    case = version.pip.case
    signed_by = by if not by.is_resident else klantmanager_of(case)
    return Frame(
        sender=sender_of(case, signed_by or version.established_by or by),
        person=case.person.full_name,
        number=number,
        on=on,
        version=version.number,
        version_on=version.established_on or on,
        received_on=received_on,
    )


def keep_letter(case: Case, title: str, name: str, data: dict[str, Any], by: User) -> Document:
    """The PDF as it was sent; the newcomer has it in the portal at once."""
    return add_document(case=case, title=title, kind=DocumentKind.BESCHIKKING, filename=f"{name}.pdf", content=render(data),
                        by=by, visible_to_resident=True)  # fmt: skip


def history(objection: Objection, kind: EventKind, text: str, by: User, **data: Any) -> None:
    about = {"objection_id": objection.pk, "version_id": objection.version_id}
    record_event(case=objection.version.pip.case, kind=kind, text=text, by=by, data=about | data)
