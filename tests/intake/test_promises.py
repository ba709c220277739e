"""PP-02: what was promised in a talk isn't lost: in the PIP, recorded apart, or dropped with a reason."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from intake import services
from intake.enums import PromiseOutcome
from intake.models import Intake, IntakeTalk, TalkPromise
from intake.rules import closing_obstacles, settling_obstacles
from intake.selectors import overview_of, promises_for_plan, promises_of_resident, unresolved_promises
from tests.intake.conftest import Call

LogIn = Callable[[User], Client]
TEXT = "De gemeente vraagt bij de school naar lessen op B2."


@pytest.fixture
def talk(intake: Intake, klantmanager: User) -> IntakeTalk:
    return services.add_talk(
        intake=intake, held_on=timezone.localdate(), mode="azc", interpreter="aanwezig", by=klantmanager
    )


@pytest.fixture
def promise(talk: IntakeTalk, klantmanager: User) -> TalkPromise:
    return services.add_promise(talk=talk, text=TEXT, side="gemeente", by=klantmanager)


@pytest.mark.parametrize(
    ("outcome", "note", "words"),
    [
        ("in_pip", "", []),
        ("apart", "Brief van 3 november", []),
        ("apart", " ", ["waar u deze toezegging"]),
        ("vervallen", "", ["waarom deze toezegging vervalt"]),
        ("vervallen", "Al geregeld", []),
        ("open", "", ["Kies wat er"]),
        ("weg", "x", ["Kies wat er"]),
    ],
)
def test_a_promise_gets_one_of_three_answers(outcome: str, note: str, words: list[str]) -> None:
    obstacles = settling_obstacles(outcome=outcome, note=note)
    assert len(obstacles) == len(words)
    assert all(word in obstacle for word, obstacle in zip(words, obstacles, strict=True))


def test_each_open_promise_is_an_obstacle_of_its_own() -> None:
    assert len(closing_obstacles(["a", "b" * 400])) == 2
    assert all(len(sentence) < 200 for sentence in closing_obstacles(["b" * 400]))


def test_a_report_closes_only_when_every_promise_has_an_answer(
    promise: TalkPromise, klantmanager: User
) -> None:
    talk = promise.talk
    with pytest.raises(ValidationError, match="nog niet afgehandeld"):
        services.close_talk(talk=talk, by=klantmanager)
    services.settle_promise(promise=promise, outcome="in_pip", by=klantmanager)
    for _ in range(2):
        assert services.close_talk(talk=talk, by=klantmanager).is_closed
    events = list(talk.intake.case.events.order_by("id").values_list("kind", flat=True))[-3:]
    assert events == ["intake.toezegging", "intake.toezegging_af", "intake.gesprek_klaar"]
    with pytest.raises(ValidationError, match="afgesloten"):
        services.add_promise(talk=talk, text="Nog iets", side="ander", by=klantmanager)
    with pytest.raises(ValidationError, match="afgesloten"):
        services.settle_promise(promise=promise, outcome="vervallen", note="x", by=klantmanager)


def test_the_intake_is_not_completed_over_an_open_promise(
    full_intake: Intake, promise: TalkPromise, klantmanager: User
) -> None:
    full_intake.refresh_from_db()
    assert [item.sentence for item in overview_of(full_intake).missing] == [
        "Er is een toezegging nog niet afgehandeld. Kies bij het gesprek wat ermee gebeurt."
    ]
    services.settle_promise(promise=promise, outcome="apart", note="In de brief", by=klantmanager)
    services.complete_intake(intake=full_intake, by=klantmanager)
    promise.talk.refresh_from_db()
    assert promise.talk.is_closed


def test_what_the_pip_must_still_take_over(case: Case, promise: TalkPromise, klantmanager: User) -> None:
    assert list(unresolved_promises(case)) == [promise]
    services.settle_promise(promise=promise, outcome=PromiseOutcome.IN_PIP, by=klantmanager)
    assert not unresolved_promises(case).exists()
    assert list(promises_for_plan(case)) == [promise]
    services.link_promise(promise=promise, agreement_id=7)
    assert not promises_for_plan(case).exists()
    services.settle_promise(promise=promise, outcome="vervallen", note="Toch niet nodig", by=klantmanager)
    promise.refresh_from_db()
    assert promise.agreement_id is None
    with pytest.raises(ValidationError, match="niet in het PIP"):
        services.link_promise(promise=promise, agreement_id=7)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": "  "}, "Schrijf op wat"),
        ({"text": "x" * 1001}, "hoogstens 1000"),
        ({"text": "a\x00"}, "teken in dat niet kan"),
        ({"text": "y" * 20_001}, "20.001 tekens"),
        ({"side": "buurman"}, "Kies wie"),
        ({"due_on": timezone.localdate() - timedelta(days=1)}, "vóór het gesprek"),
    ],
)
def test_a_promise_that_cant_be_is_refused(
    talk: IntakeTalk, klantmanager: User, changes: dict, words: str
) -> None:
    facts = {"text": TEXT, "side": "gemeente"} | changes
    with pytest.raises(ValidationError, match=words):
        services.add_promise(talk=talk, by=klantmanager, **facts)
    assert not TalkPromise.objects.exists()


def test_a_long_promise_in_any_script_is_kept_once(talk: IntakeTalk, klantmanager: User) -> None:
    for _ in range(2):
        services.add_promise(talk=talk, text="ሰላም " * 200, side="gemeente", by=klantmanager)
    assert TalkPromise.objects.count() == 1


def test_the_newcomer_reads_what_was_promised(
    promise: TalkPromise, resident: User, stranger: User, klantmanager: User
) -> None:
    services.settle_promise(promise=promise, outcome="vervallen", note="Is al geregeld", by=klantmanager)
    (mine,) = promises_of_resident(resident)
    assert (mine.text, mine.get_outcome_display(), mine.note) == (TEXT, "Vervallen", "Is al geregeld")
    assert not promises_of_resident(stranger).exists()


def test_a_talk_from_promise_to_closed_report_on_the_page(
    log_in: LogIn, talk: IntakeTalk, klantmanager: User, colleague: User
) -> None:
    client, intake = log_in(klantmanager), talk.intake
    url = reverse("intake-gesprek-lezen", args=[intake.pk, talk.pk])
    assert (
        client.post(reverse("intake-toezegging", args=[intake.pk, talk.pk]), {"text": ""}).status_code == 422
    )
    client.post(reverse("intake-toezegging", args=[intake.pk, talk.pk]), {"text": TEXT, "side": "gemeente"})
    assert "Nog niet afgehandeld" in client.get(url).content.decode()
    client.post(reverse("intake-gesprek-afsluiten", args=[intake.pk, talk.pk]))
    assert "nog niet afgehandeld" in client.get(url).content.decode()
    settle = reverse("intake-toezegging-afhandelen", args=[intake.pk, TalkPromise.objects.get().pk])
    refused = client.post(settle, {"outcome": "vervallen", "note": ""})
    assert refused.status_code == 422
    assert client.post(settle, {"outcome": "vervallen", "note": "Is al geregeld"}).status_code == 302
    client.post(reverse("intake-gesprek-afsluiten", args=[intake.pk, talk.pk]))
    page = log_in(colleague).get(url).content.decode()
    assert "Verslag afgesloten" in page
    assert "Is al geregeld" in page
    assert "Toezegging toevoegen" not in page
    record = client.get(reverse("intake-lezen", args=[intake.pk])).content.decode()
    assert TEXT in record


def test_a_talk_or_promise_of_another_intake_is_not_there(
    log_in: LogIn, promise: TalkPromise, colleague: User
) -> None:
    other = services.open_intake(case=Case.objects.get(assignments__user=colleague), by=colleague)
    client = log_in(colleague)
    for name, key in [
        ("intake-gesprek-lezen", promise.talk_id),
        ("intake-toezegging-afhandelen", promise.pk),
    ]:
        assert client.get(reverse(name, args=[other.pk, key])).status_code == 404


def test_promises_through_the_api(call: Call, talk: IntakeTalk, klantmanager: User) -> None:
    path = f"intake/{talk.intake_id}/gesprekken/{talk.pk}"
    made = call(klantmanager, "post", f"{path}/toezeggingen", {"tekst": TEXT, "wie": "gemeente"})
    assert (made.status_code, made.json()["afhandeling"]) == (201, "open")
    assert call(klantmanager, "post", f"{path}/afsluiten").status_code == 409
    settle = f"intake/{talk.intake_id}/toezeggingen/{made.json()['id']}"
    assert call(klantmanager, "post", settle, {"afhandeling": "apart"}).status_code == 409
    assert call(klantmanager, "post", settle, {"afhandeling": "open"}).status_code == 400
    assert call(klantmanager, "post", settle, {"afhandeling": "in_pip"}).status_code == 200
    assert call(klantmanager, "post", f"{path}/afsluiten").json()["afgeslotenOp"]
    read = call(klantmanager, "get", f"dossiers/{talk.intake.case_id}/intake").json()
    assert read["gesprekken"][0]["toezeggingen"][0]["afhandeling"] == "in_pip"
