"""What a question of the brede intake is."""

from dataclasses import dataclass

from intake.enums import QuestionKind


@dataclass(frozen=True)
class Words:
    """One text in the languages in which the intake can be read aloud. Dutch at level B1."""

    nl: str
    en: str = ""
    ar: str = ""

    def within(self, language: str) -> str:
        """The text in this language, or "" when there is none."""
        return {"nl": self.nl, "en": self.en, "ar": self.ar}.get(language, "")


@dataclass(frozen=True)
class Option:
    value: str
    words: Words


@dataclass(frozen=True)
class Question:
    """`key` never changes: answers and the PIP refer to it. `label` is the short Dutch name in lists.

    `only_if` is another question and the answer to it without which this one needn't be answered.
    `for_staff` asks the klantmanager, not the newcomer, and so has Dutch only.
    """

    key: str
    label: str
    kind: QuestionKind
    words: Words
    required: bool = False
    options: tuple[Option, ...] = ()
    maximum: int = 0
    may_decline: bool = False
    only_if: tuple[str, str] | None = None
    for_staff: bool = False
    hint: str = ""

    @property
    def is_text(self) -> bool:
        """Answered in words, which are in a language."""
        return self.kind in {QuestionKind.OWN_WORDS, QuestionKind.TEXT}

    def shown(self, value: str, language: str = "nl") -> str:
        """The answer as somebody reads it: a choice in words, everything else as it is."""
        words = next((option.words for option in self.options if option.value == value), None)
        return (words.within(language) or words.nl) if words else value


@dataclass(frozen=True)
class Section:
    """A block of the law's list (Besluit inburgering 2021, art. 5.2 lid 1). A restricted one holds bijzondere gegevens.

    Only who guides the case and the team lead read those (Wet inburgering 2021, art. 37; Besluit 9.11).
    """

    key: str
    title: str
    intro: str
    icon: str
    questions: tuple[Question, ...]
    restricted: bool = False
