"""Arrival: what is seen on the case at once, somebody who turns 18 soon, and the first question of a talk."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.models import User
from cases.enums import DocumentKind, Origin
from cases.models import Case
from cases.services import add_document
from contact.services.preparation import send_pack
from inburgering.kit.partial_date import PartialDate
from intake import services
from intake.enums import Understood
from intake.models import Intake
from intake.rules import coming_of_age
from intake.selectors import cases_turning_18, turning_18
from tests.factories import PDF, CaseFactory, PersonFactory
from tests.intake.conftest import Call

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]


@pytest.fixture
def young(klantmanager: User) -> Case:
    return CaseFactory(klantmanager=klantmanager, person=PersonFactory(birth=PartialDate(2008, 9, 20)))


# --- On the case itself ------------------------------------------------------------------------------------------


def test_the_preference_that_coa_passed_over_stands_on_the_case(
    case: Case, klantmanager: User, colleague: User, log_in: LogIn
) -> None:
    """C1 1, PP-108: the flag, the text of the preference and the line of action, for everybody who opens the case."""
    url = reverse("dossier", args=[case.pk])
    assert "Plaatsing past niet" not in log_in(klantmanager).get(url).content.decode()
    wish = "Den Haag: ingenieur bij de marine <b>"
    services.save_coa_handover(
        case=case, by=klantmanager, talk_on=today(), region_wish=wish, region_mismatch=True
    )
    for reader in (klantmanager, colleague):
        page = log_in(reader).get(url).content.decode()
        assert "Plaatsing past niet bij voorkeur" in page
        assert "Den Haag: ingenieur bij de marine &lt;b&gt;" in page
        assert "Schrijf bij de overdracht van COA op wat u hiermee doet" in page


@pytest.mark.parametrize("origin", Origin)
def test_every_way_to_arrive_stands_on_the_case(origin: Origin, klantmanager: User, log_in: LogIn) -> None:
    """By DUO, by COA, by verhuizing or by hand."""
    arrived = CaseFactory(klantmanager=klantmanager, origin=origin)
    page = log_in(klantmanager).get(reverse("dossier", args=[arrived.pk])).content.decode()
    assert origin.label in page


# --- Nearly 18 ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birth", "on", "expected"),
    [
        (PartialDate(2008, 9, 20), date(2026, 2, 28), None),
        (PartialDate(2008, 9, 20), date(2026, 3, 1), (date(2026, 9, 20), False)),
        (PartialDate(2008, 9, 20), date(2026, 8, 31), (date(2026, 9, 20), False)),
        (PartialDate(2008, 9, 20), date(2026, 9, 1), (date(2026, 9, 20), True)),
        (PartialDate(2008, 9, 20), date(2026, 9, 30), (date(2026, 9, 20), True)),
        (PartialDate(2008, 9, 20), date(2026, 10, 1), None),
        (PartialDate(2008, 2, 29), date(2026, 2, 10), (date(2026, 3, 1), True)),
        (PartialDate(2008, 9), date(2026, 5, 1), (date(2026, 9, 1), False)),
        (PartialDate(2008), date(2025, 12, 1), (date(2026, 1, 1), False)),
        (PartialDate(1980, 9, 20), date(2026, 9, 1), None),
        (None, date(2026, 9, 1), None),
    ],
)
def test_the_preparation_starts_six_months_before_the_month_of_18(
    birth: PartialDate | None, on: date, expected: tuple[date, bool] | None
) -> None:
    """C7 1, PP-124: prepare from six months before; the intake can be in the month of the birthday."""
    found = coming_of_age(birth, today=on)
    assert (found and (found.turns_on, found.may_have_intake(on))) == expected


@pytest.mark.parametrize(
    "birth", [PartialDate(2008, 9, 20), PartialDate(2008, 9), PartialDate(2008), PartialDate(1980, 9, 20)]
)
@pytest.mark.parametrize(
    "on",
    [date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1),
     date(2026, 9, 30), date(2026, 10, 1)],
)  # fmt: skip
def test_the_list_finds_whom_the_rule_prepares(birth: PartialDate, on: date, klantmanager: User) -> None:
    """PP-124: the query for the work list and the rule for one dossier say the same."""
    case = CaseFactory(klantmanager=klantmanager, person=PersonFactory(birth=birth))
    found = coming_of_age(birth, today=on)
    row = cases_turning_18(today=on).filter(pk=case.pk).first()
    assert (row and row.intake_from) == (found and found.intake_from)


def test_the_dossier_says_what_to_prepare_and_what_is_done(
    young: Case, klantmanager: User, colleague: User, log_in: LogIn
) -> None:
    """C7 1 and 2, PP-123, PP-124: self-study and valuation go in before the birthday, once, and count as evidence."""
    with time_machine.travel(date(2026, 4, 1), tick=False):
        found = turning_18(young, today=today())
        assert found is not None
        assert [task.is_done for task in found.tasks] == [False] * 4
        page = log_in(klantmanager).get(reverse("dossier", args=[young.pk])).content.decode()
        assert "Wordt 18 op zondag 20 september 2026" in page
        assert "vanaf dinsdag 1 september 2026" in page
        assert "toevoegen/" not in log_in(colleague).get(reverse("dossier", args=[young.pk])).content.decode()
        scan = add_document(
            case=young, title="Diplomawaardering", kind=DocumentKind.BEWIJS, filename="idw.pdf", content=PDF, by=klantmanager
        )  # fmt: skip
        services.add_entry(
            list_key="niveaus", case=young, by=klantmanager, skill="lezen", level="A2", source="zelf", measured_on=today()
        )  # fmt: skip
        services.add_entry(
            list_key="diplomas", case=young, by=klantmanager, title="Lise", level="middelbaar", country="Turkije",
            papers="met_papieren", valuation="gewaardeerd", valued_by="idw", valued_as="havo", valued_on=today(),
            valuation_document=scan,
        )  # fmt: skip
        send_pack(case=young, by=klantmanager, confirmed_without_translation=True)
        found = turning_18(young, today=today())
        assert found is not None
        assert [task.is_done for task in found.tasks] == [True, True, True, False]
    with time_machine.travel(date(2026, 9, 1), tick=False):
        services.open_intake(case=young, by=klantmanager)
        assert turning_18(young, today=today()) is None
        page = (
            log_in(klantmanager)
            .get(reverse("intake-onderdeel", args=[young.pk, "onderwijs-werk"]))
            .content.decode()
        )
        assert "Diplomawaardering" in page


# --- The first question of a talk --------------------------------------------------------------------------------


def talk(intake: Intake, by: User, **given: Any) -> Any:
    return services.add_talk(
        intake=intake, held_on=today(), mode="kantoor", interpreter="telefoon", by=by, **given
    )


def test_whether_it_was_clear_is_the_first_question_of_a_talk_and_reminded_of(
    intake: Intake, klantmanager: User, colleague: User, log_in: LogIn
) -> None:
    """PP-26: "begrepen?" is asked first; empty gives a reminder, and it can be written down afterwards."""
    client, url = log_in(klantmanager), reverse("intake", args=[intake.case_id])
    form = client.get(reverse("intake-gesprek", args=[intake.pk])).content.decode()
    assert form.index("Weet de nieuwkomer wat de brede intake") < form.index("Waar was het gesprek?")
    held = talk(intake, klantmanager)
    assert "Vraag het en leg het vast" in client.get(url).content.decode()
    act = reverse("intake-begrepen", args=[intake.pk, held.pk])
    assert log_in(colleague).post(act, {"understood": "ja"}).status_code == 403
    client.post(act, {"understood": "nee"})
    assert "Leg het nog een keer uit" in client.get(url).content.decode()
    client.post(act, {"understood": "ja"})
    page = client.get(url).content.decode()
    assert "Leg het nog een keer uit" not in page
    assert "Vraag het en leg het vast" not in page
    assert intake.case.events.filter(kind="intake.begrepen").count() == 2


def test_nonsense_and_a_closed_report_are_refused(intake: Intake, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match="duidelijk"):
        talk(intake, klantmanager, understood="misschien")
    held = talk(intake, klantmanager, understood=Understood.DEELS)
    with pytest.raises(ValidationError, match="duidelijk"):
        services.record_understood(talk=held, understood="", by=klantmanager)
    services.close_talk(talk=held, by=klantmanager)
    with pytest.raises(ValidationError, match="afgesloten"):
        services.record_understood(talk=held, understood=Understood.JA, by=klantmanager)


def test_the_api_keeps_it_too(intake: Intake, klantmanager: User, call: Call) -> None:
    body = {"datum": today().isoformat(), "waar": "video", "tolk": "video", "doelDuidelijk": "ja"}
    answer = call(klantmanager, "post", f"intake/{intake.pk}/gesprekken", body)
    assert answer.json()["doelDuidelijk"] == "ja"


def test_an_empty_teach_back_asks_to_explain_again(
    full_intake: Intake, klantmanager: User, log_in: LogIn
) -> None:
    """PP-29: "kunt u vertellen wat er nu gebeurt?" left empty gives a reminder to repeat the explanation."""
    services.save_answer(intake=full_intake, question="terugvertellen", by=klantmanager, original="")
    done = services.complete_intake(intake=full_intake, by=klantmanager)
    page = log_in(klantmanager).get(reverse("intake", args=[done.case_id])).content.decode()
    assert "kon nog niet vertellen wat er nu gebeurt" in page
