"""Another leerroute (R-43, R-44) and another level (R-33) in a later version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deadlines.enums import Kind
from deadlines.services import correct_facts, stop_deadline
from intake.models import Intake
from pip_plans.enums import HoursSource, Leerroute, SwitchGround
from pip_plans.rules.hours import Lessons, lesson_obstacles
from pip_plans.rules.switching import (
    carried_over,
    is_scaled_down,
    level_obstacles,
    scaling_obstacles,
    switch_obstacles,
)
from pip_plans.services import (
    add_course_hours,
    establish_pip,
    remove_course_hours,
    start_concept,
    update_concept,
)
from tests.factories import PDF
from tests.pip_plans.plans import (
    BESIDES_THE_WISH,
    NOW_IN_ARABIC,
    TUESDAY,
    agreed,
    approved,
    establish,
    lessons,
    plan,
    situation,
)

WHY_NOW = "U leert zo snel dat u in september naar het mbo kunt. Daar hoort deze route bij."
REASON = "U leert sneller dan wij dachten en u wilt naar het mbo. De school heeft plek voor u."
LAST = date(2027, 9, 10)


def switched(before: str, after: str, ground: str, **changes):
    here = situation(earlier_on=(TUESDAY,), current_leerroute=before)
    return plan(leerroute=after, switch_ground=ground, switch_reason=REASON, **changes), here


@pytest.mark.parametrize(
    ("before", "after", "ground", "on", "fault"),
    [
        ("B", "O", "groter", LAST, ""),
        ("B", "Z", "onvoldoende", LAST, ""),
        ("B", "O", "groter", LAST + timedelta(days=1), "tot en met 10 september 2027"),
        ("B", "Z", "opleiding", LAST + timedelta(days=1), "lid 3"),
        ("B", "Z", "bijzonder", LAST + timedelta(days=1), ""),
        ("O", "B", "onvoldoende", LAST + timedelta(days=900), ""),
        ("O", "Z", "onvoldoende", LAST + timedelta(days=1), "lid 3"),
        ("B", "O", "", LAST, "Kies waarom dat mag"),
        ("B", "B", "", LAST + timedelta(days=1), ""),
    ],
)
def test_r_43_a_switch_has_a_ground_and_a_last_day(before, after, ground, on, fault):
    found = " ".join(one.sentence for one in switch_obstacles(*switched(before, after, ground), on))
    assert fault in found
    assert bool(fault) == bool(found)


def test_r_43_a_switch_is_explained_and_after_a_removal_there_is_none():
    changed, here = switched("B", "O", "groter")
    assert (
        "Leg in gewone woorden uit"
        in next(switch_obstacles(replace(changed, switch_reason="ok"), here, TUESDAY)).sentence
    )
    assert list(switch_obstacles(changed, replace(here, earlier_on=()), TUESDAY)) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"leerroute": "O"},
            "De leerroute wordt de Onderwijsroute, maar de uitleg is nog die van het vorige PIP",
        ),
        ({"leerroute": "Z"}, "De leerroute wordt de Zelfredzaamheidsroute"),
        ({"leerroute": "O", "motivation": WHY_NOW}, ""),
        ({"niveau": "A2"}, "Het niveau gaat van B1 naar A2"),
        ({"niveau": "A2", "motivation": WHY_NOW}, ""),
        ({}, ""),
    ],
)
def test_pp_36_another_route_has_another_explanation(changed, words):
    """PP-36: the explanation of the B1-route doesn't say why somebody goes to the onderwijsroute."""
    here = situation(earlier_on=(TUESDAY,), current_leerroute="B", current_motivation=plan().motivation)
    found = " ".join(one.sentence for one in level_obstacles(plan(**changed), here))
    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    ("before", "after", "count", "words"),
    [("B", "O", 1, "examenonderdelen"), ("O", "B", 2, "uren van de B1-route"), ("B", "Z", 1, "800 uur"),
     ("Z", "B", 1, "tellen mee"), ("Z", "O", 0, ""), ("B", "B", 0, ""), ("", "B", 0, "")],
)  # fmt: skip
def test_r_44_what_goes_along(before, after, count, words):
    kept = carried_over(before, after)
    assert len(kept) == count
    assert words in " ".join(kept)


@pytest.mark.parametrize(
    ("hours", "effort", "faults"), [(600, REASON, 0), (599, REASON, 1), (0, "", 2), (700, "ja", 1)]
)
def test_r_33_scaling_down_needs_600_hours_and_effort(hours, effort, faults):
    here = situation(
        earlier_on=(TUESDAY,), current_leerroute="B", current_niveau="B1", lessons=(Lessons(hours, TUESDAY),)
    )
    assert len(list(scaling_obstacles(plan(niveau="A2", effort=effort), here, TUESDAY))) == faults


def test_r_33_only_from_b1_within_the_b1_route_and_never_in_the_first_pip():
    here = situation(earlier_on=(TUESDAY,), current_leerroute="B")
    assert is_scaled_down(plan(niveau="A2"), here)
    assert not is_scaled_down(plan(niveau="A2", leerroute=Leerroute.Z), here)
    assert not is_scaled_down(
        plan(niveau="A2"), situation(earlier_on=(TUESDAY,), current_leerroute="B", current_niveau="A2")
    )
    assert not is_scaled_down(plan(niveau="A2"), situation())


@pytest.mark.django_db
def test_a_switch_in_the_dossier_is_refused_after_eighteen_months_and_taken_before(
    concept, case, klantmanager
):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="Andere route.", leerroute=Leerroute.O,
                   intensity_hours=None, map_hours=None, factors=BESIDES_THE_WISH,
                   wish_difference_reason="Dit past beter.", switch_ground=SwitchGround.GROTER, switch_reason=REASON,
                   motivation=WHY_NOW, motivation_own_language=NOW_IN_ARABIC)  # fmt: skip
    done = case.deadlines.get(kind=Kind.ROUTEWISSEL)
    stop_deadline(deadline=done, reason="Er is gewisseld.", by=klantmanager)
    with time_machine.travel("2027-09-13T10:00:00+00:00"):
        with pytest.raises(ValidationError, match="kon tot en met 10 september 2027"):
            establish_pip(
                version=approved(agreed(second, klantmanager), klantmanager),
                on=date(2027, 9, 13),
                by=klantmanager,
            )
        establish_pip(version=second, on=date(2027, 9, 10), by=klantmanager)
    assert case.deadlines.get(kind=Kind.MAP).stopped_reason == "In de onderwijsroute hoeft dit niet."
    assert case.deadlines.get(kind=Kind.PVT).is_open
    third = start_concept(case=case, by=klantmanager)
    assert (third.switch_ground, third.switch_reason, third.leerroute) == ("", "", Leerroute.O)


@pytest.mark.django_db
def test_r_31_who_leaves_the_onderwijsroute_must_do_the_map_within_the_termijn_of_duo(
    concept, case, klantmanager
):
    update_concept(version=concept, by=klantmanager, leerroute=Leerroute.O, intensity_hours=None, map_hours=None,
                   factors=BESIDES_THE_WISH, wish_difference_reason="Dit past beter.")  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    assert not case.deadlines.filter(kind=Kind.MAP).exists()
    term = case.deadlines.get(kind=Kind.TERMIJN)
    facts = replace(term.known_facts, duo_starts_on=date(2026, 3, 11), duo_ends_on=date(2029, 4, 1))
    correct_facts(deadline=term, facts=facts, reason="Bericht van DUO.", by=None, despite_reminders=True)
    assert case.deadlines.get(kind=Kind.PVT).due_on == date(2029, 3, 31)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="Andere route.", leerroute=Leerroute.B,
                   intensity_hours=600, map_hours=40, switch_ground=SwitchGround.ONVOLDOENDE, switch_reason=REASON,
                   wish_difference_reason="", motivation=WHY_NOW, motivation_own_language=NOW_IN_ARABIC)  # fmt: skip
    establish(second, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind=Kind.MAP).due_on == date(2029, 3, 31)
    assert case.deadlines.filter(kind=Kind.PVT).count() == 1


@pytest.mark.django_db
def test_scaling_down_in_the_dossier(concept, case, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="B1 lukt niet.", niveau="A2", effort=REASON,
                   motivation="U volgde elke les, maar B1 lukt niet. Met A2 kunt u verder.",
                   motivation_own_language=NOW_IN_ARABIC)  # fmt: skip
    with pytest.raises(ValidationError, match="In het dossier staan er 0"):
        establish_pip(
            version=approved(agreed(second, klantmanager), klantmanager), on=TUESDAY, by=klantmanager
        )
    rows = [lessons(case, klantmanager, 350), lessons(case, klantmanager, 250)]
    establish_pip(version=second, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="rust een besluit"):
        remove_course_hours(row=rows[0], by=klantmanager)


@pytest.mark.django_db
def test_hours_that_cannot_be(concept, case, klantmanager):
    with pytest.raises(ValidationError) as refusal:
        add_course_hours(case=case, hours=0, until_on=date(2030, 1, 1), provider=" ", source=HoursSource.VERKLARING,
                         by=klantmanager)  # fmt: skip
    assert len(refusal.value.messages) == 4


@pytest.mark.parametrize(
    ("added", "since", "fault"),
    [
        (Lessons(600, TUESDAY + timedelta(weeks=20)), TUESDAY, ""),
        (Lessons(40, TUESDAY + timedelta(days=6)), TUESDAY, ""),
        (Lessons(300, TUESDAY), TUESDAY, "kan niemand 300 uur les volgen"),
        (Lessons(10, TUESDAY - timedelta(days=1)), TUESDAY, "Lessen van vóór de brede intake"),
        (Lessons(10, TUESDAY), None, "nog geen brede intake en geen PIP"),
    ],
)
def test_r_33_hours_that_count_are_followed_since_the_intake(added, since, fault):
    """R-07: what was done before counts only from the brede intake on; nobody follows more lessons than a week holds."""
    found = " ".join(lesson_obstacles(added, (), since))
    assert fault in found
    assert bool(fault) == bool(found)


def test_r_33_hours_in_between_are_weighed_with_those_that_were_there():
    later = Lessons(400, TUESDAY + timedelta(weeks=10, days=-1))
    assert list(lesson_obstacles(Lessons(40, TUESDAY + timedelta(days=6)), (later,), TUESDAY))


def test_r_33_only_hours_until_the_dagtekening_count():
    here = situation(earlier_on=(TUESDAY,), current_leerroute="B", current_niveau="B1",
                     lessons=(Lessons(300, TUESDAY), Lessons(300, TUESDAY + timedelta(days=9))))  # fmt: skip
    down = plan(niveau="A2", effort=REASON)
    assert "staan er 300." in next(scaling_obstacles(down, here, TUESDAY)).sentence
    assert list(scaling_obstacles(down, here, TUESDAY + timedelta(days=9))) == []


@pytest.mark.django_db
def test_r_33_the_same_hours_count_once_whatever_they_appear_from(concept, case, klantmanager):
    row = lessons(case, klantmanager, 300)
    with pytest.raises(ValidationError, match="staan al in het dossier"):
        lessons(case, klantmanager, 300, provider="roc noord ", source=HoursSource.REGISTRATIE)
    with pytest.raises(ValidationError, match="Voeg het bewijs toe"):
        lessons(case, klantmanager, 200, source=HoursSource.REGISTRATIE, document=None)
    assert list(concept.pip.course_hours.all()) == [row]


@pytest.mark.django_db
def test_hours_on_the_page(concept, case, klantmanager, log_in):
    mine, address = log_in(klantmanager), reverse("pip-lesuren", args=[case.pk])
    Intake.objects.filter(case=case).update(started_on=date(2025, 9, 1))
    data = {"hours": 620, "until_on": "2026-03-01", "provider": "ROC Noord", "source": "registratie"}
    assert mine.post(address, data).status_code == 422
    for status in (302, 422):
        proof = SimpleUploadedFile("uren.pdf", PDF, content_type="application/pdf")
        assert mine.post(address, data | {"upload": proof}).status_code == status
    assert "Samen 620 uur" in mine.get(address).content.decode()
    row = concept.pip.course_hours.get()
    mine.post(reverse("pip-lesuren-verwijderen", args=[case.pk, row.pk]))
    assert not concept.pip.course_hours.exists()
