"""Begins and ends a concept. Each locks the version first: who establishes it at that moment has it alone."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.dutch import format_date
from intake.services import record_earlier_pip
from pip_plans.enums import (
    Alphabetisation,
    Benefit,
    EventKind,
    Leerroute,
    Level,
    LevelSource,
    Niveau,
    Status,
    StudyGoal,
    Wish,
)
from pip_plans.models import KEPT_FIELDS, PLAN_FIELDS, Agreement, Goal, Pip, PipVersion, Translation
from pip_plans.rules.plan import DUTCH
from pip_plans.selectors import DECIDED, alphabetisation_of, answers_of, concept_of, current_version
from pip_plans.services.carrying_out import carry_out
from pip_plans.services.contents import AGREEMENT_FIELDS, GOAL_FIELDS, unlink_promises
from pip_plans.services.levels import take_over_needed_level
from pip_plans.services.locking import locked_with_case

# Fields of the plan that the intake asked already, with the answers that say something.
_ALSO_ASKED = (
    ("wished_level", "gewenst_niveau", Level.values),
    ("needed_level", "niveau_beroep", Level.values),
    ("study_goal", "studie_doel", StudyGoal.values),
)


@transaction.atomic
def start_concept(*, case: Case, by: User) -> PipVersion:
    """The concept of the next version: a copy of the PIP that holds, or else what the intake says.

    A concept that is there already is given back as it is. The intake needn't be complete. A bezwaar that was won and has
    no version yet, is carried out with this one.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("person").get(pk=case.pk)
    if not case.is_open:
        raise ValidationError("Het dossier is gesloten. Heropen het dossier voordat u een PIP maakt.")
    pip, _ = Pip.objects.get_or_create(case=case)
    if existing := concept_of(case):
        return existing
    current = current_version(case)
    # A version that was revoked keeps its number.
    number = (PipVersion.objects.filter(pip=pip).aggregate(last=Max("number"))["last"] or 0) + 1
    version = PipVersion(pip=pip, number=number, created_by=by, updated_by=by, updated_at=timezone.now())
    if current:
        _copy(current, version)
    else:
        _from_intake(case, version)
    origin = (
        f"Het begint als kopie van versie {current.number}."
        if current
        else "Het begint met wat in de intake staat."
    )
    record_event(case=case, kind=EventKind.CONCEPT, by=by, text=f"Concept van PIP versie {number} gemaakt. {origin}",
                 data={"version_id": version.pk})  # fmt: skip
    return carry_out(version, by)


def _copy(current: PipVersion, version: PipVersion) -> None:
    for name in (*PLAN_FIELDS, *KEPT_FIELDS):
        setattr(version, name, getattr(current, name))
    version.change_reason = version.switch_ground = version.switch_reason = version.effort = ""
    version.save()
    twins = {
        goal.pk: Goal(
            version=version, position=goal.position, **{name: getattr(goal, name) for name in GOAL_FIELDS}
        )
        for goal in current.goals.all()
    }
    Goal.objects.bulk_create(twins.values())
    Agreement.objects.bulk_create(
        Agreement(version=version, goal=twins.get(row.goal_id or 0), position=row.position,
                  **{name: getattr(row, name) for name in AGREEMENT_FIELDS})
        for row in current.agreements.all()
    )  # fmt: skip
    Translation.objects.bulk_create(
        Translation(version=version, field=row.field, text=row.text, state=row.state, source=row.source)
        for row in current.translations.all()
        if getattr(version, row.field)
    )
    take_over_needed_level(version)


def _from_intake(case: Case, version: PipVersion) -> None:
    """Takes over what was said: the wish, reading and writing, and goals word for word."""
    answers = {answer.question: answer for answer in answers_of(case)}
    said = {key: answer.original.strip() for key, answer in answers.items()}
    if said.get("gewenste_route") in Wish.values:
        version.wished_leerroute = said["gewenste_route"]
    reading = alphabetisation_of(case, said.get("alfabetisering", ""))
    if reading in Alphabetisation.values:
        version.alphabetisation = reading
    for name, question, known in _ALSO_ASKED:
        if said.get(question) in known:
            setattr(version, name, said[question])
    if said.get("inkomen"):
        version.benefit = Benefit.JA if said["inkomen"] == "uitkering" else Benefit.NEE
    if version.needed_level:
        version.needed_level_source = LevelSource.NIEUWKOMER
    preferred = next((language.code for language in case.person.languages.all() if language.preferred), "")
    version.own_language = preferred
    version.save()
    take_over_needed_level(version)
    own_words = [answers[key] for key in ("doelen", "wensen") if said.get(key)]
    Goal.objects.bulk_create(
        Goal(version=version, position=position, own_text=answer.original.strip(),
             own_language=answer.original_language or preferred or DUTCH, translation_nl=answer.translation.strip())
        for position, answer in enumerate(own_words, start=1)
    )  # fmt: skip


@transaction.atomic
def discard_concept(*, version: PipVersion, by: User) -> None:
    """Throws the concept away; what was established stays as it is. Not after the newcomer or the team lead spoke about
    it: what they said stays with the text that it was about.

    A bezwaar that it would carry out stays to be done: the next concept is linked to it.
    """
    version = locked_with_case(version)
    if version.comments.exists() or version.responses.exists():
        raise ValidationError(
            "De nieuwkomer heeft op dit concept gereageerd. Het kan niet meer weg. Verander het in wat het moet zijn."
        )
    if version.approvals.filter(decision__in=DECIDED).exists():
        raise ValidationError(
            "De teamleider besliste over dit concept. Het kan niet meer weg. Verander het in wat het moet zijn."
        )
    version.approvals.all().delete()
    unlink_promises(version.pip.case, version.agreements.values_list("pk", flat=True))
    record_event(case=version.pip.case, kind=EventKind.VERWIJDERD, by=by,
                 text=f"Concept van PIP versie {version.number} verwijderd.")  # fmt: skip
    version.agreements.all().delete()
    version.delete()


# --- What the gemeente before this one decided ------------------------------------------------------------------------


_LEVELS_OF_ROUTE: dict[str, tuple[str, ...]] = {
    Leerroute.B: ("", Niveau.B1, Niveau.A2),
    Leerroute.O: ("", Niveau.B1),
    Leerroute.Z: ("", Niveau.A2),
}


@transaction.atomic
def record_previous_pip(
    *,
    case: Case,
    gemeente: str,
    leerroute: Leerroute | str,
    dated_on: date,
    by: User | None,
    niveau: Niveau | str = "",
) -> Pip:
    """Keeps the PIP of the former gemeente, from DUO or by hand: the leerroute must stay the same (artikel 15 lid 4).

    The intake then asks no new test.

    Raises ValidationError when this gemeente has established a PIP already. The same facts again change nothing.
    """
    pip, _ = Pip.objects.select_for_update().get_or_create(case=case)
    facts = (gemeente.strip(), str(leerroute), dated_on, str(niveau))
    if facts == (pip.previous_gemeente, pip.previous_leerroute, pip.previous_dated_on, pip.previous_niveau):
        return pip
    obstacles = []
    if pip.versions.filter(status=Status.VASTGESTELD).exists():
        obstacles.append(
            "In dit dossier is al een PIP vastgesteld. Het PIP van de vorige gemeente kan niet meer veranderen."
        )
    if not gemeente.strip():
        obstacles.append("Vul in van welke gemeente het vorige PIP is.")
    if leerroute not in Leerroute.values:
        obstacles.append("Kies de leerroute van het vorige PIP.")
    if niveau not in _LEVELS_OF_ROUTE.get(str(leerroute), ("",)):
        obstacles.append("Dit niveau kan niet bij de leerroute van het vorige PIP.")
    if dated_on > timezone.localdate():
        obstacles.append("De dagtekening van het vorige PIP ligt in de toekomst.")
    if obstacles:
        raise ValidationError(obstacles)
    pip.previous_gemeente, pip.previous_leerroute, pip.previous_dated_on, pip.previous_niveau = facts
    pip.save()
    record_earlier_pip(case=case, gemeente=pip.previous_gemeente, dated_on=dated_on)
    record_event(case=case, kind=EventKind.VORIG, by=by, data={"leerroute": str(leerroute)},
                 text=f"PIP van {pip.previous_gemeente} vastgelegd: {Leerroute(leerroute).label}, dagtekening "
                      f"{format_date(dated_on, weekday=False)}. De leerroute blijft gelijk.")  # fmt: skip
    return pip
