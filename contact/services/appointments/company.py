"""Who comes to a talk, and their time: held under locks, so that two colleagues never take the same hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from accounts.models import User
from cases.models import Case, Person
from cases.selectors import CASE_ROLES, household_of
from contact.enums.appointments import ParticipantRole
from contact.models import Appointment, GroupSession, Interpreter, Participant
from contact.rules.appointments import Obstacle, when_in_words


@dataclass(frozen=True)
class Company:
    """Who comes besides the organiser and the newcomer: colleagues, people of the household, and others by name."""

    colleagues: Sequence[User] = ()
    persons: Sequence[Person] = ()
    others: Sequence[str] = ()


def company_obstacles(case: Case, organiser: User, company: Company) -> list[Obstacle]:
    """Why these people can't be asked: only active colleagues who work with cases, only people of the same household."""
    asked = (organiser, *company.colleagues)
    strangers = [user for user in asked if not _works_here(user, case)]
    obstacles = [
        Obstacle(f"{user.name} is geen actieve medewerker van deze gemeente.", "colleagues")
        for user in strangers
    ]
    obstacles += [
        Obstacle(f"{user.name} werkt niet met dossiers.", "colleagues")
        for user in company.colleagues
        if user not in strangers and not user.has_role(*CASE_ROLES)
    ]
    if company.persons:
        household = set(household_of(case).values_list("person_id", flat=True))
        obstacles += [
            Obstacle(f"{person.full_name} woont niet bij de nieuwkomer.", "with_partner")
            for person in company.persons
            if person.pk not in household
        ]
    return obstacles


def _works_here(user: User, case: Case) -> bool:
    """A system account is nobody to talk with."""
    is_person = not user.is_resident and user.has_usable_password()
    return is_person and user.is_active and user.gemeente_id == case.gemeente_id


def participants_for(case: Case, organiser: User, company: Company) -> list[Participant]:
    """Unsaved rows, each person once."""
    colleagues = {user.pk: user for user in company.colleagues if user.pk != organiser.pk}.values()
    persons = {person.pk: person for person in company.persons if person.pk != case.person_id}.values()
    names = dict.fromkeys(name.strip()[:120] for name in company.others if name.strip())
    return [
        Participant(role=ParticipantRole.KLANTMANAGER, user=organiser),
        Participant(role=ParticipantRole.NIEUWKOMER, person=case.person),
        *(Participant(role=ParticipantRole.COLLEGA, user=user) for user in colleagues),
        *(Participant(role=ParticipantRole.PARTNER, person=person) for person in persons),
        *(Participant(role=ParticipantRole.ANDER, name=name) for name in names),
    ]


def clashes(
    participants: Iterable[Participant], starts_at: datetime, ends_at: datetime, *, besides: Appointment | None = None,
    besides_group: GroupSession | None = None,
) -> list[Obstacle]:  # fmt: skip
    """Who has another talk at this time, and when that is.

    Locks everybody first, in the same order everywhere: whoever takes an hour of the same people waits until here.
    The constraints of `Participant` stay as the last word.
    """
    rows = list(participants)
    users = sorted({row.user_id for row in rows if row.user_id})
    persons = sorted({row.person_id for row in rows if row.person_id})
    interpreters = sorted({row.interpreter_id for row in rows if row.interpreter_id})
    _lock(users, persons, interpreters)
    found = Participant.objects.exclude(appointment=besides) if besides else Participant.objects.all()
    if besides_group:
        found = found.exclude(session=besides_group).exclude(appointment__session=besides_group)
    taken = (
        found.filter(
            Q(user__in=users) | Q(person__in=persons) | Q(interpreter__in=interpreters),
            is_active=True,
            during__overlap=(starts_at, ends_at),
        )
        .select_related("user", "person", "interpreter")
        .order_by("during", "id")
    )
    return [
        Obstacle(
            f"{_name(row)} heeft al een afspraak op {when_in_words(row.during.lower, row.during.upper)}.",
            "at",
        )
        for row in taken
    ]


def _lock(users: list[int], persons: list[int], interpreters: list[int]) -> None:
    rows = chain(
        User.objects.select_for_update(no_key=True).filter(pk__in=users).order_by("pk").values_list("pk"),
        Person.objects.select_for_update(no_key=True).filter(pk__in=persons).order_by("pk").values_list("pk"),
        Interpreter.objects.select_for_update(no_key=True).filter(pk__in=interpreters).order_by("pk").values_list("pk"),
    )  # fmt: skip
    for _ in rows:
        pass


def _name(participant: Participant) -> str:
    if participant.interpreter:
        return f"Tolk {participant.interpreter.name}"
    return participant.user.name if participant.user else str(participant.person)


def time_of(appointment: Appointment) -> DateTimeTZRange:
    return DateTimeTZRange(appointment.starts_at, appointment.ends_at, "[)")


def seat(appointment: Appointment, participants: Sequence[Participant]) -> None:
    """Writes who comes and when. Keeps the interpreter, who comes and goes with the booking."""
    appointment.participants.filter(interpreter=None).delete()
    for row in participants:
        row.appointment, row.during = appointment, time_of(appointment)
    Participant.objects.bulk_create(participants)
    appointment.participants.filter(interpreter__isnull=False).update(during=time_of(appointment))
