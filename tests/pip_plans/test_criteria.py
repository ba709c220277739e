"""The criteria of the onderwijsroute are the same for everybody and open to the newcomer, and a wish is not lost."""

from datetime import date
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import InternalError, ProgrammingError
from django.urls import reverse

from accounts.enums import Role
from cases.enums import DocumentKind
from cases.services import add_document
from intake.selectors import repeated_steps_for
from intake.services import add_entry
from pip_plans import services
from pip_plans.enums import Leerroute, Wish
from pip_plans.rules.criteria import DEFAULTS, Met, criterion_obstacles, judgement_obstacles
from pip_plans.selectors import (
    criteria_in_force,
    criteria_of,
    deviations_for,
    standings_for_resident,
    standings_of,
    wishes_not_followed_for,
)
from tests.factories import PDF, StaffFactory
from tests.pip_plans.plans import BESIDES_THE_WISH, TUESDAY, completed_intake, establish, lawful_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(team):
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


def html(response):
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    "text",
    [
        "U bent jonger dan 30.",
        "Leeftijd tot 28",
        "Niet te oud",
        "You are younger than 30",
        "عمرك أقل من ٣٠",
        "18 jaar",
        "U bent 45 jaar",
        "18 jaar en ouder",
        "40 jaar oud",
        "Born before 1990",
        "العمر أقل من ٣٠",
    ],
)
def test_pp_39_age_is_no_criterion(text):
    """PP-39: in no language that the page has."""
    assert list(criterion_obstacles(["", text]))


@pytest.mark.parametrize(
    "text",
    [
        "U ging 4 jaar naar school",
        "U hebt 10 jaar ervaring als kok.",
        "U was 4 jaar bij een werkgever.",
        "De opleiding duurt 3 jaar.",
        "عمر ذهب إلى المدرسة أربع سنوات",
    ],
)
def test_pp_39_years_of_school_or_work_are_no_age(text):
    """PP-39: a lawful reason stays one, and a first name is no age."""
    assert not list(criterion_obstacles(["", text]))


def test_pp_40_our_own_criteria_have_a_source_and_three_languages():
    """PP-40: the set for a gemeente that wrote none of its own."""
    for one in DEFAULTS:
        assert all((one.source, one.words.nl, one.words.en, one.words.ar))
        assert not list(criterion_obstacles([one.words.nl, one.words.en, one.words.ar]))


@pytest.mark.parametrize(
    ("met", "reason", "proofs", "count"),
    [
        ("voldaan", "", 1, 0),
        ("voldaan", "Bleek in het gesprek.", 0, 0),
        ("voldaan", " ", 0, 1),
        ("niet voldaan", "", 3, 1),
        ("niet voldaan", "Er is nog geen diploma.", 0, 0),
        ("misschien", "", 1, 1),
        ("niet voldaan", "U bent te oud.", 0, 1),
    ],
)
def test_a_judgement_rests_on_something(met, reason, proofs, count):
    assert len(list(judgement_obstacles(met, reason, proofs))) == count


def test_pp_40_what_the_intake_says_is_known_and_waits_for_a_judgement(
    on_tuesday, case, klantmanager, resident, log_in
):
    """PP-40: nobody tells again what stands in the intake; whether it is enough is for a person."""
    completed_intake(case, klantmanager, studie_doel="wo", hoogste_opleiding="hoger", diploma="met_papieren",
                     alfabetisering="NVT", latijns_lezen="goed")  # fmt: skip
    found = {one.criterion.key: one for one in standings_of(case, TUESDAY)}
    assert {key: one.met for key, one in found.items()} == {
        "studie": Met.BEKEND, "vooropleiding": Met.BEKEND, "schrift": Met.BEKEND,
        "taal": Met.ONBEKEND, "studeren": Met.ONBEKEND,
    }  # fmt: skip
    assert found["studie"].said == ("Gewenste opleiding: Universiteit (Nieuwkomer, 10 maart 2026)",)
    assert any("(Klantmanager Karin de Boer," in line for line in found["schrift"].said)
    page = html(log_in(klantmanager).get(reverse("pip-criteria", args=[case.pk])))
    assert "Bekend uit de intake" in page
    assert "Vraag dit niet nog een keer." in page
    mine = html(log_in(resident).get(reverse("mijn-criteria")))
    assert "Dit weten wij van u" in mine
    assert "Uw klantmanager kijkt of dit genoeg is." in mine
    assert "Gewenste opleiding: Universiteit" in mine
    judged(case, klantmanager, "studie", met="voldaan", reason="")
    assert next(one for one in standings_of(case, TUESDAY) if one.criterion.key == "studie").met == Met.JA


def test_the_gemeente_publishes_its_own(on_tuesday, team, beheer, stranger):
    assert [one.id for one in criteria_in_force(team.gemeente, TUESDAY)] == [0] * len(DEFAULTS)
    new = services.publish_criterion(text_nl="U wilt minstens twee dagen naar school.", source="Beleidsregel 4",
                                     valid_from=TUESDAY, by=beheer)  # fmt: skip
    now = criteria_in_force(team.gemeente, TUESDAY)
    assert len(now) == len(DEFAULTS) + 1
    assert all(one.id for one in now)
    assert len(criteria_in_force(stranger.gemeente, TUESDAY)) == len(DEFAULTS)
    for wrong in (
        {"text_nl": "Jonger dan 30"},
        {"source": ""},
        {"text_nl": " "},
        {"valid_from": date(2026, 3, 9)},
    ):
        fields = {"text_nl": "U leest graag.", "source": "Beleid", "valid_from": TUESDAY} | wrong
        with pytest.raises(ValidationError):
            services.publish_criterion(by=beheer, **fields)
    first = criteria_of(team.gemeente)[0]
    services.end_criterion(criterion=first, by=beheer)
    assert criteria_of(team.gemeente).get(pk=first.pk).valid_until == TUESDAY
    assert first.text_nl not in {one.words.nl for one in criteria_in_force(team.gemeente, date(2026, 3, 11))}
    with (
        pytest.raises((InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE pip_plans_routecriterion SET text_nl = 'anders' WHERE id = %s", [new.pk])


def judged(case, by, key="vooropleiding", **fields):
    return services.judge_criterion(case=case, key=key, by=by, **fields)


def test_pp_40_met_not_met_and_unknown_with_proof_that_is_there_once(
    on_tuesday, case, klantmanager, stranger
):
    """PP-40, C7 check 3: the diploma of the intake is the proof; nobody asks for it again."""
    assert {one.met for one in standings_of(case, TUESDAY)} == {Met.ONBEKEND}
    add_entry(list_key="diplomas", case=case, by=klantmanager, title="Bachelor", level="hoger", country="Syrië",
              papers="met_papieren", valuation="gewaardeerd", valued_by="nuffic", valued_as="hbo bachelor",
              valued_on=date(2026, 3, 2))  # fmt: skip
    judged(case, klantmanager, met="voldaan", reason="")
    judged(case, klantmanager, "taal", met="niet voldaan", reason="De lessen zijn nog niet begonnen.")
    found = {one.criterion.key: one for one in standings_of(case, TUESDAY)}
    assert (found["vooropleiding"].met, found["taal"].met, found["studie"].met) == (
        Met.JA,
        Met.NEE,
        Met.ONBEKEND,
    )
    assert "Bachelor" in found["vooropleiding"].proofs[0]
    judged(case, klantmanager, "taal", met="voldaan", reason="De docent ziet dat B1 lukt.")
    assert standings_of(case, TUESDAY)[2].met == Met.JA
    other = add_document(
        case=case, title="Brief", kind=DocumentKind.BEWIJS, filename="brief.pdf", content=PDF, by=klantmanager
    )
    assert judged(case, klantmanager, "studie", met="voldaan", reason="", document=other).document == other
    elsewhere = services.publish_criterion(
        text_nl="Een gesprek met de school.", source="Beleid", valid_from=TUESDAY, by=stranger
    )
    with pytest.raises(ValidationError, match="gebruikt uw gemeente niet"):
        judged(case, klantmanager, key=elsewhere.shown_key, met="niet voldaan", reason="Nee.")


def test_c7_3_and_4_a_second_test_has_a_purpose_and_an_author_for_newcomer_and_team_lead(
    on_tuesday, case, klantmanager, teamleider, resident, log_in
):
    """PP-40, C7 checks 3 and 4: the second test on one criterion asks why; E. and the team lead read it."""
    first = {"criterion": "studie", "name": "Studietoets"}
    add_entry(list_key="toetsen", case=case, by=klantmanager, **first)
    second = {"criterion": "studie", "name": "Studietoets van het ROC"}
    with pytest.raises(ValidationError, match="al eerder gemeten"):
        add_entry(list_key="toetsen", case=case, by=klantmanager, **second)
    add_entry(
        list_key="toetsen",
        case=case,
        by=klantmanager,
        **second,
        purpose="Het ROC neemt alleen de eigen toets.",
    )
    assert "Het ROC neemt alleen de eigen toets." in [step.reason for step in repeated_steps_for(teamleider)]
    judged(case, klantmanager, "taal", met="niet voldaan", reason="Nog geen meting.")
    page = html(log_in(resident).get(reverse("mijn-criteria")))
    for text in ("Studietoets van het ROC", "Het ROC neemt alleen de eigen toets.", klantmanager.name,
                 "Dit heeft u nog niet", "Nog geen meting.", "Dit weten wij nog niet"):  # fmt: skip
        assert text in page
    assert "Het ROC neemt" in html(log_in(teamleider).get(reverse("pip-criteria", args=[case.pk])))


def test_who_reads_and_judges_on_the_pages(
    on_tuesday, case, klantmanager, colleague, stranger, resident, beheer, log_in
):
    mine, at = log_in(klantmanager), reverse("pip-criteria", args=[case.pk])
    judge = reverse("pip-criterium", args=[case.pk, "studie"])
    assert DEFAULTS[0].words.nl in html(mine.get(at))
    assert mine.post(judge, {"met": "niet voldaan", "reason": ""}).status_code == 422
    assert mine.post(judge, {"met": "voldaan", "reason": "Wil arts worden."}).status_code == 302
    assert "Wil arts worden." in html(mine.get(at))
    assert mine.get(reverse("pip-criterium", args=[case.pk, "bestaat-niet"])).status_code == 404
    assert log_in(colleague).get(at).status_code == 200
    assert log_in(colleague).post(judge, {"met": "voldaan", "reason": "x"}).status_code == 403
    assert log_in(stranger).get(at).status_code == 404
    assert standings_for_resident(stranger, case, TUESDAY) == ()
    me = log_in(resident)
    me.cookies["django_language"] = "ar"
    assert DEFAULTS[0].words.ar in html(me.get(reverse("mijn-criteria"), headers={"accept-language": "ar"}))
    manage = log_in(beheer)
    publish = reverse("pip-criteria-beheer")
    fields = {"text_nl": "U leest graag.", "source": "Beleid", "valid_from": "2026-03-10", "proof": ""}
    assert manage.post(publish, fields | {"text_nl": "U bent jonger dan 30"}).status_code == 422
    assert manage.post(publish, fields).status_code == 302
    assert "U leest graag." in html(manage.get(publish))


def test_pp_38_the_team_lead_reads_which_wishes_were_not_followed(
    on_tuesday, case, klantmanager, teamleider, stranger, resident, log_in
):
    """PP-38, PP-35, PP-36: the difference with its reason for the team lead, and every alternative for the newcomer."""
    completed_intake(case, klantmanager, gewenste_route="O", hoogste_opleiding="hoger")
    concept = lawful_concept(case, klantmanager, wished_leerroute=Wish.O, advice_difference_reason="Eerst werk.",
                             wish_difference_reason="De opleiding begint pas over een jaar.",
                             factors=BESIDES_THE_WISH)  # fmt: skip
    establish(concept, on=TUESDAY, by=klantmanager)
    (version,) = wishes_not_followed_for(teamleider)
    assert (version.leerroute, version.wished_leerroute) == (Leerroute.B, Wish.O)
    assert not wishes_not_followed_for(stranger)
    found = deviations_for(teamleider)
    assert (found.advised, found.from_advice, found.tested) == (1, 1, 0)
    assert "De opleiding begint pas over een jaar." in html(log_in(teamleider).get(reverse("pip-goedkeuren")))
    mine = html(log_in(resident).get(reverse("mijn-route")))
    for text in ("Waarom niet een andere route?", "U leert snel en kunt B1 halen.", "Het advies", "Eerst werk.",
                 "De opleiding begint pas over een jaar.", "Klopt deze route niet?"):  # fmt: skip
        assert text in mine


def test_the_pages_are_accessible_and_fit(case, klantmanager, teamleider, resident, beheer, new_page, look):
    lawful_concept(case, klantmanager)
    add_entry(list_key="toetsen", case=case, by=klantmanager, criterion="studie", name="Studietoets")
    judged(case, klantmanager, "taal", met="niet voldaan", reason="Nog geen meting.")
    staff, me, manage = (new_page(user) for user in (klantmanager, resident, beheer))
    pages = [
        (staff, reverse(name, args=[case.pk]))
        for name in ("pip-advies", "pip-criteria", "pip-leeftijdsbeleid")
    ]
    pages += [(staff, reverse("pip-criterium", args=[case.pk, "studie"])),
              (staff, reverse("pip-akkoord-vragen", args=[case.pk, "jongere_z"])),
              (manage, reverse("pip-criteria-beheer")), (manage, reverse("pip-jongeren")),
              (me, reverse("mijn-criteria"))]  # fmt: skip
    for page, address in pages:
        page.goto(address)
        look(page, address.strip("/").replace("/", "-"))
