"""What other facts of a dossier would do to its term for the PIP, before anybody confirms them."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import FactsError
from deadlines.selectors import Correction, corrections, facts_of, followers_of_term

_PIP_KINDS = (Kind.PIP, Kind.PIP_NA_VERHUIZING)


def pip_term(case: Case) -> Deadline | None:
    """The term that runs or was met; a stopped one doesn't count."""
    return case.deadlines.filter(kind__in=_PIP_KINDS, stopped_on=None).order_by("id").last()


def moved_by(case: Case, facts: Mapping[str, Any]) -> list[Correction]:
    """The terms that have a day and get another; none for facts that can't be, which the service refuses."""
    term = pip_term(case)
    if term is None or not term.is_open:
        return []
    then = copy(case)
    for name, value in facts.items():
        setattr(then, name, value)
    try:
        found = corrections(term, facts_of(then), followers_of_term(term))
    except FactsError:
        return []
    return [one for one in found if one.moves and one.deadline.due_on]
