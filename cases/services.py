"""Writes about persons and cases. Each change records a case event in the same transaction."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils import timezone

from accounts.enums import Act, Role
from accounts.models import Gemeente, Team, User
from accounts.selectors import klantmanagers_of
from accounts.services import log_access
from cases.enums import AssignmentKind, DocumentKind, EventKind, Group, Origin, Relation, Status
from cases.models import (
    Assignment,
    Case,
    CaseEvent,
    CaseNumber,
    Document,
    DocumentContent,
    EventDelivery,
    Household,
    HouseholdMember,
    Nationality,
    Note,
    Person,
    PersonLanguage,
    PurposeAccess,
)
from cases.rules import birth_obstacles, fact_obstacles, full_name, searchable
from cases.selectors import cases_of_gemeente, may_edit, open_case_of
from inburgering.kit.after_commit import queue
from inburgering.kit.dutch import format_date
from inburgering.kit.encryption import blind_index
from inburgering.kit.numbers import is_valid_bsn, is_valid_v_number
from inburgering.kit.partial_date import PartialDate

MAX_DOCUMENT_BYTES = 10_000_000
ALLOWED_MIMES = frozenset({"application/pdf", "image/jpeg", "image/png"})
SYSTEM = "Systeem"
_FACT_LABELS = {
    "group": "Doelgroep",
    "duty_from": "Inburgeringsplichtig vanaf",
    "notified_on": "Kennisgeving van DUO",
    "brp_registered_on": "Ingeschreven in deze gemeente",
    "in_coa": "Verblijft bij COA",
}


def record_event(*, case: Case, kind: str, text: str, by: User | None, data: Mapping[str, Any] | None = None) -> CaseEvent:
    """Appends to the history, and wakes the readers of events after commit. `by=None` means the system itself."""
    event = CaseEvent.objects.create(
        case=case, kind=kind, text=text, by=by, by_label=by.name if by else SYSTEM, data=dict(data or {})
    )
    for reader in settings.EVENT_READERS:
        queue(reader)
    return event


def take_delivery(*, event: CaseEvent, channel: str) -> bool:
    """True the first time that a channel takes this event, False ever after."""
    _, is_first = EventDelivery.objects.get_or_create(event=event, channel=channel)
    return is_first


# --- Persons ---------------------------------------------------------------------------------------


@transaction.atomic
def save_person(
    *, person: Person | None = None, nationalities: list[Nationality] | None = None, **fields: Any
) -> Person:
    """Makes or updates a person. `fields` are those of `Person`, with `birth: PartialDate | None` for the three parts.

    Raises ValidationError with everything that can't be right: BSN, V-number, name, birth.
    """
    person = person or Person()
    birth = fields.pop("birth", person.birth)
    for name, value in fields.items():
        setattr(person, name, value)
    person.birth_year, person.birth_month, person.birth_day = (
        (birth.year, birth.month, birth.day) if birth else (None, None, None)
    )
    if obstacles := _person_obstacles(person, birth):
        raise ValidationError(obstacles)
    person.bsn_index = blind_index(person.bsn) if person.bsn else None
    person.search_name = searchable(full_name(person.first_names, person.prefix, person.last_name))
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise ValidationError("Er is al een persoon met dit BSN of V-nummer. Zoek deze persoon op.") from error
    if nationalities is not None:
        person.nationalities.set(nationalities)
    return person


def _person_obstacles(person: Person, birth: PartialDate | None) -> list[str]:
    obstacles = birth_obstacles(birth, today=timezone.localdate())
    if not person.last_name.strip():
        obstacles.append("Vul de achternaam in, of de enige naam die iemand heeft.")
    if person.bsn and not is_valid_bsn(person.bsn):
        obstacles.append("Dit BSN klopt niet. Een BSN heeft negen cijfers en voldoet aan de elfproef.")
    if person.v_number is not None and not is_valid_v_number(person.v_number):
        obstacles.append("Dit V-nummer klopt niet. Een V-nummer heeft hoogstens tien cijfers.")
    if not person.bsn and person.v_number is None:
        obstacles.append("Vul een BSN of een V-nummer in. Zonder nummer kan DUO de persoon niet vinden.")
    if "\x00" in person.first_names + person.last_name + person.prefix:
        obstacles.append("De naam bevat een teken dat niet kan.")
    return obstacles


@transaction.atomic
def save_languages(*, person: Person, languages: list[dict[str, Any]]) -> None:
    """Replaces the languages of a person. Each dict has `code` and the booleans of `PersonLanguage`."""
    person.languages.all().delete()
    PersonLanguage.objects.bulk_create([PersonLanguage(person=person, **language) for language in languages])


# --- Cases -----------------------------------------------------------------------------------------


@transaction.atomic
def open_case(
    *, person: Person, gemeente: Gemeente, origin: Origin, on: date, by: User | None, team: Team | None = None,
    klantmanager: User | None = None, group: Group | str = "", duty_from: date | None = None,
    notified_on: date | None = None, brp_registered_on: date | None = None, in_coa: bool = False,
) -> Case:  # fmt: skip
    """The open case of this person at this gemeente: a new one, or the one that is there (same message twice).

    Without a klantmanager the one in the team with the fewest open cases gets it, so that nobody is without.
    Raises ValidationError when dates contradict each other or the gemeente has no team.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if existing := open_case_of(person, gemeente.pk):
        return existing
    facts = {"duty_from": duty_from, "notified_on": notified_on, "brp_registered_on": brp_registered_on}
    if obstacles := fact_obstacles(birth=person.birth, today=timezone.localdate(), **facts):
        raise ValidationError(obstacles)
    team = team or _team_with_room(gemeente)
    case = Case.objects.create(
        number=_next_number(on.year), person=person, gemeente=gemeente, team=team, group=group, origin=origin,
        opened_on=on, in_coa=in_coa, **facts,
    )  # fmt: skip
    record_event(case=case, kind=EventKind.OPENED, by=by,
                 text=f"Dossier {case.number} geopend. Herkomst: {Origin(origin).label}.")  # fmt: skip
    if klantmanager := klantmanager or _klantmanager_with_room(team):
        reason = "Gekozen bij het openen" if by else "Automatisch: heeft de minste open dossiers van het team"
        assign_klantmanager(case=case, to=klantmanager, by=by, reason=reason)
    return case


def _next_number(year: int) -> str:
    CaseNumber.objects.get_or_create(year=year)
    number = CaseNumber.objects.select_for_update().get(year=year)
    number.last += 1
    number.save(update_fields=["last"])
    return f"{year}-{number.last:06d}"


def _team_with_room(gemeente: Gemeente) -> Team:
    open_cases = Count("cases", filter=Q(cases__status=Status.OPEN), distinct=True)
    teams = Team.objects.filter(gemeente=gemeente, memberships__role=Role.KLANTMANAGER,
                                memberships__user__is_active=True)  # fmt: skip
    team = teams.annotate(load=open_cases).order_by("load", "id").first() or Team.objects.filter(gemeente=gemeente).first()
    if team is None:
        raise ValidationError(f"{gemeente} heeft nog geen team. De functioneel beheerder maakt er een.")
    return team


def _klantmanager_with_room(team: Team) -> User | None:
    """The team lead gets the case when the team has no klantmanager: better a busy guide than none."""
    active = Q(assignments__ends_at=None, assignments__case__status=Status.OPEN)
    by_load = klantmanagers_of(team).annotate(load=Count("assignments", filter=active, distinct=True)).order_by("load", "id")
    team_lead = User.objects.filter(memberships__team=team, memberships__role=Role.TEAMLEIDER, is_active=True)
    return by_load.first() or team_lead.order_by("id").first()


@transaction.atomic
def update_facts(*, case: Case, by: User | None, reason: str, **facts: Any) -> Case:
    """Corrects facts of the case (`group`, `duty_from`, `notified_on`, `brp_registered_on`, `in_coa`), and says what changed.

    Records nothing when nothing changed. Terms that start from these facts are the work of `deadlines`.
    """
    case = Case.objects.select_for_update().select_related("person").get(pk=case.pk)
    changed = {name: value for name, value in facts.items() if getattr(case, name) != value}
    if not changed:
        return case
    before = {name: getattr(case, name) for name in changed}
    for name, value in changed.items():
        setattr(case, name, value)
    obstacles = fact_obstacles(
        birth=case.person.birth, duty_from=case.duty_from, notified_on=case.notified_on,
        brp_registered_on=case.brp_registered_on, today=timezone.localdate(),
    )  # fmt: skip
    if obstacles:
        raise ValidationError(obstacles)
    case.save(update_fields=list(changed))
    lines = [f"{_FACT_LABELS[n]}: {_shown(n, before[n])} → {_shown(n, changed[n])}" for n in changed]
    record_event(case=case, kind=EventKind.UPDATED, by=by, text=f"{reason} {'; '.join(lines)}.",
                 data={"before": {n: str(v) for n, v in before.items()}, "after": {n: str(v) for n, v in changed.items()}})  # fmt: skip
    return case


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return format_date(value, weekday=False)
    return str(Group(value).label) if name == "group" and value else "onbekend"


@transaction.atomic
def assign_klantmanager(*, case: Case, to: User, by: User | None, reason: str) -> Assignment:
    """Gives the case to a klantmanager; the one before ends at the same moment. Assigning twice to the same does nothing."""
    Case.objects.select_for_update().get(pk=case.pk)
    now = timezone.now()
    current = case.assignments.filter(ends_at=None, kind=AssignmentKind.KLANTMANAGER).first()
    if current and current.user_id == to.pk:
        return current
    _check_can_guide(to, case)
    case.assignments.filter(Q(kind=AssignmentKind.KLANTMANAGER) | Q(user=to), ends_at=None).update(ends_at=now)
    assignment = Assignment.objects.create(case=case, user=to, starts_at=now, reason=reason)
    record_event(case=case, kind=EventKind.ASSIGNED, by=by, text=f"{to.name} is klantmanager. {reason}.".replace("..", "."),
                 data={"user_id": to.pk, "before": current.user_id if current else None})  # fmt: skip
    return assignment


@transaction.atomic
def assign_substitute(*, case: Case, to: User, by: User | None, reason: str) -> Assignment:
    """Adds a substitute (vervanger), who may do what the klantmanager may."""
    _check_can_guide(to, case)
    if case.assignments.filter(user=to, ends_at=None).exists():
        raise ValidationError(f"{to.name} begeleidt dit dossier al.")
    assignment = Assignment.objects.create(case=case, user=to, kind=AssignmentKind.VERVANGER, reason=reason)
    record_event(case=case, kind=EventKind.ASSIGNED, by=by, text=f"{to.name} is vervanger. {reason}")
    return assignment


def _check_can_guide(user: User, case: Case) -> None:
    if not user.is_active or user.gemeente_id != case.gemeente_id or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        raise ValidationError(f"{user.name} kan dit dossier niet krijgen: kies een actieve klantmanager van deze gemeente.")


@transaction.atomic
def close_case(*, case: Case, on: date, reason: str, by: User | None) -> Case:
    """Closing twice keeps the first date and reason. What runs in other apps is stopped by these, from the event."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    if not case.is_open:
        return case
    if not reason.strip():
        raise ValidationError("Geef de reden waarom het dossier sluit.")
    case.status, case.closed_on, case.closed_reason = Status.CLOSED, on, reason
    case.save(update_fields=["status", "closed_on", "closed_reason"])
    record_event(case=case, kind=EventKind.CLOSED, by=by, text=f"Dossier gesloten per {format_date(on)}. Reden: {reason}")
    return case


# --- What stands in the case ---------------------------------------------------------------------------


@transaction.atomic
def add_note(*, case: Case, text: str, by: User) -> Note:
    if not text.strip():
        raise ValidationError("Schrijf eerst een notitie.")
    note = Note.objects.create(case=case, text=text.strip(), by=by)
    record_event(case=case, kind=EventKind.NOTE, by=by, text="Notitie toegevoegd.", data={"note_id": note.pk})
    return note


@transaction.atomic
def add_document(
    *, case: Case, title: str, filename: str, content: bytes, by: User | None, kind: DocumentKind = DocumentKind.OVERIG,
    visible_to_resident: bool = False,
) -> Document:  # fmt: skip
    """Keeps a PDF or picture, after looking at what it really is. The same bytes under the same title are one document."""
    mime = _checked_mime(content)
    digest = hashlib.sha256(content).hexdigest()
    if existing := case.documents.filter(sha256=digest, title=title).first():
        return existing
    document = Document.objects.create(
        case=case, title=title, kind=kind, filename=filename, mime=mime, size=len(content), sha256=digest,
        created_by=by, visible_to_resident=visible_to_resident,
    )  # fmt: skip
    DocumentContent.objects.create(document=document, data=content)
    record_event(case=case, kind=EventKind.DOCUMENT, by=by, text=f"Document toegevoegd: {title}.",
                 data={"document_id": document.pk})  # fmt: skip
    return document


def _checked_mime(content: bytes) -> str:
    if not content:
        raise ValidationError("Het bestand is leeg.")
    if len(content) > MAX_DOCUMENT_BYTES:
        raise ValidationError(f"Het bestand is te groot. Het mag hoogstens {MAX_DOCUMENT_BYTES // 1_000_000} MB zijn.")
    try:
        mime = puremagic.from_string(content, mime=True)
    except puremagic.PureError:
        mime = ""
    if mime not in ALLOWED_MIMES:
        raise ValidationError("Wij nemen alleen PDF, JPEG en PNG aan. Dit bestand is dat niet, ook al kan de naam het zeggen.")
    return mime


@transaction.atomic
def grant_access(*, case: Case, user: User, purpose: str) -> PurposeAccess:
    """Lets somebody of the same gemeente read a case until midnight, for a purpose that stands in the log of the case."""
    purpose = purpose.strip()
    if len(purpose) < 10:
        raise ValidationError("Schrijf in een zin waarvoor u dit dossier nodig hebt.")
    if not cases_of_gemeente(user).filter(pk=case.pk).exists():
        raise ValidationError("Dit dossier is niet van uw gemeente.")
    midnight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
    access = PurposeAccess.objects.create(case=case, user=user, purpose=purpose[:300], until=midnight)
    log_access(user=user, case_id=case.pk, act=Act.PURPOSE, purpose=access.purpose)
    record_event(case=case, kind=EventKind.PURPOSE, by=user, text=f"{user.name} mag dit dossier vandaag inzien. Doel: {purpose}")
    return access


@transaction.atomic
def join_household(*, case: Case, other: Case, relation: Relation, on: date, by: User) -> Household:
    """Puts the persons of two cases of one gemeente in one household. `relation` is what the other is to this person."""
    if case.gemeente_id != other.gemeente_id or case.person_id == other.person_id:
        raise ValidationError("Kies een andere persoon uit dezelfde gemeente.")
    if not may_edit(by, case):
        raise ValidationError("U mag dit dossier niet wijzigen.")
    mine = HouseholdMember.objects.filter(person=case.person, ends_on=None, household__gemeente=case.gemeente).first()
    household = mine.household if mine else Household.objects.create(gemeente=case.gemeente)
    if not mine:
        HouseholdMember.objects.create(household=household, person=case.person, starts_on=on)
    _, is_new = HouseholdMember.objects.get_or_create(
        household=household, person=other.person, ends_on=None, defaults={"relation": relation, "starts_on": on}
    )
    if is_new:
        for one, two in ((case, other), (other, case)):
            record_event(case=one, kind=EventKind.HOUSEHOLD, by=by, text=f"{two.person} hoort bij hetzelfde huishouden.")
    return household
