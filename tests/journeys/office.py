"""The doors of the product on a clock that a story moves: pages for people, the API for their systems, the rounds of beat."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pypdf
import time_machine
from django.test import Client

from accounts.enums import Scope
from accounts.models import User
from accounts.services import issue_token
from contact import tasks as contact
from deadlines import tasks as deadlines
from exchange import tasks as exchange
from intake.rules import QUESTIONS, applies
from intake.services import record_lbt_result

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ROUNDS = (
    deadlines.sweep,
    deadlines.keep_klantmanager_promises,
    contact.read_case_events,
    contact.promise_to_get_acquainted,
    exchange.read_case_events,
)
SIMPLE = {"werkt_nu": "nee", "kinderen": "nee", "hoogste_opleiding": "hoger", "diploma": "nee"}


class Office:
    """Everything that somebody does goes through a page or the API; nobody reaches past them."""

    def __init__(self, clock: time_machine.Traveller) -> None:
        self.clock = clock

    # --- The clock

    def on(self, day: date, hour: int = 10) -> None:
        """It is this day, and beat has made its rounds of the morning."""
        self.clock.move_to(datetime.combine(day, time(hour), AMSTERDAM))
        for task in ROUNDS:
            task()

    # --- Pages

    def read(self, user: User, path: str) -> str:
        answer = self._client(user).get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return unescape(answer.content.decode())

    def send(self, user: User, path: str, *, refused: bool = False, **fields: Any) -> str:
        """Posts a form; gives the page that comes back."""
        answer = self._client(user).post(path, fields, follow=True)
        page = unescape(answer.content.decode())
        assert answer.status_code == (422 if refused else 200), (path, answer.status_code, page[-3000:])
        return page

    def pdf(self, user: User, path: str) -> str:
        """The words of a PDF, with single spaces."""
        answer = self._client(user).get(path)
        pages = pypdf.PdfReader(io.BytesIO(b"".join(answer))).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def _client(self, user: User) -> Client:
        client = Client()
        client.force_login(user)
        client.cookies["django_language"] = "nl"
        return client

    # --- The API

    def get(self, user: User, path: str) -> Any:
        return self._call(user, "get", path, None, 200)

    def act(
        self, user: User, path: str, *, method: str = "post", status: int | None = None, **fields: Any
    ) -> Any:
        return self._call(user, method, path, fields, status)

    def _call(self, user: User, method: str, path: str, fields: Any, status: int | None) -> Any:
        expires = datetime.now(AMSTERDAM).date() + timedelta(days=1)
        _, secret = issue_token(system="Verhaal", user=user, scopes=list(Scope), expires_on=expires)
        body = {} if fields is None else {"data": fields, "content_type": "application/json"}
        call: Callable[..., Any] = getattr(Client(), method)
        answer = call(f"/api/v1/{path}", headers={"Authorization": f"Bearer {secret}"}, **body)
        wanted = {status} if status else {200, 201}
        assert answer.status_code in wanted, (path, answer.status_code, answer.content.decode())
        return answer.json()

    # --- What every story needs

    def do_intake(self, case: Any, by: User, resident_says: str, **answers: str) -> None:
        """A whole brede intake: own words first, the test of DUO as one of the sources, one talk with a tolk."""
        number = self.act(by, f"dossiers/{case.pk}/intake/starten")["id"]
        values = SIMPLE | {"doelen": resident_says} | answers
        for question in QUESTIONS.values():
            if question.key in values or (question.required and applies(question, values)):
                said = values.get(question.key) or (question.options[0].value if question.options else "12")
                self.act(
                    by, f"intake/{number}/antwoorden/{question.key}", method="put", antwoord=said, taal="nl"
                )
        today = datetime.now(AMSTERDAM).date()
        # As DUO's SS131 brings it.
        record_lbt_result(
            case=case, result="B1-route haalbaar", score="70,00", needed_score="50,00", taken_on=today
        )
        self.act(by, f"intake/{number}/gesprekken", datum=today.isoformat(), waar="kantoor", tolk="aanwezig")
        self.send(by, f"/intake/{number}/alleen-gesprek/", on=today.isoformat())
        self.act(by, f"intake/{number}/afronden")
