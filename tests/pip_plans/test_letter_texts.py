"""The sentences that a gemeente writes: what the law wants stays in, nothing is ever run, and what was sent stays."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from pip_plans.models import LetterText
from pip_plans.rules.letter.texts import BY_KEY, DEFAULTS, PARTS, Place, as_blocks, expand, flaws
from pip_plans.selectors import letter_text_on
from pip_plans.services import (
    activate_letter_texts,
    example_letter_pdf,
    save_letter_texts,
    start_concept,
    update_concept,
)
from tests.factories import StaffFactory
from tests.pip_plans.plans import TUESDAY, establish


def texts(**changes):
    return DEFAULTS | changes


def sentences(**changes):
    return [flaw.sentence for flaw in flaws(texts(**changes))]


def words_of(pdf):
    return " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_our_own_text_has_everything():
    assert flaws(DEFAULTS) == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_no_part_can_be_left_out_or_emptied(part):
    assert "leeg" in sentences(**{part.key: "  "})[0]
    assert "leeg" in next(
        flaw.sentence for flaw in flaws({k: v for k, v in DEFAULTS.items() if k != part.key})
    )


@pytest.mark.parametrize(("part", "place"), [(part, place) for part in PARTS for place in part.places])
def test_each_place_that_the_law_wants_is_named_when_it_is_missing(part, place):
    without = part.default.replace(f"[{place.value}]", "hier")
    assert any(f"[{place.value}]" in one for one in sentences(**{part.key: without}))


@pytest.mark.parametrize(("part", "said"), [(part, said) for part in PARTS for said, _ in part.words])
def test_each_word_that_the_law_wants_is_named_when_it_is_missing(part, said):
    without = part.default.replace(said, "iets").replace(said.capitalize(), "iets")
    assert any(said in one for one in sentences(**{part.key: without}))


def test_everything_that_is_missing_is_said_at_once():
    assert len(sentences(bezwaar="Bel ons.", ondertekening="Groet.", wet="De wet.")) == 8 + 3 + 2


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Beste [naam], {{ settings.SECRET_KEY }}", "code"),
        ("Beste [naam], {% load x %}", "code"),
        ("Beste [naam], {# x #}", "code"),
        ("Beste [naam], <script>alert(1)</script>", "HTML"),
        ("Beste [naam], <b>u</b>", "HTML"),
        ("Beste [naam], </p>", "HTML"),
        ("Beste [naam] [bsn]", "[bsn] bestaat niet"),
        ("Beste [naam] [naam.__class__]", "bestaat niet"),
        ("Beste [naam] [", "los haakje"),
        ("Beste [naam] \x00", "teken"),
        ("Beste [naam] " + "x" * 20_000, "te lang"),
    ],
)
def test_code_html_and_unknown_places_are_refused(words, what):
    assert any(what in one for one in sentences(aanhef=words))


def test_a_part_that_does_not_exist_is_refused():
    assert flaws(DEFAULTS | {"extra": "x"})[0].sentence == "Het onderdeel ‘extra’ bestaat niet."


def test_what_is_filled_in_is_never_filled_in_again():
    assert (
        expand("Beste [naam],", {Place.NAAM: "[adres voor bezwaar] {{ x }}"})
        == "Beste [adres voor bezwaar] {{ x }},"
    )
    assert expand("[ Naam ] [onbekend]", {Place.NAAM: "An"}) == "An [onbekend]"


def test_lists_come_from_the_text_and_not_from_a_name():
    blocks = as_blocks("[naam]\n\n- een\n- twee", {Place.NAAM: "- geen lijst\n\n- echt niet"})
    assert [block["kind"] for block in blocks] == ["text", "list"]


def test_every_part_is_used_in_a_letter(gemeente):
    """A part that nobody reads would be a promise that the letter doesn't keep."""
    marked = {key: f"{BY_KEY[key].default} Merk{number}." for number, key in enumerate(BY_KEY)}
    both = [
        words_of(example_letter_pdf(texts=marked, gemeente=gemeente, changed=changed))
        for changed in (False, True)
    ]
    assert [key for number, key in enumerate(BY_KEY) if f"Merk{number}." not in both[0] + both[1]] == []


def test_the_example_is_accessible_and_says_that_it_decides_nothing(gemeente):
    pdf = example_letter_pdf(texts=DEFAULTS, gemeente=gemeente, changed=True)
    xmp = PdfReader(io.BytesIO(pdf)).xmp_metadata.stream.get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "Noor Voorbeeld" in words_of(pdf)
    assert "Concept: nog geen besluit" in words_of(pdf)


# --- Versions ---------------------------------------------------------------------------------------------


@pytest.fixture
def manager(team):
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER, name="Bea Heer")


@pytest.mark.django_db
def test_a_letter_is_made_with_the_text_of_that_day_and_keeps_it(
    concept, case, klantmanager, manager, gemeente
):
    first = save_letter_texts(texts=texts(aanhef="Dag [naam],"), note="Vriendelijker", by=manager)
    assert letter_text_on(gemeente, TUESDAY) is None  # nothing was activated
    activate_letter_texts(text=first, valid_from=TUESDAY, by=manager)
    version = establish(concept, on=TUESDAY, by=klantmanager)
    kept = bytes(version.document.content.data)
    assert f"Dag {case.person.full_name}," in words_of(kept)
    second = save_letter_texts(texts=texts(aanhef="Hallo [naam],"), note="Nog vriendelijker", by=manager)
    activate_letter_texts(text=second, valid_from=date(2026, 3, 11), by=manager)
    assert letter_text_on(gemeente, TUESDAY) == first
    assert letter_text_on(gemeente, date(2026, 3, 11)) == second
    activate_letter_texts(text=first, valid_from=date(2026, 3, 11), by=manager)  # back
    assert letter_text_on(gemeente, date(2026, 3, 12)) == first
    version.document.content.refresh_from_db()
    assert bytes(version.document.content.data) == kept
    assert case.events.get(kind="pip.vastgesteld").data["letter_text"] == first.number
    concept = start_concept(case=case, by=klantmanager)
    update_concept(version=concept, by=klantmanager, talks_per_year=6, change_reason="U wilde vaker praten.")
    assert "Dag " in words_of(bytes(establish(concept, on=TUESDAY, by=klantmanager).document.content.data))


@pytest.mark.django_db
def test_a_text_never_changes(on_tuesday, manager):
    text = save_letter_texts(texts=texts(aanhef="Dag [naam],"), note="Vriendelijker", by=manager)
    activate_letter_texts(text=text, valid_from=TUESDAY, by=manager)
    for sql in ("UPDATE pip_plans_lettertext SET note = 'x'", "DELETE FROM pip_plans_letteractivation"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    with pytest.raises(ValidationError, match="hetzelfde"):
        save_letter_texts(texts=texts(aanhef="Dag [naam],"), note="Nog eens", by=manager)
    with pytest.raises(ValidationError, match="latere dag"):
        activate_letter_texts(text=text, valid_from=date(2026, 3, 9), by=manager)


@pytest.mark.django_db
def test_the_page_refuses_with_what_is_missing_and_keeps_what_was_typed(
    on_tuesday, log_in, manager, klantmanager, resident
):
    url = reverse("briefteksten")
    assert [log_in(user).get(url).status_code for user in (manager, klantmanager, resident)] == [
        200,
        403,
        403,
    ]
    client = log_in(manager)
    assert "Leesbaarheid" in client.get(url).content.decode()
    wrong = client.post(url, texts(bezwaar="Bel [naam] <script>x</script>") | {"note": "Korter"})
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "hier moet [bezwaar tot en met] in staan" in page
    assert "&lt;script&gt;" in page
    assert "<script>x" not in page
    assert not LetterText.objects.exists()
    preview = client.post(reverse("brieftekst-proef"), texts(aanhef="Dag [naam],"))
    assert preview["Content-Type"] == "application/pdf"
    assert not LetterText.objects.exists()
    assert client.post(url, texts(aanhef="Dag [naam],") | {"note": "Korter"})["Location"] == reverse(
        "brieftekst", args=[1]
    )
    page = reverse("brieftekst", args=[1])
    assert "Zo was het" in client.get(page).content.decode()
    assert (
        client.get(reverse("brieftekst-voorbeeld", args=[1]) + "?soort=wijziging")["Content-Type"]
        == "application/pdf"
    )
    assert client.post(page, {"valid_from": "2026-03-10"}).status_code == 422  # the example wasn't looked at
    assert client.post(page, {"valid_from": "2026-03-10", "seen": "on"}).status_code == 302
    assert "Nu: tekst 1" in client.get(url).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("opening", "is_hard"),
    [
        ("Dit is een besluit. Wij hebben met u gepraat. Nu is uw plan klaar.", False),
        (
            "Ingevolge het onderhavige besluit wordt onverminderd de dienaangaande geldende bepalingen geconcretiseerd.",
            True,
        ),
    ],
)
def test_one_hard_part_is_named_however_easy_the_rest_is(on_tuesday, log_in, manager, opening, is_hard):
    saved = save_letter_texts(texts=texts(eerste_plan=opening), note="Anders", by=manager)
    page = log_in(manager).get(reverse("brieftekst", args=[saved.number])).content.decode()
    assert ("Op zichzelf moeilijker dan B1" in page) == is_hard


@pytest.mark.django_db
def test_the_next_gemeente_has_its_own_texts(on_tuesday, log_in, manager):
    text = save_letter_texts(texts=texts(aanhef="Dag [naam],"), note="Korter", by=manager)
    elsewhere = StaffFactory(role=Role.FUNCTIONEEL_BEHEERDER)
    assert log_in(elsewhere).get(reverse("brieftekst", args=[text.number])).status_code == 404
    with pytest.raises(ValidationError):
        activate_letter_texts(text=text, valid_from=TUESDAY, by=elsewhere)
