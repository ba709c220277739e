"""PP-01: no SQL changes an established version, whatever column or table is added to it later.

The tables come from the models and the columns from the database, so that nobody has to remember this test.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from pip_plans import services
from pip_plans.enums import Means, Reaction
from pip_plans.models import PipVersion, PlanConflict
from pip_plans.rules.plan import PlanTranslation
from tests.pip_plans.plans import agreed, lawful_concept

pytestmark = pytest.mark.django_db

COMES_AFTER = {
    "Objection": "Bezwaar tegen een besluit komt na het besluit.",
    "LaterVersion": "Wat een besluit op bezwaar met een latere versie doet, komt na die versie.",
    "Omission": "Wat aan een bezwaar ontbreekt, hoort bij het bezwaar.",
}
"""What points at a version without being a part of it, and why."""

BEFORE_ROW, ON_INSERT, ON_DELETE, ON_UPDATE = 1 | 2, 4, 8, 16
"""The bits of pg_trigger.tgtype."""

# Another value than the one that is there, by the type of the column.
OTHER = {
    "boolean": "NOT coalesce({0}, false)",
    "smallint": "coalesce({0}, 0) + 1",
    "integer": "coalesce({0}, 0) + 1",
    "bigint": "coalesce({0}, 0) + 1",
    "numeric": "coalesce({0}, 0) + 1",
    "double precision": "coalesce({0}, 0) + 1",
    "character varying": "CASE WHEN {0} = 'x' THEN 'y' ELSE 'x' END",
    "text": "CASE WHEN {0} = 'x' THEN 'y' ELSE 'x' END",
    "date": "coalesce({0}, date '2026-01-01') + 1",
    "time without time zone": "coalesce({0}, time '09:00') + interval '1 hour'",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 day'",
    "jsonb": "'{{\"anders\": true}}'",
    "ARRAY": "array_append({0}, NULL)",
    "uuid": "gen_random_uuid()",
    "bytea": "'\\x00'",
}
REFUSALS = ("established", "pgtrigger")


def parts_of_a_version() -> dict[str, str]:
    """Each table that belongs to a version, with the SQL that finds the version of a row; the version itself included.

    Nearest first: a comment finds its version by its own column, not by the goal that it may be about.
    """
    found: dict[type[models.Model], str] = {PipVersion: "{0}.id"}
    nearest = [PipVersion]
    while nearest:
        nearest = [part for model in nearest for part in _parts_of(model, found)]
    return {model._meta.db_table: version for model, version in found.items()}


def _parts_of(
    model: type[models.Model], found: dict[type[models.Model], str]
) -> Iterator[type[models.Model]]:
    for other in apps.get_app_config("pip_plans").get_models(include_auto_created=True):
        keys = (field for field in other._meta.get_fields() if isinstance(field, models.ForeignKey))
        key = next((field.column for field in keys if field.related_model is model), None)
        if key is None or other in found or other.__name__ in COMES_AFTER:
            continue
        column, row = f"{{0}}.{key}", f"part_{len(found)}"
        inner = (
            f"(SELECT {found[model].format(row)} FROM {model._meta.db_table} {row} WHERE {row}.id = {column})"
        )
        found[other] = column if model is PipVersion else inner
        yield other


def columns_of(table: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s "
            "AND is_generated = 'NEVER'", [table],
        )  # fmt: skip
        return dict(cursor.fetchall())


def run(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.rowcount


def refused(sql: str) -> bool:
    """Whether a trigger of ours said no. Another error, or none, is no protection."""
    try:
        with transaction.atomic():
            run(sql)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return any(words in str(error) for words in REFUSALS)
    return False


@pytest.fixture
def established(case, klantmanager, teamleider) -> PipVersion:
    """Everything that a version can have: comments with answers, a condition, two texts between which somebody chose."""
    concept = lawful_concept(case, klantmanager)
    conflict = PlanConflict.objects.create(
        version=concept, field="support", value="Fiets", seen="", by=teamleider
    )
    services.settle_conflict(conflict=conflict, take_later=False, by=klantmanager)
    in_arabic = PlanTranslation(field="support", text="المساعدة")
    services.save_translations(version=concept, translations=[in_arabic], by=klantmanager)
    services.share_concept(version=concept, by=klantmanager)
    comment = services.comment_on(version=concept, text="De reiskosten staan er niet in.", by=klantmanager)
    services.answer_comment(comment=comment, answer="Die betaalt de gemeente.", by=klantmanager)
    services.respond(version=PipVersion.objects.get(pk=concept.pk), reaction=Reaction.ONDER_VOORWAARDE, by=klantmanager,
                     conditions=["Ik wil in de ochtend les."], means=Means.MONDELING, language="nl")  # fmt: skip
    return services.establish_pip(
        version=agreed(concept, klantmanager), on=timezone.localdate(), by=klantmanager
    )


def test_every_column_of_every_table_of_a_version(established: PipVersion) -> None:
    parts = parts_of_a_version()
    with_rows, open_doors = set(), []
    for table, version in parts.items():
        where = f"{version.format(table)} = {established.pk}"
        if not run(f"SELECT 1 FROM {table} WHERE {where}"):
            continue
        with_rows.add(table)
        columns = columns_of(table)
        assert set(columns.values()) <= set(OTHER), f"{table}: leer dit soort kolom aan deze test"
        attempts = [
            f"UPDATE {table} SET {name} = {OTHER[kind].format(name)} WHERE {where}" for name, kind in columns.items()
        ]  # fmt: skip
        attempts.append(f"DELETE FROM {table} WHERE {where}")
        if table != PipVersion._meta.db_table:
            names = ", ".join(f'"{name}"' for name in columns if name != "id")
            attempts.append(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE {where}")
        open_doors += [sql for sql in attempts if not refused(sql)]
    assert not open_doors, "De database laat dit toe:\n" + "\n".join(open_doors)
    assert len(with_rows) >= 7, sorted(set(parts) - with_rows)


@pytest.mark.parametrize("table", sorted(parts_of_a_version()))
def test_each_table_has_triggers_also_without_a_row(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgtype FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O'",
            [table],
        )
        kinds = [kind for (kind,) in cursor.fetchall() if kind & BEFORE_ROW == BEFORE_ROW]
    wanted = (
        [ON_UPDATE, ON_DELETE] if table == PipVersion._meta.db_table else [ON_INSERT, ON_UPDATE, ON_DELETE]
    )
    assert [bit for bit in wanted if not any(kind & bit for kind in kinds)] == []


def test_a_concept_still_changes(case, klantmanager) -> None:
    """The test itself sees the difference: what is refused above is allowed before."""
    concept = lawful_concept(case, klantmanager)
    assert not refused(f"UPDATE pip_plans_pipversion SET motivation = 'x' WHERE id = {concept.pk}")
    assert not refused(f"UPDATE pip_plans_goal SET own_text = 'x' WHERE version_id = {concept.pk}")
    assert not refused(f"DELETE FROM pip_plans_agreement WHERE version_id = {concept.pk}")
