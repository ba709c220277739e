"""Writes what the texts of a concept say in the newcomer's own language."""

import json
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q

from accounts.models import User
from pip_plans.enums import TranslationState
from pip_plans.models import PipVersion, longest_translation
from pip_plans.rules.plan import DUTCH, PlanTranslation, source_of
from pip_plans.rules.translations import TRANSLATABLE
from pip_plans.services.locking import CONFLICT, touch_concept

OVERTAKEN = "Iemand anders schreef intussen een andere vertaling. Uw tekst staat er nog: sla opnieuw op en kies welke blijft."
# Only over the words that stood there when the writer looked: two people may press the button in the same moment.
_WRITE = """
    INSERT INTO pip_plans_translation AS standing (version_id, field, text, state, source)
    SELECT %s, field, text, state, source
    FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) AS told (field, text, state, source)
    ON CONFLICT (version_id, field) DO UPDATE
        SET text = EXCLUDED.text, state = EXCLUDED.state, source = EXCLUDED.source
        WHERE standing.text IN (EXCLUDED.text, %s::jsonb ->> EXCLUDED.field)
    RETURNING field
"""


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
    gone = [one.field for one in translations if not one.text.strip() and one.field in stood]
    if not (_write(version, written, stood) and _delete(version, gone, stood)):
        raise ValidationError(OVERTAKEN, code=CONFLICT)
    return version


def _write(version: PipVersion, written: Sequence[PlanTranslation], stood: Mapping[str, str]) -> bool:
    """Whether all of them could be written: what somebody else wrote meanwhile isn't overwritten."""
    if not written:
        return True
    rows = [
        (one.field, one.text.strip(), str(one.state),
         one.source or source_of(getattr(version, one.field), version.own_language))
        for one in written
    ]  # fmt: skip
    columns = [list(column) for column in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [version.pk, *columns, json.dumps(dict(stood))])
        return len(cursor.fetchall()) == len(written)


def _delete(version: PipVersion, gone: Sequence[str], stood: Mapping[str, str]) -> bool:
    if not gone:
        return True
    standing = [Q(field=field, text=stood[field]) for field in gone]
    deleted, _ = version.translations.filter(reduce(or_, standing)).delete()
    return deleted == len(gone) or not version.translations.filter(field__in=gone).exists()


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
