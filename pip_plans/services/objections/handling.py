"""What happens between the day that a bezwaar came in and the decision."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contact.enums.notices import NoticeKind
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.services import correct_facts, start_deadline, suspend_deadline, withdraw_suspension
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, Excuse, WaiveGround
from pip_plans.models import Objection, Omission
from pip_plans.rules import objection_letters
from pip_plans.rules.objections import (
    DONE,
    NOT_INVOLVED,
    adjournment_obstacles,
    agreement_obstacles,
    decider_obstacle,
    default_obstacles,
    hearing_obstacles,
    mending_obstacles,
)
from pip_plans.selectors import decider_of, hearers_for, involved_in
from pip_plans.services.objections.keeping import (
    frame,
    history,
    keep_letter,
    locked,
    refuse,
    refuse_others,
)
from pip_plans.services.objections.telling import tell

MENDING = "7:10 lid 2"
DAY = timedelta(days=1)


def _mine(objection: Objection, by: User) -> Objection:
    objection = locked(objection)
    refuse_others(by, objection.version.pip.case)
    return objection


def _words(day: date) -> str:
    return format_date(day, weekday=False)


def _required(text: str, sentence: str) -> str:
    if not text.strip():
        raise ValidationError(sentence)
    if "\x00" in text:
        raise ValidationError("De tekst bevat een teken dat niet kan.")
    return text.strip()


@transaction.atomic
def judge_lateness(*, objection: Objection, excuse: Excuse, reason: str, by: User) -> Objection:
    """Whether coming too late is excusable (Awb, artikel 6:11). Who may decide on the bezwaar judges it."""
    objection = locked(objection)
    if obstacle := decider_obstacle(decider_of(objection, by)):
        raise ValidationError(obstacle, code="mag_niet")
    if not objection.is_late:
        raise ValidationError("Dit bezwaar kwam op tijd. Er is niets te beoordelen.")
    if not objection.is_open:
        raise ValidationError(DONE)
    objection.excuse, objection.excuse_by = excuse, by
    objection.excuse_reason = _required(reason, "Schrijf op waarom u dit vindt.")
    objection.full_clean(exclude=["version", "deadline", "receipt", "by"])
    objection.save(update_fields=["excuse", "excuse_reason", "excuse_by"])
    history(objection, EventKind.BEZWAAR_STAP, f"{Excuse(excuse).label}. {objection.excuse_reason}", by)
    return objection


@transaction.atomic
def ask_to_mend(
    *, objection: Objection, what: str, until_on: date, by: User, confirmed_without_translation: bool = False
) -> Omission:
    """Says what is missing and until when it can be added. The term to decide stands still meanwhile (Awb, 7:10 lid 2)."""
    objection = _mine(objection, by)
    today = timezone.localdate()
    refuse(mending_obstacles(objection.standing(today), until_on, what, today))
    what = _required(what, "Schrijf op wat er ontbreekt.")
    suspension = suspend_deadline(
        deadline=objection.deadline, from_on=today + DAY, until_on=until_on, known_ahead=True, by=by, article=f"Awb {MENDING}",
        reason=f"Het bezwaar is nog niet compleet. Aanvullen kan tot en met {_words(until_on)}.",
    )  # fmt: skip
    case, number = objection.version.pip.case, objection.number
    data = objection_letters.mending(
        frame(objection.version, number, objection.received_on, today, by), what=what, until_on=until_on
    )
    document = keep_letter(
        case, f"Bezwaar {number}: aanvullen voor {_words(until_on)}", f"aanvullen-{number}", data, by
    )
    omission = Omission(objection=objection, what=what, asked_on=today, until_on=until_on, document=document,
                        suspension=suspension, by=by)  # fmt: skip
    omission.full_clean(exclude=["objection", "document", "suspension", "by"])
    omission.save()
    history(
        objection,
        EventKind.BEZWAAR_STAP,
        f"Gevraagd het bezwaar aan te vullen, tot en met {_words(until_on)}: {what}",
        by,
    )
    tell(objection, NoticeKind.OBJECTION_INCOMPLETE, f"aanvullen-{omission.pk}", document, by=by,
         facts={"until_on": until_on, "what": what}, confirmed=confirmed_without_translation)  # fmt: skip
    return omission


@transaction.atomic
def mend_objection(*, omission: Omission, on: date, text: str, by: User) -> Omission:
    """What was missing came in. The term runs on from that day."""
    objection = _mine(omission.objection, by)
    omission = Omission.objects.select_related("suspension").get(pk=omission.pk)
    obstacles = []
    if omission.mended_on:
        obstacles.append("Dit is al aangevuld.")
    if not objection.is_open:
        obstacles.append(DONE)
    if on > timezone.localdate():
        obstacles.append("Het kan niet zijn aangevuld op een dag die nog moet komen.")
    if on < omission.asked_on:
        obstacles.append(f"U vroeg dit op {_words(omission.asked_on)}. Kies die dag of een latere dag.")
    refuse(obstacles)
    omission.mended_on = on
    omission.mended_with = _required(text, "Schrijf op waarmee het bezwaar is aangevuld.")
    if on <= omission.until_on:
        # The time that was given is cut short to the time that was needed.
        withdraw_suspension(suspension=omission.suspension, reason=f"Aangevuld op {_words(on)}.", by=by)
        if on > omission.suspension.from_on:
            omission.suspension = suspend_deadline(
                deadline=objection.deadline, from_on=omission.suspension.from_on, until_on=on - DAY, by=by,
                article=f"Awb {MENDING}", reason=f"Het bezwaar was niet compleet tot {_words(on)}.",
            )  # fmt: skip
    omission.full_clean(exclude=["objection", "document", "suspension", "by"])
    omission.save(update_fields=["mended_on", "mended_with", "suspension"])
    history(objection, EventKind.BEZWAAR_STAP, f"Bezwaar aangevuld op {_words(on)}.", by)
    return omission


@transaction.atomic
def record_hearing(
    *, objection: Objection, held_on: date, report: str, with_interpreter: bool, by: User,
    hearer: User | None = None, outside: str = "",
) -> Objection:  # fmt: skip
    """The hoorzitting, held by somebody who had no part in the decision (Awb, artikel 7:5): a colleague, or by name
    somebody from outside the gemeente.
    """
    objection = _mine(objection, by)
    today = timezone.localdate()
    obstacles = list(
        hearing_obstacles(
            objection.standing(today), held_on=held_on, outside=outside, report=report, today=today,
            is_colleague=hearer is not None, involved=frozenset(user.name for user in involved_in(objection)),
        )
    )  # fmt: skip
    if hearer and hearer not in hearers_for(objection):
        obstacles.append(NOT_INVOLVED)
    refuse(obstacles)
    objection.heard_on, objection.hearer, objection.heard_with_interpreter = held_on, hearer, with_interpreter
    objection.heard_by = hearer.name if hearer else _required(outside, "Schrijf op wie de nieuwkomer hoorde.")
    objection.hearing_report, objection.waived = _required(report, "Schrijf een verslag."), ""
    objection.full_clean(exclude=["version", "deadline", "receipt", "by"])
    objection.save(
        update_fields=["heard_on", "heard_by", "hearer", "heard_with_interpreter", "hearing_report", "waived"]
    )
    history(objection, EventKind.BEZWAAR_STAP, f"Gehoord op {_words(held_on)} door {_who(objection)}.", by)
    return objection


def _who(objection: Objection) -> str:
    return objection.heard_by if objection.hearer else f"{objection.heard_by}, van buiten de gemeente"


@transaction.atomic
def waive_hearing(*, objection: Objection, ground: WaiveGround, by: User) -> Objection:
    """Nobody has to be heard, for a reason of the law (Awb, artikel 7:3)."""
    objection = _mine(objection, by)
    obstacles = [] if objection.is_open else [DONE]
    if objection.heard_on:
        obstacles.append(f"De nieuwkomer is al gehoord op {_words(objection.heard_on)}.")
    refuse(obstacles)
    objection.waived = WaiveGround(ground)
    objection.save(update_fields=["waived"])
    history(objection, EventKind.BEZWAAR_STAP, f"Niet gehoord. {WaiveGround(ground).label}.", by)
    return objection


@transaction.atomic
def adjourn_objection(
    *, objection: Objection, reason: str, by: User, confirmed_without_translation: bool = False
) -> Objection:
    """Takes six weeks more, once, and says so in writing (Awb, artikel 7:10 lid 3)."""
    objection = _mine(objection, by)
    today = timezone.localdate()
    refuse(adjournment_obstacles(objection.standing(today), today))
    objection.adjourned_reason = _required(reason, "Schrijf op waarom u meer tijd nodig hebt.")
    facts = Facts.from_json(objection.deadline.facts)
    # That somebody was reminded of the earlier day is no reason against it: the law lets the gemeente move it.
    objection.deadline = correct_facts(
        deadline=objection.deadline, by=by, reason="De beslissing op bezwaar is verdaagd.", despite_reminders=True,
        facts=Facts(announced_on=facts.announced_on, with_committee=facts.with_committee, adjourned=True),
    )  # fmt: skip
    objection.full_clean(exclude=["version", "deadline", "receipt", "by"])
    objection.save(update_fields=["adjourned_reason"])
    data = objection_letters.adjournment(
        frame(objection.version, objection.number, objection.received_on, today, by),
        reason=objection.adjourned_reason, decide_by=objection.decide_by,
    )  # fmt: skip
    letter = keep_letter(objection.version.pip.case, f"Bezwaar {objection.number}: besluit komt later",
                         f"later-{objection.number}", data, by)  # fmt: skip
    history(objection, EventKind.BEZWAAR_STAP,
            f"Beslissing verdaagd tot en met {_words(objection.decide_by)}. {objection.adjourned_reason}", by)  # fmt: skip
    tell(objection, NoticeKind.OBJECTION_LATER, "later", letter, by=by,
         facts={"due_on": objection.decide_by, "reason": objection.adjourned_reason},
         confirmed=confirmed_without_translation)  # fmt: skip
    return objection


@transaction.atomic
def agree_to_later(*, objection: Objection, until_on: date, reason: str, by: User) -> Objection:
    """The newcomer agrees to wait longer (Awb, artikel 7:10 lid 4). `reason` says how and why."""
    objection = _mine(objection, by)
    today = timezone.localdate()
    refuse(agreement_obstacles(objection.standing(today), until_on, today))
    reason = _required(reason, "Schrijf op hoe de nieuwkomer dit goed vond, en waarom het langer duurt.")
    objection.agreed_until = until_on
    objection.save(update_fields=["agreed_until"])
    history(
        objection,
        EventKind.BEZWAAR_STAP,
        f"Met instemming uitgesteld tot en met {_words(until_on)}. {reason}",
        by,
    )
    return objection


@transaction.atomic
def record_default(*, objection: Objection, on: date, by: User) -> Objection:
    """The newcomer says in writing that the gemeente is late: two weeks, and then a dwangsom runs (Awb, artikel 4:17)."""
    objection = _mine(objection, by)
    obstacles = list(default_obstacles(objection.standing(timezone.localdate()), on, timezone.localdate()))
    if objection.defaulted_on:
        obstacles.append(f"Er is al een ingebrekestelling, van {_words(objection.defaulted_on)}.")
    refuse(obstacles)
    case = objection.version.pip.case
    for kind in (Kind.INGEBREKESTELLING, Kind.DWANGSOM):
        start_deadline(
            case=case, kind=kind, facts=Facts(defaulted_on=on), about=f"bezwaar-{objection.pk}", by=by
        )
    objection.defaulted_on = on
    objection.save(update_fields=["defaulted_on"])
    history(objection, EventKind.BEZWAAR_STAP, f"Ingebrekestelling ontvangen op {_words(on)}.", by)
    return objection
