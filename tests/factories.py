"""People and cases for tests, made by the same services that make them in the product."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory
from django.utils import timezone

from accounts.enums import Door, Role
from accounts.models import Gemeente, Membership, Team, User
from accounts.services import resident_for
from cases.enums import Group, Origin
from cases.models import Case, Person
from cases.selectors import klantmanager_of
from cases.services import open_case, save_person
from contact.enums.appointments import Mode, Place, Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.models import Appointment, Interpreter
from contact.services.appointments import plan_appointment
from contact.services.interpreters import save_interpreter
from inburgering.kit.calendar import Calendar
from inburgering.kit.partial_date import PartialDate

PASSWORD = "goudvis-fiets-regenboog"


def small_pdf(words: str = "") -> bytes:
    """One empty page, as whole as a PDF can be. Other `words` make another file."""
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    )
    content, places = f"%PDF-1.7\n% {words}\n".encode(), []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{part}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 4\n0000000000 65535 f \n{rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + end.encode()


PDF = small_pdf()


def bsn(number: int) -> str:
    """The `number`-th fictional BSN that passes the elfproef; all start with 9."""
    digits = [int(digit) for digit in f"9{number:06d}"]
    for last in range(10):
        check = (
            sum(digit * weight for digit, weight in zip([*digits, last], range(9, 1, -1), strict=True)) % 11
        )
        if check < 10:
            return "".join(map(str, [*digits, last, check]))
    raise AssertionError


class GemeenteFactory(factory.django.DjangoModelFactory[Gemeente]):
    class Meta:
        model = Gemeente

    # Four digits, also after a thousand tests in one process.
    code = factory.Sequence(lambda n: f"{9000 + n % 900:04d}")
    name = factory.Sequence(lambda n: f"Waterveen {n}" if n else "Waterveen")
    oin = factory.Sequence(lambda n: f"{9 * 10**9 + n:020d}")
    address_line = "Raadhuisplein 1"
    postcode_place = "1234 AB Waterveen"
    phone = "012 345 67 89"
    email = "inburgering@waterveen.example"
    website = "https://waterveen.example"


class TeamFactory(factory.django.DjangoModelFactory[Team]):
    class Meta:
        model = Team

    gemeente = factory.SubFactory(GemeenteFactory)
    name = factory.Sequence(lambda n: f"Team {n}")


class StaffFactory(factory.Factory[User]):
    """A colleague with one role in one team: `StaffFactory(role=Role.TEAMLEIDER, team=team)`."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"medewerker{n}@waterveen.example")
    name = factory.Sequence(lambda n: f"Medewerker {n}")
    team = factory.SubFactory(TeamFactory)
    role = Role.KLANTMANAGER

    @classmethod
    def _create(
        cls, model_class: type[User], *args: Any, email: str, team: Team, role: Role, **kwargs: Any
    ) -> User:
        user = User.objects.create_user(email, PASSWORD, door=Door.STAFF, gemeente=team.gemeente, **kwargs)
        Membership.objects.create(user=user, team=team, role=role)
        return user


class PersonFactory(factory.Factory[Person]):
    class Meta:
        model = Person

    bsn = factory.Sequence(bsn)
    first_names = "Yusuf"
    prefix = ""
    last_name = factory.Sequence(lambda n: f"al-Haddad {n}" if n else "al-Haddad")
    birth = PartialDate(1990, 5, 17)

    @classmethod
    def _create(cls, model_class: type[Person], *args: Any, **kwargs: Any) -> Person:
        return save_person(**kwargs)


class ResidentFactory(factory.Factory[User]):
    """The user of a person, as after a first login with DigiD: `ResidentFactory(person=case.person)`."""

    class Meta:
        model = User

    person = factory.SubFactory(PersonFactory)

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, person: Person, **kwargs: Any) -> User:
        assert person.bsn_index
        user = resident_for(bsn_index=person.bsn_index, name=person.full_name)
        for name, value in kwargs.items():
            setattr(user, name, value)
        user.save()
        return user


class CaseFactory(factory.Factory[Case]):
    """An open case with its klantmanager: `CaseFactory(klantmanager=user, group=Group.GEZINSMIGRANT)`."""

    class Meta:
        model = Case

    person = factory.SubFactory(PersonFactory)
    klantmanager = factory.SubFactory(StaffFactory)
    group = Group.ASIELSTATUSHOUDER
    origin = Origin.DUO
    on = factory.LazyFunction(timezone.localdate)
    duty_from = date(2026, 2, 2)
    notified_on = date(2026, 2, 16)
    brp_registered_on = date(2026, 2, 9)

    @classmethod
    def _create(cls, model_class: type[Case], *args: Any, klantmanager: User, **kwargs: Any) -> Case:
        membership = klantmanager.memberships.select_related("team__gemeente").get()
        team = kwargs.pop("team", membership.team)
        return open_case(
            gemeente=team.gemeente, team=team, klantmanager=klantmanager, by=klantmanager, **kwargs
        )


def clock(days: int = 5, at: str = "10:00") -> datetime:
    """A time on the Dutch clock, so many working days from now."""
    day = timezone.localdate()
    for _ in range(days):
        day = Calendar().next_working_day(day + timedelta(days=1))
    return datetime.combine(day, time.fromisoformat(at), ZoneInfo("Europe/Amsterdam"))


class InterpreterFactory(factory.Factory[Interpreter]):
    """An interpreter of a gemeente: `InterpreterFactory(gemeente=case.gemeente, languages=["ti"])`."""

    class Meta:
        model = Interpreter

    gemeente = factory.SubFactory(GemeenteFactory)
    name = factory.Sequence(lambda n: f"Selam Tesfay {n}" if n else "Selam Tesfay")
    agency = "Tolkenbureau De Brug"
    languages = factory.LazyFunction(lambda: ["ti"])

    @classmethod
    def _create(cls, model_class: type[Interpreter], *args: Any, **kwargs: Any) -> Interpreter:
        return save_interpreter(**kwargs)


class AppointmentFactory(factory.Factory[Appointment]):
    """A planned talk of the klantmanager with the newcomer: `AppointmentFactory(case=case, starts_at=clock(3))`."""

    class Meta:
        model = Appointment

    case = factory.SubFactory(CaseFactory)
    by = factory.LazyAttribute(lambda talk: klantmanager_of(talk.case))
    purpose = Purpose.KENNISMAKING
    starts_at = factory.LazyFunction(clock)
    minutes = 60
    mode = Mode.LIVE
    place_kind = Place.BIBLIOTHEEK
    interpreter_decision = InterpreterDecision.NOT_NEEDED
    confirmed_without_translation = True

    @classmethod
    def _create(cls, model_class: type[Appointment], *args: Any, **kwargs: Any) -> Appointment:
        return plan_appointment(**kwargs)
