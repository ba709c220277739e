"""Asks the team lead, and keeps the answer. The same for every ground."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.services import record_event
from inburgering.kit.typed import says_something
from pip_plans.enums import ApprovalDecision, EventKind, Ground, TranslationState
from pip_plans.models import Approval, Condition, PipVersion
from pip_plans.models.responses import ANSWER_FIELDS
from pip_plans.rules.approvals import Request, Standing, asking_obstacle, judging_obstacle
from pip_plans.rules.grounds import age_obstacles, is_about_age
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.obstacles import obstacles
from pip_plans.rules.plan import DUTCH, PlanTranslation, source_of
from pip_plans.rules.responses import unilateral_obstacles
from pip_plans.rules.translations import UNILATERAL, Answer
from pip_plans.selectors import (
    approval_obstacles,
    approval_standing,
    conflict_obstacles,
    involvement_of,
    is_overtaken,
    judge_of,
    requests_of,
    situation_of,
    text_hash,
    version_with_text,
)
from pip_plans.services.locking import locked_concept
from pip_plans.services.translations import save_translations

SHORTEST_MOTIVATION = 20


@transaction.atomic
def ask_approval(*, version: PipVersion, ground: Ground, motivation: str, by: User) -> Approval:
    """Asks the team lead to agree with the text as it stands now. An open question about another text lapses.

    After a "no" the same question about the same text isn't put to another team lead.
    """
    version = locked_concept(version)
    if len(motivation.strip()) < SHORTEST_MOTIVATION:
        raise ValidationError("Leg uit waarom. Schrijf ten minste één hele zin.")
    if approval_standing(version, ground) in (Standing.ASKED, Standing.APPROVED):
        raise ValidationError("Dit is al gevraagd voor deze tekst.")
    wanted = Request(ground, text_hash(version), motivation=motivation)
    if obstacle := asking_obstacle(requests_of(version, ground), wanted):
        raise ValidationError(obstacle)
    version.approvals.filter(ground=ground, decision="").update(
        decision=ApprovalDecision.VERVALLEN, decided_by=by, decided_at=timezone.now()
    )
    approval = Approval(version=version, ground=ground, motivation=motivation.strip(), asked_by=by,
                        content_hash=wanted.content_hash)  # fmt: skip
    approval.full_clean(exclude=["version"])
    approval.save()
    record_event(case=version.pip.case, kind=EventKind.AKKOORD_GEVRAAGD, by=by,
                 data={"version_id": version.pk, "approval_id": approval.pk, "ground": ground},
                 text=f"Akkoord van de teamleider gevraagd: {Ground(ground).label}. {approval.motivation}")  # fmt: skip
    return approval


@transaction.atomic
def decide_approval(
    *, approval: Approval, decision: ApprovalDecision, by: User, reason: str = ""
) -> Approval:
    """The team lead of the team agrees or doesn't. Raises ValidationError when somebody else decided meanwhile, when the
    text changed since it was asked, or when this person may not decide it.
    """
    version = locked_concept(approval.version)
    approval = (
        Approval.objects.select_for_update(of=("self",))
        .select_related("version__pip__case", "decided_by")
        .get(pk=approval.pk)
    )
    if approval.decided_by:
        who = "U hebt" if approval.decided_by_id == by.pk else f"{approval.decided_by} heeft"
        raise ValidationError(
            f"{who} hierover al beslist: {approval.get_decision_display().lower()}.", code="beslist"
        )
    if obstacle := judging_obstacle(judge_of(approval, by)):
        raise ValidationError(obstacle, code="mag_niet")
    if approval.content_hash != text_hash(version):
        raise ValidationError("Het plan is veranderd nadat dit werd gevraagd. De klantmanager moet het opnieuw vragen.",
                              code="gewijzigd")  # fmt: skip
    if is_overtaken(approval):
        raise ValidationError("De nieuwkomer stelde nog een voorwaarde nadat dit werd gevraagd. De klantmanager moet erop "
                              "reageren en het opnieuw vragen.", code="gewijzigd")  # fmt: skip
    if decision == ApprovalDecision.AFGEWEZEN and not says_something(reason):
        raise ValidationError("Schrijf op waarom u dit afwijst.")
    approval.decision, approval.decision_reason = decision, reason.strip()
    approval.decided_by, approval.decided_at = by, timezone.now()
    approval.full_clean(exclude=["version"])
    approval.save(update_fields=["decision", "decision_reason", "decided_by", "decided_at"])
    record_event(case=version.pip.case, kind=EventKind.AKKOORD_BESLIST, by=by,
                 data={"version_id": version.pk, "approval_id": approval.pk, "decision": decision},
                 text=f"{approval.get_ground_display()}: {approval.get_decision_display().lower()}. "
                      f"{approval.decision_reason}".strip())  # fmt: skip
    return approval


@transaction.atomic
def ask_unilateral(
    *, version: PipVersion, motivation: Answer | str, answers: Mapping[int, Answer | str], by: User
) -> Approval:
    """Asks the team lead to establish without akkoord, with an answer to each condition of the newcomer (PP-01).

    `answers` is by the id of the condition. The newcomer reads the motivation too. Raises ValidationError with
    everything that must be done first.
    """
    motivation = _answer(motivation)
    version = version_with_text(locked_concept(version).pk)
    _answer_conditions(version, answers, by)
    today = timezone.localdate()
    found = [
        *obstacles(version.as_plan, situation_of(version.pip, today=today), today),
        *_age_in(motivation.text, version),
        *conflict_obstacles(version),
        *approval_obstacles(version, today, by),
        *unilateral_obstacles(involvement_of(version, today=today), today),
    ]
    if found:
        raise ValidationError([obstacle.sentence for obstacle in found])
    _keep_own_words(version, motivation, by)
    return ask_approval(version=version, ground=Ground.EENZIJDIG, motivation=motivation.text, by=by)


def _keep_own_words(version: PipVersion, motivation: Answer, by: User) -> None:
    if version.own_language not in ("", DUTCH):
        words = PlanTranslation(
            field=UNILATERAL, text=motivation.own, state=motivation.state or TranslationState.AUTOMATISCH,
            source=source_of(motivation.text.strip(), version.own_language),
        )  # fmt: skip
        save_translations(version=version, translations=[words], by=by)


def _age_in(motivation: str, version: PipVersion) -> list[Obstacle]:
    """The newcomer reads this reason in the letter: an age in it asks for its policy, as everywhere (PP-39)."""
    plan = version.as_plan
    return [] if is_about_age(plan) else list(age_obstacles(plan, besides=motivation))


def _answer(words: Answer | str) -> Answer:
    return words if isinstance(words, Answer) else Answer(text=words)


def _answer_conditions(version: PipVersion, answers: Mapping[int, Answer | str], by: User) -> None:
    open_ones = Condition.objects.filter(response__version=version, answered_at=None, pk__in=answers)
    for condition in open_ones.select_for_update(of=("self",)):
        answer = _answer(answers[condition.pk])
        if answer.text.strip():
            condition.answer_with(answer, by=by, at=timezone.now(), language=version.own_language)
            condition.full_clean(exclude=["response"])
            condition.save(update_fields=ANSWER_FIELDS)
