"""All terms once more, after a change of the rules. Stop it as you like: the next start goes on where it was."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from deadlines import services
from deadlines.models import HeldBack, RecomputeRun
from inburgering.kit.dutch import format_date

STEP = 5  # per cent


class Command(BaseCommand):
    help = (
        "Rekent alle lopende termijnen opnieuw uit met de regels van nu. Een termijn waarover al een herinnering is "
        "gegaan, verandert alleen met --ook-na-herinnering; anders staat hij aan het eind in een lijst."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reden", default="", help="Wat er aan de regels veranderde; komt in elk dossier."
        )
        parser.add_argument(
            "--ook-na-herinnering",
            action="store_true",
            help="Verander ook wat al is genoemd in een herinnering.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            run = services.begin_recompute(
                reason=options["reden"], also_reminded=options["ook_na_herinnering"]
            )
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self._say_how_it_begins(run, options)
        total = max(Case.objects.count(), 1)
        said = run.cases * 100 // total // STEP
        for done in services.recompute_cases(run=run):
            run = done
            if (now := run.cases * 100 // total // STEP) > said:
                self._say_how_far(run, total)
                said = now
        self.stdout.write(f"Klaar: {run.moved} termijnen kregen een andere dag.")
        self._list_held_back(run)

    def _say_how_it_begins(self, run: RecomputeRun, options: dict[str, Any]) -> None:
        if run.cases:
            self.stdout.write(f"Verder met ‘{run.reason}’: {run.cases} dossiers waren al gedaan.")
        if run.also_reminded != options["ook_na_herinnering"]:
            choice = "met" if run.also_reminded else "zonder"
            self.stdout.write(
                f"Let op: deze herberekening is begonnen {choice} --ook-na-herinnering, en gaat zo door."
            )

    def _say_how_far(self, run: RecomputeRun, total: int) -> None:
        done = min(run.cases * 100 // total, 100)
        bar = "#" * (done // STEP)
        self.stdout.write(
            f"[{bar:<20}] {done:3d}%  {run.cases} van {total} dossiers, {run.moved} termijnen veranderd"
        )
        self.stdout.flush()

    def _list_held_back(self, run: RecomputeRun) -> None:
        held = HeldBack.objects.filter(run=run).select_related("deadline__case").order_by("id")
        if count := held.count():
            self.stdout.write(f"\n{count} termijnen zijn niet veranderd. Bekijk ze zelf:")
        for row in held.iterator(chunk_size=1000):
            before, after = (
                format_date(day, weekday=False) if day else "geen dag"
                for day in (row.due_on_before, row.due_on_after)
            )
            self.stdout.write(
                f"- {row.deadline.case.number}, {row.deadline.get_kind_display()}: {before} → {after}. {row.why}"
            )
