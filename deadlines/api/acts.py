"""The terms of a dossier, and the information that a PIP waits for."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from deadlines import services
from deadlines.api.shapes import AskIn, ClockOut, ReceiveIn, RequestOut, WithdrawIn
from deadlines.models import ThirdPartyRequest
from deadlines.selectors import clocks


def _case(request: Request, case_id: int, *, edit: bool = False) -> Case:
    user = user_of(request)
    case = cases_visible_to(user).filter(pk=case_id).first()
    if case is None:
        raise Http404
    if edit and not may_edit(user, case):
        raise PermissionDenied
    return case


class ListTermijnen(ActView):
    """All terms of a dossier: the open ones by urgency, then what is done or stopped."""

    scope = Scope.TERMIJNEN_LEZEN

    @extend_schema(operation_id="dossierTermijnen", responses={200: ClockOut(many=True)})
    def get(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ)
        return Response(ClockOut(clocks(case, today=timezone.localdate()), many=True).data)


class AskThirdParty(ActView):
    """Records that the PIP waits for information of somebody else."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(operation_id="derdeGevraagd", request=AskIn, responses={201: RequestOut, 409: REFUSED})
    def post(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id, edit=True)
        shape = AskIn(data=request.data)
        shape.is_valid(raise_exception=True)
        asked = services.ask_third_party(case=case, by=user_of(request), **shape.validated_data)
        return Response(RequestOut(asked).data, status=status.HTTP_201_CREATED)


class ReceiveFromThirdParty(ActView):
    """Records that the information came in."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="derdeOntvangen", request=ReceiveIn, responses={200: RequestOut, 409: REFUSED}
    )
    def post(self, request: Request, case_id: int, request_id: int) -> Response:
        asked = _request_of(_case(request, case_id, edit=True), request_id)
        shape = ReceiveIn(data=request.data)
        shape.is_valid(raise_exception=True)
        user = user_of(request)
        asked = services.receive_from_third_party(request=asked, by=user, **shape.validated_data)
        return Response(RequestOut(asked).data)


class WithdrawRequest(ActView):
    """Takes back a request that was recorded by mistake or isn't needed any more."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="derdeIntrekken", request=WithdrawIn, responses={200: RequestOut, 409: REFUSED}
    )
    def post(self, request: Request, case_id: int, request_id: int) -> Response:
        asked = _request_of(_case(request, case_id, edit=True), request_id)
        shape = WithdrawIn(data=request.data)
        shape.is_valid(raise_exception=True)
        asked = services.withdraw_request(request=asked, by=user_of(request), **shape.validated_data)
        return Response(RequestOut(asked).data)


def _request_of(case: Case, request_id: int) -> ThirdPartyRequest:
    asked = ThirdPartyRequest.objects.filter(pk=request_id, deadline__case=case).first()
    if asked is None:
        raise Http404
    return asked
