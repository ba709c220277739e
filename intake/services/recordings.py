"""Keeps and removes what the gemeente reads aloud of the preparation pack."""

import hashlib
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from intake.models import PackRecording, RecordingSound
from intake.rules import HEARD_LANGUAGES, SPOKEN_BY_KEY, sound_type

LONGEST_NAME = 120


@transaction.atomic
def keep_recording(
    *, part: str, language: str, content: bytes, speaker: str, recorded_on: date, by: User,
    replaces: PackRecording | None = None,
) -> PackRecording:  # fmt: skip
    """For the gemeente of `by`. What it replaces is named, so that nobody writes over what they didn't hear.

    Raises ValidationError with all that is wrong, with the file looked at from the inside.
    """
    gemeente = _locked_gemeente(by)
    if part not in SPOKEN_BY_KEY or language not in HEARD_LANGUAGES:
        raise ValidationError("Dit onderdeel of deze taal hoort niet bij het pakket.")
    current = _current(gemeente, part, language)
    mime = sound_type(content)
    obstacles = [
        *_wrong_file(content, mime),
        *_wrong_facts(speaker, recorded_on),
        *(["Iemand anders heeft deze opname net vervangen of weggehaald. Kijk eerst wat er nu staat."]
          if current != replaces else []),
    ]  # fmt: skip
    if obstacles:
        raise ValidationError(obstacles)
    if current:
        _end(current, by)
    recording = PackRecording.objects.create(
        gemeente=gemeente, part=part, language=language, text=SPOKEN_BY_KEY[part].text(language), speaker=speaker.strip(),
        recorded_on=recorded_on, mime=mime, size=len(content), sha256=hashlib.sha256(content).hexdigest(), added_by=by,
        replaces=current,
    )  # fmt: skip
    RecordingSound.objects.create(recording=recording, data=content)
    return recording


@transaction.atomic
def remove_recording(*, recording: PackRecording, by: User) -> PackRecording:
    """The voice goes for good; that it was there stays known."""
    gemeente = _locked_gemeente(by)
    if recording.gemeente_id != gemeente.pk:
        raise ValidationError("Deze opname is van een andere gemeente.", code="mag_niet")
    current = _current(gemeente, recording.part, recording.language)
    if current != recording:
        raise ValidationError("Deze opname is al vervangen of weggehaald.")
    _end(current, by)
    return current


def _locked_gemeente(by: User) -> Gemeente:
    if by.gemeente_id is None:
        raise ValidationError("U hoort bij geen gemeente.")
    return Gemeente.objects.select_for_update(no_key=True).get(pk=by.gemeente_id)


def _current(gemeente: Gemeente, part: str, language: str) -> PackRecording | None:
    return PackRecording.objects.filter(
        gemeente=gemeente, part=part, language=language, ended_at=None
    ).first()


def _end(recording: PackRecording, by: User) -> None:
    recording.ended_at, recording.ended_by = timezone.now(), by
    recording.save(update_fields=["ended_at", "ended_by"])
    RecordingSound.objects.filter(recording=recording).delete()


def _wrong_file(content: bytes, mime: str) -> list[str]:
    if not content:
        return ["Het bestand is leeg."]
    if len(content) > settings.RECORDING_MAX_BYTES:
        return [f"Het bestand is te groot. Het mag hoogstens {settings.RECORDING_MAX_MB} MB zijn."]
    if not mime:
        return ["Wij nemen MP3, M4A, OGG en WAV aan. Dit bestand is dat niet, ook al kan de naam het zeggen."]
    return []


def _wrong_facts(speaker: str, recorded_on: date) -> list[str]:
    wrong = []
    if not speaker.strip() or len(speaker) > LONGEST_NAME or "\x00" in speaker:
        wrong.append(f"Schrijf op wie de tekst insprak, in hoogstens {LONGEST_NAME} gewone tekens.")
    if recorded_on > timezone.localdate():
        wrong.append("De dag van de opname moet nog komen.")
    return wrong
