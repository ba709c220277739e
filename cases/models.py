"""The person, the household and the case that a gemeente has about the person, with its history."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import Gemeente, Team, User
from cases.enums import AssignmentKind, DocumentKind, Gender, Group, Origin, Relation, Status
from cases.rules import full_name
from inburgering.kit.encryption import EncryptedTextField
from inburgering.kit.numbers import is_valid_bsn
from inburgering.kit.partial_date import PartialDate


class NationalTable(models.Model):
    """A row of a national BRP table. `ends_on` is set when the value is no longer given out; old persons keep it."""

    code = models.CharField("code", max_length=4, unique=True)
    name = models.CharField("omschrijving", max_length=120)
    starts_on = models.DateField("vanaf", null=True, blank=True)
    ends_on = models.DateField("tot", null=True, blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Country(NationalTable):
    """Tabel 34, Landen."""


class Nationality(NationalTable):
    """Tabel 32, Nationaliteiten."""


class Municipality(NationalTable):
    """Tabel 33, Gemeenten: every gemeente there is or was. `accounts.Gemeente` is one that uses the product."""

    new_code = models.CharField("nieuwe code", max_length=4, blank=True)


class ResidencePermit(NationalTable):
    """Tabel 56, Verblijfstitels."""


@pghistory.track(
    model_name="PersonHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
    exclude=["search_name", "sound_keys"],
)
class Person(models.Model):
    """Somebody, once, whichever gemeente has a case. Names hold what the BRP holds: any script, any length to 200."""

    bsn = EncryptedTextField(blank=True, default="")
    bsn_index = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    v_number = models.BigIntegerField("V-nummer", unique=True, null=True, blank=True)
    first_names = models.CharField("voornamen", max_length=200, blank=True)
    prefix = models.CharField("voorvoegsel", max_length=20, blank=True)
    last_name = models.CharField("achternaam", max_length=200)
    search_name = models.CharField(max_length=450, editable=False)
    sound_keys = ArrayField(models.CharField(max_length=200), default=list, editable=False)
    gender = models.CharField("geslacht", max_length=1, choices=Gender, default=Gender.UNKNOWN)
    birth_year = models.PositiveSmallIntegerField("geboortejaar", null=True, blank=True,
                                                  validators=[MinValueValidator(1850), MaxValueValidator(2200)])  # fmt: skip
    birth_month = models.PositiveSmallIntegerField("geboortemaand", null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField("geboortedag", null=True, blank=True)
    birth_place = models.CharField("geboorteplaats", max_length=200, blank=True)
    birth_country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True, related_name="+",
                                      verbose_name="geboorteland")  # fmt: skip
    nationalities = models.ManyToManyField(
        Nationality, blank=True, related_name="+", verbose_name="nationaliteiten"
    )
    residence_permit = models.ForeignKey(ResidencePermit, models.PROTECT, null=True, blank=True, related_name="+",
                                         verbose_name="verblijfstitel")  # fmt: skip
    phone = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    interpreter_needed = models.BooleanField("tolk nodig", null=True, blank=True)
    interpreter_language = models.CharField("taal van de tolk", max_length=3, blank=True)
    secret_address = models.BooleanField("geheimhouding in de BRP", default=False)
    died_on = models.DateField("overleden op", null=True, blank=True)

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        indexes: ClassVar = [
            GinIndex(fields=["search_name"], opclasses=["gin_trgm_ops"], name="person_search_name"),
            GinIndex(fields=["sound_keys"], name="person_sound_keys"),
            models.Index(fields=["phone"], name="person_phone", condition=~Q(phone="")),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="person_birth_day_needs_month_and_year",
                condition=(Q(birth_day=None) | Q(birth_month__isnull=False))
                & (Q(birth_month=None) | Q(birth_year__isnull=False)),
                violation_error_message="Een geboortedag kan niet zonder maand, en een maand niet zonder jaar.",
            ),
            models.CheckConstraint(
                name="person_birth_month_and_day_exist",
                condition=(Q(birth_month=None) | Q(birth_month__range=(1, 12)))
                & (Q(birth_day=None) | Q(birth_day__range=(1, 31))),
                violation_error_message="Deze geboortedatum bestaat niet.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return full_name(self.first_names, self.prefix, self.last_name)

    @property
    def birth(self) -> PartialDate | None:
        """None when not even the year is known."""
        if self.birth_year is None:
            return None
        return PartialDate(self.birth_year, self.birth_month, self.birth_day)

    @property
    def masked_bsn(self) -> str:
        """Enough to recognise a number that one already knows."""
        return f"••••••{self.bsn[-3:]}" if is_valid_bsn(self.bsn) else ""


class PersonLanguage(models.Model):
    """A language that the person speaks, reads or writes: three different things. ISO 639 codes."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    code = models.CharField("taal", max_length=3)
    speaks = models.BooleanField("spreekt", default=True)
    reads = models.BooleanField("leest", default=False)
    writes = models.BooleanField("schrijft", default=False)
    preferred = models.BooleanField("voorkeur", default=False)

    class Meta:
        verbose_name = "taal"
        verbose_name_plural = "talen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "code"], name="person_language_once"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(preferred=True), name="person_prefers_one_language"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Household(models.Model):
    """People who live together, as this gemeente knows them."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    address_line = models.CharField("adres", max_length=200, blank=True)
    postcode_place = models.CharField("postcode en plaats", max_length=120, blank=True)

    class Meta:
        verbose_name = "huishouden"
        verbose_name_plural = "huishoudens"

    def __str__(self) -> str:
        return self.address_line or f"huishouden {self.pk}"


class HouseholdMember(models.Model):
    household = models.ForeignKey(Household, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="household_memberships")
    relation = models.CharField("relatie", max_length=8, choices=Relation, default=Relation.OTHER)
    starts_on = models.DateField("sinds")
    ends_on = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "lid van huishouden"
        verbose_name_plural = "leden van huishouden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["household", "person"], condition=Q(ends_on=None), name="household_member_once"),
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                                   name="household_member_ends_after_start"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person} ({self.get_relation_display()})"


@pghistory.track(
    model_name="CaseHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
    exclude=["has_klantmanager"],
)
class Case(models.Model):
    """The dossier: one person at one gemeente, with the facts that start the terms of the law."""

    number = models.CharField("dossiernummer", max_length=12, unique=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="cases")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, models.PROTECT, related_name="cases")
    group = models.CharField("doelgroep", max_length=20, choices=Group, blank=True)
    status = models.CharField("status", max_length=8, choices=Status, default=Status.OPEN)
    origin = models.CharField("herkomst", max_length=12, choices=Origin)
    opened_on = models.DateField("geopend op")
    closed_on = models.DateField("gesloten op", null=True, blank=True)
    closed_reason = models.CharField("reden van sluiten", max_length=200, blank=True)
    duty_from = models.DateField("inburgeringsplichtig vanaf", null=True, blank=True)
    notified_on = models.DateField("kennisgeving van DUO", null=True, blank=True)
    brp_registered_on = models.DateField("ingeschreven in deze gemeente", null=True, blank=True)
    in_coa = models.BooleanField("verblijft bij COA", default=False)
    # Follows `Assignment`, so that an index finds the few cases without a guide among all.
    has_klantmanager = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        indexes: ClassVar = [
            models.Index(
                fields=["team", "opened_on", "id"], name="open_case_of_team", condition=Q(status="open")
            ),
            models.Index(fields=["gemeente", "status"], name="case_of_gemeente"),
            models.Index(
                fields=["team", "opened_on"],
                name="case_without_klantmanager",
                condition=Q(status="open", has_klantmanager=False),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "gemeente"], condition=Q(status=Status.OPEN),
                                    name="one_open_case_a_person_and_gemeente",
                                    violation_error_message="Er is al een open dossier van deze persoon."),
            models.CheckConstraint(name="closed_case_has_date_and_reason",
                                   condition=Q(status=Status.OPEN, closed_on=None)
                                   | (Q(status=Status.CLOSED, closed_on__isnull=False) & ~Q(closed_reason="")),
                                   violation_error_message="Een gesloten dossier heeft een datum en een reden."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.person}"

    @property
    def is_open(self) -> bool:
        return self.status == Status.OPEN


@pghistory.track(model_name="AssignmentHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
class Assignment(models.Model):
    """Who guides this case, or stands in. Ending one means starting the next: `services.assign_klantmanager`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="assignments")
    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    kind = models.CharField(
        "soort", max_length=12, choices=AssignmentKind, default=AssignmentKind.KLANTMANAGER
    )
    starts_at = models.DateTimeField("vanaf", default=timezone.now)
    ends_at = models.DateTimeField("tot", null=True, blank=True)
    reason = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"
        indexes: ClassVar = [
            models.Index(fields=["user", "case"], name="active_assignment_of_user", condition=Q(ends_at=None))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=Q(ends_at=None, kind=AssignmentKind.KLANTMANAGER),
                                    name="one_active_klantmanager_a_case",
                                    violation_error_message="Een dossier heeft precies één klantmanager."),
            models.UniqueConstraint(fields=["case", "user"], condition=Q(ends_at=None),
                                    name="one_active_assignment_a_user_and_case"),
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                                   name="assignment_ends_after_start"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.user} ({self.get_kind_display()})"


class PurposeAccess(models.Model):
    """Leave to read a case outside one's own team, for a stated purpose, until the end of the day."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="purpose_access")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    purpose = models.CharField("doel", max_length=300)
    granted_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()

    class Meta:
        verbose_name = "toegang met doel"
        verbose_name_plural = "toegang met doel"
        indexes: ClassVar = [models.Index(fields=["user", "until"], name="purpose_access_of_user")]

    def __str__(self) -> str:
        return f"{self.user}: {self.purpose}"


class CaseEvent(models.Model):
    """What happened, who did it and the sentence that was shown. History and outbox in one; nothing is ever changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    text = models.TextField()
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes: ClassVar = [
            models.Index(fields=["case", "-at", "-id"], name="events_of_case"),
            models.Index(fields=["kind", "id"], name="events_of_kind"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="case_event_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.text


class EventDelivery(models.Model):
    """A channel has taken this event: once, whatever crashes."""

    event = models.ForeignKey(CaseEvent, models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "channel"], name="event_once_a_channel")
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.event_id}"


class Note(models.Model):
    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField("notitie", max_length=10_000)

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return self.text[:60]


class Document(models.Model):
    """A file of the case. Its bytes stand in `DocumentContent`, in the same database and the same backup."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=12, choices=DocumentKind, default=DocumentKind.OVERIG)
    filename = models.CharField("bestandsnaam", max_length=200)
    mime = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    visible_to_resident = models.BooleanField("zichtbaar voor de inwoner", default=False)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "sha256", "title"], name="document_once_a_case",
                                    violation_error_message="Dit document staat al in het dossier."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class DocumentContent(models.Model):
    """The bytes, as kept: a letter that was sent is never changed."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="content")
    data = models.BinaryField()

    class Meta:
        verbose_name = "inhoud van document"
        verbose_name_plural = "inhoud van documenten"
        triggers: ClassVar = [
            pgtrigger.Protect(name="document_content_never_changes", operation=pgtrigger.Update)
        ]

    def __str__(self) -> str:
        return f"inhoud van document {self.document_id}"


class CaseNumber(models.Model):
    """The last case number given out in a year; locked while the next one is made."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "laatste dossiernummer"
        verbose_name_plural = "laatste dossiernummers"

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
