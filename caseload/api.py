"""Opening and closing a dossier for other systems: as the pages do, with the terms."""

from typing import Any

from django.core.exceptions import PermissionDenied
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, checked, user_of
from accounts.enums import Role, Scope
from accounts.models import Team
from caseload.services import close_dossier, open_dossier
from cases.api import DossierUit, case_for
from cases.enums import Gender, Group, Language, Origin
from cases.models import Country, Nationality, ResidencePermit
from cases.selectors import teams_of
from inburgering.kit.offering import offer
from inburgering.kit.partial_date import PartialDate


class TaalIn(serializers.Serializer[Any]):
    taal = serializers.ChoiceField(choices=Language.choices, source="code")
    spreekt = serializers.BooleanField(source="speaks", default=True)
    leest = serializers.BooleanField(source="reads", default=False)
    schrijft = serializers.BooleanField(source="writes", default=False)
    voorkeur = serializers.BooleanField(source="preferred", default=False)


class PersoonIn(serializers.Serializer[Any]):
    bsn = serializers.CharField(max_length=9, default="", allow_blank=True)
    vNummer = serializers.IntegerField(source="v_number", default=None, allow_null=True)
    voornamen = serializers.CharField(source="first_names", max_length=200, default="", allow_blank=True)
    voorvoegsel = serializers.CharField(source="prefix", max_length=20, default="", allow_blank=True)
    achternaam = serializers.CharField(source="last_name", max_length=200)
    geslacht = serializers.ChoiceField(source="gender", choices=Gender.choices, default=Gender.UNKNOWN)
    geboortedatum = serializers.RegexField(
        r"^\d{4}(-\d{2}(-\d{2})?)?$",
        source="birth",
        default=None,
        allow_null=True,
        help_text="Jaar, jaar-maand of jaar-maand-dag: wat bekend is.",
    )
    geboorteplaats = serializers.CharField(source="birth_place", max_length=200, default="", allow_blank=True)
    geboorteland = serializers.SlugRelatedField(
        slug_field="code",
        source="birth_country",
        queryset=Country.objects.all(),
        default=None,
        allow_null=True,
    )
    verblijfstitel = serializers.SlugRelatedField(
        slug_field="code", source="residence_permit", queryset=ResidencePermit.objects.all(), default=None, allow_null=True
    )  # fmt: skip
    telefoon = serializers.CharField(source="phone", max_length=30, default="", allow_blank=True)
    email = serializers.EmailField(default="", allow_blank=True)
    tolkNodig = serializers.BooleanField(source="interpreter_needed", default=None, allow_null=True)
    taalVanTolk = serializers.ChoiceField(
        source="interpreter_language", choices=Language.choices, default="", allow_blank=True
    )

    def validate_geboortedatum(self, text: str | None) -> PartialDate | None:
        if text is None:
            return None
        try:
            return PartialDate(*(int(part) for part in text.split("-")))
        except ValueError as error:
            raise serializers.ValidationError(str(error)) from error


class OpenenIn(serializers.Serializer[Any]):
    persoon = PersoonIn()
    talen = TaalIn(many=True, default=list)
    nationaliteiten = serializers.SlugRelatedField(
        slug_field="code",
        queryset=Nationality.objects.all(),
        many=True,
        default=list,  # type: ignore[arg-type]
    )
    team = serializers.PrimaryKeyRelatedField(
        queryset=Team.objects.none(), required=False, help_text="Nodig als u in meer teams werkt."
    )
    doelgroep = serializers.ChoiceField(source="group", choices=Group.choices, default="", allow_blank=True)
    herkomst = serializers.ChoiceField(source="origin", choices=Origin.choices, default=Origin.HAND)
    inOpvang = serializers.BooleanField(source="in_coa", default=False)
    plichtVanaf = serializers.DateField(source="duty_from", default=None, allow_null=True)
    kennisgevingOp = serializers.DateField(source="notified_on", default=None, allow_null=True)
    ingeschrevenOp = serializers.DateField(source="brp_registered_on", default=None, allow_null=True)
    isIemandAnders = serializers.BooleanField(
        source="is_somebody_else",
        default=False,
        help_text="De dossiers die erop lijken zijn bekeken: het is iemand anders.",
    )

    def __init__(self, *args: Any, teams: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = teams
        if teams is not None:
            offer(self.fields, "team", teams)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "team" not in attrs:
            teams = list(self.teams if self.teams is not None else [])
            if len(teams) != 1:
                raise serializers.ValidationError({"team": "Kies het team van het dossier."})
            attrs["team"] = teams[0]
        return attrs


class SluitenIn(serializers.Serializer[Any]):
    per = serializers.DateField()
    reden = serializers.CharField(max_length=200)


class OpenDossier(ActView):
    """Opens a dossier for somebody whom the gemeente doesn't have yet; 409 names the dossiers that look like it."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(operation_id="dossierOpenen", request=OpenenIn, responses={201: DossierUit, 409: REFUSED})
    def post(self, request: Request) -> Response:
        user = user_of(request)
        if not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
            raise PermissionDenied
        data = checked(OpenenIn(data=request.data, teams=teams_of(user)))
        own = user if user.has_role(Role.KLANTMANAGER) else None
        case = open_dossier(
            by=user,
            person=data["persoon"],
            languages=data["talen"],
            nationalities=data["nationaliteiten"],
            klantmanager=own,
            **{
                name: value
                for name, value in data.items()
                if name not in {"persoon", "talen", "nationaliteiten"}
            },
        )
        return Response(DossierUit(case_for(request, case.pk)).data, status=status.HTTP_201_CREATED)


class CloseDossier(ActView):
    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="dossierSluiten", request=SluitenIn, responses={200: DossierUit, 409: REFUSED}
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = case_for(request, case_id, edit=True)
        data = checked(SluitenIn(data=request.data))
        close_dossier(case=case, on=data["per"], reason=data["reden"], by=user_of(request))
        return Response(DossierUit(case_for(request, case_id)).data)
