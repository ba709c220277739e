from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.enums import Role, Scope
from accounts.models import User
from accounts.services import issue_token
from cases.models import Case
from intake import services
from intake.models import Intake
from intake.rules import QUESTIONS, applies
from tests.factories import StaffFactory

READ, WRITE = Scope.INTAKE_LEZEN, Scope.INTAKE_SCHRIJVEN
Call = Callable[..., Any]
OWN_WORDS = "أريد أن أفتح مخبزًا"


@pytest.fixture
def intake(case: Case, klantmanager: User) -> Intake:
    """A brede intake that was just started."""
    return services.open_intake(case=case, by=klantmanager)


@pytest.fixture
def ontzorgmedewerker(klantmanager: User) -> User:
    team = klantmanager.memberships.get().team
    return StaffFactory(team=team, role=Role.ONTZORGMEDEWERKER, name="Olga Smit")


@pytest.fixture
def full_intake(intake: Intake, klantmanager: User) -> Intake:
    """All that the law asks is in it; only the act of completing is left."""
    fill(intake, klantmanager)
    return intake


@pytest.fixture
def call(client: Client) -> Call:
    """`call(user, "put", "intake/1/antwoorden/doelen", {...})`, with a token for everything about the intake."""

    def call(
        user: User, method: str, path: str, data: Any = None, scopes: tuple[Scope, ...] = (READ, WRITE)
    ) -> Any:
        expires = timezone.localdate() + timedelta(days=1)
        _, secret = issue_token(system="Proef", user=user, scopes=scopes, expires_on=expires)
        headers = {"Authorization": f"Bearer {secret}"}
        body = {} if method == "get" else {"data": data or {}, "content_type": "application/json"}
        return getattr(client, method)(f"/api/v1/{path}", headers=headers, **body)

    return call


def fill(intake: Intake, by: User, **other: str) -> None:
    """Answers every needed question, says that the newcomer was told about a private talk, and has a test result."""
    values = {"werkt_nu": "nee", "kinderen": "nee", "hoogste_opleiding": "basis", "diploma": "nee"} | other
    for question in QUESTIONS.values():
        if question.required and applies(question, values):
            value = values.get(question.key) or (question.options[0].value if question.options else "12")
            services.save_answer(intake=intake, question=question.key, by=by, original=value)
    services.add_talk(
        intake=intake, held_on=timezone.localdate(), mode="kantoor", interpreter="aanwezig", by=by
    )
    services.record_private_talk(intake=intake, on=timezone.localdate(), by=by)
    services.record_lbt_result(
        case=intake.case, result="B1-route haalbaar", score="62,50", needed_score="50,00",
        taken_on=timezone.localdate() - timedelta(days=3),
    )  # fmt: skip
