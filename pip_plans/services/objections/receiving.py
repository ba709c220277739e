"""A bezwaar comes in: by letter, at the desk, or in the portal."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind, Language
from cases.models import Case, Document
from cases.selectors import cases_of_resident
from cases.services import Upload, add_document
from contact.enums.notices import NoticeKind
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from deadlines.services import start_deadline
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, ObjectionDecision, ObjectionVia
from pip_plans.models import Objection, PipVersion
from pip_plans.rules import objection_letters
from pip_plans.rules.objections import (
    LONGEST_GROUNDS,
    Receipt,
    Representation,
    is_late,
    receipt_obstacles,
    representation_obstacles,
)
from pip_plans.selectors import last_day_to_object
from pip_plans.services.objections.keeping import (
    frame,
    history,
    keep_letter,
    locked,
    refuse,
    refuse_others,
)
from pip_plans.services.objections.representing import add_representative
from pip_plans.services.objections.telling import tell


@transaction.atomic
def register_objection(
    *, version: PipVersion, received_on: date, via: ObjectionVia, text: str, by: User, language: str = "nl",
    translation_nl: str = "", posted_on: date | None = None, late_reason: str = "",
    representative: Representation | None = None,
    with_committee: bool = False, scan: Upload | None = None,
) -> Objection:  # fmt: skip
    """Keeps the bezwaar, starts the term to decide and confirms that it came in. It doesn't suspend the PIP (Awb, 6:16).

    A late one is kept too: a person judges whether that is excusable. Raises ValidationError with all that is wrong.
    """
    Case.objects.select_for_update(no_key=True).get(pk=version.pip.case_id)
    version = PipVersion.objects.select_related(
        "pip__case__person", "pip__case__gemeente", "established_by"
    ).get(pk=version.pk)
    case, today = version.pip.case, timezone.localdate()
    _refuse_strangers(by, case, via)
    obstacles = [*receipt_obstacles(_receipt(version, received_on, text, via, posted_on), today)]
    obstacles += _too_long(translation_nl, late_reason)
    acts_for = representative.cleaned if representative else None
    if acts_for:
        obstacles += representation_obstacles(acts_for)
    if language not in Language.values:
        obstacles.append("Kies de taal van het bezwaar.")
    refuse(obstacles)
    last_day = last_day_to_object(version)
    if version.announced_on is None or last_day is None:
        raise ValidationError(
            "De termijn om bezwaar te maken is niet bekend. Kijk bij ‘Termijnen’ van dit dossier."
        )
    late = is_late(received_on, last_day, posted_on)
    facts = Facts(announced_on=version.announced_on, with_committee=with_committee)
    deadline = start_deadline(case=case, kind=Kind.BESLISSING_OP_BEZWAAR, facts=facts, by=by)
    objection = Objection(
        id=_next_id(), version=version, received_on=received_on, via=via, posted_on=posted_on, text=text.strip(),
        language=language, translation_nl=translation_nl.strip(), late_reason=late_reason.strip(),
        last_day=last_day, is_late=late, with_committee=with_committee,
        deadline=deadline, by=by,
        scan=_keep_scan(case, scan, received_on, by) if scan else None,
    )  # fmt: skip
    objection.receipt = _confirm(objection, deadline, by)
    objection.full_clean(exclude=["version", "deadline", "scan", "receipt", "by"])
    objection.save(force_insert=True)
    when = format_date(received_on, weekday=False)
    lateness = " Het kwam te laat." if late else ""
    history(objection, EventKind.BEZWAAR, f"Bezwaar ontvangen op {when} tegen PIP versie {version.number}.{lateness}", by,
            received_on=received_on.isoformat(), is_late=late)  # fmt: skip
    if acts_for:
        add_representative(objection, acts_for, by)
    tell(objection, NoticeKind.OBJECTION_RECEIVED, "ontvangen", objection.receipt, by=None,
         facts={"received_on": received_on, "due_on": objection.decide_by, "is_late": late})  # fmt: skip
    return objection


def _receipt(
    version: PipVersion, received_on: date, text: str, via: ObjectionVia, posted_on: date | None
) -> Receipt:
    earlier = version.objections.exclude(decision=ObjectionDecision.INGETROKKEN)
    return Receipt(
        received_on=received_on, announced_on=version.announced_on, text=text, via=via, posted_on=posted_on,
        has_open=earlier.filter(decision="").exists(), has_decided=earlier.exclude(decision="").exists(),
    )  # fmt: skip


def _refuse_strangers(by: User, case: Case, via: ObjectionVia) -> None:
    if by.is_resident:
        own = cases_of_resident(by).filter(pk=case.pk, person__died_on=None)
        if via != ObjectionVia.PORTAAL or not own.exists():
            raise ValidationError("U kunt alleen zelf bezwaar maken, in uw eigen dossier.", code="mag_niet")
        return
    refuse_others(by, case)
    if via == ObjectionVia.PORTAAL:
        raise ValidationError("Via het portaal maakt alleen de nieuwkomer zelf bezwaar. Kies brief of balie.")


def _too_long(translation_nl: str, late_reason: str) -> list[str]:
    obstacles = []
    if len(translation_nl) > LONGEST_GROUNDS or len(late_reason) > 2000:
        obstacles.append("Een van de teksten is te lang.")
    if "\x00" in translation_nl + late_reason:
        obstacles.append("De tekst bevat een teken dat niet kan.")
    return obstacles


def _keep_scan(case: Case, scan: Upload, received_on: date, by: User) -> Document:
    title = f"Bezwaar van {format_date(received_on, weekday=False)}"
    return add_document(case=case, title=title, kind=DocumentKind.BEWIJS, filename=scan.filename or "bezwaar",
                        content=scan.content, by=by, visible_to_resident=True)  # fmt: skip


def _next_id() -> int:
    """The number stands on the letter that confirms it, so it is known before the row is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('pip_plans_objection', 'id'))")
        return int(cursor.fetchone()[0])


def _confirm(objection: Objection, deadline: Deadline, by: User) -> Document:
    on = timezone.localdate()
    data = objection_letters.receipt(
        frame(objection.version, objection.number, objection.received_on, on, by),
        decide_by=objection.decide_by, why=deadline.outcome.sentence, late=objection.is_late,
    )  # fmt: skip
    case = objection.version.pip.case
    return keep_letter(
        case, f"Ontvangstbevestiging bezwaar {objection.number}", f"ontvangst-{objection.number}", data, by
    )


@transaction.atomic
def translate_objection(*, objection: Objection, translation_nl: str, by: User) -> Objection:
    """The own words in Dutch, for who decides. The own words stay as they are."""
    objection = locked(objection)
    refuse_others(by, objection.version.pip.case)
    refuse(_too_long(translation_nl, ""))
    if not objection.is_open:
        raise ValidationError("Over dit bezwaar is al beslist. De vertaling verandert niet meer.")
    objection.translation_nl = translation_nl.strip()
    objection.save(update_fields=["translation_nl"])
    history(objection, EventKind.BEZWAAR_STAP, "Bezwaar vertaald naar het Nederlands.", by)
    return objection
