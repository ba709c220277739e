"""The preparation pack of the brede intake for other systems: read how it stands, and send it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from contact.api.appointments import case_of_call
from contact.selectors.preparation import Pack, pack_of
from contact.services.preparation import send_pack


class VoorbereidingspakketOut(serializers.Serializer[Any]):
    """Empty moments where it didn't happen yet."""

    verstuurdOp = serializers.DateTimeField(source="sent_at", allow_null=True)
    geopendOp = serializers.DateTimeField(source="read_at", allow_null=True)
    taal = serializers.CharField(source="portal.language", allow_blank=True)
    zonderVertaling = serializers.BooleanField(source="portal.without_translation")


class VersturenIn(serializers.Serializer[Any]):
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


_NOT_SENT = {"verstuurdOp": None, "geopendOp": None, "taal": "", "zonderVertaling": False}


def _out(pack: Pack | None) -> Any:
    return VoorbereidingspakketOut(pack).data if pack else _NOT_SENT


class ReadPakket(ActView):
    """Whether the pack was sent, and opened in the portal."""

    scope = Scope.AFSPRAKEN_LEZEN

    @extend_schema(
        operation_id="voorbereidingspakket_lezen",
        tags=["afspraken"],
        responses={200: VoorbereidingspakketOut},
    )
    def get(self, request: Request, case_id: int) -> Response:
        case = case_of_call(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ)
        return Response(_out(pack_of(case)))


class SendPakket(ActView):
    """Sends the pack; twice is once."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(
        operation_id="voorbereidingspakket_versturen", tags=["afspraken"], request=VersturenIn,
        responses={200: VoorbereidingspakketOut, 409: REFUSED},
    )  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of_call(request, case_id, edit=True)
        given = VersturenIn(data=request.data)
        given.is_valid(raise_exception=True)
        return Response(_out(send_pack(case=case, by=user_of(request), **given.validated_data)))
