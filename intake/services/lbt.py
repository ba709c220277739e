"""The leerbaarheidstoets: what DUO says, and what the college decides."""

from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from intake.enums import EventKind, ExemptionGround, LbtOutcome
from intake.models import LbtRegistration, LbtResult, LbtVersion
from intake.rules import day_obstacles, score_of_duo, version_obstacles
from intake.services.checking import faults_of


@transaction.atomic
def record_lbt_exam_number(*, case: Case, exam_number: str, by: User | None = None) -> LbtRegistration:
    """DUO's number with which the appointment is made. The same number twice does nothing."""
    Case.objects.select_for_update().get(pk=case.pk)
    registration, _ = LbtRegistration.objects.get_or_create(case=case)
    if registration.exam_number == exam_number:
        return registration
    registration.exam_number = exam_number
    registration.save(update_fields=["exam_number"])
    record_event(case=case, kind=EventKind.LBT_REGISTERED, by=by, data={"exam_number": exam_number},
                 text="Aangemeld voor de leerbaarheidstoets bij DUO.")  # fmt: skip
    _skip_if_exempt(registration, by)
    return registration


def _skip_if_exempt(registration: LbtRegistration, by: User | None) -> None:
    """Asks to tell DUO that the test is skipped, once both are known: the exemption and DUO's registration (R-16)."""
    if registration.is_exempt and registration.exam_number:
        record_event(case=registration.case, kind=EventKind.LBT_SKIP, by=by,
                     data={"exam_number": registration.exam_number},
                     text="De leerbaarheidstoets gaat niet door. Wij geven dat door aan DUO.")  # fmt: skip


@transaction.atomic
def record_lbt_result(
    *, case: Case, result: LbtOutcome | str, score: Decimal | str, needed_score: Decimal | str, taken_on: date,
    by: User | None = None,
) -> LbtResult:  # fmt: skip
    """Keeps a result once, however often DUO sends it.

    `result` is an `LbtOutcome` or DUO's own words for it; scores are decimals or DUO's own notation ("62,50").
    """
    Case.objects.select_for_update().get(pk=case.pk)
    outcome, points, needed = _outcome(result), _score(score), _score(needed_score)
    if obstacles := day_obstacles(taken_on, today=timezone.localdate()):
        raise ValidationError(obstacles)
    found, is_new = LbtResult.objects.get_or_create(
        case=case, result=outcome, score=points, needed_score=needed, taken_on=taken_on
    )
    if is_new:
        record_event(
            case=case, kind=EventKind.LBT_RESULT, by=by, data={"result_id": found.pk, "result": outcome.value},
            text=f"Uitslag leerbaarheidstoets van {format_date(taken_on)}: {outcome.label}, {_shown(points)} punten "
                 f"({_shown(needed)} nodig). De uitslag is een advies en is niet bindend.",
        )  # fmt: skip
    return found


def _outcome(text: LbtOutcome | str) -> LbtOutcome:
    for outcome in LbtOutcome:
        if text in {outcome.value, outcome.label}:
            return outcome
    raise ValidationError(f"De uitslag '{text[:40]}' van de leerbaarheidstoets kennen wij niet.")


def _score(score: Decimal | str) -> Decimal:
    try:
        points = (score if isinstance(score, Decimal) else score_of_duo(score)).quantize(Decimal("0.01"))
    except (ValueError, InvalidOperation):
        points = Decimal(-1)
    if not (points.is_finite() and 0 <= points < 1000):
        raise ValidationError(f"De score '{str(score)[:20]}' van de leerbaarheidstoets klopt niet.")
    return points


def _shown(score: Decimal) -> str:
    return str(score).replace(".", ",")


@transaction.atomic
def record_lbt_exemption(
    *, case: Case, ground: ExemptionGround | str, reason: str, by: User, on: date | None = None
) -> LbtRegistration:
    """The college exempts from the test (Wet inburgering 2021, art. 14 lid 6-7).

    The ground is about health, so the history doesn't name it. Exempting twice for the same ground does nothing.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    on = on or timezone.localdate()
    obstacles = day_obstacles(on, today=timezone.localdate())
    if ground not in ExemptionGround.values:
        obstacles.append("Kies de grond van de ontheffing.")
    if not says_something(reason):
        obstacles.append("Schrijf op waaruit de beperking blijkt.")
    if not case.is_open:
        obstacles.append("Dit dossier is gesloten.")
    if obstacles:
        raise ValidationError(obstacles)
    registration, _ = LbtRegistration.objects.get_or_create(case=case)
    if registration.exempt_ground == ground:
        return registration
    is_first = not registration.is_exempt
    registration.exempt_ground, registration.exempt_reason = ground, reason.strip()[:1000]
    registration.exempt_on, registration.exempt_by = on, by
    registration.save(update_fields=["exempt_ground", "exempt_reason", "exempt_on", "exempt_by"])
    record_event(case=case, kind=EventKind.LBT_EXEMPTION, by=by, data={"exam_number": registration.exam_number},
                 text=f"Ontheffing van de leerbaarheidstoets per {format_date(on)}.")  # fmt: skip
    if is_first:
        _skip_if_exempt(registration, by)
    return registration


@transaction.atomic
def record_earlier_pip(*, case: Case, gemeente: str, dated_on: date) -> LbtRegistration:
    """Somebody moved here with a PIP: no new test, and no new research into education and work (artikel 15 lid 4)."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    registration, _ = LbtRegistration.objects.get_or_create(case=case)
    registration.earlier_pip_of, registration.earlier_pip_on = gemeente, dated_on
    registration.save(update_fields=["earlier_pip_of", "earlier_pip_on"])
    return registration


@transaction.atomic
def set_lbt_version(
    *, name: str, valid_from: date, needed_score: Decimal, source: str, by: User
) -> LbtVersion:
    """Keeps a version of the test for the gemeente of `by`. A row for the same day is corrected."""
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    if obstacles := version_obstacles(
        name=name, source=source, needed_score=needed_score, valid_from=valid_from, today=timezone.localdate()
    ):
        raise ValidationError(obstacles)
    version = (
        LbtVersion.objects.select_for_update().filter(gemeente=by.gemeente, valid_from=valid_from).first()
    ) or LbtVersion(gemeente=by.gemeente, valid_from=valid_from)
    version.name, version.needed_score, version.source = name.strip(), needed_score, source.strip()
    version.set_by = by
    if faults := faults_of(version):
        raise ValidationError(faults)
    version.save()
    return version


@transaction.atomic
def choose_lbt_version(*, result: LbtResult, version: LbtVersion | None, by: User) -> LbtResult:
    """Says by hand of which version a result is, where the day of DUO's registration says another; None goes by the day."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=result.case_id)
    obstacles = []
    if not case.is_open:
        obstacles.append("Dit dossier is gesloten.")
    if version and version.gemeente_id != case.gemeente_id:
        obstacles.append("Deze versie is van een andere gemeente.")
    if obstacles:
        raise ValidationError(obstacles)
    result = LbtResult.objects.select_for_update(of=("self",)).get(pk=result.pk)
    if result.version_id == (version.pk if version else None):
        return result
    result.version = version
    result.save(update_fields=["version"])
    which = f"versie {version.name}" if version else "de versie van die dag"
    record_event(case=case, kind=EventKind.LBT_VERSION, by=by, data={"result_id": result.pk},
                 text=f"Uitslag leerbaarheidstoets van {format_date(result.taken_on)}: {which}.")  # fmt: skip
    return result
