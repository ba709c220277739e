"""The pages of the oproepen for three people, the portal of the newcomer, the API, and the work list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from caseload.enums import Source
from caseload.selectors import work_list
from cases.models import Case
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.services import start_deadline
from intake.models import Summons, SummonsAttempt, SummonsReason
from tests.factories import CaseFactory, ResidentFactory
from tests.intake.conftest import Call
from tests.intake.ladder import blamed, miss, talk_for, three_missed
from tests.intake.ladder import call as summoned

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def pip_term(case: Case):
    facts = Facts(group=case.group, notified_on=timezone.localdate(), brp_registered_on=timezone.localdate())
    return start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)


def at(name: str, summons: Summons) -> str:
    return reverse(name, args=[summons.case_id, summons.pk])


def test_the_page_says_that_the_ten_weeks_run_on(
    case: Case, klantmanager: User, log_in: LogIn, pip_term: Any
) -> None:
    page = log_in(klantmanager).get(reverse("oproepen", args=[case.pk])).content.decode()
    assert "De tien weken lopen door" in page
    assert "Besluit inburgering 2021, artikel 5.3" in page
    assert f"{pip_term.due_on.day} " in page
    assert "Nog geen oproepen" in page


def test_no_next_oproep_is_offered_while_one_is_open(case: Case, klantmanager: User, log_in: LogIn) -> None:
    client, url = log_in(klantmanager), reverse("oproepen", args=[case.pk])
    button = reverse("oproep-nieuw", args=[case.pk])
    assert button in client.get(url).content.decode()
    summons = summoned(case, klantmanager)
    page = client.get(url).content.decode()
    assert button not in page
    assert "Oproep 1 loopt nog: de afspraak is op" in page
    miss(summons, klantmanager)
    page = client.get(url).content.decode()
    assert button not in page
    assert "Vraag de nieuwkomer eerst waarom" in page


def test_an_oproep_is_sent_from_the_page(case: Case, klantmanager: User, log_in: LogIn) -> None:
    talk = talk_for(case, klantmanager)
    client, url = log_in(klantmanager), reverse("oproep-nieuw", args=[case.pk])
    assert client.get(url).status_code == 200
    done = client.post(url, {"number": 1, "appointment": talk.pk, "confirmed_without_translation": "on"})
    assert done["Location"] == reverse("oproepen", args=[case.pk])
    assert Summons.objects.get().appointment == talk
    page = client.get(reverse("oproepen", args=[case.pk])).content.decode()
    assert "De afspraak moet nog komen" in page
    assert "Oproep 1" in client.get(reverse("intake", args=[case.pk])).content.decode()


def test_without_a_talk_the_page_says_to_plan_one(case: Case, klantmanager: User, log_in: LogIn) -> None:
    page = log_in(klantmanager).get(reverse("oproep-nieuw", args=[case.pk])).content.decode()
    assert "Maak eerst een afspraak" in page


def test_a_page_of_an_hour_ago_sends_no_later_oproep(case: Case, klantmanager: User, log_in: LogIn) -> None:
    talk = talk_for(case, klantmanager)
    refused = log_in(klantmanager).post(
        reverse("oproep-nieuw", args=[case.pk]), {"number": 2, "appointment": talk.pk}
    )
    assert refused.status_code == 422
    assert "geen stap wordt overgeslagen" in refused.content.decode()


@pytest.mark.parametrize("number", ["", "abc", "-1", "1000", "1; drop table"])
def test_nonsense_for_a_number_is_an_error_of_the_form(
    case: Case, klantmanager: User, log_in: LogIn, number: str
) -> None:
    answer = log_in(klantmanager).post(
        reverse("oproep-nieuw", args=[case.pk]), {"number": number, "appointment": 999999}
    )
    assert answer.status_code == 422


def test_what_was_typed_comes_back_with_the_error(case: Case, klantmanager: User, log_in: LogIn) -> None:
    summons = miss(summoned(case, klantmanager), klantmanager)
    answer = log_in(klantmanager).post(
        at("oproep-oordeel", summons), {"blame": "", "reason": "Mijn <b>lange</b> reden"}
    )
    assert answer.status_code == 422
    assert "Mijn &lt;b&gt;lange&lt;/b&gt; reden" in answer.content.decode()


def test_the_acts_one_by_one(case: Case, klantmanager: User, log_in: LogIn) -> None:
    client = log_in(klantmanager)
    summons = miss(summoned(case, klantmanager), klantmanager)
    day = timezone.localdate().isoformat()
    attempt = {"on": day, "channel": "telefoon", "said": "Wist het niet", "is_reached": "on"}
    assert client.post(reverse("oproep-poging", args=[case.pk]), attempt).status_code == 302
    reason = {"text": "De brief kwam niet aan", "language": "nl", "via": "telefoon"}
    assert client.post(at("oproep-reden", summons), reason).status_code == 302
    judged = {"blame": "verwijtbaar", "reason": "De brief is aangekomen."}
    assert client.post(at("oproep-oordeel", summons), judged).status_code == 302
    page = client.get(reverse("oproepen", args=[case.pk])).content.decode()
    assert "De brief kwam niet aan" in page
    assert "Waarschuwing en oproep 2" in page
    assert SummonsAttempt.objects.get().is_reached
    withdrawn = {"reason": "Toch niet", "confirmed_without_translation": "on"}
    assert client.post(at("oproep-intrekken", summons), withdrawn).status_code == 302


def test_why_somebody_stayed_away_is_for_who_guides_the_case(
    case: Case, klantmanager: User, colleague: User, stranger: User, resident: User, log_in: LogIn
) -> None:
    summons = miss(summoned(case, klantmanager), klantmanager)
    log_in(klantmanager).post(
        at("oproep-reden", summons), {"text": "Psychose", "language": "nl", "via": "telefoon"}
    )
    url = reverse("oproepen", args=[case.pk])
    assert "Psychose" in log_in(klantmanager).get(url).content.decode()
    seen = log_in(colleague).get(url)
    assert seen.status_code == 200
    assert "Psychose" not in seen.content.decode()
    assert "Er is een reden gegeven" in seen.content.decode()
    assert log_in(stranger).get(url).status_code == 404
    assert log_in(resident).get(url).status_code in {302, 403}


def test_a_summons_of_another_case_is_not_found(case: Case, klantmanager: User, log_in: LogIn) -> None:
    other = CaseFactory(klantmanager=klantmanager)
    summons = summoned(other, klantmanager)
    assert log_in(klantmanager).get(reverse("oproep-reden", args=[case.pk, summons.pk])).status_code == 404


def test_only_the_team_lead_ends_the_intake(
    case: Case, klantmanager: User, teamleider: User, log_in: LogIn
) -> None:
    three_missed(case, klantmanager)
    url = reverse("intake-zonder-nieuwkomer", args=[case.pk])
    assert log_in(klantmanager).get(url).status_code == 403
    client = log_in(teamleider)
    sent = {"basis": "COA", "reason": "Kwam nooit", "confirmed_without_translation": "on"}
    assert client.post(url, sent).status_code == 302
    assert "zonder de nieuwkomer" in client.get(reverse("intake", args=[case.pk])).content.decode()


def test_the_page_takes_as_many_queries_for_many_steps(
    case: Case, klantmanager: User, log_in: LogIn, django_assert_max_num_queries: Any
) -> None:
    client, url = log_in(klantmanager), reverse("oproepen", args=[case.pk])
    blamed(case, klantmanager)
    with django_assert_max_num_queries(40) as one:
        client.get(url)
    blamed(case, klantmanager, 2)
    with django_assert_max_num_queries(len(one)):
        client.get(url)


# --- The newcomer ---------------------------------------------------------------------------------------


def test_the_newcomer_reads_what_happened_and_says_why_in_the_own_language(
    case: Case, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    client = log_in(resident)
    assert "U hebt geen oproep" in client.get(reverse("mijn-oproepen")).content.decode()
    summons = miss(summoned(case, klantmanager), klantmanager)
    assert "U hebt een oproep" in client.get(reverse("mijn")).content.decode()
    page = client.get(reverse("mijn-oproepen")).content.decode()
    assert "Vertel waarom" in page
    assert "Die dag verandert niet" in page
    url = reverse("mijn-oproep-reden", args=[summons.pk])
    assert client.post(url, {"text": "", "language": "ar"}).status_code == 422
    assert client.post(url, {"text": "كنت في المستشفى", "language": "ar"}).status_code == 302
    kept = SummonsReason.objects.get()
    assert (kept.by, kept.language, kept.via) == (resident, "ar", "portaal")
    assert "كنت في المستشفى" in client.get(reverse("mijn-oproepen")).content.decode()


def test_the_portal_speaks_arabic_about_it(
    case: Case, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    summoned(case, klantmanager)
    client = log_in(resident)
    client.post(reverse("mijn-taal"), {"language": "ar"})
    page = client.get(reverse("mijn-oproepen"), headers={"Accept-Language": "ar"}).content.decode()
    assert 'dir="rtl"' in page
    assert "Wat is er gebeurd?" not in page


def test_nobody_else_reads_or_answers_it(
    case: Case, klantmanager: User, colleague: User, log_in: LogIn
) -> None:
    summons = miss(summoned(case, klantmanager), klantmanager)
    other = log_in(ResidentFactory(person=CaseFactory(klantmanager=colleague).person))
    assert other.get(reverse("mijn-oproep-reden", args=[summons.pk])).status_code == 404
    assert "U hebt geen oproep" in other.get(reverse("mijn-oproepen")).content.decode()


def test_a_reason_after_the_judgement_is_refused_kindly(
    case: Case, klantmanager: User, resident: User, log_in: LogIn
) -> None:
    summons = blamed(case, klantmanager)
    answer = log_in(resident).post(
        reverse("mijn-oproep-reden", args=[summons.pk]), {"text": "Bus", "language": "nl"}
    )
    assert answer.status_code == 422
    assert "Dit kan nu niet meer" in answer.content.decode()


# --- The API and the work list -------------------------------------------------------------------------------


def test_the_api_reads_and_sends(case: Case, klantmanager: User, call: Call, pip_term: Any) -> None:
    talk = talk_for(case, klantmanager)
    given = {"afspraakId": talk.pk, "nummer": 1, "zonderVertaling": True}
    sent = call(klantmanager, "post", f"dossiers/{case.pk}/oproepen/sturen", given)
    assert sent.status_code == 201
    assert sent.json()["oproepen"][0]["stand"] == "komt"
    assert sent.json()["pipUiterlijk"] == pip_term.due_on.isoformat()
    skipped = {"afspraakId": talk_for(case, klantmanager, days=8).pk, "nummer": 3}
    refused = call(klantmanager, "post", f"dossiers/{case.pk}/oproepen/sturen", skipped)
    assert refused.status_code == 409
    tried = {"dag": timezone.localdate().isoformat(), "hoe": "telefoon"}
    assert call(klantmanager, "post", f"dossiers/{case.pk}/oproepen/poging", tried).status_code == 201
    read = call(klantmanager, "get", f"dossiers/{case.pk}/oproepen")
    assert read.json()["volgende"] == 1


def test_the_team_lead_sees_a_ladder_that_stands_still(
    case: Case, klantmanager: User, teamleider: User
) -> None:
    summons = miss(summoned(case, klantmanager), klantmanager)
    today = timezone.localdate()
    row = next(row for row in work_list(teamleider, today=today, team=True, source=Source.SUMMONS).rows)
    assert "vraag waarom" in row.reasons[0].text
    later = work_list(teamleider, today=today + timedelta(days=9), team=True, source=Source.SUMMONS).rows[0]
    assert "stil; de tien weken lopen door" in later.reasons[0].text
    assert later.step.url_name == "oproepen"
    Summons.objects.filter(pk=summons.pk).update(withdrawn_at=timezone.now(), withdrawn_reason="Fout")
    assert not work_list(teamleider, today=today, team=True, source=Source.SUMMONS).rows


def test_the_work_list_asks_for_the_next_step_after_a_judgement(case: Case, klantmanager: User) -> None:
    blamed(case, klantmanager)
    rows = work_list(klantmanager, today=timezone.localdate(), source=Source.SUMMONS).rows
    assert "stuur de volgende oproep" in rows[0].reasons[0].text
