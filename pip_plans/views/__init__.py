"""Pages of the PIP: what holds now, the concept that is written, and the moment that it is established."""

from pip_plans.views.concept import (
    add_agreement,
    add_goal,
    change_agreement,
    change_goal,
    discard,
    editor,
    missing,
    preview_letter,
    preview_portal,
    remove_agreement,
    remove_goal,
    save_field,
)
from pip_plans.views.establishing import establish
from pip_plans.views.reading import compare, letter, overview, version
from pip_plans.views.starting import previous_pip, start

__all__ = [
    "add_agreement",
    "add_goal",
    "change_agreement",
    "change_goal",
    "compare",
    "discard",
    "editor",
    "establish",
    "letter",
    "missing",
    "overview",
    "preview_letter",
    "preview_portal",
    "previous_pip",
    "remove_agreement",
    "remove_goal",
    "save_field",
    "start",
    "version",
]
