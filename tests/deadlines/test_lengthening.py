"""Extensions, suspensions and corrections: each with its reason, visible for ever, and moving what follows."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from cases.models import Case, Document
from cases.services import add_document
from deadlines import services
from deadlines.enums import Ground, Kind
from deadlines.models import Deadline, Extension, Suspension
from deadlines.rules import Facts, Length, Unit
from deadlines.services import REMINDERS_WENT_OUT
from tests.deadlines.examples import GM
from tests.factories import PDF, CaseFactory

PIP_ON = date(2024, 3, 15)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def termijn(case: Case) -> Deadline:
    facts = Facts(pip_dated_on=PIP_ON)
    services.start_deadline(case=case, kind=Kind.VERLENGING_VANAF, facts=facts, by=None)
    return services.start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)


@pytest.fixture
def boete(case: Case) -> Deadline:
    """Thirteen weeks for the decision on a boete (Awb 5:51), which stand still while the case is at the OM."""
    facts = Facts(report_on=date(2026, 2, 2))
    return services.start_deadline(case=case, kind=Kind.BOETEBESLUIT, facts=facts, by=None)


def extend(deadline: Deadline, by: User, **more: object) -> Extension:
    choice = {"ground": Ground.OVERLIJDEN, "decided_on": date(2026, 2, 27), "reason": "Moeder overleden"}
    return services.extend_deadline(deadline=deadline, by=by, **(choice | more))  # type: ignore[arg-type]


def kinds(case: Case) -> list[str]:
    return list(case.events.filter(kind__startswith="termijn.").order_by("id").values_list("kind", flat=True))


# --- Extensions ------------------------------------------------------------------------------------------------


def test_an_extension_moves_the_term_and_what_is_counted_from_its_end(
    case: Case, termijn: Deadline, klantmanager: User
) -> None:
    assert termijn.due_on == date(2027, 3, 15)
    extend(termijn, klantmanager)
    termijn.refresh_from_db()
    follower = case.deadlines.get(kind=Kind.VERLENGING_VANAF)
    assert (termijn.due_on, follower.due_on) == (date(2027, 6, 15), date(2026, 12, 15))
    assert kinds(case)[-2:] == ["termijn.verlengd", "termijn.herrekend"]
    text = case.events.get(kind="termijn.verlengd").text
    assert text.startswith(
        "Verlengd door DUO: Overlijden van partner of familie, besluit van 27 februari 2026. Moeder overleden. "
        "De dag was 15 maart 2027 en is nu 15 juni 2027."
    )


def test_an_extension_of_a_length_that_duo_named(termijn: Deadline, klantmanager: User) -> None:
    extend(termijn, klantmanager, ground=Ground.AMBTSHALVE, length=Length(2, Unit.MONTHS))
    termijn.refresh_from_db()
    assert termijn.due_on == date(2027, 5, 15)


def test_withdrawing_moves_it_back_and_leaves_it_to_be_seen(termijn: Deadline, klantmanager: User) -> None:
    extension = extend(termijn, klantmanager)
    services.withdraw_extension(extension=extension, reason="Verkeerd dossier", by=klantmanager)
    again = services.withdraw_extension(extension=extension, reason="Nog eens", by=klantmanager)
    termijn.refresh_from_db()
    assert termijn.due_on == date(2027, 3, 15)
    assert again.withdrawn_reason == "Verkeerd dossier"


def test_the_same_extension_counts_once(termijn: Deadline, klantmanager: User) -> None:
    first = extend(termijn, klantmanager)
    with pytest.raises(ValidationError, match=r"staat er al: Overlijden .*, besluit van 27 februari 2026"):
        extend(termijn, klantmanager, reason="Twee keer geklikt")
    services.withdraw_extension(extension=first, reason="Verkeerd", by=klantmanager)
    extend(termijn, klantmanager)
    extend(termijn, klantmanager, decided_on=date(2026, 2, 26))
    termijn.refresh_from_db()
    assert termijn.due_on == date(2027, 9, 15)


def test_the_same_suspension_counts_once(boete: Deadline, klantmanager: User) -> None:
    days = {"from_on": date(2026, 2, 10), "until_on": date(2026, 2, 19)}
    services.suspend_deadline(deadline=boete, reason="OM", by=klantmanager, **days)
    with pytest.raises(ValidationError, match="staat er al: vanaf 10 februari 2026"):
        services.suspend_deadline(deadline=boete, reason="OM, nog eens", by=klantmanager, **days)
    assert boete.suspensions.count() == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"decided_on": date(1, 1, 1)}, "sinds 1 januari 2022"),
        ({"ground": Ground.BIJZONDER, "length": Length(400, Unit.YEARS)}, "hoogstens 2 jaar"),
        ({"ground": Ground.OVERLIJDEN, "length": Length(4, Unit.MONTHS)}, "hoogstens 3 maanden"),
        ({"ground": Ground.AMBTSHALVE, "length": Length(6, Unit.YEARS)}, "hoogstens 5 jaar"),
        (
            {"ground": Ground.ZIEKTE, "starts_on": date(2026, 1, 5), "ends_on": date(2098, 1, 5)},
            "kan niet op 5 januari 2098 zijn",
        ),
        (
            {"ground": Ground.ZIEKTE, "starts_on": date(1990, 1, 5), "ends_on": date(2026, 1, 5)},
            "niet langer duren dan 5 jaar",
        ),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    termijn: Deadline, klantmanager: User, more: dict[str, object], words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        extend(termijn, klantmanager, **more)
    termijn.refresh_from_db()
    assert (termijn.due_on, termijn.extensions.count()) == (date(2027, 3, 15), 0)


def test_a_term_does_not_stand_still_on_days_to_come(boete: Deadline, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match=r"tot en met 31 december 2099: die dag moet nog komen"):
        services.suspend_deadline(
            deadline=boete,
            from_on=date(2026, 2, 10),
            until_on=date(2099, 12, 31),
            reason="OM",
            by=klantmanager,
        )
    assert not boete.suspensions.exists()


def test_an_extension_has_its_document(case: Case, termijn: Deadline, klantmanager: User) -> None:
    assert extend(termijn, klantmanager, document=document(case, klantmanager)).document


def document(case: Case, by: User) -> Document:
    return add_document(case=case, title="Besluit van DUO", content=PDF, filename="b.pdf", by=by)


def test_all_that_is_wrong_with_an_extension_is_said_at_once(
    case: Case, boete: Deadline, klantmanager: User
) -> None:
    other = CaseFactory(klantmanager=klantmanager)
    with pytest.raises(ValidationError) as refusal:
        extend(
            boete,
            klantmanager,
            reason=" ",
            decided_on=date(2026, 4, 1),
            document=document(other, klantmanager),
        )
    assert (
        len(refusal.value.messages) == 4
    )  # no reason, another case's document, not this kind, in the future


def test_a_follower_is_not_extended_by_itself(case: Case, termijn: Deadline, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match="kan niet worden verlengd"):
        extend(case.deadlines.get(kind=Kind.VERLENGING_VANAF), klantmanager)


def test_what_the_law_refuses_leaves_nothing(termijn: Deadline, klantmanager: User) -> None:
    with pytest.raises(ValidationError):
        extend(termijn, klantmanager, ground=Ground.ZIEKTE)  # without a period
    assert not Extension.objects.exists()


# --- Suspensions -----------------------------------------------------------------------------------------------


def test_days_on_which_a_term_stands_still_come_after_it(
    case: Case, boete: Deadline, klantmanager: User
) -> None:
    assert boete.due_on == date(2026, 5, 4)
    suspension = services.suspend_deadline(
        deadline=boete, from_on=date(2026, 2, 10), reason="Bij het OM", by=klantmanager
    )
    services.end_suspension(suspension=suspension, until_on=date(2026, 2, 19), by=klantmanager)
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 14)
    assert kinds(case)[-2:] == ["termijn.opgeschort", "termijn.opschorting_geeindigd"]


def test_a_withdrawn_suspension_gives_no_days(boete: Deadline, klantmanager: User) -> None:
    suspension = services.suspend_deadline(
        deadline=boete, from_on=date(2026, 2, 10), until_on=date(2026, 2, 19), reason="OM", by=klantmanager
    )
    services.withdraw_suspension(suspension=suspension, reason="Vergissing", by=klantmanager)
    boete.refresh_from_db()
    assert boete.due_on == date(2026, 5, 4)


def test_a_term_stands_still_once_at_a_time(boete: Deadline, klantmanager: User) -> None:
    services.suspend_deadline(deadline=boete, from_on=date(2026, 2, 10), reason="OM", by=klantmanager)
    with pytest.raises(ValidationError, match="staat al stil"):
        services.suspend_deadline(deadline=boete, from_on=date(2026, 2, 12), reason="OM", by=klantmanager)


def test_ending_twice_or_before_it_began_is_refused(boete: Deadline, klantmanager: User) -> None:
    suspension = services.suspend_deadline(
        deadline=boete, from_on=date(2026, 2, 10), reason="OM", by=klantmanager
    )
    with pytest.raises(ValidationError, match="Kies die dag of een latere"):
        services.end_suspension(suspension=suspension, until_on=date(2026, 2, 9), by=klantmanager)
    services.end_suspension(suspension=suspension, until_on=date(2026, 2, 19), by=klantmanager)
    with pytest.raises(ValidationError, match="al afgesloten"):
        services.end_suspension(suspension=suspension, until_on=date(2026, 2, 20), by=klantmanager)


def test_the_law_lets_some_terms_stand_still_only(termijn: Deadline, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match="kan volgens de wet niet stilstaan"):
        services.suspend_deadline(deadline=termijn, from_on=date(2026, 2, 10), reason="Ziek", by=klantmanager)


def test_nothing_is_added_to_what_is_done(case: Case, boete: Deadline, klantmanager: User) -> None:
    services.meet_deadline(case=case, kind=Kind.BOETEBESLUIT, on=date(2026, 3, 2), by=None)
    with pytest.raises(ValidationError, match="gehaald op 2 maart 2026"):
        services.suspend_deadline(deadline=boete, from_on=date(2026, 2, 10), reason="OM", by=klantmanager)


@pytest.mark.parametrize(
    ("constraint", "row"),
    [
        (
            "suspension_ends_after_it_starts",
            {"from_on": date(2026, 2, 2), "until_on": date(2026, 2, 1), "reason": "x"},
        ),
        ("suspension_has_a_reason", {"from_on": date(2026, 2, 2), "reason": ""}),
    ],
)
def test_the_database_refuses(boete: Deadline, constraint: str, row: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Suspension.objects.create(deadline=boete, **row)


# --- Corrections after a reminder --------------------------------------------------------------------------------


LATER = Facts(group=GM, notified_on=date(2026, 1, 12))


def test_a_day_that_somebody_was_told_is_not_changed_silently(pip: Deadline, klantmanager: User) -> None:
    services.sweep(today=date(2026, 3, 2))
    with pytest.raises(ValidationError) as refusal:
        services.correct_facts(deadline=pip, facts=LATER, reason="Andere brief", by=klantmanager)
    assert refusal.value.error_list[0].code == REMINDERS_WENT_OUT
    (said,) = refusal.value.messages
    assert said == (
        "Over 16 maart 2026 ging op 2 maart 2026 al een herinnering naar: klantmanager (‘PIP vaststellen’). "
        "De dag wordt nu 23 maart 2026. Bevestig dat u de dag toch verandert."
    )
    pip.refresh_from_db()
    assert pip.due_on == date(2026, 3, 16)


def test_the_event_says_who_was_told_the_old_day(case: Case, pip: Deadline, klantmanager: User) -> None:
    services.sweep(today=date(2026, 3, 2))
    services.correct_facts(
        deadline=pip, facts=LATER, reason="Andere brief", by=klantmanager, despite_reminders=True
    )
    event = case.events.get(kind="termijn.verbeterd")
    assert event.data["reminders"] == [{"audience": "klantmanager", "given_on": "2026-03-02"}]


def test_a_correction_reaches_followers_and_leaves_what_is_their_own(case: Case, termijn: Deadline) -> None:
    own = services.start_deadline(
        case=case, kind=Kind.ROUTEWISSEL, facts=Facts(pip_dated_on=PIP_ON, to_b1=True), by=None
    )
    earlier = Facts(pip_dated_on=date(2024, 3, 1))
    services.correct_facts(deadline=termijn, facts=earlier, reason="Verkeerde datum", by=None)
    own.refresh_from_db()
    assert own.known_facts.to_b1
    assert own.known_facts.pip_dated_on == date(2024, 3, 1)


def test_a_term_starts_with_the_extensions_of_what_it_follows(case: Case, klantmanager: User) -> None:
    facts = Facts(pip_dated_on=PIP_ON)
    termijn = services.start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)
    extend(termijn, klantmanager)
    later = services.start_deadline(case=case, kind=Kind.VERLENGING_VANAF, facts=facts, by=None)
    assert later.due_on == later.outcome.due_on
    later.refresh_from_db()
    assert later.outcome.due_on == date(2026, 12, 15)
