"""When DUO lets a registered PIP go."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Registration:
    """What DUO has of a version, as far as it told."""

    is_current: bool
    is_accepted: bool
    withdrawal_asked: bool
    term_is_set: bool
    has_course_hours: bool


def withdrawal_obstacles(registration: Registration) -> list[str]:
    """DUO deletes only the current PIP, and only before a termijn was set and course hours were registered (PIP API 1.2)."""
    found = []
    if not registration.is_current:
        found.append("Alleen het PIP dat nu geldt kan bij DUO weg.")
    if not registration.is_accepted:
        found.append("DUO heeft dit PIP niet aangenomen. Er valt niets te verwijderen.")
    if registration.withdrawal_asked:
        found.append("Dit is al aan DUO gevraagd.")
    if registration.term_is_set:
        found.append(
            "DUO heeft de inburgeringstermijn al vastgesteld. Daarna kan een PIP niet meer weg. Maak een nieuwe versie."
        )
    if registration.has_course_hours:
        found.append("Er zijn al lesuren vastgelegd. Dan kan een PIP niet meer weg. Maak een nieuwe versie.")
    return found
