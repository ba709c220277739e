"""The folder `.demo`: the lock of the one run, the secrets that are made once, the data and the logs."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runtime import Problem, postgres


@dataclass(frozen=True)
class State:
    folder: Path

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def processes(self) -> Path:
        return self.folder / "processes.json"

    @property
    def valkey(self) -> Path:
        return self.folder / "valkey"

    @property
    def static(self) -> Path:
        return self.folder / "static"

    @property
    def prepared(self) -> Path:
        return self.folder / "prepared.json"

    def accounts_prepared_with(self, fingerprint: str) -> str:
        """What was said about the accounts when the data was made ready with just this; "" when it wasn't."""
        try:
            kept = json.loads(self.prepared.read_text())
        except (FileNotFoundError, ValueError):
            return ""
        return str(kept["accounts"]) if kept["with"] == fingerprint else ""

    @property
    def postgres(self) -> Path:
        """Root's PostgreSQL runs as another user, who can't be expected to reach this folder."""
        if not postgres.unprivileged_user():
            return self.folder / "postgresql"
        name = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        return postgres.ROOTS_FOLDER / name

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder; the system lets go of the lock however the run ends."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        with (self.folder / "lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.seek(0)
                raise Problem(
                    f"De demo draait al (proces {lock.read().strip()}); gebruik die, of stop hem met Ctrl-C."
                ) from None
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield

    def prepare(self) -> None:
        for folder in (self.logs, self.valkey):
            folder.mkdir(exist_ok=True)
        if postgres.unprivileged_user():
            self.postgres.mkdir(parents=True, exist_ok=True)
            (self.postgres / "folder").write_text(str(self.folder))
            self._forget_removed_projects()

    @staticmethod
    def _forget_removed_projects() -> None:
        """Data outside the project folder must not outlive it."""
        for note in postgres.ROOTS_FOLDER.glob("*/folder"):
            if not Path(note.read_text()).exists():
                shutil.rmtree(note.parent)

    def wipe(self) -> None:
        shutil.rmtree(self.postgres, ignore_errors=True)
        for entry in self.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != "lock":
                entry.unlink()

    def secrets(self) -> dict[str, str]:
        """Keys and passwords of this demo, made at its first start. Data that had others can't be read any more."""
        path = self.folder / "secrets.json"
        if path.exists():
            kept: dict[str, str] = json.loads(path.read_text())
            return kept
        shutil.rmtree(self.postgres, ignore_errors=True)
        made = {
            "SECRET_KEY": secrets.token_urlsafe(48),
            "BSN_ENCRYPTION_KEYS": base64.b64encode(secrets.token_bytes(32)).decode(),
            "BSN_INDEX_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
            "DIGID_CLIENT_SECRET": secrets.token_hex(16),
            "SERVICES_PASSWORD": secrets.token_hex(16),
        }
        partial = path.with_suffix(".partial")
        partial.touch(mode=0o600)
        partial.write_text(json.dumps(made, indent=2))
        partial.rename(path)
        return made
