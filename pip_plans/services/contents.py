"""Writes the goals and agreements of a concept."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from cases.models import Case
from inburgering.kit.typed import typed
from intake.enums import Indicator
from intake.models import TalkPromise
from intake.selectors import promises_in_plan
from intake.services import link_promise
from pip_plans.enums import Owner, TranslationState
from pip_plans.models import Agreement, Goal, PipVersion
from pip_plans.rules.obstacles import agreement_obstacles
from pip_plans.rules.plan import PlanAgreement, source_after, source_of, state_of_translation
from pip_plans.services.locking import CONFLICT, GONE, locked_concept, next_position, touch

MOST_GOALS = 40
MOST_AGREEMENTS = 200
GOAL_FIELDS = ("own_text", "own_language", "translation_nl", "indicator")
AGREEMENT_FIELDS = (
    "text",
    "owner",
    "owner_name",
    "due_on",
    "own_language",
    "translation",
    "translation_state",
    "translation_source",
)


@transaction.atomic
def add_goal(
    *, version: PipVersion, own_text: str, own_language: str, by: User, translation_nl: str = "",
    indicator: Indicator | str = "",
) -> Goal:  # fmt: skip
    version = locked_concept(version)
    if version.goals.count() >= MOST_GOALS:
        raise ValidationError(f"Een plan heeft hoogstens {MOST_GOALS} doelen. Voeg doelen samen.")
    goal = Goal(version=version, position=next_position(version.goals), own_text=own_text.strip(),
                own_language=own_language, translation_nl=translation_nl.strip(), indicator=indicator)  # fmt: skip
    goal.full_clean(exclude=["version"])
    goal.save()
    touch(version, by)
    return goal


@transaction.atomic
def update_goal(*, goal: Goal, by: User, seen: str = "", **fields: str) -> Goal:
    """Changes `own_text`, `own_language`, `translation_nl` or `indicator`.

    `seen` is the `mark` of the goal on the screen. Was it changed or removed since, then a ValidationError with code
    "conflict" or "weg" says so, and nothing is written.
    """
    version = locked_concept(goal.version)
    goal = _unchanged(version.goals, goal.pk, seen, "Dit doel")
    for name in fields.keys() & set(GOAL_FIELDS):
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
    goal: Goal | None = None, own_language: str = "", translation: str = "", translation_state: TranslationState | str = "",
    promise: TalkPromise | None = None,
) -> Agreement:  # fmt: skip
    """Raises ValidationError with all that the agreement misses: text, who does it, when.

    `promise` is the promise of a talk that becomes this agreement (PP-02).
    """
    version = locked_concept(version)
    if version.agreements.count() >= MOST_AGREEMENTS:
        raise ValidationError(f"Een plan heeft hoogstens {MOST_AGREEMENTS} afspraken.")
    if promise and promise.talk.intake.case_id != version.pip.case_id:
        raise ValidationError("Kies een toezegging uit dit dossier.")
    agreement = Agreement(version=version, position=next_position(version.agreements))
    _write(agreement, PlanAgreement(
        id=0, text=text, owner=owner, due_on=due_on, owner_name=owner_name, own_language=own_language,
        translation=translation, translation_state=translation_state or TranslationState.ONTBREEKT,
        translation_source=source_of(text.strip(), own_language),
    ), goal)  # fmt: skip
    if promise:
        link_promise(promise=promise, agreement_id=agreement.pk)
    touch(version, by)
    return agreement


@transaction.atomic
def update_agreement(
    *, agreement: Agreement, text: str, owner: Owner | str, due_on: date | None, by: User, owner_name: str = "",
    goal: Goal | None = None, own_language: str | None = None, translation: str | None = None,
    translation_state: TranslationState | str | None = None, seen: str = "",
) -> Agreement:  # fmt: skip
    """A translation that isn't given stays; of an older text it isn't checked any more. `seen` as in `update_goal`."""
    version = locked_concept(agreement.version)
    agreement = _unchanged(version.agreements, agreement.pk, seen, "Deze afspraak")
    kept = agreement.translation if translation is None else translation
    language = agreement.own_language if own_language is None else own_language
    state = translation_state or agreement.translation_state
    attended = kept.strip() != agreement.translation or state != agreement.translation_state
    rewritten = text.strip() != agreement.text and not attended
    _write(agreement, PlanAgreement(
        id=0, text=text, owner=owner, due_on=due_on, owner_name=owner_name, translation=kept, own_language=language,
        translation_state=state_of_translation(kept, state, rewritten=rewritten),
        translation_source=source_after(
            agreement.translation_source, before=(agreement.text, agreement.own_language),
            after=(text.strip(), language), attended=attended,
        ),
    ), goal)  # fmt: skip
    touch(version, by)
    return agreement


@transaction.atomic
def remove_agreement(*, agreement: Agreement, by: User) -> None:
    """A promise that this agreement came from waits for another agreement again."""
    version = locked_concept(agreement.version)
    unlink_promises(version.pip.case, [agreement.pk])
    agreement.delete()
    touch(version, by)


def _unchanged(rows: Any, pk: int, seen: str, what: str) -> Any:
    """The row as it stands now, under the lock of its version."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise ValidationError(
            f"{what} is intussen verwijderd. Wat u typte staat nog op uw scherm.", code=GONE
        )
    if seen and seen != row.mark:
        raise ValidationError(
            f"{what} is intussen gewijzigd. U ziet hieronder wat er nu staat, en in de velden wat u typte. "
            "Pas de tekst aan, of sla uw tekst nog een keer op.", code=CONFLICT,
        )  # fmt: skip
    return row


def unlink_promises(case: Case, agreement_ids: Iterable[int]) -> None:
    for promise in promises_in_plan(case, agreement_ids):
        link_promise(promise=promise, agreement_id=None)


def _write(agreement: Agreement, said: PlanAgreement, goal: Goal | None) -> None:
    said = replace(said, text=typed(said.text), owner_name=typed(said.owner_name))
    missing = [sentence.capitalize() for sentence in agreement_obstacles(said)]
    if goal and goal.version_id != agreement.version_id:
        missing.append("Kies een doel uit deze versie van het plan.")
    if missing:
        raise ValidationError(missing)
    agreement.text, agreement.owner, agreement.owner_name = (
        said.text.strip(),
        Owner(said.owner),
        said.owner_name.strip(),
    )
    agreement.goal, agreement.due_on = goal, said.due_on  # type: ignore[assignment]
    agreement.translation, agreement.own_language = said.translation.strip(), said.own_language
    state = said.translation_state if agreement.translation else TranslationState.ONTBREEKT
    agreement.translation_state = state_of_translation(agreement.translation, state, rewritten=False)
    agreement.translation_source = said.translation_source if agreement.translation else ""
    agreement.full_clean(exclude=["version"])
    agreement.save()
