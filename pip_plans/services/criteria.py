"""Publishes the criteria of the onderwijsroute, and keeps who meets them."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case, Document
from cases.services import record_event
from intake.enums import Criterion
from intake.selectors import earlier_proofs
from pip_plans.enums import EventKind
from pip_plans.models import CriterionJudgement, RouteCriterion
from pip_plans.rules.criteria import DEFAULTS, MOST_CRITERIA, criterion_obstacles, judgement_obstacles
from pip_plans.selectors import criteria_of, said_about


@transaction.atomic
def publish_criterion(
    *, text_nl: str, source: str, valid_from: date, by: User, text_en: str = "", text_ar: str = "", proof: str = ""
) -> RouteCriterion:  # fmt: skip
    """Adds a criterion for the gemeente of `by`. The first one takes the default set with it, as rows of its own.

    Raises ValidationError with everything that is wrong; an age is no criterion.
    """
    gemeente = _gemeente(by)
    texts = [text.strip() for text in (text_nl, text_en, text_ar)]
    obstacles = list(criterion_obstacles(texts))
    if not texts[0]:
        obstacles.append("Schrijf het criterium op in het Nederlands.")
    if not source.strip():
        obstacles.append("Schrijf op waar dit criterium staat.")
    if valid_from < timezone.localdate():
        obstacles.append("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    if proof and proof not in Criterion.values:
        obstacles.append("Kies uit de lijst waaruit dit blijkt.")
    if obstacles:
        raise ValidationError(obstacles)
    keep_defaults(gemeente=gemeente)
    if criteria_of(gemeente).filter(valid_until=None).count() >= MOST_CRITERIA:
        raise ValidationError(f"Er zijn al {MOST_CRITERIA} criteria. Beëindig er eerst een.")
    criterion = RouteCriterion(gemeente=gemeente, text_nl=texts[0], text_en=texts[1], text_ar=texts[2], source=source.strip(),
                               proof=proof, position=100, valid_from=valid_from, set_by=by)  # fmt: skip
    criterion.full_clean(exclude=["gemeente", "set_by"])
    criterion.save()
    return criterion


@transaction.atomic
def keep_defaults(*, gemeente: Gemeente) -> None:
    """Makes rows of the default set, once, so that somebody can be judged on them and the gemeente can end them."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    if criteria_of(gemeente).exists():
        return
    RouteCriterion.objects.bulk_create(
        RouteCriterion(gemeente=gemeente, key=one.key, text_nl=one.words.nl, text_en=one.words.en, text_ar=one.words.ar,
                       source=one.source, proof=one.proof or "", position=place, valid_from=timezone.localdate())
        for place, one in enumerate(DEFAULTS, start=1)
    )  # fmt: skip


@transaction.atomic
def end_criterion(*, criterion: RouteCriterion, by: User) -> RouteCriterion:
    """The criterion doesn't count any more from today on. What was judged about it stays."""
    criterion = RouteCriterion.objects.select_for_update().get(pk=criterion.pk, gemeente=_gemeente(by))
    if criterion.valid_until is None:
        criterion.valid_until = max(timezone.localdate() - timedelta(days=1), criterion.valid_from)
        criterion.save(update_fields=["valid_until"])
    return criterion


@transaction.atomic
def judge_criterion(
    *,
    case: Case,
    key: str,
    met: str,
    reason: str,
    by: User,
    document: Document | None = None,
) -> CriterionJudgement:
    """Keeps whether somebody meets the criterion that the gemeente shows under this key. What proves it stands in the
    dossier already (PP-40).
    """
    keep_defaults(gemeente=case.gemeente)
    cases = Case.objects.select_for_update(of=("self",), no_key=True).select_related("gemeente")
    case = cases.get(pk=case.pk)
    criterion = next((row for row in criteria_of(case.gemeente) if row.shown_key == key), None)
    if criterion is None:
        raise ValidationError("Dit criterium gebruikt uw gemeente niet.")
    proofs = len(earlier_proofs(case, Criterion(criterion.proof))) if criterion.proof else 0
    known = proofs + len(said_about(case, criterion.shown_key, criterion.proof)) + (document is not None)
    obstacles = list(judgement_obstacles(met, reason, known))
    if not case.is_open:
        obstacles.append("Dit dossier is gesloten.")
    if document and document.case_id != case.pk:
        obstacles.append("Dit document hoort niet bij dit dossier.")
    if obstacles:
        raise ValidationError(obstacles)
    judgement = CriterionJudgement(
        case=case, criterion=criterion, met=met, reason=reason.strip(), document=document, by=by
    )
    judgement.full_clean(exclude=["case", "criterion", "by"])
    judgement.save()
    record_event(case=case, kind=EventKind.CRITERIUM, by=by, data={"judgement_id": judgement.pk, "met": met},
                 text=f"Criterium van de onderwijsroute ‘{criterion}’: {met}. {judgement.reason}".strip())  # fmt: skip
    return judgement


def _gemeente(by: User) -> Gemeente:
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    return by.gemeente
