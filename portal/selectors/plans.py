"""The plan, and the facts of the way from arrival to after the exam."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Min
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from intake.models import Intake, LbtResult
from pip_plans.enums import Owner, Reaction
from pip_plans.models import NextStepTalk, Pip, PipVersion, Response
from pip_plans.rules.changes import TRANSLATIONS, Change, changes, changes_of_text
from pip_plans.rules.plan import DUTCH, Plan
from pip_plans.rules.translations import Text, texts_by_dutch
from pip_plans.rules.wording import fingerprint, plan_of, wording
from pip_plans.selectors import next_step_talks_of, sharings_of, versions_for_resident
from portal.rules import Agreement, Intensity, Journey
from portal.selectors.cases import running_terms


def my_plans(user: User, case: Case) -> list[PipVersion]:
    """Established versions, the one that holds now first: of this case, then of earlier ones."""
    return sorted(versions_for_resident(user), key=lambda version: version.pip.case_id != case.pk)


class ChangeInOwnLanguage(NamedTuple):
    """What differs, and each side in the own language where it is a text that was translated. `language` is that of a side
    without.
    """

    change: Change
    before: Text | None
    after: Text | None
    language: str


def changes_for_resident(version: PipVersion, versions: Sequence[PipVersion]) -> list[ChangeInOwnLanguage]:
    """What differs from the plan that held before it, of the same case. What was revoked after a bezwaar is no plan before."""
    before = [one for one in versions if one.pip_id == version.pip_id and one.number < version.number]
    holding = (one for one in before if not one.is_revoked)  # type: ignore[attr-defined]
    held = max(holding, key=lambda one: one.number, default=None)
    if held is None:
        return []
    was, now = held.as_plan, version.as_plan
    return _in_own_language(changes(was, now), was, now)


_OWN_WORDS = ("motivation_own_language", TRANSLATIONS)


def _in_own_language(found: Iterable[Change], was: Plan, now: Plan) -> list[ChangeInOwnLanguage]:
    own = texts_by_dutch(was, now)
    return [
        ChangeInOwnLanguage(
            one,
            own.get(one.before),
            own.get(one.after),
            (now.own_language or "") if one.name in _OWN_WORDS else DUTCH,
        )
        for one in found
    ]


class ChangedSince(NamedTuple):
    """What became another text since `on`, the day of the last answer or else of the sharing before. `changes` is empty when
    only the order differs.
    """

    on: date
    is_answered: bool
    changes: list[ChangeInOwnLanguage]


def changed_since_read(concept: PipVersion, responses: Iterable[Response]) -> ChangedSince | None:
    """What somebody who read this concept before needs to read now; nothing while the text is the same. `responses` to the
    concept, newest first.
    """
    now = wording(concept.as_plan)
    answer = next((one for one in responses if one.reaction != Reaction.GEEN_REACTIE), None)
    if answer:
        on, read = answer.given_on, answer.content
    else:
        told = sharings_of(concept).filter(data__told_before=False)[:2]
        other = next((one for one in told if fingerprint(one.data["words"]) != fingerprint(now)), None)
        if other is None:
            return None
        on, read = timezone.localdate(other.at), other.data["words"]
    if fingerprint(read) == fingerprint(now):
        return None
    was = plan_of(read)
    found = changes_of_text(was, plan_of(now))
    return ChangedSince(on, answer is not None, _in_own_language(found, was, concept.as_plan))


@dataclass(frozen=True)
class MyNextStep:
    """The level of the plan was reached early: `due_on` is when the gemeente must have talked, `talk` what was agreed."""

    level: str
    due_on: date | None
    talk: NextStepTalk | None


def my_next_step(case: Case, running: Sequence[Deadline], *, since: date | None = None) -> MyNextStep | None:
    """A talk that must still be held goes first; else the last that was, unless it was before `since`.

    `running` are the terms of the case: of who never was ahead nothing more is asked.
    """
    asked = [term for term in running if term.kind == Kind.VERVOLGSTAP]
    if coming := next((term for term in asked if term.is_open), None):
        return MyNextStep(coming.about, coming.due_on, None)
    talk = next_step_talks_of(case).first() if asked else None
    if talk is None or (since and talk.spoken_on < since):
        return None
    return MyNextStep(talk.level, None, talk)


def objection_until(version: PipVersion, terms: Sequence[Deadline] | None = None) -> date | None:
    """The last day to object to this version: its term is about the day that the letter was there.

    `terms` are those of its case, where they were read already.
    """
    if version.document is None:
        return None
    about = timezone.localtime(version.document.created_at).date().isoformat()
    running = running_terms(version.pip.case) if terms is None else terms
    days = [term.due_on for term in running if term.kind == Kind.BEZWAAR and term.about == about]
    return days[-1] if days else None


def journey_of(
    case: Case, plan: PipVersion | None, *, today: date, running: Sequence[Deadline] | None = None
) -> Journey:
    """The facts for the next step and the way, with the plan that holds in this case.

    `running` are the terms of the case, where they were read already.
    """
    intake = Intake.objects.filter(case=case).order_by("started_on", "id").last()
    test = LbtResult.objects.filter(case=case).order_by("taken_on", "id").last()
    running = running_terms(case) if running is None else running
    # Of more terms of one kind (about more besluiten) the last counts.
    terms = {Kind(term.kind): term for term in running}
    pip = Pip.objects.filter(case=case).annotate(first_on=Min("versions__established_on")).first()
    plan_term = terms.get(Kind.PIP_NA_VERHUIZING) or terms.get(Kind.PIP)
    return Journey(
        today=today,
        is_open=case.is_open,
        group=case.group,
        notified_on=case.notified_on,
        registered_on=case.brp_registered_on,
        intake_started_on=intake.started_on if intake else None,
        intake_done_on=timezone.localtime(intake.completed_at).date()
        if intake and intake.completed_at
        else None,
        test_on=test.taken_on if test else None,
        plan_due_on=plan_term.due_on if plan_term else None,
        plan_awaits_others=plan_term.awaits_third_party if plan_term else False,
        has_moved=Kind.PIP_NA_VERHUIZING in terms,
        first_plan_on=min(filter(None, (pip.previous_dated_on, pip.first_on)), default=None) if pip else None,
        plan_on=plan.established_on if plan else None,
        plan_is_unilateral=plan is not None and plan.is_unilateral,
        route=plan.leerroute if plan else pip.previous_leerroute if pip else "",
        object_until=objection_until(plan, running) if plan else None,
        term_until=_due(terms, Kind.TERMIJN),
        agreements=_agreements(plan),
    )


def _due(terms: dict[Kind, Deadline], kind: Kind) -> date | None:
    return terms[kind].due_on if kind in terms else None


def _agreements(plan: PipVersion | None) -> tuple[Agreement, ...]:
    agreements = plan.agreements.all() if plan else []
    return tuple(
        Agreement(id=one.pk, on=one.due_on, is_mine=one.owner == Owner.NIEUWKOMER) for one in agreements
    )


def intensity_of(plan: PipVersion | None) -> Intensity:
    if plan is None:
        return Intensity()
    return Intensity(
        alphabetisation=plan.alphabetisation,
        lesson_hours=plan.intensity_hours,
        pvt_hours=plan.pvt_hours,
        map_hours=plan.map_hours,
        talks_a_year=plan.talks_per_year,
    )
