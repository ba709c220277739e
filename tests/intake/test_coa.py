"""The hand-over by COA: from the day of the koppeling, so that nobody has to tell everything again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.models import User
from cases.enums import Origin
from cases.models import Case
from intake import services
from intake.models import CoaHandover
from intake.selectors import awaits_coa_handover, coa_handover_of
from tests.factories import CaseFactory
from tests.intake.conftest import Call

LogIn = Callable[[User], Client]
FACTS: dict[str, Any] = {
    "contact_name": "Ria Smid", "talk_on": today(), "newcomer_present": True, "level": "A1",
    "ambition": "Ingenieur bij de marine", "region_wish": "Rotterdam of Den Haag: werk bij de zee",
    "region_mismatch": True, "region_note": "Wij vragen na of ruilen kan.", "family": "Getrouwd, twee kinderen",
    "preparation": "Lessen NT2 in het azc", "preparation_hours": 80, "moves": 4,
}  # fmt: skip


@pytest.fixture
def coupled(klantmanager: User) -> Case:
    """COA coupled the person to the gemeente; there is no house, no BRP registration and no letter of DUO yet."""
    return CaseFactory(klantmanager=klantmanager, origin=Origin.COA, in_coa=True, brp_registered_on=None,
                       notified_on=None, duty_from=None)  # fmt: skip


def test_pp_31_goals_are_taken_from_the_day_of_the_koppeling(coupled: Case, klantmanager: User) -> None:
    """PP-31: a light intake in the azc, by video, before the person has a house."""
    intake = services.open_intake(case=coupled, by=klantmanager)
    services.add_talk(intake=intake, held_on=today(), mode="video", interpreter="telefoon", by=klantmanager)
    answer = services.save_answer(
        intake=intake, question="doelen", by=klantmanager, original="Ingenieur worden", source="coa"
    )
    assert answer.is_given


def test_pp_108_the_wish_for_a_region_is_in_sight_when_the_placement_does_not_fit(
    coupled: Case, klantmanager: User, colleague: User, log_in: LogIn
) -> None:
    """C1 1, PP-108: the text of the preference stands on the case."""
    assert awaits_coa_handover(coupled)
    services.save_coa_handover(case=coupled, by=klantmanager, **FACTS)
    page = log_in(colleague).get(reverse("intake", args=[coupled.pk])).content.decode()
    assert "Plaatsing past niet bij voorkeur" in page
    assert "werk bij de zee" in page
    assert "Wijzigen" not in page
    assert "werk bij de zee" in coupled.events.get(kind="intake.coa_overdracht").text


def test_what_is_not_given_stays_and_the_same_twice_is_once(coupled: Case, klantmanager: User) -> None:
    services.save_coa_handover(case=coupled, by=klantmanager, **FACTS)
    services.save_coa_handover(case=coupled, by=klantmanager, **FACTS)
    services.save_coa_handover(case=coupled, by=klantmanager, moves=5)
    handover = coa_handover_of(coupled)
    assert (handover.moves, handover.ambition) == (5, FACTS["ambition"])
    assert coupled.events.filter(kind="intake.coa_overdracht").count() == 2
    assert handover.history.count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"talk_on": None}, "waarom dat niet gebeurde"),
        ({"region_wish": ""}, "welke regio"),
        ({"talk_on": today() + timedelta(days=2)}, "toekomst"),
        ({"level": "D1"}, "Taalniveau volgens coa: "),
        ({"ambition": "x" * 2001}, "Ambitie"),
        ({"ambition": "x" * 20_001}, "20.001 tekens"),
        ({"family": "\ud800"}, "teken in dat niet kan"),
    ],
)
def test_a_handover_that_cant_be_is_refused(
    coupled: Case, klantmanager: User, changes: dict, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        services.save_coa_handover(case=coupled, by=klantmanager, **(FACTS | changes))
    assert words in " ".join(refused.value.messages)
    assert not CoaHandover.objects.exists()


def test_the_page_keeps_what_was_typed_and_saves(coupled: Case, klantmanager: User, log_in: LogIn) -> None:
    client, url = log_in(klantmanager), reverse("intake-coa", args=[coupled.pk])
    refused = client.post(url, {"ambition": "Bakker <b>", "region_mismatch": "on"})
    assert refused.status_code == 422
    assert "Bakker &lt;b&gt;" in refused.content.decode()
    assert client.post(url, FACTS | {"newcomer_present": "ja"}).status_code == 302
    assert coa_handover_of(coupled).newcomer_present is True
    assert 'value="ja"' in client.get(url).content.decode()
    assert client.post(url, FACTS | {"newcomer_present": "nee", "region_mismatch": ""}).status_code == 302
    assert coa_handover_of(coupled).newcomer_present is False


def test_the_handover_through_the_api(coupled: Case, klantmanager: User, call: Call) -> None:
    path = f"dossiers/{coupled.pk}/intake/coa"
    assert call(klantmanager, "get", path).status_code == 404
    assert call(klantmanager, "post", f"{path}/vastleggen", {"ambitie": "Kok"}).status_code == 409
    sent = {"ambitie": "Kok", "gesprekOp": today().isoformat(), "regiovoorkeur": "Zee", "regioPastNiet": True}
    assert call(klantmanager, "post", f"{path}/vastleggen", sent).status_code == 200
    read = call(klantmanager, "get", path).json()
    assert {key: read[key] for key in sent} == sent
