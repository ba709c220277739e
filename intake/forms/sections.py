"""The shape of a section of the catalogue: its fields, and what was seen in them."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cases.enums import Language
from cases.rules.languages import RIGHT_TO_LEFT
from inburgering.kit.widgets import Textarea
from intake.enums import Part, QuestionKind, Source
from intake.models import IntakeAnswer
from intake.rules import QUESTIONS, Option, Question, Section, fingerprint

SUFFIXES = {
    Part.ORIGINAL: "",
    Part.LANGUAGE: "__taal",
    Part.TRANSLATION: "__vertaling",
    Part.DECLINED: "__niet_gedeeld",
    Part.SOURCE: "__bron",
}
SEEN = "__gezien"
_MOST_RADIOS = 7


def field_name(question: str, part: Part) -> str:
    return question + SUFFIXES[part]


def part_of(name: str) -> Part:
    """The part of an answer that a field of this name holds."""
    return next(
        (part for part, suffix in SUFFIXES.items() if suffix and name.endswith(suffix)), Part.ORIGINAL
    )


def kept_value(part: Part, value: str) -> str:
    """What a form sent, in the words of `IntakeAnswer.value_of`."""
    if part is Part.DECLINED:
        return "ja" if value else ""
    return value.replace("\r\n", "\n")


class AnswerField(forms.CharField):
    """A field that the service checks, so that page, autosave and API refuse with the same sentence.

    `required` only says what the label says: an intake is filled in over more talks, in any order.
    """

    def validate(self, value: str) -> None:
        pass


@dataclass(frozen=True)
class Cell:
    """One field of an answer on the page, with what the autosave sends along."""

    field: BoundField
    seen: str

    @property
    def seen_name(self) -> str:
        return self.field.html_name + SEEN

    @property
    def extra(self) -> str:
        return json.dumps({"gezien": self.seen})


@dataclass(frozen=True)
class Row:
    """A question with the fields in which it is answered."""

    question: Question
    answer: IntakeAnswer
    cells: Mapping[str, Cell]
    help: SafeString

    @property
    def is_own_words(self) -> bool:
        return self.question.kind is QuestionKind.OWN_WORDS

    @property
    def is_short(self) -> bool:
        """Whether the choices fit on a line."""
        return sum(len(option.words.nl) for option in self.question.options) < 60


class SectionForm(forms.Form):
    """The questions of one section. Each field can be saved by itself, and all of them together with a button.

    Beside each field stands the fingerprint of the value that was shown, so that a change by a colleague is noticed.
    """

    use_required_attribute = False

    def __init__(
        self, *, section: Section, answers: Mapping[str, IntakeAnswer], language: str, data: Any = None
    ) -> None:
        super().__init__(data)
        self.section = section
        self.language = "" if language == "nl" else language
        self.answers = {q.key: answers.get(q.key) or IntakeAnswer(question=q.key) for q in section.questions}
        for question in section.questions:
            for part, field in self._fields_of(question):
                value = self.answers[question.key].value_of(part)
                field.initial = bool(value) if part is Part.DECLINED else value
                self.fields[field_name(question.key, part)] = field

    def rows(self) -> list[Row]:
        return [Row(q, self.answers[q.key], self._cells(q), self.help_of(q)) for q in self.section.questions]

    def changes(self) -> list[tuple[Question, Part, str, str]]:
        """Question, part, new value and what was seen, of the fields that the sender changed."""
        found = []
        for question in self.section.questions:
            for part in SUFFIXES:
                name = field_name(question.key, part)
                seen = self.data.get(name + SEEN)
                # Only a box that isn't ticked is sent by leaving it out.
                is_sent = name in self.data or part is Part.DECLINED
                value = kept_value(part, self.data.get(name, ""))
                if name in self.fields and is_sent and seen is not None and fingerprint(value) != seen:
                    found.append((question, part, value, seen))
        return found

    def renew(self, answers: Mapping[str, IntakeAnswer], needed: AbstractSet[str]) -> None:
        """Before showing: what was seen is what stands now, and labels say what is needed now.

        What was typed into a refused field stays in it.
        """
        self.answers |= answers
        for question in self.section.questions:
            # What depends on another answer keeps its label: that answer may change on this page.
            if question.key in needed or question.only_if is None:
                self.fields[question.key].required = question.key in needed

    def _cells(self, question: Question) -> dict[str, Cell]:
        answer = self.answers[question.key]
        return {
            part.value: Cell(self[field_name(question.key, part)], fingerprint(answer.value_of(part)))
            for part in SUFFIXES
            if field_name(question.key, part) in self.fields
        }

    def _fields_of(self, question: Question) -> list[tuple[Part, forms.Field]]:
        fields: list[tuple[Part, forms.Field]] = [(Part.ORIGINAL, self._main_field(question))]
        if question.kind is QuestionKind.OWN_WORDS:
            languages = [("", "Kies de taal"), *Language.choices]
            fields += [
                (Part.LANGUAGE, _choice("In welke taal?", languages)),
                (Part.TRANSLATION, _text("Vertaling in het Nederlands")),
            ]
        if question.may_decline:
            fields.append((Part.DECLINED, forms.BooleanField(label="Wilde dit niet delen", required=False)))
        if not question.for_staff:
            fields.append((Part.SOURCE, _choice("Van wie of waaruit weet u dit?", Source.choices)))
        return fields

    def _main_field(self, question: Question) -> forms.Field:
        if question.options:
            field = self._choice_field(question)
        elif question.kind is QuestionKind.NUMBER:
            field = AnswerField(
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "intake-number"})
            )
        else:
            field = _text("")
        if question.kind is QuestionKind.OWN_WORDS:  # The question stands above both columns.
            field.label = "In eigen woorden"
        else:
            field.label, field.help_text = question.words.nl, self.help_of(question)
            field.required = question.required
        return field

    def _choice_field(self, question: Question) -> forms.Field:
        if len(question.options) > _MOST_RADIOS:
            return _choice(
                "", [("", "Nog niet gevraagd"), *((o.value, self._plain_label(o)) for o in question.options)]
            )
        unanswered = "Nog niet gekozen" if question.for_staff else "Nog niet gevraagd"
        choices = [("", unanswered), *((o.value, self._label_of(o)) for o in question.options)]
        return AnswerField(widget=forms.RadioSelect(choices=choices))

    def _plain_label(self, option: Option) -> str:
        own = option.words.within(self.language)
        return f"{option.words.nl} · {own}" if own and own != option.words.nl else option.words.nl

    def _label_of(self, option: Option) -> str | SafeString:
        own = option.words.within(self.language)
        return format_html("{} {}", option.words.nl, self._in_own_language(own)) if own else option.words.nl

    def _in_own_language(self, text: str) -> SafeString:
        direction = "rtl" if self.language in RIGHT_TO_LEFT else "ltr"
        return format_html('<bdi class="muted" lang="{}" dir="{}">{}</bdi>', self.language, direction, text)

    def help_of(self, question: Question) -> SafeString:
        lines: list[str | SafeString] = []
        if own := question.words.within(self.language):
            lines.append(format_html("<strong>{}</strong>", self._in_own_language(own)))
        if question.only_if:
            key, value = question.only_if
            lines.append(f"Alleen bij '{QUESTIONS[key].label}: {QUESTIONS[key].shown(value).lower()}'.")
        if question.hint:
            lines.append(question.hint)
        return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))


def _text(label: str) -> AnswerField:
    return AnswerField(label=label, strip=False, widget=Textarea(attrs={"dir": "auto", "rows": 3}))


def _choice(label: str, choices: list[tuple[str, str]]) -> AnswerField:
    return AnswerField(label=label, widget=forms.Select(choices=choices))
