"""What DUO and the BRP say otherwise than a colleague wrote down later: nothing of it goes unseen.

DUO decides on plicht and doelgroep, and the gemeente must use the BRP (Wet basisregistratie personen, artikel 1.7), so
their values hold until somebody corrects them. Where they only let us guess, the colleague's answer stays.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import EventKind as CaseEventKind
from cases.models import Case, CaseEvent
from cases.services import record_event
from cases.services.cases import fact_in_words
from exchange.enums import EventKind
from exchange.selectors import open_differences
from inburgering.kit.dutch import format_date

# No register says who is at COA: we infer it from the group and the address.
_GUESSED = ("in_coa",)


def put_before_people(case: Case, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that may be taken over; records each one that a colleague had corrected, for the work list."""
    taken = dict(facts)
    for name, value in facts.items():
        said = _last_change(case, name) if getattr(case, name) != value else None
        if said is None or said.by is None:
            continue
        if name in _GUESSED:
            del taken[name]
        _record(case, name, value, said, holds=taken.get(name, getattr(case, name)))
    return taken


def _last_change(case: Case, name: str) -> CaseEvent | None:
    """By DUO or by a colleague, whoever was last."""
    changes = case.events.filter(kind=CaseEventKind.UPDATED, data__after__has_key=name)
    return changes.select_related("by").order_by("id").last()


def _record(case: Case, name: str, value: Any, said: CaseEvent, *, holds: Any) -> None:
    on = format_date(timezone.localdate(said.at), weekday=False)
    ours = fact_in_words(name, getattr(case, name))
    record_event(
        case=case, kind=EventKind.DIFFERS, by=None,
        text=f"DUO of de BRP zegt iets anders dan {said.by} op {on} invulde. Ingevuld: ‘{ours}’. Bericht: "
             f"‘{fact_in_words(name, value)}’. Nu geldt ‘{fact_in_words(name, holds)}’. Controleer wat klopt.",
        data={"fact": name, "ours": str(getattr(case, name)), "theirs": str(value), "event_id": said.pk},
    )  # fmt: skip


@transaction.atomic
def settle_differences(*, case: Case, by: User) -> None:
    """What holds now is right. Who finds it wrong corrects the facts of the dossier, and that settles it too."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    found = list(open_differences(case))
    if not found:
        raise ValidationError("Er is geen verschil meer om te bekijken.")
    record_event(case=case, kind=EventKind.DIFFERENCE_SEEN, by=by, data={"event_ids": [one.pk for one in found]},
                 text="Verschil met DUO of de BRP bekeken: de gegevens in het dossier kloppen nu.")  # fmt: skip
