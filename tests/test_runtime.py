"""The scripts in bin/: what they start, what they stop, and what they say when something is in the way."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from redis import Redis
from runtime import PROJECT, Problem, postgres, processes, state, valkey
from runtime.ports import free_port, is_free

# These tests start servers of their own, whatever the suite itself runs on.
SERVERS_OF_THE_SUITE = ("DATABASE_URL", "REDIS_URL", "STATIC_ROOT", "BASE_URL", "DUO_BASE_URL", "BRP_BASE_URL",
                        "DIGID_ISSUER", "ALLOWED_HOSTS", "TESTING", "TEST_DB_NAME", "SECRET_KEY")  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that PostgreSQL's user can pass through, also when root runs the tests."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.geteuid() and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o011)
    return tmp_path


# --- Servers ---------------------------------------------------------------------------------------


def test_postgres_keeps_its_data_and_forgets_a_stale_pid(folder: Path) -> None:
    first = postgres.start(folder / "pg", log=folder / "log", password="geheim", durable=False)
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE kept (name text)")
        connection.execute("INSERT INTO kept VALUES ('Şükrü')")
        row = connection.execute(
            "SELECT current_setting('server_encoding'), datcollate FROM pg_database"
        ).fetchone()
        assert row == ("UTF8", "C.UTF-8")
    processes.stop([first.child])
    # What a power cut leaves: a pid that by now belongs to somebody else (us).
    (folder / "pg/data/postmaster.pid").write_text(f"{os.getpid()}\n/elsewhere\n")

    second = postgres.start(folder / "pg", log=folder / "log", password="geheim", durable=False)
    try:
        with psycopg.connect(second.url) as connection:
            assert connection.execute("SELECT name FROM kept").fetchone() == ("Şükrü",)
    finally:
        processes.stop([second.child])


def test_postgres_refuses_a_wrong_password_and_data_of_another_version(folder: Path) -> None:
    server = postgres.start(folder / "pg", log=folder / "log", password="geheim", durable=False)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(server.url.replace("geheim", "anders"))
    processes.stop([server.child])
    (folder / "pg/data/PG_VERSION").write_text("9\n")
    with pytest.raises(Problem, match=r"zijn van PostgreSQL 9 .* --reset"):
        postgres.start(folder / "pg", log=folder / "log", password="geheim")


def test_a_killed_initdb_leaves_nothing_that_looks_finished(folder: Path) -> None:
    (folder / "pg/data.partial").mkdir(parents=True)
    (folder / "pg/data.partial/PG_VERSION").write_text("half")
    server = postgres.start(folder / "pg", log=folder / "log", password="geheim", durable=False)
    processes.stop([server.child])
    assert (folder / "pg/data/PG_VERSION").read_text() != "half"
    assert not (folder / "pg/data.partial").exists()


def test_pg_bin_must_hold_postgres(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PG_BIN", str(tmp_path))
    with pytest.raises(Problem, match="PG_BIN"):
        postgres.find_binaries(None)


def test_valkey_asks_a_password_and_keeps_the_queue(tmp_path: Path) -> None:
    for expected in (None, b"1"):
        server = valkey.start(tmp_path, log=tmp_path / "log", password="geheim")
        with Redis.from_url(server.url) as client:
            assert client.get("task") == expected
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
            client.set("task", 1)
        processes.stop([server.child])


# --- Processes -------------------------------------------------------------------------------------


@pytest.fixture
def sleeper(tmp_path: Path) -> Iterator[processes.Child]:
    child = processes.start("sleeper", ["sleep", "60"], log=tmp_path / "sleeper.log")
    yield child
    processes.stop([child])


def test_a_leftover_is_stopped(sleeper: processes.Child, tmp_path: Path) -> None:
    processes.remember([sleeper], tmp_path / "processes.json")
    processes.stop_leftovers(tmp_path / "processes.json")
    assert sleeper.process.wait(timeout=5) == -signal.SIGTERM


def test_a_process_that_only_got_the_same_pid_is_left_alone(sleeper: processes.Child, tmp_path: Path) -> None:
    remembered = tmp_path / "processes.json"
    processes.remember([sleeper], remembered)
    [row] = json.loads(remembered.read_text())
    remembered.write_text(json.dumps([row | {"started": "another boot:1"}]))
    processes.stop_leftovers(remembered)
    assert not sleeper.has_ended()


@pytest.mark.parametrize("content", ["", "{", "[]"])
def test_a_broken_list_of_leftovers_is_no_obstacle(tmp_path: Path, content: str) -> None:
    (tmp_path / "processes.json").write_text(content)
    processes.stop_leftovers(tmp_path / "processes.json")
    assert [path.name for path in tmp_path.iterdir()] in (["processes.json"], [])


def test_one_run_a_folder(tmp_path: Path) -> None:
    one, two = state.State(tmp_path), state.State(tmp_path)
    refused = pytest.raises(Problem, match=rf"draait al \(proces {os.getpid()}\)")
    with one.locked(), refused, two.locked():
        pass
    with two.locked():
        pass


def test_data_of_a_removed_project_goes_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "ROOTS_FOLDER", tmp_path / "lib")
    monkeypatch.setattr(postgres, "unprivileged_user", lambda: "nobody")
    gone, here = state.State(tmp_path / "gone"), state.State(tmp_path / "here")
    for one in (gone, here):
        one.folder.mkdir()
        one.prepare()
    shutil.rmtree(gone.folder)
    here.prepare()
    assert here.postgres.exists()
    assert not gone.postgres.exists()


def test_secrets_are_made_once_and_only_for_the_owner(tmp_path: Path) -> None:
    made = state.State(tmp_path).secrets()
    assert state.State(tmp_path).secrets() == made
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert len(set(made.values())) == len(made)


def test_data_whose_secrets_are_gone_goes_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "ROOTS_FOLDER", tmp_path / "lib")
    demo = state.State(tmp_path / "demo")
    demo.folder.mkdir()
    demo.secrets()
    (demo.postgres / "data").mkdir(parents=True)
    assert demo.secrets()
    assert (demo.postgres / "data").exists()
    shutil.rmtree(demo.folder)
    demo.folder.mkdir()
    demo.secrets()
    assert not (demo.postgres / "data").exists()


# --- The demo --------------------------------------------------------------------------------------


@pytest.fixture
def demo_env(tmp_path: Path) -> Iterator[dict[str, str]]:
    kept = {name: value for name, value in os.environ.items() if name not in SERVERS_OF_THE_SUITE}
    yield kept | {"DEMO_FOLDER": str(tmp_path / "demo"), "PYTHONUNBUFFERED": "1"}
    shutil.rmtree(state.State(tmp_path / "demo").postgres, ignore_errors=True)


@contextlib.contextmanager
def demo(env: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A demo that is gone afterwards; what it still had to say stands with a failing test."""
    with subprocess.Popen(
        [sys.executable, "bin/_run.py", "demo", *arguments],
        cwd=PROJECT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            if running.poll() is None:
                running.send_signal(signal.SIGINT)
            assert running.stdout
            if not running.stdout.closed:
                sys.stdout.write(running.stdout.read())


def read_until(running: subprocess.Popen[str], word: str) -> str:
    said = ""
    assert running.stdout
    for line in running.stdout:
        said += line
        if word in line:
            return said
    running.communicate()
    pytest.fail(f"The demo ended: {said}")


def test_demo_runs_survives_a_kill_and_stops(demo_env: dict[str, str]) -> None:
    """One story, since each start costs seconds: start, kill -9, start on the same data, stop."""
    port = free_port()
    with demo(demo_env, "--port", str(port)) as first:
        said = read_until(first, "Stoppen:")
        assert "@" in said  # the demo accounts
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/account/login/") as page:
            assert page.status == 200
        with demo(demo_env, "--port", str(port)) as busy:
            assert "De demo draait al" in busy.communicate(timeout=20)[0]
        assert busy.returncode == 1
        remembered = Path(demo_env["DEMO_FOLDER"], "processes.json")
        children = [row["pid"] for row in json.loads(remembered.read_text())]
        assert len(children) == 5
        first.kill()

    with demo(demo_env, "--port", str(port)) as second:
        read_until(second, "Stoppen:")
        assert not [pid for pid in children if processes.started(pid)]
        second.send_signal(signal.SIGINT)
        assert "De demo stopt" in second.communicate(timeout=40)[0]
    assert second.returncode == 0
    assert is_free(port)


def test_demo_holds_its_port_from_its_start(demo_env: dict[str, str]) -> None:
    """Preparing takes long enough for another program to take the port in the meantime."""
    port = free_port()
    with demo(demo_env, "--port", str(port)) as starting:
        read_until(starting, "Database en wachtrij starten")
        assert not is_free(port)
        assert "--port" in demo_elsewhere(demo_env, port)
    assert is_free(port)


def demo_elsewhere(env: dict[str, str], port: int) -> str:
    """What a demo in another folder says when it wants the same port."""
    with demo(env | {"DEMO_FOLDER": env["DEMO_FOLDER"] + "2"}, "--port", str(port)) as other:
        return other.communicate(timeout=20)[0]


def test_demo_with_a_taken_port_says_which_to_use(demo_env: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = demo_elsewhere(demo_env, port)
    assert re.search(rf"Poort {port} is al in gebruik.*\./bin/demo --port \d+", said)


def test_demo_does_not_reset_a_database_that_was_given(demo_env: dict[str, str]) -> None:
    with demo(demo_env | {"DATABASE_URL": "postgres://own"}, "--reset") as refused:
        assert "die wist --reset niet" in refused.communicate(timeout=20)[0]


# --- Set-up ----------------------------------------------------------------------------------------


@pytest.fixture
def bare_machine(tmp_path: Path) -> dict[str, str]:
    """A copy of the scripts, and a PATH without Python and apt."""
    shutil.copytree(PROJECT / "bin", tmp_path / "project/bin")
    for lock in PROJECT.glob("*.lock"):
        shutil.copy(lock, tmp_path / "project")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "id", "awk", "df", "cmp", "mkdir", "cp", "rm"):
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    return {"PATH": str(tools)}


def run_bare(env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    project = Path(env["PATH"]).parent / "project"
    return subprocess.run(
        ["./bin/demo"], cwd=project, env=env, capture_output=True, text=True, check=False, timeout=60
    )


def test_without_python_the_script_says_what_to_ask_for(bare_machine: dict[str, str]) -> None:
    done = run_bare(bare_machine)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "apt-get install python3 python3-venv" in done.stderr


def test_with_a_full_disk_the_script_says_how_much_is_needed(bare_machine: dict[str, str]) -> None:
    tools = Path(bare_machine["PATH"])
    (tools / "python3").symlink_to(sys.executable)
    (tools / "df").unlink()
    (tools / "df").write_text("#!/bin/sh\necho Filesystem\necho /dev/sda1 9 9 20480 99% /\n")
    (tools / "df").chmod(0o755)
    done = run_bare(bare_machine)
    assert done.returncode == 1
    assert "er is 20 MB vrij" in done.stderr


@pytest.mark.parametrize("name", ["requirements", "demo", "dev"])
def test_locks_name_no_machine_and_no_registry(name: str) -> None:
    lock = (PROJECT / f"{name}.lock").read_text()
    assert not re.search(r"https?://|file:|--index|--find-links|^-e ", lock, re.MULTILINE)
    packages = re.findall(r"^[a-z0-9][^\s=]*==", lock, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^[a-z0-9].*\\\n    --hash=sha256:", lock, re.MULTILINE))
