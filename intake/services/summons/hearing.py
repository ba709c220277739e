"""Trying to reach somebody, hearing why they didn't come, and judging it: three acts of people."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import Language
from cases.models import Case
from cases.selectors import cases_of_resident
from cases.services import record_event
from deadlines.enums import Kind
from deadlines.services import meet_deadline, stop_deadline
from inburgering.kit.dutch import format_date
from intake.enums import AttemptChannel, Blame, EventKind, ReasonVia
from intake.models import Summons, SummonsAttempt, SummonsReason
from intake.rules import SummonsObstacle, day_obstacles, judging_obstacles
from intake.selectors.summons import ladder_of
from intake.services.summons.shared import locked, locked_case, record, refuse, words

LONGEST_REASON = 2000


@transaction.atomic
def log_attempt(
    *, case: Case, on: date, channel: AttemptChannel | str, by: User, is_reached: bool = False, spoken_to: str = "",
    said: str = "",
) -> SummonsAttempt:  # fmt: skip
    """One try to reach the newcomer, also a vain one. It belongs to the oproep that stands last, if there is one.

    Raises ValidationError for a day to come, or when the newcomer was reached and nothing is written down.
    """
    case = locked_case(case, by)
    said, spoken_to = words(said, "said"), words(spoken_to, "spoken_to", longest=120)
    obstacles = [
        SummonsObstacle(sentence, "on") for sentence in day_obstacles(on, today=timezone.localdate())
    ]
    if channel not in AttemptChannel.values:
        obstacles.append(SummonsObstacle("Kies hoe u de nieuwkomer probeerde te bereiken.", "channel"))
    if is_reached and not said:
        obstacles.append(SummonsObstacle("Schrijf op wat de nieuwkomer zei.", "said"))
    refuse(obstacles)
    last = ladder_of(case, now=timezone.now()).last
    attempt, is_new = SummonsAttempt.objects.get_or_create(
        case=case, summons=last.summons if last else None, on=on, channel=channel, is_reached=is_reached,
        spoken_to=spoken_to, said=said, by=by,
    )  # fmt: skip
    if is_new:
        outcome = "gesproken" if is_reached else "niet bereikt"
        record_event(
            case=case, kind=EventKind.SUMMONS_ATTEMPT, by=by, data={"attempt_id": attempt.pk, "is_reached": is_reached},
            text=f"Geprobeerd te bereiken op {format_date(on)}: {attempt.get_channel_display().lower()}, {outcome}.",
        )  # fmt: skip
    return attempt


@transaction.atomic
def give_reason(
    *, summons: Summons, text: str, language: str, via: ReasonVia | str, by: User
) -> SummonsReason:
    """Why the newcomer didn't come, as they say it themselves or a colleague hears it. The same again is one.

    The history says that a reason was given and not which: it can be about health.
    """
    summons, _ladder = locked(summons, by)
    if by.is_resident and not cases_of_resident(by).filter(pk=summons.case_id).exists():
        raise ValidationError("Deze oproep is niet van u.")
    text = words(text, "text", longest=LONGEST_REASON)
    refuse(_reason_obstacles(summons, text, language, str(via)))
    reason, is_new = SummonsReason.objects.get_or_create(
        summons=summons, text=text, by=by, defaults={"language": language, "via": via}
    )
    if is_new:
        _hearing_is_over(summons, by)
        who = "De nieuwkomer vertelde" if by.is_resident else "Opgeschreven"
        record(summons, EventKind.SUMMONS_REASON, f"{who} waarom die niet kwam na oproep {summons.number}.", by,
               reason_id=reason.pk)  # fmt: skip
    return reason


def _reason_obstacles(summons: Summons, text: str, language: str, via: str) -> list[SummonsObstacle]:
    obstacles = []
    if summons.withdrawn_at:
        obstacles.append(SummonsObstacle("Deze oproep is ingetrokken."))
    if summons.blame:
        obstacles.append(SummonsObstacle("De gemeente heeft hier al over geoordeeld."))
    if not text:
        obstacles.append(SummonsObstacle("Schrijf op waarom het niet lukte om te komen.", "text"))
    if language not in Language.values:
        obstacles.append(SummonsObstacle("Kies de taal van deze tekst.", "language"))
    if via not in ReasonVia.values:
        obstacles.append(SummonsObstacle("Kies hoe de nieuwkomer dit vertelde.", "via"))
    return obstacles


def _hearing_is_over(summons: Summons, by: User) -> None:
    hearing = summons.hearing
    if hearing and hearing.is_open:
        meet_deadline(
            case=summons.case, kind=Kind.ZIENSWIJZE, on=timezone.localdate(), by=by, about=hearing.about
        )


@transaction.atomic
def judge_summons(*, summons: Summons, blame: Blame | str, reason: str, by: User) -> Summons:
    """A person judges whether not coming is to blame; before that the newcomer could say why. Judged once.

    A second colleague who judges the same gets what is there; one who judges otherwise is refused.
    """
    summons, ladder = locked(summons, by)
    reason = words(reason, "reason")
    if summons.blame:
        if summons.blame == blame:
            return summons
        who = summons.judged_by.name if summons.judged_by else "Een collega"
        raise ValidationError(f"{who} oordeelde al: {summons.get_blame_display().lower()}.")
    step = next(rung.step for rung in ladder.rungs if rung.summons.pk == summons.pk)
    refuse(judging_obstacles(step, blame=str(blame), reason=reason, today=timezone.localdate()))
    summons.blame, summons.blame_reason = str(blame), reason
    summons.judged_by, summons.judged_at = by, timezone.now()
    summons.save(update_fields=["blame", "blame_reason", "judged_by", "judged_at"])
    if summons.hearing and summons.hearing.is_open:
        stop_deadline(deadline=summons.hearing, reason="Er is over het niet komen geoordeeld.", by=by)
    verdict = "verwijtbaar" if blame == Blame.BLAMED else "niet verwijtbaar: deze oproep telt niet mee"
    record(summons, EventKind.SUMMONS_JUDGED, f"Niet komen na oproep {summons.number}: {verdict}.", by)
    return summons
