"""Cases with a PIP, made by the same services as in the product."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import Kind
from deadlines.selectors import facts_of
from deadlines.services import start_deadline
from intake.enums import IntakeStatus
from intake.models import Intake
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Niveau, Owner, TranslationState
from pip_plans.models import PipVersion
from pip_plans.services import add_agreement, add_goal, start_concept, update_concept
from pip_plans.services.establishing import establish_pip
from tests.pip_plans.plans import agreed, approved

OWN_WORDS = "أريد أن أعمل خبازًا مرة أخرى."
WHY_AR = "تريد العمل كخباز. لذلك يناسبك مسار B1."
ROUTES: dict[Leerroute, dict[str, Any]] = {
    Leerroute.B: {"niveau": Niveau.B1, "intensity_hours": 600, "map_hours": 40},
    Leerroute.O: {"niveau": Niveau.B1, "intensity_hours": None, "map_hours": None},
    Leerroute.Z: {"niveau": "", "intensity_hours": None, "map_hours": 40},
}


def start_pip_term(case: Case) -> None:
    start_deadline(case=case, kind=Kind.PIP, facts=facts_of(case), by=None)


def complete_intake(case: Case, on: date | None = None) -> Intake:
    on = on or timezone.localdate()
    return Intake.objects.create(
        case=case,
        status=IntakeStatus.AFGEROND,
        started_on=on,
        completed_at=timezone.now(),
        private_talk_on=on,
    )


def establish(
    case: Case, by: User, *, on: date | None = None, route: Leerroute = Leerroute.B, **fields: Any
) -> PipVersion:
    """An established version with one goal in Arabic, an agreement with that goal and one without."""
    on = on or timezone.localdate()
    if not case.intakes.exists():
        complete_intake(case, on)
    version = start_concept(case=case, by=by)
    if version.number == 1:
        goal = add_goal(version=version, own_text=OWN_WORDS, own_language="ar",
                        translation_nl="Ik wil weer als bakker werken.", by=by)  # fmt: skip
        add_agreement(version=version, goal=goal, text="Yusuf gaat twee dagen meewerken bij bakkerij De Molen.",
                      owner=Owner.NIEUWKOMER, due_on=on + timedelta(days=60), by=by)  # fmt: skip
        add_agreement(version=version, text="De gemeente regelt kinderopvang.", owner=Owner.GEMEENTE,
                      owner_name="Karin de Boer", due_on=on + timedelta(days=30), by=by)  # fmt: skip
    values = ROUTES[route] | {
        "leerroute": route, "wished_leerroute": route, "alphabetisation": Alphabetisation.NVT,
        "factors": [Factor.WENS, Factor.WERK], "motivation": "U wilt als bakker werken. Daarom past de B1-route goed bij u.",
        "motivation_own_language": WHY_AR, "own_language": "ar", "translation_state": TranslationState.AUTOMATISCH,
        "why_not_b": "Die past nu niet.", "why_not_o": "U wilt nu werken.", "why_not_z": "U leert snel genoeg voor B1.",
        "pvt_hours": 12, "talks_per_year": 3, "support": "Een taalmaatje, elke week.",
        "participation_duties": "Meewerken in de bakkerij.", "perspective": "Daarna de opleiding tot bakker.",
        "participation": "tegelijk", "participation_activity": "Meewerken in de bakkerij.", "benefit": "nee",
        "target_occupation": "Bakker", "next_step": "Een open dag bij het mbo bezoeken.",
        "next_step_helper": "Klantmanager", "next_step_on": date(2027, 1, 11), "childcare": "Niet nodig.",
        "vve": "Geen.", "change_reason": "" if version.number == 1 else "Er is een plek bij een andere bakkerij.",
    }  # fmt: skip
    version = update_concept(version=version, by=by, **values | fields)
    return establish_pip(
        version=approved(agreed(version, by), by), on=on, by=by, confirmed_without_translation=True
    )
