"""What a klantmanager decides about a leerroute together with the team lead, and that no age keeps anybody from a route."""

from datetime import date
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.enums import Role
from contact.enums.requests import RequestType
from contact.services.mandates import set_mandate
from deadlines.enums import Kind
from inburgering.kit.partial_date import PartialDate
from intake.services import add_entry
from pip_plans import services
from pip_plans.enums import Alphabetisation, ApprovalDecision, Factor, Ground, Leerroute, Wish
from pip_plans.rules.approvals import Standing
from pip_plans.rules.grounds import (
    Watch,
    age_obstacles,
    is_about_age,
    may_be_between,
    needed_approvals,
    words_about_age,
)
from pip_plans.rules.letter.deciding import weighed
from pip_plans.rules.obstacles import obstacles
from pip_plans.selectors import approval_obstacles, approvals_needed, concept_of, young_in_z_for, youth_bounds
from pip_plans.services import establish_pip, start_concept, update_concept
from tests.factories import PDF, StaffFactory
from tests.pip_plans.plans import (
    NOW_IN_ARABIC,
    TUESDAY,
    agreed,
    establish,
    lawful_concept,
    lessons,
    plan,
    situation,
)

WHY = "Samen met de docent besloten, en de nieuwkomer wil het zo."
POLICY = "Beleidsregel studeren met behoud van uitkering: tot en met 30 jaar."
LINK = "https://waterveen.example/beleid/studeren"
Z_ROUTE = {"leerroute": Leerroute.Z, "wished_leerroute": Wish.Z, "intensity_hours": None}


# --- Rules -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "watch", "grounds"),
    [
        ({}, {}, []),
        ({}, {"cannot_read": True}, [Ground.LEZEN_SCHRIJVEN]),
        ({"alphabetisation": ""}, {"cannot_read": True}, [Ground.LEZEN_SCHRIJVEN]),
        ({"alphabetisation": Alphabetisation.A}, {"cannot_read": True}, []),
        ({"alphabetisation": Alphabetisation.AA}, {"cannot_read": True}, []),
        ({"leerroute": Leerroute.Z}, {"cannot_read": True}, []),
        ({"leerroute": Leerroute.Z}, {"is_young": True}, [Ground.JONGERE_Z]),
        ({"leerroute": Leerroute.B}, {"is_young": True}, []),
        ({"leerroute": Leerroute.O}, {"is_young": True}, []),
        ({"factors": (Factor.WENS, Factor.WERK, Factor.LEEFTIJDSBELEID)}, {}, [Ground.LEEFTIJD]),
        ({"why_not_o": "U bent te oud voor deze route."}, {}, [Ground.LEEFTIJD]),
        ({"age_policy": POLICY}, {}, [Ground.LEEFTIJD]),
    ],
)
def test_what_the_team_lead_must_approve(changed, watch, grounds):
    """PP-37, PP-39, PP-47: which decisions need a second pair of eyes."""
    assert [one.ground for one in needed_approvals(plan(**changed), Watch(**watch))] == grounds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U bent TE OUD voor deze route.", ("te oud",)),
        ("Vanwege uw leeftijd kan dit niet.", ("vanwege uw leeftijd",)),
        ("U bent ouder dan 30 jaar.", ("ouder dan 30",)),
        ("Dit is boven de 30 niet te betalen.", ("boven de 30",)),
        ("Er is een leeftijdsgrens, want u bent te oud.", ("leeftijdsgrens", "te oud")),
        ("Uw kinderen zijn op de leeftijd van de basisschool.", ()),
        ("Uw diploma is oud.", ()),
        ("U bent 45 jaar.", ("bent 45 jaar",)),
        ("Mevrouw is al 52 jaar en leert langzaam.", ("is al 52 jaar",)),
        ("U bent achtenveertig jaar.", ("bent achtenveertig jaar",)),
        ("Wie 40 jaar oud is, leert anders.", ("40 jaar oud",)),
        ("U bent ouder dan dertig.", ("ouder dan dertig",)),
        ("Boven de vijfendertig is dit niet haalbaar.", ("boven de vijfendertig",)),
        ("U ging 4 jaar naar school.", ()),
        ("U bent 4 jaar naar school gegaan.", ()),
        ("U hebt 10 jaar ervaring als kok.", ()),
        ("Het is 10 jaar geleden dat u les had.", ()),
        ("De opleiding duurt drie jaar.", ()),
        ("Gezien de leeftijd kan dit niet.", ("gezien de leeftijd",)),
        ("Dit is besloten op grond van leeftijd.", ("op grond van leeftijd",)),
        ("Vanwege zijn leeftijd kan dit niet.", ("vanwege zijn leeftijd",)),
        ("Voor een 44-jarige is dit te zwaar.", ("44-jarige",)),
        ("Voor een vierenveertigjarige is dit te zwaar.", ("vierenveertigjarige",)),
        ("U bent de 30 gepasseerd.", ("de 30 gepasseerd",)),
        ("Dit is niet voor 30-plussers.", ("30-plussers",)),
        ("Dit is niet voor een dertiger.", ("dertiger",)),
        ("Hij is al 35 jaar oud.", ("is al 35 jaar",)),
        ("Vanaf 30 jaar is dit er niet.", ("vanaf 30 jaar",)),
        ("U hebt kinderen van 4 jaar.", ()),
        ("Uw zoon is 4 jaar oud.", ()),
        ("Er is opvang voor kinderen jonger dan 18.", ()),
        ("Uw kinderen gaan naar school vanwege de leeftijd van de basisschool.", ()),
        ("U woont hier sinds 2 jaar.", ()),
        ("U bent 20 jaar getrouwd.", ()),
        ("U wilt een driejarige opleiding doen.", ()),
        ("U bent 36 en dat is te laat om nog te studeren.", ("u bent 36",)),
        ("Op uw 36e begint u niet meer aan een studie.", ("op uw 36e",)),
        ("Op uw 36ste begint u niet meer aan een studie.", ("op uw 36ste",)),
        ("Op uw zesendertigste is dat laat.", ("op uw zesendertigste",)),
        ("U bent nu al zesendertig.", ("u bent nu al zesendertig",)),
        ("Omdat u 36 bent, kiezen wij de B1-route.", ("u 36 bent",)),
        ("Met uw 36 jaar leert u langzamer.", ("met uw 36 jaar",)),
        ("Met 36 begint niemand aan een studie.", ("met 36 begint",)),
        ("Mevrouw is 44, dat is laat voor een studie.", ("mevrouw is 44",)),
        ("U wordt 50.", ("u wordt 50",)),
        ("U volgt 36 uur les in de week.", ()),
        ("U bent 36 uur per week bezig.", ()),
        ("U bent 45 minuten onderweg.", ()),
        ("U bent 20 keer naar de les geweest.", ()),
        ("Met uw 20 uur werk in de week past de les niet.", ()),
        ("Met uw 20 jaar ervaring als kok vindt u werk.", ()),
        ("Op uw 16e begon u in de bakkerij van uw oom.", ()),
        ("Op uw 20e lesdag doet u een toets.", ()),
        ("U kunt A2 halen en daarna B1.", ()),
        ("U begint op 3 maart met de les.", ()),
        ("U bent 17 maart begonnen.", ()),
        ("U bent 20-1-2022 ingeschreven.", ()),
        ("U woont hier sinds 1 januari 2022.", ()),
        ("Dat staat in artikel 17 van de wet.", ()),
        ("De cursus kost 45 euro, u betaalt er 20,50 van.", ()),
        ("De les is op 36 adressen.", ()),
        ("U haalde 65 van de 70 punten.", ()),
        ("Dit is boven de 40 uur per week.", ()),
        ("U bent een van de dertig cursisten.", ()),
    ],
)
def test_pp_39_an_age_in_free_words_is_an_age_reason_too(text, words):
    """PP-39: whoever writes the age in the explanation needs the policy as well."""
    assert words_about_age(plan(motivation=text)) == words
    assert is_about_age(plan(motivation=text)) == bool(words)


@pytest.mark.parametrize(
    "field",
    ["motivation", "why_not_b", "why_not_o", "why_not_z", "advice_difference_reason", "wish_difference_reason",
     "further_learning_reason", "pathway_reason", "study_with_benefit_reason", "support", "participation_reason",
     "switch_reason", "change_reason", "effort"],
)  # fmt: skip
def test_pp_39_an_age_is_a_reason_wherever_it_stands(field):
    """PP-39: every text that gives a reason about route or study."""
    assert words_about_age(plan(**{field: "Dat gaat niet, gezien de leeftijd."})) == ("gezien de leeftijd",)


def test_pp_39_the_law_about_study_grants_is_no_policy_of_the_gemeente():
    """PP-39, PP-46: what DUO pays until which age is the law; what the gemeente makes of it is its own policy."""
    said = "Voor studiefinanciering van DUO is er een leeftijdsgrens van 30 jaar."
    assert not is_about_age(plan(study_with_benefit_reason=said))
    assert is_about_age(plan(study_with_benefit_reason=f"{said} De gemeente vindt u ook te oud."))
    assert is_about_age(plan(why_not_o=said))


def test_pp_39_an_age_beside_the_plan():
    """PP-39: the reason to establish without akkoord stands in the letter too."""
    (missing,) = age_obstacles(plan(), besides="Zij is al 52 jaar en blijft bij haar wens.")
    assert "‘is al 52 jaar’" in missing.sentence
    assert list(age_obstacles(plan(), besides="Zij blijft bij haar wens.")) == []


def test_pp_39_an_age_needs_the_paper_of_a_policy():
    """PP-39, C1 check 3: no policy, or a policy without link or document, is an obstacle."""
    old = {"factors": (Factor.WENS, Factor.WERK, Factor.LEEFTIJDSBELEID)}
    (missing,) = age_obstacles(plan(**old))
    assert "De wet heeft voor geen enkele leerroute een leeftijdsgrens." in missing.sentence
    (paper,) = age_obstacles(plan(**old, age_policy=POLICY))
    assert "een link of het document zelf" in paper.sentence
    assert list(age_obstacles(plan(**old, age_policy=POLICY, age_policy_link=LINK))) == []
    assert list(age_obstacles(plan(**old, age_policy=POLICY, age_policy_document_id=5))) == []
    assert {one.field for one in obstacles(plan(**old), situation(), TUESDAY)} == {"leeftijdsbeleid"}


def test_pp_39_the_letter_names_it_as_local_policy_and_not_the_law():
    """C1 check 3: what the newcomer reads."""
    letter = str(weighed(plan(age_policy=POLICY, age_policy_link=LINK)))
    assert "Dat staat niet in de wet" in letter
    assert "beleid van uw gemeente over studeren met behoud van uitkering" in letter
    assert POLICY in letter
    assert LINK in letter
    assert "leeftijd" not in str(weighed(plan()))


@given(
    year=st.integers(1930, 2010),
    month=st.integers(1, 12),
    day=st.integers(1, 28),
    route=st.sampled_from(Leerroute),
)
def test_pp_39_no_age_keeps_anybody_from_a_route(year, month, day, route):
    """PP-39: at any birth date a plan has the same obstacles; at most somebody looks twice at the Z-route."""
    watch = Watch(is_young=may_be_between(PartialDate(year, month, day), 18, 27, TUESDAY))
    chosen = plan(leerroute=route, intensity_hours=600 if route == Leerroute.B else None, wished_leerroute=route,
                  map_hours=None if route == Leerroute.O else 40)  # fmt: skip
    assert obstacles(chosen, situation(), TUESDAY) == []
    grounds = [one.ground for one in needed_approvals(chosen, watch)]
    assert grounds in ([], [Ground.JONGERE_Z])
    assert not grounds or route == Leerroute.Z


@pytest.mark.parametrize(
    ("birth", "young"),
    [
        (None, False),
        (PartialDate(2008, 3, 10), True),  # 18 today
        (PartialDate(2008, 3, 11), False),  # tomorrow
        (PartialDate(1998, 3, 11), True),  # 27, tomorrow 28
        (PartialDate(1998, 3, 10), False),
        (PartialDate(1998), True),  # may be 27
        (PartialDate(2008, 3), True),
        (PartialDate(1997), False),
        (PartialDate(2009), False),
        (PartialDate(2004, 2, 29), True),
    ],
)
def test_who_may_be_young(birth, young):
    assert may_be_between(birth, 18, 27, TUESDAY) is young


# --- In a case ---------------------------------------------------------------------------------------------------------

pytestmark = pytest.mark.django_db


def approve(concept, ground, klantmanager, teamleider):
    asked = services.ask_about_route(version=concept, ground=ground, motivation=WHY, by=klantmanager)
    return services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)


def born(case, year):
    case.person.birth_year = year
    case.person.save(update_fields=["birth_year"])


def sentences(version):
    return " ".join(one.sentence for one in approval_obstacles(version, TUESDAY, version.updated_by))


def cannot_read(case, by):
    return add_entry(list_key="schriften", case=case, by=by, script="latijns", reads="niet", writes="niet", judge="docent",
                     judge_name="Wilma", judged_on=date(2026, 3, 2), how="Las een brief voor.")  # fmt: skip


def test_pp_37_who_cannot_read_is_not_in_b1_without_lessons(concept, case, klantmanager, teamleider):
    """PP-37: a hard stop, until the team lead approved exactly this text; a person's judgement counts, not a tick."""
    assert approval_obstacles(concept, TUESDAY, klantmanager) == []
    cannot_read(case, klantmanager)
    assert "krijgt in de B1-route geen alfabetisering" in sentences(concept)
    with pytest.raises(ValidationError, match="alfabetisering"):
        establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    approve(concept, Ground.LEZEN_SCHRIJVEN, klantmanager, teamleider)
    assert approval_obstacles(concept, TUESDAY, klantmanager) == []
    update_concept(version=concept, by=klantmanager, support="Een andere tekst dan de teamleider las.")
    assert "De tekst is veranderd" in sentences(concept_of(case))
    update_concept(version=concept, by=klantmanager, alphabetisation=Alphabetisation.A)
    concept = concept_of(case)
    assert approval_obstacles(concept, TUESDAY, klantmanager) == []
    assert establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager).established_on


def test_pp_39_an_age_reason_from_refused_to_approved(concept, case, klantmanager, teamleider):
    """PP-39, C1 check 3: choosing it is refused unless there is a policy document and the team lead agrees."""
    update_concept(
        version=concept, by=klantmanager, factors=[Factor.WENS, Factor.WERK, Factor.LEEFTIJDSBELEID]
    )
    concept = concept_of(case)
    with pytest.raises(ValidationError, match="leeftijdsgrens"):
        services.ask_about_route(version=concept, ground=Ground.LEEFTIJD, motivation=WHY, by=klantmanager)
    for wrong in ({"policy": "kort"}, {"policy": POLICY}, {"policy": POLICY, "link": "javascript:alert(1)"}):
        with pytest.raises(ValidationError):
            services.record_age_policy(version=concept, by=klantmanager, **wrong)
    services.record_age_policy(version=concept, policy=POLICY, link=LINK, by=klantmanager)
    with pytest.raises(ValidationError, match="teamleider moet dit eerst goedkeuren"):
        establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    approve(concept, Ground.LEEFTIJD, klantmanager, teamleider)
    version = establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    assert version.age_policy == POLICY
    assert start_concept(case=case, by=klantmanager).age_policy_link == LINK


def test_pp_47_a_young_person_in_z_has_a_talk_within_half_a_year(
    case, on_tuesday, klantmanager, teamleider, stranger
):
    """PP-47: approval, a talk about school and work within six months, and a place on the list of the team lead."""
    born(case, 2005)
    concept = lawful_concept(case, klantmanager, **Z_ROUTE)
    assert "Een jongere gaat naar de Z-route" in sentences(concept)
    approve(concept, Ground.JONGERE_Z, klantmanager, teamleider)
    establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)
    (talk,) = young_in_z_for(teamleider)
    assert (talk.kind, talk.due_on) == (Kind.PERSPECTIEFGESPREK, date(2026, 9, 10))
    assert not young_in_z_for(klantmanager)
    assert not young_in_z_for(stranger)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, leerroute=Leerroute.B, wished_leerroute=Wish.B, intensity_hours=600,
                   change_reason="Het gaat sneller.", switch_ground="groter",
                   switch_reason="Na twee maanden bleek dat het veel sneller gaat.", effort="Elke les gevolgd.",
                   motivation="U leert veel sneller dan wij dachten. Daarom past de B1-route nu beter.",
                   motivation_own_language=NOW_IN_ARABIC)  # fmt: skip
    establish(concept_of(case), on=TUESDAY, by=klantmanager)
    assert not young_in_z_for(teamleider)


SWITCHED = {"leerroute": Leerroute.O, "wished_leerroute": Wish.O, "intensity_hours": None, "map_hours": None,
            "why_not_b": "U wilt een opleiding doen.", "why_not_o": "", "change_reason": "Het gaat sneller.",
            "switch_ground": "groter", "switch_reason": "Na twee maanden bleek dat het veel sneller gaat.",
            "motivation": "U leert zo snel dat u in september naar het mbo kunt. Daar hoort deze route bij.",
            "motivation_own_language": NOW_IN_ARABIC}  # fmt: skip
LOWER = {"niveau": "A2", "change_reason": "B1 lukt niet.", "effort": "Twee jaar lang elke les gevolgd, en B1 lukt niet.",
         "motivation": "U volgde elke les, maar B1 lukt niet. Met A2 kunt u verder.",
         "motivation_own_language": NOW_IN_ARABIC}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "ground", "type_"),
    [
        (SWITCHED, Ground.LEERROUTE, RequestType.LEERROUTE),
        (LOWER, Ground.AFSCHALEN, RequestType.AFSCHALEN),
    ],
)
def test_pp_06_who_has_no_mandate_asks_who_has(
    concept, case, team, klantmanager, teamleider, changed, ground, type_
):
    """PP-06: the mandate table holds for what stands in the PIP too, not only for what a newcomer asks."""
    establish(concept, on=TUESDAY, by=klantmanager)
    lessons(case, klantmanager)
    second = start_concept(case=case, by=klantmanager)
    assert approvals_needed(second, TUESDAY, klantmanager) == []
    update_concept(version=second, by=klantmanager, **changed)
    second = agreed(concept_of(case), klantmanager)
    assert [one.ground for one in approvals_needed(second, TUESDAY, klantmanager)] == [ground]
    assert approvals_needed(second, TUESDAY, teamleider) == []
    with pytest.raises(ValidationError, match=r"valt buiten uw mandaat\. De teamleider beslist erover"):
        establish_pip(version=second, on=TUESDAY, by=klantmanager, confirmed_without_translation=True)
    beheer = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    given = {"gemeente": team.gemeente, "type_": type_, "role": Role.KLANTMANAGER, "by": beheer}
    approve(second, ground, klantmanager, teamleider)
    assert approval_obstacles(second, TUESDAY, klantmanager) == []
    update_concept(version=second, by=klantmanager, support="Een andere tekst dan de teamleider las.")
    second = concept_of(case)
    assert "De tekst is veranderd" in sentences(second)
    set_mandate(may_decide=True, valid_from=TUESDAY, **given)
    assert approvals_needed(second, TUESDAY, klantmanager) == []
    second = agreed(second, klantmanager)
    assert establish_pip(
        version=second, on=TUESDAY, by=klantmanager, confirmed_without_translation=True
    ).established_on


def test_the_gemeente_says_who_is_young(case, on_tuesday, klantmanager, team):
    beheer = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    born(case, 2000)
    concept = lawful_concept(case, klantmanager, **Z_ROUTE)
    assert [one.ground for one in approvals_needed(concept, TUESDAY, klantmanager)] == [Ground.JONGERE_Z]
    services.set_youth_bounds(
        from_age=18, until_age=23, source="Collegebesluit", valid_from=TUESDAY, by=beheer
    )
    assert approvals_needed(concept, TUESDAY, klantmanager) == []
    assert youth_bounds(team.gemeente, date(2026, 3, 9)).highest == 27
    for wrong in ({"from_age": 24}, {"until_age": 99}, {"source": " "}, {"valid_from": date(2026, 3, 9)}):
        fields = {"from_age": 18, "until_age": 23, "source": "Besluit", "valid_from": TUESDAY} | wrong
        with pytest.raises(ValidationError):
            services.set_youth_bounds(by=beheer, **fields)


def test_what_is_not_needed_is_not_asked(concept, klantmanager):
    with pytest.raises(ValidationError, match="niet nodig"):
        services.ask_about_route(version=concept, ground=Ground.JONGERE_Z, motivation=WHY, by=klantmanager)


def html(response):
    return unescape(response.content.decode())


def test_from_the_question_to_the_answer_on_the_pages(
    case, concept, klantmanager, colleague, teamleider, log_in
):
    cannot_read(case, klantmanager)
    mine = log_in(klantmanager)
    at = reverse("pip-akkoord-vragen", args=[case.pk, Ground.LEZEN_SCHRIJVEN])
    assert at in html(mine.get(reverse("pip-concept", args=[case.pk])))
    assert "geen alfabetisering" in html(mine.get(at))
    assert mine.post(at, {"motivation": "kort"}).status_code == 422
    assert mine.post(at, {"motivation": WHY}).status_code == 302
    assert approvals_needed(concept, TUESDAY, klantmanager)[0].standing == Standing.ASKED
    assert "Gevraagd" in html(mine.get(at))
    assert mine.get(reverse("pip-akkoord-vragen", args=[case.pk, "eenzijdig"])).status_code == 404
    assert log_in(colleague).get(at).status_code == 403
    lead = log_in(teamleider)
    assert "B1-route zonder alfabetisering" in html(lead.get(reverse("pip-goedkeuren")))
    decide = reverse("pip-akkoord", args=[concept.approvals.get().pk])
    assert WHY in html(lead.get(decide))
    assert lead.post(decide, {"decision": "goedgekeurd", "reason": ""}).status_code == 302
    assert approval_obstacles(concept_of(case), TUESDAY, klantmanager) == []


def test_the_policy_is_uploaded_and_taken_out_again(case, concept, klantmanager, log_in):
    mine, at = log_in(klantmanager), reverse("pip-leeftijdsbeleid", args=[case.pk])
    assert "De wet heeft geen leeftijdsgrens" in html(mine.get(at))
    assert mine.post(at, {"policy": POLICY, "link": ""}).status_code == 422
    assert (
        mine.post(at, {"policy": POLICY, "upload": SimpleUploadedFile("beleid.pdf", b"MZ\x90")}).status_code
        == 422
    )
    assert (
        mine.post(at, {"policy": POLICY, "upload": SimpleUploadedFile("beleid.pdf", PDF)}).status_code == 302
    )
    concept.refresh_from_db()
    assert concept.age_policy_document.visible_to_resident
    assert "leeftijd" in html(mine.get(at)).lower()
    assert mine.post(at, {"policy": "", "link": ""}).status_code == 302
    concept.refresh_from_db()
    assert (concept.age_policy, concept.age_policy_document) == ("", None)


def test_the_beheerder_sets_who_is_young_on_the_page(on_tuesday, team, log_in):
    beheer, at = log_in(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)), reverse("pip-jongeren")
    assert "Nu: 18 tot en met 27 jaar" in html(beheer.get(at))
    fields = {"from_age": 18, "until_age": 23, "source": "Collegebesluit 12", "valid_from": "2026-03-10"}
    assert beheer.post(at, fields | {"from_age": 25}).status_code == 422
    beheer.post(at, fields)
    assert "Nu: 18 tot en met 23 jaar" in html(beheer.get(at))
