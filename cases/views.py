"""Pages of the dossier that need no higher app, and the two first lines of every dossier page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.enums import Act
from accounts.models import User
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit, with_header

class StaffRequest(HttpRequest):
    """A request after `staff_page` has let it through."""

    user: User


READING = frozenset({"GET", "HEAD"})


def dossier_or_404(request: StaffRequest, case_id: int, act: Act = Act.READ) -> Case:
    """The case with what its header shows, for who may see it; a look is logged under `act`."""
    case = get_object_or_404(with_header(cases_visible_to(request.user)), pk=case_id)
    if request.method in READING:
        log_access(user=request.user, case_id=case.pk, act=act)
    return case


def editable_dossier_or_403(request: StaffRequest, case_id: int, act: Act = Act.READ) -> Case:
    """The case for who may change it: 404 for who may not see it, 403 for who may only read."""
    case = dossier_or_404(request, case_id, act)
    if not may_edit(request.user, case):
        raise PermissionDenied("U mag dit dossier lezen, maar niet wijzigen.")
    return case
