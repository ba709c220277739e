"""Small sounds of each kind that we take, and what only looks like one."""

import io
import wave

_FRAME = b"\xff\xfb\x90\x64" + b"\x00" * 413
"""One frame of layer III: 128 kbit/s at 44.1 kHz is 417 bytes."""


def _box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def _mp4(*handlers: bytes) -> bytes:
    return _box(b"ftyp", b"mp42\x00\x00\x00\x00") + b"".join(
        _box(b"hdlr", b"\x00" * 8 + one + b"\x00" * 12) for one in handlers
    )


def _wav(seconds: float) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(b"\x80" * int(8000 * seconds))
    return kept.getvalue()


MP3 = _FRAME * 3
MP3_WITH_TAG = b"ID3\x04\x00\x00\x00\x00\x01\x00" + b"T" * 128 + MP3
M4A = _mp4(b"soun")
VIDEO = _mp4(b"vide", b"soun")
OGG = b"OggS" + b"\x00" * 24 + b"OpusHead" + b"\x01" * 20
OGG_VIDEO = b"OggS" + b"\x00" * 24 + b"\x80theora" + b"\x01" * 20
WAV = _wav(0.5)
HTML = b"<!doctype html><script>alert(1)</script>"
