"""Who acts for the newcomer, and the letters that go to that person too."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Document
from cases.selectors import cases_of_resident
from cases.services import add_document
from contact.enums.notices import Channel, NoticeKind
from contact.models import Notice
from contact.services.notices.letters import drop_post, post_to_other
from pip_plans.enums import EventKind
from pip_plans.models import Objection, Representative
from pip_plans.rules import objection_letters
from pip_plans.rules.objections import DONE, Representation, representation_obstacles
from pip_plans.selectors import representative_of
from pip_plans.services.letter import render
from pip_plans.services.objections.keeping import frame, history, locked, refuse, refuse_others

NOT_ANY_MORE = "Deze persoon is geen vertegenwoordiger meer."


@transaction.atomic
def set_representative(
    *, objection: Objection, name: str, address_line: str, postcode_place: str, by: User
) -> Representative:
    """From now on this person acts for the newcomer (Awb, artikel 2:1) and gets every letter about the bezwaar, also
    those that were sent before (artikel 6:17). The same name corrects the address; another name follows the one before.
    """
    objection = locked(objection)
    refuse_others(by, objection.version.pip.case)
    if not objection.is_open:
        raise ValidationError(DONE)
    wanted = Representation(name, address_line, postcode_place).cleaned
    refuse(representation_obstacles(wanted))
    current = representative_of(objection)
    if current and current.name == wanted.name:
        _correct(current, wanted, by)
    else:
        if current:
            _end(current, by)
        current = add_representative(objection, wanted, by)
    send_to_representative(objection, by)
    return current


def add_representative(objection: Objection, wanted: Representation, by: User) -> Representative:
    """For a bezwaar under lock, or one that was just received."""
    made = Representative.objects.create(
        objection=objection, name=wanted.name, address_line=wanted.address_line,
        postcode_place=wanted.postcode_place, added_by=by,
    )  # fmt: skip
    history(objection, EventKind.BEZWAAR_STAP, f"{made.name} is vertegenwoordiger in het bezwaar.", by,
            representative_id=made.pk)  # fmt: skip
    return made


def _correct(current: Representative, wanted: Representation, by: User) -> None:
    if (current.address_line, current.postcode_place) == (wanted.address_line, wanted.postcode_place):
        return
    current.address_line, current.postcode_place = wanted.address_line, wanted.postcode_place
    current.save(update_fields=["address_line", "postcode_place"])
    history(current.objection, EventKind.BEZWAAR_STAP, f"Ander adres van vertegenwoordiger {current.name}.", by,
            representative_id=current.pk)  # fmt: skip


@transaction.atomic
def end_representative(*, objection: Objection, by: User) -> Representative:
    """This person doesn't act for the newcomer any more: by a colleague who heard so, or by the newcomer in the portal.

    What wasn't posted yet stays here.
    """
    objection = locked(objection)
    case = objection.version.pip.case
    if not by.is_resident:
        refuse_others(by, case)
    elif not cases_of_resident(by).filter(pk=case.pk).exists():
        raise ValidationError("Dit is niet uw bezwaar.", code="mag_niet")
    if not objection.is_open:
        raise ValidationError(DONE)
    current = representative_of(objection)
    if current is None:
        raise ValidationError("Er is geen vertegenwoordiger in dit bezwaar.")
    _end(current, by)
    return current


def _end(current: Representative, by: User) -> None:
    current.ended_by, current.ended_at = by, timezone.now()
    current.save(update_fields=["ended_by", "ended_at"])
    drop_post(case=current.objection.version.pip.case, source_end=_mark(current), reason=NOT_ANY_MORE)
    history(current.objection, EventKind.BEZWAAR_STAP, f"{current.name} is geen vertegenwoordiger meer in het bezwaar.", by,
            representative_id=current.pk)  # fmt: skip


def send_to_representative(objection: Objection, by: User) -> None:
    """Puts a copy of each letter to the newcomer in the pile for the post, with a letter that says whose case it is.

    Each letter goes once to each representative, however often this is asked.
    """
    current = representative_of(objection)
    if current is None or not current.has_address:
        return
    case = objection.version.pip.case
    told = Notice.objects.filter(
        case=case, person=case.person, channel=Channel.PORTAL, source__startswith=f"bezwaar:{objection.pk}:"
    )
    sent = set(
        Notice.objects.filter(case=case, source__endswith=_mark(current)).values_list("source", flat=True)
    )
    for notice in told.order_by("id"):
        source = f"{notice.source}{_mark(current)}"
        if source not in sent:
            _post(objection, current, notice, source, by)


def _post(objection: Objection, to: Representative, notice: Notice, source: str, by: User) -> None:
    case = objection.version.pip.case
    enclosed = list(Document.objects.filter(case=case, pk__in=notice.context["enclosures"]).order_by("id"))
    data = objection_letters.covering(
        frame(objection.version, objection.number, objection.received_on, timezone.localdate(), by),
        to=Representation(to.name, to.address_line, to.postcode_place), enclosed=[one.title for one in enclosed],
    )  # fmt: skip
    letter = add_document(
        case=case, title=f"Aan {to.name}: {enclosed[0].title}"[:200], kind=DocumentKind.OVERIG, content=render(data),
        filename=f"vertegenwoordiger-{notice.pk}-{to.pk}.pdf", by=None,
    )  # fmt: skip
    post_to_other(
        case=case, kind=NoticeKind(notice.kind), source=source, addressee=to.name, document=letter,
        enclosures=[one.pk for one in enclosed],
    )  # fmt: skip


def _mark(representative: Representative) -> str:
    """How the source of each letter to this person ends."""
    return f":vertegenwoordiger:{representative.pk}"
