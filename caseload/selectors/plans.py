"""What was said or decided about the PIP, as long as it waits for the klantmanager."""

from datetime import date
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from accounts.models import User
from caseload.enums import Source
from caseload.selectors.columns import BAR, columns, scope
from contact.rules.appointments import AMSTERDAM
from deadlines.models import Deadline
from pip_plans.enums import ApprovalDecision, Ground, Reaction, Status
from pip_plans.models import TEXT, Approval, PipVersion, Response
from pip_plans.rules.responses import ABOUT_REMARK
from pip_plans.selectors import objections_to_carry_out


def remarks(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """Concepts with a remark that nobody answered; with the first day on which a missing agreement must be."""
    clocks = Deadline.objects.open().filter(case=OuterRef("pip__case"), about__startswith=ABOUT_REMARK)
    until = Subquery(clocks.order_by("due_on").values("due_on")[:1])
    waiting = Q(status=Status.CONCEPT, comments__isnull=False, comments__answered_at=None)
    found = PipVersion.objects.filter(waiting, scope(user, "pip__case", team=team)).alias(
        said_at=Min("comments__at"), number_of=Count("comments")
    )
    day = TruncDate(F("said_at"), tzinfo=AMSTERDAM)
    return columns(
        found.order_by("said_at", "pk"),
        Source.REMARK,
        "pip__case_id",
        day,
        detail=F("number_of"),
        until=until,
    )


def responses(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """What the newcomer answered last to the text as it stands now, until the team lead was asked about it. Silence
    afterwards takes nothing back of what was said.
    """
    later = _said().filter(version=OuterRef("version"), pk__gt=OuterRef("pk"))
    asked = Approval.objects.filter(
        version=OuterRef("version"), ground=Ground.EENZIJDIG, asked_at__gt=OuterRef("at")
    )
    found = _said().filter(
        ~Exists(later), ~Exists(asked.exclude(decision=ApprovalDecision.VERVALLEN)), scope(user, "version__pip__case", team=team),
        version__status=Status.CONCEPT, at__gte=_text_since(),
    )  # fmt: skip
    day = TruncDate("at", tzinfo=AMSTERDAM)
    return columns(
        found.order_by("at", "pk"), Source.RESPONSE, "version__pip__case_id", day, detail=F("reaction")
    )


def approvals(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """What the team lead decided about the text as it stands now. A yes or a new condition of the newcomer overtakes that
    the plan may be established without one.
    """
    later = Approval.objects.filter(
        version=OuterRef("version"), ground=OuterRef("ground"), pk__gt=OuterRef("pk")
    )
    overtakes = Response.objects.filter(
        version=OuterRef("version"), at__gt=OuterRef("asked_at"), reaction__in=(Reaction.AKKOORD, Reaction.ONDER_VOORWAARDE)
    )  # fmt: skip
    found = Approval.objects.filter(
        ~Exists(later), ~Q(Exists(overtakes), ground=Ground.EENZIJDIG), scope(user, "version__pip__case", team=team),
        decision__in=(ApprovalDecision.GOEDGEKEURD, ApprovalDecision.AFGEWEZEN),
        version__status=Status.CONCEPT, decided_at__gte=_text_since(),
    )  # fmt: skip
    detail = Concat("ground", BAR, "decision", output_field=TextField())
    day = TruncDate("decided_at", tzinfo=AMSTERDAM)
    return columns(
        found.order_by("decided_at", "pk"), Source.APPROVAL, "version__pip__case_id", day, detail=detail
    )


def won_objections(user: User, today: date, team: bool) -> QuerySet[Any, Any]:
    """A bezwaar after which a new version comes, until that version was established."""
    case = "version__pip__case"
    found = objections_to_carry_out().filter(scope(user, case, team=team)).order_by("decided_on", "pk")
    return columns(found, Source.OBJECTION, f"{case}_id", F("decided_on"))


def _said() -> QuerySet[Response]:
    return Response.objects.exclude(reaction=Reaction.GEEN_REACTIE)


def _text_since() -> Coalesce:
    """As `PipVersion.text_since`: when the words became what they are now."""
    written = KeyTextTransform("at", KeyTextTransform(TEXT, "version__authors"))
    return Coalesce(Cast(written, DateTimeField()), F("version__created_at"))
