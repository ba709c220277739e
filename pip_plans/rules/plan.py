"""What the rules need to know: the plan as it was written, and the situation that it is written for."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import Group
from intake.enums import Indicator
from pip_plans.enums import (
    Alphabetisation,
    Benefit,
    FurtherLearning,
    Leerroute,
    Level,
    LevelSource,
    Niveau,
    Owner,
    Participation,
    Relief,
    StudyGoal,
    StudyWithBenefit,
    SwitchGround,
    TranslationState,
    Wish,
)
from pip_plans.rules.hours import Lessons

DUTCH = "nl"


@dataclass(frozen=True, kw_only=True)
class PlanGoal:
    id: int
    own_text: str
    own_language: str
    translation_nl: str = ""
    indicator: Indicator | str = ""

    @property
    def in_dutch(self) -> str:
        return self.own_text if self.own_language == DUTCH else self.translation_nl


@dataclass(frozen=True, kw_only=True)
class PlanAgreement:
    id: int
    text: str
    owner: Owner | str
    owner_name: str = ""
    due_on: date | None = None
    goal_id: int | None = None
    own_language: str = ""
    translation: str = ""
    translation_state: TranslationState | str = TranslationState.ONTBREEKT
    translation_source: str = ""

    @property
    def is_translated(self) -> bool:
        return fits(self.translation, self.translation_source, self.text, self.own_language)


@dataclass(frozen=True, kw_only=True)
class PlanTranslation:
    """What a text of the plan says in the own language. `source` tells which Dutch text that was."""

    field: str
    text: str
    source: str = ""
    state: TranslationState | str = TranslationState.AUTOMATISCH


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of a PIP. An empty text or None means: not filled in yet."""

    leerroute: Leerroute | str = ""
    wished_leerroute: Wish | str = ""
    wish_difference_reason: str = ""
    niveau: Niveau | str = ""
    intensity_hours: int | None = None
    alphabetisation: Alphabetisation | str = ""
    may_finish_education: bool = False
    factors: tuple[str, ...] = ()
    motivation: str = ""
    motivation_own_language: str = ""
    own_language: str = ""
    translation_state: TranslationState | str = TranslationState.ONTBREEKT
    translation_source: str = ""
    pvt_hours: int | None = None
    map_hours: int | None = None
    talks_per_year: int | None = None
    a2_allowed: bool = False
    knm_allowed: bool = False
    support: str = ""
    vve: str = ""
    participation_duties: str = ""
    perspective: str = ""
    childcare: str = ""
    participation: Participation | str = ""
    participation_activity: str = ""
    participation_hours: int | None = None
    participation_in_dutch: bool = False
    participation_reason: str = ""
    benefit: Benefit | str = ""
    benefit_from: date | None = None
    benefit_duties: str = ""
    relief: Relief | str = ""
    relief_costs: tuple[str, ...] = ()
    relief_from: date | None = None
    relief_until: date | None = None
    relief_reason: str = ""
    wished_level: Level | str = ""
    needed_level: Level | str = ""
    needed_level_source: LevelSource | str = ""
    needed_level_by: str = ""
    further_learning: FurtherLearning | str = ""
    further_learning_reason: str = ""
    further_learning_decide_on: date | None = None
    target_occupation: str = ""
    next_step: str = ""
    next_step_helper: str = ""
    next_step_on: date | None = None
    study_goal: StudyGoal | str = ""
    pathways: tuple[str, ...] = ()
    pathway_reason: str = ""
    study_with_benefit: StudyWithBenefit | str = ""
    study_with_benefit_reason: str = ""
    change_reason: str = ""
    switch_ground: SwitchGround | str = ""
    switch_reason: str = ""
    effort: str = ""
    why_not_b: str = ""
    why_not_o: str = ""
    why_not_z: str = ""
    advice: dict[str, Any] | None = None
    advice_difference_reason: str = ""
    age_policy: str = ""
    age_policy_link: str = ""
    age_policy_document_id: int | None = None
    goals: tuple[PlanGoal, ...] = ()
    agreements: tuple[PlanAgreement, ...] = ()
    translations: tuple[PlanTranslation, ...] = ()

    @property
    def motivation_is_translated(self) -> bool:
        return fits(self.motivation_own_language, self.translation_source, self.motivation, self.own_language)

    @property
    def differs_from_wish(self) -> bool:
        """The newcomer wanted another route than the one decided; who doesn't know yet wants no other."""
        wished = self.wished_leerroute not in ("", Wish.WEET_NIET)
        return bool(self.leerroute) and wished and self.leerroute != self.wished_leerroute

    @property
    def wants_education(self) -> bool:
        """By the education that was named, or by a goal in own words that is about education: either is enough."""
        named = self.study_goal in (StudyGoal.MBO, StudyGoal.HBO, StudyGoal.WO)
        return named or any(goal.indicator == Indicator.ONDERWIJS for goal in self.goals)

    @property
    def has_perspective(self) -> bool:
        """Which work, which step, who helps and when: without one of these it is a wish, not a perspective (PP-09)."""
        said = (self.target_occupation, self.next_step, self.next_step_helper)
        return all(text.strip() for text in said) and self.next_step_on is not None


def source_of(dutch: str, language: str) -> str:
    """What a translation belongs to. Another Dutch text or another language gives another source."""
    return hashlib.sha256(f"{language}\n{dutch}".encode()).hexdigest()


def fits(translation: str, source: str, dutch: str, language: str) -> bool:
    """Only then the newcomer reads it: a translation of something else tells what isn't so. Without a source it was made
    before there were sources.
    """
    return bool(translation.strip()) and source in ("", source_of(dutch, language))


def source_after(source: str, *, before: tuple[str, str], after: tuple[str, str], attended: bool) -> str:
    """The source of a translation after a change of the Dutch text and its language, `before` and `after`.

    `attended`: somebody wrote the translation anew, or said of this one how it was checked.
    """
    return source_of(*after) if attended else source or source_of(*before)


def state_of_translation(
    translation: str, state: TranslationState | str, *, rewritten: bool
) -> TranslationState:
    """A translation of an older text isn't checked any more, and one that nobody vouched for may hold errors."""
    unknown = state == TranslationState.ONTBREEKT and translation.strip()
    if unknown or (rewritten and state == TranslationState.GECONTROLEERD):
        return TranslationState.AUTOMATISCH
    return TranslationState(state)


@dataclass(frozen=True, kw_only=True)
class PreviousPip:
    """The PIP that another gemeente made before somebody moved here, as DUO knows it."""

    gemeente: str
    leerroute: Leerroute | str
    dated_on: date
    niveau: Niveau | str = ""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Facts of the case on the day itself. `earlier_on` holds the days of the versions that this gemeente established.

    `current_leerroute` and `current_niveau` are those of the version that holds now; `lessons` are those that the gemeente
    has proof of. `age` says what a study costs and never keeps anybody from a route. `needed_level` is the highest that
    somebody said a profession asks. `languages` are those that somebody reads, or for who reads none, understands.
    `contradictions` are those between the test and other sources that nobody settled.
    """

    today: date
    group: Group | str = ""
    case_is_open: bool = True
    duty_from: date | None = None
    settled_on: date | None = None
    lives_at_coa: bool = False
    intake_completed: bool = True
    intake_completed_on: date | None = None
    has_children: bool = False
    earlier_on: tuple[date, ...] = ()
    previous: PreviousPip | None = None
    reads_and_writes: bool | None = None
    languages: tuple[str, ...] = ()
    current_leerroute: Leerroute | str = ""
    current_niveau: Niveau | str = ""
    current_motivation: str = ""
    current_motivation_own_language: str = ""
    lessons: tuple[Lessons, ...] = ()
    age: int | None = None
    needed_level: Level | str = ""
    open_promises: tuple[str, ...] = ()
    promises_without_agreement: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()

    @property
    def course_hours(self) -> int:
        return sum(one.hours for one in self.lessons)

    @property
    def is_first_ever(self) -> bool:
        """Nobody in the Netherlands made a PIP for this person before."""
        return not self.earlier_on and self.previous is None

    @property
    def is_first_here(self) -> bool:
        return not self.earlier_on

    @property
    def first_on(self) -> date | None:
        """The day of the very first PIP, from which the three years run (Wet inburgering 2021, artikel 11)."""
        days = (*self.earlier_on, *((self.previous.dated_on,) if self.previous else ()))
        return min(days, default=None)

    @property
    def latest_on(self) -> date | None:
        days = (*self.earlier_on, *((self.previous.dated_on,) if self.previous else ()))
        return max(days, default=None)
