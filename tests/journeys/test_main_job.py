"""The main job, through the outside doors: DUO announces a newcomer, a klantmanager plans, the newcomer reads.

Real processes, real HTTP, a real browser; the only things read from the inside are those that somebody outside can't see.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx
import pypdf
import pytest
from django.utils import timezone

from accounts.models import Gemeente
from caseload.management.commands.demo_data import PASSWORD
from cases.models import Case, CaseEvent
from cases.selectors import person_with_bsn
from exchange.models import IncomingMessage
from inburgering.kit.dutch import format_date
from pip_plans.rules.obstacles import relief_ends_on
from tests.journeys.conftest import Product, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BSN = "999918229"  # Mohammad Reza Ahmadi, asielstatushouder, in Zonnedijk
KLANTMANAGER = "sanne@zonnedijk.example"
GOAL = "می‌خواهم دوباره معلم ریاضی شوم"
GOAL_IN_DUTCH = "Ik wil weer wiskundeleraar worden"

INTAKE: dict[str, str] = {
    "doelen": GOAL, "doelen__taal": "fa", "doelen__vertaling": GOAL_IN_DUTCH, "wensen": "Snel beginnen",
    "zorgen": "Mijn moeder is ziek", "gewenste_route": "B", "onderwijs_jaren": "16", "hoogste_opleiding": "hoger",
    "diploma": "met_papieren", "diploma_richting": "Wiskunde", "beroep": "Leraar", "werkervaring_jaren": "9",
    "taal_luisteren": "A1", "taal_spreken": "A1", "taal_lezen": "A1", "taal_schrijven": "A0", "schrift": "arabisch",
    "eigen_schrift_lezen": "goed", "eigen_schrift_schrijven": "goed", "latijns_lezen": "goed", "latijns_schrijven": "goed",
    "alfabetisering": "NVT", "werkt_nu": "nee", "werk_wens": "Onderwijsassistent", "inkomen": "uitkering",
    "gezin": "Woont alleen", "wonen": "eigen", "les_tijden": "Overdag", "gezondheid_invloed": "nee", "zien_horen": "nee",
    "kinderen": "nee", "brieven": "met_hulp", "geld_regelen": "zelf", "digitaal": "zelf", "afspraken": "zelf",
    "terugvertellen": "U maakt nu mijn plan", "terugvertellen__taal": "nl",
}  # fmt: skip
PIP: dict[str, str | list[str]] = {
    "wished_leerroute": "B", "leerroute": "B", "niveau": "B1", "intensity_hours": "900", "alphabetisation": "NVT",
    "factors": ["wens", "opleiding"], "motivation": "U hebt lang gestudeerd en wilt weer voor de klas. Daarvoor is B1 nodig.",
    "why_not_o": "Een studie kan later nog.", "why_not_z": "U leert snel: B1 lukt u.",
    "own_language": "fa", "motivation_own_language": "شما تحصیلات طولانی دارید.", "pvt_hours": "12", "map_hours": "40",
    "talks_per_year": "4", "support": "Een taalmaatje en elke maand een gesprek.",
    "participation_duties": "Twee dagen meelopen op een basisschool.", "perspective": "Onderwijsassistent, daarna leraar.",
    "participation": "tegelijk", "participation_activity": "Meelopen op een basisschool.", "benefit": "ja",
    "benefit_duties": "U zoekt werk dat bij de lessen past.", "relief": "volledig",
    "relief_costs": ["huur", "gas", "water", "stroom", "zorgverzekering"],
    "wished_level": "B1", "target_occupation": "Onderwijsassistent", "next_step": "Een proefdag op een school.",
    "next_step_helper": "Sanne",
}  # fmt: skip
PLAN_FORM = "main form:has([name=motivation])"


@pytest.fixture
def staff(browser: "Browser", product: Product) -> Iterator["Page"]:
    context = browser.new_context(base_url=product.url, locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.goto("/")
    page.fill("input[name=login]", KLANTMANAGER)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{product.url}/")
    yield page
    context.close()


def test_duo_announces_a_klantmanager_plans_and_the_newcomer_reads(
    product: Product, staff: "Page", browser: "Browser", tmp_path: object
) -> None:
    assert product.duo_says("SS139", BSN)["statussen"] == [201]
    case = wait_for(_case, what="the case")
    _is_on_the_work_list(staff, case)
    assert product.duo_says("SS131", BSN, twice=True)["statussen"] == [201, 201]
    wait_for(
        lambda: CaseEvent.objects.filter(case=case, kind="intake.lbt_resultaat").count() == 1,
        what="the test result",
    )

    _do_the_intake(staff, case)
    _write_the_plan(staff, case)
    _the_newcomer_agrees(staff, browser, product, case)
    letter = _establish(staff, case)
    assert "Mohammad Reza Ahmadi" in letter
    assert "bezwaar" in letter.lower()
    assert GOAL_IN_DUTCH in letter

    sent = wait_for(
        lambda: [m for m in product.received_by_duo() if m["path"].endswith("/PIP")], what="the PIP at DUO"
    )
    assert [message["status"] for message in sent] == [201]
    body = json.loads(sent[0]["body"])
    assert (body["leerroute"], body["dagtekeningPip"]) == ("B", timezone.localdate().isoformat())
    wait_for(
        lambda: CaseEvent.objects.filter(case=case, kind="duo.termijn").exists(), what="DUO's termijn (SS102)"
    )
    _the_newcomer_reads(browser, product)


def _case() -> Case | None:
    return Case.objects.filter(person=person_with_bsn(BSN)).select_related("person").first()


def _is_on_the_work_list(page: "Page", case: Case) -> None:
    """The ten weeks run from the registration in the gemeente, and the page says why."""
    assert case.person.full_name == "Mohammad Reza Ahmadi"
    page.goto(f"/dossiers/{case.pk}/termijnen/")
    last = case.brp_registered_on + timedelta(weeks=10)
    assert format_date(last, weekday=False).rsplit(" ", 1)[0] in page.inner_text("main")
    assert "artikel 5.3" in page.inner_text("main")


def _do_the_intake(page: "Page", case: Case) -> None:
    page.goto(f"/dossiers/{case.pk}/intake/")
    page.click("main form[action$='/intake/starten/'] button, main a[href$='/intake/starten/']")
    if page.url.endswith("/starten/"):
        page.click("main button[type=submit]")
    page.wait_for_url(re.compile(r"/intake/onderdeel/"))
    while "/onderdeel/" in page.url:
        _fill(page, INTAKE)
        page.click("main button[name=actie][value=verder]")
        page.wait_for_load_state()
    page.fill("form[action$='/alleen-gesprek/'] input[name=on]", timezone.localdate().isoformat())
    page.click("form[action$='/alleen-gesprek/'] button")
    page.click("a[href$='/gesprek/']")
    _choose(page, "mode", "kantoor")
    _choose(page, "interpreter", "telefoon")
    page.select_option("select[name=interpreter_language]", "fa")
    page.click("main form button[type=submit]")
    page.goto(f"/dossiers/{case.pk}/intake/")
    page.click("a[href$='/afronden/']")
    page.click("main form button[type=submit]")
    page.wait_for_url(re.compile(r"/intake/$"))
    wait_for(
        lambda: CaseEvent.objects.filter(case=case, kind="intake.afgerond").exists(),
        what="the end of the intake",
    )


def _fill(page: "Page", values: Mapping[str, str | list[str]], form: str = "main form") -> None:
    """Fills the fields of the form that `values` knows, each as its kind asks."""
    for name, value in values.items():
        field = page.locator(f"{form} [name='{name}']:not([type=hidden])")
        if not field.count():
            continue
        kind = field.first.get_attribute("type") or field.first.evaluate("node => node.tagName.toLowerCase()")
        if kind in {"radio", "checkbox"}:
            for one in [value] if isinstance(value, str) else value:
                _choose(page, name, one)
        elif kind == "select":
            field.first.select_option(value)
        else:
            field.first.fill(str(value))


def _choose(page: "Page", name: str, value: str) -> None:
    """By its label, as a finger would: the box itself is drawn by the label."""
    box = page.locator(f"main form [name='{name}'][value='{value}']")
    page.locator(f"label[for='{box.get_attribute('id')}']").click()
    assert box.is_checked()


def _write_the_plan(page: "Page", case: Case) -> None:
    page.goto(f"/dossiers/{case.pk}/pip/")
    page.click("form[action$='/pip/beginnen/'] button")
    page.wait_for_url(re.compile(r"/pip/concept/"))
    assert GOAL in page.content(), "the goal of the intake stands in the plan"
    today = timezone.localdate()
    last = relief_ends_on(today).isoformat()
    days = {
        "benefit_from": today.isoformat(),
        "relief_from": today.isoformat(),
        "relief_until": last,
        "next_step_on": last,
    }
    _fill(page, PIP | days, form=PLAN_FORM)
    page.click(f"{PLAN_FORM} button[type=submit]")
    page.wait_for_load_state()
    form = page.locator("form[action$='/afspraken/']")
    form.evaluate("node => { const box = node.closest('details'); if (box) box.open = true }")
    form.locator("[name=text]").fill("De gemeente laat het diploma waarderen")
    form.locator("[name=owner]").select_option("gemeente")
    form.locator("[name=due_on]").fill((timezone.localdate() + timedelta(weeks=6)).isoformat())
    form.locator("button[type=submit]").click()
    page.wait_for_load_state()


def _the_newcomer_agrees(staff: "Page", browser: "Browser", product: Product, case: Case) -> None:
    """The klantmanager shows the concept; the newcomer reads it on a phone, asks something, and confirms with DigiD."""
    staff.goto(f"/dossiers/{case.pk}/pip/concept/reacties/")
    staff.click("form[action$='/concept/delen/'] button")
    page = _newcomer(browser, product)
    page.goto("/mijn/plan/concept/")
    assert GOAL in page.inner_text("main")
    form = page.locator("form:has([name=misses_agreement])")
    form.evaluate("node => { node.closest('details').open = true }")
    form.locator("[name=text]").fill("Wie helpt met reiskosten?")
    form.locator("button[type=submit]").click()
    page.wait_for_load_state()

    staff.goto(f"/dossiers/{case.pk}/pip/concept/reacties/")
    staff.fill("form[action*='/concept/opmerkingen/'] [name$=answer]", "De gemeente betaalt ze.")
    staff.click("form:has([name$=answer]) button")
    staff.wait_for_load_state()

    page.goto("/mijn/plan/concept/")
    assert "De gemeente betaalt ze." in page.inner_text("main")
    _choose(page, "reaction", "akkoord")
    _choose(page, "means", "digid")
    page.click("form[action$='/concept/antwoord/'] button[type=submit]")
    wait_for(
        lambda: CaseEvent.objects.filter(case=case, kind="pip.reactie").exists(), what="the newcomer's answer"
    )
    page.context.close()


def _establish(page: "Page", case: Case) -> str:
    """Establishes by the screen; gives the text of the letter."""
    page.goto(f"/dossiers/{case.pk}/pip/concept/vaststellen/")
    button = page.locator("main form:has([name=on]) button[type=submit]:not([formmethod])")
    assert button.count() == 1, page.inner_text("main")
    button.click()
    wait_for(
        lambda: CaseEvent.objects.filter(case=case, kind="pip.vastgesteld").exists(),
        what="the established PIP",
    )
    pdf = page.request.get(f"/dossiers/{case.pk}/pip/versies/1/beschikking/")
    assert pdf.status == 200
    return "\n".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf.body())).pages)


def _newcomer(browser: "Browser", product: Product) -> "Page":
    """A phone on which the newcomer is logged in."""
    context = browser.new_context(
        base_url=product.url, locale="nl-NL", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto("/mijn/")
    page.click("main form button[type=submit]")
    page.wait_for_url(re.compile(r"/digid/"))
    page.get_by_role("button", name="Mohammad Reza Ahmadi").or_(
        page.get_by_role("link", name="Mohammad Reza Ahmadi")
    ).click()
    page.wait_for_url(re.compile(r"/mijn/"))
    return page


def _the_newcomer_reads(browser: "Browser", product: Product) -> None:
    page = _newcomer(browser, product)
    context = page.context
    page.goto("/mijn/plan/")
    assert GOAL in page.inner_text("main")
    assert "De gemeente laat het diploma waarderen" in page.inner_text("main")
    context.add_cookies([{"name": "django_language", "value": "ar", "url": product.url}])
    page.goto("/mijn/route/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_a_message_outlives_the_web_server_and_the_worker(product: Product) -> None:
    """DUO's messages that got 201 are handled, though both processes are killed in between."""
    product.kill("taken")
    statuses = [product.duo_says("SS139", bsn)["statussen"][0] for bsn in ("999926226", "999916105")]
    product.kill("web")
    assert statuses == [201, 201]
    assert IncomingMessage.objects.count() == 2
    product.start("web")
    product.start("taken")
    wait_for(
        lambda: IncomingMessage.objects.filter(state="verwerkt").count() == 2,
        seconds=90,
        what="both messages",
    )
    assert Case.objects.filter(person__last_name__in=["Nguyên", "Çağlayan-Öztürk"]).count() == 2


def test_a_message_for_another_gemeente_stays_out(product: Product) -> None:
    """DUO addresses a gemeente that isn't here: refused; a person of the neighbour: kept, and seen by who can help."""
    here = Gemeente.objects.get(code="9901")
    headers = {"bron": "00000001003214345000", "doel": "00000001234567890000", "berichtId": str(uuid4())}
    body = {"gebeurtenisId": "SS139", "registratieDatumTijd": "2026-11-02T09:00:00Z", "bsn": "999931805"}
    assert httpx.post(f"{product.url}/v1/notificaties", json=body, headers=headers).status_code == 403
    answer = httpx.post(f"{product.url}/v1/notificaties", json=body, headers=headers | {"doel": here.oin})
    assert (answer.status_code, answer.headers["API-Version"]) == (201, "1.8.0")
    wait_for(
        lambda: IncomingMessage.objects.filter(state="vastgelopen").exists(),
        what="the message that can't be handled",
    )
    assert not Case.objects.filter(person__last_name="Haile").exists()
