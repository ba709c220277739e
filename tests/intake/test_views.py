"""Three people at every page: the klantmanager of the case, a colleague with other cases, the newcomer."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import AccessLogEntry, Gemeente, User
from cases.models import Case, PurposeAccess
from cases.services import close_case
from intake import services
from intake.enums import Part
from intake.models import Intake, IntakeConflict
from intake.rules import QUESTIONS, SECTIONS, fingerprint
from tests.factories import StaffFactory, TeamFactory
from tests.intake.conftest import OWN_WORDS

LogIn = Callable[[User], Client]
SECRET = "Slaapt slecht door de oorlog"


@pytest.fixture
def client_of_guide(log_in: LogIn, klantmanager: User) -> Client:
    return log_in(klantmanager)


def autosave(
    client: Client, intake: Intake, question: str, value: str, *, field: str = "", seen: str | None = None
):
    name = field or question
    data = {"autosave_field": name, name: value} | ({} if seen is None else {"gezien": fingerprint(seen)})
    return client.post(reverse("intake-antwoord", args=[intake.pk, question]), data)


def section_url(intake: Intake, key: str = "eigen-woorden") -> str:
    return reverse("intake-onderdeel", args=[intake.case_id, key])


def all_fields(page: str, **changes: str) -> dict[str, str]:
    """What a browser without JavaScript sends: each hidden fingerprint, and the fields that were filled in."""
    seen = dict(re.findall(r'<input type="hidden" name="([a-z_]+__gezien)" value="([0-9a-f]+)"', page))
    return seen | changes


# --- Starting --------------------------------------------------------------------------------------


def test_the_klantmanager_starts_the_intake(client_of_guide: Client, case: Case) -> None:
    page = client_of_guide.get(reverse("intake", args=[case.pk])).content.decode()
    assert "Start de brede intake" in page
    answer = client_of_guide.post(reverse("intake-starten", args=[case.pk]))
    assert answer.url == reverse("intake-onderdeel", args=[case.pk, "eigen-woorden"])
    assert case.intakes.count() == 1


def test_a_colleague_reads_but_does_not_start(log_in: LogIn, colleague: User, case: Case) -> None:
    client = log_in(colleague)
    page = client.get(reverse("intake", args=[case.pk]))
    assert "Start de brede intake" not in page.content.decode()
    assert client.post(reverse("intake-starten", args=[case.pk])).status_code == 403
    assert not case.intakes.exists()


def test_a_second_intake_asks_why(client_of_guide: Client, full_intake: Intake, klantmanager: User) -> None:
    services.complete_intake(intake=full_intake, by=klantmanager)
    url = reverse("intake-starten", args=[full_intake.case_id])
    refused = client_of_guide.post(url, {"reason": ""})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert page.count("Schrijf op waarom een nieuwe nodig is") == 2  # In the summary, and at the field.
    assert "verplicht" not in page
    assert client_of_guide.post(url, {"reason": "x"}).status_code == 422
    assert client_of_guide.post(url, {"reason": "Terug na twee jaar"}).status_code == 302
    assert full_intake.case.intakes.count() == 2


# --- Who sees what -----------------------------------------------------------------------------------


PAGES = ["intake", "intake-lezen", "intake-geschiedenis"]


def url_of(name: str, intake: Intake, question: str = "beroep") -> str:
    args = {
        "intake": [intake.case_id],
        "intake-lezen": [intake.pk],
        "intake-geschiedenis": [intake.pk, question],
    }
    return reverse(name, args=args[name])


@pytest.mark.parametrize("name", PAGES)
def test_who_reads(
    name: str,
    log_in: LogIn,
    intake: Intake,
    klantmanager: User,
    colleague: User,
    resident: User,
    stranger: User,
) -> None:
    services.save_answer(intake=intake, question="beroep", by=klantmanager, original="Bakker")
    answers = {
        user: log_in(user).get(url_of(name, intake)).status_code
        for user in (klantmanager, colleague, resident, stranger)
    }
    assert answers == {klantmanager: 200, colleague: 200, resident: 403, stranger: 404}


def test_health_is_for_who_guides_the_case(
    log_in: LogIn,
    intake: Intake,
    klantmanager: User,
    colleague: User,
    ontzorgmedewerker: User,
    teamleider: User,
) -> None:
    services.save_answer(intake=intake, question="gezondheid_toelichting", by=klantmanager, original=SECRET)
    services.save_answer(intake=intake, question="beroep", by=klantmanager, original="Bakker in Homs")
    services.record_lbt_exemption(case=intake.case, ground="visueel", reason="Brief oogarts", by=klantmanager)
    for user, sees in [
        (klantmanager, True),
        (teamleider, True),
        (colleague, False),
        (ontzorgmedewerker, False),
    ]:
        client = log_in(user)
        record = client.get(url_of("intake-lezen", intake)).content.decode()
        overview = client.get(url_of("intake", intake)).content.decode()
        assert "Bakker in Homs" in record
        assert (SECRET in record) is sees
        assert ("oogarts" in record + overview) is sees
        history = client.get(url_of("intake-geschiedenis", intake, "gezondheid_toelichting"))
        assert history.status_code == (200 if sees else 404)
    assert SECRET not in log_in(colleague).get(url_of("intake", intake)).content.decode()


def test_who_reads_health_is_in_the_log_by_that_name(
    log_in: LogIn, intake: Intake, klantmanager: User, colleague: User, teamleider: User
) -> None:
    """R-83, R-84: special data, for the task only; nothing of it in the history that colleagues read."""
    looks = AccessLogEntry.objects.filter(case_id=intake.case_id, act="gezondheid_gelezen")
    log_in(klantmanager).get(url_of("intake-lezen", intake))
    assert not looks.exists()  # there is nothing about health yet
    services.save_answer(intake=intake, question="gezondheid_toelichting", by=klantmanager, original=SECRET)
    log_in(colleague).get(url_of("intake-lezen", intake))
    assert not looks.exists()
    for user, url in [
        (klantmanager, section_url(intake, "gezondheid")),
        (teamleider, url_of("intake-lezen", intake)),
        (teamleider, url_of("intake-geschiedenis", intake, "gezondheid_toelichting")),
    ]:
        assert "Bijzondere gegevens" in (page := log_in(user).get(url).content.decode()) or SECRET in page
    assert [look.user for look in looks.order_by("id")] == [klantmanager, teamleider, teamleider]
    assert SECRET not in " ".join(intake.case.events.values_list("text", flat=True))


def test_leave_to_read_with_a_purpose_is_no_leave_to_read_health(
    log_in: LogIn, intake: Intake, klantmanager: User, gemeente: Gemeente
) -> None:
    other = StaffFactory(team=TeamFactory(gemeente=gemeente), role=Role.TEAMLEIDER)
    services.save_answer(intake=intake, question="gezondheid_toelichting", by=klantmanager, original=SECRET)
    PurposeAccess.objects.create(
        case=intake.case, user=other, purpose="Klacht", until=timezone.now() + timedelta(hours=1)
    )
    page = log_in(other).get(url_of("intake-lezen", intake))
    assert page.status_code == 200
    assert SECRET not in page.content.decode()


def test_after_closing_the_team_lead_can_still_read_health(
    log_in: LogIn, intake: Intake, klantmanager: User, teamleider: User, colleague: User
) -> None:
    """A bezwaar may come after the dossier was closed."""
    services.save_answer(intake=intake, question="gezondheid_toelichting", by=klantmanager, original=SECRET)
    close_case(case=intake.case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    url = url_of("intake-lezen", intake)
    assert SECRET in log_in(teamleider).get(url).content.decode()
    assert SECRET not in log_in(colleague).get(url).content.decode()


def test_a_look_is_logged(client_of_guide: Client, intake: Intake) -> None:
    client_of_guide.get(url_of("intake", intake))
    assert AccessLogEntry.objects.filter(case_id=intake.case_id, act="intake_gelezen").exists()


@pytest.mark.parametrize(
    "name", ["intake-afronden", "intake-heropenen", "intake-gesprek", "intake-alleen-gesprek"]
)
def test_who_acts(
    name: str,
    log_in: LogIn,
    intake: Intake,
    colleague: User,
    ontzorgmedewerker: User,
    resident: User,
    stranger: User,
) -> None:
    url = reverse(name, args=[intake.pk])
    answers = [
        log_in(user).post(url).status_code for user in (colleague, ontzorgmedewerker, resident, stranger)
    ]
    assert answers == [403, 403, 403, 404]


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_each_section_opens_only_for_who_guides(
    key: str, log_in: LogIn, intake: Intake, klantmanager: User, colleague: User
) -> None:
    assert log_in(klantmanager).get(section_url(intake, key)).status_code == 200
    assert log_in(colleague).get(section_url(intake, key)).status_code == 403


def test_an_unknown_section_or_question_is_not_there(client_of_guide: Client, intake: Intake) -> None:
    assert client_of_guide.get(section_url(intake, "hobbys")).status_code == 404
    assert autosave(client_of_guide, intake, "hobbys", "x").status_code == 404


# --- Autosave ----------------------------------------------------------------------------------------


def test_a_save_costs_two_queries_and_the_request_six_more(
    client_of_guide: Client, intake: Intake, klantmanager: User
) -> None:
    """Twenty klantmanagers type at once: one read under lock and one write each."""
    autosave(client_of_guide, intake, "doelen", "Ik", seen="")
    with CaptureQueriesContext(connection) as queries:
        services.save_answer(intake=intake, question="doelen", by=klantmanager, original="Ik wil",
                             seen={Part.ORIGINAL: fingerprint("")})  # fmt: skip
    own = [q["sql"] for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(own) == 2, own
    with CaptureQueriesContext(connection) as queries:
        assert autosave(client_of_guide, intake, "doelen", OWN_WORDS, seen="").status_code == 204
    sent = [q["sql"] for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    writes = [sql for sql in sent if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(writes) <= 2, writes  # the answer, and the session that stays alive
    assert len(sent) <= 8, sent  # and who this is, which roles, which intake, which session
    assert intake.answers.get().original == OWN_WORDS


@pytest.mark.parametrize(
    ("field", "value", "part", "kept"),
    [
        ("doelen", "a\r\nb", "original", "a\nb"),
        ("doelen__vertaling", "Ik wil werken", "translation", "Ik wil werken"),
        ("doelen__taal", "ar", "original_language", "ar"),
        ("doelen__bron", "coa", "source", "coa"),
        ("doelen__niet_gedeeld", "on", "declined", True),
        ("doelen__niet_gedeeld", "", "declined", False),
    ],
)
def test_each_part_is_saved_by_itself(
    client_of_guide: Client, intake: Intake, field: str, value: str, part: str, kept: object
) -> None:
    assert autosave(client_of_guide, intake, "doelen", value, field=field).status_code == 204
    answer = intake.answers.filter(question="doelen").first()
    assert getattr(answer, part) == kept if answer else kept is False


@pytest.mark.parametrize(
    ("question", "value", "sentence"),
    [
        ("doelen", "x" * 20_001, "20.001 tekens"),
        ("doelen", "\x00", "niet kan"),
        ("onderwijs_jaren", "veel", "heel getal"),
        ("diploma", "nvt", "Kies een van de antwoorden"),
    ],
)
def test_a_refused_field_gets_one_plain_sentence(
    client_of_guide: Client, intake: Intake, question: str, value: str, sentence: str
) -> None:
    answer = autosave(client_of_guide, intake, question, value)
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/plain")
    assert sentence in answer.content.decode()
    assert len(answer.content.decode()) < 300


def test_a_completed_intake_refuses_autosave(
    client_of_guide: Client, full_intake: Intake, klantmanager: User
) -> None:
    services.complete_intake(intake=full_intake, by=klantmanager)
    answer = autosave(client_of_guide, full_intake, "doelen", "x")
    assert answer.status_code == 422
    assert "Heropen" in answer.content.decode()


def test_autosave_is_for_who_guides(
    log_in: LogIn, intake: Intake, colleague: User, resident: User, stranger: User
) -> None:
    codes = [
        autosave(log_in(user), intake, "doelen", "x").status_code for user in (colleague, resident, stranger)
    ]
    assert codes == [403, 403, 404]
    assert not intake.answers.exists()


def test_a_colleague_who_was_first_gives_409(
    client_of_guide: Client, intake: Intake, teamleider: User
) -> None:
    services.save_answer(intake=intake, question="beroep", by=teamleider, original="Bakker")
    answer = autosave(client_of_guide, intake, "beroep", "Kok", seen="")
    assert answer.status_code == 409
    assert teamleider.name in answer.content.decode()
    assert IntakeConflict.objects.get().value == "Kok"


# --- Without JavaScript --------------------------------------------------------------------------------


def test_a_section_saves_with_one_button(client_of_guide: Client, intake: Intake) -> None:
    url = section_url(intake)
    page = client_of_guide.get(url).content.decode()
    answer = client_of_guide.post(
        url, all_fields(page, doelen=OWN_WORDS, doelen__taal="ar", gewenste_route="O", actie="verder")
    )
    assert answer.status_code == 302
    assert section_url(intake, "onderwijs-werk") in answer.url
    kept = {a.question: a for a in intake.answers.all()}
    assert set(kept) == {"doelen", "gewenste_route"}
    assert (kept["doelen"].original, kept["doelen"].original_language) == (OWN_WORDS, "ar")


def test_a_refused_field_keeps_what_was_typed_and_saves_the_rest(
    client_of_guide: Client, intake: Intake
) -> None:
    url = section_url(intake, "onderwijs-werk")
    page = client_of_guide.get(url).content.decode()
    answer = client_of_guide.post(url, all_fields(page, onderwijs_jaren="heel veel", beroep="Bakker"))
    assert answer.status_code == 422
    assert 'value="heel veel"' in answer.content.decode()
    assert "Vul een heel getal in" in answer.content.decode()
    assert intake.answers.get().original == "Bakker"


def test_two_colleagues_in_one_section_lose_nothing(
    client_of_guide: Client, intake: Intake, klantmanager: User, teamleider: User, log_in: LogIn
) -> None:
    url = section_url(intake, "onderwijs-werk")
    page = client_of_guide.get(url).content.decode()
    services.save_answer(intake=intake, question="beroep", by=teamleider, original="Bakker")
    services.save_answer(intake=intake, question="diploma_richting", by=teamleider, original="Mbo, Syrië")
    client_of_guide.post(url, all_fields(page, beroep="Kok", onderwijs_jaren="9"))
    kept = {a.question: a.original for a in intake.answers.all()}
    assert kept == {"beroep": "Bakker", "diploma_richting": "Mbo, Syrië", "onderwijs_jaren": "9"}
    shown = client_of_guide.get(url).content.decode()
    assert "welke tekst blijft?" in shown
    assert "Bakker" in shown
    assert "Kok" in shown
    conflict = IntakeConflict.objects.get()
    client_of_guide.post(reverse("intake-botsing", args=[intake.pk, conflict.pk]), {"keuze": "nieuw"})
    assert intake.answers.get(question="beroep").original == "Kok"
    assert "welke tekst blijft?" not in client_of_guide.get(url).content.decode()


def test_a_conflict_of_another_intake_is_not_there(
    client_of_guide: Client, intake: Intake, colleague: User
) -> None:
    assert client_of_guide.post(reverse("intake-botsing", args=[intake.pk, 999_999])).status_code == 404


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\"'&<b>", "{{ 7|add:7 }} {% now 'Y' %}", OWN_WORDS]
)
def test_text_is_shown_as_it_was_typed(
    client_of_guide: Client, intake: Intake, klantmanager: User, text: str
) -> None:
    services.save_answer(intake=intake, question="doelen", by=klantmanager, original=text, translation=text)
    for url in (
        section_url(intake),
        url_of("intake-lezen", intake),
        url_of("intake-geschiedenis", intake, "doelen"),
    ):
        page = client_of_guide.get(url).content.decode()
        assert "<script>alert" not in page
        assert text in unescape(page)


# --- In the newcomer's language --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "shown"), [("?taal=ar", "ar"), ("?taal=en", "en"), ("?taal=nl", ""), ("?taal=xx", "")]
)
def test_the_questions_stand_beside_each_other(
    client_of_guide: Client, intake: Intake, query: str, shown: str
) -> None:
    page = client_of_guide.get(section_url(intake) + query).content.decode()
    words = QUESTIONS["doelen"].words
    assert words.nl in page
    assert (words.ar in page, words.en in page) == (shown == "ar", shown == "en")


def test_free_text_follows_its_own_direction(client_of_guide: Client, intake: Intake) -> None:
    page = client_of_guide.get(section_url(intake)).content.decode()
    assert page.count("<textarea") == page.count('dir="auto"')


# --- Talks, completing, the test ---------------------------------------------------------------------------


def test_a_talk_is_added(client_of_guide: Client, intake: Intake) -> None:
    url = reverse("intake-gesprek", args=[intake.pk])
    data = {"held_on": timezone.localdate().isoformat(), "mode": "azc", "interpreter": "geen"}
    refused = client_of_guide.post(url, data)
    assert refused.status_code == 422
    assert "waarom er geen tolk was" in refused.content.decode()
    assert (
        client_of_guide.post(url, data | {"no_interpreter_reason": "Spreekt goed Nederlands"}).status_code
        == 302
    )
    assert "Spreekt goed Nederlands" in client_of_guide.get(url_of("intake", intake)).content.decode()


@pytest.mark.parametrize("day", ["2026-02-30", "0000-00-00", "", "morgen", "2021-12-31"])
def test_a_day_that_cant_be_is_refused(client_of_guide: Client, intake: Intake, day: str) -> None:
    data = {"held_on": day, "mode": "azc", "interpreter": "aanwezig"}
    assert client_of_guide.post(reverse("intake-gesprek", args=[intake.pk]), data).status_code == 422
    client_of_guide.post(reverse("intake-alleen-gesprek", args=[intake.pk]), {"on": day})
    intake.refresh_from_db()
    assert intake.private_talk_on is None


def test_completing_shows_everything_that_is_missing(client_of_guide: Client, intake: Intake) -> None:
    answer = client_of_guide.post(reverse("intake-afronden", args=[intake.pk]))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert section_url(intake) + "#id_doelen" in page
    assert section_url(intake, "zelfredzaamheid") + "#id_brieven" in page
    assert "recht om alleen te praten" in page


def test_completing_and_reopening(client_of_guide: Client, full_intake: Intake) -> None:
    confirm = client_of_guide.get(reverse("intake-afronden", args=[full_intake.pk])).content.decode()
    assert "Weet de nieuwkomer wat er nu gebeurt?" in confirm
    client_of_guide.post(reverse("intake-afronden", args=[full_intake.pk]))
    full_intake.refresh_from_db()
    assert not full_intake.is_open
    assert client_of_guide.get(section_url(full_intake)).url == url_of("intake", full_intake)
    assert (
        client_of_guide.post(reverse("intake-heropenen", args=[full_intake.pk]), {"reason": ""}).status_code
        == 422
    )
    client_of_guide.post(reverse("intake-heropenen", args=[full_intake.pk]), {"reason": "Diploma gevonden"})
    full_intake.refresh_from_db()
    assert full_intake.is_open


@pytest.mark.parametrize("outcome", ["B1-route haalbaar", "B1-route niet haalbaar", "Onbekend"])
def test_no_page_shows_a_result_without_saying_that_it_is_not_binding(
    client_of_guide: Client, intake: Intake, outcome: str
) -> None:
    services.record_lbt_result(
        case=intake.case,
        result=outcome,
        score="62,50",
        needed_score="50,00",
        taken_on=timezone.localdate() - timedelta(days=1),
    )
    for url in (url_of("intake", intake), url_of("intake-lezen", intake), section_url(intake, "toets")):
        page = client_of_guide.get(url).content.decode()
        assert outcome in page
        assert "niet bindend" in page


def test_pp_33_every_rendering_of_a_result_says_that_it_is_not_binding() -> None:
    """PP-33: pages, portal, letters and messages: whoever names a result, names that sentence with it."""
    names_a_result = re.compile(
        r"result\.get_result_display|lbt_result|LbtOutcome|uitslag van de toets is", re.IGNORECASE
    )
    says_so = re.compile(r"not_binding|niet bindend", re.IGNORECASE)
    folder = Path(settings.BASE_DIR) / "templates"
    texts = {path: path.read_text() for path in folder.rglob("*") if path.suffix in {".html", ".txt"}}
    showing = {
        path
        for path, text in texts.items()
        if names_a_result.search(text.replace('include "intake/_lbt_result.html"', ""))
    }
    assert folder / "intake" / "_lbt_result.html" in showing
    assert [path.name for path in showing if not says_so.search(texts[path])] == []


def test_pp_29_the_page_reminds_to_explain_again(
    client_of_guide: Client, full_intake: Intake, klantmanager: User
) -> None:
    """PP-29: nobody asked, or the newcomer couldn't tell what happens now."""
    services.complete_intake(intake=full_intake, by=klantmanager)
    assert "nog een keer uit" in client_of_guide.get(url_of("intake", full_intake)).content.decode()
    services.reopen_intake(intake=full_intake, reason="Nog eens gevraagd", by=klantmanager)
    services.save_answer(
        intake=full_intake, question="terugvertellen", by=klantmanager, original="Ik krijg een plan"
    )
    services.complete_intake(intake=full_intake, by=klantmanager)
    assert "nog een keer uit" not in client_of_guide.get(url_of("intake", full_intake)).content.decode()


def test_an_exemption_is_given(client_of_guide: Client, case: Case) -> None:
    url = reverse("lbt-ontheffing", args=[case.pk])
    assert client_of_guide.post(url, {}).status_code == 422
    data = {"ground": "auditief", "reason": "Verklaring audioloog", "on": timezone.localdate().isoformat()}
    assert client_of_guide.post(url, data).status_code == 302
    assert "Ontheffing" in client_of_guide.get(reverse("intake", args=[case.pk])).content.decode()


def test_pages_take_a_steady_number_of_queries(
    client_of_guide: Client, intake: Intake, full_intake: Intake
) -> None:
    for url in (url_of("intake", intake), section_url(intake), url_of("intake-lezen", intake)):
        with CaptureQueriesContext(connection) as queries:
            client_of_guide.get(url)
        assert len(queries) <= 36, (url, len(queries))


def test_saving_the_last_section_stays_there_unless_asked_to_go_on(
    client_of_guide: Client, intake: Intake
) -> None:
    """A question of that section is called `verder`: a button of the same name would always go on."""
    url = section_url(intake, "afsluiting")
    page = client_of_guide.get(url).content.decode()
    stayed = client_of_guide.post(url, all_fields(page, verder="Nee", actie="blijf"))
    assert stayed.url.startswith(url)
    assert intake.answers.get().original == "Nee"
    assert not client_of_guide.post(url, all_fields(page, actie="verder")).url.startswith(url)
