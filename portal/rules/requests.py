"""How a request stands, for who asked it."""

from datetime import date

from contact.enums.requests import RequestState
from portal.enums import Progress

_SAID: dict[RequestState, Progress] = {
    RequestState.OPEN: Progress.WORKING,
    RequestState.AT_PARTIES: Progress.WITH_OTHERS,
    RequestState.LATER: Progress.LATER,
    RequestState.ANSWERED: Progress.ANSWERED,
    RequestState.WITHDRAWN: Progress.WITHDRAWN,
}
_DONE = frozenset({RequestState.ANSWERED, RequestState.WITHDRAWN})


def progress(state: str, due_on: date | None, *, today: date) -> Progress:
    """Past its day nobody reads "we zijn ermee bezig": the gemeente is late, wherever the request lies."""
    known = RequestState(state)
    is_late = known not in _DONE and due_on is not None and due_on < today
    return Progress.LATE if is_late else _SAID[known]
