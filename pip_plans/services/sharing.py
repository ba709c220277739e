"""Shows a concept to the newcomer, and keeps what is said about it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.services import record_event
from deadlines.enums import Kind
from deadlines.services import meet_deadline, start_promise
from pip_plans.enums import CommentKind, EventKind, TranslationState
from pip_plans.models import Agreement, Comment, Goal, PipVersion
from pip_plans.models.responses import ANSWER_FIELDS
from pip_plans.rules.responses import ABOUT_REMARK
from pip_plans.rules.translations import Answer
from pip_plans.rules.wording import fingerprint, wording
from pip_plans.selectors import sharings_of
from pip_plans.services.locking import locked_concept, locked_with_case

MOST_COMMENTS = 200
NOT_SHARED = "Dit plan staat niet meer in het portaal. Vraag uw klantmanager wat er verandert."


@transaction.atomic
def share_concept(*, version: PipVersion, by: User) -> PipVersion:
    """Puts the concept in the portal. Shared again with another text, the days to read it begin again.

    The event keeps the text as it was shared, and says when that was told before: then it is no news.
    """
    version = locked_concept(version)
    if not version.pip.case.is_open:
        raise ValidationError(
            "Het dossier is gesloten. Een concept in een gesloten dossier kunt u niet delen."
        )
    if not version.goals.exists() and not version.agreements.exists():
        raise ValidationError(
            "Er staat nog niets in het concept om te lezen. Schrijf eerst een doel of een afspraak op."
        )
    words = wording(version.as_plan)
    now = fingerprint(words)
    if version.shared_hash == now:
        return version
    before = sharings_of(version).first()
    version.shared_on, version.shared_hash = timezone.localdate(), now
    version.save(update_fields=["shared_on", "shared_hash"])
    record_event(case=version.pip.case, kind=EventKind.GEDEELD, by=by,
                 data={"version_id": version.pk, "words": words,
                       "told_before": before is not None and fingerprint(before.data.get("words", {})) == now},
                 text=f"Concept van PIP versie {version.number} staat in het portaal van de nieuwkomer.")  # fmt: skip
    return version


@transaction.atomic
def stop_sharing(*, version: PipVersion, by: User) -> PipVersion:
    """Takes the concept out of the portal. What was said about it stays."""
    version = locked_concept(version)
    if version.shared_on is None:
        return version
    version.shared_on, version.shared_hash = None, ""
    version.save(update_fields=["shared_on", "shared_hash"])
    record_event(case=version.pip.case, kind=EventKind.NIET_GEDEELD, by=by, data={"version_id": version.pk},
                 text=f"Concept van PIP versie {version.number} staat niet meer in het portaal.")  # fmt: skip
    return version


@transaction.atomic
def comment_on(
    *, version: PipVersion, text: str, by: User, goal: Goal | None = None, agreement: Agreement | None = None,
    misses_agreement: bool = False,
) -> Comment:  # fmt: skip
    """Keeps a remark about a goal, an agreement or the whole concept, by the newcomer or written down by a colleague.

    The same remark twice, as long as nobody answered it, is one: the second gives the first back.
    """
    version = locked_with_case(version)
    if by.is_resident and version.shared_on is None:
        raise ValidationError(NOT_SHARED, code="niet_gedeeld")
    if any(about and about.version_id != version.pk for about in (goal, agreement)):
        raise ValidationError("Kies een doel of afspraak uit dit plan.")
    kind = _kind(goal, agreement, misses_agreement=misses_agreement)
    same = version.comments.filter(
        by=by, kind=kind, goal=goal, agreement=agreement, text=text.strip(), answered_at=None
    )
    if kept := same.first():
        return kept
    if version.comments.count() >= MOST_COMMENTS:
        raise ValidationError(
            "Er staan heel veel opmerkingen. Bel uw klantmanager, dan bespreekt u ze samen.", code="te_veel"
        )
    about = agreement or goal
    comment = Comment(version=version, kind=kind, goal=goal,
                      agreement=agreement, about=str(about) if about else "", text=text.strip(), by=by)  # fmt: skip
    comment.full_clean(exclude=["version"])
    comment.save()
    if misses_agreement:
        start_promise(
            case=version.pip.case,
            kind=Kind.ANTWOORD_OP_VERZOEK,
            on=timezone.localdate(),
            by=by,
            about=_clock(comment),
        )
    record_event(case=version.pip.case, kind=EventKind.OPMERKING, by=by,
                 data={"version_id": version.pk, "comment_id": comment.pk},
                 text=f"{comment.get_kind_display()}: {comment.text}")  # fmt: skip
    return comment


def _clock(comment: Comment) -> str:
    """A missing agreement has a day on which it is answered (PP-02)."""
    return f"{ABOUT_REMARK}{comment.pk}"


def _kind(goal: Goal | None, agreement: Agreement | None, *, misses_agreement: bool) -> CommentKind:
    if misses_agreement:
        return CommentKind.ONTBREEKT
    if agreement:
        return CommentKind.AFSPRAAK
    return CommentKind.DOEL if goal else CommentKind.ALGEMEEN


@transaction.atomic
def answer_comment(
    *, comment: Comment, answer: str, by: User, own: str = "", state: TranslationState | str = ""
) -> Comment:
    """Answers one remark, once: an answer that the newcomer may have read doesn't become another one.

    `own` is the same answer in the own language of the plan.
    """
    version = locked_with_case(comment.version)
    comment = Comment.objects.select_for_update(of=("self",)).select_related("answered_by").get(pk=comment.pk)
    if comment.answered_by:
        raise ValidationError(f"{comment.answered_by.name} heeft deze opmerking al beantwoord.")
    if not answer.strip():
        raise ValidationError("Schrijf een antwoord op.")
    given = Answer(text=answer, own=own, state=state)
    comment.answer_with(given, by=by, at=timezone.now(), language=version.own_language)
    comment.full_clean(exclude=["version"])
    comment.save(update_fields=ANSWER_FIELDS)
    if comment.kind == CommentKind.ONTBREEKT:
        meet_deadline(
            case=version.pip.case,
            kind=Kind.ANTWOORD_OP_VERZOEK,
            on=timezone.localdate(),
            by=by,
            about=_clock(comment),
        )
    record_event(case=version.pip.case, kind=EventKind.OPMERKING_BEANTWOORD, by=by,
                 data={"version_id": version.pk, "comment_id": comment.pk},
                 text=f"Antwoord op ‘{comment}’: {comment.answer}")  # fmt: skip
    return comment
