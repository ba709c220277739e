"""Writes fields of a concept, without ever writing over a colleague."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from inburgering.kit.conflicts import Verdict, as_plain, verdict
from inburgering.kit.typed import typed
from pip_plans.models import LIST_FIELDS, PLAN_FIELDS, PipVersion, PlanConflict
from pip_plans.rules.plan import PlanTranslation, source_after, state_of_translation
from pip_plans.services.advice import keep_advice_of_now
from pip_plans.services.locking import CONFLICT, locked_concept, touch
from pip_plans.services.translations import save_translations

Kept = dict[str, Any]


def update_concept(
    *,
    version: PipVersion,
    by: User,
    seen: Mapping[str, str] | None = None,
    weighed: Kept | None = None,
    translations: Sequence[PlanTranslation] = (),
    **fields: Any,
) -> PipVersion:
    """Changes fields of the plan (`models.PLAN_FIELDS`). What keeps the plan from being lawful is said later, all at once.

    `seen` holds for each field the `kit.conflicts.mark_of` the value on the screen. Was it changed by a colleague since,
    and by this person too, then this text is kept as a `PlanConflict`, the others are written, and a ValidationError with
    code "conflict" says so. A field that this person left alone stays as the colleague made it. Without `seen` the last
    one to save wins.

    Who chooses a leerroute, keeps the advice with it. `weighed` is the advice that stood on the page where that was done
    (`rules.advice.kept`), with its own day; without it, the advice is asked of the facts now. `translations` are of the
    texts as they stand afterwards; what `save_translations` refuses of them, keeps the fields from being written too.
    """
    unknown = fields.keys() - set(PLAN_FIELDS)
    if unknown:
        raise TypeError(f"Not a field of a plan: {', '.join(sorted(unknown))}")
    version, conflicts = _update(
        version, by, fields, seen=seen or {}, weighed=weighed, translations=translations
    )
    if conflicts:  # Outside the transaction, which keeps them.
        sentences = [_sentence(version, one) for one in conflicts]
        raise ValidationError([ValidationError(sentence, code=CONFLICT) for sentence in sentences])
    return version


@transaction.atomic
def settle_conflict(*, conflict: PlanConflict, take_later: bool, by: User) -> PipVersion:
    """Chooses between the text that stands and the one that came later; the other stays with the conflict.

    ValidationError when a colleague chose first; to choose twice oneself is a second click.
    """
    version = locked_concept(conflict.version)
    conflict = (
        PlanConflict.objects.select_for_update(of=("self",)).select_related("settled_by").get(pk=conflict.pk)
    )
    if conflict.settled_by not in (None, by):
        raise ValidationError(f"{conflict.settled_by.name} koos hier al. Kijk welke tekst er nu staat.")
    if conflict.settled_at is None:
        conflict.dropped = conflict.value
        if take_later:
            conflict.dropped = as_plain(getattr(version, conflict.field))
            field: Any = PipVersion._meta.get_field(conflict.field)  # noqa: SLF001 - Django's own way to a field
            _write(version, {conflict.field: field.to_python(conflict.value)}, by)
        conflict.settled_at, conflict.settled_by = timezone.now(), by
        conflict.save(update_fields=["dropped", "settled_at", "settled_by"])
    return version


@transaction.atomic
def _update(
    version: PipVersion, by: User, fields: Mapping[str, Any], *, seen: Mapping[str, str], weighed: Kept | None,
    translations: Sequence[PlanTranslation],
) -> tuple[PipVersion, list[PlanConflict]]:  # fmt: skip
    version = locked_concept(version)
    verdicts = {
        name: verdict(seen=seen.get(name, ""), standing=getattr(version, name), wanted=value,
                      is_own=version.author_of(name) == by.pk)
        for name, value in fields.items()
    }  # fmt: skip
    conflicts = [
        _keep(version, name, fields[name], seen[name], by)
        for name, found in verdicts.items() if found is Verdict.CHOOSE
    ]  # fmt: skip
    changed = {name: fields[name] for name, found in verdicts.items() if found is Verdict.WRITE}
    if changed:
        _write(version, changed, by, weighed=weighed)
    if translations:
        save_translations(version=version, translations=translations, by=by)
    return version, conflicts


def _write(version: PipVersion, changed: Mapping[str, Any], by: User, *, weighed: Kept | None = None) -> None:
    changed = {name: typed(value) if isinstance(value, str) else value for name, value in changed.items()}
    before = version.motivation, version.own_language
    attended = bool(changed.keys() & {"motivation_own_language", "translation_state"})
    decided = bool(changed.get("leerroute"))
    for name, value in changed.items():
        setattr(version, name, list(value) if name in LIST_FIELDS else value)
    version.translation_state = state_of_translation(
        version.motivation_own_language,
        version.translation_state,
        rewritten=(version.motivation, version.own_language) != before and not attended,
    )
    version.translation_source = source_after(
        version.translation_source,
        before=before,
        after=(version.motivation, version.own_language),
        attended=attended,
    )
    if decided and weighed:
        version.advice = weighed
    elif decided:
        keep_advice_of_now(version)
    version.authors = version.authors | {
        name: {"by": by.pk, "at": timezone.now().isoformat()} for name in changed
    }
    touch(version, by, *changed, "translation_state", "translation_source", *(["advice"] if decided else []))


def _keep(version: PipVersion, name: str, value: Any, seen: str, by: User) -> PlanConflict:
    conflict, _ = PlanConflict.objects.update_or_create(
        version=version, field=name, by=by, seen=seen, settled_at=None,
        defaults={"value": as_plain(value), "at": timezone.now()},
    )  # fmt: skip
    return conflict


def _sentence(version: PipVersion, conflict: PlanConflict) -> str:
    writer = User.objects.filter(pk=version.author_of(conflict.field) or 0).first()
    at = timezone.localtime(version.written_at(conflict.field) or version.updated_at)
    who = writer.name if writer else "Iemand anders"
    return (f"{who[:80]} wijzigde ‘{conflict.label}’ om {at:%H:%M} ook. Uw tekst is apart bewaard. "
            "Kies welke tekst blijft.")  # fmt: skip
