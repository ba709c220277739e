"""`./bin/bench`: measures what the product promises, in one run, and prints a table.

Figures that depend on the machine are ratios: both sides are measured here, one after the other.
`./bin/bench notificaties` measures one part. Exit code 1 when a target isn't reached.
"""

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.row import Row

PARTS = ("notificaties", "werkvoorraad", "ronde", "herberekening", "pip", "autosave", "demo")


def main(names: list[str]) -> int:
    if unknown := set(names) - set(PARTS):
        print(f"Onbekend: {', '.join(sorted(unknown))}. Kies uit: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in names or PARTS:
        print(f"Meten: {name} ...", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"bench.{name}").run()
    width = max(len(row.name) for row in rows)
    print(f"\n| {'meting':<{width}} | {'waarde':>10} | {'eenheid':<10} | {'doel':<8} | gehaald |")
    print(f"|{'-' * (width + 2)}|{'-' * 11}:|{'-' * 12}|{'-' * 10}|---------|")
    for row in rows:
        verdict = {True: "ja", False: "NEE", None: ""}[row.ok]
        print(
            f"| {row.name:<{width}} | {row.value:>10.2f} | {row.unit:<10} | {row.target:<8} | {verdict:<7} |"
        )
    return 1 if any(row.ok is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
