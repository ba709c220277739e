"""Many dossiers, straight into the tables. Imported after `django.setup()`."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pgtrigger
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, Membership, Team, User
from cases.enums import Group, Origin
from cases.models import Assignment, Case, CaseEvent, Person
from cases.rules import full_name, searchable, sound_keys
from deadlines.enums import Kind
from deadlines.models import Deadline
from inburgering.kit.encryption import blind_index
from intake.enums import IntakeStatus
from intake.models import Intake

BATCH = 2000
FIRST = ["Mohammed", "Ahmed", "Yusuf", "Amina", "Fatima", "Selam", "Olena", "Maryam", "Ali", "Hassan", "Noor", "Şükrü", "Samir",
         "Leila", "Tesfay", "Iryna", "Omar", "Hodan", "Rashid", "Zahra"]  # fmt: skip
LAST = ["Mohammed", "al-Haddad", "Hassan", "Tesfay", "Kovalenko", "Rahimi", "Özdemir", "Osman", "Nguyễn", "Yılmaz", "Haile",
        "Karimi", "Abdi", "Warsame", "Shevchenko", "al-Khatib", "Demir", "Gebremedhin", "Sahin", "Noori", "Ibrahim"]  # fmt: skip


def guide() -> User:
    """The klantmanager whose pages are measured."""
    return User.objects.get(email="collega0@example.com")


def make(count: int) -> None:
    """`count` dossiers of one team, the same ones on each run, shared by so many klantmanagers that one has about 1%.

    With few dossiers one has 10% of them: enough for a page of fifty rows.
    """
    call_command("migrate", verbosity=0)
    gemeente = Gemeente.objects.create(code="9990", name="Bench", oin="00000001999990000000")
    team = Team.objects.create(gemeente=gemeente, name="Bench")
    guides = _guides(team, 10 if count < 10_000 else 100)
    rows = _Rows(team)
    numbers = range(count)
    with pgtrigger.ignore(), transaction.atomic():
        people = Person.objects.bulk_create(map(rows.person, numbers), BATCH)
        cases = Case.objects.bulk_create(map(rows.case, numbers, people), BATCH)
        Assignment.objects.bulk_create(
            (Assignment(case=case, user=guides[n % len(guides)]) for n, case in enumerate(cases)), BATCH
        )
        Deadline.objects.bulk_create((row for case in cases for row in rows.deadlines(case)), BATCH)
        Intake.objects.bulk_create((row for case in cases for row in rows.intakes(case)), BATCH)
        CaseEvent.objects.bulk_create((row for case in cases for row in rows.events(case)), BATCH)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _guides(team: Team, count: int) -> list[User]:
    names = [f"collega{number}" for number in range(count)]
    users = [
        User.objects.create_user(f"{n}@example.com", None, name=n, gemeente=team.gemeente) for n in names
    ]
    Membership.objects.bulk_create(Membership(user=user, team=team, role=Role.KLANTMANAGER) for user in users)
    return users


class _Rows:
    def __init__(self, team: Team) -> None:
        self.team, self.today, self.chance = team, timezone.localdate(), random.Random(7)

    def person(self, number: int) -> Person:
        first, last = self.chance.choice(FIRST), self.chance.choice(LAST)
        name, bsn = full_name(first, "", last), f"{100_000_000 + number}"
        return Person(
            first_names=first, last_name=last, search_name=searchable(name), sound_keys=sound_keys(name), bsn=bsn,
            bsn_index=blind_index(bsn), v_number=1_000_000_000 + number, phone=f"06{number:08d}",
            birth_year=self.chance.randint(1950, 2005),
        )  # fmt: skip

    def case(self, number: int, person: Person) -> Case:
        opened = self.today - timedelta(days=self.chance.randint(0, 1000))
        return Case(
            number=f"{opened.year}-{number:07d}", person=person, gemeente=self.team.gemeente, team=self.team, opened_on=opened,
            group=Group.ASIELSTATUSHOUDER, origin=Origin.DUO, has_klantmanager=True,
        )  # fmt: skip

    def deadlines(self, case: Case) -> Iterator[Deadline]:
        due = self.today + timedelta(days=self.chance.randint(-300, 60))
        is_done = self.chance.random() < 0.2
        yield Deadline(case=case, kind=Kind.PIP, due_on=due, met_on=due if is_done else None)
        if is_done:
            yield Deadline(case=case, kind=Kind.TERMIJN, due_on=due + timedelta(days=3 * 365))

    def intakes(self, case: Case) -> Iterator[Intake]:
        luck = self.chance.random()
        if luck < 0.9:
            yield Intake(
                case=case, status=IntakeStatus.AFGEROND, started_on=case.opened_on, completed_at=timezone.now(),
                private_talk_on=case.opened_on,
            )  # fmt: skip
        elif luck < 0.97:
            yield Intake(case=case, started_on=case.opened_on)

    def events(self, case: Case) -> Iterator[CaseEvent]:
        for kind in ("dossier.geopend", "dossier.toegewezen"):
            yield CaseEvent(case=case, by_label="Systeem", kind=kind, text="Iets")
        if self.chance.random() < 0.01:
            yield CaseEvent(
                case=case, by_label="Systeem", kind="duo.pip_geweigerd", text="DUO nam het PIP niet aan."
            )
