"""What lies between the route and the level that somebody wants or needs, and the ways that come after the route."""

from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from accounts.models import Gemeente
from cases.models import Case
from intake.models import IntakeAnswer
from pip_plans.enums import Leerroute, LevelSource, PathwayKind
from pip_plans.models import LevelNeed, Pathway, PipVersion
from pip_plans.rules.levels import LevelGap, highest, level_gap, rank
from pip_plans.rules.pathways import Way, catalogue
from pip_plans.selectors.versions import REVOKED

_VERSION = ("leerroute", "niveau", "wished_level", "needed_level", "further_learning")
_ASKED = ("gewenste_route", "gewenst_niveau", "niveau_beroep")


def level_needs_of(case: Case) -> QuerySet[LevelNeed]:
    """What was said about the level of a profession, newest first."""
    return LevelNeed.objects.filter(pip__case=case).select_related("noted_by")


def level_gap_of(case: Case) -> LevelGap | None:
    """By the PIP that holds, else by its concept, else by the intake. One query: every page of a dossier asks it (PP-05)."""
    needs = LevelNeed.objects.filter(pip__case=OuterRef("pk")).values("level")
    versions = PipVersion.objects.filter(~REVOKED, pip__case=OuterRef("pk")).order_by("-status", "-number")
    asked = IntakeAnswer.objects.filter(intake__case=OuterRef("pk"), question__in=_ASKED).order_by(
        "intake_id", "id"
    )
    version, needed, said = (
        Case.objects.filter(pk=case.pk)
        .values_list(
            Subquery(versions.values(fields=JSONObject(**{name: name for name in _VERSION}))[:1]),
            ArraySubquery(needs),
            ArraySubquery(asked.values(answer=JSONObject(question="question", original="original"))),
        )
        .get()
    )
    if version:
        return gap_in(PipVersion(**version), needed)
    return _gap_by_intake({one["question"]: one["original"] for one in said})


def gap_in(version: PipVersion, needed_levels: Iterable[str]) -> LevelGap | None:
    """The gap of a version, with what was said since about the level of a profession."""
    needed = highest(*needed_levels)
    goal = highest(version.wished_level, version.needed_level)
    return level_gap(
        leerroute=version.leerroute,
        niveau=version.niveau,
        wished=version.wished_level,
        needed=highest(version.needed_level, needed),
        # What was decided about an easier goal doesn't answer a harder one.
        decision=version.further_learning if rank(needed) <= rank(goal) else "",
    )


def _gap_by_intake(said: dict[str, str]) -> LevelGap | None:
    """Before there is a plan: the route that somebody wants."""
    route = said.get("gewenste_route", "")
    return level_gap(
        leerroute=route if route in Leerroute.values else "",
        wished=highest(said.get("gewenst_niveau", "")),
        needed=highest(said.get("niveau_beroep", "")),
    )


def disagreements_of(case: Case) -> list[tuple[LevelNeed, LevelNeed]]:
    """Where an employer asks at least one level more than a teacher thinks enough (PP-61)."""
    needs = list(level_needs_of(case))
    teachers = [need for need in needs if need.source == LevelSource.DOCENT]
    others = [need for need in needs if need.source in (LevelSource.WERKGEVER, LevelSource.WERKCOACH)]
    return [(low, high) for low in teachers for high in others if rank(high.level) > rank(low.level)]


def ways_of(gemeente: Gemeente) -> list[Way]:
    """The catalogue of a gemeente: the ways that exist everywhere with its own."""
    own = Pathway.objects.filter(gemeente=gemeente)
    return catalogue(Way(PathwayKind(one.kind), one.name, one.explanation, one.is_offered) for one in own)


def own_ways_of(gemeente: Gemeente) -> QuerySet[Pathway]:
    return Pathway.objects.filter(gemeente=gemeente).select_related("changed_by")


def names_to_choose(version: PipVersion) -> list[str]:
    """What a klantmanager can choose: what is offered, and what stands in the plan already."""
    offered = [way.name for way in ways_of(version.pip.case.gemeente) if way.is_offered]
    return [*offered, *(name for name in version.pathways if name not in offered)]
