"""The alarm on the work list: a message that nobody can see is a newcomer whose ten weeks run unseen."""

from typing import Any

from django import template

from cases.selectors import parked_visible_to
from exchange.selectors import incoming_visible_to, stuck

register = template.Library()


@register.inclusion_tag("exchange/_stuck.html", takes_context=True)
def stuck_messages(context: dict[str, Any]) -> dict[str, int]:
    """How many messages of DUO and case events wait for people, for who looks after them; nothing for others."""
    user = context["request"].user
    return {
        "count": stuck(incoming_visible_to(user)).count(),
        "events": parked_visible_to(user).count(),
    }
