"""A PIP with forty agreements: how long it takes to open it, to compare two versions, and to typeset that as PDF.

Work of this process only, on plans of the size that hurts; the median of many times.
"""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import django

from bench.row import Row

AGREEMENTS, TIMES, MOST_MS = 40, 15, 300


def run() -> list[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inburgering.settings")
    django.setup()
    from pip_plans.enums import Leerroute, Owner  # noqa: PLC0415 - the settings stand only now
    from pip_plans.rules.changes import changes  # noqa: PLC0415
    from pip_plans.rules.letter import comparison  # noqa: PLC0415
    from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal  # noqa: PLC0415
    from pip_plans.rules.wording import fingerprint, wording  # noqa: PLC0415
    from pip_plans.services.letter import render  # noqa: PLC0415

    day = date(2026, 3, 10)
    goals = tuple(
        PlanGoal(id=n, own_text=f"Doel {n}: weer werken in mijn eigen vak.", own_language="nl")
        for n in range(1, 6)
    )
    agreements = tuple(
        PlanAgreement(id=n, text=f"Afspraak {n}: de gemeente zoekt een plek om mee te werken, twee dagen in de week.",
                      owner=Owner.GEMEENTE, due_on=day + timedelta(days=n), goal_id=1 + n % 5)
        for n in range(1, AGREEMENTS + 1)
    )  # fmt: skip
    before = Plan(
        leerroute=Leerroute.B,
        motivation="U wilt snel werken en leert goed. " * 20,
        goals=goals,
        agreements=agreements,
    )
    after = replace(
        before, talks_per_year=6, agreements=tuple(replace(one, text=one.text.upper()) for one in agreements)
    )
    found = changes(before, after)

    def letter(number: int) -> bytes:
        """Another one each time: the typesetter remembers what it has set before."""
        words = [replace(change, after=f"{change.after} {number}") for change in found]
        return render(comparison(gemeente="Bench", person="Yusuf al-Haddad", case_number=f"2026-{number:06d}",
                                 before=(1, day), after=(number + 2, day), changes=words, reason="", on=day))  # fmt: skip

    return [
        _row(f"vergelijken, {AGREEMENTS} afspraken", lambda _: changes(before, after)),
        _row(f"vingerafdruk van een tekst, {AGREEMENTS} afspraken", lambda _: fingerprint(wording(after))),
        _row(f"verschil als PDF/A, {len(found)} regels", letter),
    ]


def _row(name: str, act: Callable[[int], object]) -> Row:
    act(TIMES)
    taken = []
    for number in range(TIMES):
        began = time.process_time()
        act(number)
        taken.append(1000 * (time.process_time() - began))
    value = statistics.median(taken)
    return Row(name, value, "ms", f"< {MOST_MS}", ok=value < MOST_MS)
