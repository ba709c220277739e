"""Our own reading of a notification says yes and no exactly where DUO's file does."""

import json
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from exchange.enums import Act
from exchange.rules.events import EVENTS, event_of
from exchange.rules.notification import NotValidError, is_message_id, parse
from tests.exchange.chain import official

NOISE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=12),
    st.just([]),
    st.just({}),
)
BSN = st.one_of(NOISE, st.from_regex(r"[0-9]{8,10}", fullmatch=True))
V_NUMBER = st.one_of(NOISE, st.integers(-2, 10_000_000_001))
EVENT = st.one_of(NOISE, st.from_regex(r"[0-9A-Za-z]{0,7}", fullmatch=True))
MOMENT = st.one_of(
    NOISE,
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 12, 30), timezones=st.timezones()).map(  # noqa: DTZ001
        lambda moment: moment.isoformat()
    ),
    st.from_regex(
        r"20[0-9]{2}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,7})?(Z|z|\+0[0-9]:00)?",
        fullmatch=True,
    ),
)  # fmt: skip
CONTENT = st.one_of(
    NOISE,
    st.fixed_dictionaries(
        {},
        optional={
            "registratieDatumTijd": MOMENT,
            "gebeurtenisId": EVENT,
            "bsn": BSN,
            "vNummer": V_NUMBER,
            "nieuw": NOISE,
        },
    ),
)
GOOD = {"registratieDatumTijd": "2026-03-02T09:15:00Z", "gebeurtenisId": "SS139"}


@lru_cache
def by_the_file() -> OAS30Validator:
    schema = yaml.safe_load(official("duo/Notificatie.yml").read_text(encoding="utf-8"))["components"][
        "schemas"
    ]["Notificatie"]
    return OAS30Validator(schema, format_checker=oas30_format_checker)


def is_taken(content: Any) -> bool:
    try:
        parse(json.dumps(content).encode())
    except NotValidError:
        return False
    return True


def file_takes(content: Any) -> bool:
    """What the file means: its patterns are for ASCII, and a line end is no part of a number."""
    texts = [
        content[name] for name in ("bsn", "gebeurtenisId") if isinstance(content, dict) and name in content
    ]
    is_plain = all(not isinstance(text, str) or (text.isascii() and text.isprintable()) for text in texts)
    return is_plain and by_the_file().is_valid(content)


@pytest.mark.ketentest
@given(CONTENT)
@example(GOOD)
@example(GOOD | {"vNummer": True})
@example(GOOD | {"vNummer": 12.0})
@example(GOOD | {"bsn": None})
def test_we_take_what_the_file_takes_and_nothing_else(content: Any) -> None:
    assert is_taken(content) == file_takes(content)


@given(st.binary(max_size=60))
def test_no_bytes_make_it_crash(body: bytes) -> None:
    """Anything but the one refusal that the view knows would be a 500."""
    with suppress(NotValidError):
        assert parse(body).event


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_a_body_that_is_not_utf_8_is_refused(encoding: str) -> None:
    with pytest.raises(NotValidError):
        parse(json.dumps(GOOD | {"nieuw": "é"}, ensure_ascii=False).encode(encoding))


@pytest.mark.parametrize(
    "text", ["", "x", "6f1cbb3c0e7c4b8e9b8e1f2d3c4b5a69", "urn:uuid:6f1cbb3c-0e7c-4b8e-9b8e-1f2d3c4b5a69"]
)
def test_a_message_id_has_one_notation(text: str) -> None:
    assert not is_message_id(text)
    assert is_message_id("6F1CBB3C-0e7c-4b8e-9b8e-1f2d3c4b5a69")


def test_the_events_of_the_law_lead_to_their_act() -> None:
    acts = {
        "SS101": Act.OPEN, "SS139": Act.OPEN_AND_START, "SS120": Act.OPEN_AND_START, "SS121": Act.OPEN_AFTER_MOVE,
        "SS131": Act.FETCH_LBT, "SS102": Act.FETCH_TERM, "SS111": Act.CLOSE,
    }  # fmt: skip
    assert {code: event_of(code).act for code in acts} == acts
    assert len(EVENTS) >= 35


def test_an_unknown_event_says_where_to_look() -> None:
    event = event_of("SS777")
    assert event.act == Act.SHOW
    assert "SS777" in event.sentence
    assert "Portaal Inburgering" in event.sentence
