"""The resident's messages, with the letters that went with them."""

from django.db.models import QuerySet

from accounts.models import User
from cases.models import Document
from cases.selectors import documents_visible_to
from contact.models import Notice
from contact.selectors.notices import notices_of_resident


def my_message(user: User, notice_id: int) -> Notice | None:
    return notices_of_resident(user).filter(pk=notice_id).first()


def letters_of(user: User, notice: Notice) -> QuerySet[Document]:
    """The same message on paper, as far as it was shared with the resident."""
    same = Notice.objects.filter(source=notice.source, kind=notice.kind, person=notice.person)
    return documents_visible_to(user).filter(pk__in=same.values("document"))
