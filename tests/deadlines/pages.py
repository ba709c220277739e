"""Where the terms of a dossier stand."""

from django.urls import reverse

from cases.models import Case


def page_of(case: Case) -> str:
    return reverse("termijnen", args=[case.pk])
