"""Makes the beschikking: an accessible PDF (PDF/A-2a and PDF/UA-1) that can be kept for as long as the law asks."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from accounts.models import User
from cases.enums import Language
from cases.models import Case
from cases.selectors import klantmanager_of
from deadlines.enums import Kind
from deadlines.rules import FactsError, due_date
from deadlines.selectors import calendar
from inburgering.kit.typeset import typeset
from pip_plans.models import PipVersion
from pip_plans.rules.changes import changes
from pip_plans.rules.letter import Letter, Sender, WithoutConsent, comparison, content
from pip_plans.rules.letter.texts import DEFAULTS
from pip_plans.rules.plan import DUTCH, Plan, Situation
from pip_plans.rules.terms import started
from pip_plans.selectors import letter_text_on

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "pip_plans" / "letter" / "beschikking.typ"
NOT_IN_THIS_LETTER = (
    "Uw eigen woorden zijn in een schrift dat wij hier niet kunnen drukken. U leest ze in het portaal."
)


def letter_pdf(
    *, version: PipVersion, situation: Situation, on: date, by: User, before: Plan | None, is_concept: bool,
    without_consent: WithoutConsent | None = None,
) -> bytes:  # fmt: skip
    """The letter for this version as it would be, or is, established on a day. `before` is the plan that it changes."""
    letter = letter_of(version=version, situation=situation, on=on, by=by, before=before, is_concept=is_concept,
                       without_consent=without_consent)  # fmt: skip
    return render(content(version.as_plan, situation, letter))


def letter_of(
    *, version: PipVersion, situation: Situation, on: date, by: User, before: Plan | None, is_concept: bool,
    without_consent: WithoutConsent | None = None,
) -> Letter:  # fmt: skip
    """Everything that the letter and its companion say beside the plan."""
    plan = version.as_plan
    case = version.pip.case
    last_days = _last_days(plan, situation, on)
    guide = klantmanager_of(case) or by
    return Letter(
        sender=sender_of(case, guide),
        person=case.person.full_name,
        case_number=case.number,
        version=version.number,
        on=on,
        objection_until=last_days[Kind.BEZWAAR][1],
        term_starts_on=last_days.get(Kind.TERMIJN, (None, None))[0],
        term_ends_on=last_days.get(Kind.TERMIJN, (None, None))[1],
        language_names={code: str(label) for code, label in Language.choices},
        changes=tuple(changes(before, plan)) if before else (),
        is_concept=is_concept,
        without_consent=without_consent,
        texts=chosen.texts if (chosen := letter_text_on(case.gemeente, on)) else DEFAULTS,
    )


def sender_of(case: Case, signed_by: User) -> Sender:
    gemeente = case.gemeente
    return Sender(
        gemeente=gemeente.name,
        address=tuple(line for line in (gemeente.address_line, gemeente.postcode_place) if line),
        phone=gemeente.phone,
        email=gemeente.email,
        signed_by=signed_by.name,
        signed_by_phone=signed_by.phone,
    )


def comparison_pdf(*, before: PipVersion, after: PipVersion, on: date) -> bytes:
    """What changed from one version to a later one, to keep or to give along."""
    case = after.pip.case
    return render(
        comparison(
            gemeente=case.gemeente.name,
            person=case.person.full_name,
            case_number=case.number,
            before=(before.number, before.established_on),
            after=(after.number, after.established_on),
            changes=changes(before.as_plan, after.as_plan),
            reason=after.change_reason,
            on=on,
        )
    )


def _last_days(plan: Plan, situation: Situation, on: date) -> dict[Kind, tuple[Any, Any]]:
    """First and last day of the terms that the letter names, by the rule that the dossier shows them by."""
    days: dict[Kind, tuple[Any, Any]] = {}
    for start in started(plan, situation, on):
        try:
            outcome = due_date(start.kind, start.facts, calendar())
        except FactsError:
            continue
        days[start.kind] = (outcome.starts_on, outcome.due_on)
    return days


def render(data: dict[str, Any]) -> bytes:
    """The letter as PDF; own words in a script that we can't print are left to the portal."""
    return typeset(TEMPLATE, data, instead=NOT_IN_THIS_LETTER, language=DUTCH)
