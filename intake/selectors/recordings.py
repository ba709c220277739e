"""What was read aloud of the preparation pack, who may hear it, and what is still missing."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import BinaryField, Count, Q, QuerySet
from django.db.models.functions import Substr

from accounts.models import Gemeente, User
from cases.enums import Language, Status
from cases.models import Person, PersonLanguage
from cases.selectors import cases_of_resident
from intake.models import PackRecording, RecordingSound
from intake.rules import HEARD_LANGUAGES, SPOKEN, Span, SpokenPart


def recordings_visible_to(user: User) -> QuerySet[PackRecording]:
    """Those that can be heard now, of the own gemeente: of colleagues, and of residents with a case there."""
    playing = PackRecording.objects.filter(ended_at=None)
    if user.is_resident:
        own = cases_of_resident(user).filter(person__died_on=None)
        return playing.filter(gemeente__in=own.values("gemeente_id"))
    if user.gemeente_id is None or not user.roles:
        return playing.none()
    return playing.filter(gemeente_id=user.gemeente_id)


def sound_of(recording: PackRecording, span: Span) -> bytes:
    """Only what was asked leaves the database; PostgreSQL counts from 1."""
    part = Substr("data", span.first + 1, span.last - span.first + 1, output_field=BinaryField())
    return bytes(RecordingSound.objects.values_list(part, flat=True).get(pk=recording.pk))


def recordings_by_part(
    gemeente: Gemeente, person: Person, page_language: str
) -> dict[str, list[PackRecording]]:
    """What this newcomer can listen to: in the language that they prefer, that of the page, and others that they speak."""
    spoken = (
        person.languages.filter(speaks=True).order_by("-preferred", "id").values_list("code", "preferred")
    )
    preferred = [code for code, is_preferred in spoken if is_preferred]
    order = list(
        dict.fromkeys([*preferred, page_language, *(code for code, _ in spoken), person.interpreter_language])
    )
    found: dict[str, list[PackRecording]] = defaultdict(list)
    recordings = PackRecording.objects.filter(gemeente=gemeente, ended_at=None, language__in=order)
    for recording in sorted(recordings, key=lambda one: order.index(one.language)):
        found[recording.part].append(recording)
    return dict(found)


@dataclass(frozen=True)
class SpokenLanguage:
    """How far a language is, and for how many newcomers: those who speak it, and those of them who don't read it."""

    code: str
    current: int
    older: int
    speakers: int
    listeners: int

    @property
    def missing(self) -> int:
        return len(SPOKEN) - self.current - self.older


def spoken_languages(gemeente: Gemeente) -> list[SpokenLanguage]:
    """The languages of the portal, of the newcomers of this gemeente, and with a recording; who can't read first."""
    recordings = list(PackRecording.objects.filter(gemeente=gemeente, ended_at=None))
    current = Counter(one.language for one in recordings if not one.is_older)
    older = Counter(one.language for one in recordings if one.is_older)
    people = _people(gemeente)
    codes = {code for code, _ in settings.LANGUAGES} | set(people) | set(current) | set(older)
    rows = (
        SpokenLanguage(code, current[code], older[code], *people.get(code, (0, 0)))
        for code in codes
        if code in HEARD_LANGUAGES
    )
    return sorted(rows, key=lambda row: (-row.listeners, -row.speakers, Language(row.code).label))


def _people(gemeente: Gemeente) -> dict[str, tuple[int, int]]:
    """By language: newcomers with an open case who speak it, and how many of them don't read it."""
    languages = PersonLanguage.objects.filter(
        speaks=True, person__cases__gemeente=gemeente, person__cases__status=Status.OPEN
    )
    counted = languages.values("code").annotate(
        speakers=Count("person", distinct=True),
        listeners=Count("person", filter=Q(reads=False), distinct=True),
    )
    return {row["code"]: (row["speakers"], row["listeners"]) for row in counted}


@dataclass(frozen=True)
class PartState:
    """One part in one language; without a recording nobody can listen to it."""

    part: SpokenPart
    text: str
    is_translated: bool
    recording: PackRecording | None


def parts_in(gemeente: Gemeente, language: str) -> list[PartState]:
    """Each part of the pack, in its order."""
    made = {one.part: one for one in recordings_in_language(gemeente, language).filter(ended_at=None)}
    return [
        PartState(part, part.text(language), part.is_written_in(language), made.get(part.key))
        for part in SPOKEN
    ]


def ended_recordings(gemeente: Gemeente, language: str) -> QuerySet[PackRecording]:
    """What could be heard before, the latest first."""
    ended = recordings_in_language(gemeente, language).filter(ended_at__isnull=False)
    return ended.select_related("added_by", "ended_by", "replaced_by").order_by("-ended_at", "-id")


def recordings_in_language(gemeente: Gemeente, language: str) -> QuerySet[PackRecording]:
    """What can be heard and what could be heard before, each with who added it."""
    return PackRecording.objects.filter(gemeente=gemeente, language=language).select_related("added_by")
