"""The newcomer reads a concept along: who sees it, how long there is to read, and each remark with its answer."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.enums import Role
from contact.enums.notices import NoticeKind
from contact.models.notices import Notice
from contact.services.notices.reading import read_events
from pip_plans import services
from pip_plans.selectors import involvement_of, shared_concept_of, version_with_text
from pip_plans.services import establish_pip, share_concept, start_concept, update_concept
from tests.factories import ResidentFactory, StaffFactory
from tests.pip_plans.plans import TUESDAY, agreed, lawful_concept
from tests.pip_plans.responses import later, not_agreed

pytestmark = pytest.mark.django_db


# --- Reading along ------------------------------------------------------------------------------------------------


def test_pp_28_a_shared_concept_is_seen_by_its_newcomer_and_nobody_else(
    concept, case, klantmanager, resident, colleague
):
    """PP-28: the newcomer reads the concept before it holds."""
    assert shared_concept_of(resident, case) is None
    share_concept(version=concept, by=klantmanager)
    assert shared_concept_of(resident, case) == concept
    assert shared_concept_of(resident) == concept
    partner = ResidentFactory()
    for stranger in (partner, colleague, klantmanager):
        assert shared_concept_of(stranger, case) is None
    assert case.events.filter(kind="pip.gedeeld").count() == 1
    share_concept(version=concept, by=klantmanager)
    assert case.events.filter(kind="pip.gedeeld").count() == 1
    services.stop_sharing(version=concept, by=klantmanager)
    assert shared_concept_of(resident, case) is None


def test_pp_28_the_days_to_read_begin_again_with_another_text(concept, klantmanager):
    share_concept(version=concept, by=klantmanager)
    shared = version_with_text(concept.pk)
    assert involvement_of(shared, today=TUESDAY).readable_until == date(2026, 3, 17)
    update_concept(version=concept, by=klantmanager, support="Iets anders.")
    concept = version_with_text(concept.pk)
    assert involvement_of(concept, today=TUESDAY).readable_until is None
    with later(2):
        share_concept(version=concept, by=klantmanager)
        found = involvement_of(version_with_text(concept.pk), today=timezone.localdate())
    assert found.readable_since == date(2026, 3, 12)


def test_the_same_text_is_told_once_and_another_text_again(concept, case, klantmanager):
    """PP-28: taking a concept back and sharing it anew is no news; a changed text is."""

    def share_anew():
        services.stop_sharing(version=concept, by=klantmanager)
        share_concept(version=version_with_text(concept.pk), by=klantmanager)
        read_events()
        return (
            Notice.objects.filter(case=case, kind=NoticeKind.PIP_CONCEPT).values("source").distinct().count()
        )

    assert [share_anew() for _ in range(3)] == [1, 1, 1]
    update_concept(version=concept, by=klantmanager, support="Iets anders.")
    assert [share_anew() for _ in range(2)] == [2, 2]


def test_pp_28_the_gemeente_chooses_the_days_and_a_shared_concept_keeps_its_own(concept, klantmanager, team):
    beheerder = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    share_concept(version=concept, by=klantmanager)
    services.set_review_period(days=14, valid_from=TUESDAY + timedelta(days=1), by=beheerder)
    assert involvement_of(concept, today=TUESDAY).review_days == 7
    with later(1):
        update_concept(version=concept, by=klantmanager, support="Iets anders.")
        share_concept(version=concept, by=klantmanager)
        assert involvement_of(version_with_text(concept.pk), today=timezone.localdate()).review_days == 14
    for days, day in ((61, TUESDAY), (-1, TUESDAY), (0, TUESDAY), (7, TUESDAY - timedelta(days=1))):
        with pytest.raises(ValidationError):
            services.set_review_period(days=days, valid_from=day, by=beheerder)


def test_an_empty_concept_is_not_shared(on_tuesday, case, klantmanager):
    with pytest.raises(ValidationError, match="nog niets in het concept"):
        share_concept(version=start_concept(case=case, by=klantmanager), by=klantmanager)


def test_pp_02_a_missing_agreement_and_other_comments_are_answered_one_by_one(
    concept, case, klantmanager, resident
):
    share_concept(version=concept, by=klantmanager)
    goal, agreement = concept.goals.get(), concept.agreements.get()
    said = [
        services.comment_on(version=concept, by=resident, text="Reiskosten?", misses_agreement=True),
        services.comment_on(version=concept, by=resident, text="Ook bakker.", goal=goal),
        services.comment_on(version=concept, by=resident, text="Liever dinsdag.", agreement=agreement),
        services.comment_on(version=concept, by=resident, text="Goed plan."),
    ]
    assert [comment.kind for comment in said] == ["ontbreekt", "doel", "afspraak", "algemeen"]
    agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="4 opmerkingen van de nieuwkomer zonder antwoord"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind="antwoord-op-verzoek").due_on == date(2026, 3, 24)
    for comment in said:
        services.answer_comment(comment=comment, answer="Dat regelen wij.", by=klantmanager)
    with pytest.raises(ValidationError, match="heeft deze opmerking al beantwoord"):
        services.answer_comment(comment=said[0], answer="Toch niet.", by=klantmanager)
    establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert case.events.filter(kind="pip.opmerking_antwoord").count() == 4
    assert case.deadlines.get(kind="antwoord-op-verzoek").met_on == TUESDAY


def locked_by(act, **facts):
    """The tables of which it locks a row, in order, and what it gives back."""
    with CaptureQueriesContext(connection) as queries:
        made = act(**facts)
    found = [query["sql"] for query in queries if re.search(r" FOR (NO KEY )?UPDATE", query["sql"])]
    return [re.search(r'FROM "(\w+)"', sql)[1] for sql in found], made


def test_a_remark_with_a_term_locks_as_establishing_does(concept, klantmanager):
    """The case before its version. Else a remark and the decision at the same moment wait for each other."""
    wanted = ["cases_case", "pip_plans_pipversion"]
    tables, comment = locked_by(
        services.comment_on, version=concept, by=klantmanager, text="Er mist iets.", misses_agreement=True
    )
    assert tables[:2] == wanted
    tables, _ = locked_by(services.answer_comment, comment=comment, answer="Dat klopt.", by=klantmanager)
    assert tables[:2] == wanted
    ready = agreed(concept, klantmanager)
    tables, _ = locked_by(establish_pip, version=ready, on=TUESDAY, by=klantmanager)
    assert tables[:2] == wanted


def test_a_comment_outlives_what_it_was_about(concept, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    agreement = concept.agreements.get()
    comment = services.comment_on(version=concept, by=resident, text="Dit wil ik niet.", agreement=agreement)
    services.remove_agreement(agreement=agreement, by=klantmanager)
    comment.refresh_from_db()
    assert (comment.agreement, comment.about) == (None, "Begin met de les op maandag.")


def test_what_somebody_may_not_say(concept, case, klantmanager, resident, colleague):
    with pytest.raises(ValidationError, match="staat niet meer in het portaal"):
        services.comment_on(version=concept, by=resident, text="Hallo")
    share_concept(version=concept, by=klantmanager)
    with pytest.raises(ValidationError):
        services.comment_on(version=concept, by=resident, text="  ")
    with pytest.raises(ValidationError):
        services.comment_on(version=concept, by=resident, text="x" * 20_000)
    other = lawful_concept(colleague.assignments.get().case, colleague)
    with pytest.raises(ValidationError, match="uit dit plan"):
        services.comment_on(version=concept, by=resident, text="Hallo", goal=other.goals.get())


def test_a_concept_that_somebody_answered_is_not_thrown_away(concept, klantmanager):
    not_agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="heeft op dit concept gereageerd"):
        services.discard_concept(version=concept, by=klantmanager)
