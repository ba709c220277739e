"""Writes in a concept. Each locks the version first: who establishes it at that moment has it alone."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from pip_plans.enums import Alphabetisation, EventKind, Leerroute, Owner, Status, Wish
from pip_plans.models import KEPT_FIELDS, PLAN_FIELDS, Agreement, Goal, Pip, PipVersion
from pip_plans.rules.obstacles import agreement_obstacles
from pip_plans.rules.plan import DUTCH, PlanAgreement, state_of_translation
from pip_plans.selectors import answers_of, concept_of, current_version
from pip_plans.services.advice import keep_advice_of_now
from pip_plans.services.locking import locked_concept, next_position, touch

MOST_GOALS = 40
MOST_AGREEMENTS = 200
_GOAL_FIELDS = frozenset({"own_text", "own_language", "translation_nl"})


@transaction.atomic
def start_concept(*, case: Case, by: User) -> PipVersion:
    """The concept of the next version: a copy of the PIP that holds, or else what the intake says.

    A concept that is there already is given back as it is. The intake needn't be complete.
    """
    case = Case.objects.select_for_update(no_key=True).select_related("person").get(pk=case.pk)
    if not case.is_open:
        raise ValidationError("Het dossier is gesloten. Heropen het dossier voordat u een PIP maakt.")
    pip, _ = Pip.objects.get_or_create(case=case)
    if existing := concept_of(case):
        return existing
    current = current_version(case)
    number = current.number + 1 if current else 1
    version = PipVersion(pip=pip, number=number, created_by=by, updated_by=by, updated_at=timezone.now())
    if current:
        _copy(current, version)
    else:
        _from_intake(case, version)
    origin = (
        f"Het begint als kopie van versie {current.number}."
        if current
        else "Het begint met wat in de intake staat."
    )
    record_event(case=case, kind=EventKind.CONCEPT, by=by, text=f"Concept van PIP versie {number} gemaakt. {origin}",
                 data={"version_id": version.pk})  # fmt: skip
    return version


def _copy(current: PipVersion, version: PipVersion) -> None:
    for name in (*PLAN_FIELDS, *KEPT_FIELDS):
        setattr(version, name, getattr(current, name))
    version.change_reason = version.switch_ground = version.switch_reason = version.effort = ""
    version.save()
    twins = {
        goal.pk: Goal(version=version, position=goal.position, own_text=goal.own_text, own_language=goal.own_language,
                      translation_nl=goal.translation_nl)
        for goal in current.goals.all()
    }  # fmt: skip
    Goal.objects.bulk_create(twins.values())
    Agreement.objects.bulk_create(
        Agreement(version=version, goal=twins.get(row.goal_id or 0), position=row.position, text=row.text, owner=row.owner,
                  owner_name=row.owner_name, due_on=row.due_on)
        for row in current.agreements.all()
    )  # fmt: skip


def _from_intake(case: Case, version: PipVersion) -> None:
    """Takes over what was said: the wish, reading and writing, and goals word for word."""
    answers = {answer.question: answer for answer in answers_of(case)}
    said = {key: answer.original.strip() for key, answer in answers.items()}
    if said.get("gewenste_route") in Wish.values:
        version.wished_leerroute = said["gewenste_route"]
    if said.get("alfabetisering") in Alphabetisation.values:
        version.alphabetisation = said["alfabetisering"]
    preferred = next((language.code for language in case.person.languages.all() if language.preferred), "")
    version.own_language = preferred
    version.save()
    own_words = [answers[key] for key in ("doelen", "wensen") if said.get(key)]
    Goal.objects.bulk_create(
        Goal(version=version, position=position, own_text=answer.original.strip(),
             own_language=answer.original_language or preferred or DUTCH, translation_nl=answer.translation.strip())
        for position, answer in enumerate(own_words, start=1)
    )  # fmt: skip


@transaction.atomic
def update_concept(*, version: PipVersion, by: User, **fields: Any) -> PipVersion:
    """Changes fields of the plan (`models.PLAN_FIELDS`). What keeps the plan from being lawful is said later, all at once."""
    unknown = fields.keys() - set(PLAN_FIELDS)
    if unknown:
        raise TypeError(f"Not a field of a plan: {', '.join(sorted(unknown))}")
    version = locked_concept(version)
    rewritten = fields.get("motivation", version.motivation) != version.motivation
    decided = bool(fields.get("leerroute")) and fields["leerroute"] != version.leerroute
    for name, value in fields.items():
        setattr(version, name, list(value) if name == "factors" else value)
    version.translation_state = state_of_translation(
        version.motivation_own_language,
        version.translation_state,
        rewritten=rewritten and "translation_state" not in fields,
    )
    if decided:
        keep_advice_of_now(version)
    touch(version, by, *fields, "translation_state", *(["advice"] if decided else []))
    return version


@transaction.atomic
def discard_concept(*, version: PipVersion, by: User) -> None:
    """Throws the concept away; what was established stays as it is. Not after the newcomer spoke about it."""
    version = locked_concept(version)
    if version.comments.exists() or version.responses.exists():
        raise ValidationError(
            "De nieuwkomer heeft op dit concept gereageerd. Het kan niet meer weg. Verander het in wat het moet zijn."
        )
    version.approvals.all().delete()
    record_event(case=version.pip.case, kind=EventKind.VERWIJDERD, by=by,
                 text=f"Concept van PIP versie {version.number} verwijderd.")  # fmt: skip
    version.agreements.all().delete()
    version.delete()


# --- Goals -------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_goal(
    *, version: PipVersion, own_text: str, own_language: str, by: User, translation_nl: str = ""
) -> Goal:
    version = locked_concept(version)
    if version.goals.count() >= MOST_GOALS:
        raise ValidationError(f"Een plan heeft hoogstens {MOST_GOALS} doelen. Voeg doelen samen.")
    goal = Goal(version=version, position=next_position(version.goals), own_text=own_text.strip(),
                own_language=own_language, translation_nl=translation_nl.strip())  # fmt: skip
    goal.full_clean(exclude=["version"])
    goal.save()
    touch(version, by)
    return goal


@transaction.atomic
def update_goal(*, goal: Goal, by: User, **fields: str) -> Goal:
    """Changes `own_text`, `own_language` or `translation_nl`."""
    version = locked_concept(goal.version)
    for name in fields.keys() & _GOAL_FIELDS:
        setattr(goal, name, fields[name].strip())
    goal.full_clean(exclude=["version"])
    goal.save()
    touch(version, by)
    return goal


@transaction.atomic
def remove_goal(*, goal: Goal, by: User) -> None:
    """Raises ValidationError as long as agreements belong to the goal: they would hang in the air."""
    version = locked_concept(goal.version)
    if count := goal.agreements.count():
        belong = "hoort nog 1 afspraak" if count == 1 else f"horen nog {count} afspraken"
        raise ValidationError(f"Bij dit doel {belong}. Verwijder die eerst, of zet ze bij een ander doel.")
    goal.delete()
    touch(version, by)


# --- Agreements ----------------------------------------------------------------------------------------------------


@transaction.atomic
def add_agreement(
    *, version: PipVersion, text: str, owner: Owner | str, due_on: date | None, by: User, owner_name: str = "",
    goal: Goal | None = None,
) -> Agreement:  # fmt: skip
    """Raises ValidationError with all that the agreement misses: text, who does it, when."""
    version = locked_concept(version)
    if version.agreements.count() >= MOST_AGREEMENTS:
        raise ValidationError(f"Een plan heeft hoogstens {MOST_AGREEMENTS} afspraken.")
    agreement = Agreement(version=version, position=next_position(version.agreements))
    _write(agreement, text=text, owner=owner, due_on=due_on, owner_name=owner_name, goal=goal)
    touch(version, by)
    return agreement


@transaction.atomic
def update_agreement(
    *, agreement: Agreement, text: str, owner: Owner | str, due_on: date | None, by: User, owner_name: str = "",
    goal: Goal | None = None,
) -> Agreement:  # fmt: skip
    version = locked_concept(agreement.version)
    _write(agreement, text=text, owner=owner, due_on=due_on, owner_name=owner_name, goal=goal)
    touch(version, by)
    return agreement


@transaction.atomic
def remove_agreement(*, agreement: Agreement, by: User) -> None:
    version = locked_concept(agreement.version)
    agreement.delete()
    touch(version, by)


def _write(
    agreement: Agreement,
    *,
    text: str,
    owner: Owner | str,
    due_on: date | None,
    owner_name: str,
    goal: Goal | None,
) -> None:
    as_plan = PlanAgreement(id=0, text=text, owner=owner, owner_name=owner_name, due_on=due_on)
    missing = [sentence.capitalize() for sentence in agreement_obstacles(as_plan)]
    if goal and goal.version_id != agreement.version_id:
        missing.append("Kies een doel uit deze versie van het plan.")
    if missing:
        raise ValidationError(missing)
    agreement.text, agreement.owner, agreement.owner_name = text.strip(), Owner(owner), owner_name.strip()
    agreement.goal, agreement.due_on = goal, due_on  # type: ignore[assignment]
    agreement.full_clean(exclude=["version"])
    agreement.save()


# --- What the gemeente before this one decided ------------------------------------------------------------------------


@transaction.atomic
def record_previous_pip(
    *, case: Case, gemeente: str, leerroute: Leerroute | str, dated_on: date, by: User | None
) -> Pip:
    """Keeps the PIP of the former gemeente, from DUO or by hand: the leerroute must stay the same (artikel 15 lid 4).

    Raises ValidationError when this gemeente has established a PIP already. The same facts again change nothing.
    """
    pip, _ = Pip.objects.select_for_update().get_or_create(case=case)
    facts = (gemeente.strip(), str(leerroute), dated_on)
    if facts == (pip.previous_gemeente, pip.previous_leerroute, pip.previous_dated_on):
        return pip
    obstacles = []
    if pip.versions.filter(status=Status.VASTGESTELD).exists():
        obstacles.append(
            "In dit dossier is al een PIP vastgesteld. Het PIP van de vorige gemeente kan niet meer veranderen."
        )
    if not gemeente.strip():
        obstacles.append("Vul in van welke gemeente het vorige PIP is.")
    if leerroute not in Leerroute.values:
        obstacles.append("Kies de leerroute van het vorige PIP.")
    if dated_on > timezone.localdate():
        obstacles.append("De dagtekening van het vorige PIP ligt in de toekomst.")
    if obstacles:
        raise ValidationError(obstacles)
    pip.previous_gemeente, pip.previous_leerroute, pip.previous_dated_on = facts
    pip.save()
    record_event(case=case, kind=EventKind.VORIG, by=by, data={"leerroute": str(leerroute)},
                 text=f"PIP van {pip.previous_gemeente} vastgelegd: {Leerroute(leerroute).label}, dagtekening "
                      f"{format_date(dated_on, weekday=False)}. De leerroute blijft gelijk.")  # fmt: skip
    return pip
