"""The first lines of every page of the intake: who may see it, who may change it, in which language."""

from django.shortcuts import get_object_or_404

from accounts.enums import Act, Role
from accounts.services import log_access
from cases.models import Case
from cases.selectors import CASE_ROLES
from cases.views import StaffRequest, dossier_or_404, editable_dossier_or_403
from cases.views.frame import READING
from intake.models import Intake
from intake.selectors import intakes_visible_to

READERS = CASE_ROLES
EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)
READ_ALOUD = (("nl", "Alleen Nederlands"), ("ar", "Arabisch"), ("en", "Engels"))
"""Languages in which the questions can stand beside the Dutch ones."""


def readable_or_404(request: StaffRequest, intake_id: int) -> Intake:
    intake = get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
    intake.case = dossier_or_404(request, intake.case_id, Act.READ_INTAKE)
    return intake


def editable_or_403(request: StaffRequest, intake_id: int) -> Intake:
    intake = get_object_or_404(intakes_visible_to(request.user), pk=intake_id)
    intake.case = editable_dossier_or_403(request, intake.case_id, Act.READ_INTAKE)
    return intake


def log_health(request: StaffRequest, case: Case) -> None:
    """Who saw special data is to be found in the log by that name."""
    if request.method in READING:
        log_access(user=request.user, case_id=case.pk, act=Act.READ_HEALTH)


def language_of(request: StaffRequest, case: Case) -> str:
    """The language beside the Dutch: as asked, else the one that the newcomer prefers, where we have the questions in it."""
    known = [code for code, _ in READ_ALOUD]
    preferred = next((language.code for language in case.person.languages.all() if language.preferred), "nl")
    return next((code for code in (request.GET.get("taal"), preferred) if code in known), "nl")
