"""`./bin/demo`: the whole product on one machine, in the foreground, until Ctrl-C."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from runtime import PROJECT, Problem, disk, fingerprint, processes, settings
from runtime.ports import claim, free_port
from runtime.services import running
from runtime.state import State


def run(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    began = time.monotonic()
    state = State(Path(os.environ.get("DEMO_FOLDER", PROJECT / ".demo")).absolute())
    with state.locked():
        was_killed = state.processes.exists()
        processes.stop_leftovers(state.processes)
        if options.reset:
            _refuse_reset_of_own_server()
            state.wipe()
        # The ports are ours from here on: preparing takes long enough for another program to take them.
        patience = processes.PATIENCE if was_killed else 0
        with _claim(options.port, patience=patience) as web, claim(free_port(options.port + 1)) as chain:
            _serve(state, web, chain, began)
        state.processes.unlink(missing_ok=True)
    return 0


def _serve(state: State, web: socket.socket, chain: socket.socket, began: float) -> None:
    """Start everything, answer on these two sockets, and stop everything at Ctrl-C."""
    disk.require_space(state.folder)
    secrets = state.secrets()
    state.prepare()
    print("Database en wachtrij starten ...", flush=True)
    with running(
        postgres_home=state.postgres,
        valkey_home=state.valkey,
        logs=state.logs,
        password=secrets["SERVICES_PASSWORD"],
    ) as services:
        processes.remember(services.children, state.processes)
        chain_port = chain.getsockname()[1]
        env = settings.for_demo(
            services, secrets, port=web.getsockname()[1], chain_port=chain_port, static=state.static
        )
        accounts = _prepare(state, env)
        children = _start_product(env, state.logs, web, chain)
        try:
            processes.remember([*services.children, *children], state.processes)
            _wait_for_page(f"{env['BASE_URL']}/health/live", children)
            print(_welcome(env["BASE_URL"], chain_port, accounts, time.monotonic() - began), flush=True)
            _watch([*services.children, *children])
        except KeyboardInterrupt:
            print("\nDe demo stopt ...", flush=True)
        finally:
            processes.stop(children)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./bin/demo", description="Start het hele product met een fictieve gemeente. Stoppen: Ctrl-C."
    )
    parser.add_argument("--port", type=int, default=8000, help="poort van de website (standaard 8000)")
    parser.add_argument("--reset", action="store_true", help="wis de gegevens van de demo en begin opnieuw")
    return parser.parse_args(arguments)


def _refuse_reset_of_own_server() -> None:
    if os.environ.get("DATABASE_URL"):
        raise Problem(
            "U gebruikt een eigen database (DATABASE_URL) en die wist --reset niet; "
            "maak die database zelf leeg, of start zonder DATABASE_URL."
        )


def _claim(port: int, *, patience: float) -> socket.socket:
    """A web process whose master was killed needs a moment to see that, and holds the port until then."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return claim(port)
        except OSError as error:
            if time.monotonic() > deadline:
                raise Problem(
                    f"Poort {port} is al in gebruik door een ander programma; kies een andere, "
                    f"bijvoorbeeld: ./bin/demo --port {free_port(port + 10)}"
                ) from error
            time.sleep(0.1)


def _prepare(state: State, env: dict[str, str]) -> str:
    """Bring the data up to date, unless it is; gives what the product says about its demo accounts."""
    mark = state.postgres / "data" / "PG_VERSION"
    news = fingerprint.of_project(mark) if not os.environ.get("DATABASE_URL") else ""
    if news and (accounts := state.accounts_prepared_with(news)):
        return accounts
    print("Gegevens klaarzetten ...", flush=True)
    state.prepared.unlink(missing_ok=True)
    log = state.logs / "gegevens.log"
    with log.open("wb") as errors:
        done = subprocess.run(
            [sys.executable, "bin/_run.py", "prepare-demo"],
            env=env, cwd=PROJECT, stdout=subprocess.PIPE, stderr=errors, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        sentence = (
            f"De gegevens konden niet worden klaargezet; zie {log}, of begin opnieuw met ./bin/demo --reset."
        )
        raise disk.problem(sentence, at=log.parent)
    accounts = done.stdout.strip()
    state.prepared.write_text(json.dumps({"with": news, "accounts": accounts}))
    return accounts


def _start_product(
    env: dict[str, str], logs: Path, web: socket.socket, chain: socket.socket
) -> list[processes.Child]:
    python = sys.executable
    commands: dict[str, list[str | Path]] = {
        "web": [python, "-m", "gunicorn", "inburgering.wsgi", f"--bind=fd://{web.fileno()}", "--worker-class=gthread",
                "--workers=2", "--threads=4", "--preload", "--no-control-socket"],
        # Beat inside the worker, and threads instead of processes: enough for a demo, and 150 MB smaller.
        "taken": [python, "-m", "celery", "-A", "inburgering", "worker", "-B", "--pool=threads", "--concurrency=2",
                  "--loglevel=WARNING", "--without-gossip", "--without-mingle", "-s", logs.parent / "beat"],
        "keten": [python, "manage.py", "keten_sandbox", f"--socket={chain.fileno()}", "--bewaar", logs.parent / "keten.json",
                  f"--notify-url={env['BASE_URL']}/v1/notificaties"],
    }  # fmt: skip
    quickly = {"web": signal.SIGQUIT}  # gunicorn's SIGTERM waits for browsers that keep a connection open
    sockets = {"web": [web.fileno()], "keten": [chain.fileno()]}
    return [
        processes.start(
            name,
            command,
            env=env,
            log=logs / f"{name}.log",
            stop_signal=quickly.get(name, signal.SIGTERM),
            sockets=sockets.get(name, []),
        )
        for name, command in commands.items()
    ]


def _wait_for_page(url: str, children: Sequence[processes.Child]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        _raise_when_ended(children)
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise disk.problem(f"De website geeft geen antwoord; zie {children[0].log}.", at=children[0].log.parent)


def _welcome(address: str, chain_port: int, accounts: str, seconds: float) -> str:
    return f"""
De demo draait ({seconds:.0f} seconden).

  Medewerkers   {address}/
  Inwoners      {address}/mijn/
  DUO, BRP en DigiD worden nagespeeld; bedienen op http://127.0.0.1:{chain_port}/beheer/

{accounts}

Stoppen: Ctrl-C. Uw gegevens blijven staan; opnieuw beginnen: ./bin/demo --reset"""


def _watch(children: Sequence[processes.Child]) -> None:
    while True:
        _raise_when_ended(children)
        time.sleep(0.5)


def _raise_when_ended(children: Sequence[processes.Child]) -> None:
    for child in children:
        if child.has_ended():
            print(child.last_words(), file=sys.stderr)
            sentence = f"Een onderdeel ({child.name}) is gestopt; zie {child.log} en start de demo opnieuw."
            raise disk.problem(sentence, at=child.log.parent)
