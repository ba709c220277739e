"""Which bezwaren somebody may see, and who may do something with them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import Case, Document
from cases.selectors import cases_of_resident, cases_visible_to, klantmanager_of, may_edit
from contact.models import Notice
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts, due_date
from deadlines.selectors import calendar
from pip_plans.enums import ApprovalDecision, ObjectionDecision, Status
from pip_plans.models import Approval, Objection, PipVersion, Representative
from pip_plans.rules.objections import Decider, decider_obstacle
from pip_plans.selectors.versions import REVOKED


def _whole(objections: QuerySet[Objection]) -> QuerySet[Objection]:
    people = ("version__pip__case__person", "version__pip__case__gemeente", "deadline", "document", "receipt", "scan",
              "decided_by", "excuse_by", "by", "new_version")  # fmt: skip
    rows = ("later_versions__version", "omissions__document", "representatives")
    return objections.select_related(*people).prefetch_related(*rows)


def objections_visible_to(user: User) -> QuerySet[Objection]:
    """Of the cases that somebody sees, and those on which somebody was named to decide: of these nothing else."""
    named = Q(pk__in=[])
    if user.has_role(Role.TEAMLEIDER):
        named = Q(decider=user, version__pip__case__gemeente_id=user.gemeente_id)
    return _whole(Objection.objects.filter(named | Q(version__pip__case__in=cases_visible_to(user))))


def objections_of(case: Case) -> QuerySet[Objection]:
    return _whole(Objection.objects.filter(version__pip__case=case))


def objections_of_resident(user: User) -> QuerySet[Objection]:
    own = cases_of_resident(user).filter(person__died_on=None)
    return _whole(Objection.objects.filter(version__pip__case__in=own))


def representative_of(objection: Objection) -> Representative | None:
    """Who acts for the newcomer now."""
    return next((one for one in objection.representatives.all() if one.ended_at is None), None)


def post_of_representatives(objection: Objection) -> QuerySet[Notice]:
    """Each letter that was made for somebody who acts or acted for the newcomer, and whether it was posted."""
    case = objection.version.pip.case_id
    mine = Notice.objects.filter(case=case, source__startswith=f"bezwaar:{objection.pk}:").exclude(
        addressee=""
    )
    return mine.select_related("document", "posted_by").order_by("id")


def objections_on_view(user: User, *, today: date) -> list[Objection]:
    """Of the resident: those without a decision, and those decided as long as going to court is possible and no later plan
    was made. What the decision did to the plan is then about an old one, and stays to be read there.
    """
    later = PipVersion.objects.filter(
        ~REVOKED, pip=OuterRef("version__pip"), status=Status.VASTGESTELD, number__gt=OuterRef("version__number"),
        document__created_at__gt=OuterRef("document__created_at"),
    )  # fmt: skip
    mine = objections_of_resident(user).exclude(decision=ObjectionDecision.INGETROKKEN)
    kept = mine.filter(~Exists(later))
    return [one for one in kept if one.decided_on is None or _appeal_until(one.decided_on) >= today]


def _appeal_until(decided_on: date) -> date:
    last_day = due_date(Kind.BEROEP, Facts(announced_on=decided_on), calendar()).due_on
    return last_day or decided_on


def running_objection_over(version: PipVersion) -> Objection | None:
    """A bezwaar without a decision against a version before this one: it is about this one too (Awb, artikel 6:19)."""
    if version.number == 1:
        return None
    before = Objection.objects.filter(
        version__pip=version.pip_id, version__number__lt=version.number, decision=""
    )
    return before.select_related("version").order_by("-id").first()


def open_objections_for(user: User) -> QuerySet[Objection]:
    """Bezwaren without a decision that this colleague sees, the first to be decided first."""
    return objections_visible_to(user).filter(decision="").order_by("deadline__due_on", "id")


def may_handle(user: User, case: Case) -> bool:
    """Who guides the case, or leads its team; the last also when the dossier was closed."""
    return leads_team_of(user, case) or may_edit(user, case)


def leads_team_of(user: User, case: Case) -> bool:
    """Also who names the decider: not the klantmanager whose decision it is about (Awb, artikel 10:3)."""
    return case.gemeente_id == user.gemeente_id and case.team_id in user.team_ids(Role.TEAMLEIDER)


def covered_by(objection: Objection) -> list[PipVersion]:
    """What the bezwaar is about: the version objected to, and each that came in its place since (Awb, artikel 6:19)."""
    later = PipVersion.objects.filter(
        ~REVOKED,
        pip=objection.version.pip_id,
        status=Status.VASTGESTELD,
        number__gt=objection.version.number,
    )
    return [objection.version, *later.select_related("established_by", "created_by").order_by("number")]


def decider_of(objection: Objection, user: User) -> Decider:
    case = objection.version.pip.case
    [part] = _parts_in(objection, [user])
    return replace(
        part,
        leads_the_team=leads_team_of(user, case),
        was_named=objection.decider_id == user.pk and user in _nameable(case),
    )


def deciders_for(objection: Objection) -> list[User]:
    """Team leads of the gemeente who had no part in a decision that the bezwaar is about. Four queries, however many."""
    leads = _nameable(objection.version.pip.case)
    parts = (replace(part, was_named=True) for part in _parts_in(objection, leads))
    return [user for user, part in zip(leads, parts, strict=True) if not decider_obstacle(part)]


def _nameable(case: Case) -> list[User]:
    return _persons(case, memberships__role=Role.TEAMLEIDER)


def _persons(case: Case, **which: Any) -> list[User]:
    """Colleagues in the gemeente: a system account reads nothing, hears nobody and decides nothing."""
    found = User.objects.filter(is_active=True, gemeente_id=case.gemeente_id, **which)
    return [user for user in found.distinct().order_by("name", "id") if user.has_usable_password()]


def hearers_for(objection: Objection) -> list[User]:
    """Colleagues who had no part in a decision that the bezwaar is about (Awb, artikel 7:5)."""
    involved = {user.pk for user in involved_in(objection)}
    found = _persons(objection.version.pip.case, memberships__isnull=False)
    return [user for user in found if user.pk not in involved]


def _parts_in(objection: Objection, users: Iterable[User]) -> list[Decider]:
    """What each of them had to do with the decisions that the bezwaar is about, before anybody was asked to decide on it."""
    covered = covered_by(objection)
    approved = Approval.objects.filter(version__in=covered, decision=ApprovalDecision.GOEDGEKEURD)
    approvers = set(approved.values_list("decided_by_id", flat=True))
    establishers = {version.established_by_id for version in covered}
    guide = klantmanager_of(objection.version.pip.case)
    return [
        Decider(
            leads_the_team=False,
            established_it=user.pk in establishers,
            guides_the_case=user == guide,
            approved_it=user.pk in approvers,
        )
        for user in users
    ]


def documents_of(objection: Objection) -> QuerySet[Document]:
    """What who decides has to read: what was sent about the bezwaar, and the decisions that it is about."""
    covered = [*covered_by(objection), *(row.version for row in objection.later_versions.all())]
    wanted = [objection.receipt_id, objection.scan_id, objection.document_id]
    wanted += [omission.document_id for omission in objection.omissions.all()]
    wanted += [document for version in covered for document in (version.document_id, version.companion_id)]
    return Document.objects.filter(pk__in=filter(None, wanted), case=objection.version.pip.case_id)


def involved_in(objection: Objection) -> frozenset[User]:
    """Who prepared, wrote, approved or took a decision that the bezwaar is about."""
    covered = covered_by(objection)
    approved = Approval.objects.filter(version__in=covered, decision=ApprovalDecision.GOEDGEKEURD)
    people = [
        klantmanager_of(objection.version.pip.case),
        *(version.established_by for version in covered),
        *(version.created_by for version in covered),
        *(row.decided_by for row in approved.select_related("decided_by")),
        *User.objects.filter(pk__in={writer for version in covered for writer in version.writers}),
    ]
    return frozenset(user for user in people if user)


def last_day_to_object(version: PipVersion) -> date | None:
    """By the term that was started when the decision was announced."""
    if version.announced_on is None:
        return None
    about = version.announced_on.isoformat()
    terms = Deadline.objects.filter(case=version.pip.case, kind=Kind.BEZWAAR, about=about, stopped_on=None)
    return terms.order_by("-id").values_list("due_on", flat=True).first()


def objectionable_versions(case: Case) -> QuerySet[PipVersion]:
    """Established versions against which there is no bezwaar, or only one that was taken back; newest first."""
    standing = Objection.objects.filter(~Q(decision=ObjectionDecision.INGETROKKEN)).values("version_id")
    established = PipVersion.objects.filter(pip__case=case, status=Status.VASTGESTELD)
    return established.exclude(pk__in=standing).select_related("pip__case").order_by("-number")


def replaced_by(version: PipVersion) -> PipVersion | None:
    """A later version: a bezwaar is about that too (Awb, artikel 6:19)."""
    later = PipVersion.objects.filter(
        ~REVOKED, pip=version.pip, status=Status.VASTGESTELD, number__gt=version.number
    )
    return later.order_by("-number").first()
