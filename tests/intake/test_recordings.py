"""The preparation pack to listen to: what is taken as a recording, who may hear it, and how a phone asks for it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.enums import Role
from accounts.models import User
from cases.models import Case
from cases.services import save_languages
from contact.services.preparation import send_pack
from intake.models import PackRecording, RecordingSound
from intake.rules import SPOKEN, OutsideError, Span, asked_span, sound_type
from intake.selectors import ended_recordings, parts_in, spoken_languages
from intake.services import keep_recording, remove_recording
from tests.factories import PDF, StaffFactory
from tests.intake.sounds import HTML, M4A, MP3, MP3_WITH_TAG, OGG, OGG_VIDEO, VIDEO, WAV

PACK = "/mijn/voorbereiding/"
LogIn = Callable[[User], Client]


@pytest.fixture
def manager(team: Any) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER, name="Bea Heer")


@pytest.fixture
def record(manager: User) -> Callable[..., PackRecording]:
    def record(**changes: Any) -> PackRecording:
        given = {
            "part": "pip",
            "language": "ar",
            "content": MP3,
            "speaker": "Layla",
            "recorded_on": today(),
            "by": manager,
        }
        return keep_recording(**(given | changes))

    return record


# --- What is sound ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (MP3, "audio/mpeg"), (MP3_WITH_TAG, "audio/mpeg"), (M4A, "audio/mp4"), (OGG, "audio/ogg"), (WAV, "audio/wav"),
        (VIDEO, ""), (OGG_VIDEO, ""), (HTML, ""), (b"", ""), (b"ID3" + HTML, ""), (b"ID3", ""), (b"\xff\xfb\x90\x64" + HTML, ""),
        (PDF, ""), (b"RIFF0000AVI data", ""), (b"OggS", ""), (b"0000ftypM4A ", ""), (MP3[:417], ""),
        (b"\x00" * 50, ""),
    ],
)  # fmt: skip
def test_a_recording_is_known_by_its_bytes(content: bytes, mime: str) -> None:
    assert sound_type(content) == mime


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-1", Span(0, 1)), ("bytes=0-", Span(0, 99)), ("bytes=90-", Span(90, 99)), ("bytes=-10", Span(90, 99)),
        ("bytes=-500", Span(0, 99)), ("bytes=50-500", Span(50, 99)), ("", None), ("bytes=-", None), ("bytes=9-3", None),
        ("bytes=0-1,5-6", None), ("items=0-1", None), ("bytes=a-b", None),
    ],
)  # fmt: skip
def test_a_player_gets_the_bytes_that_it_asks(header: str, span: Span | None) -> None:
    assert asked_span(header, 100) == span


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=-0", "bytes=500-600"])
def test_bytes_that_are_not_there_are_refused(header: str) -> None:
    with pytest.raises(OutsideError):
        asked_span(header, 100)


# --- Keeping, replacing, removing ------------------------------------------------------------------------------------

db = pytest.mark.django_db


@db
def test_a_recording_keeps_who_read_what_and_when(record: Any, manager: User) -> None:
    recording = record()
    assert (recording.speaker, recording.recorded_on, recording.added_by) == ("Layla", today(), manager)
    assert recording.text.startswith("ما هي خطة PIP")
    assert not recording.is_older
    assert bytes(recording.sound.data) == MP3


@db
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"content": b""}, "leeg"),
        ({"content": HTML}, "ook al kan de naam het zeggen"),
        ({"content": VIDEO}, "ook al kan de naam het zeggen"),
        ({"speaker": " "}, "wie de tekst insprak"),
        ({"speaker": "x" * 121}, "120"),
        ({"speaker": "a\x00"}, "gewone tekens"),
        ({"part": "bestaat-niet"}, "hoort niet bij het pakket"),
        ({"language": "sgn"}, "hoort niet bij het pakket"),
    ],
)
def test_what_is_no_recording_is_refused(record: Any, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        record(**changes)
    assert not PackRecording.objects.exists()


@db
def test_everything_that_is_wrong_is_said_at_once_and_the_size_is_a_setting(
    record: Any, settings: Any
) -> None:
    settings.RECORDING_MAX_BYTES, settings.RECORDING_MAX_MB = 1000, 1
    with pytest.raises(ValidationError) as refusal:
        record(speaker="", recorded_on=today() + timedelta(days=1))
    assert len(refusal.value.messages) == 3
    assert "hoogstens 1 MB" in refusal.value.messages[0]


@db
def test_replacing_names_what_it_replaces_and_the_old_voice_goes(
    record: Any, manager: User, gemeente: Any
) -> None:
    first = record()
    with pytest.raises(ValidationError, match="net vervangen"):
        record(content=WAV)
    second = record(content=WAV, replaces=first)
    with pytest.raises(ValidationError, match="net vervangen"):
        record(content=OGG, replaces=first)
    assert not RecordingSound.objects.filter(recording=first).exists()
    remove_recording(recording=second, by=manager)
    with pytest.raises(ValidationError, match="al vervangen of weggehaald"):
        remove_recording(recording=second, by=manager)
    assert [bool(getattr(one, "replaced_by", None)) for one in ended_recordings(gemeente, "ar")] == [
        False,
        True,
    ]
    assert not RecordingSound.objects.exists()


@db
def test_another_gemeente_replaces_and_removes_nothing(record: Any) -> None:
    recording = record()
    elsewhere = StaffFactory(role=Role.FUNCTIONEEL_BEHEERDER)
    with pytest.raises(ValidationError, match="andere gemeente"):
        remove_recording(recording=recording, by=elsewhere)
    with pytest.raises(ValidationError):
        record(by=elsewhere, replaces=recording)
    assert record(by=elsewhere).gemeente != recording.gemeente
    with pytest.raises(DatabaseError), transaction.atomic():
        RecordingSound.objects.update(data=b"x")


@db
def test_a_recording_of_an_older_text_is_seen(record: Any, gemeente: Any, case: Case) -> None:
    """PP-26: per language what is missing, and what holds other words than the pack has now."""
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    record()
    old = record(part="brede-intake")
    PackRecording.objects.filter(pk=old.pk).update(text="Zo was het")
    rows = {row.code: row for row in spoken_languages(gemeente)}
    assert (rows["ar"].current, rows["ar"].older, rows["ar"].missing) == (1, 1, len(SPOKEN) - 2)
    assert (rows["ti"].current, rows["ti"].speakers, rows["ti"].listeners) == (0, 1, 1)
    assert next(iter(rows)) == "ti"  # Who doesn't read comes first.
    states = {state.part.key: state for state in parts_in(gemeente, "ar")}
    assert states["brede-intake"].recording.is_older
    assert states["wensen"].recording is None


# --- Listening -------------------------------------------------------------------------------------------------------


@db
def test_a_phone_asks_in_parts(record: Any, log_in: LogIn, resident: User) -> None:
    """PP-26: iOS plays nothing without an answer 206 to the first two bytes."""
    recording = record()
    client, url = log_in(resident), reverse("opname-geluid", args=[recording.pk])
    whole = client.get(url)
    assert (whole.status_code, whole["Content-Type"], whole.content) == (200, "audio/mpeg", MP3)
    assert (whole["Accept-Ranges"], whole["Cache-Control"]) == ("bytes", "private, max-age=3600")
    assert (whole["X-Content-Type-Options"], whole["Content-Length"]) == ("nosniff", str(len(MP3)))
    part = client.get(url, headers={"Range": "bytes=0-1"})
    assert (part.status_code, part.content, part["Content-Range"]) == (206, MP3[:2], f"bytes 0-1/{len(MP3)}")
    later = client.get(url, headers={"Range": "bytes=400-", "If-Range": whole["ETag"]})
    assert (later.status_code, later.content) == (206, MP3[400:])
    changed = client.get(url, headers={"Range": "bytes=400-", "If-Range": '"other"'})
    assert (changed.status_code, changed.content) == (200, MP3)
    outside = client.get(url, headers={"Range": "bytes=99999-"})
    assert (outside.status_code, outside["Content-Range"]) == (416, f"bytes */{len(MP3)}")
    assert client.get(url, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.head(url)["Content-Length"] == str(len(MP3))
    assert "media-src 'self'" in client.get(PACK)["Content-Security-Policy"]


@db
def test_who_may_listen(
    record: Any, manager: User, log_in: LogIn, resident: User, colleague: User, stranger: User
) -> None:
    recording = record()
    url = reverse("opname-geluid", args=[recording.pk])
    found = [log_in(user).get(url).status_code for user in (resident, colleague, manager, stranger)]
    assert found == [200, 200, 200, 404]
    assert Client().get(url).status_code == 302
    remove_recording(recording=recording, by=manager)
    assert log_in(resident).get(url).status_code == 404


@db
def test_the_newcomer_hears_the_own_language_beside_the_text_and_says_so(
    record: Any, log_in: LogIn, resident: User, case: Case, klantmanager: User
) -> None:
    """PP-26: who doesn't read hears the pack, also in a language that the portal doesn't write; hearing counts as reading."""
    client = log_in(resident)
    pack = send_pack(case=case, by=klantmanager, confirmed_without_translation=True).portal
    page = client.get(PACK).content.decode()
    assert "<audio" not in page
    assert "Ik heb dit gelezen</" in page.replace("\n", "")
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    record(language="ti")
    record(language="nl")
    record(language="en")
    record(language="nl", part="wensen")
    page = client.get(PACK).content.decode()
    assert page.count("<audio") == 2  # Tigrinya first, then the language of the page; English isn't theirs.
    assert page.index('<bdi lang="ti">') < page.index(
        'aria-label="Luister: Wat is het PIP, en waarom is dat er?"'
    )
    assert "Dat plan heet PIP" in page
    assert page.count("Ik heb dit gelezen of gehoord") == 2
    assert "<audio" in client.get(f"{PACK}stap/wensen/").content.decode()
    client.post(f"{PACK}gelezen/")
    pack.refresh_from_db()
    assert pack.read_at is not None


# --- The pages of the beheerder --------------------------------------------------------------------------------------


@db
def test_the_beheerder_adds_replaces_and_removes(
    log_in: LogIn, manager: User, klantmanager: User, resident: User
) -> None:
    url = reverse("opname", args=["ti", "pip"])
    assert [log_in(user).get(url).status_code for user in (manager, klantmanager, resident)] == [
        200,
        403,
        403,
    ]
    client = log_in(manager)

    def send(name: str, content: bytes, **more: Any) -> Any:
        return client.post(
            url,
            {"file": SimpleUploadedFile(name, content), "speaker": "Selam", "recorded_on": today(), **more},
        )

    wrong = send("stem.mp3", HTML)
    assert wrong.status_code == 422
    assert 'value="Selam"' in wrong.content.decode()
    assert send("stem.mp3", b"").status_code == 422
    assert not PackRecording.objects.exists()
    assert send("stem.mp3", M4A)["Location"] == reverse("opnamen-taal", args=["ti"])
    first = PackRecording.objects.get()
    assert first.mime == "audio/mp4"
    assert send("stem.mp3", MP3, replaces=first.pk).status_code == 422  # Not confirmed.
    assert send("stem.mp3", MP3, replaces=first.pk, sure="on").status_code == 302
    meanwhile = send("stem.mp3", WAV, replaces=first.pk, sure="on")
    assert (meanwhile.status_code, "net vervangen" in meanwhile.content.decode()) == (422, True)
    remove = reverse("opname-weghalen", args=["ti", "pip"])
    assert "Het geluid is daarna weg" in client.get(remove).content.decode()
    assert PackRecording.objects.filter(ended_at=None).exists()
    assert client.post(remove).status_code == 302
    page = client.get(reverse("opnamen-taal", args=["ti"])).content.decode()
    assert "Vervangen door Bea Heer" in page
    assert "Weggehaald door Bea Heer" in page
    assert "Nog geen tekst in deze taal" in page
    assert client.get(remove).status_code == 404
    for unknown in ("opnamen-taal", "opname"):
        args = ["sgn", "pip"] if unknown == "opname" else ["sgn"]
        assert client.get(reverse(unknown, args=args)).status_code == 404


@db
def test_the_pages_take_as_many_queries_however_much_was_recorded(
    record: Any, log_in: LogIn, manager: User, resident: User, django_assert_max_num_queries: Any
) -> None:
    client, me = log_in(manager), log_in(resident)
    record(language="nl")
    urls = [(client, reverse("opnamen")), (client, reverse("opnamen-taal", args=["nl"])), (me, PACK)]
    counted = []
    for who, url in urls:
        with django_assert_max_num_queries(30) as few:
            who.get(url)
        counted.append(len(few))
    for part in SPOKEN:
        if part.key != "pip":
            record(language="nl", part=part.key)
    for (who, url), most in zip(urls, counted, strict=True):
        with django_assert_max_num_queries(most):
            who.get(url)


# --- In a browser ----------------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_and_a_recording_plays(
    new_page: Any, record: Any, manager: User, resident: User, case: Case, look: Any
) -> None:
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    record(language="nl", content=WAV)
    record(language="ti", content=WAV)
    old = record(language="ti", content=WAV, part="brede-intake")
    PackRecording.objects.filter(pk=old.pk).update(text="Zo was het")
    page = new_page(manager)
    pages = [
        ("opnamen", []),
        ("opnamen-taal", ["ti"]),
        ("opname", ["ti", "pip"]),
        ("opname-weghalen", ["ti", "pip"]),
    ]
    for name, args in pages:
        page.goto(reverse(name, args=args))
        look(page, name)
    mine = new_page(resident)
    mine.goto(PACK)
    look(mine, "pakket-luisteren")
    assert mine.evaluate(
        "async () => { const sound = document.querySelector('audio'); sound.muted = true; await sound.play();"
        " return sound.duration > 0 && sound.seekable.end(0) > 0 }"
    )
