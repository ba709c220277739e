"""S., who wants to be an engineer at sea: too old for a route that has no age limit, and a plan without his akkoord (C1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import time_machine

from accounts.models import User
from cases.enums import Origin
from cases.models import Case
from inburgering.kit.partial_date import PartialDate
from tests.factories import CaseFactory, PersonFactory, ResidentFactory
from tests.journeys.office import Office
from tests.journeys.plan import agree, establish, write

PLAN: dict[str, Any] = {
    "leerroute": "O", "gewensteLeerroute": "O", "redenen": ["wens", "opleiding", "doelen"],
    "uitleg": "U bent ingenieur en u wilt verder leren. In de onderwijsroute leert u snel en veel.",
    "uitlegEigenTaal": "أنت مهندس وتريد مواصلة التعلم.", "eigenTaal": "ar", "vertaling": "gecontroleerd",
    "waaromNietB": "U wilt een opleiding doen.", "waaromNietZ": "U leert snel en kunt meer.",
    "alfabetisering": "NVT", "urenPvt": 12, "gesprekkenPerJaar": 4,
    "begeleiding": "De gemeente betaalt de cursus en zoekt een taalmaatje.",
    "meedoenEnTaal": "tegelijk", "meedoenActiviteit": "Meelopen op een werf.", "bijstand": "nee",
    "beroepOfDoel": "Ingenieur bij de marine", "volgendeStap": "Praten met een werf.", "volgendeStapHulp": "Werkcoach",
    "volgendeStapOp": "2023-03-01", "gewenstNiveau": "B2", "doorleren": "toegezegd",
}  # fmt: skip
NO_B2: dict[str, Any] = {
    "doorleren": "geen_aanbod", "doorlerenUitleg": "De gemeente heeft geen les boven B1.",
    "leerroute": "B", "niveau": "B1", "intensiteitUren": 600, "urenMap": 40, "waaromNietB": "",
    "redenen": ["opleiding", "doelen"],
    "waaromNietO": "De gemeente heeft geen plek in de onderwijsroute voor u.",
    "redenVerschilMetWens": "De gemeente biedt u geen plek in de onderwijsroute.",
    "uitleg": "Met de B1-route leert u vlug Nederlands en kunt u ernaast werken.",
    "uitlegEigenTaal": "مع مسار B1 تتعلم الهولندية بسرعة وتستطيع العمل في الوقت نفسه.",
    "redenWijziging": "U gaat van de onderwijsroute naar de B1-route.",
    "grondRoutewissel": "onvoldoende", "redenRoutewissel": "Het taalschakeltraject past niet bij uw uitkering en uw planning.",
}  # fmt: skip
CONDITION = "Alleen als ik daarna les krijg tot en met B2."
WHY = "Er is geen plek in de onderwijsroute. De school wacht niet langer op een antwoord."
ANSWER = "De gemeente heeft nu geen les tot en met B2. Wij kijken er over een half jaar weer naar."


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(date(2022, 3, 14)) as clock:
        yield clock


@pytest.fixture
def office(clock: time_machine.Traveller) -> Office:
    return Office(clock)


@pytest.fixture
def s(office: Office, klantmanager: User) -> Case:
    """At COA; the koppeling comes in April, the house in June."""
    office.on(date(2022, 4, 11))
    return coupled(klantmanager, "Sami", PartialDate(1978, 3, 1))


@pytest.fixture
def wife(s: Case, klantmanager: User) -> Case:
    return coupled(klantmanager, "Rima", PartialDate(1980, 7, 2))


def coupled(klantmanager: User, name: str, birth: PartialDate) -> Case:
    person = PersonFactory(first_names=name, last_name="Darwish", birth=birth)
    return CaseFactory(klantmanager=klantmanager, person=person, origin=Origin.COA, in_coa=True, on=date(2022, 4, 11),
                       duty_from=None, notified_on=None, brp_registered_on=None)  # fmt: skip


def housed(office: Office, by: User, case: Case) -> None:
    """The klantmanager writes down what the letter of DUO and the BRP say."""
    birth = case.person.birth
    person = {"first_names": case.person.first_names, "last_name": "Darwish", "bsn": case.person.bsn, "language_0": "ar",
              "birth_jaar": birth.year, "birth_maand": birth.month, "birth_dag": birth.day}  # fmt: skip
    facts = {"group": "asielstatushouder", "duty_from": "2022-05-30", "notified_on": "2022-06-06",
             "brp_registered_on": "2022-06-01"}  # fmt: skip
    office.send(by, f"/dossiers/{case.pk}/wijzigen/", **person, **facts)


@dataclass
class Story:
    office: Office
    case: Case
    wife: Case
    guide: User
    lead: User
    me: User
    rima: User
    first: int = 0

    @property
    def at(self) -> str:
        return f"/dossiers/{self.case.pk}/"

    def coa_tells_his_wish(self) -> None:
        """T1: COA tells what he hoped for."""
        told = {
            "gekoppeldOp": "2022-04-11", "ambitie": "Ingenieur bij de marine", "waaromGeenGesprek": "Er was nog geen tolk.",
            "regiovoorkeur": "Werk bij de zee: Rotterdam of Den Haag", "regioPastNiet": True,
            "regioToelichting": "Geplaatst in Gelderland.",
        }  # fmt: skip
        self.office.act(self.guide, f"dossiers/{self.case.pk}/intake/coa/vastleggen", **told)
        page = self.office.read(self.guide, f"{self.at}intake/")
        assert "Werk bij de zee: Rotterdam of Den Haag" in page
        assert "Plaatsing past niet bij voorkeur" in page

    def both_say_what_they_want(self) -> None:
        """T2: the brede intake; both want B2."""
        self.office.on(date(2022, 6, 13))
        for one, says in ((self.case, "Werken als ingenieur"), (self.wife, "Lesgeven")):
            housed(self.office, self.guide, one)
            self.office.do_intake(
                one, self.guide, says, gewenst_niveau="B2", gewenste_route="O", beroep="Ingenieur"
            )

    def each_gets_a_plan(self) -> None:
        """T3: two plans, one each."""
        self.office.on(date(2022, 7, 4))
        self.first = establish(self.office, self.guide, self.me, self.case, date(2022, 7, 4), **PLAN)
        establish(self.office, self.guide, self.rima, self.wife, date(2022, 7, 4), **PLAN)
        assert (
            self.office.get(self.guide, f"dossiers/{self.case.pk}/pip")["versies"][0]["gewenstNiveau"] == "B2"
        )

    def he_is_too_old(self) -> None:
        """T4: too old, says the gemeente, and the law knows no such thing: it takes a policy on paper, and the team lead."""
        self.office.on(date(2022, 11, 1))
        too_old = NO_B2 | {"waaromNietO": "U bent te oud voor de onderwijsroute."}
        old = write(self.office, self.guide, self.case, **too_old)
        agree(self.office, self.me)
        try_it = {"dagtekening": "2022-11-01", "status": 409}
        assert "geen enkele leerroute een leeftijdsgrens" in str(
            self.office.act(self.guide, f"pip/versies/{old}/vaststellen", **try_it)
        )
        policy = {
            "policy": "Beleidsregel: na 40 jaar geen studie met een uitkering.",
            "link": "https://waterveen.example/beleid",
        }
        page = f"{self.at}pip/concept/leeftijdsbeleid/"
        half = self.office.send(self.guide, page, policy=policy["policy"], refused=True)
        assert "een link of het document" in half
        self.office.send(self.guide, page, **policy)
        assert "Vraag de teamleider" in str(
            self.office.act(self.guide, f"pip/versies/{old}/vaststellen", **try_it)
        )
        letter = self.office.pdf(self.guide, f"{self.at}pip/concept/brief/")
        assert "Beleidsregel: na 40 jaar" in letter
        assert "niet in de wet" in letter
        self.office.send(self.guide, page, policy="")

    def he_agrees_on_one_condition(self) -> None:
        """T5: another reason, and he agrees with the switch on one condition."""
        self.office.on(date(2022, 11, 7))
        second = write(self.office, self.guide, self.case, **NO_B2)
        agree(self.office, self.me, reaction="onder_voorwaarde", conditions=CONDITION)
        page = self.office.read(self.guide, f"{self.at}pip/concept/reacties/")
        for told in (CONDITION, "Akkoord onder voorwaarde", "7 november 2022", "Arabisch", "DigiD"):
            assert told in page
        self.office.act(self.guide, f"pip/versies/{second}/vaststellen", dagtekening="2022-11-07", status=409)

    def the_gemeente_goes_on_without_him(self) -> None:
        """T6: the gemeente goes on without him, which takes a reason, an answer to his condition, and the team lead."""
        self.office.on(date(2022, 12, 5))
        unilateral = f"{self.at}pip/concept/eenzijdig/"
        refused = self.office.send(self.guide, unilateral, motivation=WHY, refused=True)
        assert "valt buiten uw mandaat. De teamleider beslist erover" in refused
        self.office.send(self.guide, f"{self.at}pip/concept/akkoord/leerroute/", motivation=WHY)
        self.lead_approves()
        (condition,) = re.findall(r'name="voorwaarde-(\d+)"', self.office.read(self.guide, unilateral))
        self.office.send(self.guide, unilateral, motivation=WHY, refused=True)
        self.office.send(self.guide, unilateral, motivation=WHY, **{f"voorwaarde-{condition}": ANSWER})
        approval = self.asked_of_the_lead()
        question = self.office.read(self.lead, f"/pip/goedkeuren/{approval}/")
        assert CONDITION in question
        assert ANSWER in question
        self.office.send(self.guide, unilateral, on="2022-12-05", refused=True)
        self.office.send(self.lead, f"/pip/goedkeuren/{approval}/", decision="goedgekeurd")
        self.office.send(self.guide, unilateral, on="2022-12-05")

        mine = self.office.read(self.me, "/mijn/plan/")
        assert WHY in mine
        assert "bezwaar" in mine.lower()
        assert "Onderwijsroute" in self.office.read(self.guide, f"{self.at}pip/versies/1/")
        assert "B1-route" in self.office.read(self.guide, f"{self.at}pip/versies/2/verschil/1/")
        self.office.act(self.guide, f"pip/versies/{self.first}", method="patch", leerroute="B", status=409)
        assert "vastgesteld zonder akkoord" in self.office.read(self.guide, f"{self.at}logboek/")
        page = self.office.read(self.guide, f"{self.at}pip/")
        assert "Niveaukloof" in page
        assert "De gemeente heeft geen les boven B1." in self.office.read(self.me, "/mijn/plan/")

    def asked_of_the_lead(self) -> str:
        listed = self.office.read(self.lead, "/pip/goedkeuren/")
        assert "Sami Darwish" in listed
        (approval,) = set(re.findall(r"/pip/goedkeuren/(\d+)/", listed))
        return approval

    def lead_approves(self) -> None:
        self.office.send(self.lead, f"/pip/goedkeuren/{self.asked_of_the_lead()}/", decision="goedgekeurd")

    def the_team_lead_keeps_him_in_sight(self) -> None:
        """T6 to T9: he stays in sight of the team lead."""
        for month in range(1, 8):
            self.office.on(date(2023, month, 2))
            assert "Sami Darwish" in self.without_akkoord()

    def without_akkoord(self) -> str:
        """The part of the team lead's page with the plans that hold without akkoord."""
        page = self.office.read(self.lead, "/pip/goedkeuren/")
        return page.split("Eenzijdig vastgesteld", 1)[1].split("<span>Bezwaren</span>", 1)[0]

    def he_gets_his_way(self) -> None:
        """T9: lessons up to B2 after all, with his own akkoord."""
        self.office.on(date(2023, 8, 7))
        establish(self.office, self.guide, self.me, self.case, date(2023, 8, 7), doorleren="toegezegd", doorlerenUitleg="",
                  redenWijziging="Er is les gevonden tot en met B2.", grondRoutewissel="", redenRoutewissel="")  # fmt: skip
        assert "Niveaukloof" not in self.office.read(self.guide, f"{self.at}pip/")
        assert "Sami Darwish" not in self.without_akkoord()
        self.office.on(date(2023, 9, 4))
        assert "245" in self.office.read(
            self.lead, "/pip/plannen/"
        )  # days without a prospect: 5 December to 7 August


def test_a_plan_that_the_gemeente_changes_against_his_will(
    office: Office, s: Case, wife: Case, klantmanager: User, teamleider: User
) -> None:
    """PP-01, PP-03, PP-05, PP-06, PP-39, PP-108."""
    me, rima = ResidentFactory(person=s.person), ResidentFactory(person=wife.person)
    story = Story(office, s, wife, klantmanager, teamleider, me, rima)
    story.coa_tells_his_wish()
    story.both_say_what_they_want()
    story.each_gets_a_plan()
    story.he_is_too_old()
    story.he_agrees_on_one_condition()
    story.the_gemeente_goes_on_without_him()
    story.the_team_lead_keeps_him_in_sight()
    story.he_gets_his_way()
