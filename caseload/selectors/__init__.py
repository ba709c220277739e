"""What the work list reads, and what a correction of a dossier would do."""

from caseload.selectors.corrections import moved_by, pip_term
from caseload.selectors.sources import ROWS, failed_messages, sources_for
from caseload.selectors.work_list import LAST_PAGE, Row, WorkList, work_list

__all__ = [
    "LAST_PAGE",
    "ROWS",
    "Row",
    "WorkList",
    "failed_messages",
    "moved_by",
    "pip_term",
    "sources_for",
    "work_list",
]
