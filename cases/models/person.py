"""The person, whichever gemeente has a case, and the household."""

from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from accounts.models import Gemeente
from cases.enums import Gender, Relation
from cases.models.national import Country, Nationality, ResidencePermit
from cases.rules import full_name
from inburgering.kit.encryption import EncryptedTextField
from inburgering.kit.numbers import is_valid_bsn
from inburgering.kit.partial_date import PartialDate


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
            models.Index(Lower("email"), name="person_email"),
            models.Index(fields=["birth_year"], name="person_birth_year"),
            models.Index(fields=["died_on"], name="person_died", condition=Q(died_on__isnull=False)),
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
