"""What lists and pages read. Whoever may see a case may see its terms: `cases.selectors` decides."""

from deadlines.selectors.corrections import Correction, corrections, followers_of_term, told_the_day
from deadlines.selectors.deliveries import Delivery, delivery
from deadlines.selectors.promises import (
    PromiseSetting,
    guided_again,
    promise_length,
    promise_settings,
    unguided_cases,
)
from deadlines.selectors.running import Pulse, pulses, silent_parts
from deadlines.selectors.stories import Change, Story, stories
from deadlines.selectors.terms import (
    Clock,
    calendar,
    changed_by,
    clocks,
    explained,
    facts_of,
    open_deadline,
    open_deadlines,
    requests_of,
    with_day,
    without_day,
)

__all__ = [
    "Change",
    "Clock",
    "Correction",
    "Delivery",
    "PromiseSetting",
    "Pulse",
    "Story",
    "calendar",
    "changed_by",
    "clocks",
    "corrections",
    "delivery",
    "explained",
    "facts_of",
    "followers_of_term",
    "guided_again",
    "open_deadline",
    "open_deadlines",
    "promise_length",
    "promise_settings",
    "pulses",
    "requests_of",
    "silent_parts",
    "stories",
    "told_the_day",
    "unguided_cases",
    "with_day",
    "without_day",
]
