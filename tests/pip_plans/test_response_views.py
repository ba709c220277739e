"""The pages on which a newcomer reads along and answers, and on which the gemeente deals with it."""

import json
import re
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.enums import Role
from pip_plans.enums import Ground
from pip_plans.models import Approval, PipVersion
from pip_plans.models.responses import LONGEST_COMMENT
from pip_plans.selectors import involvement_of, open_conditions, responses_to, text_hash, version_with_text
from pip_plans.services import (
    add_agreement,
    ask_approval,
    ask_unilateral,
    comment_on,
    decide_approval,
    establish_unilaterally,
    remove_agreement,
    respond,
    share_concept,
    update_concept,
)
from tests.factories import PDF, ResidentFactory, StaffFactory, TeamFactory
from tests.pip_plans.plans import FIELDS, SIGNATURE, TUESDAY, agreed, establish, lawful_concept
from tests.pip_plans.responses import later

pytestmark = pytest.mark.django_db
WHY = "Hij reageert al weken niet en de termijn van tien weken loopt af."


def at(name, case, *numbers):
    return reverse(name, args=[case.pk, *numbers])


def html(answer):
    return answer.content.decode()


@pytest.fixture
def mine(log_in, klantmanager):
    return log_in(klantmanager)


@pytest.fixture
def me(log_in, resident):
    return log_in(resident)


@pytest.fixture
def shared(concept, klantmanager):
    return share_concept(version=concept, by=klantmanager)


def test_nothing_is_read_before_it_is_shared(concept, case, mine, me, log_in):
    assert me.get("/mijn/plan/concept/").status_code == 404
    assert "ziet dit concept nog niet" in html(mine.get(at("pip-reacties", case)))
    assert "staat in het portaal" in html(mine.post(at("pip-delen", case), follow=True))
    page = html(me.get("/mijn/plan/concept/"))
    assert "أريد أن أعمل طباخاً في مطعم." in page
    assert "Begin met de les op maandag." in page
    assert log_in(ResidentFactory()).get("/mijn/plan/concept/").status_code == 404


@pytest.mark.parametrize(
    ("language", "taken_back", "established"),
    [
        ("nl", "staat niet meer in het portaal", "Uw plan is vastgesteld."),
        ("ar", "لم تعد هذه الخطة", "تم اعتماد خطتك."),
    ],
)
def test_an_older_message_leads_to_a_page_that_says_what_became_of_the_concept(
    shared, case, klantmanager, mine, me, language, taken_back, established
):
    me.cookies["django_language"] = language
    mine.post(at("pip-niet-delen", case))
    page = me.get("/mijn/plan/concept/")
    assert (page.status_code, taken_back in html(page), 'href="/mijn/plan/"' in html(page)) == (
        200,
        True,
        True,
    )
    establish(PipVersion.objects.get(), on=date(2026, 3, 10), by=klantmanager)
    page = me.get("/mijn/plan/concept/")
    assert (page.status_code, established in html(page), 'href="/mijn/plan/"' in html(page)) == (
        200,
        True,
        True,
    )


def test_when_the_days_to_read_are_over_the_page_says_so_and_not_a_day_that_has_passed(shared, me):
    """PP-28: and that an answer still counts."""
    me.cookies["django_language"] = "nl"
    until = involvement_of(shared, today=TUESDAY).readable_until
    with later((until - TUESDAY).days - 1):
        assert "U hebt hiervoor de tijd tot" in html(me.get("/mijn/plan/concept/"))
    with later((until - TUESDAY).days):
        page = html(me.get("/mijn/plan/concept/"))
        assert "U hebt hiervoor de tijd tot" not in page
        assert "De dagen om te lezen zijn voorbij. U kunt nog wel antwoord geven" in page
        me.cookies["django_language"] = "ar"
        assert "انتهت أيام القراءة" in html(me.get("/mijn/plan/concept/"))


def test_a_partner_and_staff_stay_out(shared, log_in, klantmanager, stranger):
    assert log_in(ResidentFactory()).get("/mijn/plan/concept/").status_code == 404
    assert log_in(klantmanager).get("/mijn/plan/concept/").status_code == 403
    assert log_in(stranger).get(at("pip-reacties", shared.pip.case)).status_code == 404


def test_pp_02_a_remark_goes_to_the_klantmanager_and_the_answer_comes_back(shared, case, mine, me):
    agreement = shared.agreements.get()
    me.post("/mijn/plan/concept/opmerking/", {"text": "Wie betaalt de <bus>?", "misses_agreement": "on"})
    me.post("/mijn/plan/concept/opmerking/", {"text": "Liever dinsdag.", "agreement": agreement.pk})
    first, second = shared.comments.all()
    assert (first.kind, second.agreement) == ("ontbreekt", agreement)
    assert "Wie betaalt de &lt;bus&gt;?" in html(mine.get(at("pip-reacties", case)))
    assert (
        mine.post(at("pip-opmerking", case, first.pk), {f"opmerking-{first.pk}-answer": ""}).status_code
        == 422
    )
    mine.post(at("pip-opmerking", case, first.pk), {f"opmerking-{first.pk}-answer": "De gemeente."})
    again = mine.post(at("pip-opmerking", case, first.pk), {f"opmerking-{first.pk}-answer": "Toch u."})
    assert (again.status_code, "al beantwoord" in html(again)) == (422, True)
    assert "De gemeente." in html(me.get("/mijn/plan/concept/"))
    assert me.post("/mijn/plan/concept/opmerking/", {"text": " "}).status_code == 422


def answer(version, **fields):
    return {
        "reaction": "akkoord",
        "means": "digid",
        "language": "ar",
        "expected_hash": text_hash(version),
    } | fields


def test_the_newcomer_confirms_with_digid_and_the_plan_is_established(shared, case, mine, me):
    page = html(me.post("/mijn/plan/concept/antwoord/", answer(shared), follow=True))
    assert "Uw antwoord is bewaard." in page
    assert "U bent akkoord." in page
    assert "De nieuwkomer is akkoord met deze tekst" in html(mine.get(at("pip-reacties", case)))
    mine.post(at("pip-vaststellen", case), {"on": "2026-03-10"})
    assert not PipVersion.objects.get().is_concept
    assert "Bevestigd na inloggen met DigiD".lower() in html(mine.get(at("pip-versie", case, 1))).lower()


@pytest.mark.parametrize(
    "fields",
    [{"means": "getekend"}, {"means": "getekend", "strokes": "[[[1,2]]]"}, {"means": "getekend", "strokes": "{"},
     {"means": "getekend", "strokes": "[" * 60_000}, {"means": "papier"}, {"reaction": "niet_akkoord"},
     {"reaction": "onder_voorwaarde"}, {"reaction": ""}, {"language": "xx"}, {"reaction": "geen_reactie"}],
)  # fmt: skip
def test_an_answer_that_is_not_complete_stays_on_the_page(shared, me, fields):
    page = me.post(
        "/mijn/plan/concept/antwoord/", answer(shared, conditions="", reason="", **fields) | fields
    )
    assert page.status_code == 422
    assert shared.responses.count() == 0


def test_what_was_typed_is_kept_when_something_is_missing(shared, me):
    words = "Ik wil les in de avond."
    page = me.post(
        "/mijn/plan/concept/antwoord/",
        answer(shared, reaction="niet_akkoord", reason=words, means="getekend"),
    )
    assert (page.status_code, words in html(page)) == (422, True)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [({"reaction": "niet_akkoord"}, "reason", "Schrijf op waarom u niet akkoord bent."),
     ({"reaction": "onder_voorwaarde"}, "conditions", "Schrijf op wat er moet veranderen."),
     ({"conditions": "Les in de avond"}, "conditions", "of haal deze tekst weg."),
     ({"means": "getekend"}, "means", "Er staat nog geen handtekening.")],
)  # fmt: skip
def test_each_fault_of_an_answer_stands_at_its_field(shared, me, fields, field, sentence):
    me.cookies["django_language"] = "nl"
    page = html(me.post("/mijn/plan/concept/antwoord/", answer(shared, **fields)))
    assert f'href="#id_{field}"' in page
    assert page.count(sentence) == 2  # in the summary and at the field
    me.cookies["django_language"] = "ar"
    assert sentence not in html(me.post("/mijn/plan/concept/antwoord/", answer(shared, **fields)))


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "te kort"), ("en", "too short"), ("ar", "توقيعك قصير جدًا")]
)
def test_a_dot_is_refused_as_too_short_in_the_language_of_the_page(shared, me, language, words):
    me.cookies["django_language"] = language
    sent = answer(shared, means="getekend", strokes="[[[500, 500]]]")
    page = me.post("/mijn/plan/concept/antwoord/", sent)
    # In the summary, at the field, and hidden at the box for the script.
    assert (page.status_code, html(page).count(words)) == (422, 3)
    crossed = answer(shared, means="getekend", strokes="[[[480, 450], [510, 550]], [[510, 450], [480, 550]]]")
    assert me.post("/mijn/plan/concept/antwoord/", crossed).status_code == 302


def test_words_about_a_concept_that_was_taken_back_are_given_back(shared, case, mine, me):
    """Nothing was replaced, and the page doesn't say so."""
    me.cookies["django_language"] = "nl"
    sent = answer(shared, reaction="niet_akkoord", reason="Ik wil les in de avond.")
    mine.post(at("pip-niet-delen", case))
    for address, data, words in (
        ("antwoord", sent, "Ik wil les in de avond."),
        ("opmerking", {"text": "Wie betaalt de bus?"}, "Wie betaalt de bus?"),
    ):
        page = me.post(f"/mijn/plan/concept/{address}/", data)
        assert (page.status_code, words in html(page)) == (422, True)
        assert "staat niet meer in het portaal" in html(page)
        assert "vervangen" not in html(page)


def test_a_refused_remark_keeps_its_words_where_it_was_typed(shared, me):
    agreement = shared.agreements.get()
    long = "bus " * 2000
    page = html(me.post("/mijn/plan/concept/opmerking/", {"text": long, "agreement": agreement.pk}))
    assert page.count(long.strip()) == 1
    field = f"zeg-agreement-{agreement.pk}-text"
    assert f'href="#{field}"' in page
    assert f'id="{field}_error"' in page
    assert page.count('<details class="details" open>') == 1
    empty = html(me.post("/mijn/plan/concept/opmerking/", {"text": " "}))
    assert 'href="#zeg---text"' in empty


def test_a_remark_as_long_as_fits_may_have_lines_and_one_more_sign_loses_nothing(shared, me):
    """A browser sends two signs for each end of a line; what is too long stays whole, also its end."""
    fits = "\r\n".join(["x" * 99] * 50)
    assert len(fits.replace("\r\n", "\n")) <= LONGEST_COMMENT < len(fits)
    page = me.post("/mijn/plan/concept/opmerking/", {"text": f"{fits}{'x' * 20_000}slot"})
    assert page.status_code == 422
    assert "xslot</textarea>" in html(page)
    assert "hoogstens 5000 tekens" in html(page)
    assert me.post("/mijn/plan/concept/opmerking/", {"text": fits}).status_code == 302
    assert shared.comments.get().text == fits.replace("\r\n", "\n")


@pytest.mark.parametrize(("about", "value"), [("agreement", "of_now"), ("goal", "0"), ("agreement", "x' --")])
def test_a_remark_about_what_is_gone_comes_back_as_one_about_the_whole_plan(
    shared, klantmanager, me, about, value
):
    agreement = shared.agreements.get()
    gone = {"text": "Liever dinsdag.", about: str(agreement.pk) if value == "of_now" else value}
    if value == "of_now":
        remove_agreement(agreement=agreement, by=klantmanager)
    me.cookies["django_language"] = "nl"
    refused = me.post("/mijn/plan/concept/opmerking/", gone)
    page = html(refused)
    assert (refused.status_code, "staat niet meer in het plan" in page) == (422, True)
    assert re.search(r'id="zeg---text"[^>]*>\s*Liever dinsdag\.', page)
    assert me.post("/mijn/plan/concept/opmerking/", {"text": "Liever dinsdag."}).status_code == 302
    assert [one.text for one in shared.comments.all()] == ["Liever dinsdag."]


def test_pp_28_the_page_says_that_an_akkoord_of_a_colleague_must_wait(shared, case, klantmanager, mine):
    signed = {
        "reaction": "akkoord",
        "means": "getekend",
        "strokes": SIGNATURE,
        "language": "ar",
        "by": klantmanager,
    }
    respond(version=shared, **signed)
    page = html(mine.get(at("pip-reacties", case)))
    assert ("Vaststellen kan nog niet" in page, "U kunt het PIP vaststellen" in page) == (True, False)
    respond(version=shared, sooner_reason="Zij las het met de tolk en wil nu tekenen.", **signed)
    page = html(mine.get(at("pip-reacties", case)))
    assert ("Vaststellen kan nog niet" in page, "U kunt het PIP vaststellen" in page) == (False, True)


def test_a_remark_too_many_is_refused_in_words(shared, case, mine, me, monkeypatch):
    monkeypatch.setattr("pip_plans.services.sharing.MOST_COMMENTS", 0)
    me.cookies["django_language"] = "nl"
    page = me.post("/mijn/plan/concept/opmerking/", {"text": "Wie betaalt de bus?"})
    assert (page.status_code, "heel veel opmerkingen" in html(page)) == (422, True)
    page = mine.post(at("pip-opmerkingen", case), {"text": "Wie betaalt de bus?"})
    assert (page.status_code, "Wie betaalt de bus?" in html(page)) == (422, True)


def test_who_answered_reads_so(shared, me):
    me.cookies["django_language"] = "nl"
    page = html(me.post("/mijn/plan/concept/antwoord/", answer(shared, interpreter_used="on"), follow=True))
    assert "U hebt al geantwoord op deze tekst." in page
    assert "bevestigd met DigiD, met hulp van een tolk" in page


def test_a_signature_for_another_text_is_refused_in_the_language_of_the_page(shared, klantmanager, me):
    seen = answer(shared, means="getekend", strokes=json.dumps(SIGNATURE))
    update_concept(version=shared, by=klantmanager, support="Minder hulp.")
    me.cookies["django_language"] = "nl"
    page = me.post("/mijn/plan/concept/antwoord/", seen)
    assert (page.status_code, "Het plan is veranderd terwijl u het las" in html(page)) == (422, True)
    establish(PipVersion.objects.get(), on=date(2026, 3, 10), by=klantmanager)
    page = me.post("/mijn/plan/concept/antwoord/", seen, follow=True)
    assert "intussen vervangen" in html(page)


def sent(page):
    """The fields of the form with the answer, as the page gives them back."""
    form = html(page).split('id="antwoord"')[-1]
    return {name: form.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in ("expected_hash", "strokes")
            if f'name="{name}" value="' in form}  # fmt: skip


def test_an_answer_can_be_given_to_the_text_that_the_refusal_shows(shared, klantmanager, me):
    """PP-28: the words stay, the signature was for another text and is asked again."""
    words = "Ik wil les in de avond."
    seen = answer(
        shared, reaction="niet_akkoord", reason=words, means="getekend", strokes=json.dumps(SIGNATURE)
    )
    update_concept(version=shared, by=klantmanager, support="Minder hulp.")
    me.cookies["django_language"] = "nl"
    page = me.post("/mijn/plan/concept/antwoord/", seen)
    assert (page.status_code, words in html(page), "Minder hulp." in html(page)) == (422, True, True)
    assert "Bevestig of teken opnieuw" in html(page)
    again = seen | {"strokes": "", "means": "digid"} | sent(page)
    assert again["expected_hash"] == text_hash(PipVersion.objects.get())
    assert again["strokes"] == ""
    assert me.post("/mijn/plan/concept/antwoord/", again).status_code == 302


def test_staff_can_keep_a_response_after_the_text_changed(shared, case, klantmanager, mine):
    words = "Ik wil les in de avond."
    data = {"reaction": "niet_akkoord", "reason": words, "means": "mondeling", "given_on": "2026-03-10",
            "language": "ar", "expected_hash": text_hash(shared)}  # fmt: skip
    update_concept(version=shared, by=klantmanager, support="Minder hulp.")
    page = mine.post(at("pip-reactie", case), data)
    assert (page.status_code, words in html(page)) == (422, True)
    assert "ging over een andere tekst" in html(page)
    assert mine.post(at("pip-reactie", case), data | sent(page)).status_code == 302


def test_pp_01_a_condition_after_the_approval_is_answered_and_asked_again(
    shared, case, klantmanager, teamleider, mine
):
    """PP-01: the page has a field for the condition that came later, and the team lead decides again."""
    say = {"means": "mondeling", "language": "ar", "version": shared, "by": klantmanager}
    respond(reaction="niet_akkoord", reason="Te laag.", **say)
    with time_machine.travel("2026-03-18T10:00:00+00:00"):
        first = ask_unilateral(version=shared, motivation=WHY, answers={}, by=klantmanager)
        decide_approval(approval=first, decision="goedgekeurd", by=teamleider)
        condition = respond(reaction="onder_voorwaarde", conditions=["Les tot B2."], **say).conditions.get()
        respond(reaction="niet_akkoord", reason="Toch niet.", **say)
        page = html(mine.get(at("pip-eenzijdig", case)))
        assert f'name="voorwaarde-{condition.pk}"' in page
        assert "Ja, stel eenzijdig vast" not in page
        with pytest.raises(ValidationError, match="1 voorwaarde van de nieuwkomer waarop u niet reageerde"):
            establish_unilaterally(version=shared, on=date(2026, 3, 18), by=klantmanager)
        asking = {"motivation": WHY, f"voorwaarde-{condition.pk}": "Geen geld."}
        assert mine.post(at("pip-eenzijdig", case), asking).status_code == 302
        decide_approval(approval=Approval.objects.latest("id"), decision="goedgekeurd", by=teamleider)
        assert mine.post(at("pip-eenzijdig", case), {"on": "2026-03-18"}).status_code == 302
    assert PipVersion.objects.get().is_unilateral


def test_a_question_of_before_a_condition_is_not_decided(shared, klantmanager, teamleider):
    say = {"means": "mondeling", "language": "ar", "version": shared, "by": klantmanager}
    respond(reaction="niet_akkoord", reason="Te laag.", **say)
    with time_machine.travel("2026-03-18T10:00:00+00:00"):
        asked = ask_unilateral(version=shared, motivation=WHY, answers={}, by=klantmanager)
        respond(reaction="onder_voorwaarde", conditions=["Les tot B2."], **say)
        with pytest.raises(ValidationError, match="nog een voorwaarde nadat dit werd gevraagd"):
            decide_approval(approval=asked, decision="goedgekeurd", by=teamleider)


def test_a_condition_lapses_with_a_later_akkoord_to_the_same_text(shared, klantmanager):
    say = {"language": "ar", "version": shared, "by": klantmanager}
    respond(reaction="onder_voorwaarde", means="mondeling", conditions=["Les tot B2.", "In de avond."], **say)
    respond(reaction="niet_akkoord", means="mondeling", reason="Toch niet.", **say)
    assert [one.text for one in open_conditions(responses_to(shared))] == ["Les tot B2.", "In de avond."]
    respond(reaction="akkoord", means="getekend", strokes=SIGNATURE, **say)
    assert open_conditions(responses_to(shared)) == []


def test_an_answer_to_an_earlier_text_is_shown_as_such(shared, case, klantmanager, mine, me):
    me.post("/mijn/plan/concept/antwoord/", answer(shared, means="getekend", strokes=json.dumps(SIGNATURE)))
    update_concept(version=shared, by=klantmanager, talks_per_year=9)
    assert "Gegeven op een eerdere tekst" in html(me.get("/mijn/plan/concept/"))
    page = html(mine.get(at("pip-reacties", case)))
    assert "Gegeven op een eerdere tekst" in page
    assert "Voortgangsgesprekken in een jaar" in page
    assert '<path d="M100 500' in page


@pytest.mark.parametrize(
    ("language", "since_answer", "since"),
    [("nl", "Wat is er veranderd sinds uw antwoord van", "Wat is er veranderd sinds dinsdag 10 maart 2026?"),
     ("ar", "ما الذي تغيّر منذ إجابتك في", "ما الذي تغيّر منذ")],
)  # fmt: skip
def test_pp_28_a_changed_concept_says_what_changed_since_it_was_read_or_answered(
    shared, klantmanager, me, language, since_answer, since
):
    """PP-28: with many agreements nobody has to read everything again."""

    def concept():
        return html(me.get("/mijn/plan/concept/"))

    def changed(**fields):
        update_concept(version=version_with_text(shared.pk), by=klantmanager, **fields)

    me.cookies["django_language"] = language
    assert since not in concept()
    changed(intensity_hours=400)
    assert since in concept()
    assert since_answer not in concept()
    share_concept(version=version_with_text(shared.pk), by=klantmanager)
    assert since in concept()
    me.post("/mijn/plan/concept/antwoord/", answer(version_with_text(shared.pk)))
    assert since not in concept()
    changed(pvt_hours=14, support="Een taalmaatje.")
    share_concept(version=version_with_text(shared.pk), by=klantmanager)
    told = concept().split(since_answer)[1].split("</section>")[0]
    assert ("14 uur" if language == "nl" else "عدد الساعات: 14") in told
    assert FIELDS["support"] in told
    assert "Een taalmaatje." in told
    assert "400" not in told


def test_what_changed_costs_the_page_one_query(shared, klantmanager, me):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            me.get("/mijn/plan/concept/")
        return len(queries)

    asked()
    before = asked()
    goal = shared.goals.get()
    for number in range(40):
        add_agreement(version=shared, text=f"Afspraak {number}", owner="gemeente", due_on=date(2026, 4, 1), goal=goal,
                      by=klantmanager)  # fmt: skip
    assert asked() <= before + 1


def test_pp_01_from_no_to_established_without_akkoord_on_the_pages(
    shared, case, klantmanager, mine, me, log_in, teamleider
):
    me.post(
        "/mijn/plan/concept/antwoord/",
        answer(shared, reaction="onder_voorwaarde", conditions="Les tot B2.\nIn de avond."),
    )
    first, second = shared.responses.get().conditions.all()
    asking = {
        "motivation": WHY,
        f"voorwaarde-{first.pk}": "Geen geld.",
        f"voorwaarde-{second.pk}": "Dat kan.",
    }
    assert mine.post(at("pip-eenzijdig", case), asking).status_code == 422
    with time_machine.travel("2026-03-18T10:00:00+00:00"):
        lead = log_in(teamleider)
        assert mine.post(at("pip-eenzijdig", case), {"motivation": WHY}).status_code == 422
        assert mine.post(at("pip-eenzijdig", case), asking).status_code == 302
        approval = Approval.objects.get()
        assert case.person.full_name in html(lead.get(reverse("pip-goedkeuren")))
        page = html(lead.get(reverse("pip-akkoord", args=[approval.pk])))
        assert "Les tot B2." in page
        assert "Geen geld." in page
        decide = reverse("pip-akkoord", args=[approval.pk])
        assert lead.post(decide, {"decision": "afgewezen"}).status_code == 422
        lead.post(decide, {"decision": "goedgekeurd"})
        late = lead.post(decide, {"decision": "afgewezen", "reason": "Nee"})
        assert (late.status_code, "al beslist" in html(late)) == (422, True)
        mine.post(at("pip-eenzijdig", case), {"on": "2026-03-18"})
        assert PipVersion.objects.get().is_unilateral
        assert WHY in html(me.get("/mijn/plan/"))
        assert "Eenzijdig vastgesteld" in html(mine.get(at("pip", case)))
        assert case.person.full_name in html(lead.get(reverse("pip-goedkeuren")))


def test_a_lead_of_another_team_or_gemeente_sees_nothing_to_approve(
    shared, case, klantmanager, gemeente, log_in, stranger
):
    approval = ask_approval(version=shared, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager)
    elsewhere = StaffFactory(team=TeamFactory(gemeente=gemeente), role=Role.TEAMLEIDER)
    far = StaffFactory(team=stranger.memberships.get().team, role=Role.TEAMLEIDER)
    for user in (elsewhere, far):
        client = log_in(user)
        assert client.get(reverse("pip-akkoord", args=[approval.pk])).status_code == 404
        assert case.person.full_name not in html(client.get(reverse("pip-goedkeuren")))
    assert log_in(klantmanager).get(reverse("pip-goedkeuren")).status_code == 403


def test_the_klantmanager_keeps_a_paper_with_its_scan(shared, case, mine):
    data = {"reaction": "akkoord", "means": "papier", "given_on": "2026-03-10", "language": "ar"}
    assert mine.post(at("pip-reactie", case), data).status_code == 422
    fake = SimpleUploadedFile("handtekening.pdf", b"%PDF-1.4 %%EOF")
    refused = mine.post(at("pip-reactie", case), data | {"scan": fake, "given_on": "2026-03-01"})
    assert refused.status_code == 422
    assert "begint als een PDF" in refused.context["form"].errors["scan"][0]
    assert "vóór deze tekst" in refused.context["form"].non_field_errors()[0]
    assert (
        mine.post(
            at("pip-reactie", case),
            data | {"scan": SimpleUploadedFile("handtekening.pdf", PDF), "given_on": "2026-03-01"},
        ).status_code
        == 422
    )
    assert not case.documents.exists()  # Nothing of what was refused stays.
    for _ in range(2):
        assert (
            mine.post(
                at("pip-reactie", case), data | {"scan": SimpleUploadedFile("handtekening.pdf", PDF)}
            ).status_code
            == 302
        )
    assert shared.responses.get().scan.title == "Handtekening bij PIP versie 1"


def test_a_concept_with_comments_is_not_thrown_away(shared, case, klantmanager, mine):
    comment_on(version=shared, by=klantmanager, text="Kan het later?")
    page = html(mine.post(at("pip-concept-verwijderen", case), follow=True))
    assert "heeft op dit concept gereageerd" in page


def test_the_beheerder_sets_the_days(on_tuesday, team, log_in):
    beheer = log_in(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER))
    assert "Nu: 7 dagen" in html(beheer.get(reverse("pip-leestijd")))
    assert beheer.post(reverse("pip-leestijd"), {"days": 99, "valid_from": "2026-03-10"}).status_code == 422
    assert beheer.post(reverse("pip-leestijd"), {"days": 10, "valid_from": "2026-03-01"}).status_code == 422
    beheer.post(reverse("pip-leestijd"), {"days": 10, "valid_from": "2026-03-10"})
    assert "Nu: 10 dagen" in html(beheer.get(reverse("pip-leestijd")))


def test_the_pages_are_accessible_and_fit(case, klantmanager, teamleider, resident, new_page, look):
    concept = agreed(share_concept(version=lawful_concept(case, klantmanager), by=klantmanager), klantmanager)
    update_concept(version=concept, by=klantmanager, talks_per_year=9)
    comment_on(version=concept, by=resident, text="Wie betaalt de bus?", misses_agreement=True)
    approval = ask_approval(version=concept, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager)
    staff, lead, me = (new_page(user) for user in (klantmanager, teamleider, resident))
    pages = [
        (staff, at(name, case)) for name in ("pip-reacties", "pip-reactie", "pip-eenzijdig", "pip-lesuren")
    ]
    pages += [
        (lead, reverse("pip-goedkeuren")),
        (lead, reverse("pip-akkoord", args=[approval.pk])),
        (me, "/mijn/plan/concept/"),
    ]
    for page, address in pages:
        page.goto(address)
        look(page, address.strip("/").replace("/", "-"))
