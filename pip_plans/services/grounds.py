"""Asks the team lead about a leerroute, keeps a policy about age with its paper, and sets who is young."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case, Document
from cases.services import Upload, add_document
from deadlines.enums import Kind
from deadlines.services import start_promise, stop_deadline
from pip_plans.enums import Ground, Leerroute
from pip_plans.models import Approval, PipVersion, YouthBounds
from pip_plans.models.youth import OLDEST_YOUNG
from pip_plans.rules.grounds import age_obstacles
from pip_plans.selectors import approvals_needed, version_with_text, watch_of
from pip_plans.services.approvals import ask_approval
from pip_plans.services.locking import locked_concept, touch

SHORTEST_POLICY = 20
_is_address = URLValidator(schemes=["http", "https"])


@transaction.atomic
def ask_about_route(*, version: PipVersion, ground: Ground, motivation: str, by: User) -> Approval:
    """Asks approval for a ground that this plan needs. Raises ValidationError when it doesn't, or when a policy about age
    has no paper that the team lead could read.
    """
    version = version_with_text(locked_concept(version).pk)
    if ground not in {one.ground for one in approvals_needed(version, timezone.localdate(), by)}:
        raise ValidationError("Voor dit plan is dit akkoord niet nodig.")
    if ground == Ground.LEEFTIJD:
        missing = [obstacle.sentence for obstacle in age_obstacles(version.as_plan)]
        if missing:
            raise ValidationError(missing)
    return ask_approval(version=version, ground=ground, motivation=motivation, by=by)


@transaction.atomic
def record_age_policy(
    *, version: PipVersion, policy: str, by: User, link: str = "", document: Document | None = None,
    upload: Upload | None = None,
) -> PipVersion:  # fmt: skip
    """Keeps which policy of the gemeente makes age count, with a link to it or the document (PP-39).

    An `upload` becomes the document, in place of the one that was there; the newcomer can read it. An empty policy takes
    it out of the plan again.
    """
    version = locked_concept(version)
    policy, link = policy.strip(), link.strip()
    obstacles = []
    if policy and len(policy) < SHORTEST_POLICY:
        obstacles.append("Schrijf op welk beleid het is en wat erin staat. Ten minste één hele zin.")
    if policy and not link and document is None and upload is None:
        obstacles.append("Voeg het beleid toe: een link of het document zelf.")
    if document and document.case_id != version.pip.case_id:
        obstacles.append("Dit document hoort niet bij dit dossier.")
    if link:
        obstacles += _faults(link)
    if upload:
        obstacles += upload.faults
    if obstacles:
        raise ValidationError(obstacles)
    if policy and upload:
        document = add_document(
            case=version.pip.case, title="Beleid van de gemeente over leeftijd", kind=DocumentKind.BEWIJS,
            filename=upload.filename, content=upload.content, by=by, visible_to_resident=True,
        )  # fmt: skip
    version.age_policy, version.age_policy_link = policy, link if policy else ""
    version.age_policy_document = document if policy else None
    touch(version, by, "age_policy", "age_policy_link", "age_policy_document")
    return version


def _faults(link: str) -> list[str]:
    try:
        _is_address(link)
    except ValidationError:
        return ["Deze link klopt niet. Een link begint met https://."]
    return []


def look_again_at_young(*, case: Case, version: PipVersion, on: date, by: User) -> None:
    """Starts the time until the talk about school and work, or stops it when the route is another one (PP-47)."""
    if version.leerroute == Leerroute.Z and watch_of(version, on).is_young:
        start_promise(case=case, kind=Kind.PERSPECTIEFGESPREK, on=on, by=by)
        return
    for running in case.deadlines.open().filter(kind=Kind.PERSPECTIEFGESPREK):
        stop_deadline(deadline=running, reason="Het nieuwe PIP heeft een andere leerroute.", by=by)


@transaction.atomic
def set_youth_bounds(
    *, from_age: int, until_age: int, source: str, valid_from: date, by: User
) -> YouthBounds:
    """For the gemeente of `by`, from a day on. What was approved before stays approved."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    obstacles = []
    if not 0 <= from_age <= until_age <= OLDEST_YOUNG:
        obstacles.append(f"Kies leeftijden tot en met {OLDEST_YOUNG}, de eerste niet hoger dan de laatste.")
    if not source.strip():
        obstacles.append("Schrijf op waar deze keuze staat.")
    if valid_from < timezone.localdate():
        obstacles.append("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    if obstacles:
        raise ValidationError(obstacles)
    bounds, _ = YouthBounds.objects.update_or_create(
        gemeente=by.gemeente,
        valid_from=valid_from,
        defaults={"from_age": from_age, "until_age": until_age, "source": source.strip(), "set_by": by},
    )
    return bounds
