"""E., who learned Dutch alone before she was 18, and was asked again and again to prove it (C7)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from cases.models import Case
from inburgering.kit.partial_date import PartialDate
from tests.factories import PDF, CaseFactory, PersonFactory, ResidentFactory
from tests.journeys.office import Office
from tests.journeys.plan import establish

PLAN: dict[str, Any] = {
    "leerroute": "O", "gewensteLeerroute": "O", "redenen": ["wens", "opleiding", "taalniveau"],
    "uitleg": "U wilt naar de universiteit en u leerde zelf al veel Nederlands.",
    "uitlegEigenTaal": "Üniversiteye gitmek istiyorsunuz.", "eigenTaal": "tr", "vertaling": "gecontroleerd",
    "waaromNietB": "U wilt studeren.", "waaromNietZ": "U leert snel en kunt meer.",
    "alfabetisering": "NVT", "urenPvt": 12, "gesprekkenPerJaar": 4,
    "begeleiding": "De gemeente betaalt de cursus.", "meedoenEnTaal": "tegelijk", "meedoenActiviteit": "Werk in een ijssalon.",
    "bijstand": "nee", "beroepOfDoel": "Internationale betrekkingen", "volgendeStap": "Inschrijven bij de universiteit.",
    "volgendeStapHulp": "Decaan", "volgendeStapOp": "2023-11-01", "gewenstNiveau": "B1", "gewensteOpleiding": "wo",
}  # fmt: skip
GOALS = (("Internationale betrekkingen studeren", "onderwijs", "De gemeente meldt u aan bij de school."),)


@pytest.fixture
def office() -> Iterator[Office]:
    with time_machine.travel(date(2021, 12, 6)) as clock:
        yield Office(clock)


@pytest.fixture
def e(office: Office, klantmanager: User) -> Case:
    """She is 17, and lives with her parents. She turns 18 on 14 June 2022."""
    office.on(date(2021, 12, 6))
    person = PersonFactory(first_names="Elif", last_name="Demir", birth=PartialDate(2004, 6, 14))
    return CaseFactory(klantmanager=klantmanager, person=person, on=date(2021, 12, 6), duty_from=None, notified_on=None,
                       brp_registered_on=date(2021, 11, 22))  # fmt: skip


@pytest.fixture
def me(e: Case) -> User:
    return ResidentFactory(person=e.person)


def upload(office: Office, by: User, case: Case, title: str) -> int:
    """Puts a paper into the dossier, once; gives its number."""
    file = SimpleUploadedFile("papier.pdf", PDF, content_type="application/pdf")
    page = office.send(by, f"/dossiers/{case.pk}/documenten/", title=title, kind="bewijs", file=file)
    return max(map(int, re.findall(rf"/dossiers/{case.pk}/documenten/(\d+)/", page)))


def tell_what_she_learned(office: Office, by: User, case: Case) -> None:
    """Self-study and a valued diploma, each with its paper."""
    at = f"dossiers/{case.pk}/intake/lijst"
    certificate = upload(office, by, case, "Certificaat Nederlands A2")
    office.act(by, f"{at}/niveaus/toevoegen", vaardigheid="lezen", niveau="A2", bron="zelf", gemetenOp="2021-12-01",
               opmerking="Zelf geleerd met een app en boeken.", document=certificate)  # fmt: skip
    valuation = upload(office, by, case, "Waardering van het diploma")
    office.act(by, f"{at}/diplomas/toevoegen", naam="Lise", opleiding="middelbaar", land="Turkije", jaar=2021,
               papieren="met_papieren", waardering="gewaardeerd", gewaardeerdDoor="nuffic", vergelijkbaarMet="havo",
               waarderingVan="2021-11-15", waarderingsdocument=valuation)  # fmt: skip


def grows_up(office: Office, by: User, case: Case) -> None:
    """DUO's letter comes in the month of her birthday, and the brede intake is in that month too."""
    office.on(date(2022, 6, 20))
    birth = case.person.birth
    person = {"first_names": case.person.first_names, "last_name": case.person.last_name, "bsn": case.person.bsn,
              "language_0": "tr", "birth_jaar": birth.year, "birth_maand": birth.month, "birth_dag": birth.day}  # fmt: skip
    facts = {"group": "gezinsmigrant", "duty_from": "2022-06-14", "notified_on": "2022-06-17",
             "brp_registered_on": "2021-11-22"}  # fmt: skip
    office.send(by, f"/dossiers/{case.pk}/wijzigen/", **person, **facts)
    office.do_intake(
        case, by, "Internationale betrekkingen studeren", gewenste_route="O", gewenst_niveau="B1"
    )


def test_she_prepares_before_she_is_18(office: Office, e: Case, klantmanager: User) -> None:
    """PP-124, C7 check 1: half a year before, with an intake in the month of her birthday."""
    intake = f"/dossiers/{e.pk}/intake/"
    page = office.read(klantmanager, intake)
    assert "Wordt 18: bereid voor" in page
    assert "Wordt 18 op dinsdag 14 juni 2022" in page
    assert "De brede intake kan vanaf woensdag 1 juni 2022" in page
    assert f"{intake}lijst/niveaus/toevoegen/" in page
    tell_what_she_learned(office, klantmanager, e)
    page = office.read(klantmanager, intake)
    assert f"{intake}lijst/niveaus/toevoegen/" not in page.split("wordt-18")[1].split("</ul>")[0]
    office.on(date(2022, 5, 31))
    assert "De brede intake kan nu." not in office.read(klantmanager, intake)
    office.on(date(2022, 6, 1))
    assert "De brede intake kan nu." in office.read(klantmanager, intake)
    grows_up(office, klantmanager, e)
    assert office.get(klantmanager, f"dossiers/{e.pk}/intake")["status"] == "afgerond"
    assert "Wordt 18" not in office.read(klantmanager, intake)


def test_what_she_showed_once_is_evidence_from_then_on(
    office: Office, e: Case, me: User, klantmanager: User
) -> None:
    """PP-123, PP-40, C7 checks 2 and 3: papers stand once in the dossier, and she sees what she meets."""
    tell_what_she_learned(office, klantmanager, e)
    grows_up(office, klantmanager, e)
    office.on(date(2022, 9, 5))
    criteria = f"/dossiers/{e.pk}/pip/criteria/"
    for page in (office.read(klantmanager, criteria), office.read(me, "/mijn/route/onderwijsroute/")):
        assert "Lise (Turkije, 2021)" in page
        assert "Lezen: A2 (de nieuwkomer zelf, 1 december 2021)" in page
    assert "Dit weten wij nog niet" in office.read(me, "/mijn/route/onderwijsroute/")
    office.send(klantmanager, f"{criteria}vooropleiding/", met="voldaan", reason="")
    office.send(klantmanager, f"{criteria}studie/", met="niet voldaan", refused=True)
    office.send(klantmanager, f"{criteria}studie/", met="niet voldaan", reason="Kies eerst een opleiding.")
    mine = office.read(me, "/mijn/route/onderwijsroute/")
    for told in (
        "Dit heeft u",
        "Dit heeft u nog niet",
        "Kies eerst een opleiding.",
        "U hoeft het niet nog een keer te geven",
    ):
        assert told in mine
    assert "Certificaat Nederlands A2" in office.read(klantmanager, f"/dossiers/{e.pk}/documenten/")


def test_a_second_test_says_why_and_by_whom(
    office: Office, e: Case, me: User, klantmanager: User, teamleider: User
) -> None:
    """PP-40, C7 checks 3 and 4: for E. and for the team lead."""
    tell_what_she_learned(office, klantmanager, e)
    grows_up(office, klantmanager, e)
    office.on(date(2022, 9, 5))
    asked = {"criterium": "leerbaarheid", "toets": "Toets van de taalschool", "geplandOp": "2022-10-03"}
    refused = office.act(klantmanager, f"dossiers/{e.pk}/intake/lijst/toetsen/toevoegen", status=409, **asked)
    assert "toets" in str(refused).lower()
    assert "Toets van de taalschool" not in office.read(me, "/mijn/route/onderwijsroute/")
    why = "De school vraagt een toets van niet langer dan drie maanden geleden."
    office.act(klantmanager, f"dossiers/{e.pk}/intake/lijst/toetsen/toevoegen", **asked, doel=why)

    mine = office.read(me, "/mijn/route/onderwijsroute/")
    for told in ("Toets van de taalschool", why, "Gevraagd door Karin de Boer."):
        assert told in mine
    repeated = office.read(teamleider, "/intake/herhaalde-stappen/")
    for told in (
        "Elif Demir",
        "Nog een toets voor leerbaarheid: Toets van de taalschool",
        why,
        "Karin de Boer",
    ):
        assert told in repeated


def test_how_long_she_waited_stays_in_sight(
    office: Office, e: Case, me: User, klantmanager: User, teamleider: User
) -> None:
    """PP-58, C7 check 8: from her birthday until her first lesson, fifteen months."""
    times = "/pip/wachttijden/"
    assert "Elif Demir" not in office.read(teamleider, times)
    tell_what_she_learned(office, klantmanager, e)
    grows_up(office, klantmanager, e)
    office.on(date(2023, 2, 20))
    assert "8 maanden" in office.read(teamleider, times)
    office.on(date(2023, 8, 28))
    establish(office, klantmanager, me, e, date(2023, 8, 28), goals=GOALS, **PLAN)
    own = f"/dossiers/{e.pk}/pip/wachttijd/"
    assert "De lessen zijn nog niet begonnen." in office.read(klantmanager, own)
    assert "toekomst" in office.send(klantmanager, own, on="2023-09-18", refused=True)
    office.on(date(2023, 9, 18))
    office.send(klantmanager, own, on="2023-09-18")
    office.on(date(2023, 11, 6))
    for page in (office.read(klantmanager, own), office.read(teamleider, times)):
        assert "15 maanden" in page
    stages = re.sub(r"<[^>]+>|\s+", " ", office.read(klantmanager, own))
    assert re.search(
        r"Tot de brede intake +6 dagen .*Tot het PIP +434 dagen .*Tot de eerste les +21 dagen",
        re.sub(" +", " ", stages),
    )
    assert "Begonnen" in office.read(teamleider, times)
    assert "De eerste les was op 18 september 2023." in office.read(
        klantmanager, f"/dossiers/{e.pk}/logboek/"
    )
