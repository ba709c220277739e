"""A bezwaar to start from."""

import io
from datetime import UTC, date, datetime
from typing import Any

import time_machine
from django.utils.timezone import localdate
from pypdf import PdfReader

from accounts.models import User
from cases.models import Case, Document
from deadlines.enums import Kind
from pip_plans.enums import ObjectionVia, WaiveGround
from pip_plans.models import Objection, PipVersion
from pip_plans.rules.objections import Representation
from pip_plans.services import register_objection, waive_hearing

GROUNDS = "Ik wil de onderwijsroute volgen. Mijn diploma is goed genoeg."
GROUNDS_AR = "أريد أن أتبع مسار التعليم."

REASON = "De gemeente keek niet naar uw diploma. Dat moest wel."

DE_WIT = Representation("Mr. A. de Wit", "Postbus 12", "1234 AB Waterveen")


def objection(version: PipVersion, by: User, **changes: Any) -> Objection:
    """By letter, received today."""
    facts: dict[str, Any] = {"received_on": localdate(), "via": ObjectionVia.BRIEF, "text": GROUNDS}
    return register_objection(version=version, by=by, **(facts | changes))


def ready(found: Objection, by: User) -> Objection:
    """Nothing keeps it from being decided."""
    return waive_hearing(objection=found, ground=WaiveGround.WIL_NIET, by=by)


def at(day: date) -> time_machine.travel:
    """In the morning."""
    return time_machine.travel(datetime(day.year, day.month, day.day, 10, 0, tzinfo=UTC))


def words_of(document: Document) -> str:
    reader = PdfReader(io.BytesIO(bytes(document.content.data)))
    return " ".join("".join(page.extract_text() for page in reader.pages).split())


def due(case: Case, kind: Kind) -> date | None:
    return case.deadlines.get(kind=kind).due_on
