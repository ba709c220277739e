"""Opening a case, its facts, and closing it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, Team, User
from accounts.selectors import klantmanagers_of
from cases.enums import EventKind, Group, Origin, Status
from cases.models import Assignment, Case, CaseNumber, Person
from cases.rules import fact_obstacles
from cases.selectors import open_case_of
from cases.services.events import record_event
from cases.services.guides import assign_klantmanager
from inburgering.kit.dutch import format_date

_FACT_LABELS = {
    "group": "Doelgroep",
    "duty_from": "Inburgeringsplichtig vanaf",
    "notified_on": "Kennisgeving van DUO",
    "brp_registered_on": "Ingeschreven in deze gemeente",
    "in_coa": "Verblijft bij COA",
}


@transaction.atomic
def open_case(
    *, person: Person, gemeente: Gemeente, origin: Origin, on: date, by: User | None, team: Team | None = None,
    klantmanager: User | None = None, group: Group | str = "", duty_from: date | None = None,
    notified_on: date | None = None, brp_registered_on: date | None = None, in_coa: bool = False,
) -> Case:  # fmt: skip
    """The open case of this person at this gemeente: a new one, or the one that is there (same message twice).

    Without a klantmanager the one in the team with the fewest open cases gets it, so that nobody is without.
    Raises ValidationError when dates contradict each other or the gemeente has no team.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if existing := open_case_of(person, gemeente.pk):
        return existing
    facts = {"duty_from": duty_from, "notified_on": notified_on, "brp_registered_on": brp_registered_on}
    if obstacles := fact_obstacles(birth=person.birth, today=timezone.localdate(), **facts):
        raise ValidationError(obstacles)
    team = team or _team_with_room(gemeente)
    case = Case.objects.create(
        number=_next_number(on.year), person=person, gemeente=gemeente, team=team, group=group, origin=origin,
        opened_on=on, in_coa=in_coa, **facts,
    )  # fmt: skip
    record_event(case=case, kind=EventKind.OPENED, by=by,
                 text=f"Dossier {case.number} geopend. Herkomst: {Origin(origin).label}.")  # fmt: skip
    if klantmanager := klantmanager or _klantmanager_with_room(team):
        reason = "Gekozen bij het openen" if by else "Automatisch: heeft de minste open dossiers van het team"
        assign_klantmanager(case=case, to=klantmanager, by=by, reason=reason)
    return case


def _next_number(year: int) -> str:
    CaseNumber.objects.get_or_create(year=year)
    number = CaseNumber.objects.select_for_update().get(year=year)
    number.last += 1
    number.save(update_fields=["last"])
    return f"{year}-{number.last:06d}"


def _team_with_room(gemeente: Gemeente) -> Team:
    """The team with klantmanagers that has the fewest open cases; any team when none has a klantmanager."""
    teams = Team.objects.filter(gemeente=gemeente).order_by("id")
    staffed = teams.filter(memberships__role=Role.KLANTMANAGER, memberships__user__is_active=True).distinct()
    load = _count(Case.objects.filter(team=OuterRef("pk"), status=Status.OPEN), "team")
    team = staffed.annotate(load=load).order_by("load", "id").first() or teams.first()
    if team is None:
        raise ValidationError(f"{gemeente} heeft nog geen team. De functioneel beheerder maakt er een.")
    return team


def _klantmanager_with_room(team: Team) -> User | None:
    """The team lead gets the case when the team has no klantmanager: better a busy guide than none."""
    open_now = Assignment.objects.filter(user=OuterRef("pk"), ends_at=None, case__status=Status.OPEN)
    by_load = klantmanagers_of(team).annotate(load=_count(open_now, "user")).order_by("load", "id")
    team_lead = User.objects.filter(memberships__team=team, memberships__role=Role.TEAMLEIDER, is_active=True)
    return by_load.first() or team_lead.order_by("id").first()


def _count(rows: QuerySet[Any], group: str) -> Coalesce:
    counted = rows.order_by().values(group).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), Value(0))


@transaction.atomic
def update_facts(*, case: Case, by: User | None, reason: str, **facts: Any) -> Case:
    """Corrects facts of the case (`group`, `duty_from`, `notified_on`, `brp_registered_on`, `in_coa`), and says what changed.

    Records nothing when nothing changed. Terms that start from these facts are the work of `deadlines`.
    """
    case = Case.objects.select_for_update().select_related("person").get(pk=case.pk)
    changed = {name: value for name, value in facts.items() if getattr(case, name) != value}
    if not changed:
        return case
    before = {name: getattr(case, name) for name in changed}
    for name, value in changed.items():
        setattr(case, name, value)
    obstacles = fact_obstacles(
        birth=case.person.birth, duty_from=case.duty_from, notified_on=case.notified_on,
        brp_registered_on=case.brp_registered_on, today=timezone.localdate(),
    )  # fmt: skip
    if obstacles:
        raise ValidationError(obstacles)
    case.save(update_fields=list(changed))
    lines = [f"{_FACT_LABELS[n]}: {_shown(n, before[n])} → {_shown(n, changed[n])}" for n in changed]
    data = {
        "before": {n: str(v) for n, v in before.items()},
        "after": {n: str(v) for n, v in changed.items()},
    }
    record_event(case=case, kind=EventKind.UPDATED, by=by, text=f"{reason} {'; '.join(lines)}.", data=data)
    return case


def fact_in_words(name: str, value: Any) -> str:
    """ "Ingeschreven in deze gemeente: 5 maart 2026"."""
    return f"{_FACT_LABELS[name]}: {_shown(name, value)}"


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return format_date(value, weekday=False)
    return str(Group(value).label) if name == "group" and value else "onbekend"


@transaction.atomic
def close_case(*, case: Case, on: date, reason: str, by: User | None) -> Case:
    """Closing twice keeps the first date and reason. What runs in other apps is stopped by these, from the event."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    if not case.is_open:
        return case
    obstacles = []
    if not reason.strip():
        obstacles.append("Geef de reden waarom het dossier sluit.")
    if len(reason) > 200:
        obstacles.append("De reden is te lang. Gebruik hoogstens 200 tekens.")
    if on > timezone.localdate():
        obstacles.append("Een dossier sluit niet op een dag in de toekomst.")
    if obstacles:
        raise ValidationError(obstacles)
    case.status, case.closed_on, case.closed_reason = Status.CLOSED, on, reason
    case.save(update_fields=["status", "closed_on", "closed_reason"])
    record_event(
        case=case,
        kind=EventKind.CLOSED,
        by=by,
        text=f"Dossier gesloten per {format_date(on)}. Reden: {reason}",
    )
    return case
