"""What the newcomer said about a version, and who may read or say it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from accounts.models import Gemeente, User
from cases.enums import Status as CaseStatus
from cases.models import Case, CaseEvent
from cases.selectors import cases_of_resident
from pip_plans.enums import EventKind, Reaction, Status
from pip_plans.models import Comment, Condition, PipVersion, Response, ReviewPeriod
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.responses import Involvement
from pip_plans.rules.wording import fingerprint, wording
from pip_plans.selectors.versions import with_content


def shared_concept_of(user: User, case: Case | None = None) -> PipVersion | None:
    """The concept that the klantmanager shows to this resident, in this case or in any; None for anybody else."""
    return with_content(_shared_with(user, case)).order_by("-shared_on", "-id").first()


def sharings_of(version: PipVersion) -> QuerySet[CaseEvent]:
    """Each time that this concept was put in the portal, the last one first: its `data` has the words of then."""
    events = CaseEvent.objects.filter(case_id=version.pip.case_id, kind=EventKind.GEDEELD)
    return events.filter(data__version_id=version.pk).order_by("-id")


def why_no_concept(user: User) -> str:
    """Why this resident has nothing to read along: the code of what happened last to a concept. Empty when none ever was."""
    told = {
        EventKind.VASTGESTELD: "vervangen",
        EventKind.GEDEELD: "niet_gedeeld",
        EventKind.NIET_GEDEELD: "niet_gedeeld",
    }
    events = CaseEvent.objects.filter(case__in=cases_of_resident(user), kind__in=told)
    last = events.order_by("-id").values_list("kind", flat=True).first()
    return told[EventKind(last)] if last else ""


def has_shared_concept(user: User, case: Case) -> bool:
    return _shared_with(user, case).exists()


def _shared_with(user: User, case: Case | None) -> QuerySet[PipVersion]:
    own = cases_of_resident(user).filter(person__died_on=None, status=CaseStatus.OPEN)
    if case:
        own = own.filter(pk=case.pk)
    return PipVersion.objects.filter(pip__case__in=own, status=Status.CONCEPT, shared_on__isnull=False)


def text_hash(version: PipVersion) -> str:
    """The fingerprint of the text as it stands now."""
    return fingerprint(wording(version.as_plan))


def comments_on(version: PipVersion) -> QuerySet[Comment]:
    return Comment.objects.filter(version=version).select_related("by", "answered_by", "goal", "agreement")


def responses_to(version: PipVersion) -> QuerySet[Response]:
    """Newest first, each with its conditions."""
    return (
        Response.objects.filter(version=version)
        .select_related("by", "scan")
        .prefetch_related(Prefetch("conditions"))
    )


def review_days(gemeente: Gemeente, on: date) -> int:
    """For how many days a newcomer may read a concept: by the choice of the gemeente, or else ours."""
    chosen = ReviewPeriod.objects.filter(gemeente=gemeente, valid_from__lte=on).order_by("-valid_from")
    days = chosen.values_list("days", flat=True).first()
    return norm(NormKind.REVIEW_DAYS, on).figure if days is None else days


def review_periods_of(gemeente: Gemeente) -> QuerySet[ReviewPeriod]:
    return ReviewPeriod.objects.filter(gemeente=gemeente).select_related("set_by")


def open_conditions(responses: Iterable[Response]) -> list[Condition]:
    """The conditions to which the gemeente still owes a reaction, oldest first. `responses` to a version, newest first.

    A later akkoord with the same text, which sets none, takes those before it away.
    """
    agreed: set[str] = set()
    owed: list[Condition] = []
    for response in responses:
        if response.reaction == Reaction.AKKOORD:
            agreed.add(response.content_hash)
        if response.content_hash not in agreed:
            owed = [one for one in response.conditions.all() if one.answered_at is None] + owed
    return owed


def involvement_of(version: PipVersion, *, today: date) -> Involvement:
    """How the newcomer was involved in the text as it stands now."""
    now = text_hash(version)
    responses = list(responses_to(version))
    latest = next((response for response in responses if response.content_hash == now), None)
    earlier = None if latest or not responses else responses[0]
    return Involvement(
        review_days=review_days(version.pip.case.gemeente, version.shared_on or today),
        is_shared=version.shared_on is not None,
        readable_since=version.shared_on if version.shared_hash == now else None,
        open_comments=Comment.objects.filter(version=version, answered_at=None).count(),
        reaction=Reaction(latest.reaction) if latest else "",
        reacted_on=latest.given_on if latest else None,
        is_own=latest is not None and latest.by.is_resident,
        sooner_reason=latest.sooner_reason if latest else "",
        earlier=Reaction(earlier.reaction) if earlier else "",
        earlier_on=earlier.given_on if earlier else None,
        open_conditions=len(open_conditions(responses)),
    )
