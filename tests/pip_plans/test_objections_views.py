"""The pages of a bezwaar, for the klantmanager, a colleague, the team lead, the newcomer and strangers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from pip_plans import services
from pip_plans.enums import Effect, ObjectionDecision
from pip_plans.models import Objection
from pip_plans.rules.objections import LONGEST_GROUNDS
from pip_plans.services import decide_objection, record_hearing, start_concept, update_concept
from tests.factories import PDF, CaseFactory, ResidentFactory
from tests.pip_plans.objections import GROUNDS, objection, ready
from tests.pip_plans.plans import TUESDAY, establish

pytestmark = pytest.mark.django_db


def html(response):
    return response.content.decode()


def form(**changes):
    return {"received_on": localdate(), "via": "brief", "text": GROUNDS, "language": "nl"} | changes


def test_the_term_to_object_says_about_which_pip(version, case, log_in, klantmanager):
    page = html(log_in(klantmanager).get(reverse("termijnen", args=[case.pk])))
    assert "Waarover: <bdi>besluit over het PIP van 10 maart 2026</bdi>" in page


def test_who_may_read_and_who_may_write(version, case, log_in, klantmanager, colleague, resident, stranger):
    found = objection(version, klantmanager)
    people = (klantmanager, colleague, resident, stranger)
    pages = {
        reverse("pip-bezwaren", args=[case.pk]): [200, 200, 403, 404],
        reverse("pip-bezwaar", args=[case.pk, found.pk]): [200, 200, 403, 404],
        reverse("pip-bezwaar-nieuw", args=[case.pk]): [200, 403, 403, 404],
        reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "gehoord"]): [200, 403, 403, 404],
    }
    assert {url: [log_in(user).get(url).status_code for user in people] for url in pages} == pages


def test_a_bezwaar_is_registered_with_its_scan(version, case, log_in, klantmanager):
    url = reverse("pip-bezwaar-nieuw", args=[case.pk])
    client = log_in(klantmanager)
    wrong = client.post(url, form(version=version.pk, scan=SimpleUploadedFile("brief.pdf", b"MZ\x90program")))
    assert wrong.status_code == 422
    assert "PDF, JPEG en PNG" in html(wrong)
    assert GROUNDS in html(wrong)
    right = client.post(url, form(version=version.pk, scan=SimpleUploadedFile("brief.pdf", PDF)))
    found = Objection.objects.get()
    assert right["Location"] == reverse("pip-bezwaar", args=[case.pk, found.pk])
    page = html(client.get(right["Location"]))
    assert "schorst het PIP niet" in page
    assert "6 weken" in page


@pytest.mark.parametrize(
    "changes",
    [{"received_on": "2026-03-11"}, {"received_on": "1026-01-01"}, {"text": ""}, {"text": "x" * 20_000}, {"via": "portaal"},
     {"language": "<script>"}, {"version": "99999"}, {"text": "a\x00"}],
)  # fmt: skip
def test_bad_input_keeps_what_was_typed(version, case, log_in, klantmanager, changes):
    url = reverse("pip-bezwaar-nieuw", args=[case.pk])
    response = log_in(klantmanager).post(url, form(version=version.pk, representative="Mr. Smit") | changes)
    assert response.status_code == 422
    assert "Mr. Smit" in html(response)
    assert not Objection.objects.exists()


def test_scripts_are_shown_as_words(version, case, log_in, klantmanager):
    found = objection(version, klantmanager, text="<script>alert(1)</script>")
    page = html(log_in(klantmanager).get(reverse("pip-bezwaar", args=[case.pk, found.pk])))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_each_step_has_a_page_and_an_unknown_one_has_none(version, case, log_in, klantmanager):
    found = objection(version, klantmanager)
    client = log_in(klantmanager)
    for key in ("aanvullen", "aangevuld", "gehoord", "niet-horen", "verdagen", "later", "ingebrekestelling", "ingetrokken",
                "vertaling", "te-laat", "beslissen", "vertegenwoordiger"):  # fmt: skip
        assert client.get(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, key])).status_code == 200
        assert client.post(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, key]), {}).status_code == 422
    assert client.get(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "weg"])).status_code == 404


def test_the_team_lead_decides_and_the_klantmanager_reads_why_not(version, case, log_in, klantmanager, lead):
    found = objection(version, klantmanager)
    record_hearing(objection=found, held_on=TUESDAY, outside="Mr. J. Smit", report="Hij wil naar school.",
                   with_interpreter=True, by=klantmanager)  # fmt: skip
    url = reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"])
    assert "Alleen een teamleider" in html(log_in(klantmanager).get(url))
    client = log_in(lead)
    assert case.person.full_name in html(client.get(reverse("bezwaren")))
    assert case.person.full_name in html(client.get(reverse("pip-goedkeuren")))
    missing = client.post(url, {"decision": "gegrond", "reason": "Te kort."})
    assert missing.status_code == 422
    assert "Kies wat er met het PIP gebeurt" in html(missing)
    typed = {
        "decision": "gegrond",
        "effect": "nieuw_pip",
        "reason": "Uw diploma telt hier toch. Dat zagen wij niet.",
    }
    assert client.post(url, typed).status_code == 302
    page = html(client.get(reverse("pip-bezwaar", args=[case.pk, found.pk])))
    assert "Besluit: Gegrond" in page
    assert "Versie 2 (concept)" in page
    assert case.person.full_name not in html(client.get(reverse("bezwaren")))


@pytest.mark.parametrize("key", ["beslissen", "gehoord"])
def test_who_comes_too_late_keeps_what_was_typed(version, case, log_in, klantmanager, lead, teamleider, key):
    found = ready(objection(version, klantmanager), klantmanager)
    url = reverse("pip-bezwaar-stap", args=[case.pk, found.pk, key])
    late = log_in(lead)
    assert late.get(url).status_code == 200
    revoke(found, teamleider)
    answer = late.post(
        url, {"decision": "ongegrond", "reason": GROUNDS, "report": GROUNDS, "held_on": TUESDAY}
    )
    assert answer.status_code == 422
    page = html(answer)
    for words in (
        "Dit is niet bewaard: er is al beslist",
        f"{teamleider.name} sloot dit bezwaar af",
        "Wat u typte",
        GROUNDS,
    ):
        assert words in page
    assert "Wat u typte" not in html(late.get(url))


def test_a_step_of_another_case_is_not_found(version, log_in, klantmanager):
    other_case = CaseFactory(klantmanager=klantmanager)
    found = objection(version, klantmanager)
    assert log_in(klantmanager).get(reverse("pip-bezwaar", args=[other_case.pk, found.pk])).status_code == 404


# --- The newcomer -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "words"), [("nl", "Bezwaar maken"), ("en", "Object"), ("ar", "اعتراض")])
def test_the_newcomer_objects_in_the_own_language(version, log_in, resident, language, words):
    client = log_in(resident)
    client.cookies["django_language"] = language
    url = reverse("mijn-bezwaar-nieuw", args=[version.pk])
    assert words in html(client.get(url))
    assert url in html(client.get(reverse("mijn-plan")))
    response = client.post(url, {"text": "أريد أن أتبع مسار التعليم", "language": "ar"})
    found = Objection.objects.get()
    assert response["Location"] == reverse("mijn-bezwaar", args=[found.pk])
    page = html(client.get(response["Location"]))
    assert "أريد أن أتبع مسار التعليم" in page
    assert reverse("mijn-bezwaar", args=[found.pk]) in html(client.get(reverse("mijn-plan")))
    assert client.get(url)["Location"] == reverse("mijn-bezwaar", args=[found.pk])


def test_a_bezwaar_that_is_too_long_is_refused_whole(version, log_in, resident):
    """Nothing is cut off: what doesn't fit is said, and the end of the text is still there."""
    client, url = log_in(resident), reverse("mijn-bezwaar-nieuw", args=[version.pk])
    assert "maxlength" not in html(client.get(url))
    answer = client.post(url, {"text": f"{'Ik ben het niet eens. ' * 600}Slot", "language": "nl"})
    assert answer.status_code == 422
    assert "Slot</textarea>" in html(answer)
    assert f"{LONGEST_GROUNDS}" in html(answer)
    assert not Objection.objects.exists()


def test_nobody_else_sees_it(version, log_in, resident, klantmanager):
    found = objection(version, klantmanager)
    other_resident = ResidentFactory(person=CaseFactory(klantmanager=klantmanager).person)
    for name, key in (
        ("mijn-bezwaar", found.pk),
        ("mijn-bezwaar-intrekken", found.pk),
        ("mijn-bezwaar-nieuw", version.pk),
    ):
        assert log_in(other_resident).get(reverse(name, args=[key])).status_code == 404
        assert log_in(klantmanager).get(reverse(name, args=[key])).status_code == 403


def test_a_second_click_comes_to_the_bezwaar_of_the_first(version, log_in, resident, monkeypatch):
    """Both looked before the first was kept; the newcomer sees the answer to the second."""
    register = services.register_objection

    def clicked_twice(**facts):
        register(**facts)
        return register(**facts)

    monkeypatch.setattr(services, "register_objection", clicked_twice)
    url = reverse("mijn-bezwaar-nieuw", args=[version.pk])
    answer = log_in(resident).post(url, {"text": GROUNDS, "language": "nl"})
    assert answer["Location"] == reverse("mijn-bezwaar", args=[Objection.objects.get().pk])


def test_a_wrong_file_keeps_the_words(version, log_in, resident):
    url = reverse("mijn-bezwaar-nieuw", args=[version.pk])
    typed = {"text": GROUNDS, "language": "nl", "scan": SimpleUploadedFile("foto.png", b"<html>")}
    response = log_in(resident).post(url, typed)
    assert response.status_code == 422
    assert GROUNDS in html(response)
    assert "PDF, JPEG" in html(response)


def test_the_newcomer_takes_it_back_after_a_question(version, log_in, resident, klantmanager):
    found = objection(version, klantmanager)
    client = log_in(resident)
    url = reverse("mijn-bezwaar-intrekken", args=[found.pk])
    assert "Ja, ik trek" in html(client.get(url))
    assert Objection.objects.get().is_open
    client.post(url)
    assert Objection.objects.get().decision == "ingetrokken"
    assert client.post(url).status_code == 302


def test_an_open_bezwaar_shows_what_is_asked(version, log_in, resident, klantmanager, case):
    found = ready(objection(version, klantmanager), klantmanager)
    data = {"what": "Uw handtekening ontbreekt.", "until_on": "2026-03-24"}
    log_in(klantmanager).post(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "aanvullen"]), data)
    assert "Uw handtekening ontbreekt." in html(
        log_in(resident).get(reverse("mijn-bezwaar", args=[found.pk]))
    )


def test_a_revoked_plan_does_not_look_as_if_it_holds(version, case, log_in, lead, resident, klantmanager):
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, talks_per_year=6, change_reason="Vaker praten.")
    second = establish(second, on=TUESDAY, by=klantmanager)
    newcomer, staff = log_in(resident), log_in(klantmanager)
    gone = reverse("mijn-plan-versie", args=[second.pk])
    found = ready(objection(second, klantmanager), klantmanager)
    assert "Dit plan geldt niet meer" not in html(newcomer.get(gone))
    revoke(found, lead)
    assert "Dit plan geldt niet meer" in html(newcomer.get(gone))
    page = html(newcomer.get(reverse("mijn-plan")))
    assert "Van dinsdag 10 maart 2026, versie 1" in page
    assert "Versie 2 van dinsdag 10 maart 2026 geldt niet meer" in page
    assert "Herroepen" in page
    assert "Deze versie geldt niet meer" in html(staff.get(reverse("pip-versie", args=[case.pk, 2])))
    overview = html(staff.get(reverse("pip", args=[case.pk])))
    assert "PIP dat nu geldt: versie 1" in overview
    assert "Herroepen" in overview


def test_when_the_only_plan_was_revoked_there_is_none(version, case, log_in, lead, resident, klantmanager):
    revoke(ready(objection(version, klantmanager), klantmanager), lead)
    page = html(log_in(resident).get(reverse("mijn-plan")))
    assert "Een plan geldt niet meer" in page
    assert "Mijn doelen en afspraken" not in page
    for path in ("/mijn/", "/mijn/route/"):
        assert log_in(resident).get(path).status_code == 200
    overview = log_in(klantmanager).get(reverse("pip", args=[case.pk]))
    assert overview.status_code == 200
    assert "PIP dat nu geldt" not in html(overview)


def revoke(found, lead):
    decide_objection(objection=found, decision=ObjectionDecision.GEGROND, effect=Effect.HERROEPEN, by=lead,
                     reason="Het diploma is niet meegewogen in het besluit.")  # fmt: skip
