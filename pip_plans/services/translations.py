"""Writes what the texts of a concept say in the newcomer's own language."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from pip_plans.enums import TranslationState
from pip_plans.models import PipVersion, Translation, longest_translation
from pip_plans.rules.plan import DUTCH, PlanTranslation, source_of
from pip_plans.rules.translations import TRANSLATABLE
from pip_plans.services.locking import touch_concept


@transaction.atomic
def save_translations(
    *, version: PipVersion, translations: Sequence[PlanTranslation], by: User
) -> PipVersion:
    """Keeps each of these, however many, in place of the one before; without words there is none any more.

    `source` is the Dutch text that lay in front of the translator, so that a translation that crosses a change of the
    Dutch doesn't pass for one of the new text. Empty means: the text as it stands in `version`.
    """
    if found := [sentence for one in translations for sentence in _obstacles(version, one)]:
        raise ValidationError(found)
    stood = {row.field: row.text for row in version.translations.all()}
    touch_concept(
        version, by, rewritten=any(stood.get(one.field, "") != one.text.strip() for one in translations)
    )
    written = [one for one in translations if one.text.strip()]
    if gone := [one.field for one in translations if not one.text.strip()]:
        version.translations.filter(field__in=gone).delete()
    Translation.objects.bulk_create(
        (
            Translation(version=version, field=one.field, text=one.text.strip(), state=one.state,
                        source=one.source or source_of(getattr(version, one.field), version.own_language))
            for one in written
        ), update_conflicts=True, unique_fields=["version", "field"], update_fields=["text", "state", "source"],
    )  # fmt: skip
    return version


def _obstacles(version: PipVersion, one: PlanTranslation) -> list[str]:
    if one.field not in TRANSLATABLE:
        return ["Deze tekst bestaat niet."]
    if not one.text.strip():
        return []
    found = []
    if version.own_language in ("", DUTCH):
        found.append(
            "Kies eerst in welke taal de nieuwkomer leest. Is dat Nederlands, dan hoeft u niets te vertalen."
        )
    if len(one.text) > (most := longest_translation(one.field)):
        found.append(f"Deze vertaling is te lang: zij mag {most} tekens hebben, en heeft er {len(one.text)}.")
    if one.state not in (TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD):
        found.append("Kies hoe dit is vertaald.")
    return found
