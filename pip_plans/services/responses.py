"""Keeps what the newcomer answers to a plan: to exactly the text that he or she read."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Document
from cases.services import Upload, add_document, record_event
from inburgering.kit.dutch import lower_first
from pip_plans.enums import EventKind, Means, Reaction
from pip_plans.models import Condition, PipVersion, Response
from pip_plans.rules.responses import Draft, response_obstacles
from pip_plans.rules.wording import fingerprint, wording
from pip_plans.selectors import involvement_of
from pip_plans.services.locking import locked_concept
from pip_plans.services.sharing import NOT_SHARED

REPLACED = "Dit plan is intussen vastgesteld of vervangen. Uw reactie is niet bewaard. Lees eerst het plan dat nu geldt."
CHANGED = "Het plan is veranderd terwijl u het las. Uw reactie is niet bewaard. Lees het plan opnieuw en reageer dan."


@transaction.atomic
def respond(
    *, version: PipVersion, reaction: Reaction | str, by: User, language: str = "", means: Means | str = "",
    given_on: date | None = None, interpreter_used: bool = False, reason: str = "", sooner_reason: str = "",
    conditions: Sequence[str] = (), strokes: Any = None, scan: Document | None = None, upload: Upload | None = None,
    expected_hash: str = "",
) -> Response:  # fmt: skip
    """Keeps a response to the text as it stands now. Nothing of it changes any more; a new answer is a new response.

    `sooner_reason`: why an akkoord that a colleague writes down counts before the time to read is over (PP-28).

    The same response twice, by a second click or a page that was sent again, is one: the second gives the first back.

    A signed paper is a document of the dossier, `scan`, or an `upload` that becomes one; what is wrong with the paper has code
    "scan". `expected_hash` is the text as the page showed it. Raises ValidationError with all that is missing, with code
    "vervangen" when the version was established meanwhile and "gewijzigd" when its text is another one.
    """
    version, words = _locked_as_read(version, by, expected_hash)
    now = fingerprint(words)
    draft = Draft(
        reaction=reaction, means=means, given_on=given_on or timezone.localdate(), language=language,
        reason=reason.strip(), sooner_reason=sooner_reason.strip(),
        conditions=tuple(text.strip() for text in conditions if text.strip()), strokes=strokes,
        has_scan=scan is not None or upload is not None, by_resident=by.is_resident,
    )  # fmt: skip
    paper = _sum_of(scan, upload)
    if kept := _kept_already(version, draft, now, by, paper=paper, interpreter_used=interpreter_used):
        return kept
    if wrong := _wrong(version, draft, now, scan, upload):
        raise ValidationError(wrong)
    if upload and means == Means.PAPIER:
        scan = add_document(
            case=version.pip.case, title=f"Handtekening bij PIP versie {version.number}", kind=DocumentKind.BEWIJS,
            filename=upload.filename, content=upload.content, by=by,
        )  # fmt: skip
    return _keep(version, draft, words, by, scan=scan, interpreter_used=interpreter_used)


def _locked_as_read(version: PipVersion, by: User, expected_hash: str) -> tuple[PipVersion, dict[str, Any]]:
    """The concept and its words, which are still those of the page."""
    try:
        version = locked_concept(version)
    except ValidationError as error:
        raise ValidationError(REPLACED, code="vervangen") from error
    if by.is_resident and version.shared_on is None:
        raise ValidationError(NOT_SHARED, code="niet_gedeeld")
    words = wording(version.as_plan)
    if expected_hash and expected_hash != fingerprint(words):
        raise ValidationError(CHANGED, code="gewijzigd")
    return version, words


def _sum_of(scan: Document | None, upload: Upload | None) -> str:
    """Tells one signed paper from another; empty without one."""
    if scan:
        return scan.sha256
    return sha256(upload.content).hexdigest() if upload else ""


def _wrong(
    version: PipVersion, draft: Draft, content_hash: str, scan: Document | None, upload: Upload | None
) -> list[ValidationError]:
    today, since = timezone.localdate(), _text_since(version, content_hash)
    faults = response_obstacles(draft, since=since, today=today)
    found = [ValidationError(fault.sentence, code=fault.code) for fault in faults]
    if upload and draft.means == Means.PAPIER:
        found += [ValidationError(sentence, code="scan") for sentence in upload.faults]
    if scan and scan.case_id != version.pip.case_id:
        found.append(ValidationError("Kies een document uit dit dossier."))
    if draft.reaction == Reaction.GEEN_REACTIE:
        found += [ValidationError(sentence) for sentence in _silence(version, today)]
    return found


def _kept_already(    version: PipVersion, draft: Draft, content_hash: str, by: User, *, paper: str,
    interpreter_used: bool,
) -> Response | None:  # fmt: skip
    """The last response, when it is this very one. A signature is drawn anew each time and makes no other answer."""
    last = version.responses.prefetch_related("conditions").first()
    if last is None or (last.by_id, last.content_hash) != (by.pk, content_hash):
        return None
    said = (last.reaction, last.means, last.reason, last.sooner_reason, last.given_on, last.interpreter_used,
            tuple(one.text for one in last.conditions.all()))  # fmt: skip
    wanted = (
        draft.reaction,
        draft.means,
        draft.reason,
        draft.sooner_reason,
        draft.given_on,
        interpreter_used,
        draft.conditions,
    )
    other_language = draft.means and last.language != draft.language
    other_paper = draft.means == Means.PAPIER and (last.scan is None or last.scan.sha256 != paper)
    return None if said != wanted or other_language or other_paper else last


def _text_since(version: PipVersion, content_hash: str) -> date:
    """Since which day somebody can have read exactly this text."""
    changed_on = timezone.localdate(version.text_since)
    if version.shared_on and version.shared_hash == content_hash:
        return min(changed_on, version.shared_on)
    return changed_on


def _silence(version: PipVersion, today: date) -> list[str]:
    """Nobody is silent before the time to read is over."""
    involvement = involvement_of(version, today=today)
    until = involvement.readable_until
    if involvement.reaction:
        return ["De nieuwkomer heeft al gereageerd op deze tekst."]
    if until is None or today < until:
        return ["De tijd om dit concept te lezen is nog niet voorbij. Wacht nog met ‘geen reactie’."]
    return []


def _keep(
    version: PipVersion, draft: Draft, words: dict[str, Any], by: User, *, scan: Document | None, interpreter_used: bool
) -> Response:  # fmt: skip
    signed = draft.means == Means.GETEKEND
    response = Response(
        version=version, reaction=draft.reaction, reason=draft.reason, sooner_reason=draft.sooner_reason,
        given_on=draft.given_on,
        language=draft.language if draft.means else "", interpreter_used=interpreter_used, means=draft.means,
        signature=draft.strokes if signed else None, scan=scan if draft.means == Means.PAPIER else None,
        content=words, content_hash=fingerprint(words), by=by,
    )  # fmt: skip
    response.full_clean(exclude=["version", "signature"])
    response.save()
    rows = [Condition(response=response, text=text) for text in draft.conditions]
    for row in rows:
        row.full_clean(exclude=["response"])
    Condition.objects.bulk_create(rows)
    record_event(case=version.pip.case, kind=EventKind.REACTIE, by=by, text=_in_words(response, draft),
                 data={"version_id": version.pk, "response_id": response.pk, "reaction": response.reaction,
                       "means": response.means,
                       "given_on": response.given_on.isoformat(), "language": response.language,
                       "text": response.content_hash})  # fmt: skip
    return response


def _in_words(response: Response, draft: Draft) -> str:
    how = f" ({lower_first(response.get_means_display())})" if response.means else ""
    said = [f"Voorwaarde: {text}" for text in draft.conditions]
    if draft.reason:
        said.append(f"Reden: {draft.reason}")
    if draft.sooner_reason:
        said.append(f"Waarom eerder dan na de tijd om te lezen: {draft.sooner_reason}")
    return " ".join(
        [f"Reactie op PIP versie {response.version.number}: {response.get_reaction_display()}{how}.", *said]
    )
