"""Writes about a person."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import EventKind
from cases.models import Case, Nationality, Person, PersonLanguage
from cases.rules import birth_obstacles, full_name, phone_number, searchable, sound_keys
from cases.services.events import record_event
from cases.services.guides import locked_open
from inburgering.kit.encryption import blind_index
from inburgering.kit.numbers import is_valid_bsn, is_valid_v_number
from inburgering.kit.partial_date import PartialDate

_LABELS = {
    "bsn": "BSN", "v_number": "V-nummer", "first_names": "voornamen", "prefix": "voorvoegsel", "last_name": "achternaam",
    "gender": "geslacht", "birth": "geboortedatum", "birth_place": "geboorteplaats", "birth_country": "geboorteland",
    "residence_permit": "verblijfstitel", "phone": "telefoon", "email": "e-mailadres",
    "interpreter_needed": "tolk nodig", "interpreter_language": "taal van de tolk",
}  # fmt: skip


@transaction.atomic
def save_person(
    *, person: Person | None = None, nationalities: list[Nationality] | None = None, **fields: Any
) -> Person:
    """Makes or updates a person. `fields` are those of `Person`, with `birth: PartialDate | None` for the three parts.

    Raises ValidationError with everything that can't be right: BSN, V-number, name, birth.
    """
    person = person or Person()
    birth = fields.pop("birth", person.birth)
    for name, value in fields.items():
        setattr(person, name, value)
    person.birth_year, person.birth_month, person.birth_day = (
        (birth.year, birth.month, birth.day) if birth else (None, None, None)
    )
    if obstacles := _person_obstacles(person, birth):
        raise ValidationError(obstacles)
    person.bsn_index = blind_index(person.bsn) if person.bsn else None
    name = full_name(person.first_names, person.prefix, person.last_name)
    person.search_name, person.sound_keys = searchable(name), sound_keys(name)
    person.phone = phone_number(person.phone)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise ValidationError(
            "Er is al een persoon met dit BSN of V-nummer. Zoek deze persoon op."
        ) from error
    if nationalities is not None:
        person.nationalities.set(nationalities)
    return person


def _person_obstacles(person: Person, birth: PartialDate | None) -> list[str]:
    obstacles = birth_obstacles(birth, today=timezone.localdate())
    if not person.last_name.strip():
        obstacles.append("Vul de achternaam in, of de enige naam die iemand heeft.")
    if person.bsn and not is_valid_bsn(person.bsn):
        obstacles.append("Dit BSN klopt niet. Een BSN heeft negen cijfers en voldoet aan de elfproef.")
    if person.v_number is not None and not is_valid_v_number(person.v_number):
        obstacles.append("Dit V-nummer klopt niet. Een V-nummer heeft hoogstens tien cijfers.")
    if not person.bsn and person.v_number is None:
        obstacles.append("Vul een BSN of een V-nummer in. Zonder nummer kan DUO de persoon niet vinden.")
    if "\x00" in person.first_names + person.last_name + person.prefix:
        obstacles.append("De naam bevat een teken dat niet kan.")
    return obstacles


@transaction.atomic
def save_languages(*, person: Person, languages: list[dict[str, Any]]) -> None:
    """Replaces the languages of a person. Each dict has `code` and the booleans of `PersonLanguage`."""
    codes = [language["code"] for language in languages]
    if len(codes) != len(set(codes)):
        raise ValidationError("Kies elke taal één keer.")
    if sum(bool(language.get("preferred")) for language in languages) > 1:
        raise ValidationError("Kies één taal van voorkeur.")
    person.languages.all().delete()
    PersonLanguage.objects.bulk_create([PersonLanguage(person=person, **language) for language in languages])


@transaction.atomic
def update_person(
    *, case: Case, by: User, nationalities: list[Nationality] | None = None,
    languages: list[dict[str, Any]] | None = None, **fields: Any,
) -> Person:  # fmt: skip
    """Corrects a person from one of their cases. The history of the case says what changed, not into what."""
    locked_open(case)
    person = Person.objects.select_for_update(of=("self",)).get(pk=case.person_id)
    changed = _changed(person, fields)
    if nationalities is not None and set(person.nationalities.all()) != set(nationalities):
        changed.append("nationaliteiten")
    if languages is not None and _languages_of(person) != {tuple(sorted(row.items())) for row in languages}:
        save_languages(person=person, languages=languages)
        changed.append("talen")
    if changed:
        save_person(person=person, nationalities=nationalities, **fields)
        labels = ", ".join(dict.fromkeys(changed))
        record_event(case=case, kind=EventKind.UPDATED, by=by, text=f"Persoonsgegevens gewijzigd: {labels}.")
    return person


def _changed(person: Person, fields: dict[str, Any]) -> list[str]:
    if "phone" in fields:
        fields["phone"] = phone_number(fields["phone"])
    return [
        _LABELS.get(name, "overige gegevens")
        for name, value in fields.items()
        if getattr(person, name) != value
    ]


def _languages_of(person: Person) -> set[tuple[tuple[str, Any], ...]]:
    rows = person.languages.values("code", "speaks", "reads", "writes", "preferred")
    return {tuple(sorted(row.items())) for row in rows}
