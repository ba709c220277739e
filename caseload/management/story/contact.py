"""What the demo shows of talks, interpreters and requests."""

from datetime import date, datetime, time, timedelta

from accounts.models import User
from accounts.services import resident_for, set_staff_languages
from cases.models import Case
from cases.services import save_person
from contact.enums.appointments import Mode, Place, Purpose
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.enums.requests import RequestType, TranslationSource
from contact.rules.appointments import AMSTERDAM
from contact.services.appointments import plan_appointment
from contact.services.interpreters import answer_booking, book_interpreter, save_interpreter
from contact.services.requests import submit_request, translate_request
from deadlines.selectors import calendar

ARABIC = "ar"


def keep_in_touch(case: Case, by: User, *, today: date) -> None:
    """A talk with an interpreter who comes, and a question that waits for an answer."""
    save_person(person=case.person, email="yusuf@voorbeeld.example", phone="0612345678")
    set_staff_languages(user=by, codes=["nl", "en"])
    interpreter = save_interpreter(
        gemeente=case.gemeente, name="Nadia Benali", agency="Tolkenbureau De Brug", languages=[ARABIC, "fr"]
    )
    talk = plan_appointment(
        case=case, by=by, purpose=Purpose.VOORTGANGSGESPREK, starts_at=_working_day(today, 5, at=10), minutes=60,
        mode=Mode.LIVE, wished_mode=Mode.LIVE, place_kind=Place.BIBLIOTHEEK, place="Bibliotheek, zaal 2, Kerkstraat 8",
        interpreter_decision=InterpreterDecision.INTERPRETER,
    )  # fmt: skip
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language=ARABIC, by=by)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=by)
    yusuf = resident_for(bsn_index=case.person.bsn_index or "", name=case.person.full_name, language=ARABIC)
    request = submit_request(
        case=case, type_=RequestType.LESTIJD, by=yusuf, language=ARABIC,
        text="أريد دروسًا في الصباح، لأنني أعمل بعد الظهر.",
    )  # fmt: skip
    translate_request(
        request=request, translation="Ik wil les in de ochtend, want ik werk in de middag.",
        source=TranslationSource.PERSON, by=by,
    )  # fmt: skip


def plan_without_interpreter(case: Case, by: User, *, today: date) -> None:
    """A talk that can't be confirmed yet: nobody decided about the interpreter that it needs."""
    plan_appointment(
        case=case, by=by, purpose=Purpose.BREDE_INTAKE, starts_at=_working_day(today, 3, at=14), minutes=90,
        mode=Mode.LIVE, place_kind=Place.GEMEENTEHUIS, as_concept=True,
    )  # fmt: skip


def _working_day(today: date, ahead: int, *, at: int) -> datetime:
    """This hour, so many working days after today."""
    day = today
    for _ in range(ahead):
        day = calendar().next_working_day(day + timedelta(days=1))
    return datetime.combine(day, time(at), AMSTERDAM)
