"""Whether the team lead agrees with what a klantmanager wants, for exactly the text that was asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pip_plans.enums import ApprovalDecision, Ground


class Standing(StrEnum):
    NOT_ASKED = "niet gevraagd"
    ASKED = "gevraagd"
    APPROVED = "goedgekeurd"
    REFUSED = "afgewezen"
    OF_EARLIER_TEXT = "van een eerdere tekst"
    BEFORE_CONDITION = "van vóór een voorwaarde"


@dataclass(frozen=True)
class Request:
    """What was asked and what was decided, oldest first in a list. `is_overtaken`: then the newcomer set a condition."""

    ground: Ground | str
    content_hash: str
    decision: ApprovalDecision | str = ""
    motivation: str = ""
    is_overtaken: bool = False


def standing(requests: Iterable[Request], ground: Ground, content_hash: str) -> Standing:
    """By the last request for this ground. An approval of another text counts for nothing, nor one of before a condition
    that the team lead can't have weighed.
    """
    asked = [one for one in requests if one.ground == ground]
    about_this = [one for one in asked if one.content_hash == content_hash]
    if not about_this:
        return Standing.OF_EARLIER_TEXT if asked else Standing.NOT_ASKED
    found = _BY_DECISION[about_this[-1].decision]
    if about_this[-1].is_overtaken and found in (Standing.ASKED, Standing.APPROVED):
        return Standing.BEFORE_CONDITION
    return found


_BY_DECISION: dict[str, Standing] = {
    "": Standing.ASKED,
    ApprovalDecision.GOEDGEKEURD: Standing.APPROVED,
    ApprovalDecision.AFGEWEZEN: Standing.REFUSED,
    ApprovalDecision.VERVALLEN: Standing.OF_EARLIER_TEXT,
}


def lacks(found: Standing) -> str:
    """Why the act can't be done yet, or an empty text."""
    return {
        Standing.NOT_ASKED: "De teamleider moet dit eerst goedkeuren. Vraag dat aan.",
        Standing.ASKED: "De teamleider heeft nog niet beslist.",
        Standing.REFUSED: "De teamleider keurde dit niet goed. Pas het plan aan, of vraag het opnieuw met een betere uitleg.",
        Standing.OF_EARLIER_TEXT: "De tekst is veranderd nadat de teamleider erover ging. Vraag het opnieuw.",
        Standing.BEFORE_CONDITION: "De nieuwkomer stelde een voorwaarde nadat u dit vroeg. Reageer erop en vraag het opnieuw.",
        Standing.APPROVED: "",
    }[found]


def asking_obstacle(requests: Iterable[Request], wanted: Request) -> str:
    """A "no" stands: who asks again changes the plan, or says something that the team lead didn't read yet."""
    same = (
        one.ground == wanted.ground
        and one.content_hash == wanted.content_hash
        and one.decision == ApprovalDecision.AFGEWEZEN
        and _bare(one.motivation) == _bare(wanted.motivation)
        for one in requests
    )
    if not any(same):
        return ""
    return (
        "De teamleider wees dit al af, voor precies deze tekst en met deze uitleg. Pas het plan aan, of schrijf op wat de "
        "teamleider nog niet wist."
    )


def _bare(text: str) -> str:
    """The words alone: another comma, space or capital says nothing new."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@dataclass(frozen=True, kw_only=True)
class Judge:
    """Somebody who wants to decide."""

    leads_the_team: bool
    guides_the_case: bool
    asked_it: bool
    wrote_it: bool = False


def judging_obstacle(judge: Judge) -> str:
    """Four eyes: the team lead of the team of the case, who neither asked it, nor wrote it, nor guides the case."""
    if not judge.leads_the_team:
        return "Alleen de teamleider van het team van dit dossier beslist hierover."
    if judge.asked_it:
        return "U vroeg dit zelf. Een andere teamleider beslist erover."
    if judge.wrote_it:
        return "U schreef zelf aan deze tekst. Een andere teamleider beslist erover."
    if judge.guides_the_case:
        return "U bent zelf klantmanager in dit dossier. Een andere teamleider beslist erover."
    return ""
