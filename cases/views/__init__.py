"""Pages of the dossier that need no higher app, and the two first lines of every dossier page."""

from cases.views.documents import documents, download
from cases.views.edit import close, edit, household
from cases.views.frame import StaffRequest, dossier_or_404, editable_dossier_or_403, staff_of
from cases.views.guides import assign, end_substitute, grant, substitute
from cases.views.log import case_log, purposes
from cases.views.notes import notes
from cases.views.search import new_dossier, search

__all__ = [
    "StaffRequest",
    "assign",
    "case_log",
    "close",
    "documents",
    "dossier_or_404",
    "download",
    "edit",
    "editable_dossier_or_403",
    "end_substitute",
    "grant",
    "household",
    "new_dossier",
    "notes",
    "purposes",
    "search",
    "staff_of",
    "substitute",
]
