"""The terms of a dossier on the page, and the information that a PIP waits for."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline, ThirdPartyRequest
from tests.deadlines.pages import page_of

pytestmark = pytest.mark.usefixtures("on_monday")
LogIn = Callable[[User], Client]


@pytest.fixture
def asked(case: Case, pip: Deadline) -> ThirdPartyRequest:
    return services.ask_third_party(
        case=case, party="IDW <b>", what="Waardering & meer", asked_on=date(2026, 2, 20), by=None
    )


def test_the_page_explains_each_term(case: Case, pip: Deadline, klantmanager: User, log_in: LogIn) -> None:
    html = log_in(klantmanager).get(page_of(case)).content.decode()
    assert "PIP vaststellen" in html
    assert "maandag 16 maart 2026" in html
    assert "10 weken na de kennisgeving van 5 januari 2026 = 16 maart" in html
    assert "kennisgeving van DUO: deze dag telt niet mee" in html
    assert "Bijna om, nog 14 dagen" in html
    assert 'name="party"' in html


def test_what_somebody_typed_is_shown_and_not_run(
    case: Case, asked: ThirdPartyRequest, klantmanager: User, log_in: LogIn
) -> None:
    html = log_in(klantmanager).get(page_of(case)).content.decode()
    assert "IDW &lt;b&gt;" in html
    assert "&amp;lt;" not in html
    assert "IDW <b>" not in html


def test_a_colleague_of_the_team_reads_but_has_no_forms(
    case: Case, pip: Deadline, colleague: User, log_in: LogIn
) -> None:
    html = log_in(colleague).get(page_of(case)).content.decode()
    assert "PIP vaststellen" in html
    assert 'name="party"' not in html


def test_a_stranger_finds_nothing_and_a_resident_has_another_door(
    case: Case, pip: Deadline, stranger: User, resident: User, log_in: LogIn
) -> None:
    assert log_in(stranger).get(page_of(case)).status_code == 404
    assert log_in(resident).get(page_of(case)).status_code == 403


def test_a_case_without_terms_says_when_they_come(case: Case, klantmanager: User, log_in: LogIn) -> None:
    assert "Geen lopende termijnen" in log_in(klantmanager).get(page_of(case)).content.decode()


ASKING = {"party": "IDW", "what": "Waardering van het diploma", "asked_on": "2026-02-20"}


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("klantmanager", 302),
        ("teamleider", 302),
        ("colleague", 403),
        ("stranger", 404),
        ("resident", 403),
    ],
)
def test_who_may_write_down_a_question(
    pip: Deadline, log_in: LogIn, request: pytest.FixtureRequest, who: str, status: int
) -> None:
    address = reverse("derde-gevraagd", args=[pip.case_id])
    response = log_in(request.getfixturevalue(who)).post(address, ASKING)
    assert response.status_code == status
    assert ThirdPartyRequest.objects.exists() is (status == 302)


def test_a_wrong_question_comes_back_with_what_is_wrong_and_what_was_typed(
    case: Case, pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    response = log_in(klantmanager).post(
        reverse("derde-gevraagd", args=[case.pk]), {**ASKING, "asked_on": "2026-02-30"}
    )
    assert response.status_code == 422
    assert "Deze dag bestaat niet." in response.content.decode()
    assert "Waardering van het diploma" in response.content.decode()


def test_a_refusal_of_the_service_is_shown(
    case: Case, pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    response = log_in(klantmanager).post(
        reverse("derde-gevraagd", args=[case.pk]), {**ASKING, "asked_on": "2026-03-03"}
    )
    assert "die dag moet nog komen" in response.content.decode()


def test_receiving_says_what_the_day_is_now(
    case: Case, asked: ThirdPartyRequest, klantmanager: User, log_in: LogIn
) -> None:
    address = reverse("derde-ontvangen", args=[case.pk, asked.pk])
    with time_machine.travel(date(2026, 4, 22), tick=False):
        response = log_in(klantmanager).post(address, {"received_on": "2026-04-21"}, follow=True)
    assert "Uiterste dag voor het PIP: woensdag 6 mei 2026." in response.content.decode()


def test_a_request_of_another_case_is_not_found(
    asked: ThirdPartyRequest, colleague: User, log_in: LogIn
) -> None:
    other = Case.objects.exclude(pk=asked.deadline.case_id).get()
    for name in ("derde-ontvangen", "derde-intrekken"):
        response = log_in(colleague).post(
            reverse(name, args=[other.pk, asked.pk]), {"received_on": "2026-03-01", "reason": "x"}
        )
        assert response.status_code == 404


def test_withdrawing(case: Case, asked: ThirdPartyRequest, klantmanager: User, log_in: LogIn) -> None:
    log_in(klantmanager).post(reverse("derde-intrekken", args=[case.pk, asked.pk]), {"reason": "Niet nodig"})
    assert ThirdPartyRequest.objects.get().withdrawn_reason == "Niet nodig"


def test_acts_are_not_done_by_a_get(
    case: Case, asked: ThirdPartyRequest, klantmanager: User, log_in: LogIn
) -> None:
    client = log_in(klantmanager)
    for address in (
        reverse("derde-gevraagd", args=[case.pk]),
        reverse("derde-ontvangen", args=[case.pk, asked.pk]),
        reverse("derde-intrekken", args=[case.pk, asked.pk]),
    ):
        assert client.get(address)["Location"] == reverse("termijnen", args=[case.pk])


# --- The page with everything --------------------------------------------------------------------------------


def test_who_was_reminded_stands_on_the_page(
    case: Case, pip: Deadline, klantmanager: User, log_in: LogIn
) -> None:
    services.sweep(today=date(2026, 3, 2))
    html = log_in(klantmanager).get(page_of(case)).content.decode()
    assert "2 maart 2026: aan de klantmanager, over 16 maart 2026" in html


def test_many_terms_take_no_more_queries(
    case: Case, pip: Deadline, asked: ThirdPartyRequest, termijn: Deadline, klantmanager: User, log_in: LogIn
) -> None:  # fmt: skip
    for number in range(12):
        on = date(2026, 2, 1 + number)
        services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=on, by=None, about=f"telefoon:{number}")
    services.extend_deadline(
        deadline=termijn, ground="R-22b", decided_on=date(2026, 2, 2), reason="x", by=klantmanager
    )
    services.sweep(today=date(2026, 3, 2))
    client = log_in(klantmanager)
    client.get(page_of(case))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page_of(case)).status_code == 200
    asked_for = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]  # of the test itself
    assert len(asked_for) <= 16, asked_for
