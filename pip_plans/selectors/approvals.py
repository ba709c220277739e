"""What waits for a team lead, and what he or she should know of."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from accounts.enums import Role
from accounts.models import User
from cases.selectors import klantmanager_of
from pip_plans.enums import ApprovalDecision, Ground, Reaction, Status
from pip_plans.models import Approval, Condition, PipVersion, Response
from pip_plans.rules.approvals import Judge, Request, Standing, standing
from pip_plans.selectors.responses import text_hash
from pip_plans.selectors.versions import REVOKED, with_content

DECIDED = (ApprovalDecision.GOEDGEKEURD, ApprovalDecision.AFGEWEZEN)
"""What a team lead said; a question that lapsed was never answered."""


def versions_led_by(user: User) -> QuerySet[PipVersion]:
    """Versions in cases of the teams that somebody leads."""
    teams = user.team_ids(Role.TEAMLEIDER)
    return PipVersion.objects.filter(
        pip__case__team_id__in=teams, pip__case__gemeente_id=user.gemeente_id or 0
    )


def holding_led_by(user: User) -> QuerySet[PipVersion]:
    """The PIPs that hold now in the teams that somebody leads: what was revoked after a bezwaar is passed over."""
    later = PipVersion.objects.filter(
        ~REVOKED, pip=OuterRef("pip"), status=Status.VASTGESTELD, number__gt=OuterRef("number")
    )
    return versions_led_by(user).filter(~REVOKED, ~Exists(later), status=Status.VASTGESTELD)


def approvals_visible_to(user: User) -> QuerySet[Approval]:
    """For who leads the team of the case; nobody else."""
    led = versions_led_by(user).values("pk")
    people = ("asked_by", "decided_by", "version__pip__case__person", "version__pip__case__gemeente")
    return Approval.objects.filter(version__in=led).select_related(*people)


def open_approvals_for(user: User) -> QuerySet[Approval]:
    """What was asked and not decided, oldest first."""
    return (
        approvals_visible_to(user)
        .filter(decision="", version__status=Status.CONCEPT)
        .order_by("asked_at", "id")
    )


def unilateral_for(user: User) -> QuerySet[PipVersion]:
    """PIPs that hold now and were established without akkoord: on the list until a version with akkoord follows (PP-01)."""
    unagreed = holding_led_by(user).filter(is_unilateral=True)
    return unagreed.select_related("pip__case__person", "established_by").order_by("established_on", "id")


def refused_for(user: User) -> QuerySet[PipVersion]:
    """Concepts with which the newcomer does not simply agree, each with its last `reaction`.

    Silence afterwards takes nothing back of what was said.
    """
    said = Response.objects.filter(~Q(reaction=Reaction.GEEN_REACTIE), version=OuterRef("pk"))
    last = said.order_by("-id").values("reaction")[:1]
    concepts = versions_led_by(user).filter(status=Status.CONCEPT).annotate(reaction=Subquery(last))
    unhappy = concepts.filter(reaction__in=(Reaction.NIET_AKKOORD, Reaction.ONDER_VOORWAARDE))
    return unhappy.select_related("pip__case__person", "updated_by").order_by("updated_at", "id")


def approval_standing(version: PipVersion, ground: Ground) -> Standing:
    """Whether the team lead agrees with this act for the text as it stands now."""
    requests = requests_of(version, ground)
    return standing(requests, ground, text_hash(version)) if requests else Standing.NOT_ASKED


def requests_of(version: PipVersion, ground: Ground) -> list[Request]:
    return [
        Request(row.ground, row.content_hash, row.decision, row.motivation, is_overtaken=is_overtaken(row))
        for row in approvals_of(version, ground)
    ]


def is_overtaken(approval: Approval) -> bool:
    """Whether the newcomer set a condition after this was asked. Only establishing without akkoord weighs conditions."""
    since = Condition.objects.filter(
        response__version=approval.version_id, response__at__gt=approval.asked_at
    )
    return approval.ground == Ground.EENZIJDIG and since.exists()


def approvals_of(version: PipVersion, ground: Ground) -> QuerySet[Approval]:
    """What was asked for this version, oldest first."""
    return Approval.objects.filter(version=version, ground=ground).select_related("asked_by", "decided_by")


def approvals_to(version: PipVersion) -> QuerySet[Approval]:
    """Everything that was asked for this version, oldest first."""
    return version.approvals.select_related("asked_by", "decided_by").order_by("id")


def other_decisions(approval: Approval) -> list[Approval]:
    """What team leads decided about the same plan, newest first: each says whether it was about the text of this question."""
    found = approvals_to(approval.version).filter(decision__in=DECIDED).exclude(pk=approval.pk)
    rows = list(found.order_by("-decided_at", "-id"))
    for row in rows:
        row.is_same_text = row.content_hash == approval.content_hash  # type: ignore[attr-defined]
    return rows


def judge_of(approval: Approval, user: User) -> Judge:
    case = approval.version.pip.case
    guide = klantmanager_of(case)
    return Judge(
        leads_the_team=case.team_id in user.team_ids(Role.TEAMLEIDER),
        guides_the_case=guide is not None and guide.pk == user.pk,
        asked_it=approval.asked_by_id == user.pk,
        wrote_it=user.pk in approval.version.writers,
    )


def version_with_text(version_id: int) -> PipVersion:
    return with_content(PipVersion.objects.all()).get(pk=version_id)
