"""Somebody who comes in at the desk: search first, then a person and a case in one act."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Team, User
from cases.enums import Group, Origin
from cases.models import Case, Nationality, Person
from cases.rules import full_name, sound_keys
from cases.selectors import cases_like, open_case_of, person_with_bsn, person_with_v_number
from cases.services.cases import open_case
from cases.services.persons import save_languages, save_person

ALIKE = "alike"
"""Code of the refusal that one may overrule: there is somebody with such a name and year of birth."""


@transaction.atomic
def register_newcomer(
    *, by: User, team: Team, person: Mapping[str, Any], languages: list[dict[str, Any]],
    nationalities: list[Nationality], origin: Origin = Origin.HAND, klantmanager: User | None = None,
    group: Group | str = "", in_coa: bool = False, duty_from: date | None = None, notified_on: date | None = None,
    brp_registered_on: date | None = None, is_somebody_else: bool = False,
) -> Case:  # fmt: skip
    """Opens a case for somebody whom this gemeente doesn't have yet; `person` holds the fields of `save_person`.

    Somebody who is known by number (from another gemeente) keeps the person that there is. Raises ValidationError
    when the gemeente has the person already, when a number belongs to somebody with another name, and, with code
    `ALIKE`, when there is a case that may be about the same person and `is_somebody_else` doesn't say otherwise.
    """
    known = _known_person(bsn=person["bsn"], v_number=person["v_number"])
    if known:
        _check_same(known, person, gemeente_id=team.gemeente_id)
    elif not is_somebody_else:
        _check_nobody_alike(by, person)
    somebody = known or save_person(nationalities=nationalities, **person)
    if not known:
        save_languages(person=somebody, languages=languages)
    return open_case(
        person=somebody, gemeente=team.gemeente, team=team, origin=origin, on=timezone.localdate(), by=by,
        klantmanager=klantmanager, group=group, in_coa=in_coa, duty_from=duty_from, notified_on=notified_on,
        brp_registered_on=brp_registered_on,
    )  # fmt: skip


def _known_person(*, bsn: str, v_number: int | None) -> Person | None:
    by_bsn = person_with_bsn(bsn) if bsn else None
    by_v_number = person_with_v_number(v_number) if v_number is not None else None
    if by_bsn and by_v_number and by_bsn != by_v_number:
        raise ValidationError(
            "Dit BSN en dit V-nummer horen bij twee verschillende personen. Controleer de nummers."
        )
    return by_bsn or by_v_number


def _check_same(known: Person, typed: Mapping[str, Any], *, gemeente_id: int) -> None:
    if case := open_case_of(known, gemeente_id):
        raise ValidationError(f"Deze persoon heeft al een open dossier: {case.number}.")
    name = full_name(typed["first_names"], typed["prefix"], typed["last_name"])
    if not set(known.sound_keys) & set(sound_keys(name)) and known.birth != typed["birth"]:
        raise ValidationError(
            "Dit nummer hoort bij iemand met een andere naam en geboortedatum. Controleer het nummer."
        )


def _check_nobody_alike(by: User, typed: Mapping[str, Any]) -> None:
    name = full_name(typed["first_names"], typed["prefix"], typed["last_name"])
    alike = cases_like(by, bsn=typed["bsn"], v_number=typed["v_number"], name=name, birth=typed["birth"])
    if alike:
        raise ValidationError(
            f"Misschien is dit iemand die er al is: {', '.join(case.number for case in alike[:5])}.",
            code=ALIKE,
        )
