"""The end of a bezwaar: a decision with its effect on the PIP, or the newcomer takes it back."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.selectors import cases_of_resident
from contact.enums.notices import NoticeKind
from deadlines.enums import Kind
from deadlines.rules import Facts, due_date
from deadlines.selectors import calendar, open_deadline
from deadlines.services import meet_deadline, start_deadline, stop_deadline
from pip_plans.enums import Effect, EventKind, ObjectionDecision, WaiveGround
from pip_plans.models import LaterVersion, Objection
from pip_plans.rules import objection_letters
from pip_plans.rules.objections import DONE, NAMES_NOBODY, decider_obstacle, decision_obstacles
from pip_plans.selectors import covered_by, decider_of, deciders_for, leads_team_of, revoked_at_duo
from pip_plans.services.carrying_out import say_why
from pip_plans.services.concept import start_concept
from pip_plans.services.objections.keeping import (
    frame,
    history,
    keep_letter,
    locked,
    refuse,
    refuse_others,
)
from pip_plans.services.objections.telling import tell


@transaction.atomic
def decide_objection(
    *, objection: Objection, decision: ObjectionDecision, effect: Effect, reason: str, by: User,
    later_effect: Effect | None = None, reads_language: bool = False, confirmed_without_translation: bool = False,
) -> Objection:  # fmt: skip
    """Decides today: letter, effect on the PIP, terms and message in one transaction. It never changes after that.

    Versions that came since are decided about as well (Awb, artikel 6:19): the one that holds gets `later_effect`,
    which without a choice is the same as `effect`. `reads_language`: who decides read a bezwaar that has no translation.
    Raises ValidationError with all that is wrong, or when this person may not decide it.
    """
    objection = locked(objection)
    today = timezone.localdate()
    if obstacle := decider_obstacle(decider_of(objection, by)):
        raise ValidationError(obstacle, code="mag_niet")
    if decision == ObjectionDecision.INGETROKKEN:
        raise ValidationError("Alleen de nieuwkomer trekt een bezwaar in. Leg dat vast bij ‘Ingetrokken’.")
    later = _later_versions(objection, effect, later_effect)
    last = Effect(later[-1].effect) if later else None
    readable = not objection.is_untranslated or reads_language
    refuse(decision_obstacles(objection.standing(today), decision, effect, reason, last, readable=readable))
    case = objection.version.pip.case
    appeal = Facts(announced_on=today)
    data = objection_letters.decision(
        frame(objection.version, objection.number, objection.received_on, today, by), decision=decision, effect=effect,
        reason=reason.strip(), appeal_until=_last_day_of_appeal(appeal), heard_on=objection.heard_on,
        waived=WaiveGround(objection.waived) if objection.waived else "", grounds_nl=_in_dutch(objection),
        later=[_in_letter(row, today) for row in later],
    )  # fmt: skip
    objection.document = keep_letter(case, f"Besluit over bezwaar {objection.number}", f"besluit-bezwaar-{objection.number}",
                                     data, by)  # fmt: skip
    if Effect.NIEUW_PIP in (effect, last):
        # It begins as what holds now; what changes, the klantmanager writes with the newcomer.
        objection.new_version = start_concept(case=case, by=by)
    if objection.is_untranslated:
        history(objection, EventKind.BEZWAAR_STAP, f"{by.name} las het bezwaar zelf, in de eigen taal van de nieuwkomer.", by,
                language=objection.language)  # fmt: skip
    LaterVersion.objects.bulk_create(later)
    _close(objection, decision, effect, reason=reason, on=today, by=by, later=later)
    if objection.new_version:
        objection.new_version = say_why(objection.new_version, [objection], by)
    _warn_about_duo(objection, by)
    if case.is_open:
        start_deadline(case=case, kind=Kind.BEROEP, facts=appeal, by=by)
    tell(objection, NoticeKind.OBJECTION_DECIDED, "beslist", objection.document, by=by,
         facts={"decision": decision.value, "effect": (last or effect).value, "appeal_until": _last_day_of_appeal(appeal)},
         confirmed=confirmed_without_translation)  # fmt: skip
    return objection


@transaction.atomic
def name_decider(*, objection: Objection, decider: User, by: User) -> Objection:
    """Somebody of another team decides on this one bezwaar, and sees it: in the own team there may be nobody who can.

    A team lead names: not the klantmanager, whose own decision it may be.
    """
    objection = locked(objection)
    if not leads_team_of(by, objection.version.pip.case):
        raise ValidationError(NAMES_NOBODY, code="mag_niet")
    if not objection.is_open:
        raise ValidationError(DONE)
    if decider not in deciders_for(objection):
        raise ValidationError(
            "Kies een teamleider van uw gemeente die dit PIP niet vaststelde, goedkeurde of begeleidt."
        )
    objection.decider = decider
    objection.save(update_fields=["decider"])
    history(objection, EventKind.BEZWAAR_STAP, f"{decider.name} is aangewezen om op het bezwaar te beslissen.", by,
            decider_id=decider.pk)  # fmt: skip
    return objection


@transaction.atomic
def withdraw_objection(*, objection: Objection, reason: str, by: User) -> Objection:
    """The newcomer takes it back (Awb, artikel 6:21): in the portal, or in writing or at the hearing, which a colleague keeps."""
    objection = locked(objection)
    case = objection.version.pip.case
    if by.is_resident:
        if not cases_of_resident(by).filter(pk=case.pk).exists():
            raise ValidationError("Dit is niet uw bezwaar.", code="mag_niet")
        reason = reason.strip() or "Ingetrokken in het portaal."
    else:
        refuse_others(by, case)
    if not objection.is_open:
        raise ValidationError(DONE)
    if not reason.strip():
        raise ValidationError("Schrijf op hoe de nieuwkomer het bezwaar introk.")
    _close(
        objection, ObjectionDecision.INGETROKKEN, Effect.GEEN, reason=reason, on=timezone.localdate(), by=by
    )
    return objection


def _later_versions(objection: Objection, effect: Effect, later_effect: Effect | None) -> list[LaterVersion]:
    """A version between two that are revoked doesn't come back: it is revoked as well."""
    _, *later = covered_by(objection)
    if not later:
        return []
    last = effect if later_effect is None else later_effect
    both_revoked = effect == last == Effect.HERROEPEN
    rows = [
        LaterVersion(
            objection=objection, version=version, effect=Effect.HERROEPEN if both_revoked else Effect.GEEN
        )
        for version in later
    ]
    rows[-1].effect = last
    return rows


def _in_letter(row: LaterVersion, today: date) -> objection_letters.Later:
    version = row.version
    return objection_letters.Later(
        number=version.number, on=version.established_on or today, effect=Effect(row.effect)
    )


def _warn_about_duo(objection: Objection, by: User) -> None:
    """Stands in the work list until DUO removed the version or took a newer one."""
    if revoked := revoked_at_duo(objection.version.pip.case):
        text = (
            f"DUO heeft nog versie {revoked.number}, die is herroepen. Laat die versie bij DUO verwijderen, of stel een "
            "nieuwe versie vast."
        )
        history(objection, EventKind.HERROEPEN_BIJ_DUO, text, by, revoked_version_id=revoked.pk)


def _close(
    objection: Objection, decision: ObjectionDecision, effect: Effect, *, reason: str, on: date, by: User,
    later: Sequence[LaterVersion] = (),
) -> None:  # fmt: skip
    objection.decision, objection.effect, objection.decision_reason = decision, effect, reason.strip()
    objection.decided_on, objection.decided_by = on, by
    objection.full_clean(exclude=["version", "deadline", "receipt", "by", "new_version"])
    objection.save(update_fields=["decision", "effect", "decision_reason", "decided_on", "decided_by", "document",
                                  "new_version"])  # fmt: skip
    _stop_the_clocks(objection, on, by)
    version = objection.version
    others = "".join(f" Versie {row.version.number}: {Effect(row.effect).label}." for row in later)
    history(objection, EventKind.BEZWAAR_BESLIST, f"Bezwaar tegen PIP versie {version.number}: {decision.label.lower()}. "
            f"{effect.label}.{others} {reason.strip()}", by, decision=decision.value, effect=effect.value,
            later={str(row.version_id): row.effect for row in later})  # fmt: skip


def _stop_the_clocks(objection: Objection, on: date, by: User) -> None:
    case, about = objection.version.pip.case, f"bezwaar-{objection.pk}"
    others = Objection.objects.filter(deadline=objection.deadline, decision="").exclude(pk=objection.pk)
    if not others.exists() and objection.deadline.is_open:
        if objection.decision == ObjectionDecision.INGETROKKEN:
            stop_deadline(deadline=objection.deadline, reason="Het bezwaar is ingetrokken.", by=by)
        else:
            meet_deadline(
                case=case, kind=Kind.BESLISSING_OP_BEZWAAR, on=on, about=objection.deadline.about, by=by
            )
    meet_deadline(case=case, kind=Kind.INGEBREKESTELLING, on=on, about=about, by=by)
    if running := open_deadline(case, Kind.DWANGSOM, about):
        stop_deadline(deadline=running, reason="Er is beslist op het bezwaar.", by=by)


def _last_day_of_appeal(facts: Facts) -> date:
    last_day = due_date(Kind.BEROEP, facts, calendar()).due_on
    assert last_day  # noqa: S101 - the day of announcing is known
    return last_day


def _in_dutch(objection: Objection) -> str:
    return objection.translation_nl or objection.text
