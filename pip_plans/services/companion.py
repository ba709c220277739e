"""The companion of the beschikking: what it says in the language of the newcomer, kept beside it."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Document
from cases.services import add_document
from inburgering.kit.typeset import typeset
from pip_plans.models import PipVersion
from pip_plans.rules.companion import Companion, changes_told, companion
from pip_plans.rules.letter import Letter, WithoutConsent
from pip_plans.rules.plan import DUTCH, Plan, Situation
from pip_plans.selectors import companion_reading
from pip_plans.services.letter import NOT_IN_THIS_LETTER, letter_of

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "pip_plans" / "letter" / "companion.typ"


def companion_pdf(
    *, version: PipVersion, situation: Situation, on: date, by: User, before: Plan | None, is_concept: bool,
    without_consent: WithoutConsent | None = None,
) -> bytes:  # fmt: skip
    """In the first language that the person reads and that we write; in Dutch, and saying so, when there is none."""
    letter = letter_of(version=version, situation=situation, on=on, by=by, before=before, is_concept=is_concept,
                       without_consent=without_consent)  # fmt: skip
    data = companion(version.as_plan, situation, _beside(letter, version, before))
    return typeset(TEMPLATE, data, instead=NOT_IN_THIS_LETTER, language=DUTCH)


def changes_in_own_language(
    *, version: PipVersion, situation: Situation, on: date, by: User, before: Plan | None
) -> dict[str, Any]:
    """What differs from the plan before as the companion says it, for the message that goes with it: language and text."""
    letter = letter_of(version=version, situation=situation, on=on, by=by, before=before, is_concept=False)
    beside = _beside(letter, version, before)
    return {"language": beside.language, "text": "\n".join(changes_told(version.as_plan, beside))}


def _beside(letter: Letter, version: PipVersion, before: Plan | None) -> Companion:
    reading = companion_reading(version.pip.case.person)
    return Companion(letter=letter, language=reading.language, missing=reading.missing, before=before,
                     since=timezone.localdate())  # fmt: skip


def keep_companion(*, version: PipVersion, content: bytes, by: User) -> Document:
    """As it goes along with the beschikking; the newcomer has it in the portal at once."""
    case = version.pip.case
    return add_document(
        case=case, title=f"Uitleg bij beschikking PIP versie {version.number}", kind=DocumentKind.BESCHIKKING,
        filename=f"PIP-{case.number}-versie-{version.number}-uitleg.pdf", content=content, by=by,
        visible_to_resident=True,
    )  # fmt: skip
