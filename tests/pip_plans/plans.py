"""A lawful plan to start from: as data for the rules, and as a concept in the database."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import Group
from cases.models import Case
from cases.services import add_document
from intake.enums import IntakeStatus
from intake.models import Intake, IntakeAnswer
from pip_plans.enums import (
    Alphabetisation,
    ApprovalDecision,
    Benefit,
    Factor,
    Ground,
    HoursSource,
    Leerroute,
    Level,
    Means,
    Owner,
    Participation,
    Reaction,
    TranslationState,
    Wish,
)
from pip_plans.models import CourseHours, PipVersion
from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal, PlanTranslation, Situation, source_of
from pip_plans.rules.translations import texts_of
from pip_plans.selectors import approvals_needed
from pip_plans.services import (
    add_agreement,
    add_course_hours,
    add_goal,
    ask_about_route,
    decide_approval,
    establish_pip,
    respond,
    start_concept,
    update_concept,
)
from tests.factories import PDF, StaffFactory

TUESDAY = date(2026, 3, 10)
MOTIVATION = "U leert snel en u wilt werken als kok. Met de B1-route kunt u werken terwijl u leert."
IN_ARABIC = "أنت تتعلم بسرعة وتريد العمل طباخاً."
NOW_IN_ARABIC = "تغيّر وضعك الآن، ولهذا يناسبك هذا الطريق الجديد أكثر من الطريق السابق."
GOAL_IN_ARABIC = "أريد أن أعمل طباخاً في مطعم."

BESIDES_THE_WISH = (Factor.OPLEIDING, Factor.WERK)
"""What may carry a route that isn't the one somebody wished."""

FIELDS: dict[str, Any] = {
    "leerroute": Leerroute.B,
    "wished_leerroute": Wish.B,
    "why_not_b": "Werk en taal samen passen hier niet.",
    "why_not_o": "U wilt nu werken en geen opleiding doen.",
    "why_not_z": "U leert snel en kunt B1 halen.",
    "intensity_hours": 600,
    "alphabetisation": Alphabetisation.NVT,
    "factors": (Factor.WENS, Factor.OPLEIDING),
    "motivation": MOTIVATION,
    "motivation_own_language": IN_ARABIC,
    "own_language": "ar",
    "translation_state": TranslationState.GECONTROLEERD,
    "pvt_hours": 12,
    "map_hours": 40,
    "talks_per_year": 4,
    "support": "De gemeente betaalt de cursus en zoekt een taalmaatje.",
    "perspective": "Een vaste baan in een restaurant.",
    "participation": Participation.TEGELIJK,
    "participation_activity": "Vrijwilliger in de keuken van het buurthuis.",
    "benefit": Benefit.NEE,
    "wished_level": Level.A1,
    "target_occupation": "Kok",
    "next_step": "Meelopen in een restaurant.",
    "next_step_helper": "Taalmaatje Ria",
    "next_step_on": date(2026, 9, 1),
}
PLAN = Plan(
    **FIELDS,
    advice={
        "on": "2026-03-10",
        "routes": ["B", "O", "Z"],
        "arguments": [],
        "inputs": [],
        "contradictions": [],
    },
    goals=(
        PlanGoal(id=1, own_text=GOAL_IN_ARABIC, own_language="ar", translation_nl="Ik wil als kok werken."),
    ),
    agreements=(
        PlanAgreement(
            id=1, text="Begin met de les.", owner=Owner.NIEUWKOMER, due_on=date(2026, 4, 1), goal_id=1
        ),
    ),
)
TRANSLATED = tuple(
    PlanTranslation(field=one.field, text=f"بالعربية: {one.field}", source=source_of(one.dutch, "ar"),
                    state=TranslationState.GECONTROLEERD)
    for one in texts_of(PLAN)
)  # fmt: skip
"""Every text of this plan in the own language."""
SITUATION = Situation(
    today=TUESDAY, group=Group.ASIELSTATUSHOUDER, duty_from=date(2026, 2, 2), settled_on=date(2026, 2, 9)
)


def plan(**changes: Any) -> Plan:
    return replace(PLAN, **changes)


def situation(**changes: Any) -> Situation:
    return replace(SITUATION, **changes)


def completed_intake(case: Case, by: User, **answers: str) -> Intake:
    """An intake that is done, with answers by the key of their question."""
    intake = Intake.objects.create(
        case=case, started_on=timezone.localdate(), started_by=by, status=IntakeStatus.AFGEROND,
        completed_at=timezone.now(), completed_by=by, private_talk_on=timezone.localdate(), private_talk_by=by,
    )  # fmt: skip
    for question, original in answers.items():
        IntakeAnswer.objects.create(intake=intake, question=question, original=original, updated_by=by)
    return intake


def lessons(case: Case, by: User, hours: int = 600, **changes: Any) -> CourseHours:
    """Hours with their proof, followed since a brede intake that began half a year ago."""
    until = changes.pop("until_on", None) or timezone.localdate()
    Intake.objects.filter(case=case).update(started_on=until - timedelta(days=182))
    proof = add_document(case=case, title="Verklaring", filename="v.pdf", content=PDF, by=by)
    said: dict[str, Any] = {
        "provider": "ROC Noord",
        "source": HoursSource.VERKLARING,
        "document": proof,
    } | changes
    return add_course_hours(case=case, hours=hours, until_on=until, by=by, **said)


def lawful_concept(case: Case, by: User, **changes: Any) -> PipVersion:
    """A concept without obstacles, as an established intake would lead to."""
    if not Intake.objects.filter(case=case).exists():
        completed_intake(case, by)
    version = start_concept(case=case, by=by)
    update_concept(version=version, by=by, **(FIELDS | changes))
    goal = add_goal(
        version=version,
        own_text=GOAL_IN_ARABIC,
        own_language="ar",
        translation_nl="Ik wil als kok werken.",
        by=by,
    )
    add_agreement(version=version, text="Begin met de les op maandag.", owner=Owner.NIEUWKOMER, due_on=date(2026, 4, 1),
                  goal=goal, by=by)  # fmt: skip
    return PipVersion.objects.get(pk=version.pk)


SIGNATURE = [[[100 + 40 * step, 500 + 30 * (step % 3)] for step in range(12)]]
"""As a finger draws it."""


def agreed(version: PipVersion, by: User) -> PipVersion:
    """The newcomer signed this text on the klantmanager's screen."""
    version = PipVersion.objects.get(pk=version.pk)
    respond(version=version, reaction=Reaction.AKKOORD, means=Means.GETEKEND, strokes=SIGNATURE, language="ar",
            interpreter_used=True, sooner_reason="De nieuwkomer las alles met de tolk en wil nu tekenen.", by=by)  # fmt: skip
    return version


def approved(version: PipVersion, by: User) -> PipVersion:
    """The team lead of the case decided what is outside the mandate of `by`."""
    for one in approvals_needed(PipVersion.objects.get(pk=version.pk), timezone.localdate(), by):
        if one.ground in (Ground.LEERROUTE, Ground.AFSCHALEN) and one.lacking:
            asked = ask_about_route(version=version, ground=one.ground, motivation=one.needed.why, by=by)
            lead = StaffFactory(team=version.pip.case.team, role=Role.TEAMLEIDER)
            decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=lead)
    return version


def establish(version: PipVersion, *, on: date, by: User) -> PipVersion:
    """Agreed, within the mandate, and established."""
    return establish_pip(
        version=approved(agreed(version, by), by), on=on, by=by, confirmed_without_translation=True
    )
