"""The moment that a concept becomes a decision: everything in one transaction, or nothing."""

from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case
from cases.services import add_document, record_event
from contact.services.appointments import keep_rhythm
from deadlines.enums import Kind
from deadlines.rules import Facts, followers_of
from deadlines.selectors import open_deadline
from deadlines.services import meet_deadline, start_deadline, stop_deadline
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind, Ground, Leerroute, Reaction, Status
from pip_plans.models import PipVersion
from pip_plans.rules.approvals import lacks
from pip_plans.rules.changes import changes
from pip_plans.rules.letter import WithoutConsent
from pip_plans.rules.letter.frame import NO_ANSWER
from pip_plans.rules.obstacles import Obstacle, obstacles
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.responses import RESPONSES, consent_obstacles, unilateral_obstacles
from pip_plans.rules.terms import Start, met, started, stopped
from pip_plans.rules.translations import UNILATERAL, Text, text_beside
from pip_plans.selectors import (
    approval_obstacles,
    approval_standing,
    approvals_of,
    companion_missing,
    companion_reading,
    conflict_obstacles,
    current_version,
    involvement_of,
    letter_text_on,
    responses_to,
    situation_of,
    text_hash,
    with_content,
)
from pip_plans.services.companion import changes_in_own_language, companion_pdf, keep_companion
from pip_plans.services.grounds import look_again_at_young
from pip_plans.services.letter import letter_pdf
from pip_plans.services.levels import follow_decision


@transaction.atomic
def establish_pip(
    *, version: PipVersion, on: date, by: User, expected_updated_at: datetime | None = None,
    confirmed_without_translation: bool = False,
) -> PipVersion:  # fmt: skip
    """Establishes a concept that the newcomer agrees with, with this day as dagtekening: letter, terms, event and all.

    `expected_updated_at` is the concept as the klantmanager saw it. Raises ValidationError with every obstacle, or when
    somebody else changed or established the concept meanwhile. Without akkoord: `establish_unilaterally`. When we
    can't explain the letter in a language that the person reads, `by` confirms that first.
    """
    version = _locked(version, by, expected_updated_at)
    today = timezone.localdate()
    situation = situation_of(version.pip, today=today)
    _refuse(
        [
            *obstacles(version.as_plan, situation, on),
            *conflict_obstacles(version),
            *approval_obstacles(version, on, by),
            *consent_obstacles(involvement_of(version, today=today), today),
            *_untranslated(version, confirmed_without_translation),
        ]
    )
    return _establish(version, situation, on, by)


@transaction.atomic
def establish_unilaterally(
    *, version: PipVersion, on: date, by: User, expected_updated_at: datetime | None = None,
    confirmed_without_translation: bool = False,
) -> PipVersion:  # fmt: skip
    """Establishes a concept without akkoord: the gemeente may, since a PIP is a beschikking, but openly (PP-01).

    The team lead must have approved exactly this text. Why, is what the team lead read and approved.
    """
    version = _locked(version, by, expected_updated_at)
    today = timezone.localdate()
    situation = situation_of(version.pip, today=today)
    found = [
        *obstacles(version.as_plan, situation, on),
        *conflict_obstacles(version),
        *approval_obstacles(version, on, by),
        *unilateral_obstacles(involvement_of(version, today=today), today),
        *_untranslated(version, confirmed_without_translation),
    ]
    if lacking := lacks(approval_standing(version, Ground.EENZIJDIG)):
        found.append(Obstacle(RESPONSES, lacking))
    _refuse(found)
    approval = approvals_of(version, Ground.EENZIJDIG).latest("id")
    before = current_version(version.pip.case)
    version = _establish(version, situation, on, by, without_consent=_why(version, approval.motivation))
    was = before.as_plan if before else None
    changed = changes(was, version.as_plan) if was else []
    told = changes_in_own_language(version=version, situation=situation, on=on, by=by, before=was)
    record_event(case=version.pip.case, kind=EventKind.EENZIJDIG, by=by,
                 text=f"PIP versie {version.number} is vastgesteld zonder akkoord van de nieuwkomer. {approval.motivation}",
                 data={"version_id": version.pk, "number": version.number, "approval_id": approval.pk,
                       "reason": approval.motivation, "established_on": on.isoformat(), "document_id": version.document_id,
                       "companion_id": version.companion_id, "changes": [change.as_words for change in changed],
                       "changes_own": told})  # fmt: skip
    return version


def _refuse(found: list[Obstacle]) -> None:
    if found:
        raise ValidationError([obstacle.sentence for obstacle in found])


def _untranslated(version: PipVersion, confirmed: bool) -> list[Obstacle]:
    """A letter that the newcomer can't read goes out knowingly, or not at all (PP-66)."""
    person = version.pip.case.person
    language = companion_missing(person)
    if confirmed or not language:
        return []
    return [Obstacle("confirmed_without_translation", f"{person.full_name} leest {language}, en daarin is er geen uitleg bij "
                     "de brief. Bevestig dat de uitleg in het Nederlands meegaat.")]  # fmt: skip


def _why(version: PipVersion, reason: str) -> WithoutConsent:
    """Everything that the newcomer set as a condition counts, also on an earlier text: our answer to it stays owed."""
    responses = list(responses_to(version))
    now = text_hash(version)
    last = next((response for response in responses if response.content_hash == now), None)
    answered: dict[str, str] = {}
    texts: list[Text] = [text_beside(version.as_plan, UNILATERAL, reason)]
    for response in reversed(responses):
        for one in response.conditions.all():
            answered[one.text] = one.answer or answered.get(one.text, "")
            texts.append(one.answer_text)
    return WithoutConsent(
        said=Reaction(last.reaction) if last else Reaction.GEEN_REACTIE,
        reason=reason,
        own_reason=last.reason if last else "",
        conditions=tuple((words, answer or NO_ANSWER) for words, answer in answered.items()),
        texts=tuple(texts),
    )


def _establish(
    version: PipVersion,
    situation: Situation,
    on: date,
    by: User,
    without_consent: WithoutConsent | None = None,
) -> PipVersion:
    case, plan = version.pip.case, version.as_plan
    earlier, reading = current_version(case), companion_reading(case.person)
    before = earlier.as_plan if earlier else None
    pdf = letter_pdf(version=version, situation=situation, on=on, by=by, is_concept=False, before=before,
                     without_consent=without_consent)  # fmt: skip
    explained = companion_pdf(version=version, situation=situation, on=on, by=by, is_concept=False, before=before,
                              without_consent=without_consent)  # fmt: skip
    version.document = add_document(
        case=case, title=f"Beschikking PIP versie {version.number}", kind=DocumentKind.BESCHIKKING,
        filename=f"PIP-{case.number}-versie-{version.number}.pdf", content=pdf, by=by, visible_to_resident=True,
    )  # fmt: skip
    version.companion = keep_companion(version=version, content=explained, by=by)
    version.companion_language, version.without_translation = reading.language, not reading.is_translated
    version.status, version.established_on, version.established_by = Status.VASTGESTELD, on, by
    version.announced_on = timezone.localdate()
    version.is_unilateral = without_consent is not None
    version.unilateral_reason = without_consent.reason if without_consent else ""
    version.save(update_fields=["status", "established_on", "announced_on", "established_by", "document", "is_unilateral",
                                "unilateral_reason", "companion", "companion_language", "without_translation"])  # fmt: skip
    _run_the_clocks(case, plan, situation, on, by)
    look_again_at_young(case=case, version=version, on=on, by=by)
    record_event(case=case, kind=EventKind.VASTGESTELD, by=by, text=_in_words(version, on),
                 data={"version_id": version.pk, "number": version.number, "leerroute": version.leerroute,
                       "established_on": on.isoformat(), "is_unilateral": version.is_unilateral,
                       "document_id": version.document_id, "companion_id": version.companion_id,
                       "companion_language": reading.language, "companion_missing": reading.missing,
                       "letter_text": words.number if (words := letter_text_on(case.gemeente, on)) else None})  # fmt: skip
    return version


def _locked(version: PipVersion, by: User, expected: datetime | None) -> PipVersion:
    """The case first, then the version: the same order as everybody else, so that nobody waits for the other for ever."""
    Case.objects.select_for_update(no_key=True).get(pk=version.pip.case_id)
    PipVersion.objects.select_for_update().get(pk=version.pk)
    version = with_content(PipVersion.objects.all()).get(pk=version.pk)
    if not version.is_concept:
        who = "U hebt" if version.established_by_id == by.pk else f"{version.established_by} heeft"
        raise ValidationError(f"{who} versie {version.number} van het PIP al vastgesteld. Er is niets dubbel gedaan.",
                              code="vastgesteld")  # fmt: skip
    if expected and version.updated_at != expected:
        at = timezone.localtime(version.updated_at)
        raise ValidationError(f"{version.updated_by.name} heeft het concept om {at:%H:%M} uur nog gewijzigd. Bekijk het plan "
                              "opnieuw en stel het dan vast.", code="gewijzigd")  # fmt: skip
    return version


def _run_the_clocks(case: Case, plan: Plan, situation: Situation, on: date, by: User) -> None:
    for kind in met(situation):
        meet_deadline(case=case, kind=kind, on=on, by=by)
    for kind in stopped(plan, situation):
        if running := open_deadline(case, kind):
            stop_deadline(deadline=running, reason="In de onderwijsroute hoeft dit niet.", by=by)
    _start_terms(case, started(plan, situation, on), by)
    follow_decision(case=case, plan=plan, on=on, by=by)
    if plan.talks_per_year:
        keep_rhythm(case=case, talks_per_year=plan.talks_per_year, on=on, by=by)


def _start_terms(case: Case, starts: tuple[Start, ...], by: User) -> None:
    """What runs, or was done, doesn't begin again: after a removal DUO may have told us the termijn already.

    Its dates go before ours, also for what must be done within the termijn.
    """
    known = {row.kind: row for row in case.deadlines.filter(stopped_on=None).order_by("id")}
    by_duo = Facts.from_json(known[Kind.TERMIJN].facts) if Kind.TERMIJN in known else Facts()
    for start in starts:
        if start.kind != Kind.BEZWAAR and start.kind in known:
            continue
        facts = start.facts
        if start.kind in followers_of(Kind.TERMIJN):
            facts = replace(facts, duo_starts_on=by_duo.duo_starts_on, duo_ends_on=by_duo.duo_ends_on)
        start_deadline(case=case, kind=start.kind, facts=facts, by=by)


def _in_words(version: PipVersion, on: date) -> str:
    route = Leerroute(version.leerroute).label
    return f"PIP versie {version.number} vastgesteld met dagtekening {format_date(on, weekday=False)}. Leerroute: {route}."
