"""Whether the case allows a PIP at all."""

from collections.abc import Iterator
from datetime import date

from inburgering.kit.dutch import format_date
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Situation


def case_obstacles(situation: Situation, on: date) -> Iterator[Obstacle]:
    if not situation.case_is_open:
        yield Obstacle(
            "dossier", "Het dossier is gesloten. In een gesloten dossier kan geen PIP worden vastgesteld."
        )
    if not situation.group:
        yield Obstacle(
            "dossier",
            "De doelgroep is niet bekend. Vul in het dossier in of iemand asielstatushouder is of niet.",
        )
    # After a removal the gemeente builds on the intake of the one before; a change needs no new one either.
    if situation.is_first_ever and not situation.intake_completed:
        yield Obstacle("intake", "De brede intake is nog niet afgerond. Rond eerst de intake af.")
    for contradiction in situation.contradictions:
        yield Obstacle(
            "intake",
            f"De leerbaarheidstoets en het dossier zijn tegenstrijdig. {contradiction} Vraag een nieuwe toets aan, of schrijf "
            "in de intake op hoe u dit weegt.",
        )
    # The plan rests on the intake; an earlier day would make a late PIP look in time.
    completed_on = situation.intake_completed_on if situation.is_first_ever else None
    if completed_on and on < completed_on:
        day = format_date(completed_on, weekday=False)
        yield Obstacle(
            "on",
            f"De dagtekening ligt vóór de dag waarop de brede intake klaar was: {day}. Kies die dag of later.",
        )
