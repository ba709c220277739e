"""Tells the newcomer, and who acts for them."""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from cases.models import Document
from contact.enums.notices import NoticeKind
from contact.services.notices import make_notices
from pip_plans.models import Objection
from pip_plans.services.objections.representing import send_to_representative


def tell(
    objection: Objection, kind: NoticeKind, source: str, letter: Document, *, by: User | None,
    facts: Mapping[str, Any], confirmed: bool = False,
) -> None:  # fmt: skip
    """Over the way that the newcomer chose; on paper the letter itself goes along. By post to who acts for them."""
    case = objection.version.pip.case
    make_notices(
        case=case, person=case.person, kind=kind, source=f"bezwaar:{objection.pk}:{source}", by=by,
        context={"number": objection.number, "enclosures": [letter.pk], **facts},
        confirmed_without_translation=confirmed,
    )  # fmt: skip
    send_to_representative(objection, by or objection.by)
