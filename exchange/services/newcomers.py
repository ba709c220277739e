"""Somebody who is new here: a dossier with what DUO and the BRP know, and the term for the PIP."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.enums import Group, Origin
from cases.models import Case, Country, Municipality, Nationality, Person, ResidencePermit
from cases.selectors import person_with_bsn
from cases.services import open_case, save_person, update_facts
from exchange.enums import Act, FactKind
from exchange.rules.brp import BrpPerson
from exchange.rules.duo import Duty, KnownPip, TargetGroup
from exchange.rules.facts import ROUTES
from exchange.services import brp, duo, terms
from exchange.services.differences import put_before_people
from exchange.services.subjects import (
    REASON,
    CannotHandleError,
    Subject,
    is_handled,
    keep_fact,
    locked,
    retry_what_came_early,
    show,
)
from inburgering.kit.dutch import format_date
from pip_plans.enums import Leerroute, Niveau
from pip_plans.selectors import current_version
from pip_plans.services import record_previous_pip

_GROUPS = {True: Group.ASIELSTATUSHOUDER, False: Group.GEZINSMIGRANT, None: ""}


def open_case_of(subject: Subject) -> None:
    """No term starts; one that runs takes over what is new."""
    _open_case(subject, Origin.DUO, terms.correct_pip_term)


def open_case_and_start_term(subject: Subject) -> None:
    _open_case(subject, Origin.DUO, terms.start_pip_term)


def open_case_after_move(subject: Subject) -> None:
    _open_case(subject, Origin.VERHUIZING, terms.start_pip_term_after_move)


def _open_case(subject: Subject, origin: Origin, do_terms: Callable[[Case], None]) -> None:
    gemeente = subject.message.gemeente
    duty = duo.fetch_duty(gemeente=gemeente, bsn=subject.bsn)
    group = duo.fetch_target_group(gemeente=gemeente, bsn=subject.bsn)
    pip = (
        duo.fetch_pip(gemeente=gemeente, bsn=subject.bsn)
        if subject.event.act == Act.OPEN_AFTER_MOVE
        else None
    )
    found = brp.fetch_person(gemeente=gemeente, bsn=subject.bsn)
    if not duty.has_duty:
        why = f" Reden: {duty.reason_without.lower()}." if duty.reason_without else ""
        raise CannotHandleError(
            f"Volgens DUO is deze persoon nu niet inburgeringsplichtig.{why} Er is geen dossier geopend."
        )
    with transaction.atomic():
        if not (message := locked(subject.message)):
            return
        facts = _case_facts(duty, group, found, gemeente.code)
        person = keep_person(found, subject.v_number)
        opened_on = timezone.localdate(message.received_at)
        case = open_case(person=person, gemeente=gemeente, origin=origin, on=opened_on, by=None, **facts)
        case = update_facts(case=case, by=None, reason=REASON, **put_before_people(case, facts))
        _keep_facts(case, duty, group, pip)
        _keep_previous_pip(case, pip)
        show(subject, case, _about_pip(pip))
        do_terms(case)
        is_handled(message, case)
        retry_what_came_early(message)


def _case_facts(duty: Duty, group: TargetGroup, found: BrpPerson, gemeente_code: str) -> dict[str, Any]:
    """What is known is filled in; what DUO leaves out doesn't wipe what we have."""
    lives_here = found.municipality_code == gemeente_code
    facts = {
        "group": _GROUPS[group.is_asylum],
        "duty_from": duty.starts_on,
        "notified_on": duty.notified_on,
        "brp_registered_on": found.registered_on if lives_here else None,
    }
    # DUO doesn't say who is at COA: an asylum permit holder who isn't registered here yet, but is ours, is.
    return {name: value for name, value in facts.items() if value} | {
        "in_coa": bool(group.is_asylum) and not lives_here
    }


def keep_person(found: BrpPerson, v_number: int | None = None) -> Person:
    """The person of the BRP, made or updated. What only people know (telephone, languages) stays as it is."""
    person = person_with_bsn(found.bsn)
    return save_person(
        person=person,
        bsn=found.bsn,
        v_number=v_number or (person.v_number if person else None),
        first_names=found.first_names,
        prefix=found.prefix,
        last_name=found.last_name,
        gender=found.gender,
        birth=found.birth,
        birth_place=found.birth_place,
        birth_country=Country.objects.filter(code=found.birth_country_code).first(),
        residence_permit=ResidencePermit.objects.filter(code=found.permit_code).first(),
        secret_address=found.is_secret,
        died_on=found.died_on,
        nationalities=list(Nationality.objects.filter(code__in=found.nationality_codes)),
    )


def _about_pip(pip: KnownPip | None) -> str:
    if not pip:
        return ""
    route = ROUTES.get(str(pip.content.get("leerroute")), "onbekend")
    signed_on = format_date(date.fromisoformat(pip.content["dagtekeningPip"]), weekday=False)
    return f" Het PIP van de vorige gemeente is van {signed_on}; de leerroute is en blijft: {route}."


def _keep_facts(case: Case, duty: Duty, group: TargetGroup, pip: KnownPip | None) -> None:
    keep_fact(case, FactKind.DUTY, asdict(duty))
    keep_fact(case, FactKind.GROUP, asdict(group))
    if pip:
        keep_fact(case, FactKind.PIP, {"gemeente_code": pip.gemeente_code, **pip.content})


def _level_of_b1(pip: KnownPip) -> str:
    """Only the B1-route has two levels; whoever was scaled down before needn't be again."""
    niveau = str(pip.content.get("niveau") or "")
    return niveau if pip.content["leerroute"] == Leerroute.B and niveau in Niveau.values else ""


def _keep_previous_pip(case: Case, pip: KnownPip | None) -> None:
    """The leerroute of the gemeente before stays as it is (Wet inburgering 2021, art. 15 lid 4)."""
    if not pip or pip.gemeente_code == case.gemeente.code or current_version(case):
        return
    before = Municipality.objects.filter(code=pip.gemeente_code).first()
    record_previous_pip(
        case=case,
        gemeente=before.name if before else f"gemeente {pip.gemeente_code}",
        leerroute=str(pip.content["leerroute"]),
        niveau=_level_of_b1(pip),
        dated_on=date.fromisoformat(pip.content["dagtekeningPip"]),
        by=None,
    )
