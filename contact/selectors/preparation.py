"""Whether a newcomer has the preparation pack, and read it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from contact.enums.appointments import Purpose
from contact.enums.notices import Channel, NoticeKind
from contact.models import Appointment, Notice, PackPeriod
from contact.rules.appointments import AMSTERDAM, Obstacle
from contact.rules.preparation import pack_norm, pack_obstacles
from contact.selectors.notices import notices_of_resident


@dataclass(frozen=True)
class Pack:
    """The pack as it was first sent: one row in the portal, and the channels that it went over."""

    portal: Notice
    others: tuple[Notice, ...]

    @property
    def sent_at(self) -> datetime:
        return self.portal.made_at

    @property
    def sent_on(self) -> date:
        return timezone.localdate(self.portal.made_at)

    @property
    def read_at(self) -> datetime | None:
        return self.portal.read_at


def pack_of(case: Case) -> Pack | None:
    """None when it wasn't sent yet. The one that was sent first counts: that is since when it can be read."""
    rows = list(
        Notice.objects.filter(case=case, person_id=case.person_id, kind=NoticeKind.PREPARATION).order_by("id")
    )
    portal = next((row for row in rows if row.channel == Channel.PORTAL), None)
    if portal is None:
        return None
    same = tuple(row for row in rows if row.source == portal.source and row.channel != Channel.PORTAL)
    return Pack(portal, same)


def unread_packs_of_resident(user: User) -> QuerySet[Notice]:
    """Packs in somebody's own portal that they didn't open yet."""
    return notices_of_resident(user).filter(kind=NoticeKind.PREPARATION, read_at=None)


def pack_days(gemeente: Gemeente, on: date) -> int:
    """How many days before the talk the pack must be there: the choice of the gemeente, or else ours."""
    chosen = PackPeriod.objects.filter(gemeente=gemeente, valid_from__lte=on).order_by("-valid_from")
    days = chosen.values_list("days", flat=True).first()
    return pack_norm(on).days if days is None else days


def pack_periods_of(gemeente: Gemeente) -> QuerySet[PackPeriod]:
    return PackPeriod.objects.filter(gemeente=gemeente).select_related("set_by")


def preparation_obstacles(appointment: Appointment, *, today: date) -> list[Obstacle]:
    """Why this talk is too soon after the pack. A pack that wasn't sent yet goes out together with the appointment."""
    if appointment.purpose != Purpose.BREDE_INTAKE:
        return []
    pack = pack_of(appointment.case)
    return pack_obstacles(
        sent_on=pack.sent_on if pack else today,
        talk_on=appointment.starts_at.astimezone(AMSTERDAM).date(),
        days=pack_days(appointment.case.gemeente, today),
        reason=appointment.short_preparation_reason,
    )
