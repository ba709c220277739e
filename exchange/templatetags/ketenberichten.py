"""The alarm on the work list: a message that nobody can see is a newcomer whose ten weeks run unseen."""

from typing import Any

from django import template

from exchange.selectors import incoming_visible_to, stuck

register = template.Library()


@register.inclusion_tag("exchange/_stuck.html", takes_context=True)
def stuck_messages(context: dict[str, Any]) -> dict[str, int]:
    """How many messages of DUO wait for people, for who looks after them; nothing for others."""
    return {"count": stuck(incoming_visible_to(context["request"].user)).count()}
