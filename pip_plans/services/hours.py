"""Keeps proof of course hours."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case, Document
from cases.services import Upload, add_document, record_event
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, HoursSource, Leerroute, Niveau, Status
from pip_plans.models import MOST_HOURS, CourseHours, Pip
from pip_plans.rules.hours import Lessons, lesson_obstacles
from pip_plans.selectors.situation import lessons_count_since, lessons_of


@transaction.atomic
def add_course_hours(
    *, case: Case, hours: int, until_on: date, provider: str, source: HoursSource | str, by: User,
    document: Document | None = None, upload: Upload | None = None,
) -> CourseHours:  # fmt: skip
    """Keeps how many hours of lessons somebody followed, and the document that shows it. The same hours are kept once.

    The proof is a document of the dossier, or an `upload` that becomes one. Raises ValidationError with everything that is wrong.
    """
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    pip, _ = Pip.objects.get_or_create(case=case)
    obstacles = [
        *_wrong_facts(case, hours, until_on, provider, source),
        *_wrong_proof(case, document, upload),
    ]
    if not obstacles:
        obstacles += lesson_obstacles(Lessons(hours, until_on), lessons_of(pip), lessons_count_since(pip))
    if obstacles:
        raise ValidationError(obstacles)
    if upload:
        document = add_document(
            case=case, title=f"Bewijs lesuren {provider.strip()}"[:200], kind=DocumentKind.BEWIJS,
            filename=upload.filename, content=upload.content, by=by,
        )  # fmt: skip
    row = CourseHours(
        pip=pip,
        hours=hours,
        until_on=until_on,
        provider=provider.strip(),
        source=source,
        document=document,
        by=by,
    )
    row.full_clean()
    row.save()
    record_event(case=case, kind=EventKind.LESUREN, by=by, data={"course_hours_id": row.pk, "hours": hours},
                 text=f"{row}, tot en met {format_date(until_on, weekday=False)}. {row.get_source_display()}.")  # fmt: skip
    return row


def _wrong_facts(
    case: Case, hours: int, until_on: date, provider: str, source: HoursSource | str
) -> list[str]:
    obstacles = []
    if not case.is_open:
        obstacles.append("Het dossier is gesloten.")
    if not 1 <= hours <= MOST_HOURS:
        obstacles.append(f"Vul een aantal uren in van 1 tot en met {MOST_HOURS}.")
    if until_on > timezone.localdate():
        obstacles.append("De lessen liggen in de toekomst. Vul de laatste dag in die al is geweest.")
    if not provider.strip():
        obstacles.append("Vul in bij welke school of aanbieder.")
    if source not in HoursSource.values:
        obstacles.append("Kies waaruit de uren blijken.")
    return obstacles


def _wrong_proof(case: Case, document: Document | None, upload: Upload | None) -> list[str]:
    if document is None and upload is None:
        return ["Voeg het bewijs toe: de verklaring van de school, of een uittreksel van de registratie."]
    if document and document.case_id != case.pk:
        return ["Kies een document uit dit dossier."]
    return upload.faults if upload else []


@transaction.atomic
def remove_course_hours(*, row: CourseHours, by: User) -> None:
    """Takes a mistake away; not what a decision already rests on."""
    Case.objects.select_for_update(no_key=True).get(pk=row.pip.case_id)
    established = row.pip.versions.filter(status=Status.VASTGESTELD, leerroute=Leerroute.B, niveau=Niveau.A2)
    if established.exists():
        raise ValidationError("Op deze lesuren rust een besluit. Ze kunnen niet meer weg.")
    record_event(case=row.pip.case, kind=EventKind.LESUREN, by=by, text=f"Weggehaald: {row}.")
    row.delete()
