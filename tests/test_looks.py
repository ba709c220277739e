"""The frame and the components: accessible, safe under the content security policy, light, left to right and right to left."""

import gzip
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import resolve, reverse
from django_cotton.compiler_regex import CottonCompiler

from accounts.models import User
from cases.models import Case
from inburgering.kit.templatetags.looks import MENU
from inburgering.kit.widgets import Textarea
from intake.services import open_intake
from pip_plans.services import add_goal, start_concept
from tests.conftest import WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
OWN_CSS = sorted((settings.BASE_DIR / "static" / "css").glob("*.css"))
EVIL = "\"'><script>alert(1)</script>&amp;"


def render(source: str, **context: object) -> str:
    return Template(CottonCompiler().process(source)).render(Context(context))


# A mail is no page of ours: it brings its looks along, in a style that mail programs keep.
MAILS = [settings.BASE_DIR / "templates/contact/notices/mail.html"]


class Proef(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals in het paspoort.")
    note = forms.CharField(label="Notitie", required=False, widget=forms.Textarea)
    day = forms.DateField(label="Dag")
    route = forms.ChoiceField(label="Leerroute", choices=[("B", "B1-route"), ("Z", "Z-route")])
    tolk = forms.ChoiceField(label="Tolk?", choices=[("j", "Ja"), ("n", "Nee")], widget=forms.RadioSelect)
    factors = forms.MultipleChoiceField(
        label="Factoren", choices=[("a", "Leeftijd")], widget=forms.CheckboxSelectMultiple
    )
    birth = forms.DateField(label="Geboren", widget=forms.SelectDateWidget(years=[1990]))
    agree = forms.BooleanField(label="Akkoord")


# --- The code of pages and styles --------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [path for path in TEMPLATES if path not in MAILS],
    ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")),
)
def test_a_page_has_no_inline_style_or_script(path: "settings.BASE_DIR") -> None:
    """The content security policy would refuse them, so the page would look or work differently than meant."""
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<style\b", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert not re.search(r"\shx-on", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
    assert "javascript:" not in text


@pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates"))
)
def test_a_value_for_a_component_is_a_name(path: "settings.BASE_DIR") -> None:
    """`:current="a == b"` is silently empty: only a name or a literal is understood."""
    for value in re.findall(r'<c-[^>]*?\s:[\w-]+="([^"]*)"', path.read_text()):
        assert "{" in value or re.fullmatch(r"[\w.]+", value), value


@pytest.mark.parametrize("path", OWN_CSS, ids=lambda path: path.name)
def test_styles_work_in_both_directions(path: "settings.BASE_DIR") -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    physical = re.findall(
        r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:",
        css,
    )
    assert physical == []


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_says_what_to_do_without_any_context(name: str) -> None:
    """The page of a server error gets no user, no messages and no request."""
    html = render_to_string(f"{name}.html")
    assert html.count("<h1") == 1
    assert 'href="/"' in html


# --- Components --------------------------------------------------------------------------------------


def test_a_field_ties_its_hint_and_its_error_to_the_control() -> None:
    html = render('<c-field :field="form.name" />', form=Proef({}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert "(niet verplicht)" in render('<c-field :field="form.note" />', form=Proef())
    assert "(niet verplicht)" not in render('<c-field :field="form.name" />', form=Proef())
    assert "(niet verplicht)" not in render('<c-field :field="form.note" :required="True" />', form=Proef())


class Long(forms.Form):
    text = forms.CharField(max_length=10, widget=Textarea)
    line = forms.CharField(max_length=10)


def test_no_field_cuts_off_what_is_pasted() -> None:
    """A browser does that without a word; the server says that a text is too long, and the whole text stays."""
    form = Long({"text": "x" * 11, "line": "y" * 11})
    html = render('<c-field :field="form.text" /><c-field :field="form.line" />', form=form)
    assert "maxlength" not in html
    assert "x" * 11 in html
    assert "y" * 11 in html
    assert set(form.errors) == {"text", "line"}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_an_end_of_a_line_counts_as_one_sign(end: str) -> None:
    form = Long({"text": end.join(["abc"] * 2 + ["ab"]), "line": "y"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["text"] == "abc\nabc\nab"


def test_each_box_for_text_is_that_of_the_house() -> None:
    """Rendered by `c-field`, which leaves the maxlength out, and with the widget that counts the ends of lines once."""
    code = [*settings.BASE_DIR.glob("*/forms/*.py"), *settings.BASE_DIR.glob("*/forms.py")]
    assert len(code) > 30
    assert [path.name for path in code if "forms.Textarea" in path.read_text()] == []
    assert [path.name for path in TEMPLATES if "<textarea" in path.read_text()] == []


def test_a_group_has_a_legend_and_a_label_for_each_choice() -> None:
    for name in ("tolk", "factors", "birth"):
        html = render('<c-field :field="field" />', field=Proef()[name])
        assert "<fieldset" in html
        assert "<legend" in html
        assert html.count("<label") == len(re.findall(r"<(?:input|select)\b", html))


def test_the_summary_links_to_each_field_and_each_target_exists() -> None:
    form = Proef({})
    html = render('<c-errors :form="form" />{% for f in form %}<c-field :field="f" />{% endfor %}', form=form)
    targets = re.findall(r'href="#([\w-]+)"', html)
    assert len(targets) == len(form.errors)
    assert [target for target in targets if f'id="{target}"' not in html] == []


def test_a_date_is_sent_and_shown_in_one_way() -> None:
    html = render('<c-field :field="form.day" />', form=Proef({"day": "2026-03-16"}))
    assert 'type="date"' in html
    assert 'value="2026-03-16"' in html


@pytest.mark.parametrize(
    "source",
    [
        '<c-alert kind="info" title="{{ evil }}">{{ evil }}</c-alert>',
        '<c-badge>{{ evil }}</c-badge><c-crumb href="/">{{ evil }}</c-crumb>',
        '<c-card heading="{{ evil }}">{{ evil }}</c-card>',
        '<c-page-header title="{{ evil }}" subtitle="{{ evil }}" />',
        '<c-page-header :title="evil" :subtitle="evil" />',
        '<c-table caption="{{ evil }}"><tbody></tbody></c-table>',
        '<c-timeline-item title="{{ evil }}" by="{{ evil }}">{{ evil }}</c-timeline-item>',
        '<c-term label="{{ evil }}">{{ evil }}</c-term>',
        '<c-deadline title="{{ evil }}" sentence="{{ evil }}" />',
        '<c-button href="/" data-name="{{ evil }}">{{ evil }}</c-button>',
        '<c-empty title="{{ evil }}">{{ evil }}</c-empty><c-details summary="{{ evil }}">{{ evil }}</c-details>',
        '<c-confirm action="/x/" heading="{{ evil }}" button="{{ evil }}">{{ evil }}</c-confirm>',
        '<c-errors :errors="errors" />',
    ],
)
def test_text_of_a_user_stays_text(source: str) -> None:
    html = render(source, evil=EVIL, errors=[EVIL])
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "&amp;lt;" not in html


def test_every_component_is_described(request: pytest.FixtureRequest) -> None:
    folder = settings.BASE_DIR / "templates" / "cotton"
    readme = (folder / "README.md").read_text()
    missing = [
        path.stem for path in folder.glob("*.html") if f"<c-{path.stem.replace('_', '-')}" not in readme
    ]
    assert missing == []


# --- Weight ------------------------------------------------------------------------------------------


@pytest.fixture
def anonymous() -> HttpRequest:
    return RequestFactory().get("/mijn/inloggen/")


def test_the_portals_frame_is_light_before_fonts(anonymous: HttpRequest) -> None:
    """Under 150 kB over the line with room to spare; the server sends these compressed."""
    html = render_to_string("portal/base.html", request=anonymous)
    paths = [*re.findall(r'(?:href|src)="/?static/([^"#]+)', html), "vendor/tabler/icons.svg"]
    weight = sum(
        len(gzip.compress((settings.BASE_DIR / "static" / _unhashed(path)).read_bytes()))
        for path in set(paths)
    )
    assert weight + len(html) < 60_000
    assert "htmx" not in html


def _unhashed(path: str) -> str:
    return re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", path)


# --- In the browser ----------------------------------------------------------------------------------


def test_the_pages_for_everybody_are_accessible_and_fit(
    new_page: Callable[..., "Page"], look: Callable[["Page", str], None]
) -> None:
    page = new_page()
    for url in ("/account/login/", "/bestaat-niet/"):
        page.goto(url)
        look(page, url.strip("/").replace("/", "-"))


AUTOSAVE_PAGE = """<!doctype html><html lang="nl"><title>Proef</title>
<body data-csrf="abc" data-user="7"><div data-autosave-url="/bewaar/"><label for="veld">Veld</label>
<textarea id="veld" name="veld"></textarea><p data-autosave-state aria-live="polite"></p></div>
<script src="/static/js/autosave.js"></script></body></html>"""


@pytest.fixture
def autosave(new_page: Callable[..., "Page"]) -> "Page":
    page = new_page()
    page.answers = []  # type: ignore[attr-defined]
    page.received = []  # type: ignore[attr-defined]

    def save(route: "Route") -> None:
        answer = page.answers.pop(0) if page.answers else 204  # type: ignore[attr-defined]
        if answer is None:
            route.abort()
            return
        page.received.append(route.request.post_data)  # type: ignore[attr-defined]
        route.fulfill(status=answer, body="Dit is te lang." if answer == 422 else "")

    page.route("**/proef/", lambda route: route.fulfill(body=AUTOSAVE_PAGE, content_type="text/html"))
    page.route("**/bewaar/", save)
    page.goto("/proef/")
    return page


def test_a_field_saves_itself_after_a_pause(autosave: "Page") -> None:
    autosave.fill("#veld", "Ik wil bakker worden")
    autosave.get_by_text("Opgeslagen om").wait_for()
    assert autosave.received == ["veld=Ik+wil+bakker+worden&autosave_field=veld&csrfmiddlewaretoken=abc"]  # type: ignore[attr-defined]


def test_a_lost_connection_is_said_and_tried_again(autosave: "Page") -> None:
    autosave.answers[:] = [None, 503]  # type: ignore[attr-defined]
    autosave.fill("#veld", "Tekst")
    autosave.get_by_text("we proberen het opnieuw").wait_for()
    autosave.get_by_text("Opgeslagen om").wait_for()
    assert autosave.received[-1].startswith("veld=Tekst")  # type: ignore[attr-defined]


def test_what_was_not_saved_comes_back_after_a_reload(autosave: "Page") -> None:
    autosave.answers[:] = [None] * 3  # type: ignore[attr-defined]
    autosave.fill("#veld", "Niet kwijtraken")
    autosave.get_by_text("we proberen het opnieuw").wait_for()
    autosave.on("dialog", lambda dialog: dialog.accept())
    autosave.goto("/proef/")
    assert autosave.input_value("#veld") == "Niet kwijtraken"
    autosave.get_by_text("Opgeslagen om").wait_for()
    assert autosave.evaluate("sessionStorage.length") == 0


def test_a_refusal_stands_at_the_field(autosave: "Page") -> None:
    autosave.answers[:] = [422]  # type: ignore[attr-defined]
    autosave.fill("#veld", "x" * 50)
    autosave.get_by_text("Niet opgeslagen. Dit is te lang.").wait_for()


def _page_with(content: str) -> str:
    return (
        '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>'
        '<body><main id="inhoud"><div id="messages"></div>'
        f'{content}</main><script src="/static/js/app.js"></script></body></html>'
    )


def test_a_dangerous_act_asks_first_and_closes_with_escape(new_page: Callable[..., "Page"]) -> None:
    body = render(
        '<c-confirm action="/weg/" heading="Versie verwijderen?" button="Verwijderen">Weg is weg.</c-confirm>'
    )
    page = new_page()
    page.route("**/proef/", lambda route: route.fulfill(body=_page_with(body), content_type="text/html"))
    page.goto("/proef/")
    page.get_by_role("link", name="Verwijderen").click()
    dialog = page.get_by_role("dialog", name="Versie verwijderen?")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Verwijderen"


def test_without_script_a_dangerous_act_is_a_link_to_its_own_page() -> None:
    html = render('<c-confirm action="/weg/" heading="Weg?" button="Verwijderen">Weg is weg.</c-confirm>')
    assert re.search(r'<a href="/weg/"', html)
    assert re.search(r'<form method="post" action="/weg/"', html)


def test_a_table_is_filtered_without_regard_to_accents(new_page: Callable[..., "Page"]) -> None:
    rows = "".join(f"<tr><td>{name}</td></tr>" for name in ("Zoë", "Ayşe", "Yusuf", "Tekle", "Nour"))
    body = render(
        '<c-table caption="Namen" filter><thead><tr><th scope="col">Naam</th></tr></thead><tbody>'
        f"{rows}</tbody></c-table>"
    )
    page = new_page()
    page.route("**/proef/", lambda route: route.fulfill(body=_page_with(body), content_type="text/html"))
    page.goto("/proef/")
    page.get_by_label("Zoek in deze tabel").fill("zoe")
    assert page.locator("tbody tr:visible").all_inner_texts() == ["Zoë"]
    assert page.get_by_role("status").inner_text() == "1 van 5"


def test_the_time_out_is_announced_and_can_be_put_off(new_page: Callable[..., "Page"]) -> None:
    body = render('{% include "parts/session_dialog.html" %}', session_seconds=121)
    page = new_page()
    page.clock.install()
    page.route("**/proef/", lambda route: route.fulfill(body=_page_with(body), content_type="text/html"))
    page.goto("/proef/")
    dialog = page.get_by_role("dialog", name="Bent u er nog?")
    page.clock.run_for(4_000)
    assert not dialog.is_visible()
    page.clock.run_for(4_000)
    assert dialog.is_visible()
    page.get_by_role("button", name="Ik ben er nog").click()
    dialog.wait_for(state="hidden")


def test_escape_on_the_time_out_asks_the_server_or_the_warning_comes_back(
    new_page: Callable[..., "Page"],
) -> None:
    body = render('{% include "parts/session_dialog.html" %}', session_seconds=121)
    page, asked = new_page(), []
    page.clock.install()
    page.route("**/proef/", lambda route: route.fulfill(body=_page_with(body), content_type="text/html"))
    page.goto("/proef/")
    dialog = page.get_by_role("dialog", name="Bent u er nog?")
    page.clock.run_for(8_000)
    page.route("**/health/live", lambda route: route.abort())
    for _ in range(3):
        page.keyboard.press("Escape")
    page.clock.run_for(6_000)
    assert dialog.is_visible(), "without an answer of the server the session isn't put off"
    page.unroute("**/health/live")
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert asked


def test_what_the_framework_says_is_plain_dutch() -> None:
    form = Proef({"day": "2026-02-30", "route": "X"})
    assert form.errors["name"] == ["Vul dit in."]
    assert form.errors["day"] == ["Vul een datum in die bestaat, bijvoorbeeld 16-03-2026."]
    assert form.errors["route"] == ["Kies iets uit de lijst. ‘X’ staat er niet in."]


def test_the_address_that_puts_the_time_out_off_does_so(
    klantmanager: User, log_in: Callable[[User], Client]
) -> None:
    client = log_in(klantmanager)
    renewed = client.get(reverse("health-live"))
    assert renewed.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == settings.SESSION_COOKIE_AGE


def test_the_menu_holds_what_a_role_may_open(
    klantmanager: User, teamleider: User, log_in: Callable[[User], Client]
) -> None:
    def menu(user: User) -> list[str]:
        page = log_in(user).get(reverse("werkvoorraad")).content.decode()
        return re.findall(r'class="nav__link" href="([^"]+)"', page)

    everybody = ["/", "/verzoeken/", "/agenda/", "/zoeken/", "/dossiers/nieuw/"]
    assert menu(klantmanager) == [*everybody, "/bezwaren/"]
    assert menu(teamleider) == [
        *everybody, "/beheer/berichten/", "/ketenberichten/", "/pip/goedkeuren/", "/bezwaren/", "/pip/plannen/",
        "/pip/wachttijden/", "/pip/toets/", "/intake/herhaalde-stappen/", "/beheer/tolken/",
        "/beheer/toetsversies/",
    ]  # fmt: skip
    for user in (klantmanager, teamleider):
        assert {log_in(user).get(href, follow=True).status_code for href in menu(user)} == {200}


def test_every_page_of_the_menu_says_for_whom_it_is() -> None:
    for name, _label, _icon in MENU:
        assert resolve(reverse(name)).func.allowed_roles


STAFF_PAGES = [
    "/", "/?wie=team", "/zoeken/?q=haddad", "/dossiers/nieuw/?q=Bakker", "/dossiers/{case}/", "/dossiers/{case}/wijzigen/",
    "/dossiers/{case}/huishouden/", "/dossiers/{case}/documenten/", "/dossiers/{case}/logboek/", "/dossiers/{case}/termijnen/",
    "/dossiers/{case}/ketenberichten/", "/dossiers/{case}/sluiten/", "/dossiers/{case}/intake/",
    "/dossiers/{case}/intake/onderdeel/eigen-woorden/?taal=ar", "/dossiers/{case}/pip/", "/dossiers/{case}/pip/concept/",
    "/dossiers/{case}/pip/concept/vaststellen/", "/account/wachtwoord/", "/account/2fa/",
]  # fmt: skip


def test_every_staff_page_is_accessible_and_fits(
    new_page: Callable[..., "Page"], look: Callable[["Page", str], None], klantmanager: User, case: Case
) -> None:
    """On a phone and on a desk; nothing is refused by the content security policy."""
    open_intake(case=case, by=klantmanager)
    add_goal(
        version=start_concept(case=case, by=klantmanager),
        own_text="أريد أن أعمل",
        own_language="ar",
        by=klantmanager,
    )
    page = new_page(klantmanager)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    for address in STAFF_PAGES:
        answer = page.goto(address.format(case=case.pk))
        assert answer
        assert answer.status == 200, address
        assert page.locator("h1").count() == 1, address
        look(page, f"medewerker-{address.strip('/').replace('/', '-')}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        frame = page.locator("main").bounding_box()
        assert frame
        assert (frame["x"] > 200) == (width > 1024), (
            "the menu stands beside the page on a desk, above it on a phone"
        )
    assert refused == []
