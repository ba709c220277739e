"""Twenty klantmanagers who type at once: what a save costs in queries, and whether they hold each other up.

Each types in the intake of a dossier of their own. Twenty at once and the same saves one after another take turns in one
process, so that a busy machine hurts both alike. Queries are those of the save itself: who somebody is and whether they may
is asked before it, by the page.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from statistics import median
from typing import Any

from bench.databases import drop_database, environment, make_database
from bench.row import Row

PEOPLE, SAVES, TURNS = 20, 25, 5
MOST_QUERIES, MOST_SLOWER = 2, 1.5
NAME = "bench_autosave"


def run() -> list[Row]:
    url = make_database(NAME)
    try:
        command = [sys.executable, "-m", "bench.autosave"]
        done = subprocess.run(command, env=environment(url), stdout=subprocess.PIPE, text=True, check=True)
    finally:
        drop_database(NAME)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    slower, queries = found["at_once"] / found["in_turn"], found["queries"]
    return [
        Row("autosave: één klantmanager na de ander", found["in_turn"], "ms"),
        Row(f"autosave: {PEOPLE} klantmanagers tegelijk", found["at_once"], "ms"),
        Row("autosave: tegelijk tegen na elkaar", slower, "keer", "≤ 1,5", slower <= MOST_SLOWER),
        Row("autosave: queries per keer bewaren", queries, "aantal", "≤ 2", queries <= MOST_QUERIES),
        Row(
            "autosave: queries van een veld in het PIP",
            found["plan"],
            "aantal",
            "≤ 2",
            found["plan"] <= MOST_QUERIES,
        ),
        Row(
            "autosave: queries van de leerroute",
            found["route"],
            "aantal",
            "≤ 2",
            found["route"] <= MOST_QUERIES,
        ),
    ]


def main() -> None:
    """In a process and a database of its own. Prints milliseconds a save, in both ways, and the most queries of one save."""
    import django  # noqa: PLC0415 - the settings stand only now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    save = _prepare()
    for person in range(PEOPLE):
        save(person, "eerste")
    turns = [(_in_turn(save, number), _at_once(save, number)) for number in range(TURNS)]
    per_save = 1000 / (PEOPLE * SAVES)
    plan, route = _queries_of_a_plan()
    print(json.dumps({
        "plan": plan,
        "route": route,
        "in_turn": median(turn[0] for turn in turns) * per_save,
        "at_once": median(turn[1] for turn in turns) * per_save,
        "queries": max(_queries(partial(save, person, "geteld")) for person in range(PEOPLE)),
    }))  # fmt: skip


def _prepare() -> Callable[[int, str], None]:
    """Twenty colleagues, each with a dossier and an intake. Answers the act: this person types this text."""
    from django.utils.timezone import localdate  # noqa: PLC0415

    from accounts.enums import Role  # noqa: PLC0415
    from accounts.services import add_staff, set_up_gemeente  # noqa: PLC0415
    from cases.enums import Origin  # noqa: PLC0415
    from cases.services import open_case, save_person  # noqa: PLC0415
    from intake.enums import Part  # noqa: PLC0415
    from intake.rules import fingerprint  # noqa: PLC0415
    from intake.services import open_intake, save_answer  # noqa: PLC0415

    gemeente = set_up_gemeente(code="9901", name="Bench", oin="0" * 20, teams=["Team"])
    desks: list[Any] = []
    for number in range(PEOPLE):
        user = add_staff(email=f"k{number}@bench.example", name=f"Klantmanager {number}", gemeente=gemeente, password=None,
                         roles={"Team": [Role.KLANTMANAGER]})  # fmt: skip
        person = save_person(
            first_names="Yusuf", last_name=f"Bench {number}", v_number=2_811_000_001 + number
        )
        case = open_case(
            person=person, gemeente=gemeente, origin=Origin.HAND, on=localdate(), by=user, klantmanager=user
        )
        desks.append([user, open_intake(case=case, by=user), ""])

    def save(person: int, text: str) -> None:
        user, intake, before = desks[person]
        save_answer(
            intake=intake,
            question="doelen",
            by=user,
            original=text,
            seen={Part.ORIGINAL: fingerprint(before)},
        )
        desks[person][2] = text

    return save


def _in_turn(save: Callable[[int, str], None], turn: int) -> float:
    began = time.perf_counter()
    for number in range(SAVES):
        for person in range(PEOPLE):
            save(person, f"{turn} na elkaar {number}")
    return time.perf_counter() - began


def _at_once(save: Callable[[int, str], None], turn: int) -> float:
    from django.db import connection  # noqa: PLC0415

    ready = threading.Barrier(PEOPLE + 1)
    failed: list[int] = []

    def types(person: int) -> None:
        connection.ensure_connection()
        ready.wait()
        try:
            for number in range(SAVES):
                save(person, f"{turn} tegelijk {number}")
        except Exception:
            failed.append(person)
            raise
        finally:
            connection.close()

    threads = [threading.Thread(target=types, args=(person,)) for person in range(PEOPLE)]
    for thread in threads:
        thread.start()
    ready.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(f"{len(failed)} klantmanagers konden niet bewaren.")
    return time.perf_counter() - began


def _queries_of_a_plan() -> tuple[int, int]:
    """Of a text in a concept, and of the choice of a leerroute with the advice that stood on the page."""
    from django.utils.timezone import localdate  # noqa: PLC0415

    from cases.models import Case  # noqa: PLC0415
    from inburgering.kit.conflicts import mark_of  # noqa: PLC0415
    from pip_plans.models import PipVersion  # noqa: PLC0415
    from pip_plans.rules.advice import kept  # noqa: PLC0415
    from pip_plans.selectors import advice_of  # noqa: PLC0415
    from pip_plans.services import start_concept, update_concept  # noqa: PLC0415

    case = Case.objects.order_by("id")[0]
    by = case.assignments.get().user
    start_concept(case=case, by=by)
    concept = PipVersion.objects.get()
    weighed, blank = kept(advice_of(case), localdate()), mark_of("")
    return (
        _queries(lambda: update_concept(version=concept, by=by, support="geteld", seen={"support": blank})),
        _queries(
            lambda: update_concept(
                version=concept, by=by, leerroute="B", seen={"leerroute": blank}, weighed=weighed
            )
        ),
    )


def _queries(act: Callable[[], object]) -> int:
    from django.db import connection  # noqa: PLC0415

    count = 0

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal count
        count += not sql.startswith(("SAVEPOINT", "RELEASE"))
        return execute(sql, *rest)

    watching: AbstractContextManager[None] = connection.execute_wrapper(counted)
    with watching:
        act()
    return count


if __name__ == "__main__":
    main()
