"""The decision about the leerroute as a page shows it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from pip_plans.enums import Leerroute
from pip_plans.rules.advice import Input, in_words, inputs_of
from pip_plans.rules.deciding import WHY_NOT, Alternative

if TYPE_CHECKING:
    Kept = dict[str, Any]


class DecisionShown:
    """Reads of a version's own fields."""

    leerroute: str
    advice: "Kept | None"

    @property
    def alternatives(self) -> list[Alternative]:
        """The routes that weren't chosen, with the reason."""
        if not self.leerroute:
            return []
        others = [route for route in Leerroute if route != self.leerroute]
        return [Alternative(route, getattr(self, WHY_NOT[route])) for route in others]

    @property
    def advice_on(self) -> date | None:
        return date.fromisoformat(self.advice["on"]) if self.advice else None

    @property
    def advice_in_words(self) -> str:
        return in_words(self.advice)

    @property
    def advice_inputs(self) -> tuple[Input, ...]:
        return inputs_of(self.advice)
