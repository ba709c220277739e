"""What the running product's role may do in the database, and what nobody may do to what was kept."""

import hashlib
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from cases.models import Document, DocumentContent
from cases.services import add_document
from pip_plans.models import Objection, PipVersion
from pip_plans.services import start_concept
from tests.factories import PDF, CaseFactory
from tests.pip_plans.objections import objection
from tests.pip_plans.plans import establish, lawful_concept, lessons

pytestmark = pytest.mark.django_db


def run(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)


def answer(sql, *params):
    """What the database says to it; nothing of it stays."""
    try:
        with transaction.atomic():
            run(sql, *params)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return "mag"


def told(*args, **options):
    lines = []

    class Out:
        def write(self, text):
            lines.append(text)

    call_command("databaserol", *args, stdout=Out(), **options)
    return "".join(lines)


@pytest.fixture
def version(case, klantmanager) -> PipVersion:
    from django.utils.timezone import localdate as today  # noqa: PLC0415

    return establish(lawful_concept(case, klantmanager), on=today(), by=klantmanager)


@pytest.fixture
def role(monkeypatch):
    """Each test has its own: roles belong to the server, not to a database."""
    name = f"app_{uuid4().hex[:12]}"
    monkeypatch.setenv("APP_DATABASE_PASSWORD", uuid4().hex)
    told(name, uitvoeren=True)
    return name


@pytest.fixture
def as_role(role):
    run(f"SET ROLE {role}")
    yield
    run("RESET ROLE")


@pytest.mark.usefixtures("as_role")
def test_the_product_works_with_it(case, klantmanager):
    """PP-01: a plan is made, established and objected to."""
    from django.utils.timezone import localdate as today  # noqa: PLC0415

    version = establish(lawful_concept(case, klantmanager), on=today(), by=klantmanager)
    assert objection(version, klantmanager).is_open
    assert start_concept(case=case, by=klantmanager).is_concept


@pytest.mark.parametrize(
    "sql",
    [
        "TRUNCATE pip_plans_pipversion CASCADE",
        "TRUNCATE cases_caseevent CASCADE",
        "TRUNCATE cases_documentcontent",
        "ALTER TABLE pip_plans_pipversion DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "DROP TABLE cases_documentcontent",
        "ALTER FUNCTION public._pgtrigger_should_ignore(NAME) RENAME TO gone",
    ],
)
def test_it_cannot_get_round_a_trigger(version, as_role, sql):
    refusal = answer(sql)
    assert any(words in refusal for words in ("permission denied", "must be owner")), refusal


def test_nor_with_the_setting_of_pgtrigger(version, role):
    """PP-01: only who owns the tables passes over a trigger."""
    names = [
        row[0]
        for row in _rows("SELECT tgname FROM pg_trigger WHERE tgrelid = 'pip_plans_pipversion'::regclass")
    ]
    run("SELECT set_config('pgtrigger.ignore', %s, true)", "{" + ",".join(names) + "}")
    change = f"UPDATE pip_plans_pipversion SET motivation = 'x' WHERE id = {version.pk}"
    assert answer(change) == "mag"
    run(f"SET ROLE {role}")
    assert "Cannot update" in answer(change)
    run("RESET ROLE")


def _rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_it_is_shown_before_it_is_done(monkeypatch):
    shown = told("inburgering_toon")
    assert 'CREATE ROLE "inburgering_toon" LOGIN NOSUPERUSER' in shown
    assert "PASSWORD" not in shown
    assert not _rows("SELECT 1 FROM pg_roles WHERE rolname = 'inburgering_toon'")
    monkeypatch.delenv("APP_DATABASE_PASSWORD", raising=False)
    with pytest.raises(CommandError, match="wachtwoord"):
        told("inburgering_toon", uitvoeren=True)
    with pytest.raises(CommandError, match="eigenaar"):
        told(_rows("SELECT current_user")[0][0])


# --- What nobody changes, whoever is asked --------------------------------------------------------------------


def test_what_was_sent_stays_byte_for_byte(version):
    """PP-01: no other bytes, no other dossier, no other sum, and it doesn't go away."""
    kept = version.document_id
    other = CaseFactory().pk
    for sql in (
        f"DELETE FROM cases_documentcontent WHERE document_id = {kept}",
        f"UPDATE cases_documentcontent SET data = 'vervalst' WHERE document_id = {kept}",
        f"DELETE FROM cases_document WHERE id = {kept}",
        f"UPDATE cases_document SET case_id = {other} WHERE id = {kept}",
        *(f"UPDATE cases_document SET {change} WHERE id = {kept}" for change in (
            "title = 'Anders'", "sha256 = 'x'", "size = 1", "mime = 'x'", "filename = 'x'", "kind = 'overig'",
            "created_at = now()", "visible_to_resident = false")),
    ):  # fmt: skip
        assert "pgtrigger" in answer(sql), sql


def test_bytes_are_what_was_counted(case, klantmanager):
    facts = {"case": case, "title": "Brief", "filename": "brief.pdf", "mime": "application/pdf"}
    document = Document.objects.create(**facts, size=len(PDF), sha256=hashlib.sha256(PDF).hexdigest())
    with pytest.raises(DatabaseError, match="not the document"), transaction.atomic():
        DocumentContent.objects.create(document=document, data=b"vervalst")
    assert add_document(case=case, title="Ander", filename="b.pdf", content=PDF, by=klantmanager).content


def test_a_plan_stays_in_its_dossier_and_on_what_it_rests(version, klantmanager):
    """PP-01: also what the former gemeente decided, and the hours."""
    pip, other = version.pip_id, CaseFactory().pk
    lessons(version.pip.case, klantmanager, until_on=version.established_on)
    assert "pgtrigger" in answer(f"UPDATE pip_plans_pip SET case_id = {other} WHERE id = {pip}")
    assert "established" in answer(
        f"UPDATE pip_plans_pip SET previous_leerroute = 'Z', previous_gemeente = 'x', previous_dated_on = '2026-01-01' "
        f"WHERE id = {pip}"
    )
    assert "pgtrigger" in answer(f"UPDATE pip_plans_coursehours SET hours = 1 WHERE pip_id = {pip}")
    assert answer(f"UPDATE pip_plans_pip SET first_lesson_on = '2026-09-01' WHERE id = {pip}") == "mag"


def test_a_bezwaar_stays_as_it_was_filed(version, klantmanager):
    found = objection(version, klantmanager)
    for change in (
        "text = 'x'",
        "received_on = '2020-01-01'",
        "is_late = true",
        "language = 'ar'",
        "via = 'balie'",
    ):
        assert "pgtrigger" in answer(f"UPDATE pip_plans_objection SET {change} WHERE id = {found.pk}"), change
    assert answer(f"UPDATE pip_plans_objection SET translation_nl = 'x' WHERE id = {found.pk}") == "mag"
    assert Objection.objects.get(pk=found.pk).is_open
