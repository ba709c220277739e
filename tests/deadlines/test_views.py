from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.enums import Role
from accounts.models import Team, User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline, EquatedDay, ThirdPartyRequest
from deadlines.rules import Facts
from tests.deadlines.examples import GM
from tests.factories import StaffFactory

LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def pip(case: Case) -> Deadline:
    facts = Facts(group=GM, notified_on=date(2026, 1, 5))
    return services.start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)


@pytest.fixture
def asked(case: Case, pip: Deadline) -> ThirdPartyRequest:
    return services.ask_third_party(
        case=case, party="IDW <b>", what="Waardering & meer", asked_on=date(2026, 2, 20), by=None
    )


@pytest.fixture
def beheerder(team: Team) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER, name="Bea Heer")


def page_of(case: Case) -> str:
    return reverse("termijnen", args=[case.pk])


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
        assert client.get(address).status_code == 405


# --- Equated days ---------------------------------------------------------------------------------------

ADD = "/beheer/gelijkgestelde-dagen/toevoegen/?day=2026-03-16&source=KB+van+1+maart"


def test_the_table_is_for_the_functioneel_beheerder(
    beheerder: User, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    page = reverse("gelijkgestelde-dagen")
    assert "vrijdag 15 mei 2026" in log_in(beheerder).get(page).content.decode()
    for other in (klantmanager, resident):
        assert log_in(other).get(page).status_code == 403
        assert log_in(other).post(ADD).status_code == 403
    assert not EquatedDay.objects.filter(day=date(2026, 3, 16)).exists()


def test_adding_asks_first_and_says_how_many_terms_move(
    pip: Deadline, beheerder: User, log_in: LogIn
) -> None:
    client = log_in(beheerder)
    asked = client.get(ADD)
    assert "1 lopende termijn krijgt een andere laatste dag." in asked.content.decode()
    assert not EquatedDay.objects.filter(day=date(2026, 3, 16)).exists()
    done = client.post(ADD, follow=True)
    assert "1 lopende termijn kreeg een andere laatste dag." in done.content.decode()
    assert EquatedDay.objects.get(day=date(2026, 3, 16)).added_by == beheerder
    pip.refresh_from_db()
    assert pip.due_on == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("day=2026-02-30&source=KB", "Deze dag bestaat niet."),
        ("day=2026-03-14&source=KB", "Een zaterdag of zondag is al geen werkdag."),
        ("day=2026-05-15&source=KB", "Deze dag staat al in de tabel."),
        ("", "Vul dit in."),
    ],
)
def test_a_wrong_day_comes_back_to_the_form(beheerder: User, log_in: LogIn, query: str, words: str) -> None:
    response = log_in(beheerder).get(f"/beheer/gelijkgestelde-dagen/toevoegen/?{query}")
    assert response.status_code == 422
    assert words in response.content.decode()


def test_a_feestdag_is_refused(beheerder: User, log_in: LogIn) -> None:
    response = log_in(beheerder).post(
        "/beheer/gelijkgestelde-dagen/toevoegen/?day=2026-04-27&source=KB", follow=True
    )
    assert "is al een feestdag: Koningsdag." in response.content.decode()


def test_removing_asks_first(beheerder: User, log_in: LogIn) -> None:
    client = log_in(beheerder)
    row = EquatedDay.objects.get(day=date(2026, 5, 15))
    address = reverse("gelijkgestelde-dag-verwijderen", args=[row.pk])
    assert "telt dan weer als werkdag" in client.get(address).content.decode()
    assert EquatedDay.objects.filter(pk=row.pk).exists()
    client.post(address)
    assert not EquatedDay.objects.filter(pk=row.pk).exists()
