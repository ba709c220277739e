"""The first page of staff, and the dossier as a whole."""

from caseload.views.dossier import close, dossier, edit, new_dossier
from caseload.views.work import werkvoorraad

__all__ = ["close", "dossier", "edit", "new_dossier", "werkvoorraad"]
