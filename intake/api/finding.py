"""Whose intake a call is about, and whether the caller may change it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework.request import Request

from accounts.api import user_of
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from intake.models import Intake
from intake.selectors import (
    intakes_visible_to,
)


def case_of(request: Request, case_id: int, *, edit: bool = False) -> Case:
    case = cases_visible_to(user_of(request)).filter(pk=case_id).select_related("person").first()
    if case is None:
        raise Http404
    if edit and not may_edit(user_of(request), case):
        raise PermissionDenied
    return case


def editable_intake(request: Request, intake_id: int) -> Intake:
    intake = intakes_visible_to(user_of(request)).filter(pk=intake_id).first()
    if intake is None:
        raise Http404
    if not may_edit(user_of(request), intake.case):
        raise PermissionDenied
    return intake
