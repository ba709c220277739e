"""From the BRP's answer to our person, and on to DUO, for every name there is."""

import json
import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Gemeente
from cases.services import open_case
from exchange.management.sandbox import persons
from exchange.rules.brp import FIELDS, read_person
from exchange.services import brp, duo
from exchange.services.http import (
    NotOursError,
    OutageError,
    Question,
    RefusedError,
    UnknownPersonError,
    ask,
    forget_clients,
)
from exchange.services.newcomers import keep_person
from inburgering.kit.partial_date import PartialDate
from tests.exchange.chain import OWN_OIN, SELAM, YUSUF, Chain, assert_conforms, official, start_chain
from tests.factories import GemeenteFactory, TeamFactory

# --- Reading ----------------------------------------------------------------------------------------------

_ODD = re.compile(r"[^A-Za-z ]")
BARE = {"burgerservicenummer": YUSUF}


@pytest.mark.parametrize(
    ("date_of_birth", "expected"),
    [
        ({"type": "Datum", "datum": "1991-03-14", "langFormaat": "14 maart 1991"}, PartialDate(1991, 3, 14)),
        ({"type": "JaarMaandDatum", "jaar": 1985, "maand": 7}, PartialDate(1985, 7)),
        ({"type": "JaarDatum", "jaar": 1989}, PartialDate(1989)),
        ({"type": "DatumOnbekend", "onbekend": True}, None),
        ({"type": "Datum", "datum": "1967-02-30"}, PartialDate(1967, 2)),
        ({"type": "JaarDatum", "jaar": 1}, None),
        (None, None),
    ],
)
def test_a_birth_date_is_as_precise_as_the_brp_knows(
    date_of_birth: Any, expected: PartialDate | None
) -> None:
    assert read_person(BARE | {"geboorte": {"datum": date_of_birth}}).birth == expected


@pytest.mark.parametrize(
    ("name", "first_names", "last_name"),
    [
        ({"geslachtsnaam": "Abebech"}, "", "Abebech"),
        ({"voornamen": "Abebech", "geslachtsnaam": "."}, "", "Abebech"),
        ({"voornamen": "Abebech"}, "", "Abebech"),
        ({"geslachtsnaam": "."}, "", "."),
        ({"voornamen": "  Zoë   Ann ", "geslachtsnaam": "O'Neill"}, "Zoë Ann", "O'Neill"),
    ],
)
def test_one_name_is_a_last_name(name: dict[str, str], first_names: str, last_name: str) -> None:
    person = read_person(BARE | {"naam": name})
    assert (person.first_names, person.last_name) == (first_names, last_name)


def test_nationalities_keep_what_can_be_named() -> None:
    rows = [
        {"type": "Nationaliteit", "nationaliteit": {"code": "0336"}},
        {"type": "Nationaliteit", "nationaliteit": {"code": "0336"}},
        {"type": "Staatloos"},
        {"type": "NationaliteitOnbekend"},
    ]
    assert read_person(BARE | {"nationaliteiten": rows}).nationality_codes == ("0336", "0499")


def test_death_and_geheimhouding_are_read() -> None:
    person = read_person(
        BARE | {
            "geheimhoudingPersoonsgegevens": True,
            "opschortingBijhouding": {"reden": {"code": "O"}},
            "overlijden": {"datum": {"type": "Datum", "datum": "2026-03-01"}},
        }
    )  # fmt: skip
    assert (person.is_dead, person.died_on, person.is_secret) == (True, date(2026, 3, 1), True)
    assert not read_person(BARE | {"opschortingBijhouding": {"reden": {"code": "E"}}}).is_dead


# --- Asking ---------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.ketentest
def test_the_question_is_by_the_file_and_says_what_for(
    chain: Chain, zonnedijk: Gemeente, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[httpx.Response] = []

    def listen(question: Question) -> httpx.Response:
        asked.append(ask(question))
        return asked[-1]

    monkeypatch.setattr(brp, "ask", listen)
    found = brp.fetch_person(gemeente=zonnedijk, bsn=SELAM)
    assert (found.birth, found.municipality_code) == (PartialDate(1997), "9902")
    (response,) = asked
    assert_conforms(official("brp/personen-openapi.json"), "/personen", response)
    headers = response.request.headers
    assert headers["x-origin-oin"] == OWN_OIN
    assert headers["x-doelbinding"] == django_settings.BRP_PURPOSE
    assert json.loads(response.request.content)["fields"] == list(FIELDS)


@pytest.mark.django_db
def test_what_goes_wrong_has_a_name(chain: Chain, zonnedijk: Gemeente, settings: Any) -> None:
    with pytest.raises(UnknownPersonError):
        brp.fetch_person(gemeente=zonnedijk, bsn="999990019")
    for status, error in ((401, NotOursError), (400, RefusedError), (503, OutageError)):
        chain.control("storing", part="brp", fail_next=3, status=status)
        with pytest.raises(error):
            brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF)
        chain.control("storing", part="brp")
    settings.BRP_BASE_URL = "http://127.0.0.1:9"
    with pytest.raises(OutageError, match="BRP is niet bereikbaar"):
        brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF)


# --- Every published test person ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_published_name_comes_through_whole(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """BRP → person → dossier → PIP at DUO. They hold quotes, `<`, `&`, 193 characters, one name, 30 February."""
    cast = persons.load(official("brp/testpersonen.json"), timezone.localdate())
    home = GemeenteFactory(code="0518", oin=OWN_OIN)
    team = TeamFactory(gemeente=home)
    running = start_chain(persons.Cast((persons.Gemeente("0518", OWN_OIN, "Den Haag"),), cast.persons, {}))
    chain = next(running)
    settings.DUO_BASE_URL, settings.BRP_BASE_URL = f"{chain.url}/duo", f"{chain.url}/brp"
    forget_clients()
    refused = []
    for one in _hard_ones(cast):
        chain.control(f"personen/{one.bsn}", gemeente="0518")
        found = brp.fetch_person(gemeente=home, bsn=one.bsn)
        try:
            person = keep_person(found)
        except ValidationError as error:
            refused.append((one.geboortedatum, error.messages))
            continue
        person.refresh_from_db()
        assert person.bsn == one.bsn
        assert person.full_name == " ".join(one.naam.split())
        case = open_case(
            person=person, gemeente=home, origin="duo", on=timezone.localdate(), by=None, team=team
        )
        body = {"dagtekeningPip": timezone.localdate().isoformat(), "leerroute": "Z"}
        duo.register_pip(gemeente=home, bsn=case.person.bsn, message=body)
        assert chain.world.current_pip(one.bsn)
    assert all("120 jaar" in messages[0] for _, messages in refused)
    forget_clients()
    next(running, None)


def _hard_ones(cast: persons.Cast) -> list[persons.Person]:
    """Who has one name, an unusual day of birth, or a name among the hardest: long, or full of rare characters."""
    by_name = {one.naam: one for one in cast.persons}
    hardest = sorted(by_name.values(), key=lambda one: len(set(_ODD.findall(one.naam))) * 20 + len(one.naam))[
        -50:
    ]
    unusual = [one for one in cast.persons if not one.voornamen or persons.brp_day(one.geboortedatum) is None]
    return list({one.bsn: one for one in [*hardest, *unusual]}.values())


def test_a_day_in_the_file_moves_with_today() -> None:
    first = persons.load(persons.OWN_FILE, date(2026, 3, 1)).persons[0]
    later = persons.load(persons.OWN_FILE, date(2026, 3, 11)).persons[0]
    assert first.kennisgeving is not None
    assert later.kennisgeving is not None
    assert later.kennisgeving - first.kennisgeving == timedelta(days=10)
