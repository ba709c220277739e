"""How far a dossier is, and what to do first."""

from dataclasses import dataclass
from datetime import date

from caseload.enums import Phase, Source
from caseload.rules.signals import PIP_KINDS, Reason
from deadlines.enums import Kind
from pip_plans.enums import Ground, Reaction


@dataclass(frozen=True)
class Step:
    """What to do: the words on the button, the name of its page, and the place on that page."""

    label: str
    url_name: str
    place: str = ""


def phase_of(
    *,
    opened_on: date,
    intake_started_on: date | None,
    intake_completed_on: date | None,
    pip_established_on: date | None,
) -> tuple[Phase, date]:
    """The phase, and the day on which it began."""
    if pip_established_on:
        return Phase.ROUTE, pip_established_on
    if intake_completed_on:
        return Phase.PLAN, intake_completed_on
    if intake_started_on:
        return Phase.INTAKE, intake_started_on
    return Phase.ARRIVED, opened_on


_NEXT = {
    Phase.ARRIVED: Step("Intake starten", "intake"),
    Phase.INTAKE: Step("Verder met de intake", "intake"),
    Phase.PLAN: Step("PIP maken", "pip"),
    Phase.ROUTE: Step("Naar de termijnen", "termijnen"),
}


_STEPS = {
    Source.UNGUIDED: Step("Klantmanager kiezen", "dossier-klantmanager"),
    Source.OBJECTION: Step("Maak de nieuwe versie", "pip"),
    Source.DUO: Step("Naar het PIP", "pip"),
    Source.DIFFERENCE: Step("Bekijk het verschil", "verschil-met-duo"),
    Source.REQUEST: Step("Naar het verzoek", "dossier-contact"),
    Source.REMARK: Step("Naar de opmerking", "pip-reacties", "opmerkingen"),
    Source.TALK: Step("Naar het gesprek", "dossier-contact"),
    Source.DIED: Step("Dossier sluiten", "dossier-sluiten"),
    Source.GROUP: Step("Plan een eigen gesprek", "afspraak-nieuw"),
    Source.SUMMONS: Step("Naar de oproepen", "oproepen"),
    Source.ADULT: Step("Bereid de intake voor", "intake"),
}


def next_step(reason: Reason, phase: Phase) -> Step:
    """What the most urgent reason asks, given how far the dossier is."""
    source, detail = reason.signal.source, reason.signal.detail
    if source is Source.RESPONSE:
        agreed = detail == Reaction.AKKOORD
        return (
            Step("PIP vaststellen", "pip-vaststellen") if agreed else Step("Naar de reactie", "pip-reacties")
        )
    if source is Source.APPROVAL:
        alone = detail.startswith(f"{Ground.EENZIJDIG}|")
        return (
            Step("Eenzijdig vaststellen", "pip-eenzijdig")
            if alone
            else Step("Naar het concept", "pip-concept")
        )
    if source in _STEPS:
        return _STEPS[source]
    if source is Source.DEADLINE and detail == Kind.VERVOLGSTAP:
        return Step("Bespreek de vervolgstap", "pip-vervolgstap")
    if source is Source.DEADLINE and detail not in PIP_KINDS:
        return Step("Naar de termijnen", "termijnen")
    return _NEXT[phase]
