"""Dossiers for other systems: find, read, open, add a note, assign, close. Same services and rights as the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, checked, user_of
from accounts.enums import Act, Scope
from accounts.models import User
from accounts.services import log_access
from cases.enums import Group, Status
from cases.models import Case, CaseEvent, Note
from cases.selectors import (
    cases_visible_to,
    events_visible_to,
    guides_for,
    may_assign,
    may_edit,
    search_cases,
    with_header,
)
from cases.services import add_note, assign_klantmanager
from inburgering.kit.offering import offer

PAGE = 50


def case_for(request: Request, case_id: int, *, edit: bool = False) -> Case:
    case = with_header(cases_visible_to(user_of(request))).filter(pk=case_id).first()
    if case is None:
        raise Http404
    if edit and not may_edit(user_of(request), case):
        raise PermissionDenied
    return case


# --- What goes out -------------------------------------------------------------------------------------


class DossierRegel(serializers.ModelSerializer[Case]):
    """A case in a list."""

    dossiernummer = serializers.CharField(source="number")
    naam = serializers.CharField(source="person.full_name")
    geboortejaar = serializers.IntegerField(source="person.birth_year", allow_null=True)
    status = serializers.ChoiceField(choices=Status.choices)
    doelgroep = serializers.ChoiceField(choices=Group.choices, source="group", allow_blank=True)
    team = serializers.CharField(source="team.name")
    geopendOp = serializers.DateField(source="opened_on")

    class Meta:
        model = Case
        fields: tuple[str, ...] = (
            "id",
            "dossiernummer",
            "naam",
            "geboortejaar",
            "status",
            "doelgroep",
            "team",
            "geopendOp",
        )


class DossierUit(DossierRegel):
    """A case with its person and facts. The BSN isn't in it: who needs that has it."""

    vNummer = serializers.IntegerField(source="person.v_number", allow_null=True)
    geboortedatum = serializers.SerializerMethodField(
        help_text="Jaar, jaar-maand of jaar-maand-dag: wat bekend is."
    )
    talen = serializers.SerializerMethodField()
    tolkNodig = serializers.BooleanField(source="person.interpreter_needed", allow_null=True)
    klantmanager = serializers.SerializerMethodField()
    plichtVanaf = serializers.DateField(source="duty_from", allow_null=True)
    kennisgevingOp = serializers.DateField(source="notified_on", allow_null=True)
    ingeschrevenOp = serializers.DateField(source="brp_registered_on", allow_null=True)
    inOpvang = serializers.BooleanField(source="in_coa")
    geslotenOp = serializers.DateField(source="closed_on", allow_null=True)

    class Meta(DossierRegel.Meta):
        fields = (*DossierRegel.Meta.fields, "vNummer", "geboortedatum", "talen", "tolkNodig", "klantmanager", "plichtVanaf",
                  "kennisgevingOp", "ingeschrevenOp", "inOpvang", "geslotenOp")  # fmt: skip

    def get_geboortedatum(self, case: Case) -> str | None:
        birth = case.person.birth
        parts = (birth.year, birth.month, birth.day) if birth else ()
        return "-".join(f"{part:02d}" for part in parts if part) or None

    def get_talen(self, case: Case) -> list[str]:
        return [language.code for language in case.person.languages.all()]

    def get_klantmanager(self, case: Case) -> str | None:
        active = case.assignments.filter(ends_at=None, kind="klantmanager").select_related("user").first()
        return active.user.name if active else None


class GebeurtenisUit(serializers.ModelSerializer[CaseEvent]):
    moment = serializers.DateTimeField(source="at")
    door = serializers.CharField(source="by_label")
    soort = serializers.CharField(source="kind")
    tekst = serializers.CharField(source="text")

    class Meta:
        model = CaseEvent
        fields = ("id", "moment", "door", "soort", "tekst")


class NotitieUit(serializers.ModelSerializer[Note]):
    moment = serializers.DateTimeField(source="at")
    tekst = serializers.CharField(source="text")

    class Meta:
        model = Note
        fields = ("id", "moment", "tekst")


class DossierLijst(serializers.Serializer[Any]):
    resultaten = DossierRegel(many=True)
    meer = serializers.BooleanField(
        help_text="Er is een volgende bladzijde: vraag die met `na` = het laatste id."
    )


class GebeurtenisLijst(serializers.Serializer[Any]):
    resultaten = GebeurtenisUit(many=True)
    meer = serializers.BooleanField(
        help_text="Er is een volgende bladzijde: vraag die met `voor` = het laatste id."
    )


# --- What comes in -------------------------------------------------------------------------------------


class NotitieIn(serializers.Serializer[Any]):
    tekst = serializers.CharField(max_length=10_000)


class ToewijzenIn(serializers.Serializer[Any]):
    klantmanager = serializers.SlugRelatedField(
        slug_field="email",
        queryset=User.objects.none(),
        help_text="E-mailadres van een collega die klantmanager is.",
    )
    reden = serializers.CharField(max_length=200)


# --- Acts ----------------------------------------------------------------------------------------------


class ListDossiers(ActView):
    """Open dossiers that the user may read, oldest first; or those that fit a search."""

    scope = Scope.DOSSIERS_LEZEN

    @extend_schema(
        operation_id="dossiersZoeken",
        parameters=[
            OpenApiParameter(
                "zoek", OpenApiTypes.STR, description="Naam, BSN, V-nummer, telefoon of dossiernummer."
            ),
            OpenApiParameter("na", OpenApiTypes.INT, description="Geef dossiers na dit id."),
        ],
        responses={200: DossierLijst},
    )
    def get(self, request: Request) -> Response:
        user = user_of(request)
        visible = cases_visible_to(user)
        if text := request.query_params.get("zoek"):
            found = search_cases(user, text, limit=PAGE)
            readable = set(
                visible.filter(pk__in=[case.pk for case in found.cases]).values_list("pk", flat=True)
            )
            rows, more = [case for case in found.cases if case.pk in readable], found.more
        else:
            after = _number(request.query_params.get("na"))
            rows = list(
                visible.filter(status=Status.OPEN, pk__gt=after)
                .select_related("person", "team")
                .order_by("pk")[: PAGE + 1]
            )
            rows, more = rows[:PAGE], len(rows) > PAGE
        return Response(DossierLijst({"resultaten": rows, "meer": more}).data)


class ReadDossier(ActView):
    scope = Scope.DOSSIERS_LEZEN

    @extend_schema(operation_id="dossierLezen", responses={200: DossierUit})
    def get(self, request: Request, case_id: int) -> Response:
        case = case_for(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ)
        return Response(DossierUit(case).data)


class ListEvents(ActView):
    """What happened in a dossier, newest first."""

    scope = Scope.DOSSIERS_LEZEN

    @extend_schema(
        operation_id="dossierGebeurtenissen",
        parameters=[
            OpenApiParameter("voor", OpenApiTypes.INT, description="Geef gebeurtenissen vóór dit id.")
        ],
        responses={200: GebeurtenisLijst},
    )
    def get(self, request: Request, case_id: int) -> Response:
        case = case_for(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_LOG)
        events = events_visible_to(user_of(request)).filter(case=case).order_by("-id")
        if before := _number(request.query_params.get("voor")):
            events = events.filter(pk__lt=before)
        rows = list(events[: PAGE + 1])
        return Response(GebeurtenisLijst({"resultaten": rows[:PAGE], "meer": len(rows) > PAGE}).data)


class AddNote(ActView):
    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="notitieToevoegen", request=NotitieIn, responses={201: NotitieUit, 409: REFUSED}
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = case_for(request, case_id, edit=True)
        data = checked(NotitieIn(data=request.data))
        note = add_note(case=case, text=data["tekst"], by=user_of(request))
        return Response(NotitieUit(note).data, status=status.HTTP_201_CREATED)


class AssignKlantmanager(ActView):
    """For the team lead of the dossier's team."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="klantmanagerToewijzen", request=ToewijzenIn, responses={200: DossierUit, 409: REFUSED}
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = case_for(request, case_id)
        if not may_assign(user_of(request), case):
            raise PermissionDenied
        shape = ToewijzenIn(data=request.data)
        offer(shape.fields, "klantmanager", guides_for(user_of(request)))
        data = checked(shape)
        assign_klantmanager(case=case, to=data["klantmanager"], by=user_of(request), reason=data["reden"])
        return Response(DossierUit(case_for(request, case_id)).data)


def _number(text: str | None) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise serializers.ValidationError("Een id is een geheel getal.")
    return int(text)
