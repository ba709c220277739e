"""Two klantmanagers who take the same step at the same moment, each on a connection of their own."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from contact.enums.notices import Channel, NoticeKind
from contact.models import Notice
from intake import services
from intake.models import Summons
from tests.cases.test_at_once import together
from tests.factories import CaseFactory, StaffFactory
from tests.intake.ladder import call, miss, pass_by, talk_for

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results: list[Any]) -> list[ValidationError]:
    return [result for result in results if isinstance(result, ValidationError)]


def test_two_colleagues_send_one_first_oproep() -> None:
    by = StaffFactory()
    case = CaseFactory(klantmanager=by)
    talks = [talk_for(case, by), talk_for(case, by)]
    results = together(
        *[lambda talk=talk: services.summon(case=case, appointment=talk, number=1, by=by) for talk in talks]
    )
    assert len(refusals(results)) == 1
    assert Summons.objects.count() == 1
    assert Notice.objects.filter(kind=NoticeKind.SUMMONS_FIRST, channel=Channel.LETTER).count() == 1


def test_two_judgements_of_one_oproep_are_one() -> None:
    by = StaffFactory()
    summons = miss(call(CaseFactory(klantmanager=by), by), by)
    services.give_reason(summons=summons, text="Bus", language="nl", via="telefoon", by=by)
    results = together(*[
        lambda blame=blame: services.judge_summons(summons=summons, blame=blame, reason="Zo is het gegaan.", by=by)
        for blame in ("verwijtbaar", "niet-verwijtbaar")
    ])  # fmt: skip
    assert len(refusals(results)) == 1
    summons.refresh_from_db()
    assert summons.blame


def test_one_outcome_written_down_twice_tells_once() -> None:
    by = StaffFactory()
    summons = call(CaseFactory(klantmanager=by), by)

    pass_by(summons.appointment)
    write = lambda: services.record_summons_outcome(summons=summons, outcome="niet-verschenen", by=by)  # noqa: E731
    assert not refusals(together(write, write, services.settle_due_summonses))
    assert Notice.objects.filter(kind=NoticeKind.SUMMONS_MISSED, channel=Channel.PORTAL).count() == 1
    assert summons.case.deadlines.filter(kind="zienswijze").count() == 1
