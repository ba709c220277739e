"""What a colleague must know this morning."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from accounts.enums import Door, Role
from accounts.models import User
from cases.enums import Status
from cases.models import Assignment
from contact.enums.appointments import AppointmentState
from contact.enums.interpreters import InterpreterSign
from contact.enums.notices import NoticeState
from contact.models.appointments import Appointment
from contact.models.digest import StaffDigest
from contact.rules.digest import Line, Section
from contact.rules.preferences import HERE
from contact.selectors.appointments import sign_of, with_company
from contact.selectors.notices import need_people, outbox_visible_to
from contact.selectors.requests import requests_waiting_for
from deadlines.enums import Audience
from deadlines.models import Reminder
from inburgering.kit.dutch import format_date

LOOKS_BACK = timedelta(days=7)
_NOT_SEEN_TO = frozenset({InterpreterSign.UNDECIDED, InterpreterSign.UNBOOKED, InterpreterSign.REQUESTED})


def without_digest(day: date) -> QuerySet[User]:
    """Active colleagues with a role and a mail address, for whom this day wasn't looked at yet."""
    looked_at = StaffDigest.objects.filter(user=OuterRef("pk"), day=day)
    staff = User.objects.filter(
        ~Exists(looked_at), door=Door.STAFF, is_active=True, email__isnull=False, memberships__isnull=False
    )
    return staff.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).distinct().order_by("pk")


def sections_for(user: User, today: date, reminders: Sequence[Reminder]) -> list[Section]:
    return [
        Section("Termijnen", [_line_of(reminder) for reminder in reminders], "/"),
        Section("Verzoeken over de termijn", _late_requests(user, today), reverse("verzoeken")),
        Section(
            "Gesprekken van vandaag zonder tolk", _talks_without_interpreter(user, today), reverse("agenda")
        ),
        Section("Berichten die niet aankwamen", _failed_notices(user), reverse("berichten")),
    ]


def reminders_for(user: User, today: date) -> QuerySet[Reminder]:
    """Those that no mail told this colleague yet: to the klantmanager or substitute of the case, the lead of its team,
    the beheerder. A mail that never went told nothing.
    """
    told = StaffDigest.objects.filter(reminders=OuterRef("pk"), user=user, state=NoticeState.SENT)
    guided = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    mine = Q(audience=Audience.KLANTMANAGER, deadline__case__in=guided)
    mine |= Q(audience=Audience.TEAMLEIDER, deadline__case__team_id__in=user.team_ids(Role.TEAMLEIDER))
    if user.has_role(Role.FUNCTIONEEL_BEHEERDER):
        mine |= Q(audience=Audience.BEHEERDER, deadline__case__gemeente_id=user.gemeente_id)
    given = Reminder.objects.filter(mine, ~Exists(told), given_on__gt=today - LOOKS_BACK)
    rows = given.filter(deadline__met_on=None, deadline__stopped_on=None, deadline__case__status=Status.OPEN)
    return rows.select_related("deadline__case").order_by("due_on", "pk")


def _line_of(reminder: Reminder) -> Line:
    deadline, day = reminder.deadline, format_date(reminder.due_on, weekday=False)
    return Line(
        f"{deadline.case.number}: {deadline.get_kind_display()}, {day}",
        reverse("termijnen", args=[deadline.case_id]),
    )


def _late_requests(user: User, today: date) -> list[Line]:
    waiting = requests_waiting_for(user, today=today).select_related("case", "deadline")
    return [
        Line(f"{request.case.number}: verzoek {request.pk}", reverse("verzoek", args=[request.pk]))
        for request in waiting
        if request.term_ends_on and request.term_ends_on < today
    ]


def _talks_without_interpreter(user: User, today: date) -> list[Line]:
    talks = Appointment.objects.filter(
        participants__user=user, starts_at__date=today,
        state__in=(AppointmentState.CONCEPT, AppointmentState.PLANNED),
    )  # fmt: skip
    found = with_company(talks).select_related("case").order_by("starts_at")
    return [
        Line(
            f"{talk.case.number}: {talk.starts_at.astimezone(HERE):%H:%M} uur",
            reverse("afspraak", args=[talk.case_id, talk.pk]),
        )
        for talk in found
        if sign_of(talk) in _NOT_SEEN_TO
    ]


def _failed_notices(user: User) -> list[Line]:
    count = need_people(outbox_visible_to(user)).count()
    if not count:
        return []
    return [Line("1 bericht" if count == 1 else f"{count} berichten", reverse("berichten"))]
