"""The rest of what a plan decides: why not another route, help, taking part, money, going on learning, and what comes after."""

from typing import Any

from pip_plans.enums import (
    Alphabetisation,
    Benefit,
    FurtherLearning,
    Leerroute,
    Participation,
    StudyWithBenefit,
)
from pip_plans.rules.companion.saying import Companion, heading, lines, of_klantmanager, part, said
from pip_plans.rules.companion.values import ways
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.deciding import Alternative, alternatives
from pip_plans.rules.letter.blocks import Block
from pip_plans.rules.plan import DUTCH, Plan
from pip_plans.rules.translations import texts_by_dutch, texts_of


class Content:
    """Says each part of one plan, and nothing of what that plan doesn't decide."""

    def __init__(self, plan: Plan, beside: Companion) -> None:
        self._plan, self._beside = plan, beside
        self._own = texts_by_dutch(plan)
        self._read = {text.field: text.dutch for text in texts_of(plan)}

    def why_this_route(self) -> list[Block]:
        """After the motivation: an older decision, the wish, the advice, each other route, and a local policy (PP-36, PP-39)."""
        others = [block for one in alternatives(self._plan) if one.why_not for block in self._other(one)]
        policy = self._text("age_policy")
        return [
            *self._text("switch_reason"),
            *self._text("effort"),
            *self._text("wish_difference_reason", "Waarom anders dan de wens"),
            *self._text("advice_difference_reason", "Waarom anders dan het advies"),
            *self._section("why-not", others),
            *([said(self._beside, "age-policy"), *policy] if policy else []),
        ]

    def rest(self) -> list[Block]:
        return [
            *self._section("parts", self._parts()),
            *self._section("support", self._text("support")),
            *self._section("taking-part", self._taking_part()),
            *self._section("children", [*self._text("vve", "Voorschoolse educatie"),
                                        *self._text("childcare", "Opvang van de kinderen")]),
            *self._section("money", self._money()),
            *self._section("further", self._going_on()),
            *self._section("afterwards", self._afterwards()),
        ]  # fmt: skip

    def _other(self, one: Alternative) -> list[Block]:
        told = of_klantmanager(self._beside, one.why_not, self._own)
        return [lines(part(str(one.route.label), DUTCH), *told)]

    def _parts(self) -> list[Block]:
        plan = self._plan
        found = [
            self._fact(label, self._beside.say("hours-value", hours=hours))
            for label, hours in (("PVT", plan.pvt_hours), ("MAP", plan.map_hours))
            if hours and not (label == "MAP" and plan.leerroute == Leerroute.O)
        ]
        if plan.talks_per_year:
            times = self._beside.say("times-a-year", times=plan.talks_per_year)
            found.append(self._fact("Voortgangsgesprekken in een jaar", times))
        if plan.alphabetisation in (Alphabetisation.A, Alphabetisation.AA):
            found.append(said(self._beside, "also-reads"))
        allowed = {"Mag examen doen op A2": plan.a2_allowed, "Mag examen doen in KNM": plan.knm_allowed,
                   "Mag eerst een opleiding afmaken": plan.may_finish_education}  # fmt: skip
        return [
            *found,
            *(self._fact(label, self._beside.say("yes")) for label, may in allowed.items() if may),
        ]

    def _taking_part(self) -> list[Block]:
        plan, blocks = self._plan, []
        if plan.participation:
            blocks.append(said(self._beside, f"participation-{plan.participation}"))
        if plan.participation == Participation.TEGELIJK:
            blocks += self._text("participation_activity")
            if plan.participation_hours:
                blocks.append(said(self._beside, "participation-hours", hours=plan.participation_hours))
            if plan.participation_in_dutch:
                blocks.append(said(self._beside, "participation-dutch"))
        elif plan.participation:
            blocks += self._text("participation_reason")
        return [*blocks, *self._text("participation_duties", "Afspraken over meedoen en werk")]

    def _money(self) -> list[Block]:
        plan = self._plan
        if plan.benefit != Benefit.JA:
            return []
        duties = self._text("benefit_duties")
        blocks = [said(self._beside, "benefit"), *duties] if duties else []
        if not plan.relief:
            return blocks
        blocks.append(said(self._beside, f"relief-{plan.relief}"))
        if plan.relief_costs:
            costs = [
                [part(self._beside.say(f"cost-{cost}"), self._beside.language)] for cost in plan.relief_costs
            ]
            blocks.append({"kind": "list", "items": costs})
        if plan.relief_from and plan.relief_until:
            begin, end = self._beside.day(plan.relief_from), self._beside.day(plan.relief_until)
            blocks.append(said(self._beside, "relief-days", begin=begin, end=end))
        return [*blocks, *self._text("relief_reason", "Uitleg bij het ontzorgen")]

    def _going_on(self) -> list[Block]:
        """Each "no" in words of its own, under the name that it has in the Dutch letter (PP-03)."""
        plan, blocks = self._plan, []
        if plan.wished_level:
            blocks.append(said(self._beside, "wished-level", level=plan.wished_level))
        if plan.needed_level:
            who = [part(plan.needed_level_by, DUTCH)] if plan.needed_level_by else []
            source = plan.needed_level_source
            names = [part(self._beside.say(f"source-{source}"), self._beside.language)] if source else []
            needed = part(self._beside.say("needed-level", level=plan.needed_level), self._beside.language)
            blocks.append(lines(needed, *names, *who))
        if plan.further_learning:
            told = part(self._beside.say(f"further-{plan.further_learning}"), self._beside.language)
            code = part(FurtherLearning(plan.further_learning).label, DUTCH, small=True)
            blocks.append(lines(told) if self._beside.language == DUTCH else lines(code, told))
        if plan.further_learning == FurtherLearning.NIET_BESLIST and plan.further_learning_decide_on:
            day = self._beside.day(plan.further_learning_decide_on)
            blocks.append(said(self._beside, "further-by", day=day))
        return [*blocks, *self._text("further_learning_reason")]

    def _afterwards(self) -> list[Block]:
        plan = self._plan
        blocks = [
            *self._text("target_occupation", "Beroep of doel"),
            *self._text("next_step", "Volgende stap"),
        ]
        if plan.next_step_helper:
            blocks.append(lines(self._label("Wie daarbij helpt"), part(plan.next_step_helper, DUTCH)))
        if plan.next_step_on:
            blocks.append(self._fact("Volgende stap op", self._beside.day(plan.next_step_on)))
        if plan.study_with_benefit in (StudyWithBenefit.JA, StudyWithBenefit.NEE):
            blocks += [
                said(self._beside, f"study-{plan.study_with_benefit}"),
                *self._text("study_with_benefit_reason"),
            ]
        if plan.pathways:
            blocks += [said(self._beside, "choose-from"), self._ways()]
        else:
            blocks += self._text("pathway_reason", "Waarom geen weg na de route")
        return [*blocks, *self._text("perspective", "Na de inburgering")]

    def _ways(self) -> Block:
        items = [ways(self._beside, [way]) for way in self._plan.pathways]
        return {"kind": "list", "items": items}

    def _section(self, name: str, blocks: list[Block]) -> list[Block]:
        return [heading(self._beside, name), *blocks] if blocks else []

    def _text(self, field: str, label: str = "") -> list[Block]:
        """A text of the klantmanager, in the own language where somebody wrote that too."""
        if field not in self._read:
            return []
        told = of_klantmanager(self._beside, self._read[field], self._own)
        return [lines(*([self._label(label)] if label else []), *told)]

    def _fact(self, label: str, value: str) -> Block:
        return lines(self._label(label), part(value, self._beside.language))

    def _label(self, dutch: str) -> dict[str, Any]:
        name = LANGUAGES[self._beside.language].label(dutch)
        return part(name, self._beside.language, small=True)
