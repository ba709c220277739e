"""Which messages somebody may see, and what is known about one when it is due."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import Case
from cases.selectors import cases_visible_to
from contact.enums.notices import Channel
from contact.models.notices import NEEDS_PEOPLE, TO_POST, UNDER_WAY, Notice
from contact.rules.notices import SAME_WITHIN, Situation
from contact.selectors.requests.visible import requests_visible_to

OUTBOX_ROLES = (Role.TEAMLEIDER, Role.FUNCTIONEEL_BEHEERDER)
"""Who looks after the messages: a team lead those of the own teams, the functioneel beheerder all, without their text."""

_CONFIDENTIAL = Q(request__is_confidential=True)


def _readable(user: User) -> Q:
    """Messages about a confidential request are for who may see that request: not for whom it may be about."""
    return ~_CONFIDENTIAL | Q(request__in=requests_visible_to(user))


def notices_visible_to(user: User) -> QuerySet[Notice]:
    """Messages of which a colleague may read the text: of the dossiers that they may see.

    What is about a confidential request is for who may see that request.
    """
    readable = Notice.objects.filter(_readable(user), case__in=cases_visible_to(user))
    return readable.select_related("case", "person").order_by("-id")


def latest_notices(user: User, case: Case, *, at_most: int = 8) -> list[Notice]:
    """The newest messages of one dossier, for the tab Contact."""
    return list(notices_visible_to(user).filter(case=case)[:at_most])


def notices_of_resident(user: User) -> QuerySet[Notice]:
    """The messages in somebody's own portal, newest first: one row each, whatever other channels they went over.

    Those to the person, also about a partner's talk that they were asked to; never those to anybody else.
    """
    if not user.is_resident or not user.is_active:
        return Notice.objects.none()
    own = Notice.objects.filter(channel=Channel.PORTAL, person__bsn_index=user.bsn_index)
    return own.select_related("case__gemeente").order_by("-id")


def unread_of_resident(user: User) -> int:
    return notices_of_resident(user).filter(read_at=None).count()


def outbox_visible_to(user: User) -> QuerySet[Notice]:
    """What goes out of the door. Rows only: who may read the text is another question."""
    if user.gemeente_id is None or not user.has_role(*OUTBOX_ROLES):
        return Notice.objects.none()
    reach = Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER)) & _readable(user)
    if user.has_role(Role.FUNCTIONEEL_BEHEERDER):
        reach |= ~_CONFIDENTIAL
    rows = Notice.objects.filter(reach, case__gemeente_id=user.gemeente_id).exclude(channel=Channel.PORTAL)
    return rows.select_related("case", "person", "request").order_by("-id")


def waiting(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    return notices.filter(state__in=UNDER_WAY).exclude(TO_POST)


def need_people(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """Failed or brought back, and not overtaken by another channel that did arrive."""
    return notices.filter(state__in=NEEDS_PEOPLE)


def letters_to_post(user: User) -> QuerySet[Notice]:
    """Letters on paper that wait for a person, in the order in which they were made. Whoever posts them reads them, so
    these are for the team lead.
    """
    leads = user.team_ids(Role.TEAMLEIDER)
    letters = Notice.objects.filter(
        TO_POST, _readable(user), case__team_id__in=leads, case__gemeente=user.gemeente
    )
    return letters.select_related("case", "person", "document").order_by("id")


# --- Without a translation (PP-66) ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Untranslated:
    """How many messages went in Dutch to somebody who reads another language."""

    by_system: int
    by_staff: int

    @property
    def total(self) -> int:
        return self.by_system + self.by_staff


def untranslated(user: User, *, since: date) -> Untranslated:
    """Counted once a message, whatever channels it went over. For the teams that somebody leads."""
    rows = Notice.objects.filter(
        without_translation=True,
        channel=Channel.PORTAL,
        made_at__date__gte=since,
        case__team_id__in=user.team_ids(Role.TEAMLEIDER),
    )
    counted = rows.aggregate(
        by_system=Count("pk", filter=Q(confirmed_by=None)),
        by_staff=Count("pk", filter=Q(confirmed_by__isnull=False)),
    )
    return Untranslated(**counted)


# --- For the sender -----------------------------------------------------------------------------------------------


def situation_of(notice: Notice, now: datetime) -> Situation:
    """What is known at this moment about what the message tells."""
    talk, deadline, request = notice.appointment, notice.deadline, notice.request
    told = notice.context.get("due_on")
    return Situation(
        now=now,
        made_at=notice.made_at,
        case_is_open=notice.case.is_open,
        has_died=notice.person.died_on is not None,
        told_sequence=notice.context.get("sequence"),
        sequence=talk.sequence if talk else None,
        starts_at=talk.starts_at if talk else None,
        told_due_on=date.fromisoformat(told) if told and deadline else None,
        due_on=deadline.due_on if deadline else None,
        deadline_is_open=deadline.met_on is None and deadline.stopped_on is None if deadline else None,
        request_is_open=request.is_open if request else None,
        was_sent_before=_was_sent_before(notice, now - SAME_WITHIN),
    )


def _was_sent_before(notice: Notice, since: datetime) -> bool:
    """Not asked about a talk: one that moved away and back has the same words as before, and is news again. Nor about a
    letter to somebody else: what it says stands in what goes along.
    """
    if notice.appointment_id or notice.addressee:
        return False
    same = Notice.objects.filter(
        person_id=notice.person_id,
        sent_at__gte=since,
        channel=notice.channel,
        kind=notice.kind,
        text=notice.text,
    )
    return same.exclude(pk=notice.pk).exclude(state__in=NEEDS_PEOPLE).exists()
