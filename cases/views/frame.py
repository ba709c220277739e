"""The first line of every page about a case: who may see it, who may change it."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.enums import Act
from accounts.models import User
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit, with_header

READING = frozenset({"GET", "HEAD"})
UNPROCESSABLE = 422
"""Status of a page that comes back with what was typed and why it can't be."""


class StaffRequest(HttpRequest):
    """A request after `staff_page` has let it through."""

    user: User


def staff_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def dossier_or_404(request: HttpRequest, case_id: int, act: Act = Act.READ) -> Case:
    """The case with what its header shows, for who may see it; a look is logged under `act`."""
    user = staff_of(request)
    case = get_object_or_404(with_header(cases_visible_to(user)), pk=case_id)
    if request.method in READING:
        log_access(user=user, case_id=case.pk, act=act)
    return case


def editable_dossier_or_403(request: HttpRequest, case_id: int, act: Act = Act.READ) -> Case:
    """The case for who may change it: 404 for who may not see it, 403 for who may only read."""
    case = dossier_or_404(request, case_id, act)
    if not may_edit(staff_of(request), case):
        raise PermissionDenied("U mag dit dossier lezen, maar niet wijzigen.")
    return case
