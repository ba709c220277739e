"""The beschikking: what it says, that nothing a user wrote can break it, and that everybody can read it."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from accounts.enums import Role
from inburgering.kit.script import UNKNOWN, covered_by, printable
from inburgering.kit.typeset import FONTS
from pip_plans.enums import Factor, Leerroute, TranslationState, Wish
from pip_plans.rules.letter import Letter, Sender, content
from pip_plans.services import start_concept, update_concept
from pip_plans.services.letter import NOT_IN_THIS_LETTER, render
from tests.factories import CaseFactory, PersonFactory, StaffFactory
from tests.pip_plans.plans import PLAN, TUESDAY, establish, lawful_concept, plan, situation

NASTY = '<b>O\'Brien</b> & "Zonen" #let x = 1 $x^2$ *vet* _schuin_ \\ [a] @b // /* `c` ~ {{ d }} =kop'
LETTER = Letter(
    sender=Sender(gemeente="Waterveen", address=("Raadhuisplein 1", "1234 AB Waterveen"), phone="012 345 67 89",
                  email="inburgering@waterveen.example", signed_by="Karin de Boer"),
    person="Yusuf al-Haddad", case_number="2026-000001", version=1, on=TUESDAY, objection_until=date(2026, 4, 21),
    term_starts_on=date(2026, 3, 11), term_ends_on=date(2029, 3, 10), language_names={"ar": "Arabisch", "ti": "Tigrinya"},
)  # fmt: skip


def changed(**changes):
    return Letter(**vars(LETTER) | changes)


def reader_of(plan_=PLAN, situation_=None, letter=LETTER):
    return PdfReader(io.BytesIO(render(content(plan_, situation_ or situation(), letter))))


def text_of(*args, **kwargs):
    return squeezed("\n".join(page.extract_text() for page in reader_of(*args, **kwargs).pages))


def squeezed(text):
    """Without line breaks and soft breaks, as a reader hears it."""
    return " ".join(text.replace("\u200b", "").split())


def test_the_letter_says_what_was_decided_and_why():
    text = text_of()
    for part in (
        "Beste Yusuf al-Haddad",
        "U volgt de B1-route",
        "Dit is de route die u zelf wilde",
        "Eigen wens",
        "Met de B1-route kunt u werken terwijl u leert",
        "Ik wil als kok werken",
        "Begin met de les.",
        "De nieuwkomer zelf",
        "1 april 2026",
        "Ongeveer 600 uur",
        "Wet inburgering 2021",
    ):
        assert part in text


def test_the_letter_says_until_when_and_where_to_object():
    text = text_of()
    assert "Bezwaar maken kan tot en met dinsdag 21 april 2026" in text
    assert (
        "College van burgemeester en wethouders van de gemeente Waterveen, Raadhuisplein 1, 1234 AB Waterveen"
        in text
    )
    assert "besluit van 10 maart 2026 met kenmerk 2026-000001, versie 1" in text


def test_the_letter_says_both_ways_to_object_and_who_helps():
    """Awb, artikel 2:15: the portal is open for it, as the companion in the own language says too."""
    text = text_of()
    assert "In het portaal. Log in met DigiD" in text
    assert "Met een brief." in text
    assert "Juridisch Loket: 0800 - 8020" in text


def test_the_letter_says_how_long_somebody_has():
    text = text_of()
    assert "begint op 11 maart 2026" in text
    assert "tot en met 10 maart 2029" in text
    assert "verandert niet" in text_of(
        plan(change_reason="Meer les."), situation(earlier_on=(date(2026, 2, 20),))
    )


def test_a_wish_that_was_not_followed_is_answered():
    wanted = plan(wished_leerroute=Wish.O, wish_difference_reason="Uw diploma telt hier nog niet.")
    text = text_of(wanted)
    assert "U wilde zelf de Onderwijsroute" in text
    assert "Uw diploma telt hier nog niet." in text


def test_the_test_is_called_an_advice():
    assert "toets beslist niet" in text_of(plan(factors=(Factor.WENS, Factor.TOETS)))


def test_a_machine_translation_says_so():
    assert "automatisch vertaald" in text_of(plan(translation_state=TranslationState.AUTOMATISCH))
    assert "automatisch vertaald" not in text_of()


@pytest.mark.parametrize("route", Leerroute)
def test_no_letter_calls_anybody_unable(route):
    text = text_of(plan(leerroute=route, alphabetisation="A")).lower()
    assert "analfabeet" not in text
    assert "leert lezen en schrijven" in text


def test_text_of_a_user_is_never_markup():
    text = text_of(plan(support=NASTY, motivation=NASTY), letter=changed(person=NASTY))
    assert text.count(squeezed(NASTY)) >= 4


def test_a_name_of_two_hundred_letters_stays_on_the_page():
    name = "Wolfeschlegelsteinhausenbergerdorff" * 6
    assert name[:200] in text_of(letter=changed(person=name[:200])).replace(" ", "")


@pytest.mark.parametrize(
    ("language", "words"),
    [("uk", "Я хочу працювати в лікарні"), ("ti", "ኣብ ሆላንድ ክሰርሕ እደሊ"), ("tr", "Aşçı olmak istiyorum, öğrenmek için"),
     ("hy", "Ես ուզում եմ աշխատել"), ("ka", "მინდა ვიმუშაო"), ("vi", "Tôi muốn học tiếng Hà Lan")],
)  # fmt: skip
def test_own_words_stay_readable_text(language, words):
    assert words in text_of(plan(motivation_own_language=words, own_language=language))


def test_arabic_is_in_the_letter_as_arabic():
    letters = {char for char in text_of() if "\u0600" <= char <= "\u06ff"}
    assert set("أريدعملطبخفم") <= letters


@pytest.mark.parametrize(
    "text",
    [
        "中文的目标",
        "😀",
        "a\x00b\x07c",
        "\u202eevil\u202c",
        "e\u0301\u0301\u0301",
        "\u2028",
        "",
        "\ufeff",
        "𒀀𒀁𒀂",
        "x" * 4000,
    ],
)
def test_no_text_breaks_the_letter(text):
    assert reader_of(
        plan(motivation=text, support=text, motivation_own_language=text), letter=changed(person=text or "X")
    ).pages


def test_a_script_without_a_font_gets_a_sentence_instead():
    assert squeezed(NOT_IN_THIS_LETTER) in text_of(
        plan(motivation_own_language="我想学习荷兰语", own_language="zh")
    )


def test_a_concept_says_so_on_every_page():
    pages = reader_of(letter=changed(is_concept=True)).pages
    assert all("Concept: nog geen besluit" in page.extract_text() for page in pages)
    assert "Concept" not in text_of()


def test_the_letter_is_an_accessible_pdf_that_can_be_kept():
    reader = reader_of()
    root, xmp = reader.trailer["/Root"], reader.xmp_metadata.stream.get_data().decode()
    assert root["/Lang"].startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Persoonlijk plan inburgering en participatie van Yusuf al-Haddad"
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def elements(element):
    """Every element of the structure tree, in reading order."""
    element = element.get_object()
    if isinstance(element, list):
        return [found for child in element for found in elements(child)]
    if not isinstance(element, dict):
        return []
    own = [element] if "/S" in element else []
    return own + (elements(element["/K"]) if "/K" in element else [])


def structure():
    return elements(reader_of().trailer["/Root"]["/StructTreeRoot"]["/K"])


def test_headings_tables_and_lists_are_tagged():
    found = [element["/S"] for element in structure()]
    assert found.count("/H1") == 1
    assert found.count("/H2") >= 7
    assert {"/Table", "/TH", "/TD", "/L", "/LI", "/P"} <= set(found)


def test_own_words_carry_their_language():
    """So that a screen reader changes its voice."""
    assert [element["/Lang"] for element in structure() if element["/S"] == "/BlockQuote"] == ["ar", "ar"]


# --- From the database --------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    "last_name", ["<script>alert(1)</script>", "D'Àngelo & Zn.", "Ĳsbrand-Şükrü Đỗ", "N" * 200, "“Ŧ”"]
)
def test_any_name_gets_its_letter(on_tuesday, klantmanager, last_name):
    case = CaseFactory(klantmanager=klantmanager, person=PersonFactory(last_name=last_name))
    version = establish(lawful_concept(case, klantmanager), on=TUESDAY, by=klantmanager)
    pdf = PdfReader(io.BytesIO(version.document.content.data))
    text = squeezed("".join(page.extract_text() for page in pdf.pages)).replace(" ", "")
    assert last_name.replace(" ", "") in text


@pytest.mark.django_db
def test_a_second_letter_says_what_changed(concept, klantmanager, case):
    establish(concept, on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, talks_per_year=6, change_reason="U wilde vaker praten.")
    second = establish(second, on=TUESDAY, by=klantmanager)
    text = squeezed(
        "".join(page.extract_text() for page in PdfReader(io.BytesIO(second.document.content.data)).pages)
    )
    assert "U wilde vaker praten." in text
    assert "Voortgangsgesprekken in een jaar 4 6" in text


@pytest.mark.django_db
def test_the_klantmanager_signs_also_when_the_team_lead_establishes(concept, team, klantmanager):
    lead = StaffFactory(team=team, role=Role.TEAMLEIDER, name="Fatima Aydin")
    version = establish(concept, on=TUESDAY, by=lead)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(version.document.content.data)).pages)
    assert klantmanager.name in text


# --- Characters -------------------------------------------------------------------------------------------------

LATIN = frozenset(map(ord, "abcdefghijklmnopqrstuvwxyz ."))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een twee", "een twee"),
        ("een twee drie 😀", f"een twee drie {UNKNOWN}"),
        ("中文中文", "anders"),
        ("a\x07b", "a b"),
        ("a\nb", "a\nb"),
        ("\u202eom", "om"),
        ("", ""),
        ("x" * 45, "\u200b".join(["x" * 20, "x" * 20, "x" * 5])),
    ],
)
def test_only_signs_with_a_shape_are_printed(text, shown):
    assert printable(text, LATIN, instead="anders") == shown


def test_the_fonts_know_the_scripts_of_newcomers():
    known = {path.stem: covered_by(path.read_bytes()) for path in Path(FONTS).glob("*-Regular.ttf")}
    assert {ord(UNKNOWN), ord("ñ"), ord("Ж"), ord("ĳ")} <= known["NotoSans-Regular"]
    assert {ord("ሆ")} <= known["NotoSansEthiopic-Regular"]
    assert set(map(ord, "طپڤکی")) <= known["Amiri-Regular"]


def test_each_font_has_its_licence():
    assert {path.name for path in FONTS.glob("LICENSE-*")} == {"LICENSE-amiri", "LICENSE-noto"}
    assert all(path.stem.startswith(("NotoSans", "Amiri")) for path in FONTS.glob("*.ttf"))
