"""What goes along with the beschikking in the own language: what it says, how it is kept, and who chose to go without."""

import io
import re
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from cases.enums import Group
from cases.models import CaseEvent
from cases.services import save_languages
from contact.enums.notices import Channel, NoticeKind
from contact.models import Notice
from contact.services.notices.letters import pile_pdf, put_on_paper
from contact.services.notices.reading import read_events
from inburgering.kit.typeset import typeset
from pip_plans import services
from pip_plans.enums import (
    Benefit,
    EventKind,
    FurtherLearning,
    Level,
    LevelSource,
    Owner,
    Participation,
    Reaction,
    Relief,
    ReliefCost,
    StudyWithBenefit,
    TranslationState,
)
from pip_plans.models import PipVersion
from pip_plans.rules.changes import _FIELDS, changes
from pip_plans.rules.companion import Companion, companion
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.letter import WithoutConsent
from pip_plans.rules.letter.frame import NO_ANSWER
from pip_plans.rules.plan import PlanAgreement, PlanTranslation, source_of
from pip_plans.rules.translations import Text
from pip_plans.selectors import plan_quality_for
from pip_plans.services.companion import TEMPLATE
from pip_plans.services.letter import NOT_IN_THIS_LETTER
from tests.factories import ResidentFactory, StaffFactory
from tests.pip_plans.plans import IN_ARABIC, PLAN, TUESDAY, agreed, establish, plan, situation
from tests.pip_plans.test_letter import changed

IN_ARABIC_TOO = "ابدأ بالدرس."


def of(plan_=PLAN, situation_=None, *, language="ar", missing="", **letter):
    names = {"ar": "Arabisch", "ti": "Tigrinya"}
    beside = Companion(letter=changed(language_names=names, **letter), language=language, missing=missing, since=TUESDAY,
                       before=PLAN)  # fmt: skip
    return companion(plan_, situation_ or situation(), beside)


def parts(data):
    """Every piece of text with its language."""
    if isinstance(data, dict):
        if "text" in data:
            yield data["text"], data.get("lang", "")
        for value in data.values():
            yield from parts(value)
    elif isinstance(data, list):
        for value in data:
            yield from parts(value)


def said(data):
    return "\n".join(text for text, _ in parts(data))


def pages_of(pdf):
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize(
    ("route", "group", "times"),
    [("Z", Group.ASIELSTATUSHOUDER, 2), ("Z", Group.GEZINSMIGRANT, 1), ("B", Group.ASIELSTATUSHOUDER, 0)],
)
def test_pp_36_the_hours_of_the_z_route_stand_in_it_as_in_the_letter(language, route, group, times):
    """PP-36: who reads no Dutch reads how much it is too (Besluit inburgering 2021, artikel 3.14)."""
    decided = of(plan(leerroute=route, intensity_hours=None), situation(group=group), language=language)
    assert len(re.findall(r"\b800\b", said(decided))) == times


def test_every_language_says_everything():
    """PP-66: no sentence and no name of a field is missing in a language that we write."""
    names = set(LANGUAGES["nl"].say)
    labels = {label for _, label, _ in _FIELDS} | {"Doel", "Afspraak"}
    for language, words in LANGUAGES.items():
        assert set(words.say) == names
        if language != "nl":
            assert set(words.labels) == labels
        for name, text in words.say.items():
            marks = {
                mark for mark in ("{level}", "{hours}", "{on}", "{since}", "{day}", "{who}") if mark in text
            }
            assert marks == {mark for mark in marks if mark in LANGUAGES["nl"].say[name]}


def test_it_says_what_was_decided_and_that_the_dutch_letter_counts():
    """PP-66: route, level, from when, what to do by when, and the last day to object, in the own language."""
    text = said(of())
    say = LANGUAGES["ar"].say
    for part in (
        say["counts"],
        say["machine"],
        say["route-B"],
        say["level"].format(level="B1"),
        IN_ARABIC,
        say["object-how"],
    ):
        assert part in text
    assert "21 أبريل 2026" in text
    assert "1 أبريل 2026" in text
    assert "The Dutch letter counts" in said(of(language="en"))


def test_an_agreement_is_in_the_own_language_or_says_that_it_is_not():
    """PP-66: nothing pretends to be translated, or looked at."""
    say = LANGUAGES["ar"].say
    text = said(of())
    assert f"{say['untranslated']}\nBegin met de les." in text
    by_machine = PlanAgreement(id=1, text="Begin met de les.", owner=Owner.NIEUWKOMER, due_on=TUESDAY, own_language="ar",
                               translation=IN_ARABIC_TOO, translation_state=TranslationState.AUTOMATISCH)  # fmt: skip
    text = said(of(plan(agreements=(by_machine,))))
    assert f"{IN_ARABIC_TOO}\n{say['by-machine']}" in text
    assert "Begin met de les." not in text
    english = said(of(plan(agreements=(by_machine,)), language="en"))
    assert "Not translated yet (Dutch):\nBegin met de les." in english


def test_it_says_what_differs_from_the_version_before():
    after = plan(
        change_reason="U kunt meer.", leerroute="O", intensity_hours=None, pvt_hours=20, map_hours=None
    )
    found = tuple(changes(PLAN, after))
    data = of(after, situation(earlier_on=(TUESDAY,)), changes=found)
    (table,) = [block for block in data["blocks"] if block["kind"] == "table"]
    rows = {row[0][0]["text"]: row[1:] for row in table["rows"]}
    labels = LANGUAGES["ar"].labels
    assert rows[labels["Leerroute"]][1][-1] == {
        "text": "Onderwijsroute",
        "lang": "nl",
        "rtl": False,
        "small": False,
    }
    assert rows[labels["PVT"]] == [
        [{"text": f"{hours} ساعة", "lang": "ar", "rtl": True, "small": False}] for hours in (12, 20)
    ]
    assert "U kunt meer." in said(data)


def test_without_akkoord_it_says_why_and_that_conditions_were_answered():
    """PP-01: the newcomer reads in the own language that this was decided without akkoord."""
    own = Text(
        field="answer",
        dutch="Dat kan wel.",
        language="ar",
        own="هذا ممكن.",
        state=TranslationState.GECONTROLEERD,
    )
    reason = replace(own, dutch="De termijn loopt.", own="المهلة تنتهي.")
    found = WithoutConsent(
        said=Reaction.NIET_AKKOORD, reason="De termijn loopt.", own_reason="بعيد جدا", texts=(own, reason),
        conditions=(("Meer les", "Dat kan niet."), ("دروس مسائية", own.dutch), ("Later", NO_ANSWER)),
    )  # fmt: skip
    text = said(of(language="en", without_consent=found))
    for words in ("You did not agree with this plan.", "De termijn loopt.", "بعيد جدا", LANGUAGES["en"].say["conditions"],
                  "Meer les", "Dat kan niet.", "We gave no separate answer to this."):  # fmt: skip
        assert words in text
    arabic = said(of(plan(own_language="ar"), without_consent=found))
    assert "– دروس مسائية" in arabic
    assert "هذا ممكن." in arabic
    assert reason.own in arabic
    assert own.dutch not in arabic


FULL = {
    "support": "Een taalmaatje.", "participation": Participation.TEGELIJK, "participation_activity": "Helpen in de keuken.",
    "participation_hours": 8, "participation_duties": "Elke week.", "benefit": Benefit.JA, "benefit_duties": "Werk zoeken.",
    "relief": Relief.DEELS, "relief_costs": (ReliefCost.HUUR,), "relief_from": TUESDAY, "relief_until": TUESDAY,
    "relief_reason": "De huur loopt al.", "needed_level": Level.B2, "needed_level_source": LevelSource.WERKGEVER,
    "further_learning": FurtherLearning.GEEN_AANBOD, "further_learning_reason": "Er is geen klas.", "next_step_helper": "Karin",
    "pathways": ("Betaald werk", "Bakkersschool Utrecht"), "childcare": "Opvang op school.", "perspective": "Een vaste baan.",
    "study_with_benefit": StudyWithBenefit.NEE, "study_with_benefit_reason": "U bent te laat.",
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_it_says_all_that_the_plan_decides(language):
    """PP-66, PP-03, PP-36: fixed words in the own language; what the klantmanager wrote translated, or marked as Dutch."""
    written = plan(own_language="ar", **FULL)
    told = PlanTranslation(field="support", text="رفيق لغة.", source=source_of("Een taalmaatje.", "ar"),
                           state=TranslationState.GECONTROLEERD)  # fmt: skip
    words, data = LANGUAGES[language], of(replace(written, translations=(told,)), language=language)
    text = said(data)
    for name in ("participation-tegelijk", "benefit", "relief-deels", "cost-huur", "source-werkgever", "further-geen_aanbod",
                 "study-nee"):  # fmt: skip
        assert words.say[name] in text
    for dutch in (*(FULL[name] for name in ("benefit_duties", "relief_reason", "perspective", "childcare",
                    "further_learning_reason")), PLAN.why_not_o, PLAN.why_not_z, "Bakkersschool Utrecht"):  # fmt: skip
        assert dutch in text
        assert "nl" in {lang for found, lang in parts(data) if found == dutch}
    assert words.ways.get("Betaald werk", "Betaald werk") in text
    assert ("Een taalmaatje." in text) == (language == "en")
    assert [words.say["version"], "1", True] in data["facts"]
    headings = [block["text"] for block in data["blocks"] if block["kind"] == "heading"]
    for name in ("why-not", "support", "taking-part", "money", "further", "afterwards", "children"):
        assert words.say[name] in headings


BEFORE = {
    "leerroute": "Z", "niveau": "", "intensity_hours": None, "a2_allowed": False, "relief_until": None, "relief_costs": (),
    "participation": Participation.NIET_TEGELIJK, "relief": Relief.NIET, "further_learning": FurtherLearning.NIET_BESLIST,
    "needed_level": "", "needed_level_source": "", "study_with_benefit": "", "pathways": (), "talks_per_year": 2,
}  # fmt: skip
AFTER = FULL | {
    "leerroute": "B",
    "niveau": "B1",
    "intensity_hours": 400,
    "a2_allowed": True,
    "talks_per_year": 4,
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_differs_is_said_in_the_own_language_too(language):
    """PP-66: a choice, a number, a day and yes or no; only the name of a route is Dutch everywhere."""
    found = changes(plan(**FULL | BEFORE), plan(**AFTER))
    say, beside = (
        LANGUAGES[language].say,
        of(plan(**AFTER), situation(earlier_on=(TUESDAY,)), language=language, changes=tuple(found)),
    )
    rows = next(block for block in beside["blocks"] if block["kind"] == "table")["rows"]
    told = dict(zip([one.name for one in found], (row[1:] for row in rows), strict=True))
    words = {name: [[one["text"] for one in side] for side in sides] for name, sides in told.items()}
    assert words["intensity_hours"] == [[say["nothing"]], [say["hours-value"].format(hours=400)]]
    assert words["a2_allowed"] == [[say["no"]], [say["yes"]]]
    assert words["participation"] == [[say["participation-niet_tegelijk"]], [say["participation-tegelijk"]]]
    assert words["relief"] == [[say["relief-is-niet"]], [say["relief-is-deels"]]]
    assert words["relief_costs"] == [[say["nothing"]], [say["cost-huur"]]]
    assert words["talks_per_year"] == [["2"], ["4"]]
    assert words["needed_level"] == [[say["nothing"]], ["B2"]]
    assert words["pathways"][1][0] == LANGUAGES[language].ways["Betaald werk"]
    dutch = {name for name, sides in told.items() for side in sides for one in side if one["lang"] == "nl"}
    assert dutch == {"leerroute", "pathways"}  # A way of the gemeente itself stands in Dutch, and says so.


def test_a_language_that_we_do_not_write_gets_dutch_that_says_so():
    text = said(of(language="nl", missing="ti"))
    assert "Wij hebben deze uitleg nog niet in uw taal (Tigrinya)" in text
    assert IN_ARABIC in text


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_it_is_an_accessible_pdf_that_lasts(language):
    after = plan(change_reason="U kunt meer.", pvt_hours=20)
    data = of(after, situation(earlier_on=(TUESDAY,)), language=language, changes=tuple(changes(PLAN, after)))
    pdf = typeset(TEMPLATE, data, instead=NOT_IN_THIS_LETTER)
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(language)
    metadata = root["/Metadata"].get_data().decode()
    assert "pdfuaid" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def reads(person, code):
    save_languages(
        person=person,
        languages=[{"code": code, "speaks": True, "reads": True, "writes": True, "preferred": True}],
    )


@pytest.mark.django_db
def test_it_is_kept_with_the_beschikking_and_goes_along_on_paper(concept, klantmanager, client):
    """PP-66: kept as sent, on the page of the version, in the portal and in the pile for the post."""
    case = concept.pip.case
    reads(case.person, "ar")
    version = establish(concept, on=TUESDAY, by=klantmanager)
    assert (version.companion_language, version.without_translation) == ("ar", False)
    assert len(version.companion.sha256) == 64
    event = CaseEvent.objects.get(kind=EventKind.VASTGESTELD)
    assert event.data["companion_id"] == version.companion_id
    client.force_login(klantmanager)
    url = reverse("pip-uitleg", args=[case.pk, 1])
    assert url in client.get(reverse("pip-versie", args=[case.pk, 1])).content.decode()
    kept = client.get(url)
    assert kept.content == bytes(version.companion.content.data)
    assert kept["Content-Type"] == "application/pdf"
    client.force_login(ResidentFactory(person=case.person))
    portal = reverse("mijn-document", args=[version.companion_id])
    assert portal in client.get(reverse("mijn-plan")).content.decode()
    assert client.get(portal).content == kept.content
    read_events()
    (notice,) = Notice.objects.filter(kind=NoticeKind.PIP_ESTABLISHED, channel=Channel.LETTER)
    put_on_paper(notice)
    pile = "".join(pages_of(pile_pdf([notice])))
    assert "Onze afspraken" in pile
    assert any("\u0600" <= char <= "\u06ff" for char in pile)


@pytest.mark.django_db
def test_without_text_in_the_own_language_somebody_chooses(concept, klantmanager, teamleider, client):
    """PP-66: nobody sends a letter that the newcomer can't read without knowing it, and the team lead sees who got one."""
    case = concept.pip.case
    reads(case.person, "ti")
    version = agreed(
        services.update_concept(
            version=concept,
            by=klantmanager,
            own_language="ti",
            motivation_own_language="ናይ ደች ቋንቋ ክትመሃር ኢኻ። " * 6,
        ),
        klantmanager,
    )
    with pytest.raises(ValidationError, match="Tigrinya"):
        services.establish_pip(version=version, on=TUESDAY, by=klantmanager)
    client.force_login(klantmanager)
    url = reverse("pip-vaststellen", args=[case.pk])
    page = client.get(url).content.decode()
    assert 'name="confirmed_without_translation"' in page
    assert "met een uitleg in het Nederlands." in page
    assert client.get(url, {"on": "2026-03-10"}).status_code == 200
    refused = client.post(url, {"on": "2026-03-10"})
    assert refused.status_code == 422
    assert "Bevestig dat de uitleg in het Nederlands meegaat." in refused.content.decode()
    assert client.post(url, {"on": "2026-03-10", "confirmed_without_translation": "on"}).status_code == 302
    made = PipVersion.objects.get(pk=version.pk)
    assert (made.companion_language, made.without_translation) == ("nl", True)
    assert CaseEvent.objects.get(kind=EventKind.VASTGESTELD).data["companion_missing"] == "ti"
    assert "Tigrinya" in "".join(pages_of(bytes(made.companion.content.data)))
    assert "Niet in de eigen taal" in client.get(reverse("pip-versie", args=[case.pk, 1])).content.decode()
    (group,) = plan_quality_for(teamleider, today=TUESDAY)
    assert (group.unexplained, group.plans[0].is_unexplained, group.plans[0].needs_a_look) == (1, True, True)
    client.force_login(teamleider)
    page = client.get(reverse("pip-plannen")).content.decode()
    assert (
        page.count("Zonder uitleg in de eigen taal") == 4
    )  # the column and its cell, what it means, the plan itself
    assert reverse("pip", args=[case.pk]) in page


@pytest.mark.django_db
def test_the_klantmanager_reads_it_before(concept, klantmanager, client):
    reads(concept.pip.case.person, "en")
    client.force_login(klantmanager)
    shown = client.get(reverse("pip-voorbeeld-uitleg", args=[concept.pip.case_id]))
    text = "".join(pages_of(shown.content))
    assert "This is a draft" in text
    assert "What was decided?" in text
    client.force_login(StaffFactory(role=Role.KLANTMANAGER))
    assert client.get(reverse("pip-voorbeeld-uitleg", args=[concept.pip.case_id])).status_code == 404
