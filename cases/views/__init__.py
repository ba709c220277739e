"""Pages of the dossier that need no higher app, and the two first lines of every dossier page."""

from cases.views.documents import as_download, documents, download
from cases.views.frame import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403, staff_of
from cases.views.guides import assign, end_substitute, grant, substitute
from cases.views.household import household
from cases.views.log import case_log, purposes
from cases.views.notes import notes
from cases.views.posting import acted, sent
from cases.views.search import search, searched, with_search

__all__ = [
    "UNPROCESSABLE",
    "StaffRequest",
    "acted",
    "as_download",
    "assign",
    "case_log",
    "documents",
    "dossier_or_404",
    "download",
    "editable_dossier_or_403",
    "end_substitute",
    "grant",
    "household",
    "notes",
    "purposes",
    "search",
    "searched",
    "sent",
    "staff_of",
    "substitute",
    "with_search",
]
