"""A message as mail: the own language first, Dutch below it; readable as plain text, and as HTML in both directions."""

from email.utils import parseaddr
from typing import Literal
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from cases.rules.languages import RIGHT_TO_LEFT
from contact.enums.notices import Channel, NoticeKind
from contact.models.notices import Notice
from contact.rules.notices import DUTCH
from contact.selectors.calendar_files import FILENAME, calendar_file
from contact.selectors.preferences import shares_address
from contact.services.notices.texts import neutral, neutral_dutch

_LINE = "- " * 20


def compose(notice: Notice) -> EmailMultiAlternatives:
    """The mail for this message. In a mailbox that others use too stands only that there is one; the row keeps what went."""
    is_shared = shares_address(notice.person, email=notice.sent_to)
    if is_shared:
        own, dutch = neutral(notice), neutral_dutch(notice)
        notice.subject, notice.text, notice.text_dutch = own.subject, own.full, dutch.full
    mail = EmailMultiAlternatives(
        subject=" ".join(notice.subject.split()),
        body=_plain(notice),
        from_email=settings.MAIL_FROM,
        to=[notice.sent_to],
        reply_to=[notice.case.gemeente.email] if notice.case.gemeente.email else None,
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string("contact/notices/mail.html", html_context(notice)), "text/html")
    if notice.appointment and not is_shared:
        is_cancelled = notice.kind == NoticeKind.APPOINTMENT_CANCELLED
        method: Literal["CANCEL", "REQUEST"] = "CANCEL" if is_cancelled else "REQUEST"
        entry = calendar_file(notice.appointment, method, to=notice.person)
        mail.attach(FILENAME, entry.decode(), f"text/calendar; method={method}")
    return mail


def html_context(notice: Notice) -> dict[str, object]:
    return {
        "notice": notice,
        "gemeente": notice.case.gemeente,
        "direction": "rtl" if notice.language in RIGHT_TO_LEFT else "ltr",
        "dutch": notice.text_dutch if notice.language != DUTCH else "",
    }


def new_message_id(notice: Notice) -> str:
    """Ours, and the same at each try: what comes back names it, and what is asked about it is found."""
    if notice.channel != Channel.MAIL:
        return f"bericht-{uuid4()}"
    domain = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
    return f"<bericht-{uuid4()}@{domain}>"


def _plain(notice: Notice) -> str:
    if notice.language == DUTCH:
        return notice.text + "\n"
    return f"{notice.text}\n\n{_LINE}\n\n{notice.text_dutch}\n"
