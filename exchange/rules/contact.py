"""Whom DUO may show as contactpersoon: the three facts that it wants, and what it would refuse (API Contactpersoon 1.0.0)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_NAME = 100
LONGEST_EMAIL = 241
LONGEST_PHONE = 22
SHORTEST_PHONE = 3
_PHONE = re.compile(r"(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}(,[1-9][0-9]{1,8})?")
_NAME_SIGNS = frozenset("'‘.")


@dataclass(frozen=True)
class ContactDetails:
    """What DUO keeps of a contactpersoon."""

    name: str
    email: str
    phone: str

    def as_message(self) -> dict[str, str]:
        return {"naam": self.name, "email": self.email, "telefoonnummer": self.phone}


def details_of(*, name: str, email: str, own_phone: str, phone_of_gemeente: str) -> ContactDetails:
    """The colleague's own number goes first; without one people reach the gemeente. ’ becomes ', which DUO knows."""
    phone = own_phone.strip() or phone_of_gemeente.strip()
    return ContactDetails(name=" ".join(name.replace("’", "'").split()), email=email.strip(), phone=phone)


def contact_obstacles(details: ContactDetails, *, who: str) -> list[str]:
    """Why DUO wouldn't take these details, each with what to do. `who` is how people know the colleague."""
    mend = "De functioneel beheerder past dit aan bij de gegevens van de medewerker."
    obstacles = []
    if not details.name:
        obstacles.append(f"De naam van {who} ontbreekt. {mend}")
    elif len(details.name) > LONGEST_NAME or not all(_may_stand_in_name(sign) for sign in details.name):
        obstacles.append(
            f"De naam “{details.name[:LONGEST_NAME]}” kan niet naar DUO: alleen letters, spaties, punten, streepjes en "
            f"een apostrof, hoogstens {LONGEST_NAME} tekens. {mend}"
        )
    if "@" not in details.email or len(details.email) > LONGEST_EMAIL:
        obstacles.append(f"{who} heeft geen e-mailadres dat naar DUO kan. {mend}")
    if not details.phone:
        obstacles.append(f"{who} heeft geen telefoonnummer, en de gemeente ook niet. {mend}")
    elif not SHORTEST_PHONE <= len(details.phone) <= LONGEST_PHONE or not _PHONE.fullmatch(details.phone):
        obstacles.append(
            f"Het telefoonnummer “{details.phone}” van {who} kan niet naar DUO: gebruik cijfers en spaties, met "
            f"eventueel + ervoor. {mend}"
        )
    return obstacles


def read_contact_id(content: Mapping[str, Any]) -> int:
    """DUO's number of a new contactpersoon. Raises KeyError or ValueError when it isn't there."""
    return int(content["id"])


def _may_stand_in_name(sign: str) -> bool:
    return (
        sign.isspace()
        or sign in _NAME_SIGNS
        or unicodedata.category(sign)[0] == "L"
        or unicodedata.category(sign) == "Pd"
    )
