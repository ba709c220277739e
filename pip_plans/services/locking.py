"""First lines that every write in a concept shares."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Func, JSONField, Value
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from pip_plans.enums import Status
from pip_plans.models import TEXT, PipVersion

CONFLICT, GONE = "conflict", "weg"
"""Codes of a refusal because somebody else changed or removed meanwhile what was written here."""


def locked_concept(version: PipVersion) -> PipVersion:
    """The row, locked and fresh. Raises ValidationError when it isn't a concept any more."""
    version = (
        PipVersion.objects.select_for_update(of=("self",))
        .select_related("pip__case__gemeente")
        .get(pk=version.pk)
    )
    if not version.is_concept:
        raise _established()
    return version


def locked_with_case(version: PipVersion) -> PipVersion:
    """The same for who starts or meets a term of the case: the case first, as when the concept is established, so that
    neither waits for the other for ever.
    """
    Case.objects.select_for_update(no_key=True).get(pk=version.pip.case_id)
    return locked_concept(version)


NOT_WORDS = frozenset({"translation_state", "translation_source", "authors"})


def touch(version: PipVersion, by: User, *fields: str) -> None:
    """Saves these fields, with who changed the plan and when, and when its words changed last.

    Without fields it is a goal or an agreement that changed.
    """
    version.updated_by, version.updated_at = by, timezone.now()
    if not fields or set(fields) - NOT_WORDS:
        version.authors = version.authors | _wrote(by, version.updated_at)
    version.save(update_fields=[*fields, "authors", "updated_by", "updated_at"])


def touch_concept(version: PipVersion, by: User, *, rewritten: bool) -> None:
    """As `locked_concept` and `touch` together, in one query, for who needs nothing of the row but that it is a concept.

    `rewritten`: what the newcomer reads became another text.
    """
    now = timezone.now()
    wrote = _wrote(by, now) if rewritten else {}
    authors = Func(
        F("authors"), Value(wrote, output_field=JSONField()), template="%(expressions)s", arg_joiner=" || "
    )
    concepts = PipVersion.objects.filter(pk=version.pk, status=Status.CONCEPT)
    if not concepts.update(updated_by=by, updated_at=now, authors=authors):
        raise _established()
    version.updated_by, version.updated_at, version.authors = by, now, version.authors | wrote


def _wrote(by: User, at: datetime) -> dict[str, Any]:
    return {TEXT: {"by": by.pk, "at": at.isoformat()}}


def _established() -> ValidationError:
    return ValidationError("Deze versie van het PIP is vastgesteld en kan niet meer veranderen. Maak een nieuwe versie.",
                           code="vastgesteld")  # fmt: skip


def next_position(rows: Any) -> int:
    last = rows.order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1
