"""What DUO must know: which event asks for it, what goes out, and what the dossier says about how it went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from accounts.models import User
from cases.enums import EventKind as CaseEventKind
from cases.enums import Group
from cases.models import CaseEvent
from exchange.enums import Channel, EventKind
from exchange.models import DuoContactLink, OutgoingMessage
from exchange.rules.duo import is_same_pip, pip_message
from exchange.services import duo
from exchange.services.contacts import send_contact
from exchange.services.http import RefusedError, UnknownPersonError
from inburgering.kit.dutch import format_date
from intake.enums import EventKind as IntakeEventKind
from pip_plans.enums import EventKind as PipEventKind
from pip_plans.models import PipVersion
from pip_plans.selectors import duo_obstacles_of


@dataclass(frozen=True)
class Words:
    """The event and its sentence for one ending. `{words}` is what DUO said, `{day}` the day of the PIP, `{who}`
    the contactpersoon."""

    kind: EventKind
    sentence: str


@dataclass(frozen=True)
class Subject:
    """One kind of message. `send` raises the errors of `services.http`; it looks first when the message may have arrived.

    `body` answers None for an event that DUO needn't hear of. `only_latest_counts` when a newer change makes an older one
    that still waits superfluous.
    """

    channel: Channel
    asked_by: tuple[str, ...]
    body: Callable[[CaseEvent], Mapping[str, Any] | None]
    send: Callable[[OutgoingMessage], None]
    accepted: Words
    refused: Words
    failed: Words
    withdrawn: Words
    is_replaced_by_later: bool = False
    only_latest_counts: bool = False

    def about(self, message: OutgoingMessage) -> dict[str, Any]:
        """What the events about this message refer to."""
        version = {key: message.event.data[key] for key in ("version_id",) if key in message.event.data}
        return {"outgoing_id": message.pk} | version


# --- The PIP -------------------------------------------------------------------------------------------------


def _pip_body(event: CaseEvent) -> Mapping[str, Any]:
    version = PipVersion.objects.get(pk=event.data["version_id"])
    return pip_message(
        established_on=date.fromisoformat(event.data["established_on"]),
        leerroute=version.leerroute,
        niveau=version.niveau,
        intensity_hours=version.intensity_hours,
        may_finish_education=version.may_finish_education,
        alphabetisation=version.alphabetisation,
        is_asylum=event.case.group == Group.ASIELSTATUSHOUDER,
    )


def _send_pip(message: OutgoingMessage) -> None:
    """POST isn't repeatable at DUO: after an unknown outcome we look first whether the PIP stands there already."""
    gemeente, bsn = message.case.gemeente, message.case.person.bsn
    if message.may_have_arrived:
        known = duo.fetch_pip(gemeente=gemeente, bsn=bsn)
        if known and known.gemeente_code == gemeente.code and is_same_pip(message.body, known.content):
            return
    else:
        _check_pip(message)
    duo.register_pip(gemeente=gemeente, bsn=bsn, message=message.body)


def _delete_pip(message: OutgoingMessage) -> None:
    """DELETE takes whatever PIP is current, so we look first which one that is. Gone already is what we wanted."""
    gemeente, bsn = message.case.gemeente, message.case.person.bsn
    known = duo.fetch_pip(gemeente=gemeente, bsn=bsn)
    if known is None:
        return
    if known.gemeente_code != gemeente.code or not is_same_pip(message.body, known.content):
        raise RefusedError("DUO heeft inmiddels een ander PIP van deze persoon.")
    duo.delete_pip(gemeente=gemeente, bsn=bsn)


def _check_pip(message: OutgoingMessage) -> None:
    """DUO's own checks, once more: facts may have changed since the PIP was established."""
    version = PipVersion.objects.select_related("pip__case__person").get(pk=message.event.data["version_id"])
    if obstacles := duo_obstacles_of(version, today=timezone.localdate()):
        raise RefusedError("Niet verstuurd.", tuple(obstacle.sentence for obstacle in obstacles))


# --- The leerbaarheidstoets that somebody needn't take ---------------------------------------------------------


def _skip_exam(message: OutgoingMessage) -> None:
    """Asking twice is safe: after an unknown outcome "there is none" is what we wanted."""
    try:
        duo.skip_exam(gemeente=message.case.gemeente, bsn=message.case.person.bsn)
    except UnknownPersonError as error:
        if not message.may_have_arrived:
            raise RefusedError(
                "DUO heeft geen aanmelding voor de leerbaarheidstoets van deze persoon."
            ) from error


# --- The contactpersoon ----------------------------------------------------------------------------------------


def _contact_body(event: CaseEvent) -> Mapping[str, Any] | None:
    """Another klantmanager, or the end of the dossier. A substitute stands in for a while and is no contact at DUO."""
    if event.kind == CaseEventKind.CLOSED:
        known = DuoContactLink.objects.filter(case=event.case_id, ended_at=None).exists()
        return {"user_id": None, "naam": "niemand, want het dossier is gesloten"} if known else None
    user_id = event.data.get("user_id")
    if user_id is None or not event.case.is_open:
        return None
    return {"user_id": user_id, "naam": User.objects.get(pk=user_id).name}


SUBJECTS: Mapping[str, Subject] = {
    subject.channel.value: subject
    for subject in (
        Subject(
            channel=Channel.DUO_PIP,
            asked_by=(PipEventKind.VASTGESTELD,),
            body=_pip_body,
            send=_send_pip,
            accepted=Words(EventKind.PIP_ACCEPTED, "DUO heeft het PIP van {day} aangenomen."),
            refused=Words(
                EventKind.PIP_REFUSED,
                "DUO weigert het PIP. {words} Verander het PIP, of neem contact op met DUO.",
            ),
            failed=Words(EventKind.PIP_FAILED, "Het PIP is nog niet bij DUO. {words}"),
            withdrawn=Words(EventKind.PIP_WITHDRAWN, "Het PIP is niet naar DUO gestuurd. Reden: {words}."),
            is_replaced_by_later=True,
        ),
        Subject(
            channel=Channel.DUO_PIP_GONE,
            asked_by=(PipEventKind.WEG_BIJ_DUO,),
            body=_pip_body,
            send=_delete_pip,
            accepted=Words(EventKind.PIP_DELETED, "DUO heeft het PIP van {day} verwijderd."),
            refused=Words(EventKind.DELETION_REFUSED, "DUO verwijdert het PIP niet. {words}"),
            failed=Words(EventKind.DELETION_FAILED, "DUO weet nog niet dat het PIP weg moet. {words}"),
            withdrawn=Words(
                EventKind.DELETION_WITHDRAWN,
                "Aan DUO is niet gevraagd het PIP te verwijderen. Reden: {words}.",
            ),
        ),
        Subject(
            channel=Channel.DUO_LBT,
            asked_by=(IntakeEventKind.LBT_SKIP,),
            body=lambda _event: {},
            send=_skip_exam,
            accepted=Words(
                EventKind.LBT_ACCEPTED, "DUO weet dat de leerbaarheidstoets van deze persoon niet doorgaat."
            ),
            refused=Words(
                EventKind.LBT_REFUSED,
                "DUO neemt de ontheffing van de leerbaarheidstoets niet aan. {words} Neem contact op met DUO.",
            ),
            failed=Words(
                EventKind.LBT_FAILED, "DUO weet nog niet dat de leerbaarheidstoets niet doorgaat. {words}"
            ),
            withdrawn=Words(
                EventKind.LBT_WITHDRAWN,
                "Aan DUO is niet verteld dat de leerbaarheidstoets niet doorgaat. Reden: {words}.",
            ),
        ),
        Subject(
            channel=Channel.DUO_CONTACT,
            asked_by=(CaseEventKind.ASSIGNED, CaseEventKind.CLOSED),
            body=_contact_body,
            send=send_contact,
            accepted=Words(EventKind.CONTACT_ACCEPTED, "Contactpersoon bij DUO: {who}."),
            refused=Words(
                EventKind.CONTACT_REFUSED,
                "De contactpersoon staat niet goed bij DUO (moet zijn: {who}). {words}",
            ),
            failed=Words(
                EventKind.CONTACT_FAILED, "DUO weet nog niet wie de contactpersoon is ({who}). {words}"
            ),
            withdrawn=Words(
                EventKind.CONTACT_WITHDRAWN,
                "Aan DUO is niet verteld wie de contactpersoon is ({who}). Reden: {words}.",
            ),
            is_replaced_by_later=True,
            only_latest_counts=True,
        ),
    )
}


def sentence_of(words: Words, message: OutgoingMessage, said: str = "") -> str:
    day = message.body.get("dagtekeningPip")
    shown = format_date(date.fromisoformat(day), weekday=False) if day else ""
    return words.sentence.format(words=said, day=shown, who=message.body.get("naam", ""))
