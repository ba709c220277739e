"""`/beheer/`: tell the sandbox to be slow, to fail, to send a notification; and see what it received."""

import threading
import time
from dataclasses import asdict
from datetime import datetime
from html import escape
from typing import Any

import httpx

from .http import Request, Response, Routes, as_html, as_json, redirect
from .page import page
from .persons import to_json
from .world import AMSTERDAM, DUO_OIN, Fault, World, new_message_id

EVENTS = {
    "SS139": "Inburgeringsplichtig, tien weken gestart",
    "SS101": "Inburgeringsplichtig",
    "SS120": "Gevestigd in de gemeente, zonder PIP",
    "SS121": "Gevestigd in de gemeente, met PIP",
    "SS137": "Aangemeld voor de leerbaarheidstoets",
    "SS131": "Resultaat leerbaarheidstoets",
    "SS102": "Inburgeringstermijn gestart",
    "SS110": "Inburgeringsplicht ingetrokken",
    "SS111": "Overleden",
    "SS124": "Doelgroep gewijzigd",
    "SS777": "Een gebeurtenis die nog niemand kent",
}
_PATIENCE = (0.2, 1.0, 3.0, 10.0, 30.0)


class Control:
    """The handle for people and tests. Notifications go out as DUO sends them, and are repeated until taken."""

    def __init__(self, world: World, notify_url: str) -> None:
        self.world = world
        self.notify_url = notify_url
        self.routes = Routes()
        for method, path, handler in (
            ("GET", "/beheer/", self.show),
            ("GET", "/beheer/toestand", self.state),
            ("GET", "/beheer/personen", self.people),
            ("POST", "/beheer/personen/{bsn}", self.change),
            ("GET", "/beheer/ontvangen", self.received),
            ("POST", "/beheer/storing", self.disturb),
            ("POST", "/beheer/melding", self.notify),
            ("POST", "/beheer/aankomsten", self.arrivals),
            ("POST", "/beheer/reset", self.reset),
        ):
            self.routes.add(method, path, handler)

    def answer(self, request: Request) -> Response:
        try:
            response = self.routes.answer(request)
        except (KeyError, ValueError, TypeError) as error:
            return as_json({"fout": f"Niet begrepen: {error}"}, 400)
        is_form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
        return (
            redirect("/beheer/")
            if request.method == "POST" and is_form and response.status < 300
            else response
        )

    # --- Questions ----------------------------------------------------------------------------------------------------
    def state(self, _request: Request) -> Response:
        faults = {part: asdict(fault) for part, fault in self.world.faults.items()}
        return as_json(
            {"notify_url": self.notify_url, "storing": faults, "ontvangen": len(self.world.received)}
        )

    def people(self, _request: Request) -> Response:
        return as_json([to_json(one) for one in self.world.persons.values()])

    def received(self, request: Request) -> Response:
        wanted = {name: request.query[name] for name in ("part", "method") if name in request.query}
        rows = [asdict(one) for one in self.world.received]
        return as_json([row for row in rows if all(row[name] == value for name, value in wanted.items())])

    # --- Acts -----------------------------------------------------------------------------------------------------------
    def change(self, request: Request, bsn: str) -> Response:
        return as_json(to_json(self.world.change_person(bsn, request.values())))

    def disturb(self, request: Request) -> Response:
        values = request.values()
        part = str(values.pop("part"))
        known = Fault()
        wanted = {name: _like(getattr(known, name), value) for name, value in values.items()}
        with self.world.lock:
            if part not in self.world.faults:
                raise KeyError(part)
            self.world.faults[part] = Fault(**wanted)
        return as_json(asdict(self.world.faults[part]))

    def reset(self, _request: Request) -> Response:
        self.world.reset()
        return as_json({"ok": True})

    def notify(self, request: Request) -> Response:
        """Sends one notification and waits for the answer; `twice` repeats it byte for byte."""
        values = request.values()
        oin = values.get("doel") or self._oin_of(values.get("bsn", ""))
        content = {
            "registratieDatumTijd": values.get("registratieDatumTijd") or _now(),
            "gebeurtenisId": values["gebeurtenisId"],
        }
        if values.get("bsn"):
            content["bsn"] = values["bsn"]
        if values.get("vNummer"):
            content["vNummer"] = int(values["vNummer"])
        message_id = values.get("berichtId") or new_message_id()
        times = 2 if _like(False, values.get("twice", False)) else 1
        statuses = [self._send(content, oin, message_id) for _ in range(times)]
        return as_json({"statussen": statuses, "berichtId": message_id, "bericht": content})

    def arrivals(self, _request: Request) -> Response:
        """SS139 (or SS121, for who comes with a PIP) for everybody with a plicht in the first gemeente."""
        own = next(iter(self.world.gemeenten.values()))
        sent = []
        for person in self.world.persons.values():
            if person.plicht and not person.overleden_op and self.world.in_scope(person, own.code):
                event = "SS121" if person.pip_op else "SS139"
                content = {"registratieDatumTijd": _now(), "gebeurtenisId": event, "bsn": person.bsn}
                sent.append({"bsn": person.bsn, "status": self._send(content, own.oin, new_message_id())})
        return as_json(sent)

    def term_started(self, bsn: str, oin: str) -> None:
        """Tells the gemeente, a moment after the PIP, that the termijn runs (SS102); keeps trying as DUO does."""
        content = {"registratieDatumTijd": _now(), "gebeurtenisId": "SS102", "bsn": bsn}
        message_id = new_message_id()

        def keep_trying() -> None:
            for pause in _PATIENCE:
                time.sleep(pause)
                if self._send(content, oin, message_id) in (201, 400, 401, 403):
                    return

        if self.notify_url:
            threading.Thread(target=keep_trying, daemon=True).start()

    def _send(self, content: dict[str, Any], oin: str, message_id: str) -> int:
        """The status of the answer, or 0 when there was none."""
        headers = {"bron": DUO_OIN, "doel": oin, "berichtId": message_id}
        try:
            # The chain's addresses are named by the operator; a proxy from the environment isn't meant for them.
            with httpx.Client(timeout=10, trust_env=False) as client:
                return client.post(self.notify_url, json=content, headers=headers).status_code
        except httpx.HTTPError:
            return 0

    def _oin_of(self, bsn: str) -> str:
        """The gemeente that DUO would tell: where COA couples somebody to, else where he lives."""
        person = self.world.person(bsn)
        code = (person.gekoppeld_aan or person.gemeente) if person else ""
        for gemeente in self.world.gemeenten.values():
            if gemeente.code == code:
                return gemeente.oin
        return next(iter(self.world.gemeenten))

    # --- The page -----------------------------------------------------------------------------------------------------------
    def show(self, _request: Request) -> Response:
        people = "".join(
            f'<option value="{escape(one.bsn)}">{escape(one.naam)} ({escape(one.bsn)})</option>'
            for one in self.world.persons.values()
        )
        events = "".join(
            f'<option value="{key}">{key} {escape(text)}</option>' for key, text in EVENTS.items()
        )
        rows = "".join(
            f"<tr><td>{escape(one.at[11:19])}</td><td>{escape(one.part)}</td><td>{escape(one.method)} "
            f"{escape(one.path)}</td><td>{one.status}</td></tr>"
            for one in reversed(self.world.received[-50:])
        )
        content = f"""
<p class="let-op">Dit is de zandbak: nagebouwde DUO, BRP en inlog, met personen die niet bestaan.</p>
<h2>Een melding van DUO sturen</h2>
<form method="post" action="/beheer/melding">
<label for="bsn">Persoon</label><select id="bsn" name="bsn">{people}</select>
<label for="g">Gebeurtenis</label><select id="g" name="gebeurtenisId">{events}</select>
<p><label><input type="checkbox" name="twice" value="true"> Twee keer hetzelfde bericht</label></p>
<button>Stuur</button></form>
<form method="post" action="/beheer/aankomsten">
<p><button>Meld alle nieuwkomers van {escape(self._own_name())}</button></p></form>
<h2>Storing</h2>
{"".join(_fault_form(part, fault) for part, fault in self.world.faults.items())}
<form method="post" action="/beheer/reset"><p><button>Alles terug naar het begin</button></p></form>
<h2>Ontvangen berichten</h2>
<div class="tabel"><table><thead><tr><th scope="col">Tijd</th><th scope="col">Bij</th><th scope="col">Vraag</th>
<th scope="col">Antwoord</th></tr></thead><tbody>{rows or '<tr><td colspan="4">Nog niets.</td></tr>'}</tbody></table></div>
"""
        return as_html(page("Beheer van de zandbak", content))

    def _own_name(self) -> str:
        return next((one.name for one in self.world.gemeenten.values()), "de gemeente")


def _fault_form(part: str, fault: Fault) -> str:
    name = {"duo": "DUO", "brp": "De BRP", "digid": "De inlog"}[part]
    return (
        f'<form method="post" action="/beheer/storing"><input type="hidden" name="part" value="{part}">'
        f'<h3>{name}</h3><label>Wacht (milliseconden) <input name="delay_ms" value="{fault.delay_ms}"></label>'
        f'<label>Laat zoveel vragen mislukken <input name="fail_next" value="{fault.fail_next}"></label>'
        f'<label>Met status <input name="status" value="{fault.status}"></label>'
        f'<label><input type="checkbox" name="down" value="true"{" checked" if fault.down else ""}> Geeft geen gehoor'
        f"</label><button>Stel in</button></form>"
    )


def _like(example: Any, value: Any) -> Any:
    """The value in the type of the example: a form sends only text."""
    if isinstance(example, bool):
        return value in (True, "true", "on", "1", 1)
    return type(example)(value)


def _now() -> str:
    return datetime.now(AMSTERDAM).isoformat(timespec="milliseconds")
