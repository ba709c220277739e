"""The texts of the klantmanager in the newcomer's own language: never a wrong one for a right one."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from pip_plans.enums import Leerroute, Means, Reaction, TranslationState, Wish
from pip_plans.models import PipVersion, Translation, longest_translation
from pip_plans.rules.changes import changes
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.obstacles import signals
from pip_plans.rules.plan import PlanTranslation, source_of
from pip_plans.rules.translations import TEXTS, texts_by_dutch, texts_of, texts_to_translate
from pip_plans.rules.wording import fingerprint, plan_of, wording
from pip_plans.selectors import concept_of, text_hash
from pip_plans.services import (
    answer_comment,
    comment_on,
    respond,
    save_translations,
    share_concept,
    start_concept,
    update_concept,
)
from pip_plans.services.locking import CONFLICT
from tests.pip_plans.plans import (
    FIELDS,
    PLAN,
    SIGNATURE,
    SITUATION,
    TRANSLATED,
    TUESDAY,
    agreed,
    establish,
    plan,
    situation,
)
from tests.pip_plans.test_companion import of, said

HELP = "تدفع البلدية ثمن الدورة."
MACHINE, CHECKED = TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD


def at(name, case):
    return reverse(name, args=[case.pk])


def told(field="support", text=HELP, state=CHECKED, source=""):
    return PlanTranslation(field=field, text=text, state=state, source=source)


def support_of(translation, **fields):
    return next(
        one for one in texts_of(plan(translations=(translation,), **fields)) if one.field == "support"
    )


# --- What fits --------------------------------------------------------------------------------------------------


OF_NOW = source_of(FIELDS["support"], "ar")


@pytest.mark.parametrize(
    ("source", "fields", "fits"),
    [
        (OF_NOW, {}, True),
        (OF_NOW, {"support": FIELDS["support"] + " En reiskosten."}, False),
        (OF_NOW, {"own_language": "ti"}, False),
        (OF_NOW, {"own_language": "nl"}, False),
        (source_of("Iets anders.", "ar"), {}, False),
        ("", {}, False),
    ],
)
def test_a_translation_fits_one_dutch_text_in_one_language(source, fields, fits):
    """PP-36: a translation of another text is never read as if it were of this one."""
    text = support_of(told(source=source), **fields)
    assert (text.is_translated, text.is_stale) == (fits, not fits)
    assert (text.own, text.state) == (HELP, CHECKED)


def test_back_to_the_old_dutch_the_translation_fits_again():
    assert not support_of(told(source=OF_NOW), support="Anders.").is_translated
    assert support_of(told(source=OF_NOW), support=FIELDS["support"]).is_translated


@pytest.mark.parametrize(
    ("fields", "field", "read"),
    [
        ({}, "why_not_o", True),
        ({}, "why_not_b", False),
        ({"leerroute": Leerroute.O}, "why_not_b", True),
        ({"leerroute": ""}, "why_not_z", False),
        ({"benefit_duties": "Werk zoeken."}, "benefit_duties", False),
        ({"benefit_duties": "Werk zoeken.", "benefit": "ja"}, "benefit_duties", True),
        ({"wish_difference_reason": "Past beter."}, "wish_difference_reason", True),
        ({"wish_difference_reason": "Past beter.", "wished_leerroute": Wish.WEET_NIET}, "wish_difference_reason", False),
        ({"vve": " "}, "vve", False),
    ],
)  # fmt: skip
def test_only_what_is_read_asks_a_translation(fields, field, read):
    assert (field in [one.field for one in texts_of(plan(**fields))]) is read


def test_who_reads_dutch_needs_nothing():
    assert texts_to_translate(plan(own_language="nl")) == ()
    assert texts_to_translate(plan(own_language="")) == ()
    assert len(texts_to_translate(PLAN)) == len(texts_of(PLAN)) == len(TRANSLATED)


def test_every_text_is_a_field_of_the_plan_with_room_for_its_translation():
    assert {longest_translation(name) for name in TEXTS} == {400, 2000, 4000, 8000}


def test_what_lacks_is_signalled_and_stops_nobody():
    """PP-36: one line, that is no obstacle."""
    (line,) = [one.sentence for one in signals(PLAN, SITUATION) if one.field == "vertalingen"]
    assert line == f"0 van {len(TRANSLATED)} teksten vertaald in de eigen taal."
    changed = plan(translations=TRANSLATED, support="Nu anders.")
    (line,) = [one.sentence for one in signals(changed, SITUATION) if one.field == "vertalingen"]
    assert "Bij 1 past de vertaling niet meer bij het Nederlands." in line
    assert signals(plan(translations=TRANSLATED), SITUATION) == []


# --- What was read and signed -------------------------------------------------------------------------------------


def test_what_was_signed_holds_the_translations_that_were_read():
    read = wording(plan(translations=TRANSLATED))
    assert read["translations"]["support"] == "بالعربية: support"
    assert wording(plan_of(read)) == read
    unchecked = tuple(replace(one, state=MACHINE) for one in TRANSLATED)
    assert wording(plan(translations=unchecked)) == read


def test_an_older_plan_keeps_its_fingerprint():
    """What nobody could read isn't in what was signed: without translations, and with one that doesn't fit."""
    assert "translations" not in wording(PLAN)
    stale = plan(translations=(told(source=source_of("Eerder.", "ar")),))
    assert fingerprint(wording(stale)) == fingerprint(wording(PLAN))


# --- Keeping them -------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_pp_01_nobody_agreed_with_a_translation_before_it_was_there(concept, case, klantmanager):
    """PP-01: what the newcomer reads in the own language is the text too; who looked at it changes no word."""
    yes = {
        "reaction": Reaction.AKKOORD,
        "means": Means.GETEKEND,
        "strokes": SIGNATURE,
        "language": "ar",
        "by": klantmanager,
    }
    with time_machine.travel(datetime(2026, 3, 16, 9, tzinfo=UTC)):
        save_translations(version=concept_of(case), translations=[told(state=MACHINE)], by=klantmanager)
    with time_machine.travel(datetime(2026, 3, 18, 9, tzinfo=UTC)):
        save_translations(version=concept_of(case), translations=[told(state=CHECKED)], by=klantmanager)
        with pytest.raises(ValidationError, match="Het concept is het laatst gewijzigd op 16 maart"):
            respond(version=concept, given_on=date(2026, 3, 15), **yes)
        assert respond(version=concept, given_on=date(2026, 3, 16), **yes)


@pytest.mark.django_db
def test_keeping_one_or_many_costs_two_queries(concept, case, klantmanager, django_assert_num_queries):
    for many in ([told()], [told(field=one.field) for one in texts_of(PLAN)]):
        opened = concept_of(case)
        with django_assert_num_queries(4):  # the two, and the savepoint of the test around them
            save_translations(version=opened, translations=many, by=klantmanager)
    assert concept.translations.count() == len(texts_of(PLAN))


@pytest.mark.django_db
@pytest.mark.parametrize("text", [HELP, ""])
@pytest.mark.parametrize("before", ["", "من قبل."])
def test_two_who_save_in_the_same_moment_both_keep_their_words(
    concept, case, klantmanager, teamleider, before, text
):
    """The page of the second was made before the first wrote; what stands is the first's, and the second hears it."""
    if before:
        save_translations(version=concept, translations=[told(text=before)], by=klantmanager)
    opened, theirs = concept_of(case), "نص زميلتي."
    save_translations(version=concept_of(case), translations=[told(text=theirs)], by=teamleider)
    if before or text:
        with pytest.raises(ValidationError, match="Iemand anders schreef intussen") as refusal:
            save_translations(version=opened, translations=[told(text=text)], by=klantmanager)
        assert refusal.value.code == CONFLICT
    else:  # Nothing stood on that page, and nothing was written there.
        save_translations(version=opened, translations=[told(text=text)], by=klantmanager)
    assert concept_of(case).texts["support"].own == theirs


@pytest.mark.django_db
def test_two_who_take_it_away_in_the_same_moment_agree(concept, case, klantmanager, teamleider):
    save_translations(version=concept, translations=[told()], by=klantmanager)
    opened = concept_of(case)
    save_translations(version=concept_of(case), translations=[told(text="")], by=teamleider)
    save_translations(version=opened, translations=[told(text="")], by=klantmanager)
    assert not Translation.objects.exists()


@pytest.mark.django_db
def test_another_dutch_text_makes_it_stale_and_empty_takes_it_away(concept, klantmanager):
    save_translations(version=concept, translations=[told()], by=klantmanager)
    before = text_hash(concept)
    assert PipVersion.objects.get().texts["support"].is_translated
    update_concept(version=concept, by=klantmanager, support="De gemeente betaalt niets.")
    assert PipVersion.objects.get().texts["support"].is_stale
    update_concept(version=concept, by=klantmanager, support=FIELDS["support"])
    assert text_hash(PipVersion.objects.get()) == before
    save_translations(version=concept, translations=[told(text=" ")], by=klantmanager)
    assert not Translation.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"field": "status"}, "bestaat niet"),
        ({"field": "motivation"}, "bestaat niet"),
        ({"text": "ن" * 20_000}, "mag 8000 tekens"),
        ({"state": TranslationState.ONTBREEKT}, "hoe dit is vertaald"),
    ],
)
def test_what_cannot_be_kept_says_why(change, fault, concept, klantmanager):
    with pytest.raises(ValidationError, match=fault):
        save_translations(version=concept, translations=[told(), told(**change)], by=klantmanager)
    assert not Translation.objects.exists()


@pytest.mark.django_db
def test_without_a_language_there_is_nothing_to_translate_into(concept, klantmanager):
    concept = update_concept(version=concept, by=klantmanager, own_language="nl")
    with pytest.raises(ValidationError, match="in welke taal"):
        save_translations(version=concept, translations=[told()], by=klantmanager)


@pytest.mark.django_db
def test_an_established_version_takes_no_translation_and_the_next_one_inherits(concept, klantmanager):
    """PP-01: what was announced stays as it was; a text that begins anew has no translation yet."""
    save_translations(version=concept, translations=[told()], by=klantmanager)
    established = establish(concept, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="vastgesteld"):
        save_translations(version=established, translations=[told(text="أخرى")], by=klantmanager)
    second = start_concept(case=established.pip.case, by=klantmanager)
    update_concept(version=second, by=klantmanager, change_reason="U wilde meer les.")
    save_translations(version=second, translations=[told("change_reason", "دروس أكثر.")], by=klantmanager)
    third = start_concept(case=establish(second, on=TUESDAY, by=klantmanager).pip.case, by=klantmanager)
    assert [(row.field, row.text, row.state) for row in third.translations.all()] == [
        ("support", HELP, CHECKED)
    ]


@pytest.mark.django_db
def test_an_akkoord_is_of_the_text_with_its_translations(concept, mine, klantmanager):
    """PP-01: who signed what was read in Arabic, signed no other Arabic."""
    share_concept(version=concept, by=klantmanager)
    signed = agreed(concept, klantmanager).responses.get()
    save_translations(version=concept, translations=[told()], by=klantmanager)
    assert signed.content_hash != text_hash(PipVersion.objects.get())
    page = mine.get(at("pip-reacties", concept.pip.case)).content.decode()
    assert "Gegeven op een eerdere tekst" in page
    assert "Sinds deze reactie veranderde een toelichting, of wat in de eigen taal staat." in page


# --- The page -----------------------------------------------------------------------------------------------------


@pytest.fixture
def mine(log_in, klantmanager):
    return log_in(klantmanager)


def sources(page):
    return dict(re.findall(r'name="(\w+-bron)" value="(\w+)"', page))


@pytest.mark.django_db
def test_the_page_shows_each_dutch_text_and_what_lacks(concept, case, mine, klantmanager):
    save_translations(version=concept, translations=[told()], by=klantmanager)
    update_concept(version=concept, by=klantmanager, next_step="Een open dag bezoeken.")
    page = mine.get(at("pip-vertalingen", case)).content.decode()
    assert f"1 van {len(texts_of(PLAN))} teksten vertaald." in page
    assert FIELDS["why_not_o"] in page
    assert FIELDS["why_not_b"] not in page
    assert re.search(r'<textarea[^>]*lang="ar"[^>]*dir="rtl"|<textarea[^>]*dir="rtl"[^>]*lang="ar"', page)
    assert at("pip-vertalingen", case) in mine.get(at("pip-concept", case)).content.decode()


@pytest.mark.django_db
def test_without_javascript_one_button_keeps_what_was_changed(concept, case, mine, klantmanager):
    """A stale translation that nobody touched stays stale."""
    save_translations(
        version=concept, translations=[told(), told("next_step", "خطوة\nأولى")], by=klantmanager
    )
    update_concept(version=concept, by=klantmanager, next_step="Een open dag bezoeken.")
    page = mine.get(at("pip-vertalingen", case)).content.decode()
    assert "hoort bij een eerdere Nederlandse tekst" in page
    shown = sources(page) | {"versie": "1", "support": HELP, "support-stand": CHECKED, "next_step": "خطوة\r\nأولى",
                             "next_step-stand": MACHINE, "why_not_o": "لا", "why_not_o-stand": MACHINE}  # fmt: skip
    assert (
        "De vertalingen zijn opgeslagen."
        in mine.post(at("pip-vertalingen", case), shown, follow=True).content.decode()
    )
    texts = concept_of(case).texts
    assert (texts["why_not_o"].own, texts["why_not_o"].state) == ("لا", MACHINE)
    assert texts["next_step"].is_stale
    mine.post(at("pip-vertalingen", case), shown | {"next_step-stand": CHECKED})
    assert concept_of(case).texts["next_step"].is_translated


@pytest.mark.django_db
def test_a_colleagues_translation_is_read_before_it_goes(concept, case, mine, klantmanager, teamleider):
    def marks(page):
        return dict(re.findall(r'name="(\w+-(?:bron|gezien))" value="(\w+)"', page))

    seen, theirs = marks(mine.get(at("pip-vertalingen", case)).content.decode()), "نص زميلتي."
    save_translations(version=concept, translations=[told("support", theirs)], by=teamleider)
    assert mine.post(at("pip-vertalingen", case), seen | {"support": ""}).status_code == 302
    assert concept_of(case).texts["support"].own == theirs
    refused = mine.post(at("pip-vertalingen", case), seen | {"support": HELP})
    page = refused.content.decode()
    assert (refused.status_code, theirs in page, HELP in page) == (422, True, True)
    assert concept_of(case).texts["support"].own == theirs
    auto = mine.post(at("pip-vertaling", case), {"autosave_field": "support", "support": HELP} | seen)
    assert auto.status_code == 422
    assert mine.post(at("pip-vertalingen", case), marks(page) | {"support": HELP}).status_code == 302
    assert concept_of(case).texts["support"].own == HELP


@pytest.mark.django_db
def test_too_much_is_refused_and_kept_on_the_screen(concept, case, mine):
    page = mine.get(at("pip-vertalingen", case)).content.decode()
    answer = mine.post(at("pip-vertalingen", case), sources(page) | {"support": "ن" * 20_000, "vve": "x"})
    assert answer.status_code == 422
    assert "ن" * 20_000 in answer.content.decode()
    assert "8000" in answer.content.decode()
    assert not Translation.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "status", "text"),
    [
        ({"autosave_field": "support", "support": HELP}, 204, ""),
        ({"autosave_field": "support", "support": HELP, "support-stand": CHECKED, "versie": "1"}, 204, ""),
        ({"autosave_field": "support", "support": ""}, 204, ""),
        ({"autosave_field": "support", "support": "ن" * 20_000}, 422, "8000"),
        ({"autosave_field": "support", "support": HELP, "support-stand": "ontbreekt"}, 422, "lijst"),
        ({"autosave_field": "support", "support": HELP, "versie": "2"}, 422, "intussen vastgesteld"),
        ({"autosave_field": "motivation", "motivation": "x"}, 422, "bestaat niet"),
        ({"autosave_field": "nergens", "nergens": "x"}, 422, "bestaat niet"),
        ({}, 422, "bestaat niet"),
    ],
)
def test_a_translation_keeps_itself_or_says_why_not(data, status, text, concept, case, mine):
    answer = mine.post(at("pip-vertaling", case), data)
    assert (answer.status_code, text in answer.content.decode()) == (status, True)


@pytest.mark.django_db
def test_a_translation_that_crosses_a_change_of_the_dutch_is_stale(concept, case, mine, klantmanager):
    seen = sources(mine.get(at("pip-vertalingen", case)).content.decode())
    update_concept(version=concept, by=klantmanager, support="Toch anders.")
    data = {"autosave_field": "support", "support": HELP, "support-bron": seen["support-bron"]}
    assert mine.post(at("pip-vertaling", case), data).status_code == 204
    assert concept_of(case).texts["support"].is_stale


@pytest.mark.django_db
def test_after_it_was_established_nothing_is_kept(concept, case, mine, klantmanager):
    establish(concept, on=TUESDAY, by=klantmanager)
    assert mine.get(at("pip-vertalingen", case)).status_code == 404
    refused = mine.post(at("pip-vertaling", case), {"autosave_field": "support", "support": HELP})
    assert (refused.status_code, "intussen vastgesteld" in refused.content.decode()) == (422, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"), [("nl", "U hoeft niets te vertalen"), ("", "Kies eerst een taal")]
)
def test_who_reads_dutch_gets_no_page_full_of_fields(language, words, concept, case, mine, klantmanager):
    update_concept(version=concept, by=klantmanager, own_language=language)
    page = mine.get(at("pip-vertalingen", case)).content.decode()
    assert words in page
    assert "<textarea" not in page


# --- What the newcomer reads --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_concept_says_why_in_the_own_language_and_shows_no_stale_text(
    concept, case, klantmanager, resident, log_in
):
    """PP-36, PP-38: why this route, what was wished, and why no other, before anybody signs."""
    share_concept(version=concept, by=klantmanager)
    told_all = [told(field, f"نص {field}") for field in ("why_not_o", "support", "target_occupation")]
    save_translations(
        version=concept, translations=[*told_all, told("next_step", "خطوة", MACHINE)], by=klantmanager
    )
    me = log_in(resident)
    me.post("/mijn/taal/", {"language": "ar"})
    page = me.get("/mijn/plan/concept/").content.decode()
    for words in (
        "نص why_not_o",
        "نص support",
        "نص target_occupation",
        FIELDS["why_not_o"],
        FIELDS["why_not_z"],
        "خطوة",
    ):
        assert words in page
    assert 'lang="ar" dir="rtl">نص support' in page
    assert page.count("translation--gecontroleerd") == 4
    assert page.count("translation--automatisch") == 1
    assert page.count("translation--deels") == 1
    update_concept(version=concept, by=klantmanager, support="Alleen de les.")
    page = me.get("/mijn/plan/concept/").content.decode()
    assert "نص support" not in page
    assert "Alleen de les." in page


@pytest.mark.django_db
def test_a_plan_that_is_wholly_translated_says_nothing_of_dutch(
    concept, case, klantmanager, resident, log_in
):
    """PP-36: the route and the plan, once everything has its translation."""
    everything = [told(one.field, f"نص {one.field}") for one in texts_of(PLAN)]
    save_translations(version=concept, translations=everything, by=klantmanager)
    establish(concept, on=TUESDAY, by=klantmanager)
    me = log_in(resident)
    me.post("/mijn/taal/", {"language": "ar"})
    staff = log_in(klantmanager).get(reverse("pip-versie", args=[case.pk, 1])).content.decode()
    assert "نص childcare" not in staff
    assert "نص perspective" in staff
    for path, words in (("/mijn/route/", "نص why_not_z"), ("/mijn/plan/", "نص perspective")):
        page = me.get(path).content.decode()
        assert words in page
        assert "translation--deels" not in page


def test_the_companion_uses_what_was_translated():
    """PP-66: the reason of a change, and both sides of what differs."""
    reason = "U wilde meer les."
    after = plan(
        change_reason=reason, support="Twee keer les.",
        translations=(told("change_reason", "أردت دروساً أكثر.", MACHINE, source_of(reason, "ar")),
                      told(source=source_of("Twee keer les.", "ar"))),
    )  # fmt: skip
    shown = said(of(after, situation(earlier_on=(TUESDAY,)), changes=tuple(changes(PLAN, after))))
    assert f"أردت دروساً أكثر.\n{LANGUAGES['ar'].say['by-machine']}" in shown
    assert reason not in shown
    assert HELP in shown
    assert "Twee keer les." not in shown
    assert FIELDS["support"] in shown  # the side that nobody translated
    english = said(
        of(after, situation(earlier_on=(TUESDAY,)), language="en", changes=tuple(changes(PLAN, after)))
    )
    assert reason in english
    assert "أردت دروساً أكثر." not in english


def test_a_text_is_found_by_its_dutch():
    assert set(texts_by_dutch(PLAN, plan(translations=TRANSLATED))) == {one.dutch for one in texts_of(PLAN)}


# --- Answers ------------------------------------------------------------------------------------------------------


YES_AR = "نعم، تدفع البلدية."


@pytest.mark.django_db
def test_an_answer_to_a_comment_can_be_read_in_the_own_language(
    concept, case, mine, klantmanager, resident, log_in
):
    """PP-36: the Dutch below it, and how it was translated; without one the answer stays in Dutch and says so."""
    share_concept(version=concept, by=klantmanager)
    bus, evening = (
        comment_on(version=concept, text=text, by=klantmanager) for text in ("De bus?", "In de avond?")
    )
    assert "Hetzelfde in het Arabisch" in mine.get(at("pip-reacties", case)).content.decode()
    prefix = f"opmerking-{bus.pk}"
    answer = {f"{prefix}-answer": "De gemeente betaalt.", f"{prefix}-own": YES_AR, f"{prefix}-state": CHECKED}
    url = reverse("pip-opmerking", args=[case.pk, bus.pk])
    assert mine.post(url, answer | {f"{prefix}-own": "ن" * 20_000}).status_code == 422
    assert YES_AR in mine.post(url, answer, follow=True).content.decode()
    answer_comment(comment=evening, answer="Ja, dat kan.", by=klantmanager)
    me = log_in(resident)
    me.post("/mijn/taal/", {"language": "ar"})
    about_it = me.get("/mijn/plan/concept/").content.decode().split('id="opmerkingen"')[1]
    assert f'lang="ar" dir="rtl">{YES_AR}' in about_it
    assert "De gemeente betaalt." in about_it
    first, second = about_it.split("Ja, dat kan.")
    assert first.count("translation--gecontroleerd") == 1
    assert "translation--ontbreekt" in second


@pytest.mark.django_db
def test_who_reads_dutch_is_answered_in_dutch_only(concept, case, mine, klantmanager):
    update_concept(version=concept, by=klantmanager, own_language="nl")
    comment_on(version=concept, text="Wie betaalt de bus?", by=klantmanager)
    assert "Hetzelfde in het" not in mine.get(at("pip-reacties", case)).content.decode()


@pytest.mark.django_db
def test_an_answer_to_a_condition_too(concept, case, klantmanager, resident, log_in):
    """PP-01, PP-36: what the gemeente says to a condition, before it decides without akkoord."""
    share_concept(version=concept, by=klantmanager)
    given = respond(version=concept, reaction=Reaction.ONDER_VOORWAARDE, means=Means.MONDELING, language="ar",
                    conditions=["Lessen tot en met B2."], by=klantmanager)  # fmt: skip
    one = given.conditions.get().pk
    asked = {"motivation": "De termijn loopt af en wij zijn het niet eens geworden.",
             f"voorwaarde-{one}": "Wij betalen tot B1.", f"own-{one}": YES_AR, f"state-{one}": MACHINE}  # fmt: skip
    with time_machine.travel(datetime(2026, 3, 17, 9, tzinfo=UTC)):
        staff, me = log_in(klantmanager), log_in(resident)
        assert "Hetzelfde in het Arabisch" in staff.get(at("pip-eenzijdig", case)).content.decode()
        assert staff.post(at("pip-eenzijdig", case), asked).status_code == 302
        assert YES_AR in staff.get(at("pip-reacties", case)).content.decode()
        me.post("/mijn/taal/", {"language": "ar"})
        assert f'lang="ar" dir="rtl">{YES_AR}' in me.get("/mijn/plan/concept/").content.decode()
