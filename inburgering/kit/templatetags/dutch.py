"""`{{ day|datum }}` → maandag 16 maart 2026; `{{ day|korte_datum }}` → 16 maart 2026; `{{ at|moment }}` adds the time."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from inburgering.kit.dutch import format_date

register = template.Library()


def _local_day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter
def datum(value: date | datetime | None) -> str:
    return format_date(_local_day(value)) if value else ""


@register.filter
def korte_datum(value: date | datetime | None) -> str:
    return format_date(_local_day(value), weekday=False) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    return (
        f"{format_date(_local_day(value), weekday=False)}, {timezone.localtime(value):%H:%M}" if value else ""
    )
