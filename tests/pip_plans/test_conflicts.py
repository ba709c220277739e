"""Two people write in one concept: nothing that somebody typed is lost, and nobody is written over without knowing."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from inburgering.kit.conflicts import Verdict, mark_of, verdict
from pip_plans.enums import Factor, Leerroute
from pip_plans.forms import PlanForm
from pip_plans.models import Goal, PipVersion, PlanConflict, in_words
from pip_plans.services import remove_goal, settle_conflict, update_agreement, update_concept, update_goal
from tests.pip_plans.plans import agreed, establish

pytestmark = pytest.mark.django_db

OLD, THEIRS, MINE = "Een taalmaatje.", "Een taalmaatje en een fiets.", "Reiskosten."


# --- The rule ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "standing", "wanted", "is_own", "found"),
    [
        (mark_of(OLD), OLD, OLD, False, Verdict.LEAVE),
        (mark_of(OLD), OLD, MINE, False, Verdict.WRITE),
        (mark_of(OLD), THEIRS, OLD, False, Verdict.LEAVE),
        (mark_of(OLD), THEIRS, MINE, False, Verdict.CHOOSE),
        (mark_of(OLD), THEIRS, "", False, Verdict.CHOOSE),
        (mark_of(OLD), MINE, MINE, False, Verdict.LEAVE),
        (mark_of(OLD), "Reis", MINE, True, Verdict.WRITE),
        (mark_of(OLD), "Reis", OLD, True, Verdict.LEAVE),
        (mark_of("Reis"), "Reis", OLD, True, Verdict.WRITE),
        ("", THEIRS, MINE, False, Verdict.WRITE),
        (mark_of(("wens",)), ["wens"], ["werk"], False, Verdict.WRITE),
        (mark_of(None), 12, 20, False, Verdict.CHOOSE),
        (mark_of(False), True, False, False, Verdict.LEAVE),
    ],
)
def test_whose_value_stands(seen, standing, wanted, is_own, found):
    assert verdict(seen=seen, standing=standing, wanted=wanted, is_own=is_own) is found


def test_a_mark_is_of_what_somebody_reads():
    assert mark_of("een\r\ntwee ") == mark_of("een\ntwee")
    assert mark_of((Factor.WENS,)) == mark_of(["wens"])
    assert mark_of(date(2026, 3, 10)) == mark_of("2026-03-10")
    assert len({mark_of(value) for value in ("", None, False, 0, [], "0")}) == 6


# --- The service ------------------------------------------------------------------------------------------------------


@pytest.fixture
def seen(concept, klantmanager):
    """The marks of a page that was opened before a colleague wrote."""
    update_concept(version=concept, by=klantmanager, support=OLD)
    concept.refresh_from_db()
    return {name: mark_of(getattr(concept, name)) for name in PlanForm.base_fields}


@pytest.fixture
def met(concept, seen, klantmanager, teamleider):
    """The team lead was first; the text of the klantmanager came later."""
    update_concept(version=concept, by=teamleider, support=THEIRS, seen=seen)
    with pytest.raises(ValidationError) as refusal:
        update_concept(version=concept, by=klantmanager, support=MINE, pvt_hours=30, seen=seen)
    assert refusal.value.error_list[0].code == "conflict"
    assert refusal.value.messages[0].startswith("Fatima Aydin wijzigde ‘Hulp en begeleiding’ om ")
    return PlanConflict.objects.get()


def test_both_texts_are_kept_and_the_other_fields_written(concept, met, klantmanager):
    concept.refresh_from_db()
    assert (concept.support, concept.pvt_hours) == (THEIRS, 30)
    assert (met.value, met.by, met.settled_at) == (MINE, klantmanager, None)


def test_who_types_on_adds_to_the_same_conflict(concept, met, seen, klantmanager):
    for text in (MINE + " En een fiets", MINE + " En een fietspomp."):
        with pytest.raises(ValidationError):
            update_concept(version=concept, by=klantmanager, support=text, seen=seen)
    assert PlanConflict.objects.get().value == MINE + " En een fietspomp."


def test_what_one_left_alone_stays_as_the_colleague_made_it(concept, seen, klantmanager, teamleider):
    """The button sends the whole page, also what a colleague kept meanwhile."""
    update_concept(version=concept, by=teamleider, support=THEIRS, seen=seen)
    update_concept(version=concept, by=klantmanager, support=OLD, vve="Niet nodig.", seen=seen)
    concept.refresh_from_db()
    assert (concept.support, concept.vve) == (THEIRS, "Niet nodig.")
    assert not PlanConflict.objects.exists()


def test_ones_own_earlier_save_is_no_colleague(concept, seen, klantmanager):
    for text in ("R", "Reis", MINE):
        update_concept(version=concept, by=klantmanager, support=text, seen=seen)
    concept.refresh_from_db()
    assert concept.support == MINE
    assert not PlanConflict.objects.exists()


@pytest.mark.parametrize(("take_later", "kept", "dropped"), [(True, MINE, THEIRS), (False, THEIRS, MINE)])
def test_somebody_chooses_and_the_other_text_stays(concept, met, klantmanager, take_later, kept, dropped):
    for _ in range(2):  # Pressed twice is once.
        settle_conflict(conflict=met, take_later=take_later, by=klantmanager)
    concept.refresh_from_db()
    met.refresh_from_db()
    assert (concept.support, met.dropped, met.settled_by) == (kept, dropped, klantmanager)


def test_choosing_a_day_and_a_route_writes_them_as_such(concept, seen, klantmanager, teamleider):
    update_concept(version=concept, by=teamleider, leerroute="O", next_step_on=date(2026, 6, 1), seen=seen)
    with pytest.raises(ValidationError) as refusal:
        update_concept(
            version=concept, by=klantmanager, leerroute=Leerroute.Z, next_step_on=date(2026, 7, 1), seen=seen
        )
    assert len(refusal.value.messages) == 2
    for conflict in PlanConflict.objects.all():
        settle_conflict(conflict=conflict, take_later=True, by=klantmanager)
    concept.refresh_from_db()
    assert (concept.leerroute, concept.next_step_on) == ("Z", date(2026, 7, 1))
    assert concept.advice["on"] == "2026-03-10"


def test_who_chooses_second_reads_who_chose_first(concept, met, case, klantmanager, teamleider, log_in):
    path = reverse("pip-botsing", args=[case.pk, met.pk])
    for _click in range(2):
        assert (
            "Gekozen bij" in log_in(klantmanager).post(path, {"keuze": "nieuw"}, follow=True).content.decode()
        )
    page = log_in(teamleider).post(path, {"keuze": "eerder"}, follow=True).content.decode()
    assert f"{klantmanager.name} koos hier al." in page
    concept.refresh_from_db()
    assert concept.support == MINE


def test_keeping_a_field_with_its_mark_costs_two_queries(
    concept, seen, klantmanager, django_assert_num_queries
):
    with django_assert_num_queries(4):  # the two, and the savepoint of the test around them
        update_concept(version=concept, by=klantmanager, support="Anders", seen={"support": seen["support"]})


def test_nobody_establishes_a_text_between_which_must_be_chosen(concept, met, klantmanager):
    with pytest.raises(ValidationError, match="Twee mensen schreven bij ‘Hulp en begeleiding’"):
        establish(concept, on=timezone.localdate(), by=klantmanager)
    settle_conflict(conflict=met, take_later=True, by=klantmanager)
    establish(concept, on=timezone.localdate(), by=klantmanager)
    with pytest.raises(ValidationError, match="vastgesteld"):
        settle_conflict(conflict=met, take_later=False, by=klantmanager)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("support", MINE, MINE), ("leerroute", "B", str(Leerroute.B.label)), ("pvt_hours", 12, "12"), ("pvt_hours", None, ""),
        ("a2_allowed", True, "ja"), ("factors", ["wens"], str(Factor.WENS.label)), ("factors", [], ""),
        ("next_step_on", "2026-06-01", "1 juni 2026"), ("pathways", ["Mbo", "Werk"], "Mbo, Werk"),
    ],
)  # fmt: skip
def test_a_value_is_shown_in_words(name, value, words):
    assert in_words(name, value) == words


# --- Goals and agreements -----------------------------------------------------------------------------------------------


def test_a_goal_that_was_changed_or_removed_meanwhile_is_not_written_over(concept, klantmanager, teamleider):
    goal = concept.goals.get()
    seen = goal.mark
    update_goal(goal=goal, by=teamleider, translation_nl="Ik wil chef-kok worden.", seen=seen)
    with pytest.raises(ValidationError, match="intussen gewijzigd"):
        update_goal(goal=goal, by=klantmanager, translation_nl="Ik wil bakker worden.", seen=seen)
    concept.agreements.update(goal=None)
    remove_goal(goal=goal, by=teamleider)
    with pytest.raises(ValidationError, match="intussen verwijderd"):
        update_goal(goal=Goal(pk=999_999, version=concept), by=klantmanager, own_text="x")


def test_an_agreement_that_was_changed_meanwhile_is_not_written_over(concept, klantmanager, teamleider):
    row = concept.agreements.get()
    seen, same = row.mark, {"owner": row.owner, "due_on": row.due_on, "goal": row.goal}
    update_agreement(agreement=row, by=teamleider, text="Begin op dinsdag.", seen=seen, **same)
    with pytest.raises(ValidationError, match="intussen gewijzigd"):
        update_agreement(agreement=row, by=klantmanager, text="Begin op vrijdag.", seen=seen, **same)
    row.refresh_from_db()
    assert row.text == "Begin op dinsdag."


# --- The pages ----------------------------------------------------------------------------------------------------------


def at(name, case, *args):
    return reverse(name, args=[case.pk, *args])


def page_fields(html):
    """The hidden marks of the page, as a browser without JavaScript sends them."""
    found = [part.split('"')[0:3] for part in html.split('type="hidden" name="')[1:]]
    return {name: value for name, _, value in found if name.endswith("__gezien")}


@pytest.fixture
def mine(log_in, klantmanager):
    return log_in(klantmanager)


def test_the_button_leaves_what_a_colleague_kept_meanwhile(concept, case, mine, teamleider):
    marks = page_fields(mine.get(at("pip-concept", case)).content.decode())
    assert len(marks) > 40
    typed = {
        name: value
        for name, value in PlanForm(version=concept).initial.items()
        if value not in (None, "", False)
    }
    update_concept(version=concept, by=teamleider, support=THEIRS)
    assert mine.post(at("pip-concept", case), typed | marks | {"vve": "Niet nodig."}).status_code == 302
    concept.refresh_from_db()
    assert (concept.support, concept.vve) == (THEIRS, "Niet nodig.")


def test_a_second_page_of_ones_own_takes_nothing_back(concept, case, mine):
    """What the first page kept stays, when the second says nothing about that field."""
    marks = page_fields(mine.get(at("pip-concept", case)).content.decode())
    typed = {
        name: value
        for name, value in PlanForm(version=concept).initial.items()
        if value not in (None, "", False)
    }
    one = {"autosave_field": "support", "support": MINE, "gezien": marks["support__gezien"]}
    assert mine.post(at("pip-veld", case), one).status_code == 204
    assert mine.post(at("pip-concept", case), typed | marks | {"vve": "Niet nodig."}).status_code == 302
    concept.refresh_from_db()
    assert (concept.support, concept.vve) == (MINE, "Niet nodig.")


def test_a_field_that_kept_itself_tells_the_page_what_stands(concept, case, mine):
    first = concept.support
    one = {"autosave_field": "support", "support": MINE, "gezien": mark_of(first)}
    told = json.loads(mine.post(at("pip-veld", case), one).headers["X-Autosave-Extra"])
    assert told == {"gezien": mark_of(MINE), "support__gezien": mark_of(MINE)}
    back = one | {"support": first, "gezien": told["gezien"]}
    assert mine.post(at("pip-veld", case), back).status_code == 204
    concept.refresh_from_db()
    assert concept.support == first


def test_both_texts_stand_on_the_page_until_somebody_chooses(concept, case, mine, teamleider):
    marks = page_fields(mine.get(at("pip-concept", case)).content.decode())
    update_concept(version=concept, by=teamleider, support=THEIRS)
    one = {"support__gezien": marks["support__gezien"], "support": MINE}
    page = mine.post(at("pip-concept", case), one, follow=True).content.decode()
    for words in ("Twee mensen schreven bij ‘Hulp en begeleiding’", THEIRS, MINE, "Fatima Aydin", "Karin de Boer",
                  "Houd deze", "Neem deze", "Kies hieronder"):  # fmt: skip
        assert words in page
    conflict = PlanConflict.objects.get()
    page = mine.post(at("pip-botsing", case, conflict.pk), {"keuze": "nieuw"}, follow=True).content.decode()
    assert "Gekozen bij" in page
    assert "Teksten die niet zijn gekozen (1)" in page
    assert mine.post(at("pip-botsing", case, conflict.pk)).status_code == 302  # a second click
    concept.refresh_from_db()
    assert concept.support == MINE


def test_autosave_says_that_a_colleague_was_first(concept, case, mine, teamleider):
    data = {"autosave_field": "support", "support": MINE, "gezien": mark_of(concept.support)}
    update_concept(version=concept, by=teamleider, support=THEIRS)
    answer = mine.post(at("pip-veld", case), data)
    assert (answer.status_code, "Fatima Aydin" in answer.content.decode()) == (409, True)
    assert MINE in mine.get(at("pip-botsingen", case)).content.decode()
    back = mine.post(at("pip-veld", case), data | {"support": concept.support})
    assert (back.status_code, "Laad de bladzijde opnieuw" in back.content.decode()) == (409, True)
    concept.refresh_from_db()
    assert concept.support == THEIRS


def test_a_page_that_comes_back_keeps_the_marks_of_the_first_time(concept, case, mine, teamleider):
    mark = mark_of(concept.support)
    update_concept(version=concept, by=teamleider, support=THEIRS)
    page = mine.post(at("pip-concept", case), {"support": MINE, "support__gezien": mark, "pvt_hours": "x"})
    assert page.status_code == 422
    assert page_fields(page.content.decode())["support__gezien"] == mark


def test_a_goal_changed_on_two_screens_shows_both_texts(concept, case, mine, teamleider):
    goal = concept.goals.get()
    data = {"own_text": "Ik wil bakker worden.", "own_language": "nl", "gezien": goal.mark}
    update_goal(goal=goal, by=teamleider, own_text="Ik wil kok worden.")
    answer = mine.post(at("pip-doel", case, goal.pk), data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(words in page for words in ("Dit staat er nu", "Ik wil kok worden.", "Ik wil bakker worden."))
    goal.refresh_from_db()
    assert mine.post(at("pip-doel", case, goal.pk), data | {"gezien": goal.mark}).status_code == 302


@pytest.mark.parametrize("name", ["pip-doel", "pip-afspraak"])
def test_what_was_typed_in_something_that_is_gone_comes_back(concept, case, mine, name):
    rows = {"pip-doel": concept.goals, "pip-afspraak": concept.agreements}[name]
    pk = rows.get().pk
    concept.agreements.all().delete()
    concept.goals.all().delete()
    data = {"own_text": "Bakker worden", "own_language": "nl", "text": "Bakker worden", "owner": "gemeente",
            "due_on": "2026-05-01"}  # fmt: skip
    answer = mine.post(at(name, case, pk), data)
    assert answer.status_code == 422
    assert all(words in answer.content.decode() for words in ("intussen verwijderd", "Bakker worden"))
    assert mine.get(at(name, case, pk)).status_code == 404


def test_an_open_conflict_stands_in_the_list_of_what_is_missing(concept, case, mine, met, klantmanager):
    agreed(concept, klantmanager)
    for name in ("pip-ontbreekt", "pip-vaststellen"):
        assert "Twee mensen schreven bij" in mine.get(at(name, case)).content.decode()
    assert 'href="#botsingen"' in mine.get(at("pip-concept", case)).content.decode()
    assert PipVersion.objects.get().is_concept
