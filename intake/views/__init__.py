"""Pages of the brede intake."""

from intake.views.acts import add_talk, complete, exempt, private_talk, reopen, start
from intake.views.reading import answer_history, intake, read_intake
from intake.views.sections import save_answer, section, settle_conflict

__all__ = [
    "add_talk",
    "answer_history",
    "complete",
    "exempt",
    "intake",
    "private_talk",
    "read_intake",
    "reopen",
    "save_answer",
    "section",
    "settle_conflict",
    "start",
]
