"""What the work list reads."""

from caseload.selectors.sources import ROWS, failed_messages, sources_for
from caseload.selectors.work_list import LAST_PAGE, Row, WorkList, work_list

__all__ = ["LAST_PAGE", "ROWS", "Row", "WorkList", "failed_messages", "sources_for", "work_list"]
