"""Words in a Dutch sentence."""

from inburgering.kit.dutch import lower_first
from pip_plans.enums import Means


def test_a_name_in_a_label_keeps_its_capitals() -> None:
    assert lower_first(Means.DIGID.label) == "bevestigd na inloggen met DigiD"
    assert lower_first("") == ""
