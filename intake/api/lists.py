"""Rows of the lists of the intake for other systems: read, add, change, take out."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from cases.models import Document
from intake import services
from intake.api.finding import case_of
from intake.models import ENTRY_MODELS
from intake.selectors import entries_of

_NAMES: Mapping[str, Mapping[str, str]] = {
    "diplomas": {
        "naam": "title", "opleiding": "level", "land": "country", "jaar": "year", "papieren": "papers",
        "document": "document", "waardering": "valuation", "gewaardeerdDoor": "valued_by", "vergelijkbaarMet": "valued_as",
        "waarderingVan": "valued_on", "waarderingsdocument": "valuation_document",
    },
    "niveaus": {
        "vaardigheid": "skill", "niveau": "level", "bron": "source", "gemetenOp": "measured_on", "opmerking": "remark",
        "document": "document",
    },
    "schriften": {
        "schrift": "script", "leest": "reads", "schrijft": "writes", "wie": "judge", "naam": "judge_name",
        "gezienOp": "judged_on", "hoe": "how",
    },
    "toetsen": {
        "criterium": "criterion", "toets": "name", "doel": "purpose", "geplandOp": "planned_on", "gemaaktOp": "taken_on",
        "uitslag": "outcome", "document": "document",
    },
    "kinderen": {
        "voornaam": "name", "geborenOp": "born_on", "voorschool": "early_education", "plaats": "place",
        "reistijd": "travel_minutes", "wieRegelt": "arranged_by", "opWachtlijstSinds": "waiting_since",
    },
    "weektijden": {
        "wat": "kind", "dagen": "weekdays", "van": "starts", "tot": "ends", "plaats": "place",
        "reistijd": "travel_minutes",
    },
}  # fmt: skip
"""For each list the names in the API of the fields of its model."""


class EntrySerializer(serializers.ModelSerializer[Any]):
    """The same shape in and out, with Dutch names. The service looks at what can't be together."""

    NAMES: ClassVar[Mapping[str, str]]

    regel = serializers.CharField(source="__str__", read_only=True)

    def get_fields(self) -> dict[str, Any]:
        """Documents are those of the dossier: of another one nobody learns that it is there."""
        found = super().get_fields()
        own = Document.objects.filter(case=self.context.get("case"))
        named = {"id": found["id"], "regel": found["regel"]}
        for name, source in self.NAMES.items():
            named[name] = field = found[source]
            field.source = None if name == source else source
            if isinstance(field, serializers.PrimaryKeyRelatedField):
                field.queryset = own  # type: ignore[arg-type]
        return named


def _serializer_of(key: str) -> type[EntrySerializer]:
    names = _NAMES[key]
    fields = ["id", "regel", *names.values()]
    meta = type("Meta", (), {"model": ENTRY_MODELS[key], "fields": fields, "validators": []})
    return type(f"{ENTRY_MODELS[key].__name__}Regel", (EntrySerializer,), {"Meta": meta, "NAMES": names})


SERIALIZERS = {key: _serializer_of(key) for key in _NAMES}


class RemoveIn(serializers.Serializer[Any]):
    reden = serializers.CharField(source="reason", max_length=500)


ROW = PolymorphicProxySerializer(
    component_name="Lijstregel", serializers=list(SERIALIZERS.values()), resource_type_field_name=None
)
ROWS = PolymorphicProxySerializer(
    component_name="Lijstregel",
    serializers=list(SERIALIZERS.values()),
    resource_type_field_name=None,
    many=True,
)


def _serializer(key: str) -> type[EntrySerializer]:
    if key not in SERIALIZERS:
        raise Http404
    return SERIALIZERS[key]


class ReadEntries(ActView):
    """A list of the intake of a case: diplomas, niveaus, schriften, toetsen, kinderen or weektijden."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(operation_id="intake_lijst_lezen", tags=["intake"], responses={200: ROWS})
    def get(self, request: Request, case_id: int, key: str) -> Response:
        case = case_of(request, case_id)
        shape = _serializer(key)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_INTAKE)
        return Response(shape(entries_of(case, key), many=True, context={"case": case}).data)


class AddEntry(ActView):
    """Adds a row to a list."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_lijst_toevoegen",
        tags=["intake"],
        request=ROW,
        responses={201: ROW, 409: REFUSED},
    )
    def post(self, request: Request, case_id: int, key: str) -> Response:
        case = case_of(request, case_id, edit=True)
        given = _serializer(key)(data=request.data, context={"case": case})
        given.is_valid(raise_exception=True)
        entry = services.add_entry(list_key=key, case=case, by=user_of(request), **given.validated_data)
        return Response(_serializer(key)(entry).data, status=status.HTTP_201_CREATED)


class ChangeEntry(ActView):
    """Changes a row; only what is sent changes."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_lijst_wijzigen", tags=["intake"], request=ROW, responses={200: ROW, 409: REFUSED}
    )
    def patch(self, request: Request, case_id: int, key: str, entry_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        shape = _serializer(key)
        entry = get_object_or_404(entries_of(case, key), pk=entry_id)
        given = shape(entry, data=request.data, partial=True, context={"case": case})
        given.is_valid(raise_exception=True)
        entry = services.change_entry(entry=entry, by=user_of(request), **given.validated_data)
        return Response(shape(entry).data)


class RemoveEntry(ActView):
    """Takes a row out of its list, with the reason; it stays in the history."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_lijst_weghalen",
        tags=["intake"],
        request=RemoveIn,
        responses={204: None, 409: REFUSED},
    )
    def post(self, request: Request, case_id: int, key: str, entry_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        _serializer(key)
        entry = get_object_or_404(entries_of(case, key), pk=entry_id)
        given = RemoveIn(data=request.data)
        given.is_valid(raise_exception=True)
        services.remove_entry(entry=entry, by=user_of(request), **given.validated_data)
        return Response(status=status.HTTP_204_NO_CONTENT)
