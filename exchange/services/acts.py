"""What each event of DUO leads to. First all questions, then one transaction with all changes."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.enums import Group, Origin, Status
from cases.models import Case, Country, Nationality, Person, ResidencePermit
from cases.selectors import person_with_bsn, person_with_v_number
from cases.services import close_case, open_case, record_event, save_person, update_facts
from exchange.enums import Act, EventKind, FactKind, IncomingState
from exchange.models import DuoFact, IncomingMessage
from exchange.rules.brp import BrpPerson
from exchange.rules.duo import Duty, KnownPip, TargetGroup
from exchange.rules.events import Event, event_of
from exchange.rules.facts import ROUTES
from exchange.rules.notification import Notification
from exchange.services import brp, duo, terms
from exchange.services.http import ChainError
from exchange.services.withdrawing import withdraw_outgoing
from inburgering.kit.dutch import format_date
from inburgering.kit.numbers import is_valid_bsn
from intake.services import record_lbt_result

_REASON = "Bericht van DUO."


class CannotHandleError(ChainError):
    """People must look at this message; the text says what to do."""


@dataclass(frozen=True)
class Subject:
    """Who the message is about, and the message itself."""

    message: IncomingMessage
    event: Event
    bsn: str


def act_on(*, message: IncomingMessage, notification: Notification) -> None:
    """Raises ChainError or ValidationError when it can't be done; then nothing has changed."""
    subject = Subject(message, event_of(notification.event), _bsn_of(notification))
    _ACTS[subject.event.act](subject)


def _bsn_of(notification: Notification) -> str:
    if notification.bsn:
        if not is_valid_bsn(notification.bsn):
            raise CannotHandleError("Het BSN in dit bericht kan niet bestaan (elfproef). Meld dit bij DUO.")
        return notification.bsn
    if notification.v_number is None:
        raise CannotHandleError("Dit bericht noemt geen persoon. Meld dit bij DUO.")
    person = person_with_v_number(notification.v_number)
    if person is None or not person.bsn:
        raise CannotHandleError(
            "Dit bericht noemt alleen een V-nummer, en wij kennen nog geen persoon met dat nummer en een BSN. Zoek de "
            "persoon op in het Portaal Inburgering, vul het V-nummer in het dossier in en probeer het opnieuw."
        )
    return person.bsn


# --- Newcomers --------------------------------------------------------------------------------------


def _open(subject: Subject) -> None:
    _open_case(subject, Origin.DUO, start=None)


def _open_and_start(subject: Subject) -> None:
    _open_case(subject, Origin.DUO, start=terms.start_pip_term)


def _open_after_move(subject: Subject) -> None:
    _open_case(subject, Origin.VERHUIZING, start=terms.start_pip_term_after_move)


def _open_case(subject: Subject, origin: Origin, start: Callable[[Case], None] | None) -> None:
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
        if not (message := _locked(subject.message)):
            return
        facts = _case_facts(duty, group, found, gemeente.code)
        person = keep_person(found)
        opened_on = timezone.localdate(message.received_at)
        case = open_case(person=person, gemeente=gemeente, origin=origin, on=opened_on, by=None, **facts)
        case = update_facts(case=case, by=None, reason=_REASON, **facts)
        _keep_facts(case, duty, group, pip)
        _show(subject, case, _about_pip(pip))
        if start:
            start(case)
        _is_handled(message, case)


def _case_facts(duty: Duty, group: TargetGroup, found: BrpPerson, gemeente_code: str) -> dict[str, Any]:
    """What is known is filled in; what DUO leaves out doesn't wipe what we have."""
    lives_here = found.municipality_code == gemeente_code
    facts = {
        "group": {True: Group.ASIELSTATUSHOUDER, False: Group.GEZINSMIGRANT}.get(group.is_asylum),  # type: ignore[call-overload]
        "duty_from": duty.starts_on,
        "notified_on": duty.notified_on,
        "brp_registered_on": found.registered_on if lives_here else None,
    }
    # DUO doesn't say who is at COA: an asylum permit holder who isn't registered here yet, but is ours, is.
    return {name: value for name, value in facts.items() if value} | {
        "in_coa": bool(group.is_asylum) and not lives_here
    }


def keep_person(found: BrpPerson) -> Person:
    """The person of the BRP, made or updated. What only people know (telephone, languages) stays as it is."""
    nationalities = list(Nationality.objects.filter(code__in=found.nationality_codes))
    return save_person(
        person=person_with_bsn(found.bsn),
        bsn=found.bsn,
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
        nationalities=nationalities,
    )


def _about_pip(pip: KnownPip | None) -> str:
    if not pip:
        return ""
    route = ROUTES.get(str(pip.content.get("leerroute")), "onbekend")
    signed_on = format_date(date.fromisoformat(pip.content["dagtekeningPip"]), weekday=False)
    return f" Het PIP van de vorige gemeente is van {signed_on}; de leerroute is en blijft: {route}."


# --- About a case that is there -----------------------------------------------------------------------


def _show_event(subject: Subject) -> None:
    with transaction.atomic():
        if message := _locked(subject.message):
            case = _case_of(subject)
            _show(subject, case)
            _is_handled(message, case)


def _fetch_group(subject: Subject) -> None:
    group = duo.fetch_target_group(gemeente=subject.message.gemeente, bsn=subject.bsn)
    with transaction.atomic():
        if message := _locked(subject.message):
            case = _case_of(subject)
            _show(subject, case)
            _keep_fact(case, FactKind.GROUP, asdict(group))
            if group.is_asylum is not None:
                new = Group.ASIELSTATUSHOUDER if group.is_asylum else Group.GEZINSMIGRANT
                case = update_facts(case=case, by=None, reason=_REASON, group=new)
                terms.correct_pip_term(case)
            _is_handled(message, case)


def _fetch_lbt(subject: Subject) -> None:
    results = duo.fetch_exam_results(gemeente=subject.message.gemeente, bsn=subject.bsn)
    if not results:
        raise CannotHandleError(
            "DUO meldt een resultaat van de leerbaarheidstoets, maar geeft er geen. Probeer het later."
        )
    with transaction.atomic():
        if message := _locked(subject.message):
            case = _case_of(subject)
            _show(subject, case)
            for result in results:
                record_lbt_result(
                    case=case, result=result.result, score=result.score, needed_score=result.needed_score,
                    taken_on=result.taken_on,
                )  # fmt: skip
            _is_handled(message, case)


def _fetch_term(subject: Subject) -> None:
    term = duo.fetch_term(gemeente=subject.message.gemeente, bsn=subject.bsn)
    with transaction.atomic():
        if message := _locked(subject.message):
            case = _case_of(subject)
            _keep_fact(case, FactKind.TERM, asdict(term))
            difference = terms.take_duo_term(case, term)
            dates = f"{format_date(term.starts_on, weekday=False)} tot en met {format_date(term.last_day, weekday=False)}"
            record_event(
                case=case,
                kind=EventKind.TERM,
                text=f"{subject.event.sentence} De termijn loopt van {dates}.{difference}",
                by=None,
                data=_data(subject),
            )
            _is_handled(message, case)


def _close(subject: Subject) -> None:
    """Death: what is planned stops at once. Two registers must say it, since one mistake would hurt a family."""
    found = brp.fetch_person(gemeente=subject.message.gemeente, bsn=subject.bsn)
    if not found.is_dead:
        raise CannotHandleError(
            "DUO meldt dat deze persoon is overleden, maar de BRP zegt dat niet. Vraag het na. Klopt het, sluit het "
            "dossier dan met de hand; of probeer het later opnieuw."
        )
    with transaction.atomic():
        if message := _locked(subject.message):
            case = _case_of(subject)
            keep_person(found)
            died = (
                f"Overleden op {format_date(found.died_on, weekday=False)}" if found.died_on else "Overleden"
            )
            record_event(
                case=case,
                kind=EventKind.DIED,
                text=f"{subject.event.sentence} {died}. Termijnen en berichten zijn gestopt. Bel zelf met de familie.",
                by=None,
                data=_data(subject),
            )
            terms.stop_all(case, reason=died)
            withdraw_outgoing(case=case, reason=died)
            close_case(case=case, on=timezone.localdate(), reason=f"{died} (bericht van DUO).", by=None)
            _is_handled(message, case)


_ACTS: Mapping[Act, Callable[[Subject], None]] = {
    Act.OPEN: _open,
    Act.OPEN_AND_START: _open_and_start,
    Act.OPEN_AFTER_MOVE: _open_after_move,
    Act.FETCH_GROUP: _fetch_group,
    Act.FETCH_LBT: _fetch_lbt,
    Act.FETCH_TERM: _fetch_term,
    Act.CLOSE: _close,
    Act.SHOW: _show_event,
}


# --- Parts --------------------------------------------------------------------------------------------


def _locked(message: IncomingMessage) -> IncomingMessage | None:
    """The message under lock, or None when another worker has handled it meanwhile."""
    waiting = IncomingMessage.objects.select_for_update().filter(pk=message.pk, state=IncomingState.RECEIVED)
    return waiting.first()


def _is_handled(message: IncomingMessage, case: Case) -> None:
    message.state, message.case, message.handled_at, message.problem = (
        IncomingState.HANDLED,
        case,
        timezone.now(),
        "",
    )
    message.save(update_fields=["state", "case", "handled_at", "problem"])


def _case_of(subject: Subject) -> Case:
    """The open case at this gemeente, else the last one."""
    person = person_with_bsn(subject.bsn)
    cases = Case.objects.filter(person=person, gemeente=subject.message.gemeente).select_related(
        "person", "gemeente"
    )
    open_first = (
        sorted(cases, key=lambda case: (case.status == Status.OPEN, case.opened_on, case.pk))
        if person
        else []
    )
    if not open_first:
        raise CannotHandleError(
            "Uw gemeente heeft geen dossier van deze persoon. Zoek uit of de persoon hier hoort. Open dan eerst een "
            "dossier en probeer het opnieuw."
        )
    return open_first[-1]


def _show(subject: Subject, case: Case, more: str = "") -> None:
    record_event(
        case=case, kind=EventKind.NOTIFIED, text=subject.event.sentence + more, by=None, data=_data(subject)
    )


def _data(subject: Subject) -> dict[str, Any]:
    registered_at = subject.message.registered_at.isoformat()
    return {"event": subject.event.code, "registered_at": registered_at, "message_id": subject.message.pk}


def _keep_facts(case: Case, duty: Duty, group: TargetGroup, pip: KnownPip | None) -> None:
    _keep_fact(case, FactKind.DUTY, asdict(duty))
    _keep_fact(case, FactKind.GROUP, asdict(group))
    if pip:
        _keep_fact(case, FactKind.PIP, {"gemeente_code": pip.gemeente_code, **pip.content})


def _keep_fact(case: Case, kind: FactKind, content: Mapping[str, Any]) -> None:
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in content.items()}
    DuoFact.objects.update_or_create(
        case=case, kind=kind, defaults={"content": plain, "fetched_at": timezone.now()}
    )
