"""What every act on an oproep does: lock the case, refuse with all reasons, tell the newcomer."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import may_edit
from cases.services import record_event
from contact.enums.notices import Channel, NoticeKind
from contact.services.appointments.telling import facts_of
from contact.services.notices import make_notices
from contact.services.notices.choosing import first_channels
from intake.enums import EventKind
from intake.models import Summons
from intake.rules import SUMMONS_ARTICLES, AnswerError, SummonsObstacle, clean_text
from intake.selectors.summons import Ladder, ladder_of, pip_term_of

LONGEST = 1000


def locked_case(case: Case, by: User | None) -> Case:
    """The open case, locked: one act on its oproepen at a time. Staff must be allowed to change it."""
    case = (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "gemeente")
        .get(pk=case.pk)
    )
    if not case.is_open:
        raise ValidationError("Dit dossier is gesloten. Oproepen kan niet meer.")
    if by is not None and not by.is_resident and not may_edit(by, case):
        raise ValidationError("U mag dit dossier niet wijzigen.")
    return case


def locked(summons: Summons, by: User | None) -> tuple[Summons, Ladder]:
    """The oproep with the ladder that it stands in, under the lock of its case."""
    case = locked_case(summons.case, by)
    ladder = ladder_of(case, now=timezone.now())
    found = next(rung.summons for rung in ladder.rungs if rung.summons.pk == summons.pk)
    found.case = case
    return found, ladder


def refuse(obstacles: Sequence[SummonsObstacle]) -> None:
    """Raises ValidationError when there is an obstacle; the code names the field."""
    if obstacles:
        raise ValidationError([ValidationError(sentence, code=field) for sentence, field in obstacles])


def words(text: str, field: str, *, longest: int = LONGEST) -> str:
    """Typed text as it is kept; the newcomer's own words may be in any script."""
    try:
        text = clean_text(text).strip()
    except AnswerError as error:
        raise ValidationError(str(error), code=field) from error
    if len(text) > longest:
        raise ValidationError(f"Deze tekst is te lang. Gebruik hoogstens {longest} tekens.", code=field)
    return text


def record(summons: Summons, kind: EventKind, text: str, by: User | None, **data: Any) -> None:
    about = {"summons_id": summons.pk, "number": summons.number, "appointment_id": summons.appointment_id}
    record_event(case=summons.case, kind=kind, text=text, by=by, data=about | data)


def tell(
    summons: Summons, kind: NoticeKind, by: User | None, *, about: str, on_paper: bool = False,
    confirmed_without_translation: bool = False, **facts: Any,
) -> None:  # fmt: skip
    """One message, whoever asks for it how often: `about` is in its source. A warning goes on paper too."""
    case, term = summons.case, pip_term_of(summons.case)
    channels = [*first_channels(case.person), *([Channel.LETTER] if on_paper else [])]
    context = facts_of(summons.appointment) | {
        "number": summons.number,
        "articles": SUMMONS_ARTICLES,
        "pip_on": term.due_on if term else "",
    }
    make_notices(
        case=case, person=case.person, kind=kind, source=f"oproep:{summons.pk}:{about}", context=context | facts,
        by=by, channels=channels, confirmed_without_translation=confirmed_without_translation,
    )  # fmt: skip
