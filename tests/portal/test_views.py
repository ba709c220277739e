"""The newcomer's pages, by four people: the newcomer, the partner in the same house, a neighbour, and staff."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from accounts.models import User
from cases.enums import Origin
from cases.models import Case, Document, Person
from cases.services import add_document, assign_substitute, close_case
from deadlines.enums import Kind
from deadlines.models import Deadline
from pip_plans.enums import Effect, Leerroute, ObjectionDecision
from pip_plans.models import PipVersion
from pip_plans.rules import changes
from pip_plans.rules.plan import Plan, PlanTranslation
from pip_plans.selectors import objections_on_view
from pip_plans.services import (
    answer_comment,
    comment_on,
    decide_objection,
    establish_pip,
    save_translations,
    share_concept,
    update_concept,
    withdraw_objection,
)
from pip_plans.services.concept import record_previous_pip, start_concept
from portal.enums.changes import CHANGES
from portal.selectors.plans import ChangeInOwnLanguage, changes_for_resident, my_plans
from portal.templatetags.portal_changes import changes_in_dutch, side_before, side_now
from tests.factories import (
    AppointmentFactory,
    CaseFactory,
    PersonFactory,
    ResidentFactory,
    StaffFactory,
    TeamFactory,
    clock,
    small_pdf,
)
from tests.pip_plans.objections import objection, ready
from tests.pip_plans.plans import BESIDES_THE_WISH, NOW_IN_ARABIC, agreed, lessons
from tests.portal.conftest import page_of, speak
from tests.portal.plans import OWN_WORDS, WHY_AR, complete_intake, establish, start_pip_term

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]
PAGES = ("/mijn/", "/mijn/plan/", "/mijn/route/", "/mijn/woorden/")


@pytest.fixture
def plan(case: Case, klantmanager: User) -> PipVersion:
    start_pip_term(case)
    return establish(case, klantmanager)


# --- Whose pages -------------------------------------------------------------------------------------


def test_the_newcomer_reads_the_plan_and_nobody_else_does(
    me: Client, partner: Client, staff: list[Client], plan: PipVersion, log_in: LogIn
) -> None:
    neighbour = log_in(ResidentFactory())
    path = f"/mijn/plan/{plan.pk}/"
    letter = f"/mijn/documenten/{plan.document_id}/"
    assert OWN_WORDS in page_of(me, path)
    assert me.get(letter).content.startswith(b"%PDF")
    for other in (partner, neighbour):
        assert other.get(letter).status_code == 404
        assert OWN_WORDS not in page_of(other, "/mijn/plan/")
    assert partner.get(path).status_code == 404
    assert "Wij kennen u nog niet" in page_of(neighbour, path)
    for colleague in staff:
        assert {colleague.get(url).status_code for url in (*PAGES, path, letter)} == {403}
    for url in (*PAGES, path, letter):
        assert Client().get(url)["Location"] == f"/mijn/inloggen/?next={url}"


def test_people_of_one_household_dont_see_each_other(me: Client, partner: Client, plan: PipVersion) -> None:
    for path in PAGES:
        assert "Salma" not in page_of(me, path)
        assert "Yusuf" not in page_of(partner, path)


def test_a_letter_that_wasnt_shared_isnt_there(me: Client, case: Case, klantmanager: User) -> None:
    hidden = _document(case, klantmanager, shared=False)
    assert me.get(f"/mijn/documenten/{hidden.pk}/").status_code == 404
    assert hidden.title not in page_of(me, "/mijn/")
    shared = _document(case, klantmanager, shared=True, title="Uitnodiging")
    answer = me.get(f"/mijn/documenten/{shared.pk}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Uitnodiging" in page_of(me, "/mijn/")


def _document(case: Case, by: User, *, shared: bool, title: str = "Intern verslag") -> Document:
    return add_document(case=case, title=title, kind="overig", filename="brief.pdf", content=small_pdf(title),
                        by=by, visible_to_resident=shared)  # fmt: skip


def test_each_letter_says_in_the_language_of_the_page_what_it_is(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """PP-66: kind, number and the language of the letter; the Dutch title stays beside it, marked as Dutch."""
    plan.refresh_from_db()
    add_document(case=case, title="Pasfoto", filename="foto.pdf", content=small_pdf("foto"), by=klantmanager,
                 visible_to_resident=True)  # fmt: skip
    speak(me, "ar")
    page = page_of(me, "/mijn/")
    for words in ("قرار بشأن خطتك، النسخة 1", "شرح القرار بشأن خطتك، النسخة 1", "بالهولندية", "وثيقة أخرى",
                  '<bdi class="small" lang="nl">Uitleg bij beschikking PIP versie 1</bdi>'):  # fmt: skip
        assert words in page


def test_a_concept_is_nobodys_plan(me: Client, case: Case, klantmanager: User, plan: PipVersion) -> None:
    concept = start_concept(case=case, by=klantmanager)
    assert me.get(f"/mijn/plan/{concept.pk}/").status_code == 404


def test_a_concept_that_is_shared_is_the_next_step(
    me: Client, partner: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    share_concept(version=start_concept(case=case, by=klantmanager), by=klantmanager)
    assert 'href="/mijn/plan/concept/"' in page_of(me, "/mijn/")
    assert "/mijn/plan/concept/" not in page_of(partner, "/mijn/")


def test_pages_stay_out_of_the_browsers_cache(me: Client, plan: PipVersion) -> None:
    for path in (*PAGES, f"/mijn/documenten/{plan.document_id}/"):
        assert "no-store" in me.get(path)["Cache-Control"]


# --- What they say -----------------------------------------------------------------------------------


def test_before_the_plan_the_pages_say_what_happens_and_by_when(me: Client, case: Case) -> None:
    start_pip_term(case)
    due = Deadline.objects.get(case=case, kind=Kind.PIP).due_on
    Deadline.objects.update(due_on=timezone.localdate() + timedelta(days=20))
    assert due == date(2026, 4, 28)
    start, plan, route = (page_of(me, path) for path in PAGES[:3])
    assert "U krijgt een uitnodiging voor een gesprek" in start
    assert "De gemeente moet uw plan uiterlijk op" in plan
    assert "U hebt nog geen route" in route
    assert "Nog niet bekend" in route


def test_a_late_plan_is_called_late(me: Client, case: Case) -> None:
    start_pip_term(case)
    Deadline.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert "De gemeente is te laat met uw plan" in page_of(me, "/mijn/")


def test_the_plan_shows_goals_in_own_words_agreements_and_the_last_day_to_object(
    me: Client, plan: PipVersion
) -> None:
    shown = page_of(me, "/mijn/plan/")
    assert f'lang="ar" dir="rtl">{OWN_WORDS}' in shown
    assert "Ik wil weer als bakker werken." in shown
    assert "Yusuf gaat twee dagen meewerken" in shown
    assert "De gemeente regelt kinderopvang." in shown
    assert "U kunt bezwaar maken" not in shown
    assert "kunt u bezwaar maken tot en met" in shown
    assert f"/mijn/documenten/{plan.document_id}/" in shown


def test_the_route_gives_its_reason_in_the_own_language_first(me: Client, plan: PipVersion) -> None:
    shown = page_of(me, "/mijn/route/")
    assert shown.index(WHY_AR) < shown.index("Daarom past de B1-route goed bij u.")
    assert "Automatisch vertaald. Er kunnen fouten in staan." in shown
    assert "wat u zelf wilt" in shown
    assert "MAP: Module Arbeidsmarkt en Participatie" in shown
    assert "600 uur" in shown


@pytest.mark.parametrize(
    ("language", "until"), [("nl", "tot niveau A2"), ("en", "up to level A2"), ("ar", "حتى مستوى A2")]
)
def test_after_a_lower_level_the_newcomer_reads_a2(
    me: Client, case: Case, klantmanager: User, plan: PipVersion, language: str, until: str
) -> None:
    lessons(case, klantmanager)
    establish(case, klantmanager, niveau="A2", effort="U was bij elke les en oefende ook thuis elke dag.",
              motivation="U volgde elke les, maar B1 lukt niet. Met A2 kunt u verder.",
              motivation_own_language=NOW_IN_ARABIC)  # fmt: skip
    share_concept(version=start_concept(case=case, by=klantmanager), by=klantmanager)
    speak(me, language)
    for address in ("/mijn/plan/concept/", "/mijn/plan/", "/mijn/route/"):
        assert until in page_of(me, address)


def test_another_route_than_wished_shows_wish_and_reason(me: Client, case: Case, klantmanager: User) -> None:
    establish(case, klantmanager, route=Leerroute.O, wished_leerroute=Leerroute.B, factors=BESIDES_THE_WISH,
              wish_difference_reason="Met een diploma vindt u beter werk.")  # fmt: skip
    shown = page_of(me, "/mijn/route/")
    assert "U wilde een andere route" in shown
    assert "Met een diploma vindt u beter werk." in shown
    assert "Module Arbeidsmarkt" not in shown


def test_a_new_version_shows_first_and_the_old_one_stays_readable(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    newer = establish(case, klantmanager)
    shown = page_of(me, "/mijn/plan/")
    assert "versie 2" in shown
    assert "Er is een plek bij een andere bakkerij." in shown
    assert f"/mijn/plan/{plan.pk}/" in shown
    assert "Dit is een oud plan" in page_of(me, f"/mijn/plan/{plan.pk}/")
    assert "Dit is een oud plan" not in page_of(me, f"/mijn/plan/{newer.pk}/")


def test_pp_36_each_version_says_why_its_own_route(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """PP-36: an older version gives the reasons of then, and paper doesn't send anybody to a button."""
    why = "U werkt nu in de bakkerij. De B1-route past nog steeds bij u."
    newer = establish(case, klantmanager, motivation=why, motivation_own_language=NOW_IN_ARABIC,
                      why_not_o="U verdient nu uw eigen geld.")  # fmt: skip
    then, now = page_of(me, f"/mijn/plan/{plan.pk}/"), page_of(me, "/mijn/plan/")
    for page, version in ((then, plan), (now, newer)):
        reasons = page.split("Waarom deze route?")[1].split("Mijn doelen en afspraken")[0]
        assert version.motivation in reasons
        assert version.why_not_o in reasons
    assert why not in then
    assert '<p class="print-hidden">Of maak hier bezwaar.</p>' in now
    assert "Schrijf een brief aan de gemeente." in now


def test_the_start_page_says_who_helps(me: Client, case: Case, klantmanager: User, team: object) -> None:
    assign_substitute(
        case=case, to=StaffFactory(team=team, name="Bram Visser"), by=klantmanager, reason="vakantie"
    )
    shown = page_of(me, "/mijn/")
    assert "Karin de Boer" in shown
    assert "Bram Visser" in shown
    assert "Vervangt uw klantmanager" in shown
    assert f"mailto:{klantmanager.email}" in shown


def test_names_and_texts_are_shown_as_text(klantmanager: User, log_in: LogIn) -> None:
    person = PersonFactory(first_names="<b>D'Arcy & Co</b>", last_name='"><script>alert(1)</script>')
    case = CaseFactory(klantmanager=klantmanager, person=person)
    establish(case, klantmanager, support="<img src=x onerror=alert(1)>")
    me = log_in(ResidentFactory(person=person))
    for path in PAGES:
        shown = page_of(me, path)
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
    assert "&lt;b&gt;D&#x27;Arcy &amp; Co&lt;/b&gt;" in page_of(me, "/mijn/")


# --- Other situations --------------------------------------------------------------------------------


def test_somebody_without_a_case_gets_a_friendlypage_of(log_in: LogIn) -> None:
    nobody = log_in(ResidentFactory())
    for path in ("/mijn/", "/mijn/plan/", "/mijn/route/"):
        assert "Wij kennen u nog niet" in page_of(nobody, path)
    page_of(nobody, "/mijn/woorden/")


def test_a_closed_case_can_still_be_read(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Diploma behaald", by=klantmanager)
    for path in PAGES[:3]:
        shown = page_of(me, path)
        assert "Uw dossier is gesloten" in shown
        assert "Diploma behaald" not in shown
    assert OWN_WORDS in page_of(me, "/mijn/plan/")


def test_after_a_death_nobody_reads_anything(me: Client, case: Case, plan: PipVersion) -> None:
    Person.objects.filter(pk=case.person_id).update(died_on=timezone.localdate())
    for path in (*PAGES[:3], f"/mijn/plan/{plan.pk}/"):
        assert OWN_WORDS not in page_of(me, path, 403)
    assert me.get(f"/mijn/documenten/{plan.document_id}/").status_code == 404


def test_after_a_removal_the_new_gemeente_comes_first_and_the_old_plan_stays(
    me: Client, case: Case, plan: PipVersion, klantmanager: User
) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    there = StaffFactory(team=TeamFactory(gemeente__name="Heidedorp"), name="Anna Smit")
    CaseFactory(
        klantmanager=there,
        person=case.person,
        origin=Origin.VERHUIZING,
        brp_registered_on=timezone.localdate(),
    )
    start = page_of(me, "/mijn/")
    assert "Anna Smit" in start
    assert "Karin de Boer" not in start
    assert "Eerder, bij een andere gemeente" in start
    assert "Uw plan is er nog niet" in page_of(me, "/mijn/plan/")
    assert "Dit plan is van de gemeente Waterveen" in page_of(me, f"/mijn/plan/{plan.pk}/")


def test_with_a_case_at_two_gemeenten_the_one_of_the_last_registration_counts(
    me: Client, case: Case, klantmanager: User
) -> None:
    there = StaffFactory(team=TeamFactory(gemeente__name="Heidedorp"), name="Anna Smit")
    CaseFactory(
        klantmanager=there,
        person=case.person,
        origin=Origin.VERHUIZING,
        brp_registered_on=timezone.localdate(),
    )
    start = page_of(me, "/mijn/")
    assert "Anna Smit" in start
    assert "Waterveen" in start.split("Eerder, bij een andere gemeente")[1]


def test_the_route_of_the_gemeente_before_stays(me: Client, case: Case, klantmanager: User) -> None:
    record_previous_pip(
        case=case, gemeente="Heidedorp", leerroute=Leerroute.O, dated_on=date(2026, 1, 5), by=klantmanager
    )
    shown = page_of(me, "/mijn/route/")
    assert "U hebt al een route van uw vorige gemeente." in shown
    assert "Taalschakeltraject" in shown
    assert "dinsdag 6 januari 2026" in shown


def test_the_pages_need_few_queries(me: Client, plan: PipVersion) -> None:
    for path, most in (("/mijn/", 21), ("/mijn/plan/", 19), ("/mijn/route/", 18), ("/mijn/woorden/", 2)):
        with CaptureQueriesContext(connection) as queries:
            me.get(path)
        about_the_visit = [q for q in queries if "SAVEPOINT" in q["sql"] or "django_session" in q["sql"]]
        assert len(queries) - len(about_the_visit) <= most, path


def test_each_page_in_each_language_has_its_direction_and_says_who_translated(
    me: Client, plan: PipVersion
) -> None:
    for language, direction, note in (
        ("nl", "ltr", "Uitloggen"),
        ("en", "ltr", "has not been checked by a translator"),
        ("ar", "rtl", "لم يراجع مترجم هذه الترجمة بعد"),
    ):
        me.post("/mijn/taal/", {"language": language})
        for path in PAGES:
            shown = page_of(me, path)
            assert f'lang="{language}" dir="{direction}"' in shown
            assert note in shown


def test_an_intake_that_is_done_is_on_the_way(me: Client, case: Case) -> None:
    complete_intake(case)
    assert "Uw klantmanager schrijft nu uw plan" in page_of(me, "/mijn/")


@pytest.mark.parametrize("path", ["/mijn/plan/", "/mijn/route/"])
def test_what_isnt_translated_is_said_once_and_marked_as_dutch(
    me: Client, plan: PipVersion, path: str
) -> None:
    speak(me, "ar")
    page = page_of(me, path)
    assert page.count("translation--deels") == 1
    dutch = (
        "U leert snel genoeg voor B1."
        if plan.leerroute != Leerroute.Z and "route" in path
        else "Een taalmaatje"
    )
    assert f'lang="nl" dir="ltr">{dutch}' in page
    speak(me, "nl")
    assert "translation--deels" not in page_of(me, path)


def test_a_later_plan_says_what_is_different_and_shows_my_answer(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """C1 6: what changed stands on the page itself, with its labels in the language of the page."""
    assert "Wat is er anders dan in het vorige plan?" not in page_of(me, "/mijn/plan/")
    later = establish(case, klantmanager, support="Een taalmaatje in de wijk.")
    page = page_of(me, "/mijn/plan/")
    for words in (
        "Wat is er anders dan in het vorige plan?",
        "Hulp en begeleiding",
        "Een taalmaatje in de wijk.",
        "Mijn antwoord",
    ):
        assert words in page
    assert "Wat is er anders" not in page_of(me, f"/mijn/plan/{plan.pk}/")
    assert later.number == 2
    speak(me, "ar")
    page = page_of(me, "/mijn/plan/")
    assert "ما الذي تغيّر عن الخطة السابقة؟" in page
    assert "المساعدة والإرشاد" in page


def test_what_the_newcomer_said_and_the_answer_stay_with_the_version(
    me: Client, resident: User, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """PP-28: a remark on a concept and its answer can be read after that concept became the plan, and later."""
    assert "Wat u zei over dit plan" not in page_of(me, "/mijn/plan/")
    concept = share_concept(version=start_concept(case=case, by=klantmanager), by=klantmanager)
    said = comment_on(
        version=concept, by=resident, text="أين تكاليف السفر؟", agreement=concept.agreements.first()
    )
    answer_comment(comment=said, answer="Die betaalt de gemeente.", by=klantmanager)
    update_concept(version=concept, by=klantmanager, change_reason="U vroeg dat.")
    establish_pip(version=agreed(concept, klantmanager), on=timezone.localdate(), by=klantmanager,
                  confirmed_without_translation=True)  # fmt: skip
    establish(case, klantmanager)
    assert "Wat u zei over dit plan" not in page_of(me, "/mijn/plan/")
    page = page_of(me, f"/mijn/plan/{concept.pk}/")
    for words in ("Wat u zei over dit plan", "#opmerkingen", "Over een afspraak", said.about, said.text,
                  f"Antwoord van {klantmanager.name}", "Die betaalt de gemeente."):  # fmt: skip
        assert words in page
    speak(me, "ar")
    assert "ما قلته عن هذه الخطة" in page_of(me, f"/mijn/plan/{concept.pk}/")


def test_a_shared_concept_says_what_it_changes_and_can_be_read_in_any_language(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """PP-28: the newcomer sees what becomes different before answering; PP-66: in a language of its own name."""
    concept = start_concept(case=case, by=klantmanager)
    share_concept(version=concept, by=klantmanager)
    assert "De tekst is veranderd" not in page_of(me, "/mijn/plan/concept/")
    concept = PipVersion.objects.get(pk=concept.pk)
    update_concept(version=concept, by=klantmanager, support="Een taalmaatje in de wijk.")
    page = page_of(me, "/mijn/plan/concept/")
    assert "De tekst is veranderd nadat de gemeente dit plan met u deelde." in page
    assert "Dan hebt u weer tijd om te lezen" in page
    assert "U hebt hiervoor de tijd tot" not in page
    speak(me, "ar")
    page = page_of(me, "/mijn/plan/concept/")
    changed = page.split("ما الذي تغيّر عن الخطة السابقة؟")[1]
    assert changed.index("Een taalmaatje, elke week.") < changed.index("Een taalmaatje in de wijk.")
    assert "ትግርኛ (التغرينية)" in page


def test_what_changed_is_in_the_own_language_where_somebody_translated_it(
    me: Client, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """C1 6, PP-36: the new side translated, the old one in Dutch."""
    concept = start_concept(case=case, by=klantmanager)
    update_concept(
        version=concept, by=klantmanager, support="Een taalmaatje in de wijk.", change_reason="U vroeg dat."
    )
    told = [PlanTranslation(field="support", text="رفيق لغة في الحي.")]
    save_translations(version=PipVersion.objects.get(pk=concept.pk), translations=told, by=klantmanager)
    establish_pip(version=agreed(concept, klantmanager), on=timezone.localdate(), by=klantmanager,
                  confirmed_without_translation=True)  # fmt: skip
    speak(me, "ar")
    changed = page_of(me, "/mijn/plan/").split("ما الذي تغيّر عن الخطة السابقة؟")[1]
    assert changed.index("Een taalmaatje, elke week.") < changed.index("رفيق لغة في الحي.")
    assert "translation--automatisch" in changed
    page = page_of(me, f"/mijn/plan/{plan.pk}/")
    assert "رفيق لغة في الحي." not in page


def test_what_changed_is_said_in_the_language_of_the_page(
    me: Client, resident: User, case: Case, klantmanager: User, plan: PipVersion
) -> None:
    """PP-66: numbers, days, choices and yes or no; what only Dutch has, says so."""
    newer = establish(case, klantmanager, change_reason="U kunt meer.", talks_per_year=6, pvt_hours=14)
    found = {one.change.name: one for one in changes_for_resident(newer, my_plans(resident, case))}
    with override("en"):
        told = {
            name: (
                [line.text for line in side_before(one).lines],
                [line.text for line in side_now(one).lines],
            )
            for name, one in found.items()
        }
        assert told == {"talks_per_year": (["3"], ["6"]), "pvt_hours": (["12 hours"], ["14 hours"])}
        assert not changes_in_dutch(found.values())
    speak(me, "ar")
    page = page_of(me, "/mijn/plan/").split("ما الذي تغيّر عن الخطة السابقة؟")[1]
    assert page.index("عدد الساعات: 12") < page.index("عدد الساعات: 14")


CHOSEN = [
    ("participation", "tegelijk", ["You learn the language and take part in society at the same time."]),
    ("relief_costs", ("huur", "gas"), ["Rent", "Gas"]),
    ("intensity_hours", 400, ["400 hours"]),
    ("a2_allowed", True, ["Yes"]),
    ("talks_per_year", 4, ["4"]),
    ("talks_per_year", 0, ["0"]),
    ("relief", "deels", ["The municipality pays part of your fixed costs from your benefit."]),
    ("age_policy_document_id", 37, ["een document"]),
    ("own_language", "ar", ["Arabisch"]),
    ("benefit_from", date(2026, 2, 3), ["3 February 2026"]),
    ("leerroute", "Z", ["Zelfredzaamheidsroute (Z-route)"]),
    ("pathways", ("Bakkersschool Utrecht",), ["Bakkersschool Utrecht"]),
    ("support", "Een taalmaatje.", ["Een taalmaatje."]),
]


@pytest.mark.parametrize(("name", "value", "lines"), CHOSEN)
def test_a_changed_value_in_english(name: str, value: Any, lines: list[str]) -> None:
    (change,) = changes.changes_of_text(Plan(), Plan(**{name: value}))
    with override("en"):
        one = ChangeInOwnLanguage(change, None, None, "nl")
        before, now = ([line.text for line in side(one).lines] for side in (side_before, side_now))
    assert now == lines
    assert before == ["No" if value is True else "Not filled in"]


def test_every_value_of_a_change_can_be_said() -> None:
    """Whatever a choice becomes, the page shows it: at least in Dutch."""
    for name, _, shown in (*changes._FIELDS, *changes._OF_ITS_OWN):
        for value in values_of(name):
            change = changes.Change(name, name, "x", shown(value), None, value)
            side = side_now(ChangeInOwnLanguage(change, None, None, "nl"))
            assert all(line.text for line in side.lines), (name, value)
            assert side.lines, (name, value)


OF_A_KIND: dict[str, list[Any]] = {
    "BooleanField": [True, False],
    "DateField": [date(2026, 3, 1)],
    "PositiveSmallIntegerField": [7],
    "ForeignKey": [37],
    "JSONField": [],
}


def values_of(name: str) -> list[Any]:
    """Each choice that there is, or else a value of its kind."""
    field: Any = PipVersion._meta.get_field(name.removesuffix("_id"))
    codes = [code for code, _ in getattr(field, "base_field", field).choices or ()]
    if hasattr(field, "base_field"):
        return [(code,) for code in codes or ["Een tekst."]]
    return codes or OF_A_KIND.get(field.get_internal_type(), ["Een tekst."])


def test_every_label_of_a_change_has_words_for_the_newcomer() -> None:
    fields = (*changes._FIELDS, *changes._OF_ITS_OWN)
    labels = {label for _, label, _ in fields} | {"Doel", "Afspraak", "Vertaling"}
    assert labels == set(CHANGES)


# --- A bezwaar that runs -------------------------------------------------------------------------------


def test_a_bezwaar_stays_in_sight_after_a_new_version(
    me: Client, case: Case, plan: PipVersion, klantmanager: User
) -> None:
    """Awb, artikel 6:19: it is about the new version too, and start and plan lead to it until it is over."""
    found = objection(plan, klantmanager)
    assert f"/mijn/bezwaar/{found.pk}/" in page_of(me, "/mijn/")
    newer = establish(case, klantmanager, change_reason="Er komt een les bij.", talks_per_year=6)
    for path in ("/mijn/", "/mijn/plan/", f"/mijn/bezwaar/{found.pk}/"):
        page = page_of(me, path)
        assert f"/mijn/bezwaar/{found.pk}/" in page
        assert f"Het gaat ook over uw plan van nu, versie {newer.number}." in page
    for path in ("/mijn/plan/", f"/mijn/plan/{newer.pk}/bezwaar/"):
        assert "U hoeft niet opnieuw bezwaar te maken." in page_of(me, path)
    speak(me, "ar")
    assert f"النسخة {newer.number}." in page_of(me, "/mijn/")
    withdraw_objection(objection=found, reason="Per brief.", by=klantmanager)
    assert f"/mijn/bezwaar/{found.pk}/" not in page_of(me, "/mijn/")


def test_a_decided_bezwaar_stays_in_sight_until_the_last_day_to_go_to_court(
    me: Client, resident: User, plan: PipVersion, klantmanager: User, teamleider: User
) -> None:
    found = ready(objection(plan, klantmanager), klantmanager)
    decide_objection(objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN,
                     reason="De gemeente koos deze route met goede redenen.", by=teamleider)  # fmt: skip
    assert f"/mijn/bezwaar/{found.pk}/" in page_of(me, "/mijn/")
    assert objections_on_view(resident, today=timezone.localdate() + timedelta(days=60)) == []


def test_an_outcome_leaves_the_pages_when_a_later_plan_was_made_and_stays_with_the_old_one(
    me: Client, case: Case, plan: PipVersion, klantmanager: User, teamleider: User
) -> None:
    """ "Your plan stays as it is" is not about the plan that came after it."""
    found = ready(objection(plan, klantmanager), klantmanager)
    decide_objection(objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN,
                     reason="De gemeente koos deze route met goede redenen.", by=teamleider)  # fmt: skip
    assert "Uw plan blijft zoals het is." in page_of(me, "/mijn/plan/")
    establish(case, klantmanager, change_reason="Er komt een les bij.", talks_per_year=6)
    for path in ("/mijn/", "/mijn/plan/"):
        assert "Uw plan blijft zoals het is." not in page_of(me, path)
    assert f"/mijn/bezwaar/{found.pk}/" in page_of(me, f"/mijn/plan/{plan.pk}/")


def test_a_talk_does_not_hide_that_there_is_a_decision_and_until_when_bezwaar_is_possible(
    me: Client, case: Case, plan: PipVersion, klantmanager: User
) -> None:
    """PP-01: the start page says it in the own language, whatever the next step is."""
    AppointmentFactory(case=case, starts_at=clock(3))
    page = page_of(me, "/mijn/")
    assert "Er is een besluit over uw plan" in page
    assert "U kunt bezwaar maken tot en met" in page
    speak(me, "ar")
    assert "يوجد قرار بشأن خطتك" in page_of(me, "/mijn/")
    objection(plan, klantmanager)
    speak(me, "nl")
    assert "U kunt bezwaar maken tot en met" not in page_of(me, "/mijn/")
