"""The command line of the scripts in bin/."""

from __future__ import annotations

import errno
import signal
import sys
from types import FrameType
from typing import NoReturn

from runtime import Problem, disk

INTERRUPTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> NoReturn:
    for number in INTERRUPTS:
        signal.signal(number, _interrupt)
    try:
        sys.exit(_run(sys.argv[1], sys.argv[2:]))
    except Problem as problem:
        _fail(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)
    except PermissionError as error:
        _fail(
            f"U mag {error.filename} niet lezen of schrijven; start als de eigenaar daarvan, of vraag om de rechten."
        )
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        _fail(f"De schijf is vol; maak {disk.NEEDED_MB} MB vrij en start opnieuw.")


def _run(command: str, arguments: list[str]) -> int:
    # Each door loads what it needs: the demo is installed without the test tools.
    if command == "demo":
        from runtime import demo  # noqa: PLC0415

        return demo.run(arguments)
    if command == "translations":
        from runtime import prepare  # noqa: PLC0415

        prepare.compile_translations()
        return 0
    if command == "prepare-demo":
        from runtime import prepare  # noqa: PLC0415

        prepare.prepare_demo()
        return 0
    from runtime import throwaway  # noqa: PLC0415

    return throwaway.run_tests(arguments) if command == "test" else throwaway.run(arguments)


def _interrupt(number: int, frame: FrameType | None) -> None:
    for each in INTERRUPTS:  # a second Ctrl-C must not disturb the stopping
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def _fail(sentence: str) -> NoReturn:
    print(f"\n{sentence}", file=sys.stderr)
    sys.exit(1)
