"""What a language needs to write the companion of a beschikking."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pip_plans.enums import TranslationState


@dataclass(frozen=True, kw_only=True)
class Words:
    """The sentences by name, the names of what can change in a plan by the Dutch name, and who looked at them.

    `ways` holds the ways after the route that exist everywhere; those of the gemeente itself stand in Dutch.
    """

    state: TranslationState
    say: Mapping[str, str]
    labels: Mapping[str, str]
    ways: Mapping[str, str] = field(default_factory=dict)

    def label(self, dutch: str) -> str:
        return self.labels.get(dutch, dutch)
