"""A message on paper: Dutch with the own language below it, kept in the dossier, and the pile for the printer."""

import io
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from accounts.models import User
from cases.models import Case, Document, DocumentContent, HouseholdMember
from cases.rules.languages import RIGHT_TO_LEFT
from cases.services import add_document
from contact.enums.notices import Channel, NoticeKind
from contact.models.notices import TO_POST, Notice
from contact.rules.notices import DUTCH, why_drop
from contact.selectors.notices import situation_of
from contact.services.channels import Receipt
from contact.services.notices.outcomes import drop, succeed
from contact.services.notices.texts import render
from inburgering.kit.dutch import format_date
from inburgering.kit.typeset import typeset

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "contact" / "notices" / "letter.typ"
IN_PERSON = "Persoonlijk te overhandigen"
NOT_IN_THIS_LETTER = (
    "Deze tekst is in een schrift dat wij hier niet kunnen drukken. U leest hem in het portaal."
)
ALSO_HERE = {
    "en": "This letter is also in English: see below the Dutch text.",
    "ar": "هذه الرسالة مكتوبة أيضًا بالعربية، بعد النص الهولندي.",
}


def put_on_paper(notice: Notice) -> None:
    """Makes the PDF and keeps it. From here on the letter waits for somebody who posts it."""
    notice.document = add_document(
        case=notice.case,
        title=f"Brief: {_dutch_subject(notice)}"[:200],
        filename=f"brief-{notice.case.number}-{notice.pk}.pdf",
        content=letter_pdf(notice),
        by=None,
        visible_to_resident=notice.person_id == notice.case.person_id,
    )
    notice.sent_to = ""
    notice.save(update_fields=["document", "sent_to"])


def letter_pdf(notice: Notice) -> bytes:
    gemeente, today = notice.case.gemeente, timezone.localdate()
    own = notice.language != DUTCH
    return typeset(
        TEMPLATE,
        {
            "title": _dutch_subject(notice),
            "date": [today.year, today.month, today.day],
            "on": format_date(today, weekday=False),
            "sender": [
                line
                for line in (f"Gemeente {gemeente.name}", gemeente.address_line, gemeente.postcode_place,
                             gemeente.phone, gemeente.email)
                if line
            ],
            "to": [notice.person.full_name, *_address_lines(notice)],
            "number": notice.case.number,
            "dutch": {"lang": DUTCH, "rtl": False, "heading": "", "text": notice.text_dutch},
            "own": {
                "lang": notice.language,
                "rtl": notice.language in RIGHT_TO_LEFT,
                "heading": notice.subject,
                "also_here": ALSO_HERE.get(notice.language, ""),
                "text": notice.text,
            } if own else None,
        },
        instead=NOT_IN_THIS_LETTER,
    )  # fmt: skip


def _dutch_subject(notice: Notice) -> str:
    return render(NoticeKind(notice.kind), DUTCH, notice.context).subject


def _address_lines(notice: Notice) -> list[str]:
    """A secret address stands on no paper that passes other hands: somebody hands over the letter."""
    if notice.person.secret_address:
        return [IN_PERSON]
    home = (
        HouseholdMember.objects.filter(
            person=notice.person, ends_on=None, household__gemeente=notice.case.gemeente
        )
        .select_related("household")
        .first()
    )
    lines = [home.household.address_line, home.household.postcode_place] if home else []
    return [line for line in lines if line] or [IN_PERSON]


@transaction.atomic
def post_to_other(
    *,
    case: Case,
    kind: NoticeKind,
    source: str,
    addressee: str,
    document: Document,
    enclosures: Sequence[int],
) -> Notice:
    """A letter that is about the newcomer and goes to somebody else, made already: it waits in the pile for the post.

    Asking again for the same source gives the letter that is there.
    """
    text = f"In de zaak van {case.person.full_name}. {document.title}. De brief staat bij de documenten."
    notice, _ = Notice.objects.get_or_create(
        source=source, kind=kind, person=case.person, channel=Channel.LETTER,
        defaults={
            "case": case, "context": {"enclosures": list(enclosures)}, "language": DUTCH, "subject": document.title,
            "short": text, "text": text, "text_dutch": text, "document": document, "addressee": addressee,
        },
    )  # fmt: skip
    return notice


@transaction.atomic
def drop_post(*, case: Case, source_end: str, reason: str) -> int:
    """Takes letters to somebody else out of the pile, before they were posted. Answers how many."""
    waiting = list(_locked(list(Notice.objects.filter(TO_POST, case=case, source__endswith=source_end))))
    for letter in waiting:
        drop(letter, reason)
    return len(waiting)


# --- The pile ---------------------------------------------------------------------------------------------


def pile_pdf(letters: Sequence[Notice]) -> bytes:
    """All letters behind each other, as they are kept, each with its enclosures.

    Each begins on the front of a sheet, for who prints on both sides.
    """
    posted = [(letter.document_id, letter) for letter in letters if letter.document_id]
    kept = [number for first, letter in posted for number in (first, *_enclosures(letter))]
    contents = dict(DocumentContent.objects.filter(document__in=kept).values_list("document_id", "data"))
    pile = PdfWriter()
    for document_id in kept:
        pages = PdfReader(io.BytesIO(bytes(contents[document_id]))).pages
        for page in pages:
            pile.add_page(page)
        if len(pages) % 2:
            pile.add_blank_page()
    out = io.BytesIO()
    pile.write(out)
    return out.getvalue()


def _enclosures(letter: Notice) -> list[int]:
    """Decisions that go along on paper, as they are kept in the same dossier."""
    wanted = letter.context.get("enclosures", [])
    if not wanted:
        return []
    documents = Document.objects.filter(pk__in=wanted, case=letter.case_id, mime="application/pdf")
    return list(documents.order_by("id").values_list("id", flat=True))


@transaction.atomic
def drop_outdated(*, letters: Sequence[Notice]) -> list[int]:
    """Takes the letters out of the pile that aren't worth posting any more. Answers which."""
    now = timezone.now()
    outdated = []
    for letter in _locked(letters):
        if reason := why_drop(NoticeKind(letter.kind), situation_of(letter, now)):
            drop(letter, reason)
            outdated.append(letter.pk)
    return outdated


@transaction.atomic
def mark_posted(*, letters: Sequence[Notice], by: User) -> int:
    """Somebody has put these in the post, or handed them over. A letter that was posted already counts once."""
    posted = list(_locked(letters))
    if not posted:
        raise ValidationError("Kies ten minste één brief die nog op de post moet.")
    for letter in posted:
        letter.posted_by = by
        succeed(letter, Receipt(), text_of=letter)
    return len(posted)


def _locked(letters: Sequence[Notice]) -> list[Notice]:
    rows = Notice.objects.filter(TO_POST, pk__in=[letter.pk for letter in letters]).order_by("pk")
    return list(
        rows.select_for_update(of=("self",)).select_related(
            "case__gemeente", "person", "appointment", "request", "deadline"
        )
    )
