"""Another leerroute (R-43, R-44) and another level (R-33) in a later version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.services import add_document
from deadlines.enums import Kind
from deadlines.services import correct_facts
from pip_plans.enums import HoursSource, Leerroute, SwitchGround
from pip_plans.rules.switching import carried_over, is_scaled_down, scaling_obstacles, switch_obstacles
from pip_plans.services import (
    add_course_hours,
    establish_pip,
    remove_course_hours,
    start_concept,
    update_concept,
)
from tests.pip_plans.plans import TUESDAY, agreed, establish, plan, situation

REASON = "U leert sneller dan wij dachten en u wilt naar het mbo. De school heeft plek voor u."
PDF = b"%PDF-1.4\n%%EOF\n"
LAST = date(2027, 9, 10)


def switched(before: str, after: str, ground: str, **changes):
    here = situation(earlier_on=(TUESDAY,), current_leerroute=before, switch_until=LAST)
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
    here = situation(earlier_on=(TUESDAY,), current_leerroute="B", current_niveau="B1", course_hours=hours)
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
                   intensity_hours=None, map_hours=None,
                   wish_difference_reason="Dit past beter.", switch_ground=SwitchGround.GROTER, switch_reason=REASON)  # fmt: skip
    with time_machine.travel("2027-09-13T10:00:00+00:00"):
        with pytest.raises(ValidationError, match="kon tot en met 10 september 2027"):
            establish_pip(version=agreed(second, klantmanager), on=date(2027, 9, 13), by=klantmanager)
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
                   wish_difference_reason="Dit past beter.")  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    assert not case.deadlines.filter(kind=Kind.MAP).exists()
    term = case.deadlines.get(kind=Kind.TERMIJN)
    facts = replace(term.known_facts, duo_starts_on=date(2026, 3, 11), duo_ends_on=date(2029, 4, 1))
    correct_facts(deadline=term, facts=facts, reason="Bericht van DUO.", by=None, despite_reminders=True)
    assert case.deadlines.get(kind=Kind.PVT).due_on == date(2029, 3, 31)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="Andere route.", leerroute=Leerroute.B,
                   intensity_hours=600, map_hours=40, switch_ground=SwitchGround.ONVOLDOENDE, switch_reason=REASON,
                   wish_difference_reason="")  # fmt: skip
    establish(second, on=TUESDAY, by=klantmanager)
    assert case.deadlines.get(kind=Kind.MAP).due_on == date(2029, 3, 31)
    assert case.deadlines.filter(kind=Kind.PVT).count() == 1


@pytest.mark.django_db
def test_scaling_down_in_the_dossier(concept, case, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="B1 lukt niet.", niveau="A2", effort=REASON,
                   motivation="U volgde elke les, maar B1 lukt niet. Met A2 kunt u verder.")  # fmt: skip
    with pytest.raises(ValidationError, match="In het dossier staan er 0"):
        establish_pip(version=agreed(second, klantmanager), on=TUESDAY, by=klantmanager)
    statement = add_document(case=case, title="Verklaring", filename="v.pdf", content=PDF, by=klantmanager)
    rows = [
        add_course_hours(case=case, hours=350, until_on=TUESDAY, provider="ROC Noord", source=HoursSource.VERKLARING,
                         document=statement, by=klantmanager),
        add_course_hours(case=case, hours=250, until_on=TUESDAY, provider="ROC Noord", source=HoursSource.REGISTRATIE,
                         by=klantmanager),
    ]  # fmt: skip
    establish_pip(version=second, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="rust een besluit"):
        remove_course_hours(row=rows[0], by=klantmanager)


@pytest.mark.django_db
def test_hours_that_cannot_be(concept, case, klantmanager):
    with pytest.raises(ValidationError) as refusal:
        add_course_hours(case=case, hours=0, until_on=date(2030, 1, 1), provider=" ", source=HoursSource.VERKLARING,
                         by=klantmanager)  # fmt: skip
    assert len(refusal.value.messages) == 4


@pytest.mark.django_db
def test_hours_on_the_page(concept, case, klantmanager, log_in):
    mine = log_in(klantmanager)
    data = {"hours": 620, "until_on": "2026-03-01", "provider": "ROC Noord", "source": "registratie"}
    page = mine.post(reverse("pip-lesuren", args=[case.pk]), data, follow=True).content.decode()
    assert "Samen 620 uur" in page
    assert (
        mine.post(reverse("pip-lesuren", args=[case.pk]), data | {"source": "verklaring"}).status_code == 422
    )
    row = concept.pip.course_hours.get()
    mine.post(reverse("pip-lesuren-verwijderen", args=[case.pk, row.pk]))
    assert not concept.pip.course_hours.exists()
