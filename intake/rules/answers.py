"""What may stand in an answer, and what an intake still lacks."""

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from inburgering.kit.typed import says_something
from intake.enums import QuestionKind
from intake.rules.catalogue import QUESTIONS, SECTION_OF, SECTIONS
from intake.rules.questions import Question, Section

MAX_CHARACTERS = 20_000
JUDGEMENT = ("oordeel_toets", "oordeel_toets_toelichting")
"""The written judgement on the leerbaarheidstoets: what, and why."""


class AnswerError(ValueError):
    """An answer that can't be kept; the message is a sentence for the person who typed it."""


def clean_text(text: str) -> str:
    """Text as it is kept: any script, ends of lines as one character. Raises AnswerError when it can't be kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise AnswerError(
            "Er staat een teken in dat niet kan. Typ de tekst opnieuw, of plak hem zonder opmaak."
        )
    if len(text) > MAX_CHARACTERS:
        raise AnswerError(f"Deze tekst heeft {_thousands(len(text))} tekens. Er passen er {_thousands(MAX_CHARACTERS)} in. "
                          "Kort de tekst in, of voeg een document toe aan het dossier.")  # fmt: skip
    return text if text.strip() else ""


def clean_value(question: Question, text: str) -> str:
    """The answer as it is kept; "" means no answer. Raises AnswerError."""
    text = clean_text(text)
    if question.is_text or not text.strip():
        return text
    if question.kind is QuestionKind.NUMBER:
        return _clean_number(question, text.strip())
    if text not in {option.value for option in question.options}:
        raise AnswerError("Kies een van de antwoorden bij deze vraag.")
    return text


def _clean_number(question: Question, text: str) -> str:
    """Digits of any script count: ١٢ is 12."""
    if not (text.isdecimal() and len(text) <= 4):
        raise AnswerError("Vul een heel getal in, bijvoorbeeld 12.")
    if int(text) > question.maximum:
        raise AnswerError(f"Vul een getal in van 0 tot en met {question.maximum}.")
    return str(int(text))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def fingerprint(value: str) -> str:
    """Short name of a value, to tell whether somebody changed it since it was shown."""
    return hashlib.sha256(value.encode()).hexdigest()[:16]


def is_overtaken(*, seen: str, current: str, wanted: str) -> bool:
    """Whether the value changed since it was shown, into something else than what is wanted now."""
    return fingerprint(current) != seen and current != wanted


def applies(question: Question, values: Mapping[str, str]) -> bool:
    """False when another answer makes this question needless."""
    if question.only_if is None:
        return True
    key, needed = question.only_if
    return values.get(key) == needed


@dataclass(frozen=True)
class Missing:
    """Something without which the intake can't be completed, said in full and, within its section, in short.

    `section` and `question` are keys, or "" when it isn't an answer. `anchor` is where on its page one can fill it in.
    """

    sentence: str
    section: str = ""
    question: str = ""
    title: str = ""
    label: str = ""
    anchor: str = ""


def _missing_answer(key: str, addition: str = "") -> Missing:
    section, question = SECTION_OF[key], QUESTIONS[key]
    label = f"{question.label}{addition}"
    return Missing(f"{section.title}: {label}", section.key, key, section.title, label, f"id_{key}")


@dataclass(frozen=True)
class Facts:
    """What the intake holds, as far as completing it depends on it."""

    values: Mapping[str, str]
    declined: AbstractSet[str]
    talks: int
    private_talk_on: date | None
    has_lbt: bool
    is_contradictory: bool = False
    undecided: AbstractSet[str] = frozenset()
    """Questions at which somebody must choose between the texts of two colleagues."""
    open_promises: int = 0
    judgement_is_old: bool = False
    """The judgement on the test was given before the result that we have now."""
    scripts_seen: int = 0
    """How many times a person saw how somebody reads and writes a script."""
    has_earlier_pip: bool = False
    """Another gemeente made a PIP before somebody moved here."""


_SCRIPT_MISSING = Missing(
    "Taalniveau: leg per schrift vast wie zag hoe iemand leest en schrijft, en hoe dat bleek.",
    "taal", "", "Taalniveau", "Oordeel per schrift", "lijst-schriften",
)  # fmt: skip
"""Nobody is said to be unable to read by a tick in a form: a person saw it."""


def missing(facts: Facts) -> tuple[Missing, ...]:
    """All that the written record of the brede intake still lacks (Wet inburgering 2021, art. 14 lid 3; Besluit 5.2).

    "Wilde niet delen" is an answer where the catalogue allows it.
    """
    found = [
        _missing_answer(question.key)
        for section in SECTIONS
        for question in section.questions
        if is_needed(question, facts)
        and not facts.values.get(question.key)
        and question.key not in facts.declined
    ]
    found += [_missing_answer(key, " (kies tussen twee teksten)") for key in sorted(facts.undecided)]
    if facts.is_contradictory and facts.judgement_is_old:
        found.append(_missing_answer(JUDGEMENT[1], " (er is een nieuwere uitslag)"))
    elif (
        facts.is_contradictory
        and facts.values.get(JUDGEMENT[1])
        and not says_something(facts.values[JUDGEMENT[1]])
    ):
        found.append(_missing_answer(JUDGEMENT[1], " (leg het uit in woorden)"))
    if facts.values.get("alfabetisering") == "A" and not facts.scripts_seen:
        found.append(_SCRIPT_MISSING)
    if not facts.talks:
        found.append(
            Missing(
                "Leg vast wanneer u met de nieuwkomer sprak, en of er een tolk bij was.", anchor="gesprekken"
            )
        )
    if facts.open_promises:
        found.append(Missing(_promises_sentence(facts.open_promises), anchor="gesprekken"))
    if facts.private_talk_on is None:
        found.append(
            Missing(
                "Wijs de nieuwkomer op het recht om alleen te praten, en leg de datum vast.",
                anchor="alleen-praten",
            )
        )
    if not facts.has_lbt:
        found.append(
            Missing(
                "Er is nog geen uitslag van de leerbaarheidstoets, en geen ontheffing.",
                anchor="leerbaarheidstoets",
            )
        )
    return tuple(found)


def _promises_sentence(number: int) -> str:
    which = "Er is een toezegging" if number == 1 else f"Er zijn {number} toezeggingen"
    return f"{which} nog niet afgehandeld. Kies bij het gesprek wat ermee gebeurt."


NOT_AGAIN = "onderwijs-werk"
"""The section that nobody goes through again who moved with a PIP (Wet inburgering 2021, artikel 15 lid 4; R-04)."""


def is_needed(question: Question, facts: Facts) -> bool:
    """A judgement on the test is needed only when the test contradicts the other sources (see `rules.lbt`)."""
    if question.key in JUDGEMENT:
        return facts.is_contradictory
    if facts.has_earlier_pip and SECTION_OF[question.key].key == NOT_AGAIN:
        return False
    return question.required and applies(question, facts.values)


@dataclass(frozen=True)
class Progress:
    """How far a section is: answered and needed questions."""

    section: Section
    answered: int
    needed: int

    @property
    def is_done(self) -> bool:
        """False when nothing is needed: that section is free, not done."""
        return 0 < self.needed == self.answered


def progress(facts: Facts) -> tuple[Progress, ...]:
    """For each section how many of the needed questions have an answer."""
    found = []
    for section in SECTIONS:
        needed = [question for question in section.questions if is_needed(question, facts)]
        answered = sum(
            1 for question in needed if facts.values.get(question.key) or question.key in facts.declined
        )
        found.append(Progress(section, answered, len(needed)))
    return tuple(found)


def question_of(key: str) -> Question:
    """Raises AnswerError for a key that isn't in the catalogue."""
    if key not in QUESTIONS:
        raise AnswerError(f"De vraag '{key[:40]}' bestaat niet in de brede intake.")
    return QUESTIONS[key]


LAW_STARTS = date(2022, 1, 1)


def talk_obstacles(
    *, held_on: date, has_interpreter: bool, no_interpreter_reason: str, today: date
) -> list[str]:
    """What can't be true of a talk for the brede intake, which exists since the Wet inburgering 2021 does."""
    obstacles = day_obstacles(held_on, today=today)
    if not has_interpreter and not says_something(no_interpreter_reason):
        obstacles.append(
            "Schrijf op waarom er geen tolk was, bijvoorbeeld: de nieuwkomer spreekt goed Nederlands."
        )
    return obstacles


def day_obstacles(day: date, *, today: date) -> list[str]:
    if day > today:
        return ["De datum ligt in de toekomst. Vul de dag in waarop het is gebeurd."]
    if day < LAW_STARTS:
        return ["De datum ligt vóór 1 januari 2022. Toen was er nog geen brede intake."]
    return []
