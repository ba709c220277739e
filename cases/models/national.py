"""The national tables of the BRP."""

from typing import ClassVar

from django.db import models


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
