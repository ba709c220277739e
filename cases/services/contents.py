"""What stands in a case: notes, documents and the household."""

import hashlib
from datetime import date
from typing import Any, NamedTuple, Self

import puremagic
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from cases.enums import DocumentKind, EventKind, Relation
from cases.models import Case, Document, DocumentContent, Household, HouseholdMember, Note
from cases.rules.files import FILE_KINDS, file_fault
from cases.selectors import may_edit
from cases.services.events import record_event

MAX_DOCUMENT_BYTES = 10_000_000


class Upload(NamedTuple):
    """A file that somebody sends along with something else, and that is kept only when all of it is."""

    filename: str
    content: bytes

    @classmethod
    def of(cls, file: "UploadedFile[Any]") -> Self:
        """One byte more than a dossier takes is enough to refuse the rest."""
        return cls(file.name or "", file.read(MAX_DOCUMENT_BYTES + 1))

    @property
    def faults(self) -> list[str]:
        """Why a dossier doesn't take it."""
        try:
            check_file(filename=self.filename, content=self.content)
        except ValidationError as refusal:
            return refusal.messages
        return []


ALLOWED_MIMES = frozenset(FILE_KINDS)


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
    mime = check_file(filename=filename, content=content)
    digest = hashlib.sha256(content).hexdigest()
    document, is_new = Document.objects.get_or_create(
        case=case, title=title, sha256=digest,
        defaults={"kind": kind, "filename": filename[-200:], "mime": mime, "size": len(content), "created_by": by,
                  "visible_to_resident": visible_to_resident},
    )  # fmt: skip
    if not is_new:
        return document
    DocumentContent.objects.create(document=document, data=content)
    record_event(case=case, kind=EventKind.DOCUMENT, by=by, text=f"Document toegevoegd: {title}.",
                 data={"document_id": document.pk})  # fmt: skip
    return document


def check_file(*, filename: str, content: bytes) -> str:
    """The kind of a file, by what is in it. Raises ValidationError when a dossier doesn't take it."""
    if not content:
        raise ValidationError("Het bestand is leeg.")
    if len(content) > MAX_DOCUMENT_BYTES:
        raise ValidationError(
            f"Het bestand is te groot. Het mag hoogstens {MAX_DOCUMENT_BYTES // 1_000_000} MB zijn."
        )
    try:
        mime = puremagic.from_string(content, mime=True)
    except puremagic.PureError:
        mime = ""
    if mime not in ALLOWED_MIMES:
        raise ValidationError(
            "Wij nemen alleen PDF, JPEG en PNG aan. Dit bestand is dat niet, ook al kan de naam het zeggen."
        )
    if fault := file_fault(mime, filename, content):
        raise ValidationError(fault)
    return mime


@transaction.atomic
def join_household(*, case: Case, other: Case, relation: Relation, on: date, by: User) -> Household:
    """Puts the persons of two cases of one gemeente in one household. `relation` is what the other is to this person."""
    if case.gemeente_id != other.gemeente_id or case.person_id == other.person_id:
        raise ValidationError("Kies een andere persoon uit dezelfde gemeente.")
    if not may_edit(by, case):
        raise ValidationError("U mag dit dossier niet wijzigen.")
    mine = HouseholdMember.objects.filter(
        person=case.person, ends_on=None, household__gemeente=case.gemeente
    ).first()
    theirs = HouseholdMember.objects.filter(
        person=other.person, ends_on=None, household__gemeente=case.gemeente
    ).first()
    if mine and theirs and mine.household_id != theirs.household_id:
        raise ValidationError(f"{other.person} hoort al bij een ander huishouden.")
    known = mine or theirs
    household = known.household if known else Household.objects.create(gemeente=case.gemeente)
    if not mine:
        HouseholdMember.objects.create(household=household, person=case.person, starts_on=on)
    _, is_new = HouseholdMember.objects.get_or_create(
        household=household,
        person=other.person,
        ends_on=None,
        defaults={"relation": relation, "starts_on": on},
    )
    if is_new:
        for one, two in ((case, other), (other, case)):
            record_event(
                case=one,
                kind=EventKind.HOUSEHOLD,
                by=by,
                text=f"{two.person} hoort bij hetzelfde huishouden.",
            )
    return household
