"""Which row of the table applies."""

from collections.abc import Iterator

from deadlines.enums import Bearer, Kind, Nature
from deadlines.rules.catalogue import CATALOGUE
from deadlines.rules.facts import Facts, FactsError
from deadlines.rules.table import PROMISES, TERMS, THIRD_PARTY_EXTENSION, Promise
from deadlines.rules.term import Term
from inburgering.kit.dutch import format_date

# What was decided, asked or imposed while the case ran is still to be answered, paid and kept.
_OUTLIVE_CASE = frozenset(
    {Kind.BESLISSING_OP_BEZWAAR, Kind.INGEBREKESTELLING, Kind.DWANGSOM, Kind.BETALING, Kind.AANMANING, Kind.VERJARING,
     Kind.KLACHT}
)  # fmt: skip
_PROMISES = {promise.kind: promise for promise in PROMISES}


def terms_of(kind: Kind) -> tuple[Term, ...]:
    return tuple(term for term in TERMS if term.kind == kind)


def nature_of(kind: Kind) -> Nature:
    return terms_of(kind)[0].nature


def bearer_of(kind: Kind) -> Bearer:
    return terms_of(kind)[0].bearer


def duties_of(bearer: Bearer) -> tuple[Kind, ...]:
    """The kinds for which this party is late when the day has passed."""
    return tuple(kind for kind in Kind if nature_of(kind) == Nature.DUTY and bearer_of(kind) == bearer)


def outlives_case(kind: Kind) -> bool:
    """Whether the term runs on when the dossier is closed."""
    return kind in _OUTLIVE_CASE or bearer_of(kind) == Bearer.BEHEER


def is_promise(kind: Kind) -> bool:
    """Whether the gemeente promised or set it itself, with a length that it can choose."""
    return kind in _PROMISES


def promise_of(kind: Kind) -> Promise:
    return _PROMISES[kind]


def undecided(kind: Kind, facts: Facts) -> tuple[str, ...]:
    """The facts that are still needed to know which row of the table applies."""
    dated_by = terms_of(kind)[0].dated_by
    if getattr(facts, dated_by) is None:
        return (dated_by,)
    possible = [term for term in _in_force(kind, facts) if not term.is_excluded(facts)]
    if any(term.is_for(facts) for term in possible):
        return ()
    return tuple(dict.fromkeys(fact for term in possible for fact in term.unknown(facts)))


def term_for(kind: Kind, facts: Facts) -> Term:
    """The row that applies; of more, the longest. Raises FactsError when the law has none for these facts."""
    in_force = list(_in_force(kind, facts))
    if not in_force:
        raise FactsError(_too_old(kind, facts))
    if found := [term for term in in_force if term.is_for(facts)]:
        return max(found, key=lambda term: term.length.in_days if term.length else 0)
    raise FactsError(f"De termijn ‘{kind.label}’ geldt niet voor deze groep of in deze situatie.")


def facts_used_by(kind: Kind) -> tuple[str, ...]:
    """Every fact that can change the outcome of this kind, the one that is always needed first."""
    used: list[str] = []
    for term in terms_of(kind):
        used += [
            term.dated_by,
            *term.starts_after,
            *term.asks,
            *term.also,
            *(["route"] if term.routes else []),
        ]
        if term.follows:
            used += facts_used_by(term.follows)
    return tuple(dict.fromkeys(used))


def followers_of(kind: Kind) -> tuple[Kind, ...]:
    """The kinds that are counted from the end of this one, and move with it."""
    return tuple(dict.fromkeys(term.kind for term in TERMS if term.follows == kind))


def takes_third_parties(kind: Kind) -> bool:
    return THIRD_PARTY_EXTENSION.kind == kind


def takes_extensions(kind: Kind) -> bool:
    """Whether a verlenging of the inburgeringstermijn moves this: the termijn itself, and what is counted from its end."""
    return kind == Kind.TERMIJN or any(
        takes_extensions(term.follows) for term in terms_of(kind) if term.follows
    )


def takes_suspensions(kind: Kind) -> bool:
    """Whether the law lets this term stand still."""
    return any(term.suspended_by for term in terms_of(kind))


def _in_force(kind: Kind, facts: Facts) -> Iterator[Term]:
    return (term for term in terms_of(kind) if term.in_force_on(getattr(facts, term.dated_by)))


def _too_old(kind: Kind, facts: Facts) -> str:
    info = CATALOGUE[terms_of(kind)[0].dated_by]
    day = format_date(getattr(facts, info.attribute), weekday=False)
    return f"Op {day} ({info.label}) gold de Wet inburgering 2021 nog niet."
