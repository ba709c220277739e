"""The texts of messages: each kind, in each language, with every fact that its code gives."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings

from contact.enums.notices import NoticeKind
from contact.services.notices.texts import FOLDER, SEPARATOR, languages_of, render

COMMON = {
    "gemeente": "Waterveen", "phone": "012 345 67 89", "name": "Yusuf al-Haddad", "klantmanager": "Karin de Boer",
    "portal": "https://inburgering.waterveen.nl/mijn",
}  # fmt: skip
TALK = {
    "starts_at": datetime(2026, 9, 24, 8, 0, tzinfo=UTC), "ends_at": datetime(2026, 9, 24, 9, 0, tzinfo=UTC), "mode": "live",
    "place_kind": "bibliotheek", "place": "Zaal 2", "video_url": "", "interpreter": "tolk", "by_resident": False,
}  # fmt: skip
REQUEST = {"number": 12345, "asked_on": date(2026, 9, 24), "due_on": date(2026, 9, 24)}
TERM = {
    "kind": "termijn", "due_on": date(2026, 9, 24), "due_on_before": date(2026, 9, 10), "has_passed": False,
    "why_nl": "3 jaar na 24 september.", "why_en": "3 years after 24 September.", "why_ar": "3 سنوات.",
}  # fmt: skip
OBJECTION = {"number": "2026-000001-B3", "due_on": date(2026, 9, 24)}
SUMMONS = TALK | {
    "number": 2, "articles": "Wet inburgering 2021, artikel 14", "pip_on": date(2026, 11, 2), "came": False,
    "appear_by": date(2026, 10, 1), "answer_by": date(2026, 10, 8), "reason": "Drie oproepen zonder antwoord.",
}  # fmt: skip
CONTEXTS: dict[NoticeKind, dict[str, Any]] = {
    NoticeKind.DEADLINE_REMINDER: TERM,
    NoticeKind.DEADLINE_CHANGED: TERM,
    NoticeKind.PIP_ESTABLISHED: {"on": date(2026, 9, 24)},
    NoticeKind.PIP_UNILATERAL: {"on": date(2026, 9, 24), "reason": "Er is geen les tot B2.", "diff": "- PVT: 12 → 14 uur"},
    NoticeKind.PIP_CONCEPT: {},
    NoticeKind.PIP_RESPONSE: {"reaction": "akkoord", "given_on": date(2026, 9, 24), "keeper": "Karin de Boer"},
    NoticeKind.OBJECTION_RECEIVED: OBJECTION | {"received_on": date(2026, 9, 24), "is_late": True},
    NoticeKind.OBJECTION_INCOMPLETE: OBJECTION | {"until_on": date(2026, 9, 24), "what": "Uw handtekening."},
    NoticeKind.OBJECTION_LATER: OBJECTION | {"reason": "Wij wachten op de school."},
    NoticeKind.OBJECTION_DECIDED: OBJECTION
    | {"decision": "gegrond", "effect": "nieuw_pip", "appeal_until": date(2026, 9, 24)},
    NoticeKind.NO_KLANTMANAGER: {"due_on": date(2026, 9, 24), "substitute": "Bram Visser", "substitute_phone": "012"},
    NoticeKind.NEW_KLANTMANAGER: {"new": "Bram Visser", "new_phone": "012 345 67 80"},
    NoticeKind.FIRST_INFORMATION: {"group": "asielstatushouder"},
    NoticeKind.PREPARATION: {},
    NoticeKind.APPOINTMENT_NEW: TALK,
    NoticeKind.GROUP_INVITED: TALK,
    NoticeKind.APPOINTMENT_MOVED: TALK,
    NoticeKind.APPOINTMENT_CANCELLED: TALK,
    NoticeKind.APPOINTMENT_REMINDER: TALK,
    NoticeKind.REQUEST_RECEIVED: REQUEST | {"by_team_lead": False},
    NoticeKind.REQUEST_REFERRED: REQUEST | {"party": "Taalschool Nova Noord"},
    NoticeKind.REQUEST_TO_TEAM_LEAD: REQUEST,
    NoticeKind.REQUEST_LATER: REQUEST
    | {"later_on": date(2026, 11, 24), "reason": "De school begint in november.", "own_words": "", "decided_by": "Karin"},
    NoticeKind.REQUEST_TAKES_LONG: REQUEST | {"handler": "Karin de Boer", "desk": "klantmanager"},
    NoticeKind.REQUEST_WITHDRAWN: REQUEST | {"colleague": "Karin de Boer"},
    NoticeKind.REQUEST_ANSWERED: REQUEST
    | {"decision": "afgewezen", "refusal_code": "geen_plek", "reason": "De groep is vol.", "own_words": "",
       "decided_by": "Karin", "is_objection": False, "is_review": True, "is_ombudsman": False},
    NoticeKind.SUMMONS_FIRST: SUMMONS,
    NoticeKind.SUMMONS_WARNING: SUMMONS,
    NoticeKind.SUMMONS_LAST: SUMMONS,
    NoticeKind.SUMMONS_MISSED: SUMMONS,
    NoticeKind.SUMMONS_WITHDRAWN: SUMMONS,
    NoticeKind.INTAKE_WITHOUT_YOU: SUMMONS,
    NoticeKind.FREE: {"message": "Neem uw diploma mee.", "translation": "Bring your diploma."},
}  # fmt: skip
LANGUAGES = [code for code, _ in settings.LANGUAGES]
ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.mark.parametrize("kind", NoticeKind)
def test_each_kind_is_written_in_every_language_of_the_product(kind: NoticeKind) -> None:
    assert languages_of(kind) == set(LANGUAGES)


def test_no_text_is_left_of_a_kind_that_went() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders == set(NoticeKind.values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NoticeKind)
def test_each_text_renders_with_the_facts_that_its_code_gives(kind: NoticeKind, language: str) -> None:
    text = render(kind, language, COMMON | CONTEXTS[kind])
    assert all([text.subject, text.short, text.full])
    assert "\n" not in text.subject
    assert "{" not in f"{text.subject}{text.short}{text.full}"
    assert COMMON["portal"] in f"{text.short}{text.full}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NoticeKind)
def test_no_subject_names_a_person_or_a_day(kind: NoticeKind, language: str) -> None:
    """It shows on a locked phone."""
    source = SEPARATOR.split((FOLDER / kind / f"{language}.txt").read_text())[0]
    assert set(re.findall(r"{{ *(\w+)", source)) <= {"gemeente"}


@pytest.mark.parametrize("kind", NoticeKind)
def test_the_dutch_sms_fits_in_one(kind: NoticeKind) -> None:
    """160 signs of the GSM alphabet, with a gemeente, an address and a day of usual length."""
    short = render(kind, "nl", COMMON | CONTEXTS[kind]).short
    assert len(short) <= 160, f"{len(short)}: {short}"


@pytest.mark.parametrize("kind", NoticeKind)
def test_arabic_is_arabic_from_the_first_word(kind: NoticeKind) -> None:
    text = render(kind, "ar", COMMON | CONTEXTS[kind])
    for part in (text.subject, text.short, text.full):
        assert ARABIC.match(part[0]), part[:40]


def test_a_missing_fact_is_a_fault_and_no_hole_in_a_letter() -> None:
    with pytest.raises(LookupError, match="due_on"):
        render(NoticeKind.DEADLINE_REMINDER, "nl", COMMON | {"kind": "termijn"})


def test_days_are_written_as_the_language_says_them() -> None:
    told = COMMON | CONTEXTS[NoticeKind.PIP_ESTABLISHED]
    assert "donderdag 24 september 2026" in render(NoticeKind.PIP_ESTABLISHED, "nl", told).full
    assert "Thursday 24 September 2026" in render(NoticeKind.PIP_ESTABLISHED, "en", told).full
    assert "الخميس 24 سبتمبر 2026" in render(NoticeKind.PIP_ESTABLISHED, "ar", told).full


def test_text_of_a_user_stays_plain_text() -> None:
    told = COMMON | {"message": "<b>{{ x }}</b> & 2 < 3", "translation": ""}
    assert "<b>{{ x }}</b> & 2 < 3" in render(NoticeKind.FREE, "nl", told).full


def test_a_phone_number_holds_together_where_text_runs_from_right_to_left() -> None:
    told = COMMON | CONTEXTS[NoticeKind.FIRST_INFORMATION]
    assert "012\u00a0345\u00a067\u00a089" in render(NoticeKind.FIRST_INFORMATION, "ar", told).full
    received = told | {"number": "2026-000001-B7", "received_on": date(2026, 3, 10), "due_on": date(2026, 4, 21),
                       "is_late": False}  # fmt: skip
    assert "\u200e2026-000001-B7\u200e" in render(NoticeKind.OBJECTION_RECEIVED, "ar", received).full
    assert "\u200e" not in render(NoticeKind.OBJECTION_RECEIVED, "nl", received).full
    assert "012 345 67 89" in render(NoticeKind.FIRST_INFORMATION, "nl", told).full
