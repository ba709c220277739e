"""Whose PIP a call is about, and whether the caller may change it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse
from rest_framework.request import Request

from accounts.api import user_of
from accounts.enums import Act
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from pip_plans.models import PipVersion
from pip_plans.selectors import versions_visible_to

CONFLICT = OpenApiResponse(description="De handeling kan nu niet; `errors` noemt alle redenen.")
NOT_FOUND = OpenApiResponse(description="Bestaat niet, of u mag het niet zien.")


def case_of(request: Request, case_id: int, *, edit: bool = False) -> Case:
    """404 for who may not see the case, 403 for who may only read it."""
    cases = cases_visible_to(user_of(request)).select_related("person", "gemeente")
    case = get_object_or_404(cases, pk=case_id)
    if edit and not may_edit(user_of(request), case):
        raise PermissionDenied
    return case


def read_case(request: Request, case_id: int) -> Case:
    """For a look at the plan, which stands in the access log."""
    case = case_of(request, case_id)
    log_access(user=user_of(request), case_id=case.pk, act=Act.READ_PIP)
    return case


def editable_version(request: Request, version_id: int) -> PipVersion:
    """404 for who may not see the version, 403 for who may only read it."""
    version = get_object_or_404(versions_visible_to(user_of(request)), pk=version_id)
    if not may_edit(user_of(request), version.pip.case):
        raise PermissionDenied
    return version
