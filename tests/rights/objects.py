"""The objects that addresses are about: one of each, all of the world's case."""

from datetime import date
from uuid import uuid4

from django.utils import timezone

from cases.enums import DocumentKind
from cases.models import ParkedEvent
from cases.services import add_document, record_event
from contact.enums.appointments import Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.enums.notices import Channel as NoticeChannel
from contact.enums.requests import PartyKind, RequestType, Via
from contact.models import Notice
from contact.services.groups import ask_group_interpreter, ask_guest, plan_group
from contact.services.interpreters import book_interpreter
from contact.services.requests import refer_request, submit_request
from deadlines.enums import Ground as DuoGround
from deadlines.enums import Kind
from deadlines.models import EquatedDay
from deadlines.rules import Facts
from deadlines.services import ask_third_party, extend_deadline, start_deadline, suspend_deadline
from exchange.enums import Channel, IncomingState, OutgoingState
from exchange.models import IncomingMessage, OutgoingMessage
from intake.models import IntakeAnswer, IntakeConflict
from intake.services import (
    add_entry,
    add_promise,
    add_talk,
    keep_recording,
    open_intake,
    record_lbt_result,
    save_answer,
    save_coa_handover,
    summon,
)
from pip_plans.enums import Ground
from pip_plans.models import PlanConflict
from pip_plans.rules.letter.texts import DEFAULTS
from pip_plans.selectors import criteria_of, current_version
from pip_plans.services import (
    add_goal,
    ask_approval,
    comment_on,
    keep_defaults,
    record_bridging,
    save_letter_texts,
    share_concept,
    start_concept,
)
from tests.factories import PDF, AppointmentFactory, InterpreterFactory, clock
from tests.intake.sounds import MP3
from tests.pip_plans.objections import DE_WIT, objection
from tests.pip_plans.plans import establish, lawful_concept, lessons
from tests.rights.world import World

NOTIFICATION = (
    '{"gebeurtenisId": "SS139", "registratieDatumTijd": "2026-11-02T09:00:00Z", "bsn": "999990019"}'
)


def complete(world: World) -> World:
    """Adds what the apps make of a case, and names it in `world.objects`."""
    case, by = world.case, world.users["klantmanager"]
    assert world.tokens
    world.objects["token_id"] = world.users["klantmanager"].api_tokens.order_by("id")[0].pk
    document = add_document(
        case=case, title="Diploma", kind=DocumentKind.BEWIJS, filename="diploma.pdf", content=PDF, by=by,
        visible_to_resident=True,
    )  # fmt: skip
    world.objects["document_id"] = document.pk
    _add_deadlines(world)
    _add_plan(world)
    _add_intake(world)
    _add_messages(world)
    _add_appointment(world)
    _add_requests(world)
    return world


def _add_appointment(world: World) -> None:
    """A talk to which an interpreter was asked."""
    by = world.users["klantmanager"]
    talk = AppointmentFactory(case=world.case, interpreter_decision=InterpreterDecision.INTERPRETER)
    interpreter = InterpreterFactory(gemeente=world.case.gemeente)
    session = plan_group(kind="voorlichting", starts_at=clock(9), minutes=60, place_kind="school", by=by)
    guest = ask_guest(session=session, case=world.case, by=by)
    group_booking = ask_group_interpreter(session=session, interpreter=interpreter, language="ti", by=by)
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=by)
    world.objects |= {
        "appointment_id": talk.pk,
        "interpreter_id": interpreter.pk,
        "booking_id": booking.pk,
        "session_id": session.pk,
        "guest_id": guest.pk,
        "group_booking_id": group_booking.pk,
        "mijn_bericht_id": talk.notices.get(channel=NoticeChannel.PORTAL).pk,
    }


def _add_deadlines(world: World) -> None:
    by = world.users["klantmanager"]
    facts = Facts(
        group=world.case.group, notified_on=timezone.localdate(), brp_registered_on=date(2026, 2, 9)
    )
    start_deadline(case=world.case, kind=Kind.PIP, facts=facts, by=by)
    request = ask_third_party(
        case=world.case, party="Nuffic", what="Diplomawaardering", asked_on=timezone.localdate(), by=by
    )
    world.objects["request_id"] = request.pk
    substitute = world.case.assignments.get(user=world.users["vervanger"])
    world.objects["assignment_id"] = substitute.pk
    world.objects["day_id"] = EquatedDay.objects.get_or_create(
        day=date(2028, 5, 26), defaults={"source": "KB"}
    )[0].pk
    today = timezone.localdate()
    termijn = start_deadline(case=world.case, kind=Kind.TERMIJN, facts=Facts(pip_dated_on=today), by=by)
    extension = extend_deadline(
        deadline=termijn, ground=DuoGround.OVERLIJDEN, decided_on=today, reason="Overleden", by=by
    )
    by_hand = start_deadline(case=world.case, kind=Kind.BOETEBESLUIT, facts=Facts(report_on=today), by=by)
    suspension = suspend_deadline(deadline=by_hand, from_on=today, reason="Bij het OM", by=by)
    world.objects |= {
        "deadline_id": termijn.pk,
        "extension_id": extension.pk,
        "by_hand_id": by_hand.pk,
        "suspension_id": suspension.pk,
    }


def _add_intake(world: World) -> None:
    by = world.users["klantmanager"]
    intake = open_intake(case=world.case, by=by, reason_again="Na twee jaar is alles anders.")
    save_answer(intake=intake, question="doelen", by=by, original="Timmerman worden")
    answer = IntakeAnswer.objects.get(intake=intake, question="doelen")
    conflict = IntakeConflict.objects.create(answer=answer, part="original", value="Kok worden", by=by)
    talk = add_talk(
        intake=intake, held_on=timezone.localdate(), mode="kantoor", interpreter="aanwezig", by=by
    )
    promise = add_promise(talk=talk, text="De gemeente belt de school.", side="gemeente", by=by)
    save_coa_handover(case=world.case, by=by, no_talk_reason="COA was niet te bereiken.")
    level = add_entry(
        list_key="niveaus", case=world.case, by=by, skill="lezen", level="A2", source="docent",
        measured_on=timezone.localdate(),
    )  # fmt: skip
    called = AppointmentFactory(
        case=world.case, purpose=Purpose.BREDE_INTAKE, starts_at=clock(7, at="13:00"),
        interpreter_decision=InterpreterDecision.PHONE_INTERPRETER,
    )  # fmt: skip
    recording = keep_recording(
        part="pip", language="ti", content=MP3, speaker="Selam", recorded_on=timezone.localdate(),
        by=world.users["beheerder"],
    )  # fmt: skip
    summons = summon(case=world.case, appointment=called, number=1, by=by)
    result = record_lbt_result(
        case=world.case, result="onbekend", score="0,00", needed_score="50,00", taken_on=timezone.localdate()
    )
    world.objects |= {
        "summons_id": summons.pk,
        "recording_id": recording.pk,
        "language": "ti",
        "pack_part": "pip",
        "intake_id": intake.pk,
        "talk_id": talk.pk,
        "promise_id": promise.pk,
        "list_key": "niveaus",
        "entry_id": level.pk,
        "conflict_id": conflict.pk,
        "question": "doelen",
        "key": "eigen-woorden",
        "sheet_step": "wensen",
        "result_id": result.pk,
    }  # type: ignore[dict-item]


def _add_plan(world: World) -> None:
    """Version 1 is established, version 2 is the concept that follows it."""
    by = world.users["klantmanager"]
    establish(lawful_concept(world.case, by), on=timezone.localdate(), by=by)
    concept = start_concept(case=world.case, by=by)
    goal = add_goal(version=concept, by=by, own_text="Nog een doel", own_language="nl")
    agreement = concept.agreements.order_by("id")[0]
    share_concept(version=concept, by=by)
    comment = comment_on(version=concept, by=by, text="Kan het later?")
    conflict = PlanConflict.objects.create(
        version=concept, field="support", value="Een fiets.", seen="", by=by
    )
    approval = ask_approval(
        version=concept, ground=Ground.EENZIJDIG, by=by, motivation="Er kwam geen antwoord van hem."
    )
    hours = lessons(world.case, by, 60)
    texts = DEFAULTS | {"aanhef": "Dag [naam],"}
    letter = save_letter_texts(texts=texts, note="Andere aanhef", by=world.users["beheerder"])
    keep_defaults(gemeente=world.case.gemeente)
    criterion = criteria_of(world.case.gemeente)[0]
    bridging = record_bridging(case=world.case, kind="online", from_on=timezone.localdate(), by=by)
    made = objection(current_version(world.case), by, representative=DE_WIT)
    world.objects |= {
        "letter_text": letter.number,
        "objection_id": made.pk,
        "objection_document_id": made.receipt_id,
        "objection_step": "gehoord",  # type: ignore[dict-item]
        "hours_id": hours.pk,
        "activity_id": bridging.pk,
        "ground": "leeftijd",  # type: ignore[dict-item]
        "criterion_key": "taal",  # type: ignore[dict-item]
        "criterion_id": criterion.pk,
        "comment_id": comment.pk, "approval_id": approval.pk, "plan_conflict_id": conflict.pk,
        "version_id": current_version(world.case).pk, "concept_id": concept.pk, "number": 1, "goal_id": goal.pk,
        "agreement_id": agreement.pk,
    }  # fmt: skip


def _add_messages(world: World) -> None:
    incoming = IncomingMessage.objects.create(
        message_id=uuid4(), gemeente=world.case.gemeente, event="SS139", registered_at=timezone.now(), raw=NOTIFICATION,
        state=IncomingState.STUCK, problem="DUO kent deze persoon niet.",
    )  # fmt: skip
    event = record_event(case=world.case, kind="pip.vastgesteld", text="PIP vastgesteld.", by=None)
    outgoing = OutgoingMessage.objects.create(
        event=event,
        channel=Channel.DUO_PIP,
        case=world.case,
        body={},
        state=OutgoingState.FAILED,
        problem="DUO antwoordt niet.",
    )
    parked = ParkedEvent.objects.create(event=event, channel=Channel.DUO_PIP, problem="Er ging iets mis.")
    world.objects |= {"message_in": incoming.pk, "message_out": outgoing.pk, "parked_id": parked.pk}


def _add_requests(world: World) -> None:
    """One request that was put to a school, and a complaint that only the team lead knows of."""
    by = world.users["klantmanager"]
    request = submit_request(
        case=world.case, type_=RequestType.LESTIJD, text="Kan ik in de ochtend?", language="nl", by=by,
        via=Via.TELEFOON,
    )  # fmt: skip
    party = refer_request(
        request=request, kind=PartyKind.AANBIEDER, name="De Brug", question="Is er plek in de ochtend?", by=by
    )
    complaint = submit_request(
        case=world.case, type_=RequestType.KLACHT, text="Niemand belt terug.", language="nl",
        by=world.users["inwoner"],
    )  # fmt: skip
    secret = Notice.objects.filter(request=complaint)[0]
    open_notice = Notice.objects.filter(request=request)[0]
    world.objects |= {"bericht_id": open_notice.pk, "vertrouwelijk_id": secret.pk}
    world.objects |= {"verzoek_id": request.pk, "party_id": party.pk, "klacht_id": complaint.pk}
