"""When a talk can be, in Dutch wall-clock time; what stands in its way, and what only deserves a warning."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from contact.enums.appointments import Mode
from deadlines.rules import Length, Unit
from inburgering.kit.calendar import DAY, Calendar
from inburgering.kit.dutch import format_date

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OPENS, CLOSES = time(9), time(17)
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=8)
FARTHEST = timedelta(days=2 * 365)
HOURS_AHEAD = 24
"""How long before its start a newcomer can choose a new time, so that everybody hears of it."""
STEP = timedelta(minutes=30)

Span = tuple[datetime, datetime]


class Obstacle(NamedTuple):
    """Why something can't be, and the field of the form that it is about."""

    sentence: str
    field: str = ""


def time_between_talks(talks_per_year: int) -> Length:
    """How long after one voortgangsgesprek the next is due: whole months where a year divides, else weeks."""
    if 12 % talks_per_year == 0:
        return Length(12 // talks_per_year, Unit.MONTHS)
    return Length(max(52 // talks_per_year, 1), Unit.WEEKS)


def local_moment(day: date, at: time) -> datetime | None:
    """This time on a Dutch clock; None in the hour that the clock skips in March.

    In the hour that comes twice in October it is the first of the two.
    """
    asked = datetime.combine(day, at)
    moment = asked.replace(tzinfo=AMSTERDAM).astimezone(UTC)
    return moment if moment.astimezone(AMSTERDAM).replace(tzinfo=None) == asked else None


def same_time_on(day: date, moment: datetime) -> datetime | None:
    """Another day at the same time on the clock, also when the clock went forward or back between the two."""
    return local_moment(day, moment.astimezone(AMSTERDAM).time())


def end_of(starts_at: datetime, minutes: int) -> datetime:
    """After so many minutes that really pass, also in a night when the clock changes."""
    return starts_at.astimezone(UTC) + timedelta(minutes=minutes)


def when_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """ "maandag 16 maart 2026 van 10:00 tot 11:00"."""
    starts, ends = starts_at.astimezone(AMSTERDAM), ends_at.astimezone(AMSTERDAM)
    return f"{format_date(starts.date())} van {starts:%H:%M} tot {ends:%H:%M}"


def beside_kind(place: str, kind: str) -> str:
    """What a place says besides its kind: "Bibliotheek, zaal 2" of a "Bibliotheek" is "zaal 2"."""
    first, _comma, rest = place.partition(",")
    return rest.strip() if first.strip().casefold() == kind.casefold() else place


def time_obstacles(starts_at: datetime, duration: timedelta, *, now: datetime) -> list[Obstacle]:
    """Why a talk can't be at this time."""
    obstacles: list[Obstacle] = []
    if starts_at <= now:
        when = starts_at.astimezone(AMSTERDAM)
        obstacles.append(
            Obstacle(
                f"{format_date(when.date()).capitalize()} om {when:%H:%M} is al voorbij. Kies een tijd die nog komt.",
                "at",
            )
        )
    if starts_at > now + FARTHEST:
        obstacles.append(Obstacle("Deze dag is meer dan twee jaar weg. Controleer het jaar.", "day"))
    if not SHORTEST <= duration <= LONGEST:
        obstacles.append(Obstacle("Een gesprek duurt ten minste 5 minuten en ten hoogste 8 uur.", "minutes"))
    return obstacles


def way_obstacles(*, mode: str, place_kind: str, wished_mode: str, wish_reason: str) -> list[Obstacle]:
    """Why a talk can't be held in this way (PP-15, PP-25)."""
    obstacles: list[Obstacle] = []
    if mode not in Mode.values:
        obstacles.append(Obstacle("Kies hoe u met elkaar praat.", "mode"))
    if mode == Mode.LIVE and not place_kind:
        obstacles.append(Obstacle("Kies waar u elkaar ziet.", "place_kind"))
    if wished_mode and wished_mode != mode and not wish_reason.strip():
        wish = Mode(wished_mode).label.lower()
        sentence = f"De nieuwkomer wil liever: {wish}. Schrijf op waarom dat niet kan."
        obstacles.append(Obstacle(sentence, "wish_reason"))
    return obstacles


def time_warnings(starts_at: datetime, ends_at: datetime, calendar: Calendar) -> list[str]:
    """What may well be meant, but deserves a look: a day off, or outside office hours."""
    starts, ends = starts_at.astimezone(AMSTERDAM), ends_at.astimezone(AMSTERDAM)
    warnings = []
    if day_off := calendar.day_off(starts.date()):
        warnings.append(f"Let op: {format_date(starts.date())} is {day_off}.")
    if starts.time() < OPENS or ends.time() > CLOSES or ends.date() > starts.date():
        warnings.append(f"Let op: dit is niet tussen {OPENS:%H:%M} en {CLOSES:%H:%M} uur.")
    return warnings


def free_starts(
    *, duration: timedelta, busy: Sequence[Span], calendar: Calendar, not_before: datetime, days: int
) -> Iterator[datetime]:
    """Every half hour at which a talk of this length fits into office hours, on working days."""
    first = not_before.astimezone(AMSTERDAM).date()
    for day in (first + n * DAY for n in range(days)):
        if calendar.is_day_off(day):
            continue
        for start in _starts_on(day, duration):
            if start >= not_before and not _overlaps(start, start + duration, busy):
                yield start


def _starts_on(day: date, duration: timedelta) -> Iterator[datetime]:
    start, closes = datetime.combine(day, OPENS, AMSTERDAM), datetime.combine(day, CLOSES, AMSTERDAM)
    while start + duration <= closes:
        yield start
        start += STEP


def _overlaps(starts_at: datetime, ends_at: datetime, busy: Iterable[Span]) -> bool:
    return any(starts_at < end and start < ends_at for start, end in busy)
