"""Runs a program as if it were another day: `python clock.py 2026-03-02T09:00:00+01:00 -m celery …`, or `… manage.py …`."""

import runpy
import sys
from datetime import datetime
from pathlib import Path

import time_machine

if __name__ == "__main__":
    moment, *sys.argv = sys.argv[1:]
    sys.path[0] = str(Path.cwd())
    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()
    if sys.argv[0] == "-m":
        sys.argv.pop(0)
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(sys.argv[0], run_name="__main__")
