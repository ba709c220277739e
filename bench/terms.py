"""Many cases with many terms, made by SQL alone; and the round along them, in a process whose memory is measured.

`python -m bench.terms dossiers` fills the database of DATABASE_URL with 100,000 cases, or as many as one says;
`ronde 0 1000000` adds a million open terms of which 10,000 are due, and `ronde 1000000 2000000` another million of which
none is; `regels` adds three terms for each case, some with a day that the rules say otherwise. `loop` makes a round for
each line that it reads.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import django
from django.utils import timezone

TODAY = date(2026, 6, 1)
DUE_ON = TODAY + timedelta(days=21)
CASES, DUE = 100_000, 10_000

_FOR_THE_ROUND = """
    INSERT INTO deadlines_deadline
        (case_id, kind, about, facts, rule_id, due_on, awaits_third_party, next_look_on, stopped_reason, created_at)
    SELECT cases.first + n %% cases.count, 'pip', (n / cases.count)::text, '{"groep": "gezinsmigrant"}', 'R-02', due_on, false,
           due_on - 21, '', now()
    FROM (SELECT min(id) AS first, count(*) AS count FROM cases_case) AS cases,
         (SELECT n, CASE WHEN n %% %(one_in)s = 0 AND n < %(one_in)s * %(due)s THEN %(due_on)s::date
                         ELSE %(due_on)s::date + 10 + (n::bigint * 7919 %% 1000)::int END AS due_on
          FROM generate_series(%(from)s::int, %(until)s::int - 1) AS n) AS term
"""
_FOR_THE_RULES = """
    INSERT INTO deadlines_deadline (case_id, kind, about, facts, rule_id, due_on, lapses_on, awaits_third_party,
                                    next_look_on, stopped_reason, created_at)
    SELECT cases_case.id, term.kind, '', term.facts::jsonb, term.rule_id,
           term.due_on - CASE WHEN cases_case.id %% 10 = 0 AND term.kind = 'pip' THEN 1 ELSE 0 END,
           term.lapses_on, false, term.next_look_on, '', now()
    FROM cases_case
    JOIN unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::date[], %s::date[], %s::date[])
         AS term (day, kind, facts, rule_id, due_on, lapses_on, next_look_on) ON term.day = cases_case.id %% {days};
    INSERT INTO cases_caseevent (case_id, at, by_label, kind, text, data)
    SELECT case_id, now(), 'Systeem', 'termijn.herinnering', 'Herinnering', jsonb_build_object('deadline_id', id)
    FROM deadlines_deadline WHERE kind = 'pip' AND case_id %% 100 = 0;
    INSERT INTO deadlines_reminder (deadline_id, audience, rung, due_on, given_on, event_id)
    SELECT deadline.id, 'klantmanager', -21, deadline.due_on, deadline.due_on - 21, event.id
    FROM cases_caseevent event JOIN deadlines_deadline deadline ON deadline.id = (event.data ->> 'deadline_id')::bigint
"""
DAYS = 97


def main(act: str, *arguments: str) -> None:
    django.setup()
    acts = {"dossiers": make_cases, "ronde": for_the_round, "regels": for_the_rules, "loop": serve}
    acts[act](*map(int, arguments))


def for_the_round(start: int, end: int, one_in: int = 100) -> None:
    """One in a hundred of the first million is due, so that the due ones lie spread over the table."""
    from django.db import connection  # noqa: PLC0415 - after setup

    numbers = {"from": start, "until": end, "one_in": one_in, "due": DUE, "due_on": DUE_ON}
    with connection.cursor() as cursor:
        cursor.execute(_FOR_THE_ROUND, numbers)
        cursor.execute("VACUUM ANALYZE")


def for_the_rules() -> None:
    """As the rules have them, but for one in ten of the terms for the PIP: a day too early. A tenth of those is reminded of."""
    from django.db import connection  # noqa: PLC0415

    columns = [list(column) for column in zip(*_terms_by_the_rules(), strict=True)]
    with connection.cursor() as cursor:
        for statement in _FOR_THE_RULES.split(";"):
            cursor.execute(statement.replace("{days}", str(DAYS)), columns if "unnest" in statement else [])
        cursor.execute("VACUUM ANALYZE")


def _terms_by_the_rules() -> Iterator[tuple[Any, ...]]:
    """The three terms of a case, for each of so many different days."""
    from cases.enums import Group  # noqa: PLC0415
    from deadlines.enums import Kind  # noqa: PLC0415
    from deadlines.rules import Facts, Progress, due_date, next_look_on  # noqa: PLC0415
    from deadlines.selectors import calendar  # noqa: PLC0415

    days = calendar()
    for number in range(DAYS):
        day = date(2026, 1, 5) + timedelta(days=number)
        facts = Facts(group=Group.GEZINSMIGRANT, notified_on=day, pip_dated_on=day)
        for kind in (Kind.PIP, Kind.TERMIJN, Kind.VERLENGING_VANAF):
            outcome = due_date(kind, facts, days)
            progress = Progress(kind=kind, due_on=outcome.due_on, lapses_on=outcome.lapses_on)
            look = next_look_on(progress, (), timezone.localdate())
            stored = json.dumps(facts.to_json())
            yield number, kind.value, stored, outcome.rule_id, outcome.due_on, outcome.lapses_on, look


def make_cases(count: int = CASES) -> None:
    """Open cases, each of a person of its own and all of one guide."""
    import pgtrigger  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from accounts.models import Gemeente, Team, User  # noqa: PLC0415
    from cases.enums import Group, Origin  # noqa: PLC0415
    from cases.models import Assignment, Case, Person  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    gemeente = Gemeente.objects.create(code="9990", name="Bench", oin="00000001999990000000")
    team = Team.objects.create(gemeente=gemeente, name="Bench")
    guide = User.objects.create_user("bench@example.com", None, name="Bench", gemeente=gemeente)
    with pgtrigger.ignore(), transaction.atomic():
        person = Person.objects.create(last_name="Bench", search_name="bench")
        case = Case.objects.create(
            number="B0", person=person, gemeente=gemeente, team=team, group=Group.GEZINSMIGRANT, origin=Origin.DUO,
            opened_on=date(2026, 1, 5), has_klantmanager=True,
        )  # fmt: skip
        Assignment.objects.create(case=case, user=guide)
        _copy(Person, count - 1)
        _copy(Case, count - 1, number="'B' || n", person_id="person_id + n")
        _copy(Assignment, count - 1, case_id="case_id + n")


def _copy(model: Any, count: int, **columns: str) -> None:
    """`count` copies of the only row, with these columns made by SQL from their number `n`."""
    from django.db import connection  # noqa: PLC0415

    names = [field.column for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    values = ", ".join(columns.get(name, f'"{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    table = model._meta.db_table  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({quoted}) SELECT {values} FROM {table}, generate_series(1, %s) AS n",
            [count],
        )


def serve() -> None:
    from deadlines.services import sweep  # noqa: PLC0415

    for _ in sys.stdin:
        began = time.perf_counter()
        done = sweep(today=TODAY)
        seconds = time.perf_counter() - began
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "given": done.given, "megabytes": megabytes}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
