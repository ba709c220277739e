"""The pages of a PIP, each for three people: the klantmanager of the case, a colleague with other cases, a resident."""

import io
from datetime import date

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AccessLogEntry
from cases.services import record_event
from intake.services import open_intake
from pip_plans import services
from pip_plans.enums import Leerroute
from pip_plans.models import Agreement, Goal, PipVersion
from pip_plans.rules.obstacles import obstacles
from pip_plans.selectors import situation_of
from pip_plans.services import start_concept, update_concept
from tests.pip_plans.plans import TUESDAY, agreed, completed_intake, establish, lawful_concept

pytestmark = pytest.mark.django_db

READING = ["pip"]
WRITING = ["pip-concept", "pip-ontbreekt", "pip-voorbeeld-brief", "pip-voorbeeld-nieuwkomer", "pip-vaststellen",
           "pip-concept-verwijderen", "pip-vorige-gemeente", "pip-vertalingen"]  # fmt: skip


def at(name, case, *args):
    return reverse(name, args=[case.pk, *args])


@pytest.fixture
def mine(log_in, klantmanager):
    return log_in(klantmanager)


@pytest.mark.parametrize("name", READING)
def test_who_may_read(name, concept, case, log_in, klantmanager, colleague, resident, stranger):
    got = [
        log_in(user).get(at(name, case)).status_code for user in (klantmanager, colleague, resident, stranger)
    ]
    assert got == [200, 200, 403, 404]


@pytest.mark.parametrize("name", WRITING)
def test_who_may_write(name, concept, case, log_in, klantmanager, colleague, resident, stranger):
    got = [
        log_in(user).get(at(name, case)).status_code for user in (klantmanager, colleague, resident, stranger)
    ]
    assert got == [200, 403, 403, 404]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pip-beginnen", {}),
        ("pip-concept", {"support": "x"}),
        ("pip-veld", {"autosave_field": "support", "support": "x"}),
        ("pip-vertalingen", {"support": "دعم"}),
        ("pip-vertaling", {"autosave_field": "support", "support": "دعم"}),
        ("pip-doelen", {"own_text": "x", "own_language": "nl"}),
        ("pip-afspraken", {"text": "x", "owner": "gemeente", "due_on": "2026-05-01"}),
        ("pip-concept-verwijderen", {}),
        ("pip-vaststellen", {"on": "2026-03-10"}),
    ],
)
def test_only_who_guides_may_change(name, data, concept, case, log_in, colleague, resident, stranger):
    before = PipVersion.objects.values().get()
    got = [log_in(user).post(at(name, case), data).status_code for user in (colleague, resident, stranger)]
    assert got == [403, 403, 404]
    assert PipVersion.objects.values().get() == before


def test_the_first_page_says_what_will_come_here(case, mine):
    page = mine.get(at("pip", case)).content.decode()
    assert "Nog geen PIP" in page
    assert "Concept maken" in page


def test_a_concept_is_begun_and_opened(case, mine):
    answer = mine.post(at("pip-beginnen", case), follow=True)
    assert "Wat ontbreekt nog?" in answer.content.decode()
    assert PipVersion.objects.get().is_concept


def test_the_panel_names_each_obstacle_with_its_place(case, mine, klantmanager):
    start_concept(case=case, by=klantmanager)
    page = mine.get(at("pip-concept", case)).content.decode()
    for place in ("#doelen", "#afspraken", "#id_leerroute", "#id_motivation", "#id_pvt_hours"):
        assert f'href="{place}"' in page
    assert f'href="{reverse("intake", args=[case.pk])}"' in page


@pytest.mark.parametrize(
    ("step", "shown", "hidden"),
    [
        ("Een open dag bezoeken.", "Het plan is compleet", "onvolledig"),
        ("", "Het plan is onvolledig", "compleet"),
    ],
)
def test_pp_09_the_panel_says_one_thing_about_the_plan(case, mine, klantmanager, step, shown, hidden):
    """PP-09: without a perspective it may be established, and is not called complete."""
    completed_intake(case, klantmanager)
    lawful_concept(case, klantmanager, next_step=step)
    page = mine.get(at("pip-ontbreekt", case)).content.decode()
    assert shown in page
    assert hidden not in page


def test_each_link_of_the_panel_has_its_target(case, mine, klantmanager):
    start_concept(case=case, by=klantmanager)
    page = mine.get(at("pip-concept", case)).content.decode()
    targets = {part.split('"')[0] for part in page.split('href="#')[1:]} - {"inhoud"}
    assert targets
    assert all(f'id="{target}"' in page for target in targets), [
        t for t in targets if f'id="{t}"' not in page
    ]


@pytest.mark.parametrize(
    ("data", "status", "text"),
    [
        ({"autosave_field": "support", "support": "Een taalmaatje"}, 204, ""),
        ({"autosave_field": "factors", "factors": ["wens", "werk"]}, 204, ""),
        ({"autosave_field": "factors"}, 204, ""),
        ({"autosave_field": "pvt_hours", "pvt_hours": ""}, 204, ""),
        ({"autosave_field": "may_finish_education", "may_finish_education": "on"}, 204, ""),
        ({"autosave_field": "pvt_hours", "pvt_hours": "twaalf"}, 422, "heel getal"),
        ({"autosave_field": "pvt_hours", "pvt_hours": "-3"}, 422, "0"),
        ({"autosave_field": "pvt_hours", "pvt_hours": "99999999999"}, 422, "2000"),
        ({"autosave_field": "leerroute", "leerroute": "X"}, 422, "lijst"),
        ({"autosave_field": "factors", "factors": ["leeftijd"]}, 422, "lijst"),
        ({"autosave_field": "motivation", "motivation": "x" * 20_000}, 422, "4000"),
        ({"autosave_field": "motivation", "motivation": "a\x00b"}, 422, ""),
        ({"autosave_field": "status", "status": "vastgesteld"}, 422, "bestaat niet"),
        ({}, 422, "bestaat niet"),
    ],
)
def test_a_field_keeps_itself_or_says_why_not(concept, case, mine, data, status, text):
    answer = mine.post(at("pip-veld", case), data)
    assert (answer.status_code, text in answer.content.decode()) == (status, True)


def test_keeping_a_field_leaves_the_others_alone(concept, case, mine):
    mine.post(at("pip-veld", case), {"autosave_field": "support", "support": "Nieuw", "motivation": "mee"})
    concept.refresh_from_db()
    assert concept.support == "Nieuw"
    assert concept.motivation != "mee"


def test_the_whole_form_works_without_javascript(concept, case, mine):
    fields = {"leerroute": "Z", "wished_leerroute": "Z", "motivation": "Omdat dit past.", "pvt_hours": "20", "own_language": "ar",
              "translation_state": "ontbreekt", "factors": ["wens"]}  # fmt: skip
    assert mine.post(at("pip-concept", case), fields).status_code == 302
    concept.refresh_from_db()
    assert (concept.leerroute, concept.pvt_hours, concept.factors) == ("Z", 20, ["wens"])


def test_a_page_of_an_old_concept_writes_nothing_into_the_next(concept, case, mine, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    typed = {"autosave_field": "support", "support": "Oude tekst", "versie": "1"}
    assert "intussen vastgesteld" in mine.post(at("pip-veld", case), typed).content.decode()
    second = start_concept(case=case, by=klantmanager)
    for name in ("pip-veld", "pip-concept"):
        answer = mine.post(at(name, case), typed)
        assert (answer.status_code, "intussen vastgesteld" in answer.content.decode()) == (422, True)
    assert "Oude tekst" in answer.content.decode()
    second.refresh_from_db()
    assert second.support != "Oude tekst"


TYPED = [
    ("pip-concept", {"support": "Wat ik typte"}),
    ("pip-doelen", {"own_text": "Wat ik typte", "own_language": "nl"}),
    ("pip-afspraken", {"text": "Wat ik typte", "owner": "gemeente"}),
    ("pip-opmerkingen", {"text": "Wat ik typte"}),
    ("pip-reactie", {"reaction": "niet_akkoord", "reason": "Wat ik typte"}),
    ("pip-eenzijdig", {"motivation": "Wat ik typte", "voorwaarde-1": "En dit ook", "own-1": "وهذا أيضًا"}),
]


@pytest.mark.parametrize("is_next_begun", [False, True])
@pytest.mark.parametrize(("name", "typed"), TYPED)
def test_what_was_typed_for_a_concept_that_is_gone_is_shown_and_written_nowhere(
    concept, case, mine, klantmanager, name, typed, is_next_begun
):
    establish(concept, on=TUESDAY, by=klantmanager)
    if is_next_begun:
        start_concept(case=case, by=klantmanager)
    before = [*PipVersion.objects.values(), *Goal.objects.values(), *Agreement.objects.values()]
    answer = mine.post(at(name, case), typed | {"versie": "1"})
    page = answer.content.decode()
    assert (answer.status_code, "Dit is niet opgeslagen" in page) == (422, True)
    assert all(text in page for text in typed.values() if " " in text)
    assert [*PipVersion.objects.values(), *Goal.objects.values(), *Agreement.objects.values()] == before


def test_the_forms_of_a_concept_say_of_which_version_they_are(concept, case, mine):
    goal = concept.goals.get()
    pages = [
        mine.get(at(name, case))
        for name in ("pip-concept", "pip-reacties", "pip-reactie", "pip-eenzijdig", "pip-vaststellen")
    ]
    for page in [*pages, mine.get(reverse("pip-doel", args=[case.pk, goal.pk]))]:
        assert 'name="versie" value="1"' in page.content.decode()


@pytest.mark.parametrize("name", ["pip-vaststellen", "pip-eenzijdig", "pip-concept-verwijderen"])
def test_a_second_click_leads_to_what_was_established(concept, case, mine, klantmanager, name):
    establish(concept, on=TUESDAY, by=klantmanager)
    page = mine.post(at(name, case), {"on": "2026-03-10", "versie": "1"}, follow=True)
    assert page.redirect_chain[-1][0] == at("pip", case)
    assert "PIP versie 1 geldt nu" in page.content.decode()


def test_what_was_typed_comes_back_after_a_mistake(concept, case, mine):
    answer = mine.post(at("pip-concept", case), {"pvt_hours": "veel", "support": "Dit blijft staan"})
    assert answer.status_code == 422
    assert "Dit blijft staan" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"own_text": "", "own_language": "nl"}, "verplicht"),
        ({"own_text": "x" * 20_000, "own_language": "nl"}, "5000"),
        ({"own_text": "x", "own_language": "klingon"}, "lijst"),
        ({"own_text": "   ", "own_language": "nl"}, "verplicht"),
    ],
)
def test_a_goal_that_cannot_be_is_refused_in_place(concept, case, mine, data, text):
    answer = mine.post(at("pip-doelen", case), data)
    assert answer.status_code == 422
    assert text in answer.content.decode()
    assert concept.goals.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"owner": ""}, {"owner": "anders"}, {"due_on": ""}, {"due_on": "2026-02-30"}, {"due_on": "0001-01-01"}, {"text": ""},
     {"goal": "999999"}, {"text": "x" * 2001}],
)  # fmt: skip
def test_an_agreement_that_cannot_be_is_refused_in_place(concept, case, mine, change):
    whole = {"text": "Les", "owner": "gemeente", "due_on": "2026-05-01"}
    assert mine.post(at("pip-afspraken", case), whole | change).status_code == 422
    assert concept.agreements.count() == 1


def test_goals_and_agreements_are_added_changed_and_removed(concept, case, mine):
    mine.post(at("pip-doelen", case), {"own_text": "Ik wil fietsen", "own_language": "nl"})
    goal = concept.goals.get(own_text="Ik wil fietsen")
    mine.post(at("pip-doel", case, goal.pk), {"own_text": "Ik wil leren fietsen", "own_language": "nl"})
    agreement_data = {
        "text": "Fietsles",
        "owner": "anders",
        "owner_name": "Fietsersbond",
        "due_on": "2026-05-01",
        "goal": goal.pk,
    }
    mine.post(at("pip-afspraken", case), agreement_data)
    agreement = concept.agreements.get(text="Fietsles")
    assert agreement.goal.own_text == "Ik wil leren fietsen"
    refused = mine.post(at("pip-doel-verwijderen", case, goal.pk), follow=True)
    assert "hoort nog 1 afspraak" in refused.content.decode()
    assert mine.get(at("pip-afspraak-verwijderen", case, agreement.pk)).status_code == 200
    mine.post(at("pip-afspraak", case, agreement.pk), agreement_data | {"text": "Tien fietslessen"})
    mine.post(at("pip-afspraak-verwijderen", case, agreement.pk))
    mine.post(at("pip-doel-verwijderen", case, goal.pk))
    assert (concept.goals.count(), concept.agreements.count()) == (1, 1)


def test_a_goal_of_another_case_is_not_found(concept, case, mine, colleague):
    other = colleague.assignments.get().case
    goal = lawful_concept(other, colleague).goals.get()
    assert (
        mine.post(at("pip-doel", case, goal.pk), {"own_text": "x", "own_language": "nl"}).status_code == 404
    )
    assert mine.post(at("pip-doel-verwijderen", case, goal.pk)).status_code == 404


def test_the_page_before_the_decision_shows_the_terms(concept, case, mine):
    page = mine.get(at("pip-vaststellen", case)).content.decode()
    assert "dinsdag 21 april 2026" in page
    assert "zaterdag 10 maart 2029" in page
    earlier = mine.get(at("pip-vaststellen", case), {"on": "2026-03-02"}).content.decode()
    assert "vrijdag 2 maart 2029" in earlier


def test_the_page_before_the_decision_names_what_is_missing(case, mine, klantmanager):
    start_concept(case=case, by=klantmanager)
    page = mine.get(at("pip-vaststellen", case)).content.decode()
    assert "Dit kan nog niet" in page
    assert "Ja, stel het PIP vast" not in page


def test_establishing_from_the_page(concept, case, mine):
    agreed(concept, concept.created_by)
    seen = concept.updated_at.isoformat()
    answer = mine.post(
        at("pip-vaststellen", case), {"on": "2026-03-10", "expected_updated_at": seen}, follow=True
    )
    page = answer.content.decode()
    assert "PIP versie 1 is vastgesteld" in page
    assert "PIP dat nu geldt: versie 1" in page


@pytest.mark.parametrize(
    "on", ["2026-03-11", "2026-02-30", "0000-01-01", "9999-12-31", "", "gisteren", "2026-02-01"]
)
def test_a_wrong_day_is_said_at_the_page(concept, case, mine, on):
    answer = mine.post(at("pip-vaststellen", case), {"on": on})
    assert answer.status_code == 422
    assert "Het PIP is niet vastgesteld" in answer.content.decode()
    assert PipVersion.objects.get().is_concept


def test_who_comes_second_gets_a_sentence(concept, case, mine, klantmanager, teamleider):
    seen = concept.updated_at.isoformat()
    update_concept(version=concept, by=teamleider, support="Anders")
    answer = mine.post(at("pip-vaststellen", case), {"on": "2026-03-10", "expected_updated_at": seen})
    assert "Fatima Aydin heeft het concept" in answer.content.decode()
    assert (
        mine.post(
            at("pip-vaststellen", case), {"on": "2026-03-10", "expected_updated_at": "gisteren"}
        ).status_code
        == 422
    )


def test_the_letter_can_be_previewed_and_downloaded(
    concept, case, mine, log_in, colleague, resident, klantmanager
):
    preview = mine.get(at("pip-voorbeeld-brief", case))
    assert preview["Content-Type"] == "application/pdf"
    assert preview["Cache-Control"] == "no-store"
    establish(concept, on=TUESDAY, by=klantmanager)
    kept = [log_in(user).get(at("pip-beschikking", case, 1)) for user in (klantmanager, colleague, resident)]
    assert [answer.status_code for answer in kept] == [200, 200, 403]
    assert kept[0].content.startswith(b"%PDF")
    assert preview.content != kept[0].content


def test_an_empty_concept_has_a_letter_too(case, mine, klantmanager):
    start_concept(case=case, by=klantmanager)
    assert mine.get(at("pip-voorbeeld-brief", case)).content.startswith(b"%PDF")


def test_versions_are_read_and_compared(concept, case, mine, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(
        version=second, by=klantmanager, talks_per_year=6, change_reason="Vaker praten <b>graag</b>."
    )
    establish(second, on=TUESDAY, by=klantmanager)
    assert "kan niet meer veranderen" in mine.get(at("pip-versie", case, 1)).content.decode()
    page = mine.get(at("pip-verschil", case, 1, 2)).content.decode()
    assert "Voortgangsgesprekken in een jaar" in page
    assert "Vaker praten &lt;b&gt;graag&lt;/b&gt;." in page
    pdf = mine.get(at("pip-verschil-pdf", case, 2, 1))
    assert (pdf["Content-Type"], pdf.content[:4]) == ("application/pdf", b"%PDF")
    words = " ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Vaker praten <b>graag</b>." in words
    assert "Voortgangsgesprekken" in words
    assert mine.get(at("pip-versie", case, 3)).status_code == 404
    assert mine.get(at("pip-concept", case)).status_code == 404


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ([], "Nog geen antwoord"),
        (["duo.pip_geweigerd"], "DUO heeft dit PIP niet aangenomen"),
        (["duo.pip_mislukt"], "Dit PIP is nog niet bij DUO"),
        (["duo.pip_geweigerd", "duo.pip_aangenomen"], "Aangenomen op"),
        (["duo.pip_aangenomen", "duo.pip_geweigerd"], "De dagtekening ligt voor de plicht."),
    ],
)
def test_the_last_answer_of_duo_is_shown_in_words(concept, case, mine, klantmanager, kinds, shown):
    version = establish(concept, on=TUESDAY, by=klantmanager)
    for kind in kinds:
        record_event(case=case, kind=kind, by=None, text="De dagtekening ligt voor de plicht.",
                     data={"version_id": version.pk})  # fmt: skip
    assert shown in mine.get(at("pip", case)).content.decode()


def test_the_pip_of_a_former_gemeente_is_written_down(on_tuesday, case, mine):
    data = {"gemeente": "Lindeveen", "leerroute": "Z", "dated_on": "2025-06-02"}
    assert "Lindeveen" in mine.post(at("pip-vorige-gemeente", case), data, follow=True).content.decode()
    future = mine.post(at("pip-vorige-gemeente", case), data | {"dated_on": "2030-01-01"})
    assert future.status_code == 422


NOT_READY = "U kunt al beginnen, maar nog niet vaststellen."


def test_r_04_after_a_removal_the_pages_ask_no_new_test_and_say_why(on_tuesday, case, mine, klantmanager):
    """R-04: same route, no new test, no new research into education and work; the intake is no obstacle."""
    assert NOT_READY in mine.get(at("pip", case)).content.decode()
    services.record_previous_pip(
        case=case, gemeente="Lindeveen", leerroute=Leerroute.B, dated_on=date(2025, 6, 2), by=klantmanager
    )
    page = mine.get(at("pip", case)).content.decode()
    assert NOT_READY not in page
    assert "U kunt het PIP vaststellen zonder nieuwe intake." in page
    open_intake(case=case, by=klantmanager)
    overview = mine.get(at("intake", case)).content.decode()
    assert "Geen nieuwe toets" in overview
    assert "Er is een PIP van Lindeveen van maandag 2 juni 2025" in overview
    assert "Er is nog geen uitslag" not in overview
    assert "Onderwijs en werkervaring: " not in overview
    section = mine.get(at("intake-onderdeel", case, "onderwijs-werk"))
    assert "Niet opnieuw nodig" in section.content.decode()
    form = section.context["form"]
    assert not any(form.fields[question.key].required for question in form.section.questions)
    concept = start_concept(case=case, by=klantmanager)
    found = obstacles(concept.as_plan, situation_of(concept.pip, today=TUESDAY), TUESDAY)
    assert not [one for one in found if one.field == "intake"]


def test_a_concept_can_be_thrown_away(concept, case, mine):
    assert "Concept verwijderen?" in mine.get(at("pip-concept-verwijderen", case)).content.decode()
    mine.post(at("pip-concept-verwijderen", case))
    assert not PipVersion.objects.exists()


def test_looking_is_logged(concept, case, mine, klantmanager):
    mine.get(at("pip", case))
    assert AccessLogEntry.objects.filter(case_id=case.pk, act="pip_gelezen", user=klantmanager).exists()


def test_names_are_escaped(on_tuesday, case, mine, klantmanager):
    completed_intake(case, klantmanager)
    case.person.last_name = "<script>alert(1)</script>"
    case.person.save()
    lawful_concept(
        case, klantmanager, motivation="<img src=x onerror=alert(1)> is geen goede reden voor een route."
    )
    for name in ("pip", "pip-concept", "pip-vaststellen", "pip-voorbeeld-nieuwkomer"):
        page = mine.get(at(name, case)).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_forty_agreements_open_in_at_most_twelve_queries(concept, case, mine, klantmanager):
    """Who asks, the dossier's head, the access log, the PIP and the session; savepoints are of the test alone."""
    Agreement.objects.bulk_create(
        Agreement(
            version=concept,
            position=n,
            text=f"Afspraak {n}",
            owner="gemeente",
            due_on=TUESDAY,
            goal=concept.goals.get(),
        )
        for n in range(2, 41)
    )
    establish(concept, on=TUESDAY, by=klantmanager)
    mine.get(at("pip", case))
    with CaptureQueriesContext(connection) as queries:
        mine.get(at("pip", case))
    asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 12, "\n".join(asked)
