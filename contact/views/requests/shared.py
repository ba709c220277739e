"""First lines of every page about a request: who may see it, who may act, and in which frame it stands."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from accounts.enums import Act, Role
from accounts.models import User
from accounts.services import log_access
from cases.models import Case
from cases.selectors import CASE_ROLES, cases_visible_to, with_header
from cases.views import StaffRequest
from contact.models import Request
from contact.selectors.requests import may_handle, requests_visible_to

HANDLERS = (Role.KLANTMANAGER, Role.TEAMLEIDER)
READERS = CASE_ROLES
READING = frozenset({"GET", "HEAD"})

DOSSIER_FRAME = "cases/dossier_base.html"
BARE_FRAME = "contact/requests/_bare.html"
"""For who was given a request of a case that they may not open."""


def request_or_404(request: StaffRequest, request_id: int) -> Request:
    visible = requests_visible_to(request.user).select_related(
        "case", "case__person", "case__gemeente", "case__team", "owner", "deadline", "reviews", "recorded_by", "conference"
    )  # fmt: skip
    asked = get_object_or_404(visible, pk=request_id)
    if request.method in READING:
        log_access(user=request.user, case_id=asked.case_id, act=Act.READ)
    return asked


def handled_or_403(request: StaffRequest, request_id: int) -> Request:
    """404 for who may not see the request, 403 for who may only read it."""
    asked = request_or_404(request, request_id)
    if not may_handle(request.user, asked):
        raise PermissionDenied("U mag dit verzoek lezen, maar niet behandelen.")
    return asked


def frame(user: User, case: Case) -> dict[str, Any]:
    """The page around it: the dossier, for who may open that."""
    shown = with_header(cases_visible_to(user)).filter(pk=case.pk).first()
    return {
        "frame": DOSSIER_FRAME if shown else BARE_FRAME,
        "case": shown or case,
        "tab": "dossier-contact",
        "opens_case": shown is not None,
    }
