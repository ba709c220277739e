"""Lists of the intake. They are about the person and outlive one intake, so they stand with the case."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case, Document
from inburgering.kit.dutch import format_date
from intake.enums import (
    Arranger,
    Criterion,
    Judge,
    Level,
    LevelSource,
    Skill,
    SlotKind,
    Valuation,
    ValuedBy,
    Weekday,
)
from intake.rules import LIST_BY_KEY, EntryList, Option, options

_MOST_MINUTES = 300


def _choices(given: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(option.value, option.words.nl) for option in given]


def _day(day: date) -> str:
    return format_date(day, weekday=False)


class Entry(models.Model):
    """A row of a list. Taking one out keeps it, with the reason; the database keeps what it said before."""

    LIST: ClassVar[str]

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")
    removed_reason = models.CharField(max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                name="removed_%(class)s_says_why", condition=Q(removed_at=None) | ~Q(removed_reason="")
            )
        ]

    @property
    def entry_list(self) -> EntryList:
        return LIST_BY_KEY[self.LIST]

    @property
    def notes(self) -> tuple[str, ...]:
        """What more there is to say, a sentence each."""
        return ()

    @property
    def documents(self) -> tuple[Document, ...]:
        return ()


@pghistory.track(model_name="SkillLevelHistory")
class SkillLevel(Entry):
    """A level in one skill, with its source and day: the history of somebody's Dutch."""

    LIST = "niveaus"

    skill = models.CharField("vaardigheid", max_length=10, choices=Skill)
    level = models.CharField("niveau", max_length=4, choices=Level)
    source = models.CharField("bron", max_length=16, choices=LevelSource)
    measured_on = models.DateField("gemeten op")
    remark = models.CharField("opmerking", max_length=500, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bewijs"
    )

    class Meta(Entry.Meta):
        verbose_name = "meting van taalniveau"
        verbose_name_plural = "metingen van taalniveau"
        ordering: ClassVar = ["-measured_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["case", "-measured_on"], name="levels_of_case")]

    def __str__(self) -> str:
        return f"{self.get_skill_display()}: {self.get_level_display()}"

    @property
    def notes(self) -> tuple[str, ...]:
        return (f"{self.get_source_display()}, {_day(self.measured_on)}.", *filter(None, [self.remark]))

    @property
    def documents(self) -> tuple[Document, ...]:
        return (self.document,) if self.document else ()


@pghistory.track(model_name="ScriptJudgementHistory")
class ScriptJudgement(Entry):
    """How somebody reads and writes one script, as a person saw it: who, when and how."""

    LIST = "schriften"

    script = models.CharField("schrift", max_length=12, choices=_choices(options.SCRIPTS))
    reads = models.CharField("leest", max_length=8, choices=_choices(options.HOW_WELL))
    writes = models.CharField("schrijft", max_length=8, choices=_choices(options.HOW_WELL))
    judge = models.CharField("wie heeft dit gezien", max_length=16, choices=Judge)
    judge_name = models.CharField("naam van wie dit zag", max_length=100)
    judged_on = models.DateField("gezien op")
    how = models.CharField("hoe is dit gezien", max_length=1000,
                           help_text="Bijvoorbeeld: las een brief voor, of de docent zag het in de les.")  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "oordeel per schrift"
        verbose_name_plural = "oordelen per schrift"
        ordering: ClassVar = ["-judged_on", "-id"]

    def __str__(self) -> str:
        return (f"{self.get_script_display()}: leest {self.get_reads_display().lower()}, "
                f"schrijft {self.get_writes_display().lower()}")  # fmt: skip

    @property
    def notes(self) -> tuple[str, ...]:
        return (f"{self.get_judge_display()} {self.judge_name}, {_day(self.judged_on)}.", self.how)


@pghistory.track(model_name="DiplomaHistory")
class Diploma(Entry):
    """A diploma and what it is worth here. Its papers stand once in the dossier and are used wherever they prove something."""

    LIST = "diplomas"

    title = models.CharField("diploma of opleiding", max_length=200)
    level = models.CharField("soort opleiding", max_length=20, choices=_choices(options.EDUCATION))
    country = models.CharField("land", max_length=100)
    year = models.PositiveSmallIntegerField("jaar", null=True, blank=True,
                                            validators=[MinValueValidator(1930), MaxValueValidator(2200)])  # fmt: skip
    papers = models.CharField("papieren", max_length=16,
                              choices=[c for c in _choices(options.DIPLOMA) if c[0] != "nee"])  # fmt: skip
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diploma als document"
    )
    valuation = models.CharField("waardering", max_length=14, choices=Valuation, default=Valuation.NIET)
    valued_by = models.CharField("gewaardeerd door", max_length=8, choices=ValuedBy, blank=True)
    valued_as = models.CharField("te vergelijken met", max_length=200, blank=True,
                                 help_text="Zoals het in de waardering staat, bijvoorbeeld: mbo niveau 4.")  # fmt: skip
    valued_on = models.DateField("waardering van", null=True, blank=True)
    valuation_document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+",
                                           verbose_name="waardering als document")  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "diploma"
        verbose_name_plural = "diploma's"
        ordering: ClassVar = ["-year", "-id"]
        constraints: ClassVar = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="valued_diploma_says_by_whom_and_as_what",
                                   condition=~Q(valuation=Valuation.GEWAARDEERD)
                                   | (~Q(valued_by="") & ~Q(valued_as="") & Q(valued_on__isnull=False)),
                                   violation_error_message="Vul bij een gewaardeerd diploma in: door wie, waarmee te "
                                                           "vergelijken, en de datum."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.title} ({self.country}{f', {self.year}' if self.year else ''})"

    @property
    def notes(self) -> tuple[str, ...]:
        valued = (
            f", {self.valued_as} ({self.get_valued_by_display()}, {_day(self.valued_on)})"
            if self.valued_on
            else ""
        )
        return (f"{self.get_level_display()}. Papieren: {self.get_papers_display().lower()}.",
                f"Waardering: {self.get_valuation_display().lower()}{valued}.")  # fmt: skip

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(one for one in (self.document, self.valuation_document) if one)


@pghistory.track(model_name="ChildHistory")
class Child(Entry):
    """A child, as far as lessons and early education depend on it."""

    LIST = "kinderen"

    name = models.CharField("voornaam", max_length=100)
    born_on = models.DateField("geboren op")
    early_education = models.CharField(
        "voor- of vroegschool", max_length=10, choices=_choices(options.EARLY_EDUCATION), blank=True
    )
    place = models.CharField("waar is de opvang of school", max_length=200, blank=True)
    travel_minutes = models.PositiveSmallIntegerField("reistijd in minuten", null=True, blank=True,
                                                      validators=[MaxValueValidator(_MOST_MINUTES)])  # fmt: skip
    arranged_by = models.CharField("wie regelt de opvang", max_length=10, choices=Arranger, blank=True)
    waiting_since = models.DateField("op de wachtlijst sinds", null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = "kind"
        verbose_name_plural = "kinderen"
        ordering: ClassVar = ["-born_on", "-id"]

    def __str__(self) -> str:
        return f"{self.name}, geboren {_day(self.born_on)}"

    @property
    def notes(self) -> tuple[str, ...]:
        travel = f" {self.travel_minutes} minuten reizen." if self.travel_minutes else ""
        found = [f"Voor- of vroegschool: {self.get_early_education_display().lower()}." if self.early_education else "",
                 f"{self.place}.{travel}" if self.place else travel.strip(),
                 f"Opvang: {self.get_arranged_by_display().lower()} regelt dit." if self.arranged_by else "",
                 f"Op de wachtlijst sinds {_day(self.waiting_since)}." if self.waiting_since else ""]  # fmt: skip
        return tuple(filter(None, found))


@pghistory.track(model_name="WeekSlotHistory")
class WeekSlot(Entry):
    """A fixed time in the week. It may end the next day: many work at night."""

    LIST = "weektijden"

    kind = models.CharField("wat", max_length=8, choices=SlotKind)
    weekdays = ArrayField(models.PositiveSmallIntegerField(choices=Weekday), verbose_name="dagen", size=7)
    starts = models.TimeField("van")
    ends = models.TimeField("tot", help_text="Mag na middernacht zijn, bijvoorbeeld van 22:00 tot 06:00.")
    place = models.CharField("waar", max_length=200, blank=True)
    travel_minutes = models.PositiveSmallIntegerField("reistijd in minuten", null=True, blank=True,
                                                      validators=[MaxValueValidator(_MOST_MINUTES)])  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "vaste tijd"
        verbose_name_plural = "vaste tijden"
        ordering: ClassVar = ["weekdays", "starts", "id"]
        constraints: ClassVar = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="week_slot_takes_time", condition=~Q(starts=F("ends")),
                                   violation_error_message="De tijd begint en eindigt op hetzelfde moment."),
            models.CheckConstraint(name="week_slot_has_days", condition=Q(weekdays__len__gt=0),
                                   violation_error_message="Kies ten minste één dag."),
        ]  # fmt: skip

    def __str__(self) -> str:
        days = ", ".join(Weekday(day).label.lower() for day in sorted(self.weekdays))
        return f"{self.get_kind_display()}: {days}, {self.starts:%H:%M} tot {self.ends:%H:%M}"

    @property
    def notes(self) -> tuple[str, ...]:
        travel = f"{self.travel_minutes} minuten reizen." if self.travel_minutes else ""
        return tuple(filter(None, [f"{self.place}." if self.place else "", travel]))


@pghistory.track(model_name="ExtraTestHistory")
class ExtraTest(Entry):
    """A test that the gemeente asks of somebody, and what for."""

    LIST = "toetsen"

    criterion = models.CharField("wat moet blijken", max_length=16, choices=Criterion)
    name = models.CharField("welke toets", max_length=200)
    purpose = models.CharField("waarom is deze toets nodig", max_length=1000, blank=True,
                               help_text="Verplicht als dit al eerder is gemeten. De nieuwkomer leest dit ook.")  # fmt: skip
    planned_on = models.DateField("gepland op", null=True, blank=True)
    taken_on = models.DateField("gemaakt op", null=True, blank=True)
    outcome = models.CharField("uitslag", max_length=500, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="uitslag als document"
    )

    class Meta(Entry.Meta):
        verbose_name = "gevraagde toets"
        verbose_name_plural = "gevraagde toetsen"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="test_with_outcome_was_taken", condition=Q(outcome="") | Q(taken_on__isnull=False),
                                   violation_error_message="Vul bij een uitslag in wanneer de toets is gemaakt."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_criterion_display()}: {self.name}"

    @property
    def notes(self) -> tuple[str, ...]:
        taken = f"Gemaakt op {_day(self.taken_on)}." if self.taken_on else ""
        planned = f"Gepland op {_day(self.planned_on)}." if self.planned_on and not taken else ""
        outcome = f"Uitslag: {self.outcome}" if self.outcome else ""
        purpose = f"Nodig omdat: {self.purpose}" if self.purpose else ""
        return tuple(filter(None, [purpose, planned, taken, outcome]))

    @property
    def documents(self) -> tuple[Document, ...]:
        return (self.document,) if self.document else ()


ENTRY_MODELS: Mapping[str, type[Entry]] = {
    model.LIST: model for model in (Diploma, SkillLevel, ScriptJudgement, ExtraTest, Child, WeekSlot)
}
