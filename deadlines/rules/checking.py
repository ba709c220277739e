"""What can't be true about facts, or moves no term of this kind: each in a Dutch sentence."""

from collections.abc import Iterator
from datetime import date

from deadlines.enums import Ground, Kind
from deadlines.rules.arithmetic import DAY, Length, after
from deadlines.rules.catalogue import CATALOGUE, EVER, LAW_STARTED_ON, Holds
from deadlines.rules.choosing import is_promise, promise_of, takes_extensions, takes_suspensions
from deadlines.rules.facts import Extension, Facts
from deadlines.rules.table import GROUNDS
from inburgering.kit.dutch import format_date, upper_first

LATEST = date(2099, 12, 31)


def obstacles(kind: Kind, facts: Facts) -> list[str]:
    """Everything that is wrong, all at once."""
    return [
        *_out_of_range(facts),
        *_wrong_order(facts),
        *_wrong_extensions(kind, facts),
        *_wrong_suspensions(kind, facts),
        *_wrong_promise(kind, facts),
    ]


def still_ahead(facts: Facts, today: date) -> dict[str, str]:
    """The facts that have a day on which they can't have happened yet, with what is wrong."""
    days = {info: getattr(facts, info.attribute) for info in CATALOGUE.values() if info.has_happened}
    return {
        info.attribute: f"{upper_first(info.with_article)} kan niet op {_day(day)} zijn: die dag moet nog komen."
        for info, day in days.items()
        if day and day > today
    }


def _out_of_range(facts: Facts) -> Iterator[str]:
    for info in CATALOGUE.values():
        value = getattr(facts, info.attribute)
        if info.holds is Holds.NUMBER and value is not None and not 0 <= value <= 9_999:
            yield f"{upper_first(info.with_article)} kan niet {value} zijn."
        if info.holds is not Holds.DATE or value is None:
            continue
        if value < info.earliest:
            yield f"{upper_first(info.with_article)} kan niet op {_day(value)} zijn: dat is vóór {_day(info.earliest)}."
        if value > LATEST:
            yield f"{upper_first(info.with_article)} kan niet op {_day(value)} zijn: dat is na {_day(LATEST)}."


def _wrong_order(facts: Facts) -> Iterator[str]:
    for request in facts.third_parties:
        asked, received = request.asked_on, request.received_on
        if not LAW_STARTED_ON <= asked <= LATEST or (received and received > LATEST):
            yield f"De informatie kan niet op {_day(asked)} zijn gevraagd."
        if received and received < asked:
            yield f"De informatie kan niet op {_day(received)} zijn ontvangen: zij is pas op {_day(asked)} gevraagd."
    starts_on = facts.duo_starts_on or facts.pip_dated_on
    if starts_on and facts.duo_ends_on and facts.duo_ends_on <= starts_on:
        yield f"De einddatum van DUO, {_day(facts.duo_ends_on)}, ligt niet na het begin van de termijn, {_day(starts_on)}."


def _wrong_extensions(kind: Kind, facts: Facts) -> Iterator[str]:
    if facts.extensions and not takes_extensions(kind):
        yield f"De termijn ‘{kind.label}’ kan niet worden verlengd."
        return
    for one in facts.extensions:
        yield from _wrong_group(one, facts)
        yield from _wrong_days(one)


def _wrong_group(one: Extension, facts: Facts) -> Iterator[str]:
    rule, label = GROUNDS[one.ground], f"‘{one.ground.label}’"
    if rule.only_for and facts.group and facts.group != rule.only_for:
        yield f"De grond {label} geldt niet voor deze groep ({rule.article})."
    if facts.route and facts.route not in rule.routes:
        yield f"De grond {label} geldt niet in deze leerroute ({rule.article})."


def _wrong_days(one: Extension) -> Iterator[str]:
    rule, label = GROUNDS[one.ground], f"‘{one.ground.label}’"
    first, last = one.starts_on, one.ends_on
    if any(day and not EVER <= day <= LATEST for day in (first, last)):
        yield f"De dagen bij {label} liggen te ver weg."
        return
    ended = last or first
    if ended and ended < rule.valid_from:
        yield f"De grond {label} bestaat pas sinds {_day(rule.valid_from)}."
    if rule.is_decided and one.length is None:
        yield f"Geef bij {label} de lengte die DUO besloot: de wet noemt er geen."
    if rule.has_period and rule.begins_after is None and first is None and one.length is None:
        yield f"Geef bij {label} de eerste dag."
    if first and last and last < first:
        yield f"De laatste dag bij {label}, {_day(last)}, ligt vóór de eerste, {_day(first)}."
    if one.ground is Ground.ONDERBREKING and _lasts_longer(one, rule.at_most):
        yield (
            "Een onderbreking van meer dan een jaar beëindigt de plicht en maakt de termijn niet langer "
            "(Besluit inburgering 2021, artikel 2.1)."
        )


def _lasts_longer(one: Extension, length: Length | None) -> bool:
    if one.starts_on is None or one.ends_on is None or length is None:
        return False
    return one.ends_on > after(one.starts_on - DAY, length)


def _wrong_suspensions(kind: Kind, facts: Facts) -> Iterator[str]:
    if facts.suspensions and not takes_suspensions(kind):
        yield f"De wet laat de termijn ‘{kind.label}’ niet stilstaan."
        return
    for one in facts.suspensions:
        if not LAW_STARTED_ON <= one.from_on <= LATEST or (one.until_on and one.until_on > LATEST):
            yield f"De termijn kan niet stilstaan vanaf {_day(one.from_on)}."
        elif one.until_on and one.until_on < one.from_on:
            yield f"De termijn kan niet stilstaan tot en met {_day(one.until_on)}: dat is vóór {_day(one.from_on)}."


def _wrong_promise(kind: Kind, facts: Facts) -> Iterator[str]:
    if facts.promise is None or not is_promise(kind):
        return
    longest = promise_of(kind).longest
    if not 1 <= facts.promise.number <= 999:
        yield f"De lengte ‘{facts.promise}’ kan niet: kies een getal van 1 tot en met 999."
    elif longest and after(EVER, facts.promise) > after(EVER, longest):
        yield f"De termijn ‘{kind.label}’ is hoogstens {longest}: langer mag niet van de wet."


def _day(day: date) -> str:
    return format_date(day, weekday=False)
