"""W., who wants to work in ICT: a plan that stops at B1, and organisations that send her to each other (C8)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine

from accounts.enums import Role
from accounts.models import Team, User
from cases.models import Case
from inburgering.kit.partial_date import PartialDate
from tests.factories import CaseFactory, PersonFactory, ResidentFactory, StaffFactory
from tests.journeys.office import Office
from tests.journeys.plan import agree, establish, write

PLAN: dict[str, Any] = {
    "leerroute": "B", "gewensteLeerroute": "B", "niveau": "B1", "intensiteitUren": 600,
    "redenen": ["wens", "werk", "doelen"],
    "uitleg": "U wilt snel werken in de ICT. In de B1-route leert u taal en werkt u tegelijk.",
    "uitlegEigenTaal": "تريدين العمل في تقنية المعلومات.", "eigenTaal": "ar", "vertaling": "gecontroleerd",
    "waaromNietO": "U wilt nu werken en geen opleiding doen.", "waaromNietZ": "U leert snel en kunt meer.",
    "alfabetisering": "NVT", "urenPvt": 12, "urenMap": 40, "gesprekkenPerJaar": 4,
    "begeleiding": "De gemeente betaalt de cursus en zoekt een taalmaatje.", "opvang": "De kinderen zijn dan op school.",
    "meedoenEnTaal": "tegelijk", "meedoenActiviteit": "Meelopen bij een softwarebedrijf.", "bijstand": "nee",
    "beroepOfDoel": "Programmeur", "volgendeStap": "Praten met een bedrijf.", "volgendeStapHulp": "Werkcoach",
    "volgendeStapOp": "2023-03-01", "gewenstNiveau": "B2",
}  # fmt: skip
GOALS = (
    ("Werken in de ICT", "werk", "De werkcoach zoekt een plek bij een softwarebedrijf."),
    (
        "Mijn buren leren kennen",
        "sociale_bruggen",
        "U gaat elke week naar het buurthuis. De gemeente betaalt.",
    ),
    (
        "Vrienden van mijn kinderen kennen",
        "sociale_bruggen",
        "De school belt u over het koffie-uur voor ouders.",
    ),
)
ASKED = "Ik zoek werk in de ICT. Werkgevers vragen B2. Kan ik les krijgen tot en met B2?"
REFUSALS = {
    "beleid": ("Nee: niet toegestaan (beleid)", "De regels van de gemeente staan dit nu niet toe."),
    "geen_aanbod": ("Nee: geen aanbod", "Er is nu geen cursus op dat niveau."),
    "geen_budget": ("Nee: geen budget", "De gemeente heeft hier nu geen geld voor."),
}
"""Each no as the klantmanager chooses it, and as W. reads it."""


@pytest.fixture
def office() -> Iterator[Office]:
    with time_machine.travel(date(2022, 8, 15)) as clock:
        yield Office(clock)


@pytest.fixture
def w(office: Office, klantmanager: User) -> Case:
    office.on(date(2022, 8, 15))
    person = PersonFactory(first_names="Widad", last_name="Nasser", birth=PartialDate(1987, 5, 9))
    return CaseFactory(klantmanager=klantmanager, person=person, on=date(2022, 8, 15), duty_from=date(2022, 8, 1),
                       notified_on=date(2022, 8, 15), brp_registered_on=date(2022, 8, 8))  # fmt: skip


@pytest.fixture
def me(w: Case) -> User:
    return ResidentFactory(person=w.person)


@pytest.fixture
def planned(office: Office, w: Case, me: User, klantmanager: User) -> int:
    """T0: the brede intake, and a plan with B1 in which nobody decided yet about B2."""
    office.do_intake(
        w, klantmanager, "Werken in de ICT", gewenst_niveau="B2", gewenste_route="B", beroep="Programmeur"
    )
    open_ = {"doorleren": "niet_beslist", "doorlerenBesluitOp": "2023-03-01"}
    office.on(date(2022, 9, 5))
    return establish(office, klantmanager, me, w, date(2022, 9, 5), goals=GOALS, **PLAN, **open_)


def test_the_gap_and_the_day_of_the_decision_are_in_the_plan(
    office: Office, w: Case, me: User, klantmanager: User
) -> None:
    """PP-05, PP-03, C8 check 1: a plan that stops below the goal says so, and when the gemeente decides."""
    office.do_intake(
        w, klantmanager, "Werken in de ICT", gewenst_niveau="B2", gewenste_route="B", beroep="Programmeur"
    )
    office.on(date(2022, 9, 5))
    number = write(office, klantmanager, w, goals=GOALS, **PLAN)
    agree(office, me)
    on = {"dagtekening": "2022-09-05"}
    refused = office.act(klantmanager, f"pip/versies/{number}/vaststellen", status=409, **on)
    assert "Leg vast wat de gemeente besluit over doorleren" in str(refused)
    office.act(klantmanager, f"pip/versies/{number}", method="patch", doorleren="niet_beslist")
    refused = office.act(klantmanager, f"pip/versies/{number}/vaststellen", status=409, **on)
    assert "Kies de dag waarop de gemeente uiterlijk besluit" in str(refused)
    office.act(klantmanager, f"pip/versies/{number}", method="patch", doorlerenBesluitOp="2023-03-01")
    office.act(klantmanager, f"pip/versies/{number}/delen")
    agree(office, me)
    office.act(klantmanager, f"pip/versies/{number}/vaststellen", **on)

    page = office.read(klantmanager, f"/dossiers/{w.pk}/pip/")
    assert "Niveaukloof" in page
    assert "Nog niet beslist. Besluit uiterlijk op woensdag 1 maart 2023" in page
    assert "1 maart 2023" in office.read(me, "/mijn/plan/")
    assert "1 maart 2023" in office.pdf(klantmanager, f"/dossiers/{w.pk}/pip/versies/1/beschikking/")


def test_neighbours_and_friends_of_the_children_have_an_activity(
    office: Office, w: Case, me: User, klantmanager: User, planned: int
) -> None:
    """C8 check 7: goals about sociale bruggen, each with something that is done for it."""
    (version,) = office.get(klantmanager, f"dossiers/{w.pk}/pip")["versies"]
    bridges = {
        goal["id"]: goal["eigenWoorden"]
        for goal in version["doelen"]
        if goal["indicator"] == "sociale_bruggen"
    }
    assert set(bridges.values()) == {GOALS[1][0], GOALS[2][0]}
    assert bridges.keys() <= {agreement["doelId"] for agreement in version["afspraken"]}
    for page in (office.read(klantmanager, f"/dossiers/{w.pk}/pip/"), office.read(me, "/mijn/plan/")):
        for words, _, activity in GOALS:
            assert words in page
            assert activity in page


def ask(office: Office, me: User) -> str:
    """W. asks in the portal; gives the number of her request."""
    page = office.send(me, "/mijn/vragen/nieuw/?soort=overig", text=ASKED, language="nl", about="")
    return re.findall(r"Nummer (\d+)", page)[0]


def test_who_has_no_mandate_passes_it_on_the_same_day(
    office: Office, w: Case, me: User, planned: int, klantmanager: User, teamleider: User, team: Team
) -> None:
    """PP-06, C8 check 4: the team lead has it on the day itself, and W. reads who decides and when."""
    beheer = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    office.on(date(2023, 5, 8), hour=9)
    no = {"type_": "overig", "role": "klantmanager", "may_decide": "nee", "valid_from": "2023-05-08"}
    office.send(beheer, "/beheer/mandaat/", **no)
    number = ask(office, me)

    assert "Widad Nasser" in office.read(teamleider, "/verzoeken/")
    (listed,) = office.get(teamleider, f"dossiers/{w.pk}/verzoeken")
    assert (listed["gevraagdOp"], listed["ligtBij"]) == ("2023-05-08", "teamleider")
    mine = office.read(me, f"/mijn/vragen/{number}/")
    assert "De teamleider heeft uw vraag." in mine
    assert "De teamleider beslist." in mine
    assert re.search(r"U krijgt antwoord uiterlijk op \w+ \d+ (mei|juni) 2023", mine)
    answer = {
        "antwoord": "toegewezen",
        "uitleg": "U krijgt les tot en met B2 bij de school.",
        "zonderVertaling": True,
    }
    refused = office.act(klantmanager, f"verzoeken/{number}/antwoord", status=409, **answer)
    assert "geen mandaat" in str(refused)


def test_nobody_sends_her_on_a_second_time(
    office: Office, w: Case, me: User, planned: int, klantmanager: User, teamleider: User
) -> None:
    """PP-08, PP-03, C8 checks 5 and 6: what UAF sends back is the gemeente's again, and ends with a reason of its own."""
    office.on(date(2023, 5, 8))
    number = ask(office, me)
    at = f"/verzoeken/{number}/"
    uaf = {"kind": "anders", "name": "UAF", "question": "Kunt u de lessen tot en met B2 betalen?"}
    office.send(klantmanager, f"{at}voorleggen/", **uaf)
    assert "De gemeente vroeg het aan <bdi>UAF</bdi>." in office.read(me, f"/mijn/vragen/{number}/")
    (asked,) = office.get(klantmanager, f"dossiers/{w.pk}/verzoeken")
    term = asked["antwoordUiterlijk"]

    office.on(date(2023, 5, 15))
    (party,) = set(re.findall(r"voorgelegd/(\d+)/", office.read(klantmanager, at)))
    back = {"state": "terugverwezen", "answer": "De gemeente moet dit zelf regelen.", "on": "2023-05-15"}
    office.send(klantmanager, f"{at}voorgelegd/{party}/", **back)
    (asked,) = office.get(klantmanager, f"dossiers/{w.pk}/verzoeken")
    assert (asked["stand"], asked["antwoordUiterlijk"]) == ("open", term)
    assert "Uw vraag is weer bij de gemeente." in office.read(me, f"/mijn/vragen/{number}/")

    again = uaf | {"name": "Taalhuis"}
    assert "Alleen de teamleider" in office.send(klantmanager, f"{at}voorleggen/", refused=True, **again)
    assert "casusoverleg" in office.send(teamleider, f"{at}voorleggen/", refused=True, **again)

    meeting = {"held_on": "2023-05-15", "participants": "UAF, de school en de gemeente",
               "outcome": "De gemeente betaalt, of zegt waarom niet.", "decider_name": "Fatima Aydin"}  # fmt: skip
    office.send(klantmanager, f"{at}casusoverleg/", **meeting)
    no = {
        "antwoord": "afgewezen",
        "uitleg": "Het geld voor lessen boven B1 is dit jaar op.",
        "zonderVertaling": True,
    }
    refused = office.act(klantmanager, f"verzoeken/{number}/antwoord", status=409, **no)
    assert "Kies waarom het antwoord nee" in str(refused)
    office.act(klantmanager, f"verzoeken/{number}/antwoord", **no, reden="geen_budget")
    mine = office.read(me, f"/mijn/vragen/{number}/")
    assert "De gemeente heeft er geen geld voor." in mine
    assert "Karin de Boer besloot dit" in re.sub(r"<[^>]+>", "", mine)


@pytest.mark.parametrize("code", REFUSALS)
def test_each_no_about_going_on_has_its_own_word(
    office: Office, w: Case, me: User, planned: int, klantmanager: User, code: str
) -> None:
    """PP-03, C8 check 6: not allowed, not there and no money are three things, on each page that W. and her guide read."""
    office.on(date(2023, 5, 22))
    no = {"doorleren": code, "doorlerenBesluitOp": None, "redenWijziging": "Het besluit over doorleren."}
    number = write(office, klantmanager, w, **no)
    agree(office, me)
    on = {"dagtekening": "2023-05-22"}
    refused = office.act(klantmanager, f"pip/versies/{number}/vaststellen", status=409, **on)
    assert "Leg uit waarom doorleren niet kan" in str(refused)
    why = "De gemeente betaalt geen les boven B1."
    office.act(klantmanager, f"pip/versies/{number}", method="patch", doorlerenUitleg=why)
    office.act(klantmanager, f"pip/versies/{number}/delen")
    agree(office, me)
    office.act(klantmanager, f"pip/versies/{number}/vaststellen", **on)
    assert REFUSALS[code][0] in office.read(klantmanager, f"/dossiers/{w.pk}/pip/")
    mine = office.read(me, "/mijn/plan/")
    assert [one for one, (_, words) in REFUSALS.items() if words in mine] == [code]
