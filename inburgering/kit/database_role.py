"""The role with which the running product works: it reads and writes rows, and can't get round the triggers.

The owner of the tables could: with TRUNCATE, DISABLE TRIGGER, session_replication_role or pgtrigger's own setting.
So the owner only migrates.
"""

from psycopg import sql

NO_POWERS = sql.SQL("NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS")

# pgtrigger lets whoever sets `pgtrigger.ignore` pass over a trigger. That is for the owner alone.
ONLY_THE_OWNER_IGNORES = """
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN AS $$
DECLARE
    ignored TEXT := current_setting('pgtrigger.ignore', true);
BEGIN
    IF ignored IS NULL OR ignored = '' OR NOT trigger_name = ANY(ignored::TEXT[]) THEN
        RETURN FALSE;
    END IF;
    RETURN pg_has_role(current_user, (
        SELECT relowner FROM pg_class WHERE oid = 'public.django_migrations'::regclass
    ), 'USAGE');
END;
$$ LANGUAGE plpgsql;
"""


def creating(role: str, password: str = "") -> sql.Composed:
    statement = sql.SQL("CREATE ROLE {role} LOGIN {powers}").format(
        role=sql.Identifier(role), powers=NO_POWERS
    )
    return statement + sql.SQL(" PASSWORD {}").format(sql.Literal(password)) if password else statement


def granting(role: str, database: str) -> list[sql.Composed]:
    """What the role may, also in tables that a later version adds. Run as the owner, as often as you like."""
    names = {"role": sql.Identifier(role), "database": sql.Identifier(database), "powers": NO_POWERS}
    return [
        sql.SQL(statement).format(**names)
        for statement in (
            "ALTER ROLE {role} {powers}",
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
            "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
            "GRANT CONNECT ON DATABASE {database} TO {role}",
            "GRANT USAGE ON SCHEMA public TO {role}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
        )
    ]
