"""A bezwaar that was won: the next version carries it out. Whatever happens to a concept, the duty stays."""

from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from inburgering.kit.dutch import format_date
from pip_plans.enums import ObjectionDecision
from pip_plans.models import TEXT, Objection, PipVersion
from pip_plans.selectors import to_carry_out_in
from pip_plans.services.locking import locked_concept
from pip_plans.services.writing import update_concept


@transaction.atomic
def carry_out(version: PipVersion, by: User) -> PipVersion:
    """Links a new concept to what was decided on a bezwaar and has no version yet."""
    owed = list(to_carry_out_in(version.pip.case))
    for objection in owed:
        objection.new_version = version
        objection.save(update_fields=["new_version"])
    return say_why(version, owed, by)


def say_why(version: PipVersion, owed: Iterable[Objection], by: User) -> PipVersion:
    """The concept says in its own words of which bezwaar it comes. What somebody wrote there stays before it.

    Who decided on the bezwaar is no writer of the plan by that.
    """
    sentences = [_sentence(one) for one in owed]
    if not sentences:
        return version
    version = locked_concept(version)
    new = [one for one in sentences if one not in version.change_reason]
    whole = "\n\n".join(part for part in (version.change_reason, *new) if part)
    room = PipVersion._meta.get_field("change_reason").max_length  # noqa: SLF001 - Django's own way to a field
    # A full field stays as it is: the version is linked in any case, and nobody's words are cut.
    if not new or (room and len(whole) > room):
        return version
    writer = version.author_of(TEXT)
    version = update_concept(version=version, by=by, change_reason=whole)
    version.authors[TEXT]["by"] = writer
    version.save(update_fields=["authors"])
    return version


def _sentence(objection: Objection) -> str:
    day = format_date(objection.received_on, weekday=False)
    won = "voor een deel gelijk" if objection.decision == ObjectionDecision.DEELS else "gelijk"
    return f"U maakte bezwaar op {day}. U kreeg {won}."
