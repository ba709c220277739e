"""Every text in every language, complete and honest about who looked at it."""

import gettext
import re
from datetime import date
from io import BytesIO

import polib
import pytest
from django.utils import translation

from contact.enums.appointments import CancelReason, Mode, Place, Purpose
from contact.enums.notices import Channel
from contact.enums.requests import Decision, RefusalCode, RequestState, RequestType
from contact.enums.requests import Step as RequestStep
from deadlines.enums import Audience, Kind
from deadlines.rules import ladder_of
from pip_plans.enums import Factor, Leerroute, Owner
from portal.enums import (
    ASKINGS,
    CANCEL_REASONS,
    CHANNELS,
    DECISIONS,
    EXPLANATIONS,
    FACTORS,
    HAPPENINGS,
    LOGIN_ERRORS,
    MILESTONES,
    MODES,
    OWNERS,
    PLACES,
    PROGRESS_LOOKS,
    PURPOSES,
    REFUSALS,
    ROUTES,
    STEPS,
    TERM_SENTENCES,
    Milestone,
    Progress,
    Step,
    Word,
)
from portal.management.commands.vertalingen import Text, catalogue, languages, texts
from portal.rules import progress
from portal.templatetags.portal import translation_state

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|<[^>]+>|\{[^}]*\}")
ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.fixture(scope="module")
def wanted() -> set[Text]:
    return texts()


def test_the_brede_intake_has_one_name_in_each_language() -> None:
    """In the pack, at a talk and in a letter: who reads two names thinks of two talks."""
    for language, name in (("en", "intake"), ("ar", "المقابلة الشاملة")):
        for entry in polib.pofile(str(catalogue(language))):
            if "brede intake" in entry.msgid.lower():
                assert name in entry.msgstr.lower(), entry.msgid
                assert "broad" not in entry.msgstr.lower()


@pytest.fixture(params=["en", "ar"])
def entries(request: pytest.FixtureRequest) -> polib.POFile:
    return polib.pofile(str(catalogue(request.param)))


def test_the_languages_are_those_of_the_settings() -> None:
    assert languages() == ["en", "ar"]


def test_every_text_is_translated_and_no_other(entries: polib.POFile, wanted: set[Text]) -> None:
    """`manage.py vertalingen` brings the catalogues up to date and names what is missing."""
    assert {Text(one.msgid, one.msgid_plural, one.msgctxt) for one in entries} == wanted
    assert [one.msgid for one in entries if not one.translated()] == []


def test_placeholders_and_markup_survive_translation(entries: polib.POFile) -> None:
    changed = [
        one.msgid
        for one in entries
        if sorted(PLACEHOLDER.findall(one.msgid)) != sorted(PLACEHOLDER.findall(one.msgstr))
    ]
    assert changed == []


def test_arabic_is_in_arabic() -> None:
    latin = [
        one.msgid
        for one in polib.pofile(str(catalogue("ar")))
        if not ARABIC.search(one.msgstr) and not one.msgctxt
    ]
    assert latin == []


def test_the_compiled_catalogue_is_that_of_the_texts(entries: polib.POFile) -> None:
    compiled = catalogue(entries.metadata["Language"]).with_suffix(".mo").read_bytes()
    assert _messages(compiled) == _messages(entries.to_binary())


def _messages(compiled: bytes) -> dict[str, str]:
    return dict(gettext.GNUTranslations(BytesIO(compiled))._catalog)  # type: ignore[attr-defined]


def test_each_language_says_who_looked_at_it() -> None:
    states = {}
    for language in ("nl", "en", "ar"):
        with translation.override(language):
            states[language] = translation_state()
    assert states.pop("nl") == "bron"
    assert set(states.values()) <= {"ongecontroleerd", "gecontroleerd"}


def test_the_portal_has_words_for_all_that_it_can_meet() -> None:
    """A new kind of term, factor or step can't appear as a code on a newcomer's screen."""
    warned = {kind for kind in Kind if any(rung.audience == Audience.INBURGERAAR for rung in ladder_of(kind))}
    assert set(TERM_SENTENCES) >= warned
    for enum, told in [(Factor, FACTORS), (Owner, OWNERS), (Leerroute, ROUTES),
                       (Word, EXPLANATIONS), (Step, STEPS), (Milestone, MILESTONES),
                       (Purpose, PURPOSES), (Mode, MODES), (Place, PLACES), (CancelReason, CANCEL_REASONS),
                       (RequestType, ASKINGS), (Progress, PROGRESS_LOOKS), (Decision, DECISIONS),
                       (RefusalCode, REFUSALS)]:  # fmt: skip
        assert set(told) == set(enum), enum
    assert set(CHANNELS) == set(Channel) - {Channel.PORTAL}
    assert {progress(state, None, today=date(2026, 11, 2)) for state in RequestState} < set(Progress)
    housekeeping = {RequestStep.ASSIGNED, RequestStep.TRANSLATED}
    assert set(HAPPENINGS) >= {step.partition(".")[2] for step in set(RequestStep) - housekeeping}
    assert LOGIN_ERRORS
