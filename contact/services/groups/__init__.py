"""The acts on a group session: plan, ask people, confirm, move, call off, and who came."""

from contact.services.groups.changing import cancel_group, move_group
from contact.services.groups.guests import ask_guest, record_attendance
from contact.services.groups.interpreting import answer_group_interpreter, ask_group_interpreter
from contact.services.groups.planning import confirm_group, plan_group

__all__ = [
    "answer_group_interpreter",
    "ask_group_interpreter",
    "ask_guest",
    "cancel_group",
    "confirm_group",
    "move_group",
    "plan_group",
    "record_attendance",
]
