"""What a newcomer reads after the brede intake: what it was, what was said and promised, and what comes now."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_of_resident
from intake.models import Intake, IntakeAnswer, IntakeTalk
from portal.rules import Journey
from portal.selectors.plans import journey_of, my_plans
from portal.selectors.promises import Promised, my_promises

_OWN_WORDS = ("doelen", "wensen", "zorgen", "verwachtingen")


@dataclass(frozen=True)
class Said:
    """`talks` with their promises; `own_words` in the order of the intake."""

    intake: Intake
    talks: tuple[IntakeTalk, ...]
    own_words: tuple[IntakeAnswer, ...]
    promises: tuple[Promised, ...]
    journey: Journey

    @property
    def may_object(self) -> bool:
        last_day = self.journey.object_until
        return last_day is not None and self.journey.today <= last_day


def what_was_said(user: User, case: Case, *, today: date) -> Said | None:
    """None until an intake of the own case was completed."""
    own = cases_of_resident(user).filter(pk=case.pk)
    intake = Intake.objects.filter(case__in=own, completed_at__isnull=False).order_by("-id").first()
    if intake is None:
        return None
    given = {one.question: one for one in intake.answers.filter(question__in=_OWN_WORDS).exclude(original="")}
    plans = (one for one in my_plans(user, case) if one.pip.case_id == case.pk)
    plan = next((one for one in plans if not one.is_revoked), None)  # type: ignore[attr-defined]
    return Said(
        intake=intake,
        talks=tuple(intake.talks.order_by("held_on", "id")),
        own_words=tuple(given[key] for key in _OWN_WORDS if key in given),
        promises=tuple(one for one in my_promises(user, case) if one.promise.talk.intake_id == intake.pk),
        journey=journey_of(case, plan, today=today),
    )
