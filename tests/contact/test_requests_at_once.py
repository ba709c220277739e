"""Two colleagues, or two clicks, at the same moment: with real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from cases.models import Case
from contact.models import Answer, Notice
from contact.services.requests import request_review, tell_long_wait, withdraw_request
from tests.contact.requests import QUESTION, ask, grant, refuse

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised."""

    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except ValidationError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refused(results: list[Any]) -> list[str]:
    return [result.messages[0] for result in results if isinstance(result, ValidationError)]


def test_two_answers_at_once_are_one(
    case: Case, resident: User, klantmanager: User, teamleider: User
) -> None:
    request = ask(case, resident)
    results = at_once(lambda: grant(request, klantmanager), lambda: refuse(request, teamleider))
    assert len(refused(results)) == 1
    assert "al een antwoord" in refused(results)[0]
    assert Answer.objects.count() == 1


def test_an_answer_and_a_withdrawal_at_once_are_one(case: Case, resident: User, klantmanager: User) -> None:
    request = ask(case, resident)
    at_once(lambda: grant(request, klantmanager), lambda: withdraw_request(request=request, by=resident))
    request.refresh_from_db()
    assert (request.state == "beantwoord") == Answer.objects.exists()
    assert not request.is_open


def test_a_double_click_asks_once(case: Case, resident: User) -> None:
    results = at_once(*[lambda: ask(case, resident)] * 3)
    assert len(set(results)) == 1
    assert case.requests.count() == 1


def test_two_reviews_at_once_are_one(case: Case, resident: User, klantmanager: User) -> None:
    request = ask(case, resident)
    refuse(request, klantmanager)

    def review() -> Any:
        return request_review(request=request, text=QUESTION, language="nl", by=resident)

    assert len(refused(at_once(review, review))) == 1


def test_a_long_wait_is_told_once(case: Case, resident: User) -> None:
    request = ask(case, resident)
    assert sorted(at_once(lambda: tell_long_wait(request=request), lambda: tell_long_wait(request=request))) == [
        False, True,
    ]  # fmt: skip
    assert Notice.objects.filter(kind="verzoek-duurt-lang", channel="portaal").count() == 1
