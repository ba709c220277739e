"""What the sandbox knows and remembers: the persons, their PIP and termijn at DUO, what it received, how it misbehaves."""

import json
import random
import threading
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from . import persons
from .http import Request

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DUO_OIN = "00000001003214345000"


@dataclass(frozen=True)
class RegisteredPip:
    """A PIP as DUO keeps it."""

    gemeente: str
    pip: Mapping[str, Any]

    @property
    def signed_on(self) -> date:
        return date.fromisoformat(self.pip["dagtekeningPip"])


@dataclass(frozen=True)
class RegisteredContact:
    """A contactpersoon as DUO keeps it, and whose it is."""

    oin: str
    details: Mapping[str, str]


@dataclass(frozen=True)
class Term:
    """The inburgeringstermijn: `ends` is the first day after it, as DUO's API has it."""

    starts: date
    ends: date
    changed: date


@dataclass
class Fault:
    """How one part misbehaves. `fail_next` counts down; `lose_answers` does the work and then hangs up."""

    delay_ms: int = 0
    fail_next: int = 0
    fail_rate: float = 0.0
    status: int = 503
    down: bool = False
    lose_answers: int = 0


@dataclass(frozen=True)
class Received:
    """A request that reached DUO or the BRP, for who wants to look afterwards."""

    at: str
    part: str
    method: str
    path: str
    bron: str
    message_id: str
    body: str
    status: int


class World:
    """All state. Every change holds the lock, and is kept in a file when one is named."""

    def __init__(self, cast: persons.Cast, *, keep_in: Path | None = None) -> None:
        self.lock = threading.RLock()
        self.gemeenten = {one.oin: one for one in cast.gemeenten}
        self.names = cast.names
        self.keep_in = keep_in
        self._cast = cast
        self._start()
        self._take_up()
        self.keep()

    def reset(self) -> None:
        """Back to the first minute."""
        with self.lock:
            self._start()
            self.keep()

    def _start(self) -> None:
        self.persons = {one.bsn: one for one in self._cast.persons}
        self.pips: dict[str, list[RegisteredPip]] = {}
        self.terms: dict[str, list[Term]] = {}
        self.lbt_skipped: set[str] = set()
        self.contacts: dict[int, RegisteredContact] = {}
        self.contact_ties: dict[str, list[int]] = {}
        self.faults = {part: Fault() for part in ("duo", "brp", "digid")}
        self.received: list[Received] = []
        for person in self._cast.persons:
            self._give_earlier_pip(person)

    def today(self) -> date:
        return datetime.now(AMSTERDAM).date()

    def person(self, bsn: str) -> persons.Person | None:
        return self.persons.get(bsn)

    def change_person(self, bsn: str, changes: Mapping[str, Any]) -> persons.Person:
        with self.lock:
            self.persons[bsn] = self.persons[bsn].changed(changes, self.today())
            self._give_earlier_pip(self.persons[bsn])
            self.keep()
            return self.persons[bsn]

    def current_pip(self, bsn: str) -> RegisteredPip | None:
        return self.pips[bsn][-1] if self.pips.get(bsn) else None

    def register_pip(self, bsn: str, pip: RegisteredPip) -> bool:
        """Keeps the PIP; the first one also starts the termijn, and then the answer is True."""
        with self.lock:
            first = self._register(bsn, pip)
            self.keep()
            return first

    def _register(self, bsn: str, pip: RegisteredPip) -> bool:
        self.pips.setdefault(bsn, []).append(pip)
        if bsn in self.terms:
            return False
        last, day = same_day_later(pip.signed_on, years=3), timedelta(days=1)
        self.terms[bsn] = [Term(pip.signed_on + day, last + day, self.today())]
        return True

    def delete_pip(self, bsn: str) -> None:
        with self.lock:
            self.pips[bsn].pop()
            self.keep()

    def in_scope(self, person: persons.Person, gemeente: str) -> bool:
        """DUO's rule: who lives here outside COA, who COA couples to here, whose PIP is (or was, a month ago) of here."""
        lives_here = gemeente == (person.gekoppeld_aan if person.in_coa else person.gemeente)
        pips = self.pips.get(person.bsn, [])
        is_ours = bool(pips) and pips[-1].gemeente == gemeente
        was_ours = (
            len(pips) > 1
            and pips[-2].gemeente == gemeente
            and pips[-1].signed_on > self.today() - timedelta(days=30)
        )
        return lives_here or is_ours or was_ours

    def fault_for(self, part: str) -> Fault:
        """How to treat this one request; takes it off the counters."""
        with self.lock:
            fault = self.faults[part]
            verdict = replace(fault)
            verdict.fail_next = 1 if fault.fail_next or random.random() < fault.fail_rate else 0  # noqa: S311
            fault.fail_next = max(0, fault.fail_next - 1)
            fault.lose_answers = max(0, fault.lose_answers - 1)
            return verdict

    def note(self, part: str, request: Request, status: int) -> None:
        with self.lock:
            self.received.append(
                Received(
                    at=datetime.now(AMSTERDAM).isoformat(timespec="milliseconds"),
                    part=part,
                    method=request.method,
                    path=request.path,
                    bron=request.headers.get("bron", ""),
                    message_id=request.headers.get("berichtid", ""),
                    body=request.body.decode("utf-8", "replace")[:10_000],
                    status=status,
                )
            )
            del self.received[:-1000]

    def _give_earlier_pip(self, person: persons.Person) -> None:
        if person.pip_op and person.bsn not in self.pips:
            pip = {"dagtekeningPip": person.pip_op.isoformat(), "leerroute": person.pip_leerroute or "B"}
            self._register(person.bsn, RegisteredPip(person.pip_van, pip))

    # --- Keeping it over a restart ---------------------------------------------------------------------------
    def keep(self) -> None:
        if not self.keep_in:
            return
        state = {
            "persons": {bsn: persons.to_json(one) for bsn, one in self.persons.items()},
            "pips": {bsn: [asdict(one) for one in rows] for bsn, rows in self.pips.items()},
            "terms": {bsn: [asdict(one) for one in rows] for bsn, rows in self.terms.items()},
            "lbt_skipped": sorted(self.lbt_skipped),
            "contacts": {number: asdict(one) for number, one in self.contacts.items()},
            "contact_ties": self.contact_ties,
        }
        draft = self.keep_in.with_suffix(".new")
        draft.write_text(json.dumps(state, ensure_ascii=False, default=str), encoding="utf-8")
        draft.replace(self.keep_in)

    def _take_up(self) -> None:
        """Continues from the file of an earlier run, when there is a whole one."""
        if not self.keep_in or not self.keep_in.exists():
            return
        state = json.loads(self.keep_in.read_text(encoding="utf-8"))
        with self.lock:
            for bsn, facts in state["persons"].items():
                if bsn in self.persons:
                    self.persons[bsn] = self.persons[bsn].changed(facts, self.today())
            self.pips = {bsn: [RegisteredPip(**row) for row in rows] for bsn, rows in state["pips"].items()}
            self.terms = {
                bsn: [Term(**{name: date.fromisoformat(day) for name, day in row.items()}) for row in rows]
                for bsn, rows in state["terms"].items()
            }
            self.lbt_skipped = set(state["lbt_skipped"])
            # A file of before DUO's contactpersoon was here has none.
            contacts = state.get("contacts", {})
            self.contacts = {int(number): RegisteredContact(**row) for number, row in contacts.items()}
            self.contact_ties = state.get("contact_ties", {})


def same_day_later(day: date, *, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def new_message_id() -> str:
    return str(uuid.uuid4())


def has_good_headers(request: Request) -> bool:
    """Who asks, whom, and by which number: DUO wants all three."""
    try:
        uuid.UUID(request.headers.get("berichtid", ""))
    except ValueError:
        return False
    return len(request.headers.get("bron", "")) == 20 and request.headers.get("doel") == DUO_OIN
